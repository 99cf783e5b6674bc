//! Where the actuals come from.

use gyakusan_engine::actuals::Record;
use gyakusan_engine::json::Value;

use super::Compared;
use super::panel::{long_month, short_month};
use crate::document::Step;
use crate::document::agreed::IMPORTED;
use crate::session::Session;
use crate::text::filled;
use crate::text::number::rounded_count;

/// The files with the day on which they were read, then months and rows.
pub(super) fn sources(session: &Session, compared: &Compared) -> Vec<String> {
    let mut sources = files(session);
    sources.push(record(session, compared));
    sources
}

/// The files that they were read from and the day; nothing where that was not recorded.
pub(super) fn files(session: &Session) -> Vec<String> {
    let Some(Value::List(rows)) = session.workbook.agreement.get(&[Step::Key(IMPORTED)]) else {
        return Vec::new();
    };
    let text = |row: &Value, key: &str| row.get(key).and_then(Value::as_text).unwrap_or_default().to_owned();
    let names: Vec<_> = rows.iter().map(|row| text(row, "file")).collect();
    let names = names.join(" + ");
    let day = rows.first().map(|row| text(row, "day")).unwrap_or_default();
    vec![if day.is_empty() {
        names
    } else {
        filled(session.language.words().track().imported, &[&names, &day])
    }]
}

/// Months and rows of the actuals.
fn record(session: &Session, compared: &Compared) -> String {
    let words = session.language.words().track();
    let (first, last) =
        (long_month(session, compared.plan.period.start), short_month(session, compared.as_of()));
    let (rows, phrase) = match &compared.history.actuals().record {
        Record::Months(rows) => (rows.len(), words.sources[0]),
        Record::Prospects(prospects) => (prospects.len(), words.sources[1]),
    };
    filled(phrase, &[&first, &last, &rounded_count(rows as f64)])
}
