//! What can be agreed on: the sections of an agreement, their rows and columns, and the limits of each.

mod checks;
mod records;

use gyakusan_engine::plan::{Owner, Period, Plan};

use super::Step;

pub use checks::{CHECK_COUNTS, CHECKS, Check, Help};
pub use records::{
    FORECASTS, IMPORTED, LEARNED, MAX_FORECASTS, MAX_IMPORTED, MAX_LEARNED, MAX_SCORED, MAX_SCORED_BY,
    RECORDS, RECORDS_OF_ACTUALS, SCORED, SCORED_BY,
};

/// A part of the agreement. Each is a table: one row or several, with the same columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What each stage means: one row a stage.
    Definitions,
    /// What decides whether the goal, or a stage's count, is reached: the goal, then one row a stage.
    Factors,
    /// What makes a prospect an MQL beside the score.
    Mql,
    /// From how many points on.
    Threshold,
    /// What gives points.
    Scores,
    /// The hand-off from marketing to sales.
    HandOff,
    /// Why prospects are lost.
    LostReasons,
    /// Meetings, their points, what is done when behind, the review.
    Meetings,
    /// Who answers in each department: one row an owner.
    People,
    /// What people do for each arrival.
    Activities,
    /// What is measured beside the plan.
    Measures,
    /// What is ready: one row an item of [`CHECKS`].
    Checks,
    /// Anything else.
    Notes,
}

/// The rows of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One.
    One,
    /// One for each stage, known by its id.
    Stages,
    /// One for the goal, then one for each stage.
    GoalAndStages,
    /// One for each owner.
    Owners,
    /// One for each item of [`CHECKS`].
    Checks,
    /// As many as the user likes, up to this many.
    List(usize),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A text of one line, up to [`MAX_LINE`] characters.
    Line,
    /// A text, up to [`MAX_TEXT`] characters.
    Text,
    /// A number between limits.
    Number {
        /// The smallest.
        min: f64,
        /// The largest.
        max: f64,
        /// Whether only whole ones are taken.
        whole: bool,
    },
    /// A number for each month of the period.
    Months,
    /// Yes or no.
    Tick,
    /// One of a few names.
    Choice(&'static [&'static str]),
    /// The id of a stage.
    Stage,
    /// A day, as `2026-04-30`.
    Day,
    /// A month, as `2026-04`.
    Month,
}

/// A column of a section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its key in files; empty where a row is nothing but this value.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// The most characters of a line.
pub const MAX_LINE: usize = 120;
/// The most characters of a text.
pub const MAX_TEXT: usize = 600;
/// The largest number, of either sign.
pub const MAX_NUMBER: f64 = 1e12;
/// The key of the goal among the stages; no id begins like it.
pub const GOAL: &str = "_goal";
/// The most rows that are kept for stages, those that the plan no longer has among them.
pub const MAX_KEPT: usize = 36;

/// The owners' names in files.
pub const OWNERS: [&str; 4] = [Owner::ALL[0].1, Owner::ALL[1].1, Owner::ALL[2].1, Owner::ALL[3].1];
/// What gives points: what a prospect does, or is.
pub const SCORE_KINDS: [&str; 2] = ["behaviour", "attribute"];
/// Which way a measure is to go.
pub const DIRECTIONS: [&str; 2] = ["up", "down"];

const fn column(key: &'static str, kind: Kind) -> Column {
    Column { key, kind }
}

const fn whole(key: &'static str, min: f64, max: f64) -> Column {
    column(key, Kind::Number { min, max, whole: true })
}

const fn number(key: &'static str, min: f64) -> Column {
    column(key, Kind::Number { min, max: MAX_NUMBER, whole: false })
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 13] = [
        Self::Definitions,
        Self::Factors,
        Self::Mql,
        Self::Threshold,
        Self::Scores,
        Self::HandOff,
        Self::LostReasons,
        Self::Meetings,
        Self::People,
        Self::Activities,
        Self::Measures,
        Self::Checks,
        Self::Notes,
    ];

    /// The keys on the way to it in files.
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Definitions => &["definitions"],
            Self::Factors => &["kfs"],
            Self::Mql => &["mql"],
            Self::Threshold => &["scoring"],
            Self::Scores => &["scoring", "items"],
            Self::HandOff => &["hand_off"],
            Self::LostReasons => &["lost_reasons"],
            Self::Meetings => &["meetings"],
            Self::People => &["owners"],
            Self::Activities => &["activities"],
            Self::Measures => &["measures"],
            Self::Checks => &["checklists"],
            Self::Notes => &[],
        }
    }

    /// Its rows.
    pub const fn rows(self) -> Rows {
        match self {
            Self::Definitions => Rows::Stages,
            Self::Factors => Rows::GoalAndStages,
            Self::People => Rows::Owners,
            Self::Checks => Rows::Checks,
            Self::Scores => Rows::List(20),
            Self::LostReasons | Self::Activities | Self::Measures => Rows::List(12),
            Self::Mql | Self::Threshold | Self::HandOff | Self::Meetings | Self::Notes => Rows::One,
        }
    }

    /// Its columns.
    pub const fn columns(self) -> &'static [Column] {
        const DEFINITIONS: [Column; 3] =
            [column("who", Kind::Line), column("counts", Kind::Text), column("evidence", Kind::Line)];
        const MQL: [Column; 2] = [column("attributes", Kind::Text), column("behaviour", Kind::Text)];
        const SCORES: [Column; 4] = [
            column("name", Kind::Line),
            column("kind", Kind::Choice(&SCORE_KINDS)),
            whole("points", -1000.0, 1000.0),
            column("example", Kind::Tick),
        ];
        const HAND_OFF: [Column; 4] = [
            whole("hours", 1.0, 1000.0),
            column("fields", Kind::Text),
            whole("answer_days", 1.0, 365.0),
            column("feedback", Kind::Text),
        ];
        const MEETINGS: [Column; 7] = [
            column("goal", Kind::Text),
            column("links", Kind::Text),
            column("terms", Kind::Text),
            column("data", Kind::Text),
            column("rhythm", Kind::Text),
            column("behind", Kind::Text),
            column("review", Kind::Text),
        ];
        const ACTIVITIES: [Column; 4] = [
            column("name", Kind::Line),
            column("owner", Kind::Choice(&OWNERS)),
            column("stage", Kind::Stage),
            number("per_arrival", 0.0),
        ];
        const MEASURES: [Column; 6] = [
            column("name", Kind::Line),
            column("owner", Kind::Choice(&OWNERS)),
            column("unit", Kind::Line),
            number("target", -MAX_NUMBER),
            column("direction", Kind::Choice(&DIRECTIONS)),
            column("actuals", Kind::Months),
        ];
        const CHECKS: [Column; 3] =
            [column("done", Kind::Tick), column("owner", Kind::Line), column("due", Kind::Day)];
        const ONE_LINE: [Column; 1] = [column("", Kind::Line)];
        const THRESHOLD: [Column; 1] = [whole("threshold", -1000.0, 1000.0)];
        const NOTES: [Column; 1] = [column("notes", Kind::Text)];
        match self {
            Self::Definitions => &DEFINITIONS,
            Self::Factors | Self::LostReasons | Self::People => &ONE_LINE,
            Self::Mql => &MQL,
            Self::Threshold => &THRESHOLD,
            Self::Scores => &SCORES,
            Self::HandOff => &HAND_OFF,
            Self::Meetings => &MEETINGS,
            Self::Activities => &ACTIVITIES,
            Self::Measures => &MEASURES,
            Self::Checks => &CHECKS,
            Self::Notes => &NOTES,
        }
    }

    /// The most rows, where the user adds and removes them.
    pub const fn most(self) -> Option<usize> {
        if let Rows::List(most) = self.rows() { Some(most) } else { None }
    }
}

/// A place of the agreement: where one value of it is typed, chosen or ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its section.
    pub section: Section,
    /// Its row, from 0.
    pub row: u8,
    /// Its column, from 0; the months of the last column of measures go on behind it.
    pub column: u8,
}

impl Place {
    /// What it holds; of a month a number.
    pub fn kind(self) -> Kind {
        let columns = self.section.columns();
        match columns.get(usize::from(self.column)).or(columns.last()) {
            Some(Column { kind: Kind::Months, .. }) | None => {
                Kind::Number { min: -MAX_NUMBER, max: MAX_NUMBER, whole: false }
            }
            Some(column) => column.kind,
        }
    }

    /// The way to it in an agreement; `None` where the plan has no such row.
    pub fn path(self, plan: &Plan) -> Option<Vec<Step<'_>>> {
        let mut path: Vec<_> = self.section.keys().iter().map(|key| Step::Key(key)).collect();
        let row = usize::from(self.row);
        let stage = |place: usize| plan.stages.get(place).map(|stage| Step::Key(stage.id.as_str()));
        match self.section.rows() {
            Rows::One => {}
            Rows::Stages => path.push(stage(row)?),
            Rows::GoalAndStages if row == 0 => path.push(Step::Key(GOAL)),
            Rows::GoalAndStages => path.push(stage(row - 1)?),
            Rows::Owners => path.push(Step::Key(OWNERS.get(row)?)),
            Rows::Checks => path.push(Step::Key(CHECKS.get(row)?.key)),
            Rows::List(_) => path.push(Step::Item(row)),
        }
        let (columns, place) = (self.section.columns(), usize::from(self.column));
        let column = columns.get(place).or(columns.last())?;
        if !column.key.is_empty() {
            path.push(Step::Key(column.key));
        }
        if column.kind == Kind::Months {
            let month = (place + 1).checked_sub(columns.len())?;
            path.push(Step::Item(month));
        }
        Some(path)
    }
}

/// The most months of a measure.
pub const MAX_MONTHS: usize = Period::MAX_MONTHS as usize;
