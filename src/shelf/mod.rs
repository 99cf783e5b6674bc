//! The shelf: the plans that are saved on this device, each by itself, so that two windows disturb each other as little as
//! can be.
//!
//! Nothing here is ever lost: a state that another window saved meanwhile is not written over, but the later one becomes a
//! plan of its own; what cannot be read stays where it is; what is removed can be put back.

mod record;
mod store;
#[cfg(test)]
mod tests;

pub use record::{Record, RecordError};
pub use store::{Store, StoreError};

use crate::share::PlanFile;

/// What the names of saved plans begin with.
const PREFIX: &str = "gyakusan.plan.";
/// The name under which the plan stands that was open last.
pub const CURRENT: &str = "gyakusan.current";

/// What the shelf needs of the world at each save.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stamp {
    /// Unlike any other: a random number.
    pub token: u64,
    /// Milliseconds since 1970.
    pub now: f64,
}

/// A saved plan as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name in the store.
    pub id: String,
    /// What there is of it.
    pub content: Result<Described, RecordError>,
}

/// What a list says of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// The name that its user gave it, which may be empty.
    pub name: String,
    /// Its target, in whole units of its currency.
    pub target: f64,
    /// The letters of its currency.
    pub currency: String,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: f64,
}

/// A plan that was taken from the shelf, so that it can be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    id: String,
    text: String,
    was_open: bool,
}

impl Removed {
    /// The plan's name in the store.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether it was the open plan.
    pub fn was_open(&self) -> bool {
        self.was_open
    }
}

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is kept.
    Kept,
    /// Another window has saved the same plan meanwhile, and nothing was written: after [`Shelf::leave`] the state becomes a
    /// plan of its own.
    Taken,
}

/// What another window's save means for this one.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// Nothing.
    Nothing,
    /// The plan of this window went on in the other one.
    Newer(Box<PlanFile>),
    /// The other window wrote over a state that it had not seen: after [`Shelf::leave`] it becomes a plan of its own.
    WrittenOver,
}

/// The saved plans, and which of them this window works on.
#[derive(Debug, Clone)]
pub struct Shelf<S> {
    store: S,
    /// The plan of this window, once it is saved, and the state that this window saved or read last.
    current: Option<(String, u64)>,
    /// What was saved or read last.
    last: Option<PlanFile>,
}

impl<S> Shelf<S> {
    /// The shelf in a store; no plan is open.
    pub const fn new(store: S) -> Self {
        Self { store, current: None, last: None }
    }
}

impl<S: Store> Shelf<S> {
    /// Opens the plan that was open last, in this window or else on this device.
    ///
    /// # Errors
    /// Its text cannot be used; it stays where it is.
    pub fn open_last(&mut self) -> Result<Option<PlanFile>, RecordError> {
        match self.store.read(CURRENT) {
            Ok(Some(id)) => self.open(&id),
            Ok(None) | Err(_) => Ok(None),
        }
    }

    /// Opens a saved plan; `None` where it is not there any more.
    ///
    /// # Errors
    /// Its text cannot be used; it stays where it is, and the plan that was open stays open.
    pub fn open(&mut self, id: &str) -> Result<Option<PlanFile>, RecordError> {
        let Ok(Some(text)) = self.store.read(id) else { return Ok(None) };
        let record = Record::read(&text)?;
        self.point_at(id.to_owned(), record.token);
        self.last = Some(record.file.clone());
        Ok(Some(record.file))
    }

    /// Leaves the open plan as it is saved: what is saved next is a plan of its own.
    pub fn leave(&mut self) {
        self.current = None;
        self.last = None;
    }

    /// The name of the open plan in the store.
    pub fn current(&self) -> Option<&str> {
        self.current.as_ref().map(|(id, _)| id.as_str())
    }

    /// Whether a state is the one that is saved.
    pub fn has(&self, file: &PlanFile) -> bool {
        self.last.as_ref() == Some(file)
    }

    /// Saves the state of the open plan; of none, as a new one.
    ///
    /// # Errors
    /// The store refuses; what is saved already stays.
    pub fn save(&mut self, file: &PlanFile, stamp: Stamp) -> Result<Saved, StoreError> {
        let mut base = None;
        if let Some((current, token)) = &self.current {
            let there = self.store.read(current)?;
            // A plan that another window removed is saved anew.
            if there.is_some_and(|text| record::token_of(&text) != Some(*token)) {
                return Ok(Saved::Taken);
            }
            base = Some(*token);
        }
        let id = self.current().map_or_else(|| new_id(stamp), str::to_owned);
        let record = Record { token: stamp.token, base, saved_at: stamp.now, file: file.clone() };
        self.store.write(&id, &record.write())?;
        self.point_at(id, stamp.token);
        self.last = Some(file.clone());
        Ok(Saved::Kept)
    }

    /// Saves a copy of a saved plan as one of its own, under a name; `None` where there is nothing to copy.
    ///
    /// # Errors
    /// The store refuses.
    pub fn duplicate(
        &self,
        id: &str,
        rename: impl Fn(&str) -> String,
        stamp: Stamp,
    ) -> Result<Option<String>, StoreError> {
        let Some(text) = self.store.read(id)? else { return Ok(None) };
        let Ok(record) = Record::read(&text) else { return Ok(None) };
        let name = rename(record.file.document.plan.name.as_str());
        let file = record.file.renamed(&name);
        let copy = new_id(stamp);
        let record = Record { token: stamp.token, base: None, saved_at: stamp.now, file };
        self.store.write(&copy, &record.write())?;
        Ok(Some(copy))
    }

    /// Takes a plan from the shelf; `None` where it is not there. The window that shows it goes on with it unsaved.
    ///
    /// # Errors
    /// The store refuses.
    pub fn remove(&mut self, id: &str) -> Result<Option<Removed>, StoreError> {
        let Some(text) = self.store.read(id)? else { return Ok(None) };
        self.store.remove(id)?;
        let was_open = self.current() == Some(id);
        if was_open {
            self.leave();
        }
        Ok(Some(Removed { id: id.to_owned(), text, was_open }))
    }

    /// Puts back what was taken.
    ///
    /// # Errors
    /// The store refuses.
    pub fn put_back(&self, removed: &Removed) -> Result<(), StoreError> {
        self.store.write(&removed.id, &removed.text)
    }

    /// A saved plan, which is not opened by that; `None` where it is not there or cannot be read.
    pub fn file(&self, id: &str) -> Option<PlanFile> {
        Record::read(&self.text(id)?).map(|record| record.file).ok()
    }

    /// The text of a saved plan as it stands in the store, whether it can be read or not.
    pub fn text(&self, id: &str) -> Option<String> {
        self.store.read(id).ok().flatten()
    }

    /// Every saved plan, the one that was saved last first; those that cannot be read at the end.
    ///
    /// # Errors
    /// The store refuses.
    pub fn list(&self) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        for id in self.store.names()?.into_iter().filter(|name| name.starts_with(PREFIX)) {
            let Some(text) = self.store.read(&id)? else { continue };
            let content = Record::read(&text).map(|record| {
                let plan = &record.file.document.plan;
                let (name, target) = (plan.name.as_str().to_owned(), plan.goal.target.get());
                let currency = plan.currency.as_str().to_owned();
                Described { name, target, currency, saved_at: record.saved_at }
            });
            entries.push(Entry { id, content });
        }
        let saved_at = |entry: &Entry| entry.content.as_ref().map_or(f64::NEG_INFINITY, |plan| plan.saved_at);
        entries.sort_by(|a, b| saved_at(b).total_cmp(&saved_at(a)).then_with(|| a.id.cmp(&b.id)));
        Ok(entries)
    }

    /// Takes in that another window saved under a name; `is_unsaved` says that this window holds something that is not saved.
    pub fn hear(&mut self, id: &str, text: &str, is_unsaved: bool) -> Heard {
        let Some((current, token)) = &self.current else { return Heard::Nothing };
        let Ok(record) = Record::read(text) else { return Heard::Nothing };
        if current != id || record.token == *token {
            return Heard::Nothing;
        }
        if record.base != Some(*token) {
            return Heard::WrittenOver;
        }
        if is_unsaved {
            // It is saved beside the other one as soon as it is saved.
            return Heard::Nothing;
        }
        self.point_at(id.to_owned(), record.token);
        self.last = Some(record.file.clone());
        Heard::Newer(Box::new(record.file))
    }

    fn point_at(&mut self, id: String, token: u64) {
        // Where it cannot be noted, the plan is in the list all the same.
        let _ = self.store.write(CURRENT, &id);
        self.current = Some((id, token));
    }
}

fn new_id(stamp: Stamp) -> String {
    format!("{PREFIX}{:x}", stamp.token)
}
