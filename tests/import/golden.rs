//! The tables of `data/`, and what they must give.

use std::fs;
use std::path::PathBuf;

use gyakusan::import::Bucket;
use gyakusan_engine::actuals::{Actuals, Record};

use crate::world::{self, ALL, Field, Style};
use crate::{as_of, import};

/// Files that are read together, by name and bytes; the actuals they give; how rows of the last one end.
struct Case {
    files: Vec<(&'static str, Vec<u8>)>,
    expected: &'static str,
    bucket: Bucket,
}

const COUNT: usize = 45;

const STYLE: Style = Style {
    separator: ',',
    line_end: "\r\n",
    english: false,
    day: world::iso,
    amount: world::plain_amount,
    wide: false,
};

fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn shift_jis(text: &str) -> Vec<u8> {
    let (bytes, _, has_failed) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!has_failed, "{text}");
    bytes.into_owned()
}

fn cases() -> Vec<Case> {
    let people = world::prospects(COUNT);
    let table = |fields: &[Field], style: Style| world::table(&people, fields, style);
    let one = |name, bytes: Vec<u8>| Case {
        files: vec![(name, bytes)],
        expected: "prospects.json",
        bucket: Bucket::Kept,
    };
    let two = |names: [&'static str; 2], texts: [String; 2], expected, bucket| {
        let files = names.into_iter().zip(texts.map(String::into_bytes)).collect();
        Case { files, expected, bucket }
    };
    let marketing = [Field::Id, Field::Email, Field::Company, Field::Channel, Field::Lead];
    let sales = |key| [key, Field::Opportunity, Field::Won, Field::Lost, Field::Reason, Field::Amount];
    let tabs = Style { separator: '\t', day: world::slashes, amount: world::commas, ..STYLE };
    let kanji = Style { day: world::kanji, amount: world::in_man, line_end: "\n", ..STYLE };
    let wide = Style { separator: '\t', day: world::reiwa, amount: world::in_man, wide: true, ..STYLE };
    let english = Style { separator: ';', english: true, day: world::day_first, line_end: "\r", ..STYLE };
    let month_tables = world::month_tables(&world::months());
    vec![
        one("utf8.csv", table(&ALL, STYLE).into_bytes()),
        one("own.csv", world::own_table(&people, &ALL, STYLE).into_bytes()),
        one("utf16le.txt", utf16(&table(&ALL, tabs))),
        one("shift_jis.csv", shift_jis(&table(&ALL, kanji))),
        one("wide_digits.tsv", table(&ALL, wide).into_bytes()),
        one("semicolons.csv", table(&ALL, english).into_bytes()),
        two(
            ["marketing.csv", "sales_by_id.csv"],
            [table(&marketing, STYLE), table(&sales(Field::Id), kanji)],
            "prospects.json",
            Bucket::JoinedById,
        ),
        two(
            ["marketing.csv", "sales_by_email.csv"],
            [table(&marketing, STYLE), table(&sales(Field::LoudEmail), kanji)],
            "prospects.json",
            Bucket::JoinedByEmail,
        ),
        two(
            ["marketing.csv", "sales_by_company.csv"],
            [table(&marketing, STYLE), table(&sales(Field::OtherCompany), kanji)],
            "prospects.json",
            Bucket::JoinedByCompany,
        ),
        two(["marketing_months.csv", "sales_months.tsv"], month_tables, "months.json", Bucket::JoinedByMonth),
    ]
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/import/data").join(name)
}

/// A file of `data/`, which is written where that is wished.
fn file(name: &str, bytes: &[u8]) -> Vec<u8> {
    if std::env::var_os("GYAKUSAN_WRITE_IMPORTS").is_some() {
        fs::write(path(name), bytes).expect("a place for tables");
    }
    fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn tables_of_every_kind_give_what_is_known_of_them() {
    let months = Record::Months(world::months());
    let months = Actuals { as_of: as_of().expect("a month"), record: months, customers: None };
    let prospects = world::actuals(world::prospects(COUNT));
    for (name, known) in [("prospects.json", &prospects), ("months.json", &months)] {
        let bytes = file(name, known.to_json().as_bytes());
        let read = Actuals::read(std::str::from_utf8(&bytes).expect("text"));
        assert_eq!(read.as_ref(), Ok(known), "{name}");
    }
    for case in cases() {
        let files: Vec<_> = case.files.iter().map(|(name, bytes)| (*name, file(name, bytes))).collect();
        for ((name, made), (_, stored)) in case.files.iter().zip(&files) {
            assert!(made == stored, "{name} is not what world.rs makes");
        }
        let expected = if case.expected == "months.json" { &months } else { &prospects };
        let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, &bytes[..])).collect();
        for piece in [1, 13, usize::MAX] {
            let imported = import(&files, piece);
            let report = &imported.report;
            let last = report.files.last().expect("a file");
            assert_eq!(report.issues, [], "{}", last.name);
            assert_eq!(report.conflicts, [], "{}", last.name);
            assert_eq!(last.count(case.bucket), last.rows - 1, "{}: {:?}", last.name, last.buckets);
            assert_eq!(imported.actuals.as_ref(), Some(expected), "{}", last.name);
        }
    }
}
