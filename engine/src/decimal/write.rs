//! The shortest decimal digits that read back to a given `f64`.
//!
//! Of the decimals that read back to the float, one has the fewest digits and, among those, lies nearest to it. Most
//! numbers of a plan are whole after a few multiplications by ten, and then that is it; for the others the digits are
//! divided out one by one until they tell the float from its neighbours.
//!
//! Source: Guy L. Steele and Jon L. White, "How to print floating-point numbers accurately" (PLDI 1990), in the form of
//! Robert G. Burger and R. Kent Dybvig, "Printing floating-point numbers quickly and accurately" (PLDI 1996).

use super::count;
use super::whole::Whole;

/// Below this, whole numbers lie so far apart that no two divided by the same power of ten are the same float.
const SHORT: f64 = 1e15;

/// Powers of ten are exact floats up to this one.
const EXACT_POWER: i32 = 22;

/// Bits of a mantissa after its first.
const MANTISSA: u32 = 52;

/// The biased exponent of floats whose last bit is worth 1.
const LAST_BIT_OF_ONE: i32 = 1075;

/// The shortest decimal that reads back to the size of this number: its digits, the first and last not 0, and the
/// power of ten that they are multiplied by; 0 has no digits. `None` for infinities and NaN.
///
/// ```
/// use gyakusan_engine::decimal::to_decimal;
///
/// assert_eq!(to_decimal(-0.145), Some(("145".to_owned(), -3)));
/// assert_eq!(to_decimal(1.5e300), Some(("15".to_owned(), 299)));
/// assert_eq!(to_decimal(0.0), Some((String::new(), 0)));
/// assert_eq!(to_decimal(f64::NAN), None);
/// ```
pub fn to_decimal(value: f64) -> Option<(String, i32)> {
    if !value.is_finite() {
        return None;
    }
    let size = value.abs();
    let (digits, exponent) = few_digits(size).unwrap_or_else(|| all_digits(size));
    let short = digits.trim_end_matches('0');
    let zeros = count(&digits[short.len()..]);
    Some(if short.is_empty() { (String::new(), 0) } else { (short.to_owned(), exponent + zeros) })
}

/// The number in plain digits, without an exponent: what std's `to_string` gives. Infinities and NaN are their names.
///
/// ```
/// use gyakusan_engine::decimal::to_text;
///
/// assert_eq!([1e5, 12.5, -0.001, 0.0].map(to_text), ["100000", "12.5", "-0.001", "0"]);
/// assert_eq!(to_text(f64::NEG_INFINITY), "-inf");
/// ```
pub fn to_text(value: f64) -> String {
    let mut text = String::new();
    if value.is_sign_negative() && !value.is_nan() {
        text.push('-');
    }
    let Some((digits, exponent)) = to_decimal(value) else {
        return text + if value.is_nan() { "NaN" } else { "inf" };
    };
    let zeros = |count: i32| "0".repeat(count.max(0) as usize);
    let point = count(&digits) + exponent;
    if point <= 0 {
        text += "0";
        text += if digits.is_empty() { "" } else { "." };
        return text + &zeros(-point) + &digits;
    }
    let (whole, fraction) = digits.split_at(digits.len().min(point as usize));
    text + whole + &zeros(exponent) + if fraction.is_empty() { "" } else { "." } + fraction
}

/// The digits of a number that is, times a small power of ten, a whole number of at most 15 digits.
fn few_digits(size: f64) -> Option<(String, i32)> {
    let mut power = 1.0;
    for exponent in 0..=EXACT_POWER {
        let whole = (size * power).round();
        if whole >= SHORT {
            return None;
        }
        // Reading these digits takes the same quotient, which is rounded once.
        if (whole / power).to_bits() == size.to_bits() {
            return Some(((whole as u64).to_string(), -exponent));
        }
        power *= 10.0;
    }
    None
}

/// The digits of any number above 0, divided out one by one.
fn all_digits(size: f64) -> (String, i32) {
    let mut interval = Interval::around(size);
    let magnitude = interval.scale();
    let mut digits = String::new();
    while !interval.push_digit(&mut digits) {}
    let exponent = magnitude - count(&digits);
    (digits, exponent)
}

/// A number as the fraction `rest` ÷ `unit`, and how far from it, in parts of the same unit, decimals still read back to
/// it: halfway to the floats next to it.
struct Interval {
    rest: Whole,
    unit: Whole,
    below: Whole,
    above: Whole,
    /// Whether the ends belong to the interval, since a middle goes to the even float.
    with_ends: bool,
}

impl Interval {
    fn around(size: f64) -> Self {
        let bits = size.to_bits();
        let (biased, fraction) = (bits >> MANTISSA, bits & ((1 << MANTISSA) - 1));
        let mantissa = if biased > 0 { fraction | 1 << MANTISSA } else { fraction };
        // Below a power of two the next float is half as far as above it.
        let lopsided = u32::from(fraction == 0 && biased > 1);
        let mut interval = Self {
            rest: Whole::from(mantissa << (1 + lopsided)),
            unit: Whole::from(2 << lopsided),
            below: Whole::from(1),
            above: Whole::from(1 << lopsided),
            with_ends: mantissa.is_multiple_of(2),
        };
        let exponent = biased.max(1) as i32 - LAST_BIT_OF_ONE;
        if exponent > 0 {
            interval.each_part(|part| part.shift(exponent.unsigned_abs()));
        } else {
            interval.unit.shift(exponent.unsigned_abs());
        }
        interval
    }

    /// Divides by the power of ten that leaves all of the interval below 1 and its end at 0.1 or above; gives its exponent.
    fn scale(&mut self) -> i32 {
        // log10(2) is 1233/4096 to four digits; the bits tell the power up to one more.
        let mut exponent = (self.rest.bits() - self.unit.bits() - 1) * 1233 / 4096;
        if exponent > 0 {
            multiply_by_tens(&mut self.unit, exponent.unsigned_abs());
        } else {
            self.each_part(|part| multiply_by_tens(part, exponent.unsigned_abs()));
        }
        while self.reaches_next_unit() {
            self.unit.multiply_add(10, 0);
            exponent += 1;
        }
        while !self.reaches_next_unit() {
            self.each_part(|part| part.multiply_add(10, 0));
            exponent -= 1;
        }
        // The last step has made the interval's end 1 or above; the first digit takes it from there.
        exponent + 1
    }

    /// Splits one digit off; whether the digits so far tell the number from its neighbours.
    fn push_digit(&mut self, digits: &mut String) -> bool {
        if !digits.is_empty() {
            self.each_part(|part| part.multiply_add(10, 0));
        }
        let mut digit = 0;
        while self.rest.reaches(&self.unit) {
            self.rest.subtract(&self.unit);
            digit += 1;
        }
        let low =
            if self.with_ends { self.below.reaches(&self.rest) } else { !self.rest.reaches(&self.below) };
        let high = self.reaches_next_unit();
        let mut double = self.rest.clone();
        double.add(&self.rest);
        let nearer_above = double.reaches(&self.unit);
        digits.push(char::from(b'0' + digit + u8::from(high && (!low || nearer_above))));
        low || high
    }

    /// Whether one whole unit more lies within the interval.
    fn reaches_next_unit(&self) -> bool {
        let mut end = self.rest.clone();
        end.add(&self.above);
        if self.with_ends { end.reaches(&self.unit) } else { !self.unit.reaches(&end) }
    }

    /// Changes everything but the unit.
    fn each_part(&mut self, change: impl Fn(&mut Whole)) {
        [&mut self.rest, &mut self.below, &mut self.above].into_iter().for_each(change);
    }
}

fn multiply_by_tens(number: &mut Whole, count: u32) {
    number.multiply_by_fives(count);
    number.shift(count);
}
