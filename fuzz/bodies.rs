//! What every fuzz target does with its bytes. The tests call the same functions, with bytes of their own.
#![allow(dead_code, reason = "each target uses one of these functions")]

use gyakusan::import::{Importer, Memory, issue_sentence, report_lines};
use gyakusan::share::csv::{CsvError, Foreign, Layout, Limits, Reader, Row, Table};
use gyakusan::share::link::{self, LINK_VERSION};
use gyakusan::share::{PlanFile, file_sentence, link_sentence};
use gyakusan::text::Language;
use gyakusan_engine::plan::Plan;

/// Opens a link: bytes that begin with 0 are what a link holds, behind a checksum that fits; all others are its text.
pub(crate) fn link(data: &[u8]) {
    let text = match data.split_first() {
        Some((0, body)) => link::sealed(LINK_VERSION, 1, body),
        _ => String::from_utf8_lossy(data).into_owned(),
    };
    match link::decode(&text) {
        Ok(opened) => {
            if let Ok(again) = link::encode(&opened.document) {
                let document = link::decode(&again.fragment).map(|opened| opened.document);
                assert_eq!(document, Ok(opened.document), "{}", again.fragment);
            }
        }
        Err(error) => assert!(!link_sentence(&error, Language::Ja).is_empty()),
    }
}

/// Reads a plan file; what is one is written and read again.
pub(crate) fn plan_file(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match PlanFile::read(text) {
        Ok(file) => assert_eq!(PlanFile::read(&file.write()), Ok(file)),
        Err(errors) => {
            for error in &errors {
                assert!(file_sentence(error, Language::En).len() > error.path.len());
            }
        }
    }
}

/// Reads a table: cut into pieces it has the same rows, and what is written of them comes back. The first byte says how
/// long pieces are.
pub(crate) fn csv(data: &[u8]) {
    let Some((&first, bytes)) = data.split_first() else { return };
    let whole = table(&[bytes]);
    let pieces: Vec<_> = bytes.chunks(usize::from(first % 16) + 1).collect();
    assert_eq!(table(&pieces), whole);
    let Ok(rows) = whole else { return };
    let mut written = Table::default();
    for row in &rows {
        for cell in row {
            written.text(cell);
        }
        written.end_line();
    }
    let layout = Layout { separator: Some(b','), ..Layout::default() };
    let again = rows_of(&[written.into_text().as_bytes()], layout);
    assert_eq!(again.map_err(|error| error.problem), Ok(rows));
}

fn table(pieces: &[&[u8]]) -> Result<Vec<Vec<String>>, CsvError> {
    let limits = Limits { cell_bytes: 500, columns: 20, rows: 100 };
    rows_of(pieces, Layout { limits, ..Layout::default() })
}

/// The rows of a table whose `Shift_JIS` is read as if it were Latin: what counts is that it is read at all.
fn rows_of(pieces: &[&[u8]], layout: Layout) -> Result<Vec<Vec<String>>, CsvError> {
    let foreign: Foreign = Box::new(|bytes, _| bytes.iter().copied().map(char::from).collect());
    let mut reader = Reader::new(layout, Some(foreign));
    let mut rows = Vec::new();
    let mut take = |row: &Row| rows.push(row.cells().map(str::to_owned).collect());
    for piece in pieces {
        reader.push(piece, &mut take)?;
    }
    reader.finish(&mut take)?;
    Ok(rows)
}

/// Imports a table for the plan that the page opens with, once alone and once beside itself: every row is accounted for.
pub(crate) fn import(data: &[u8]) {
    let Ok(plan) = Plan::from_json(include_str!("../engine/plans/default.json")) else { return };
    let Some((_, bytes)) = data.split_first() else { return };
    let mut importer = Importer::new(plan.clone(), None, Memory::default());
    for name in ["first", "second"] {
        let foreign: Foreign = Box::new(|bytes, _| bytes.iter().copied().map(char::from).collect());
        importer.open(name, Layout::default(), Some(foreign), None);
        importer.push(bytes);
    }
    let imported = importer.finish();
    let fits = imported.actuals.as_ref().map(|actuals| actuals.check(&plan));
    assert!(matches!(fits, None | Some(Ok(()))), "{fits:?}");
    for file in &imported.report.files {
        assert_eq!(file.buckets.iter().sum::<usize>(), file.rows);
    }
    for issue in &imported.report.issues {
        assert!(!issue_sentence(issue, &imported.report, &plan, Language::Ja).is_empty());
    }
    assert!(report_lines(&imported.report, Language::En).len() >= 2);
}
