//! Tables of other programs to actuals.
//!
//! | question | answer |
//! | --- | --- |
//! | What does each column mean? | [`Mapping::guess`], corrected with [`Mapping::choose`], remembered in [`Memory`] |
//! | What do the files say together? | [`Importer`]: `open`, `push`, …, `finish` |
//! | What became of every row? | [`Report`]: each row is in one [`Bucket`] |
//! | What is wrong, and what to do? | [`issue_sentence`], [`report_lines`] |
//!
//! Rows are joined by id, then by e-mail address, then by company where each file has only one candidate. Of two values that
//! differ the one read first stands, and the other is reported. A row that cannot be used is left out with a reason; the
//! others make the actuals.

mod cells;
mod counts;
mod day;
mod draft;
mod finish;
mod guess;
mod importer;
mod join;
mod mapping;
mod meaning;
pub mod plain;
mod preview;
mod report;
mod score;
mod sentence;

pub use day::{DayError, DayOrder, read_day, read_month};
pub use importer::{Imported, Importer, MAX_DRAFTS, Progress};
pub use mapping::{Column, Confidence, Mapping, Memory, Shape};
pub use meaning::Meaning;
pub use preview::Preview;
pub use report::{Alone, Bucket, Conflict, FileReport, Issue, MAX_KEPT, Problem, Report, Unjoined};
pub use score::condition_of;
pub(crate) use score::holds_points;
pub use sentence::{broken_sentence, conflict_sentence, issue_sentence, meaning_name, report_lines};

use crate::share::csv::RowFault;

/// The column, from 1, and the problem of a row that is unusual.
fn row_fault(fault: RowFault) -> (Option<usize>, Problem) {
    match fault {
        RowFault::OtherLength { .. } => (None, Problem::OtherLength),
        RowFault::Damaged { column } => (Some(column), Problem::Damaged),
        RowFault::TextAfterQuote { column } => (Some(column), Problem::TextAfterQuote),
    }
}
