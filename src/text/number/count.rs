//! Writes counts: leads, meetings, deals. The noun after them is the sentence's, so these are bare figures,
//! the same in both languages; a value that is not a number is written "—".

use super::decimal::Decimal;
use super::written::{NO_NUMBER, change_sign, joined_range, rounded_text, signed_text};

/// A requirement in whole people, rounded up by the engine's rule and written: 「534」, "1,200".
pub fn required_count(value: f64) -> String {
    // The engine's rule takes any count below 0 for 0, and NaN with it.
    rounded_count(if value.is_nan() { value } else { gyakusan_engine::tree::required_count(value) })
}

/// A simulated count, to the nearest whole: "81", "1,200".
pub fn rounded_count(value: f64) -> String {
    rounded_text(value, 0).unwrap_or_else(|| NO_NUMBER.to_owned())
}

/// A count to one decimal, none if it would be 0: "533.3", "44.5", "80".
pub fn exact_count(value: f64) -> String {
    rounded_text(value, -1).unwrap_or_else(|| NO_NUMBER.to_owned())
}

/// A count to three decimals, none of them a trailing 0, where it is explained: "533.333", "9.375".
pub fn fine_count(value: f64) -> String {
    rounded_text(value, -3).unwrap_or_else(|| NO_NUMBER.to_owned())
}

/// A count for a field, with all the decimals it takes to read back to the same `f64`: "1,200", "533.3".
pub fn editable_count(value: f64) -> String {
    Decimal::from_f64(value).map_or_else(|| NO_NUMBER.to_owned(), |number| signed_text(&number))
}

/// A difference of whole counts with its sign: "+210", "−6", "±0".
pub fn signed_count(value: f64) -> String {
    let Some(number) = Decimal::from_f64(value).map(|number| number.rounded(0)) else {
        return NO_NUMBER.to_owned();
    };
    format!("{}{}", change_sign(&number), number.unsigned_text())
}

/// A range of simulated counts: "58–107", or one number where both ends round to it.
pub fn count_range(low: f64, high: f64) -> String {
    joined_range(rounded_count(low), &rounded_count(high))
}
