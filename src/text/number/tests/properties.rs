//! What holds for all numbers, tried on many: what is written is read, and nothing panics.

use super::{JPY, YEN, full_width};
use crate::text::Language::{En, Ja};
use crate::text::number::*;

#[path = "../../../../engine/tests/record/mod.rs"]
mod record;

/// Numbers that are written and read.
const NUMBERS: u32 = 100_000;

/// A small generator of 64 bits at a time (splitmix64), so that every run tries the same numbers.
struct Generator(u64);

impl Generator {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// Any bits, a whole number, a number of few digits, or a fraction, each as often.
    fn number(&mut self) -> f64 {
        let bits = self.next();
        match self.below(4) {
            0 => f64::from_bits(bits),
            1 => (bits >> self.below(64)) as f64,
            2 => ((bits % 100_000) as f64) * [0.01, 1.0, 1e3, 1e4, 1e7][self.below(5)],
            _ => bits as f64 / u64::MAX as f64,
        }
    }

    /// A readable number: finite and below 1e300.
    fn readable_number(&mut self) -> f64 {
        let number = self.number();
        if number.abs() < 1e300 { number } else { 0.5 }
    }
}

fn same_bits(read: Result<f64, NumberError>, expected: f64, text: &str) {
    // The page knows one zero.
    assert_eq!(read.map(f64::to_bits), Ok((expected + 0.0).to_bits()), "{text} is {expected:e}");
}

#[test]
fn editable_numbers_read_back_to_the_same_bits() {
    let mut generator = Generator(1);
    let currencies = [JPY, Currency::USD, Currency::from_code("THB").expect("three capitals")];
    for _ in 0..NUMBERS {
        let value = generator.readable_number();
        let currency = currencies[generator.below(3)];
        for language in [Ja, En] {
            let written = editable_money(value, currency, language);
            let (joined, kind) = (written.to_string(), Kind::Money(currency));
            same_bits(read_number(&joined, kind), value, &joined);
            same_bits(read_in_unit(&written.number, &written.unit, kind), value, &joined);
            same_bits(read_number(&full_width(&joined), kind), value, &joined);
        }
        let count = editable_count(value);
        same_bits(read_number(&count, Kind::Count), value, &count);
        let rate = editable_rate(value / 1e3);
        same_bits(read_number(&rate.number, Kind::Rate), value / 1e3, &rate.number);
        same_bits(read_number(&rate.to_string(), Kind::Rate), value / 1e3, &rate.number);
    }
    record::record("read_back", &[NUMBERS.to_string()]);
}

#[test]
fn figures_to_read_are_as_near_as_their_rounding() {
    let mut generator = Generator(2);
    for _ in 0..100_000 {
        let value = generator.readable_number();
        for language in [Ja, En] {
            let text = money(value, JPY, language).to_string();
            let read = read_number(&text, YEN).expect("written amounts are read");
            let allowed = (value.abs() * 0.005).max(0.5) * (1.0 + 1e-9);
            assert!((read - value).abs() <= allowed, "{text} for {value:e}");
        }
        let text = rate(value).to_string();
        let read = read_number(&text, Kind::Rate).unwrap_or(value);
        assert!((read - value).abs() <= value.abs().mul_add(1e-9, 0.000_501), "{text} for {value:e}");
    }
}

#[test]
fn nothing_written_shows_how_floats_are_made() {
    let mut generator = Generator(3);
    for _ in 0..50_000 {
        let (value, other) = (generator.number(), generator.number());
        for language in [Ja, En] {
            let texts = [
                money(value, JPY, language).to_string(),
                editable_money(value, JPY, language).to_string(),
                money_range(value, other, JPY, language).to_string(),
                axis_money(value, false, JPY, language),
                odds(value, language).to_string(),
                points(value, language).to_string(),
                multiplier(value, language).to_string(),
                [required_count(value), rounded_count(value), exact_count(value), signed_count(value)]
                    .join(" "),
                [rate(value), editable_rate(value), rate_range(value, other), point_change(value)]
                    .map(|written| written.to_string())
                    .join(" "),
            ];
            for text in texts {
                assert!(!text.is_empty() && !text.contains("NaN") && !text.contains("inf"), "{text}");
                assert!(
                    !text.split(' ').any(|word| word.trim_start_matches('−') == "0" && word != "0"),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn hostile_texts_are_refused_without_a_panic() {
    let pieces: Vec<char> =
        "0123456789,. 、。-−▲+¥$€兆億万千百十割分厘%円件か月KkMmBbTteE０９，．％￥\u{200b}\u{feff}\u{0}é٣𝟗👍"
            .chars()
            .collect();
    let mut generator = Generator(4);
    for _ in 0..200_000 {
        let length = generator.below(12);
        let text: String = (0..length)
            .map(|_| match generator.below(20) {
                0 => char::from_u32(generator.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
                _ => pieces[generator.below(pieces.len())],
            })
            .collect();
        for kind in [YEN, Kind::Rate, Kind::Count] {
            if let Ok(value) = read_number(&text, kind) {
                assert!(value.is_finite() && (value != 0.0 || value.is_sign_positive()), "{text}");
            }
            let _ = read_in_unit(&text, &text, kind);
        }
    }
}
