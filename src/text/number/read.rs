//! Reads a number as people type it, in full or half width, in Japanese or English.
//!
//! A number is an optional sign and currency mark, then digits with their units, then at most one word for
//! the currency or for what is counted. Digits and units add up in decimal and are turned into an `f64` once,
//! at the end, so 「1.2億」 is 120,000,000 exactly and "33.3%" is the `f64` nearest to 0.333. Numerals in kanji
//! such as 「三千」 are not read.

use super::decimal::Decimal;
use super::scan::{Scanner, is_minus, is_space};
use super::sum::Sum;
use super::words::{self, Word};
use super::{Kind, NumberError};

/// The most characters a number may have, spaces around it aside.
pub const LONGEST_NUMBER: usize = 64;

/// Numbers from ten to this power on are refused.
const TOO_LARGE: i32 = 300;

/// No one counts 万 beyond 9,999万; a bare number of more digits than this is not meant in 万.
const DIGITS_BEFORE_A_UNIT: i32 = 4;

/// Reads the number `text` stands for, whatever unit is shown beside it.
///
/// Takes full-width forms, commas between digits, spaces before groups of three, a decimal point, a sign
/// (also ▲ and △), 兆億万千百十, K M B T, "e" exponents, and the marks of `kind`: currencies, %, 割分厘, 件 and
/// the like. A bare rate is in percent.
///
/// # Errors
///
/// [`NumberError::Empty`] for nothing but spaces, [`NumberError::TooLong`] beyond [`LONGEST_NUMBER`]
/// characters, [`NumberError::WrongUnit`] for a unit of another kind or currency,
/// [`NumberError::TwoNumbers`] where another number begins, [`NumberError::TooLarge`] from 1e300 on, and
/// [`NumberError::NotANumber`] for everything else, naming the place.
///
/// # Examples
///
/// ```
/// use gyakusan::text::number::{Currency, Kind, read_number};
///
/// assert_eq!(read_number("1億2,000万円", Kind::Money(Currency::JPY)), Ok(120_000_000.0));
/// assert_eq!(read_number("¥1.2M", Kind::Money(Currency::JPY)), Ok(1_200_000.0));
/// assert_eq!(read_number("１５％", Kind::Rate), Ok(0.15));
/// assert_eq!(read_number("15", Kind::Rate), Ok(0.15));
/// ```
pub fn read_number(text: &str, kind: Kind) -> Result<f64, NumberError> {
    in_range(&Reader::new(text, kind)?.read()?.value)
}

/// Reads what was typed into a field that shows `unit` beside it, such as "500" before 「万円」.
///
/// A bare number below 10,000 is meant in that unit: "500" is 500万円. With a unit or currency of its own, or
/// from 10,000 on, it is meant as it stands: 「1億」, "¥9,000" and "5,000,000" are yen. Units without 万 or 億
/// change nothing.
///
/// # Errors
///
/// As [`read_number`].
///
/// # Examples
///
/// ```
/// use gyakusan::text::number::{Currency, Kind, read_in_unit};
///
/// let yen = Kind::Money(Currency::JPY);
/// assert_eq!(read_in_unit("500", "万円", yen), Ok(5_000_000.0));
/// assert_eq!(read_in_unit("5,000,000", "万円", yen), Ok(5_000_000.0));
/// assert_eq!(read_in_unit("1億", "万円", yen), Ok(100_000_000.0));
/// ```
pub fn read_in_unit(text: &str, unit: &str, kind: Kind) -> Result<f64, NumberError> {
    let reading = Reader::new(text, kind)?.read()?;
    let is_meant_in_unit = reading.is_bare && reading.value.magnitude() < DIGITS_BEFORE_A_UNIT;
    let power = if is_meant_in_unit { power_of(unit, kind) } else { 0 };
    in_range(&reading.value.shifted(power))
}

/// What a text says, and whether it says it without any unit or mark.
struct Reading {
    value: Decimal,
    is_bare: bool,
}

/// How far reading has come; it only moves forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Digits and units may follow.
    Digits,
    /// The number is complete, as after "5M" or "5%"; its currency or noun may follow.
    Complete,
    /// Nothing may follow.
    Named,
}

struct Reader<'text> {
    text: &'text str,
    /// How many spaces were typed before the text.
    indent: usize,
    scanner: Scanner,
    /// Where the digits read last began.
    number_start: usize,
    kind: Kind,
    sum: Sum,
    stage: Stage,
    has_mark: bool,
}

impl<'text> Reader<'text> {
    fn new(typed: &'text str, kind: Kind) -> Result<Self, NumberError> {
        let unindented = typed.trim_start_matches(is_space);
        let indent = typed.chars().count() - unindented.chars().count();
        let text = unindented.trim_end_matches(is_space);
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        if text.chars().nth(LONGEST_NUMBER).is_some() {
            return Err(NumberError::TooLong { limit: LONGEST_NUMBER });
        }
        Ok(Self {
            text,
            indent,
            scanner: Scanner::new(text),
            number_start: 0,
            kind,
            sum: Sum::new(),
            stage: Stage::Digits,
            has_mark: false,
        })
    }

    fn read(mut self) -> Result<Reading, NumberError> {
        let is_negative = self.read_opening()?;
        self.scanner.skip_spaces();
        while let Some(next) = self.scanner.peek(0) {
            if next.is_ascii_digit() || next == '.' {
                self.read_number()?;
            } else {
                self.read_word()?;
            }
            self.scanner.skip_spaces();
        }
        if self.sum.is_empty() {
            return Err(self.not_a_number(self.scanner.len() - 1));
        }
        // 「1億5」 can only be 5 yen more, but the 5 of 「1割5」 could be percent or 分.
        if self.kind == Kind::Rate && self.sum.has_unit() && self.sum.ends_in_digits() {
            return Err(self.two_numbers(self.number_start));
        }
        let is_bare = !self.sum.has_unit() && !self.has_mark;
        let value = self.sum.finish();
        let value = if self.kind == Kind::Rate && is_bare { value.shifted(-2) } else { value };
        Ok(Reading { value: value.signed(is_negative), is_bare })
    }

    /// Reads a sign and a currency mark, in either order and each at most once; answers whether it was a minus.
    fn read_opening(&mut self) -> Result<bool, NumberError> {
        let mut sign = None;
        while let Some(next) = self.scanner.peek(0) {
            if next == ' ' {
                self.scanner.advance(1);
            } else if sign.is_none() && (next == '+' || is_minus(next)) {
                sign = Some(next);
                self.scanner.advance(1);
            } else if let Some((Word::Money(_), _)) = self.find_word().filter(|_| !self.has_mark) {
                self.read_mark()?;
            } else {
                break;
            }
        }
        Ok(sign.is_some_and(is_minus))
    }

    fn read_mark(&mut self) -> Result<(), NumberError> {
        if let Some((word, length)) = self.find_word() {
            self.check_kind(word, length)?;
            self.has_mark = true;
            self.scanner.advance(length);
        }
        Ok(())
    }

    fn read_number(&mut self) -> Result<(), NumberError> {
        let start = self.scanner.position();
        let number = self.scanner.number().map_err(|place| self.not_a_number(place))?;
        self.number_start = start;
        if self.stage > Stage::Digits || !self.sum.push_number(number) {
            return Err(self.two_numbers(start));
        }
        Ok(())
    }

    fn read_word(&mut self) -> Result<(), NumberError> {
        let start = self.scanner.position();
        let Some((word, length)) = self.find_word() else {
            return Err(self.not_a_number(start));
        };
        self.check_kind(word, length)?;
        let is_name = matches!(word, Word::Money(_) | Word::Noun);
        let stands_alone = !matches!(word, Word::Small(_)) && !self.sum.is_open();
        let is_too_late = if is_name { self.stage == Stage::Named } else { self.stage > Stage::Digits };
        if is_too_late || (stands_alone && (!is_name || self.sum.is_empty())) {
            return Err(self.not_a_number(start));
        }
        self.scanner.advance(length);
        let second = if self.sum.ends_in_digits() { self.number_start } else { start };
        if self.take(word) { Ok(()) } else { Err(self.two_numbers(second)) }
    }

    /// Applies a word to the digits before it; answers whether it may follow what came before.
    fn take(&mut self, word: Word) -> bool {
        match word {
            Word::Suffix(_) | Word::Percent => self.stage = Stage::Complete,
            Word::Money(_) | Word::Noun => (self.stage, self.has_mark) = (Stage::Named, true),
            Word::Small(_) | Word::Large(_) | Word::Tenths(_) => {}
        }
        match word {
            Word::Small(power) => self.sum.push_small(power),
            Word::Large(power) | Word::Tenths(power) | Word::Suffix(power) => self.sum.push_large(power),
            Word::Percent => self.sum.push_large(-2),
            Word::Money(_) | Word::Noun => true,
        }
    }

    /// Refuses a word of another kind of number, naming it as it was typed.
    fn check_kind(&self, word: Word, length: usize) -> Result<(), NumberError> {
        let fits = match (self.kind, word) {
            (Kind::Money(_) | Kind::Count, Word::Small(_) | Word::Large(_) | Word::Suffix(_))
            | (Kind::Count, Word::Noun)
            | (Kind::Rate, Word::Tenths(_) | Word::Percent) => true,
            (Kind::Money(currency), Word::Money(marked)) => {
                let spelling: String = self.scanner.rest()[..length].iter().collect();
                currency.is_marked_by(marked, &spelling)
            }
            _ => false,
        };
        let typed = self.text.chars().skip(self.scanner.position()).take(length);
        if fits { Ok(()) } else { Err(NumberError::WrongUnit { unit: typed.collect() }) }
    }

    fn find_word(&self) -> Option<(Word, usize)> {
        words::find(self.scanner.rest(), self.kind)
    }

    fn not_a_number(&self, place: usize) -> NumberError {
        let found = self.text.chars().nth(place).unwrap_or_default();
        NumberError::NotANumber { text: self.text.to_owned(), at: self.indent + place, found }
    }

    fn two_numbers(&self, place: usize) -> NumberError {
        NumberError::TwoNumbers { at: self.indent + place }
    }
}

fn in_range(value: &Decimal) -> Result<f64, NumberError> {
    if value.magnitude() >= TOO_LARGE { Err(NumberError::TooLarge) } else { Ok(value.to_f64()) }
}

/// The power of ten a shown unit such as 「万円」 begins with.
fn power_of(unit: &str, kind: Kind) -> i32 {
    let characters: Vec<char> = unit.chars().collect();
    match words::find(&characters, kind) {
        Some((Word::Small(power) | Word::Large(power) | Word::Suffix(power), _)) => power,
        _ => 0,
    }
}
