//! The walk through a JSON value that turns it into symbols, and symbols into a value.
//!
//! It knows no field of a plan: the words it meets most, and what follows what, it has learned from a sample. Texts
//! that stood before, keys among them, are words and cost a symbol; others are spelled.

use gyakusan_engine::decimal::{from_decimal, to_decimal};
use gyakusan_engine::json::Value;

use super::model::{Coder, mixed};

/// Lists and objects may stand this deep inside each other.
const MAX_DEPTH: u32 = 16;

/// Bits of a word's number.
const WORD_BITS: u32 = 8;

/// Stands for the end of an object's fields.
const END: u32 = 0;

/// Stands for a text that is spelled.
const SPELLED: u32 = 1;

/// Bits of a character that are spelled first, its script and neighbourhood.
const HIGH_BITS: u32 = 15;

/// Stands for the end of a text; no character has these bits.
const LAST: u32 = (1 << HIGH_BITS) - 1;

/// Bits of a mantissa that are foreseen; the others follow in pieces of as many bits.
const PIECE: u32 = 10;

/// The coder, and the words met so far.
#[derive(Debug, Clone)]
pub(super) struct Walk<'a> {
    pub(super) coder: Coder<'a>,
    words: Vec<String>,
    /// The word met last.
    last: u32,
}

/// Kinds of values, in the order of their symbols; the places of symbols that belong to a value follow.
const NULL: u32 = 0;
const FALSE: u32 = 1;
const TRUE: u32 = 2;
const NUMBER: u32 = 3;
const TEXT: u32 = 4;
const LIST: u32 = 5;
const OBJECT: u32 = 6;
const SIGN: u32 = 8;
const EXPONENT: u32 = 9;
const LENGTH: u32 = 10;
const MANTISSA: u32 = 11;
const SPELLING: u32 = 12;

impl Walk<'_> {
    /// A walk that only learns.
    pub(super) fn new() -> Self {
        // The first two words are never met, since their numbers have a meaning of their own.
        Self { coder: Coder::new(), words: vec![String::new(); 2], last: END }
    }

    /// A value under a key whose word has the number `key`: the given one, or the one that is read. `None` for what is no
    /// value, or one too large or too deep.
    pub(super) fn value(&mut self, key: u32, depth: u32, given: &Value) -> Option<Value> {
        let kind = match given {
            Value::Null => NULL,
            Value::Bool(value) => FALSE + u32::from(*value),
            Value::Number(_) => NUMBER,
            Value::Text(_) => TEXT,
            Value::List(_) => LIST,
            Value::Object(_) => OBJECT,
        };
        let deeper = depth + 1;
        if deeper > MAX_DEPTH {
            return None;
        }
        Some(match self.coder.symbol(mixed(key, NULL), 3, kind)? {
            NULL => Value::Null,
            FALSE => Value::Bool(false),
            TRUE => Value::Bool(true),
            NUMBER => {
                Value::Number(self.number(key, if let Value::Number(given) = given { *given } else { 0.0 })?)
            }
            TEXT => {
                // A name follows from the id before it, and the next id from the last.
                let word = self.word(mixed(mixed(key, TEXT), self.last), given.as_text())?;
                Value::Text(self.words.get(word as usize)?.clone())
            }
            LIST => self.list(key, deeper, given)?,
            OBJECT => self.object(key, deeper, given)?,
            _ => return None,
        })
    }

    fn list(&mut self, key: u32, depth: u32, given: &Value) -> Option<Value> {
        let given = if let Value::List(items) = given { items.as_slice() } else { &[] };
        let mut items = Vec::new();
        loop {
            let count = items.len() as u32;
            let more = u32::from(items.len() < given.len());
            if self.coder.symbol(mixed(mixed(key, LIST), count), 1, more)? == 0 {
                return Some(Value::List(items));
            }
            items.push(self.value(key, depth, given.get(items.len()).unwrap_or(&Value::Null))?);
        }
    }

    fn object(&mut self, key: u32, depth: u32, given: &Value) -> Option<Value> {
        let given = if let Value::Object(fields) = given { fields.as_slice() } else { &[] };
        let mut fields: Vec<(String, Value)> = Vec::new();
        let mut before = END;
        loop {
            let field = given.get(fields.len());
            let place = mixed(mixed(key, OBJECT), before);
            before = self.word(place, field.map(|(key, _)| key.as_str()))?;
            if before == END {
                return Some(Value::Object(fields));
            }
            let key = self.words.get(before as usize)?.clone();
            // The order of keys is part of a value, and no key stands twice.
            if fields.last().is_some_and(|(last, _)| *last >= key) {
                return None;
            }
            let value = self.value(before, depth, field.map_or(&Value::Null, |(_, value)| value))?;
            fields.push((key, value));
        }
    }

    /// The number of a word; the end where none is given.
    fn word(&mut self, place: u32, given: Option<&str>) -> Option<u32> {
        let known = given.map_or(Some(END as usize), |given| {
            self.words.iter().skip(2).position(|word| word == given).map(|found| found + 2)
        });
        let word = self.coder.symbol(place, WORD_BITS, known.map_or(SPELLED, |word| word as u32))?;
        if word != SPELLED {
            self.last = word;
            return Some(word);
        }
        let text = self.spelled(given.unwrap_or_default())?;
        // Once all numbers of words are taken, the last one goes from text to text.
        if self.words.len() == 1 << WORD_BITS {
            self.words.pop();
        }
        self.words.push(text);
        self.last = self.words.len() as u32 - 1;
        Some(self.last)
    }

    fn spelled(&mut self, given: &str) -> Option<String> {
        let mut text = String::new();
        let mut given = given.chars();
        let mut script = 0;
        loop {
            let next = given.next().map(u32::from);
            let high =
                self.coder.symbol(mixed(SPELLING, script), HIGH_BITS, next.map_or(LAST, |next| next >> 6))?;
            if high == LAST {
                return Some(text);
            }
            let low = self.coder.symbol(
                mixed(mixed(SPELLING, high), SPELLING),
                6,
                next.map_or(0, |next| next & 63),
            )?;
            text.push(char::from_u32(high << 6 | low)?);
            // ASCII, kana and the rest follow each other by different rules.
            script = match high {
                0 | 1 => 1,
                0xC1..=0xC3 => 2,
                _ => 3,
            };
        }
    }

    /// A finite number by its shortest decimal, so that it comes back with all its bits.
    fn number(&mut self, key: u32, given: f64) -> Option<f64> {
        let (digits, exponent) = to_decimal(given)?;
        let given_mantissa: u64 =
            digits.bytes().fold(0, |mantissa, digit| mantissa * 10 + u64::from(digit & 0xF));
        let sign = self.coder.symbol(mixed(key, SIGN), 1, u32::from(given.is_sign_negative()))?;
        let place = mixed(key, EXPONENT);
        let exponent = self.coder.symbol(place, 10, (exponent + 512) as u32)?.cast_signed() - 512;
        let length = self.coder.symbol(
            mixed(mixed(key, LENGTH), exponent as u32),
            6,
            u64::BITS - given_mantissa.leading_zeros(),
        )?;
        let mut mantissa = 0;
        let mut left = length;
        while left > 0 {
            let bits = left.min(PIECE);
            left -= bits;
            let place = mixed(mixed(key, MANTISSA), length << 8 | left);
            let piece =
                self.coder.symbol(place, bits, (given_mantissa >> left) as u32 & ((1 << bits) - 1))?;
            mantissa = mantissa << bits | u64::from(piece);
        }
        let size = from_decimal(&mantissa.to_string(), exponent);
        size.is_finite().then_some(if sign == 1 { -size } else { size })
    }
}
