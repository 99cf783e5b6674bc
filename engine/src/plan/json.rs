//! A walk over a JSON document that collects every error with its path instead of stopping at the first.
//!
//! Plans are read with it, and so is what stands beside a plan in the same file.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use super::number::Limited;
use super::{PlanError, PlanErrors, Problem};
use crate::json::{self, Value};

/// The errors found so far.
#[derive(Debug, Default)]
pub struct Faults(RefCell<Vec<PlanError>>);

impl Faults {
    /// Takes an error down.
    pub fn report(&self, path: &str, problem: Problem) {
        self.0.borrow_mut().push(PlanError { path: path.to_owned(), problem });
    }

    /// The errors in the order in which they were met.
    pub fn into_inner(self) -> Vec<PlanError> {
        self.0.into_inner()
    }
}

/// A value with its place in the document.
///
/// Whatever a node is read as, a fault is reported and nothing or a stand-in returned, so that reading goes on; a
/// document with faults is never handed out.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    value: &'a Value,
    /// Where it stands, such as `stages[1].rate`; empty for the document as a whole.
    pub path: String,
    faults: &'a Faults,
}

impl<'a> Node<'a> {
    /// The document as a whole.
    pub fn root(value: &'a Value, faults: &'a Faults) -> Self {
        Self { value, path: String::new(), faults }
    }

    /// A document as a whole whose paths begin with a name.
    pub(crate) fn named(name: &str, value: &'a Value, faults: &'a Faults) -> Self {
        Self { value, path: name.to_owned(), faults }
    }

    /// The node itself; `None` where it is `null`, which some fields take for absent.
    pub(crate) fn present(self) -> Option<Self> {
        (!matches!(self.value, Value::Null)).then_some(self)
    }

    /// Takes an error of this place down.
    pub fn report(&self, problem: Problem) {
        self.faults.report(&self.path, problem);
    }

    /// Takes down the errors of a document that stands at this place.
    pub fn report_all(&self, errors: &PlanErrors) {
        for error in errors {
            self.faults.report(&join(&self.path, &error.path), error.problem.clone());
        }
    }

    /// The value itself.
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// The node as an object with these fields and no other; `passed_over` are allowed and not read.
    pub fn object(&self, fields: &[&str], passed_over: &[&str]) -> Option<Object<'a>> {
        let Value::Object(map) = self.value else {
            self.wrong_type("an object");
            return None;
        };
        let known = |key: &str| fields.contains(&key) || passed_over.contains(&key);
        for (key, _) in map.iter().filter(|(key, _)| !known(key)) {
            self.faults.report(&join(&self.path, &shortened(key)), Problem::Unknown);
        }
        Some(self.open(map))
    }

    /// The node as an object whose keys are ids.
    pub fn map(&self) -> Vec<(&'a str, Self)> {
        let Value::Object(map) = self.value else {
            self.wrong_type("an object");
            return Vec::new();
        };
        let object = self.open(map);
        map.iter().map(|(key, value)| (key.as_str(), object.child(key, value))).collect()
    }

    /// The items of a list whose length lies in `count`; a longer list is not read any further.
    pub fn list(&self, count: RangeInclusive<usize>) -> Vec<Self> {
        let Value::List(items) = self.value else {
            self.wrong_type("a list");
            return Vec::new();
        };
        if !count.contains(&items.len()) {
            self.report(Problem::WrongCount { found: items.len(), min: *count.start(), max: *count.end() });
        }
        let within = items.iter().take(*count.end()).enumerate();
        within
            .map(|(i, value)| Self { value, path: format!("{}[{i}]", self.path), faults: self.faults })
            .collect()
    }

    /// A field of the node, where the node is an object that has it; nothing is reported.
    pub fn field(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self { value, path: join(&self.path, key), faults: self.faults })
    }

    /// Whether it is a list; nothing is reported.
    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// A text; an empty one stands in for a fault.
    pub fn text(&self) -> &'a str {
        self.value.as_text().unwrap_or_else(|| {
            self.wrong_type("a text");
            ""
        })
    }

    /// The text of a node whose fault has been reported already.
    pub fn quiet_text(&self) -> &'a str {
        self.value.as_text().unwrap_or_default()
    }

    /// A text that `parse` understands.
    pub fn form<T>(&self, expected: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.value.as_text().or_else(|| {
            self.wrong_type("a text");
            None
        })?;
        let parsed = parse(text);
        if parsed.is_none() {
            self.report(Problem::WrongForm { found: shortened(text), expected });
        }
        parsed
    }

    /// One of several named choices; the first stands in for a fault.
    pub fn choice<T: Copy, const N: usize>(&self, choices: [(T, &str); N], expected: &'static str) -> T {
        let parse = |text: &str| choices.iter().find(|(_, name)| *name == text).map(|(choice, _)| *choice);
        self.form(expected, parse).unwrap_or(choices[0].0)
    }

    /// True or false; the latter stands in for a fault.
    pub fn boolean(&self) -> bool {
        let Value::Bool(value) = self.value else {
            self.wrong_type("true or false");
            return false;
        };
        *value
    }

    /// A number within the limits of its type; the largest stands in for a fault.
    pub fn number<T: Limited>(&self) -> T {
        let checked = self.any_number().and_then(|number| {
            T::checked(number)
                .map_err(|e| self.report(Problem::OutOfRange { found: e.found, min: e.min, max: e.max }))
                .ok()
        });
        // The largest number stands in for a fault: unlike zero, it makes nothing that depends on it impossible.
        checked.unwrap_or_else(|| {
            T::checked(T::MAX).unwrap_or_else(|_| unreachable!("limits are allowed numbers"))
        })
    }

    /// A whole number; `None` for a fault.
    pub fn whole(&self, allowed: RangeInclusive<u64>) -> Option<u64> {
        let number = self.any_number()?;
        let (min, max) = (*allowed.start() as f64, *allowed.end() as f64);
        if number.fract() != 0.0 {
            self.report(Problem::NotWhole { found: number });
            return None;
        }
        if number < min || number > max {
            self.report(Problem::OutOfRange { found: number, min, max });
            return None;
        }
        Some(number as u64)
    }

    fn any_number(&self) -> Option<f64> {
        let Value::Number(number) = self.value else {
            self.wrong_type("a number");
            return None;
        };
        Some(*number)
    }

    fn wrong_type(&self, expected: &'static str) {
        self.report(Problem::WrongType { found: brief(self.value), expected });
    }

    fn open(&self, map: &'a [(String, Value)]) -> Object<'a> {
        Object { map, path: self.path.clone(), faults: self.faults }
    }
}

/// An object with its place in the document.
#[derive(Debug)]
pub struct Object<'a> {
    map: &'a [(String, Value)],
    path: String,
    faults: &'a Faults,
}

impl<'a> Object<'a> {
    /// The field, or `None` where it is absent.
    pub fn optional(&self, key: &str) -> Option<Node<'a>> {
        json::field(self.map, key).map(|value| self.child(key, value))
    }

    /// The field; its absence is reported.
    pub fn required(&self, key: &str) -> Option<Node<'a>> {
        let node = self.optional(key);
        if node.is_none() {
            self.faults.report(&join(&self.path, key), Problem::Missing);
        }
        node
    }

    /// A required number; a stand-in where it is absent.
    pub fn required_number<T: Limited>(&self, key: &str) -> Option<T> {
        self.required(key).map(|node| node.number())
    }

    /// A number, or its default where it is absent.
    pub fn number_or<T: Limited>(&self, key: &str, default: T) -> T {
        self.optional(key).map_or(default, |node| node.number())
    }

    /// Takes an error of a field down.
    pub fn report(&self, key: &str, problem: Problem) {
        self.faults.report(&join(&self.path, key), problem);
    }

    fn child(&self, key: &str, value: &'a Value) -> Node<'a> {
        Node { value, path: join(&self.path, &shortened(key)), faults: self.faults }
    }
}

/// The place of a field inside an object.
pub(crate) fn join(path: &str, key: &str) -> String {
    match (path, key) {
        ("", key) => key.to_owned(),
        (path, "") => path.to_owned(),
        (path, key) => format!("{path}.{key}"),
    }
}

/// A text short enough for an error message.
fn shortened(text: &str) -> String {
    const MAX_CHARACTERS: usize = 60;
    match text.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn brief(value: &Value) -> String {
    match value {
        Value::List(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Text(text) => Value::Text(shortened(text)).to_json(),
        scalar => scalar.to_json(),
    }
}
