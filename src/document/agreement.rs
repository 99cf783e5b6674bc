//! What the departments agree on beside the plan, kept as it is written in files: only what differs from the usual.

use std::sync::Arc;

use gyakusan_engine::json::Value;

/// A step on the way to a value inside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The field of an object.
    Key(&'a str),
    /// The item of a list.
    Item(usize),
}

/// What is agreed on: an object of texts, numbers and ticks, shared by all who hold it until one changes it.
///
/// ```
/// use gyakusan::document::{Agreement, Step};
/// use gyakusan_engine::json::Value;
///
/// let hours = [Step::Key("hand_off"), Step::Key("hours")];
/// let agreement = Agreement::default().with(&hours, Some(Value::Number(48.0)));
/// assert_eq!(agreement.get(&hours), Some(&Value::Number(48.0)));
/// assert_eq!(agreement.with(&hours, None), Agreement::default());
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement(Option<Arc<Value>>);

impl Agreement {
    /// An agreement of these fields, in the order of their keys.
    pub fn new(fields: Vec<(String, Value)>) -> Self {
        Self((!fields.is_empty()).then(|| Arc::new(Value::Object(fields))))
    }

    /// Its fields in the order of their keys.
    pub fn fields(&self) -> &[(String, Value)] {
        match self.0.as_deref() {
            Some(Value::Object(fields)) => fields,
            _ => &[],
        }
    }

    /// Whether both are the same one, shared.
    pub fn is(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// The value at the end of a path; `None` where there is none.
    pub fn get(&self, path: &[Step<'_>]) -> Option<&Value> {
        let mut value = self.0.as_deref()?;
        for step in path {
            value = match (step, value) {
                (Step::Key(key), value) => value.get(key)?,
                (Step::Item(place), Value::List(items)) => items.get(*place)?,
                (Step::Item(_), _) => return None,
            };
        }
        Some(value)
    }

    /// The same with another value at the end of a path, or with none there; what becomes empty by that goes too.
    #[must_use]
    pub fn with(&self, path: &[Step<'_>], value: Option<Value>) -> Self {
        let mut root = self.0.as_deref().cloned().unwrap_or(Value::Object(Vec::new()));
        put(&mut root, path, value);
        match root {
            Value::Object(fields) => Self::new(fields),
            _ => Self::default(),
        }
    }
}

/// Puts a value at the end of a path; what stands in the way and is no object or list gives way.
fn put(at: &mut Value, path: &[Step<'_>], value: Option<Value>) {
    let Some((step, rest)) = path.split_first() else {
        *at = value.unwrap_or(Value::Null);
        return;
    };
    match step {
        Step::Key(key) => {
            if !matches!(at, Value::Object(_)) {
                *at = Value::Object(Vec::new());
            }
            let Value::Object(fields) = at else { return };
            let place = match fields.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
                Ok(place) => place,
                Err(_) if value.is_none() => return,
                Err(place) => {
                    fields.insert(place, ((*key).to_owned(), Value::Null));
                    place
                }
            };
            put(&mut fields[place].1, rest, value);
            let is_empty = match &fields[place].1 {
                Value::Null => true,
                Value::Object(inner) => inner.is_empty(),
                // An empty list that was put there says that nothing is on it.
                Value::List(items) => items.is_empty() && !rest.is_empty(),
                _ => false,
            };
            if is_empty {
                fields.remove(place);
            }
        }
        Step::Item(place) => {
            if !matches!(at, Value::List(_)) {
                *at = Value::List(Vec::new());
            }
            let Value::List(items) = at else { return };
            if items.len() <= *place {
                if value.is_none() {
                    return;
                }
                items.resize(*place + 1, Value::Null);
            }
            put(&mut items[*place], rest, value);
            while items.last() == Some(&Value::Null) {
                items.pop();
            }
        }
    }
}
