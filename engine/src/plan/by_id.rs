//! A small collection of things that are named by ids.

use super::Id;

/// Things named by ids, each id once, in the order of the ids.
///
/// It is meant for as many things as a plan has stages: an id is searched one by one. The order makes equality and
/// written plans independent of the order of insertion.
///
/// ```
/// use gyakusan_engine::plan::{ById, Id};
///
/// let id = |text| Id::new(text).expect("an id");
/// let mut counts = ById::new();
/// assert_eq!(counts.insert(id("won"), 3), None);
/// assert_eq!(counts.insert(id("lead"), 40), None);
/// assert_eq!(counts.insert(id("won"), 5), Some(3));
/// assert_eq!(counts.get(&id("won")), Some(&5));
/// assert_eq!(counts.values().collect::<Vec<_>>(), [&40, &5]);
/// assert_eq!((counts.remove(&id("lead")), counts.remove(&id("lead"))), (Some(40), None));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ById<T>(Vec<(Id, T)>);

impl<T> ById<T> {
    /// An empty collection.
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What an id names; `None` for an id that names nothing here.
    pub fn get(&self, id: &Id) -> Option<&T> {
        self.iter().find(|(known, _)| *known == id).map(|(_, value)| value)
    }

    /// Lets an id name something; gives what it named before.
    pub fn insert(&mut self, id: Id, value: T) -> Option<T> {
        let place = self.0.iter().position(|(known, _)| *known >= id).unwrap_or(self.0.len());
        match self.0.get_mut(place) {
            Some((known, last)) if *known == id => Some(std::mem::replace(last, value)),
            _ => {
                self.0.insert(place, (id, value));
                None
            }
        }
    }

    /// Lets an id name nothing; gives what it named before.
    pub fn remove(&mut self, id: &Id) -> Option<T> {
        let place = self.0.iter().position(|(known, _)| known == id)?;
        Some(self.0.remove(place).1)
    }

    /// The ids and what they name, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &T)> {
        self.0.iter().map(|(id, value)| (id, value))
    }

    /// What an id names, to be changed; `None` for an id that names nothing here.
    pub fn get_mut(&mut self, id: &Id) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| known == id).map(|(_, value)| value)
    }

    /// What the ids name, to be changed, in the order of the ids.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The ids, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &Id> {
        self.iter().map(|(id, _)| id)
    }

    /// What the ids name, in the order of the ids.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, value)| value)
    }
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self::new()
    }
}
