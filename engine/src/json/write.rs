//! Writing JSON in its shortest form.

use std::fmt::Write;

use super::Value;
use crate::decimal::to_text;

/// Writes JSON piece by piece and sets the commas; that keys and ends stand where they must is up to the caller.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    /// Whether the next key or value follows another one.
    follows: bool,
}

impl Writer {
    /// Starts an object.
    pub fn open_object(&mut self) {
        self.open('{');
    }

    /// Ends an object.
    pub fn close_object(&mut self) {
        self.close('}');
    }

    /// Starts a list.
    pub fn open_list(&mut self) {
        self.open('[');
    }

    /// Ends a list.
    pub fn close_list(&mut self) {
        self.close(']');
    }

    /// The key of the value that is written next.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.separate();
        self.quote(key);
        self.text.push(':');
        self.follows = false;
        self
    }

    /// A number in the fewest digits that read back to the same bits, without an exponent. What is no finite number,
    /// which JSON cannot say, is `null`.
    ///
    /// ```
    /// use gyakusan_engine::json::Writer;
    ///
    /// let written = |number| {
    ///     let mut writer = Writer::default();
    ///     writer.number(number);
    ///     writer.finish()
    /// };
    /// assert_eq!([1e5, 0.1 + 0.2, -0.0].map(written), ["100000", "0.30000000000000004", "-0"]);
    /// ```
    pub fn number(&mut self, number: f64) {
        if !number.is_finite() {
            return self.word("null");
        }
        self.separate();
        self.text.push_str(&to_text(number));
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.separate();
        self.quote(text);
    }

    /// `true` or `false`
    pub fn boolean(&mut self, value: bool) {
        self.word(if value { "true" } else { "false" });
    }

    /// A whole value.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.word("null"),
            Value::Bool(value) => self.boolean(*value),
            Value::Number(number) => self.number(*number),
            Value::Text(text) => self.text(text),
            Value::List(items) => {
                self.open_list();
                for item in items {
                    self.value(item);
                }
                self.close_list();
            }
            Value::Object(fields) => {
                self.open_object();
                for (key, value) in fields {
                    self.key(key).value(value);
                }
                self.close_object();
            }
        }
    }

    /// What has been written.
    pub fn finish(self) -> String {
        self.text
    }

    fn word(&mut self, word: &str) {
        self.separate();
        self.text.push_str(word);
    }

    fn open(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
        self.follows = false;
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.follows = true;
    }

    fn separate(&mut self) {
        if self.follows {
            self.text.push(',');
        }
        self.follows = true;
    }

    fn quote(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(character);
                }
                '\0'..' ' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(character));
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }
}
