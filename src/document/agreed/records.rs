//! Lists of a workbook that nobody types: what they are called, their most rows, their columns.

use gyakusan_engine::plan::Money;

use super::{Column, Kind, column, whole};

/// The field of the forecasts that were given.
pub const FORECASTS: &str = "forecasts";
/// The most of them: one a month of the longest period.
pub const MAX_FORECASTS: usize = 60;
/// The field that says what of the actuals has been taken into the plan.
pub const LEARNED: &str = "learned";
/// The most quantities of it: every rate of every channel, and some.
pub const MAX_LEARNED: usize = 160;

/// The field of the files that the actuals were read from.
pub const IMPORTED: &str = "imported";
/// The most of them.
pub const MAX_IMPORTED: usize = 40;
/// The field that counts the prospects of those files by their points, or by what they did, and by how far they came.
pub const SCORED: &str = "scored";
/// The most of such counts: every whole number of points, and half as many again.
pub const MAX_SCORED: usize = 3_000;
/// The field of the columns that this is counted by.
pub const SCORED_BY: &str = "scored_by";
/// The most of those: as many as the sheet of scores has conditions.
pub const MAX_SCORED_BY: usize = 20;

/// The fields that tell of the actuals as they were read, and go with them.
pub const RECORDS_OF_ACTUALS: [&str; 3] = [IMPORTED, SCORED, SCORED_BY];

const SHARE: Kind = Kind::Number { min: 0.0, max: 1.0, whole: false };
const AMOUNT: Kind = Kind::Number { min: 0.0, max: Money::MAX, whole: false };

/// Lists that nobody types, which stand among the sections: what each is called, its most rows, its columns.
pub const RECORDS: [(&str, usize, &[Column]); 5] = [
    (
        FORECASTS,
        MAX_FORECASTS,
        &[
            column("month", Kind::Month),
            column("odds", SHARE),
            column("p10", AMOUNT),
            column("p50", AMOUNT),
            column("p90", AMOUNT),
        ],
    ),
    (
        LEARNED,
        MAX_LEARNED,
        &[
            column("as_of", Kind::Month),
            column("odds", SHARE),
            column("source", Kind::Line),
            column("before", AMOUNT),
            column("before_weight", AMOUNT),
            column("after", AMOUNT),
            column("after_weight", AMOUNT),
        ],
    ),
    (IMPORTED, MAX_IMPORTED, &[column("day", Kind::Day), column("file", Kind::Line)]),
    (
        SCORED,
        MAX_SCORED,
        &[
            whole("count", 1.0, 1e9),
            // Of each column in turn whether the prospect did it: 1 or 0.
            column("met", Kind::Line),
            whole("points", -1000.0, 1000.0),
            column("stage", Kind::Stage),
        ],
    ),
    // A column without a condition holds points.
    (SCORED_BY, MAX_SCORED_BY, &[column("column", Kind::Line), column("condition", Kind::Line)]),
];
