//! Numbers as people type and read them: 「1億2,000万円」, 「15%」, "¥1.2M".
//!
//! One reader serves both languages, and what the writers of editable fields write, it reads back to the very
//! same `f64`. All rounding happens on decimal digits, never in floating point, so the figures on the page
//! are the same on every machine.

mod count;
mod currency;
mod decimal;
mod money;
mod portion;
mod read;
mod scan;
mod sum;
mod words;
mod written;

#[cfg(test)]
mod tests;

pub use count::{count_range, editable_count, exact_count, fine_count, required_count};
pub use count::{rounded_count, signed_count};
pub use currency::Currency;
pub use money::{axis_money, editable_money, money, money_range};
pub use portion::{Odds, OddsBound, editable_rate, multiplier, odds, point_change, points, rate};
pub use portion::{rate_range, signed_percent};
pub use read::{LONGEST_NUMBER, read_in_unit, read_number};
pub use written::Written;

/// What a field expects, which decides the units it takes and what a bare number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An amount in this currency; a bare number is in its whole unit (yen, not 万円).
    Money(Currency),
    /// A share, read as a fraction; a bare number is in percent, so "15" is 0.15.
    Rate,
    /// A number of things or months; a bare number is itself.
    Count,
}

/// Why a text is not the number a field expects. The sentences are written per language elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing but spaces.
    Empty,
    /// Reading stopped at a character that has no place there, or the text ended too early after it.
    NotANumber {
        /// What was typed, without the spaces around it.
        text: String,
        /// The character's index in the text as typed, counted in characters from 0.
        at: usize,
        /// The character as typed.
        found: char,
    },
    /// A second number begins where the first is complete, as in "10 20" or "500万1億".
    TwoNumbers {
        /// Where the second begins, counted in characters from 0.
        at: usize,
    },
    /// A unit this kind of number does not take: "%" in an amount, 億 in a rate, "$" in a plan in yen.
    WrongUnit {
        /// The unit as typed.
        unit: String,
    },
    /// More characters than any number needs.
    TooLong {
        /// The most that are read.
        limit: usize,
    },
    /// 1e300 or more, whatever its sign.
    TooLarge,
}
