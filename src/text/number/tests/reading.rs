//! Examples of what is read, and of what is refused and where.

use super::{YEN, full_width};
use crate::text::number::{Currency, Kind, LONGEST_NUMBER, NumberError, read_in_unit, read_number};

/// Every text reads as the number beside it, to the bit, and so does its full-width form.
fn check_read(kind: Kind, table: &[(&str, f64)]) {
    for &(text, expected) in table {
        for form in [text.to_owned(), full_width(text), format!(" \u{3000}{text}\u{a0}")] {
            let bits = read_number(&form, kind).map(f64::to_bits);
            assert_eq!(bits, Ok(expected.to_bits()), "{form:?} is {expected:?}");
        }
    }
}

#[test]
fn amounts_are_read_as_people_type_them() {
    check_read(
        YEN,
        &[
            ("0", 0.0),
            ("-0", 0.0),
            ("1億2000万", 120_000_000.0),
            ("1億2,000万円", 120_000_000.0),
            ("1億 2000万 円", 120_000_000.0),
            ("1.2億", 120_000_000.0),
            ("12000万", 120_000_000.0),
            ("120,000,000", 120_000_000.0),
            ("120 000 000", 120_000_000.0),
            ("120\u{202f}000", 120_000.0),
            ("１，２００", 1_200.0),
            ("1、200", 1_200.0),
            ("1,2000", 12_000.0),
            ("1。5億", 150_000_000.0),
            ("3千万", 30_000_000.0),
            ("2億3千5百万", 235_000_000.0),
            ("千円", 1_000.0),
            ("5百万円", 5_000_000.0),
            ("1億5", 100_000_005.0),
            ("1.55兆円", 1_550_000_000_000.0),
            ("100M", 100_000_000.0),
            ("¥57.1m", 57_100_000.0),
            ("180K", 180_000.0),
            ("1.5bn yen", 1_500_000_000.0),
            ("2 million", 2_000_000.0),
            ("JPY 5M", 5_000_000.0),
            ("5MJPY", 5_000_000.0),
            ("1.5e3", 1_500.0),
            ("25e-2円", 0.25),
            (".5", 0.5),
            ("1.", 1.0),
            ("+500円", 500.0),
            ("-500", -500.0),
            ("−¥500", -500.0),
            ("¥-500", -500.0),
            ("▲500万円", -5_000_000.0),
            ("△ 500", -500.0),
            ("ー500", -500.0),
            ("8.2億", 820_000_000.0),
            ("1.1万", 11_000.0),
        ],
    );
}

#[test]
fn rates_are_read_in_percent() {
    check_read(
        Kind::Rate,
        &[
            ("15", 0.15),
            ("15%", 0.15),
            ("15 %", 0.15),
            ("0.15", 0.0015),
            ("33.3%", 0.333),
            ("14.7", 0.147),
            ("1.5割", 0.15),
            ("1割5分", 0.15),
            ("1割5分3厘", 0.153),
            ("15パーセント", 0.15),
            ("15 percent", 0.15),
            ("-5%", -0.05),
            ("250%", 2.5),
        ],
    );
}

#[test]
fn counts_are_read_with_what_is_counted() {
    check_read(
        Kind::Count,
        &[
            ("534件", 534.0),
            ("1,200 社", 1_200.0),
            ("1.2万件", 12_000.0),
            ("1千件", 1_000.0),
            ("3か月", 3.0),
            ("3ヶ月", 3.0),
            ("3カ月間", 3.0),
            ("12 months", 12.0),
            ("534 leads", 534.0),
            ("1.5K leads", 1_500.0),
            ("533.3", 533.3),
        ],
    );
}

#[test]
fn currencies_other_than_the_plans_are_refused() {
    let wrong = |unit: &str| Err(NumberError::WrongUnit { unit: unit.to_owned() });
    let franc = Kind::Money(Currency::from_code("CHF").expect("three capitals"));
    assert_eq!(read_number("$5M", YEN), wrong("$"));
    assert_eq!(read_number("5万ドル", YEN), wrong("ドル"));
    assert_eq!(read_number("5 EUR", franc), wrong("EUR"));
    assert_eq!(read_number("chf 5m", franc), Ok(5_000_000.0));
    assert_eq!(read_number("5mCHF", franc), Ok(5_000_000.0));
    assert_eq!(read_number("$5", franc), Ok(5.0));
    assert_eq!(read_number("$5万", Kind::Money(Currency::USD)), Ok(50_000.0));
    assert_eq!([Currency::from_code("jpy"), Currency::from_code("JPYX"), Currency::from_code("")], [None; 3]);
}

#[test]
fn units_of_another_kind_are_named() {
    let table = [
        ("15%", YEN, "%"),
        ("１５％", YEN, "％"),
        ("5件", YEN, "件"),
        ("1億", Kind::Rate, "億"),
        ("5K", Kind::Rate, "K"),
    ];
    let more =
        [("5円", Kind::Count, "円"), ("¥5", Kind::Rate, "¥"), ("5 leads", YEN, "leads"), ("2割", YEN, "割")];
    for (text, kind, unit) in table.into_iter().chain(more) {
        assert_eq!(read_number(text, kind), Err(NumberError::WrongUnit { unit: unit.to_owned() }), "{text}");
    }
}

#[test]
fn what_is_not_a_number_is_located() {
    let table = [
        ("abc", YEN, 0, 'a'),
        ("  12z4", YEN, 4, 'z'),
        ("1,,000", YEN, 1, ','),
        ("1,", YEN, 1, ','),
        ("，5", YEN, 0, '，'),
        ("1.5,000", YEN, 3, ','),
        ("1.2.3", YEN, 3, '.'),
        ("500万円。", YEN, 5, '。'),
        (".", YEN, 0, '.'),
        ("-", YEN, 0, '-'),
        ("--5", YEN, 1, '-'),
        ("¥", YEN, 0, '¥'),
        ("円", YEN, 0, '円'),
        ("万", YEN, 0, '万'),
        ("%", Kind::Rate, 0, '%'),
        ("件5", Kind::Count, 0, '件'),
        ("5万万", YEN, 2, '万'),
        ("5円円", YEN, 2, '円'),
        ("5MK", YEN, 1, 'M'),
        ("三千", YEN, 0, '三'),
        ("5円K", YEN, 2, 'K'),
    ];
    for (text, kind, at, found) in table {
        let expected = NumberError::NotANumber { text: text.trim().to_owned(), at, found };
        assert_eq!(read_number(text, kind), Err(expected), "{text}");
    }
}

#[test]
fn a_second_number_is_located() {
    let table = [
        ("10 20", YEN, 3),
        ("1 0000", YEN, 2),
        ("500万1億", YEN, 4),
        ("5M 3", YEN, 3),
        ("5円3", YEN, 2),
        ("5百3千", YEN, 2),
        ("1割5", Kind::Rate, 2),
        ("15% 3", Kind::Rate, 4),
        ("¥1 ¥2", YEN, 4),
    ];
    for (text, kind, at) in table {
        assert_eq!(read_number(text, kind), Err(NumberError::TwoNumbers { at }), "{text}");
    }
}

#[test]
fn nothing_and_too_much_are_refused() {
    assert_eq!(read_number("", YEN), Err(NumberError::Empty));
    assert_eq!(read_number(" \u{3000}\u{feff}", YEN), Err(NumberError::Empty));
    assert_eq!(read_number(&"1".repeat(LONGEST_NUMBER), YEN).map(|value| value > 1e63), Ok(true));
    let too_long = Err(NumberError::TooLong { limit: LONGEST_NUMBER });
    assert_eq!(read_number(&"1".repeat(LONGEST_NUMBER + 1), YEN), too_long);
    assert_eq!(read_number("9.99e299", YEN), Ok(9.99e299));
    assert_eq!(read_number("1e300", YEN), Err(NumberError::TooLarge));
    assert_eq!(read_number("-1e99999999999999兆", YEN), Err(NumberError::TooLarge));
    assert_eq!(read_number("1e-99999999999999", YEN), Ok(0.0));
}

#[test]
fn bare_numbers_are_meant_in_the_unit_shown() {
    let table = [
        ("500", "万円", 5_000_000.0),
        ("-500", "万円", -5_000_000.0),
        ("9,999.5", "万円", 99_995_000.0),
        ("10000", "万円", 10_000.0),
        ("5,000,000", "万円", 5_000_000.0),
        ("1億", "万円", 100_000_000.0),
        ("500円", "万円", 500.0),
        ("¥500", "万円", 500.0),
        ("500", "円", 500.0),
        ("500", "", 500.0),
        ("0", "万円", 0.0),
    ];
    for (text, unit, expected) in table {
        assert_eq!(read_in_unit(text, unit, YEN), Ok(expected), "{text} {unit}");
    }
    assert_eq!(read_in_unit("15", "%", Kind::Rate), Ok(0.15));
    assert_eq!(read_in_unit("12", "件", Kind::Count), Ok(12.0));
}
