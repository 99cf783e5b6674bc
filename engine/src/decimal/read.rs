//! Decimal digits to the nearest `f64`.
//!
//! Every result is the float nearest to the number that is written, halves to the even one, so it has the same bits as
//! what std's `parse` gives. Where digits and power of ten are both exact floats, one product or quotient of theirs is
//! the answer; else the number is divided out as a fraction of whole numbers of any size. The second way takes
//! microseconds, however long the digits and however large the exponent.
//!
//! Source: William D. Clinger, "How to read floating point numbers accurately" (PLDI 1990).

use super::count;
use super::whole::Whole;

/// Powers of ten are exact floats up to this one.
const EXACT_POWER: i32 = 22;

/// Whole numbers are exact floats up to this one.
const EXACT_WHOLE: u64 = 1 << 53;

/// A `u64` holds any number of this many digits.
const SHORT: usize = 19;

/// No float, and no middle between two, has more significant digits than 768.
const MOST_DIGITS: usize = 800;

/// The power of two of the last bit of the smallest floats.
const SMALLEST_BIT: i32 = -1074;

/// The power of two of the last bit of the largest floats.
const LARGEST_BIT: i32 = 971;

/// Bits of a mantissa.
const MANTISSA: i32 = 53;

/// Steps of a division: the first may give a 0, and one bit more than a mantissa tells a half.
const STEPS: i32 = MANTISSA + 2;

/// The float nearest to `digits` times ten to the `exponent`: infinite beyond the largest, 0 below half the smallest.
///
/// The digits are ASCII, as many as one likes, with zeros in front or without; none at all are 0.
///
/// ```
/// use gyakusan_engine::decimal::from_decimal;
///
/// assert_eq!(from_decimal("0025", -1).to_bits(), 2.5_f64.to_bits());
/// assert_eq!(from_decimal("1", 309).to_bits(), f64::INFINITY.to_bits());
/// assert_eq!(from_decimal("5", -324).to_bits(), 1);
/// ```
pub fn from_decimal(digits: &str, exponent: i32) -> f64 {
    debug_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()), "{digits} are no digits");
    let digits = digits.trim_start_matches('0').as_bytes();
    let length = digits.len() - digits.iter().rev().take_while(|&&digit| digit == b'0').count();
    let magnitude = i64::from(count(digits)) + i64::from(exponent);
    match magnitude {
        _ if length == 0 => 0.0,
        ..=-324 => 0.0,
        // Within these bounds, the exponent that belongs to so many digits is a small number.
        -323..=309 => nearest(&digits[..length.min(MOST_DIGITS)], length > MOST_DIGITS, magnitude as i32),
        310.. => f64::INFINITY,
    }
}

/// The float nearest to a number in the form `-?digits[.digits][e[+-]digits]`, `E` too; `None` for any other form.
///
/// ```
/// use gyakusan_engine::decimal::parse;
///
/// assert_eq!(parse("-12.50e+1"), Some(-125.0));
/// assert_eq!(parse("1e-99999999999"), Some(0.0));
/// assert_eq!([parse("+1"), parse("1."), parse("1e"), parse("inf"), parse("")], [None; 5]);
/// ```
pub fn parse(text: &str) -> Option<f64> {
    let size = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, power) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    if !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    let places = count(fraction);
    let value = from_decimal(&[whole, fraction].concat(), exponent(power)?.saturating_sub(places));
    Some(if size.len() < text.len() { -value } else { value })
}

/// The exponent after `e`; one that no `i32` holds becomes the last that does.
fn exponent(text: &str) -> Option<i32> {
    let size = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !are_digits(size) {
        return None;
    }
    let size = size
        .bytes()
        .fold(0_i32, |size, byte| size.saturating_mul(10).saturating_add(worth(byte).cast_signed()));
    Some(if text.starts_with('-') { -size } else { size })
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a digit is worth.
fn worth(digit: u8) -> u32 {
    u32::from(digit & 0xF)
}

/// The float nearest to `0.digits` times ten to the `magnitude`; `more` says that further digits, not all 0, follow.
fn nearest(digits: &[u8], more: bool, magnitude: i32) -> f64 {
    let exponent = magnitude - count(digits);
    if let Some(value) = exact(digits, exponent) {
        return value;
    }
    let mut number = Whole::default();
    for &digit in digits {
        number.multiply_add(10, worth(digit));
    }
    if !more {
        return quotient(number, exponent);
    }
    // What follows only decides on which side of a middle the number lies, and any digit says so.
    number.multiply_add(10, 1);
    quotient(number, exponent - 1)
}

/// The value where digits and power of ten are both exact floats, since then it is rounded once.
fn exact(digits: &[u8], exponent: i32) -> Option<f64> {
    if digits.len() > SHORT || exponent.abs() > EXACT_POWER {
        return None;
    }
    let whole = digits.iter().fold(0, |whole, &digit| whole * 10 + u64::from(worth(digit)));
    let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
    let value = whole as f64;
    (whole <= EXACT_WHOLE).then_some(if exponent < 0 { value / power } else { value * power })
}

/// The float nearest to `number` times ten to the `exponent`, by division bit by bit.
///
/// Ten to the `exponent` is a power of five times one of two, and the power of two only moves the result.
fn quotient(mut number: Whole, exponent: i32) -> f64 {
    let mut divisor = Whole::from(1);
    let fives = if exponent < 0 { &mut divisor } else { &mut number };
    fives.multiply_by_fives(exponent.unsigned_abs());
    // With as many bits in both, the quotient lies between a half and two.
    let shift = number.bits() - divisor.bits();
    let shorter = if shift < 0 { &mut number } else { &mut divisor };
    shorter.shift(shift.unsigned_abs());
    let mut bits = 0;
    for _ in 0..STEPS {
        let fits = number.reaches(&divisor);
        if fits {
            number.subtract(&divisor);
        }
        bits = bits << 1 | u64::from(fits);
        number.multiply_add(2, 0);
    }
    // A remainder stands below the last bit as one bit more.
    rounded(bits << 1 | u64::from(number.bits() > 0), exponent + shift - STEPS)
}

/// The float nearest to `bits` times two to the `exponent`, halves to the even one; `bits` are more than a mantissa's.
fn rounded(bits: u64, exponent: i32) -> f64 {
    let length = (u64::BITS - bits.leading_zeros()).cast_signed();
    let last_bit = (exponent + length - MANTISSA).max(SMALLEST_BIT);
    let dropped = last_bit - exponent;
    if last_bit > LARGEST_BIT {
        return f64::INFINITY;
    }
    if dropped > length {
        return 0.0;
    }
    let (kept, half) = (bits >> dropped, 1 << (dropped - 1));
    let rest = bits - (kept << dropped);
    let up = rest > half || rest == half && kept % 2 == 1;
    // A mantissa's first bit adds 1 to the exponent above it, as does the carry of one that rounds up to the next power.
    f64::from_bits((((last_bit - SMALLEST_BIT) as u64) << (MANTISSA - 1)) + kept + u64::from(up))
}
