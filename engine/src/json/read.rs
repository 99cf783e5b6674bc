//! Reading JSON: a descent over the bytes that stops at the first fault.

use super::{MAX_DEPTH, MAX_FIELDS, SyntaxError, Value};
use crate::decimal;

const ENDS: &str = "the text ends too early";
const HALF_PAIR: &str = "half of a surrogate pair stands alone";

/// What a step of the descent reads, or why it cannot; the reader then stands at the fault.
type Step<T> = Result<T, &'static str>;

pub(super) fn value(text: &str) -> Result<Value, SyntaxError> {
    let mut reader = Reader { text, place: 0 };
    reader.document().map_err(|reason| reader.fault(reason))
}

struct Reader<'a> {
    text: &'a str,
    /// The next byte; never past the end.
    place: usize,
}

impl Reader<'_> {
    fn document(&mut self) -> Step<Value> {
        let value = self.value(0)?;
        match self.token() {
            None => Ok(value),
            Some(_) => Err("something follows the value"),
        }
    }

    /// `depth` counts the lists and objects that the value stands in.
    fn value(&mut self, depth: usize) -> Step<Value> {
        match self.token().ok_or(ENDS)? {
            b'{' | b'[' if depth == MAX_DEPTH => Err("lists and objects are nested too deep"),
            b'{' => self.object(depth + 1),
            b'[' => self.list(depth + 1),
            b'"' => self.quoted().map(Value::Text),
            b'-' | b'0'..=b'9' => self.number().map(Value::Number),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => Err("a value is expected"),
        }
    }

    fn object(&mut self, depth: usize) -> Step<Value> {
        let mut fields: Vec<(String, Value)> = Vec::new();
        self.place += 1;
        if self.token() == Some(b'}') {
            self.place += 1;
            return Ok(Value::Object(fields));
        }
        loop {
            if self.token().ok_or(ENDS)? != b'"' {
                return Err("a key in quotes is expected");
            }
            let start = self.place;
            let key = self.quoted()?;
            let Some(place) = free_place(&fields, &key) else {
                self.place = start;
                return Err("a key stands twice");
            };
            if fields.len() == MAX_FIELDS {
                self.place = start;
                return Err("an object has more than 1000 fields");
            }
            if self.token().ok_or(ENDS)? != b':' {
                return Err("a colon is expected");
            }
            self.place += 1;
            let value = self.value(depth)?;
            fields.insert(place, (key, value));
            if self.ends(b'}', "a comma or } is expected")? {
                return Ok(Value::Object(fields));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Step<Value> {
        let mut items = Vec::new();
        self.place += 1;
        if self.token() == Some(b']') {
            self.place += 1;
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.ends(b']', "a comma or ] is expected")? {
                return Ok(Value::List(items));
            }
        }
    }

    /// Takes the comma before a next item or the end of all items; tells which.
    fn ends(&mut self, end: u8, expected: &'static str) -> Step<bool> {
        let byte = self.token().ok_or(ENDS)?;
        if byte != b',' && byte != end {
            return Err(expected);
        }
        self.place += 1;
        Ok(byte == end)
    }

    fn quoted(&mut self) -> Step<String> {
        let mut text = String::new();
        self.place += 1;
        loop {
            let start = self.place;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.place += 1;
            }
            text.push_str(&self.text[start..self.place]);
            match self.peek().ok_or(ENDS)? {
                b'"' => {
                    self.place += 1;
                    return Ok(text);
                }
                b'\\' => text.push(self.escaped()?),
                _ => return Err("a control character stands in a text"),
            }
        }
    }

    fn escaped(&mut self) -> Step<char> {
        self.place += 1;
        let character = match self.peek().ok_or(ENDS)? {
            b'u' => return self.unicode(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            _ => return Err("this escape is unknown"),
        };
        self.place += 1;
        Ok(character)
    }

    /// One unit of UTF-16, or two that make a pair.
    fn unicode(&mut self) -> Step<char> {
        let first = self.unit()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or(HALF_PAIR);
        }
        if !self.rest().starts_with(b"\\u") {
            return Err(HALF_PAIR);
        }
        self.place += 1;
        let second = self.unit()?;
        if !(0xDC00..0xE000).contains(&second) {
            return Err(HALF_PAIR);
        }
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or(HALF_PAIR)
    }

    /// The four digits after `u`.
    fn unit(&mut self) -> Step<u32> {
        let mut unit = 0;
        self.place += 1;
        for _ in 0..4 {
            let digit = char::from(self.peek().ok_or(ENDS)?).to_digit(16);
            unit = unit * 16 + digit.ok_or("four hexadecimal digits are expected")?;
            self.place += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Step<f64> {
        let start = self.place;
        self.skip(b"-");
        let zero = self.skip(b"0");
        if !zero {
            self.digits()?;
        } else if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err("a number starts with a 0 too many");
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        decimal::parse(&self.text[start..self.place]).ok_or("a number is expected")
    }

    /// One digit or more.
    fn digits(&mut self) -> Step<()> {
        let start = self.place;
        while self.skip(b"0123456789") {}
        if self.place > start { Ok(()) } else { Err("a digit is expected") }
    }

    fn word(&mut self, word: &str, value: Value) -> Step<Value> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err("a value is expected");
        }
        self.place += word.len();
        Ok(value)
    }

    /// The next byte that is no white space.
    fn token(&mut self) -> Option<u8> {
        while self.skip(b" \n\r\t") {}
        self.peek()
    }

    /// Passes over the next byte where it is one of these.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let found = self.peek().is_some_and(|byte| bytes.contains(&byte));
        self.place += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.place..]
    }

    fn fault(&self, reason: &'static str) -> SyntaxError {
        let (mut line, mut column) = (1, 1);
        for byte in &self.text.as_bytes()[..self.place] {
            if *byte == b'\n' {
                line += 1;
                column = 1;
            } else if *byte & 0xC0 != 0x80 {
                // Every byte of a character but its first has the form 10xxxxxx.
                column += 1;
            }
        }
        SyntaxError { line, column, reason }
    }
}

/// Where a key comes in among fields in the order of their keys; `None` where it stands already.
fn free_place(fields: &[(String, Value)], key: &str) -> Option<usize> {
    fields.binary_search_by(|(known, _)| known.as_str().cmp(key)).err()
}
