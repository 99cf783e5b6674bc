//! Bytes that are almost tables, and tables that are large.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use gyakusan::import::{Bucket, Importer, Memory};
use gyakusan::share::csv::{Layout, Reader, Row, Table};

use crate::bodies;
use crate::generated::Random;
use crate::{as_of, plan};

/// How many times as many rounds as usual.
fn times() -> usize {
    if std::env::var_os("GYAKUSAN_FULL").is_some() { 20 } else { 1 }
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a seed")).collect()
}

/// A seed with some bytes changed, lost, doubled, or put together with another seed; or bytes at random.
fn mutated(random: &mut Random, seeds: &[Vec<u8>]) -> Vec<u8> {
    const BYTES: &[u8] = b",;\t\"\r\n'=\0\xFF\xFE\xEF\xBB\xBF\x83\xE3\xD8\xDC0";
    let mut bytes = random.pick(seeds);
    if random.happens(0.05) {
        return (0..random.below(100)).map(|_| random.bits() as u8).collect();
    }
    for _ in 0..=random.below(4) {
        if bytes.is_empty() {
            break;
        }
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = random.pick(BYTES),
            2 => bytes.insert(at, random.pick(BYTES)),
            3 => drop(bytes.remove(at)),
            4 => bytes.truncate(at),
            _ => {
                let other = random.pick(seeds);
                bytes.truncate(at);
                bytes.extend(&other[random.below(other.len())..]);
            }
        }
    }
    bytes
}

#[test]
fn a_million_damaged_tables_give_rows_or_an_error() {
    let random = &mut Random(17);
    let seeds = seeds("csv");
    for seed in &seeds {
        bodies::csv(seed);
    }
    let count = 1_000_000 * times();
    for _ in 0..count {
        bodies::csv(&mutated(random, &seeds));
    }
    crate::record::record("damaged_tables", &[count.to_string()]);
}

#[test]
fn damaged_tables_give_actuals_or_reasons() {
    let random = &mut Random(19);
    let seeds = [seeds("csv"), seeds("import")].concat();
    for _ in 0..20_000 * times() {
        bodies::import(&mutated(random, &seeds));
    }
}

/// The writer and the reader undo each other, whatever the cells hold.
#[test]
fn what_is_written_is_read_again() {
    const PARTS: [&str; 20] = [
        "",
        "a",
        "1,5",
        "\"",
        "'",
        "=1+1",
        "-",
        "\r",
        "\n",
        "\t",
        ";",
        " ",
        "＝",
        "リード",
        "𠮷",
        "\u{feff}",
        "\0",
        "\u{3000}",
        "@x",
        "''",
    ];
    let random = &mut Random(23);
    for _ in 0..20_000 * times() {
        let width = 1 + random.below(5);
        let cell =
            |random: &mut Random| (0..random.below(4)).map(|_| random.pick(&PARTS)).collect::<String>();
        let rows: Vec<Vec<String>> =
            (0..random.below(8)).map(|_| (0..width).map(|_| cell(random)).collect()).collect();
        let mut table = Table::default();
        for row in &rows {
            for cell in row {
                table.text(cell);
            }
            table.end_line();
        }
        let text = table.into_text();
        let layout = Layout { separator: Some(b','), ..Layout::default() };
        let mut reader = Reader::new(layout, None);
        let mut read: Vec<Vec<String>> = Vec::new();
        let mut take = |row: &Row| read.push(row.cells().map(str::to_owned).collect());
        for piece in text.as_bytes().chunks(1 + random.below(30)) {
            reader.push(piece, &mut take).expect("a table");
        }
        reader.finish(&mut take).expect("a table");
        assert_eq!(read, rows, "{text:?}");
    }
}

/// With `GYAKUSAN_FULL` these are a hundred megabytes of as many prospects as actuals hold.
#[test]
fn large_files_are_read_as_they_come() {
    let rows = 50_000 * times().min(2);
    let filler = "x".repeat(if times() > 1 { 900 } else { 100 });
    let mut text = String::from("ID,メール,チャネル,リード獲得日,商談化日,メモ\n");
    for place in 0..rows {
        let day = place % 28 + 1;
        let row = format_args!("A{place},u{place}@example.com,検索広告,2026-04-{day:02},2026/5/{day}");
        writeln!(text, "{row},\"{filler}\"").expect("text");
    }
    let mut importer = Importer::new(plan(), as_of(), Memory::default());
    importer.open("large.csv", Layout::default(), None, None);
    for piece in text.as_bytes().chunks(65_536) {
        importer.push(piece);
    }
    assert_eq!(importer.progress().bytes, text.len());
    let imported = importer.finish();
    assert_eq!(imported.report.files[0].count(Bucket::Kept), rows);
    assert!(imported.actuals.is_some());
}
