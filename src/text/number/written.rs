//! A written number in the two parts a page sets differently: figures large, unit small.

use super::decimal::Decimal;
use std::fmt;

/// Stands for a number that does not exist: an average over nothing, a division by zero.
pub(super) const NO_NUMBER: &str = "—";

/// Between the ends of a range.
pub(super) const RANGE_DASH: char = '–';

/// A number and the unit after it. Its `Display` joins them: 「9,900万円」.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The figures, with sign, currency symbol and English suffix: "9,900", "1億", "¥99M"; "—" for no number.
    pub number: String,
    /// What follows in small type: 「万円」, "%"; often empty in English, and always for no number.
    pub unit: String,
}

impl Written {
    pub(super) fn new(number: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { number: number.into(), unit: unit.into() }
    }

    /// What is written for infinities and NaN.
    pub(super) fn none() -> Self {
        Self::new(NO_NUMBER, "")
    }

    /// Whether this stands for no number at all.
    pub fn is_none(&self) -> bool {
        self.number == NO_NUMBER
    }
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.number, self.unit)
    }
}

/// The sign of a number: a real minus, or nothing.
pub(super) fn sign(number: &Decimal) -> &'static str {
    if number.is_negative() { "−" } else { "" }
}

/// The sign of a change: a plus too, and "±" for no change.
pub(super) fn change_sign(number: &Decimal) -> &'static str {
    match sign(number) {
        "" if number.is_zero() => "±",
        "" => "+",
        minus => minus,
    }
}

/// The number with its minus and grouped thousands, rounded to ten to the `place`.
pub(super) fn rounded_text(value: f64, place: i32) -> Option<String> {
    let number = Decimal::from_f64(value)?.rounded(place);
    Some(signed_text(&number))
}

/// The number with its minus and grouped thousands.
pub(super) fn signed_text(number: &Decimal) -> String {
    format!("{}{}", sign(number), number.unsigned_text())
}

/// One text where both ends read alike, both and a dash otherwise.
pub(super) fn joined_range(low: String, high: &str) -> String {
    if low == high { low } else { format!("{low}{RANGE_DASH}{high}") }
}
