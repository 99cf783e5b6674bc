//! Between decimal digits and `f64`, without the tables and formatters that std's conversions bring along.
//!
//! [`from_decimal`] and [`parse`] give the float nearest to a number that is written; [`to_decimal`] and [`to_text`] the
//! shortest number that reads back to a float. Both agree with std to the last bit and digit.
//!
//! ```
//! use gyakusan_engine::decimal::{from_decimal, parse, to_text};
//!
//! assert_eq!(from_decimal("145", -3).to_bits(), 0.145_f64.to_bits());
//! assert_eq!(parse("-9007199254740993e-1").map(f64::to_bits), Some((-900_719_925_474_099.3_f64).to_bits()));
//! assert_eq!(parse(".5"), None);
//! assert_eq!(to_text(0.1 + 0.2), "0.30000000000000004");
//! ```

mod read;
#[cfg(test)]
mod tests;
mod whole;
mod write;

pub use read::{from_decimal, parse};
pub use write::{to_decimal, to_text};

/// How many digits there are, in the type of exponents; far more than memory holds are as good as that many.
fn count(digits: impl AsRef<[u8]>) -> i32 {
    i32::try_from(digits.as_ref().len()).unwrap_or(i32::MAX)
}
