//! Reading and writing against std.

use super::{count, from_decimal, parse, to_decimal, to_text};

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
    let exponent = exponent + count(&digits[short.len()..]);
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
fn floats_are_written_as_std_writes_them() {
    let mut random = Random(5);
    let edges = (0..2046).flat_map(|exponent| {
        let power = f64::from_bits(exponent << 52);
        [power, power.next_up(), power.next_down().abs()]
    });
    let decimals =
        (0..100_000).map(|_| from_decimal(&random.below(1 << 53).to_string(), -(random.below(23) as i32)));
    let decimals: Vec<_> = decimals.collect();
    let floats = (0..100_000).map(|_| random.float());
    let whole = [0.0, 1.0, 1e15, 999_999_999_999_999.0, 1e22, 1e23, 5e-324, f64::MAX];
    for value in edges.chain(decimals).chain(floats).chain(whole) {
        assert_eq!(to_text(value), format!("{value}"));
        assert_eq!(to_text(-value), format!("{}", -value));
        let (digits, exponent) = to_decimal(value).expect("a finite number");
        assert_eq!(from_decimal(&digits, exponent).to_bits(), value.to_bits(), "{value:e}");
    }
    assert_eq!(to_decimal(f64::NAN).or(to_decimal(f64::NEG_INFINITY)), None);
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
