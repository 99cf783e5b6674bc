//! Examples of what is written in both languages.

use super::JPY;
use crate::text::Language::{En, Ja};
use crate::text::number::*;

/// Every text is written as expected.
fn check_written(table: &[(String, &str)]) {
    for (written, expected) in table {
        assert_eq!(written, expected);
    }
}

#[test]
fn amounts_are_written_to_be_read() {
    let table = [
        (0.0, "0円", "¥0"),
        (-0.0, "0円", "¥0"),
        (-0.3, "0円", "¥0"),
        (8_000.0, "8,000円", "¥8,000"),
        (9_999.4, "9,999円", "¥9,999"),
        (9_999.5, "1万円", "¥10K"),
        (12_345.0, "1.23万円", "¥12.3K"),
        (360_000.0, "36万円", "¥360K"),
        (999_600.0, "100万円", "¥1M"),
        (13_123_456.0, "1,310万円", "¥13.1M"),
        (99_000_000.0, "9,900万円", "¥99M"),
        (99_940_000.0, "9,990万円", "¥99.9M"),
        (99_960_000.0, "1億円", "¥100M"),
        (99_999_999.999_999_99, "1億円", "¥100M"),
        (155_000_000.0, "1.55億円", "¥155M"),
        (155_499_999.0, "1.55億円", "¥155M"),
        (1_550_000_000.0, "15.5億円", "¥1.55B"),
        (999_999_600_000.0, "1兆円", "¥1T"),
        (1e15, "1,000兆円", "¥1,000T"),
        (1e20, "1e20円", "¥1e20"),
        (-5_000_000.0, "−500万円", "−¥5M"),
        (f64::NAN, "—", "—"),
        (f64::INFINITY, "—", "—"),
        (f64::NEG_INFINITY, "—", "—"),
    ];
    for (value, japanese, english) in table {
        check_written(&[
            (money(value, JPY, Ja).to_string(), japanese),
            (money(value, JPY, En).to_string(), english),
        ]);
    }
    assert_eq!(money(99e6, JPY, Ja), Written { number: "9,900".to_owned(), unit: "万円".to_owned() });
}

#[test]
fn other_currencies_have_their_marks() {
    let franc = Currency::from_code("CHF").expect("three capitals");
    check_written(&[
        (money(5e6, Currency::USD, Ja).to_string(), "500万ドル"),
        (money(5e6, Currency::USD, En).to_string(), "$5M"),
        (money(5e6, Currency::EUR, En).to_string(), "€5M"),
        (money(5e6, Currency::GBP, En).to_string(), "£5M"),
        (money(5e6, franc, Ja).to_string(), "500万CHF"),
        (money(-5e6, franc, En).to_string(), "−CHF\u{a0}5M"),
    ]);
}

#[test]
fn amounts_are_written_to_be_edited() {
    let table = [
        (0.0, "0|円", "¥0"),
        (0.5, "0.5|円", "¥0.5"),
        (9_000.0, "9,000|円", "¥9,000"),
        (12_345.0, "12,345|円", "¥12,345"),
        (15_000.0, "1.5|万円", "¥15K"),
        (180_000.0, "18|万円", "¥180K"),
        (5_000_000.0, "500|万円", "¥5M"),
        (5_250_000.0, "525|万円", "¥5.25M"),
        (5_250_001.0, "5,250,001|円", "¥5,250,001"),
        (100_000_000.0, "1億|円", "¥100M"),
        (120_000_000.0, "1.2億|円", "¥120M"),
        (123_450_000.0, "1億2,345万|円", "¥123.45M"),
        (123_456_789.0, "123,456,789|円", "¥123,456,789"),
        (1e15, "1,000兆|円", "¥1,000T"),
        (1_000_100_010_000.0, "1兆1億1万|円", "¥1,000,100.01M"),
        (2_345_000_000.0, "23.45億|円", "¥2,345M"),
        (2_345_678_901.0, "2,345,678,901|円", "¥2,345,678,901"),
        (-5_000_000.0, "−500|万円", "−¥5M"),
        (2.5e21, "2.5e21|円", "¥2.5e21"),
    ];
    for (value, japanese, english) in table {
        let Written { number, unit } = editable_money(value, JPY, Ja);
        assert_eq!(format!("{number}|{unit}"), japanese);
        assert_eq!(
            editable_money(value, JPY, En),
            Written { number: english.to_owned(), unit: String::new() }
        );
    }
    assert!(editable_money(f64::NAN, JPY, Ja).is_none());
}

#[test]
fn ranges_name_each_unit_once() {
    let table = [
        (4_400_000.0, 5_700_000.0, "440–570万円", "¥4.4M–¥5.7M"),
        (57_100_000.0, 155_000_000.0, "5,710万–1.55億円", "¥57.1M–¥155M"),
        (5_000.0, 10_000.0, "5,000–10,000円", "¥5,000–10,000"),
        (5_000.0, 9_000.0, "5,000–9,000円", "¥5,000–9,000"),
        (5_000.0, 120_000.0, "5,000–12万円", "¥5,000–¥120K"),
        (0.0, 20_000_000.0, "0–2,000万円", "¥0–¥20M"),
        (5_001_000.0, 5_002_000.0, "500万円", "¥5M"),
        (f64::NAN, 1.0, "—", "—"),
    ];
    for (low, high, japanese, english) in table {
        check_written(&[
            (money_range(low, high, JPY, Ja).to_string(), japanese),
            (money_range(low, high, JPY, En).to_string(), english),
        ]);
    }
    check_written(&[
        (rate_range(0.1, 0.21).to_string(), "10–21%"),
        (rate_range(0.001, 0.02).to_string(), "0.1–2%"),
        (rate_range(0.15, 0.15).to_string(), "15%"),
        (rate_range(0.1, f64::INFINITY).to_string(), "—"),
        (count_range(58.2, 106.7), "58–107"),
        (count_range(58.2, 58.3), "58"),
    ]);
}

#[test]
fn axes_name_the_currency_once() {
    check_written(&[
        (axis_money(0.0, false, JPY, Ja), "0"),
        (axis_money(5e7, false, JPY, Ja), "5,000万"),
        (axis_money(2.5e8, true, JPY, Ja), "2.5億円"),
        (axis_money(2.5e8, false, JPY, En), "¥250M"),
        (axis_money(f64::NAN, false, JPY, Ja), "—"),
    ]);
}

#[test]
fn counts_are_rounded_for_their_use() {
    check_written(&[
        (required_count(533.333), "534"),
        (required_count(120.000_000_000_000_01), "120"),
        (required_count(1e9 + 0.5), "1,000,000,000"),
        (required_count(0.0), "0"),
        (required_count(-0.5), "0"),
        (required_count(f64::NAN), "—"),
        (rounded_count(80.5), "81"),
        (rounded_count(1_234.4), "1,234"),
        (rounded_count(-0.4), "0"),
        (exact_count(533.333), "533.3"),
        (exact_count(80.0), "80"),
        (editable_count(533.3), "533.3"),
        (editable_count(1_200.0), "1,200"),
        (signed_count(210.0), "+210"),
        (signed_count(-6.0), "−6"),
        (signed_count(0.2), "±0"),
    ]);
}

#[test]
fn portions_are_written_in_percent() {
    check_written(&[
        (rate(0.15).to_string(), "15%"),
        (rate(0.3484).to_string(), "34.8%"),
        (rate(0.1475).to_string(), "14.8%"),
        (rate(-0.000_01).to_string(), "0%"),
        (rate(f64::NAN).to_string(), "—"),
        (editable_rate(0.147).to_string(), "14.7%"),
        (editable_rate(1.0 / 3.0).to_string(), "33.33333333333333%"),
        (signed_percent(0.393).to_string(), "+39%"),
        (signed_percent(-0.05).to_string(), "−5%"),
        (points(0.098, Ja).to_string(), "9.8ポイント"),
        (points(0.098, En).to_string(), "9.8 points"),
        (points(0.000_951, En).to_string(), "0.1 points"),
        (points(0.000_157, Ja).to_string(), "0.02ポイント"),
        (points(0.01, En).to_string(), "1 point"),
        (point_change(0.098).to_string(), "+9.8pt"),
        (point_change(-0.098).to_string(), "−9.8pt"),
        (point_change(f64::NAN).to_string(), "—"),
        (multiplier(1.45, Ja).to_string(), "1.45倍"),
        (multiplier(1.449_6, En).to_string(), "1.45×"),
        (multiplier(2.0, Ja).to_string(), "2倍"),
    ]);
}

#[test]
fn odds_are_never_none_nor_all() {
    let table = [
        (0.0, "1%未満", "under 1%", OddsBound::Never),
        (-1.0, "1%未満", "under 1%", OddsBound::Never),
        (0.004_9, "1%未満", "under 1%", OddsBound::Under),
        (0.005, "1%", "1%", OddsBound::Near),
        (0.494, "49%", "49%", OddsBound::Near),
        (0.994_9, "99%", "99%", OddsBound::Near),
        (0.995, "99%以上", "over 99%", OddsBound::Over),
        (1.0, "99%以上", "over 99%", OddsBound::Always),
        (f64::NAN, "—", "—", OddsBound::Near),
    ];
    for (probability, japanese, english, bound) in table {
        assert_eq!(odds(probability, Ja).to_string(), japanese);
        assert_eq!(odds(probability, En).to_string(), english);
        assert_eq!(odds(probability, En).bound, bound);
    }
}
