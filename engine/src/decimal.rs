//! Decimal digits to the nearest `f64`, without the table of powers that std's conversion brings along.
//!
//! Every result is the float nearest to the number that is written, halves to the even one, so it has the same bits as
//! what std's `parse` gives. Where digits and power of ten are both exact floats, one product or quotient of theirs is
//! the answer; else the number is divided out as a fraction of whole numbers of any size. The second way takes
//! microseconds, however long the digits and however large the exponent.
//!
//! Source: William D. Clinger, "How to read floating point numbers accurately" (PLDI 1990).
//!
//! ```
//! use gyakusan_engine::decimal::{from_decimal, parse};
//!
//! assert_eq!(from_decimal("145", -3).to_bits(), 0.145_f64.to_bits());
//! assert_eq!(parse("-9007199254740993e-1").map(f64::to_bits), Some((-900_719_925_474_099.3_f64).to_bits()));
//! assert_eq!(parse(".5"), None);
//! ```

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

/// Five to this power is the largest that a limb holds.
const LIMB_POWER: u32 = 13;

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
    let places = count(fraction.as_bytes());
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

/// How many digits there are, in the type of exponents; far more than memory holds are as good as that many.
fn count(digits: &[u8]) -> i32 {
    i32::try_from(digits.len()).unwrap_or(i32::MAX)
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
    let mut divisor = Whole(vec![1]);
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

/// A whole number of any size: limbs of 32 bits, the least significant first and the last never 0.
#[derive(Default)]
struct Whole(Vec<u32>);

impl Whole {
    fn bits(&self) -> i32 {
        self.0.last().map_or(0, |last| self.0.len() as u32 * u32::BITS - last.leading_zeros()).cast_signed()
    }

    fn multiply_add(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= u32::BITS;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn multiply_by_fives(&mut self, mut count: u32) {
        while count > 0 {
            let step = count.min(LIMB_POWER);
            self.multiply_add(5_u32.pow(step), 0);
            count -= step;
        }
    }

    /// Multiplies by two to the `by`; the number is not 0.
    fn shift(&mut self, by: u32) {
        self.multiply_add(1 << (by % u32::BITS), 0);
        self.0.splice(..0, std::iter::repeat_n(0, (by / u32::BITS) as usize));
    }

    /// Whether this is at least the other.
    fn reaches(&self, other: &Self) -> bool {
        let length = self.0.len().cmp(&other.0.len());
        length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_ge()
    }

    /// Takes off another number that this one reaches.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let (rest, first) = limb.overflowing_sub(other.0.get(place).copied().unwrap_or(0));
            let (rest, second) = rest.overflowing_sub(u32::from(borrow));
            *limb = rest;
            borrow = first || second;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{count, from_decimal, parse};

    /// Weyl's sequence through a mixer of bits (`SplitMix64`).
    struct Random(u64);

    impl Random {
        fn bits(&mut self) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^ (mixed >> 31)
        }

        fn below(&mut self, end: u64) -> u64 {
            self.bits() % end
        }

        fn digits(&mut self, count: u64) -> String {
            (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
        }

        /// A positive float of any size but the largest, subnormal ones in one of four cases.
        fn float(&mut self) -> f64 {
            let bits = self.below(f64::MAX.to_bits());
            f64::from_bits(if self.below(4) == 0 { bits % (1 << 52) } else { bits })
        }
    }

    /// Reads the number by either function and by std.
    #[track_caller]
    fn check(digits: &str, exponent: i32) {
        let text = format!("{digits}e{exponent}");
        let expected: f64 = text.parse().expect("digits and an exponent are a float");
        assert_eq!(from_decimal(digits, exponent).to_bits(), expected.to_bits(), "{text}");
        assert_eq!(parse(&text).map(f64::to_bits), Some(expected.to_bits()), "{text}");
    }

    /// The digits of `factor` times the sum of two floats, of which the last 1074 stand after the point.
    fn digits_of_sum(left: f64, right: f64, factor: u32) -> String {
        let columns = |value: f64| format!("{value:0>1400.1074}").replace('.', "").into_bytes();
        let mut carry = 0;
        let mut digits: Vec<char> = Vec::new();
        for (left, right) in columns(left).iter().zip(&columns(right)).rev() {
            carry += factor * (u32::from(left - b'0') + u32::from(right - b'0'));
            digits.extend(char::from_digit(carry % 10, 10));
            carry /= 10;
        }
        assert_eq!(carry, 0, "the columns hold the sum");
        digits.iter().rev().collect()
    }

    /// Checks the number, and those next to it on both sides, near and very near.
    fn check_around(digits: &str, exponent: i32) {
        let zeros = "0".repeat(900);
        check(digits, exponent);
        check(&format!("{digits}1"), exponent - 1);
        check(&format!("{digits}{zeros}1"), exponent - 901);
        let short = digits.trim_end_matches('0');
        let (start, last) = short.split_at(short.len() - 1);
        let below = last.parse::<u8>().expect("a digit") - 1;
        let exponent = exponent + count(&digits.as_bytes()[short.len()..]);
        check(&format!("{start}{below}9"), exponent - 1);
        check(&format!("{start}{below}{}", zeros.replace('0', "9")), exponent - 900);
    }

    #[test]
    fn digits_at_random_read_as_std_reads_them() {
        let mut random = Random(1);
        for _ in 0..300_000 {
            let count = 1 + random.below(40);
            let digits = random.digits(count);
            check(&digits, random.below(801) as i32 - 400);
        }
    }

    #[test]
    fn digits_where_the_short_way_ends_read_as_std_reads_them() {
        let mut random = Random(2);
        for _ in 0..100_000 {
            let count = 14 + random.below(7);
            let digits = random.digits(count);
            check(&digits, random.below(51) as i32 - 25);
            check(&((1 << 53) + random.below(7) - 3).to_string(), random.below(51) as i32 - 25);
        }
    }

    #[test]
    fn floats_come_back_from_their_shortest_digits() {
        let mut random = Random(3);
        for _ in 0..100_000 {
            let value = random.float();
            assert_eq!(parse(&format!("{value:e}")).map(f64::to_bits), Some(value.to_bits()), "{value:e}");
            assert_eq!(parse(&format!("-{value}")).map(f64::to_bits), Some((-value).to_bits()), "{value:e}");
        }
    }

    #[test]
    fn middles_between_floats_go_to_the_even_one() {
        let mut random = Random(4);
        for _ in 0..2_000 {
            let value = random.float();
            check_around(&digits_of_sum(value, value.next_up(), 5), -1075);
        }
        for exponent in 0..2046 {
            // Below a power of two, floats lie twice as dense as above it.
            let value = f64::from_bits(exponent << 52);
            check_around(&digits_of_sum(value, value.next_up(), 5), -1075);
            check_around(&digits_of_sum(value.next_down().abs(), value, 5), -1075);
        }
    }

    #[test]
    fn the_ends_of_the_range_are_rounded_as_its_middle() {
        let half_step = f64::from_bits((1023 + 970) << 52);
        let middle = digits_of_sum(f64::MAX, half_step, 1);
        check_around(&middle, -1074);
        assert_eq!(from_decimal(&middle, -1074).to_bits(), f64::INFINITY.to_bits());
        check_around(&digits_of_sum(f64::MAX, 0.0, 1), -1074);
        check_around(&digits_of_sum(f64::MIN_POSITIVE, f64::MIN_POSITIVE.next_down(), 5), -1075);
        for (digits, exponent) in [("17976931348623157", 292), ("17976931348623158", 292), ("18", 307)] {
            check(digits, exponent);
        }
        for (digits, exponent) in [("5", -324), ("25", -325), ("24", -325), ("22250738585072011", -324)] {
            check(digits, exponent);
        }
        for exponent in [i32::MIN, -1_000, -325, -324, -323, 0, 308, 309, 310, 1_000, i32::MAX] {
            for digits in ["0", "1", "9", "000", "0001000", "99999999999999999999"] {
                check(digits, exponent);
            }
        }
    }

    #[test]
    fn long_runs_of_zeros_are_no_hurdle() {
        let zeros = "0".repeat(5_000);
        check(&zeros, 7);
        check(&format!("{zeros}123"), -2);
        check(&format!("123{zeros}"), -5_000);
        check(&format!("1{zeros}1"), -5_000);
        assert_eq!(parse(&format!("0.{zeros}1e5001")), Some(1.0));
        assert_eq!(from_decimal("", 5).to_bits(), 0);
    }

    #[test]
    fn only_the_plain_form_is_read() {
        for text in
            ["", "-", "+1", "--1", ".5", "1.", "1.e5", "-.5", "e5", "1e", "1e+", "1e+-5", "1e5.0", "1.2.3"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        for text in ["inf", "NaN", "1_000", " 1", "1 ", "1e5e5", "１", "0x10"] {
            assert_eq!(parse(text), None, "{text}");
        }
        for text in ["0", "-0", "-0.0e-5", "1E5", "1.5e+3", "007.250", "1e99999999999", "-1e-99999999999"] {
            let expected: f64 = text.parse().expect("std reads more forms than this");
            assert_eq!(parse(text).map(f64::to_bits), Some(expected.to_bits()), "{text}");
        }
    }
}
