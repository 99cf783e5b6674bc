//! JSON as plans need it: strict, small, and with numbers that come back with the same bits.
//!
//! ```
//! use gyakusan_engine::json::{Value, Writer};
//!
//! let value = Value::parse(r#"{ "name": "逆算", "rates": [0.15, 1e-3] }"#)?;
//! assert_eq!(value.get("name"), Some(&Value::Text("逆算".to_owned())));
//!
//! let mut writer = Writer::default();
//! writer.open_object();
//! writer.key("rates").open_list();
//! writer.number(0.15);
//! writer.number(1e-3);
//! writer.close_list();
//! writer.close_object();
//! assert_eq!(writer.finish(), r#"{"rates":[0.15,0.001]}"#);
//!
//! let error = Value::parse("[1,]").expect_err("a comma too many");
//! assert_eq!(error.to_string(), "line 1, column 4: a value is expected");
//! # Ok::<(), gyakusan_engine::json::SyntaxError>(())
//! ```

mod read;
mod write;

pub use write::Writer;

#[cfg(test)]
mod tests;

/// Lists and objects may stand this deep inside each other.
pub const MAX_DEPTH: usize = 128;

/// An object may have this many fields.
pub const MAX_FIELDS: usize = 1000;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, rounded to the nearest there is; infinite where it lies beyond all of them.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object: its fields in the order of their keys, whatever order they were written in.
    Object(Vec<(String, Value)>),
}

/// Where a text stops being JSON, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxError {
    /// The line of the fault, from 1.
    pub line: usize,
    /// The character of the fault within its line, from 1.
    pub column: usize,
    /// What is wrong there.
    pub reason: &'static str,
}

impl Value {
    /// Reads a text that is one JSON value and nothing else (RFC 8259).
    ///
    /// # Errors
    /// The first fault with its place. Beyond the grammar, a key that stands twice in one object is refused, half of a
    /// surrogate pair, nesting deeper than [`MAX_DEPTH`], and an object of more than [`MAX_FIELDS`] fields.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        read::value(text)
    }

    /// The field of an object; `None` where it is absent or the value is no object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => field(fields, key),
            _ => None,
        }
    }

    /// The text of a text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Writes the value in its shortest form.
    ///
    /// ```
    /// use gyakusan_engine::json::Value;
    /// let value = Value::parse("{ \"b\": [null, -0.50], \"a\": 1E5 }")?;
    /// assert_eq!(value.to_json(), r#"{"a":100000,"b":[null,-0.5]}"#);
    /// # Ok::<(), gyakusan_engine::json::SyntaxError>(())
    /// ```
    pub fn to_json(&self) -> String {
        let mut writer = Writer::default();
        writer.value(self);
        writer.finish()
    }
}

/// The field of an object; `None` where it is absent.
pub(crate) fn field<'a>(fields: &'a [(String, Value)], key: &str) -> Option<&'a Value> {
    fields.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.reason)
    }
}

impl std::error::Error for SyntaxError {}
