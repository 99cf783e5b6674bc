//! What became of every row, and what is wrong with which.

use super::mapping::{Mapping, Shape};
use super::meaning::Meaning;
use crate::share::csv::{CsvError, Encoding};

/// Issues, conflicts and rows without a partner that are kept with their places, of each; all are counted.
pub const MAX_KEPT: usize = 1000;

/// Where a row ended. Every row of every file ends in exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bucket {
    /// It holds the headings.
    Heading,
    /// It is blank.
    Blank,
    /// It is a prospect, or the counts of a month and channel.
    Kept,
    /// It belongs to a prospect of another file with the same id.
    JoinedById,
    /// The same by e-mail address.
    JoinedByEmail,
    /// The same by company, of which either file has one.
    JoinedByCompany,
    /// It belongs to counts of another file for the same month and channel.
    JoinedByMonth,
    /// Its counts were added to those of an earlier row of its file for the same month and channel.
    Added,
    /// Its prospect stands in an earlier row of its file.
    Duplicate,
    /// It lies outside the months of the record.
    Outside,
    /// It cannot be used; an issue says why.
    Refused,
}

impl Bucket {
    /// All of them, in the order of their places in lists of counts.
    pub const ALL: [Self; 11] = [
        Self::Heading,
        Self::Blank,
        Self::Kept,
        Self::JoinedById,
        Self::JoinedByEmail,
        Self::JoinedByCompany,
        Self::JoinedByMonth,
        Self::Added,
        Self::Duplicate,
        Self::Outside,
        Self::Refused,
    ];
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// No day, or none that a calendar has.
    NoDay,
    /// One of two days: the order of the numbers has to be said.
    AmbiguousDay,
    /// No amount from 0 to 1e15.
    NoAmount,
    /// No whole number from 0 to 1e9.
    NoCount,
    /// No month.
    NoMonth,
    /// No channel, here or in a row that it was joined with.
    NoChannel,
    /// The stage that its channel enters has no day, here or in a row that it was joined with.
    NoEntry,
    /// A stage has a day, and one before it has none.
    StageSkipped,
    /// Days run backwards, or a loss comes after the last stage.
    DaysOutOfOrder,
    /// The table's rows are of another shape than those of the first file.
    OtherShape,
    /// More prospects than are kept.
    TooMany,
    /// A channel that the plan does not have. It is kept where a row that it was joined with names one.
    UnknownChannel,
    /// It is kept: no e-mail address; it joins with nothing.
    NoEmail,
    /// It is kept: no number and neither yes nor no; it does not score.
    NoScore,
    /// It is kept: a text was cut.
    Shortened,
    /// It is kept: its channel enters a later stage, so the day or count was left out.
    BeforeEntry,
    /// It is kept: more or fewer cells than there are headings.
    OtherLength,
    /// It is kept: some bytes are no characters.
    Damaged,
    /// It is kept: text follows a closing quote.
    TextAfterQuote,
}

impl Problem {
    /// All of them, in the order of their phrases.
    pub const ALL: [Self; 19] = [
        Self::NoDay,
        Self::AmbiguousDay,
        Self::NoAmount,
        Self::NoCount,
        Self::NoMonth,
        Self::NoChannel,
        Self::NoEntry,
        Self::StageSkipped,
        Self::DaysOutOfOrder,
        Self::OtherShape,
        Self::TooMany,
        Self::UnknownChannel,
        Self::NoEmail,
        Self::NoScore,
        Self::Shortened,
        Self::BeforeEntry,
        Self::OtherLength,
        Self::Damaged,
        Self::TextAfterQuote,
    ];

    /// Whether a row with it is not used.
    pub fn refuses(self) -> bool {
        self <= Self::TooMany
    }
}

/// Something wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The place of the file.
    pub file: usize,
    /// The row, from 1; the headings are row 1.
    pub row: usize,
    /// The heading of the column; empty where it is about the row.
    pub column: String,
    /// The value found, shortened.
    pub value: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Two values for one thing. The one read first stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The place of the file of the value that was dropped.
    pub file: usize,
    /// Its row.
    pub row: usize,
    /// What it is about.
    pub meaning: Meaning,
    /// The value that stands.
    pub kept: String,
    /// The value that was dropped.
    pub dropped: String,
}

/// Why a row joined with no other file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    /// It has no id, e-mail address or company.
    NoKey,
    /// No other file has its id, e-mail address or company.
    NotFound,
    /// Several prospects share its e-mail address or company, so that nothing says which is meant.
    Several,
}

/// A prospect that stands in one of several files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unjoined {
    /// The place of the file.
    pub file: usize,
    /// Its first row.
    pub row: usize,
    /// Why.
    pub reason: Alone,
}

/// What was read of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// How its columns were read; `None` where it has no headings.
    pub mapping: Option<Mapping>,
    /// Its encoding; `None` where all is ASCII.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub separator: Option<u8>,
    /// Its rows.
    pub rows: usize,
    /// Its rows by [`Bucket`].
    pub buckets: [usize; Bucket::ALL.len()],
    /// Why it could not be read to its end.
    pub broken: Option<CsvError>,
}

impl FileReport {
    /// How many rows ended there.
    pub fn count(&self, bucket: Bucket) -> usize {
        self.buckets[bucket as usize]
    }

    /// What its rows are.
    pub fn shape(&self) -> Option<Shape> {
        self.mapping.as_ref().map(|mapping| mapping.shape)
    }
}

/// Everything that an import has to say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// The files in the order in which they were read.
    pub files: Vec<FileReport>,
    /// The first [`MAX_KEPT`] issues.
    pub issues: Vec<Issue>,
    /// All issues, by [`Problem`].
    pub issue_counts: [usize; Problem::ALL.len()],
    /// Names of channels that the plan does not have, and how many rows name them.
    pub unknown_channels: Vec<(String, usize)>,
    /// The first [`MAX_KEPT`] conflicts.
    pub conflicts: Vec<Conflict>,
    /// All conflicts.
    pub conflict_count: usize,
    /// The first [`MAX_KEPT`] prospects that stand in one of several files.
    pub unjoined: Vec<Unjoined>,
    /// All of those, by [`Alone`].
    pub unjoined_counts: [usize; 3],
    /// Days after the record's last month, which were left out.
    pub later_days: usize,
    /// Days of skipped stages that were assumed.
    pub assumed_days: usize,
}

impl Report {
    pub(super) fn issue(&mut self, issue: Issue) {
        self.issue_counts[issue.problem as usize] += 1;
        keep(&mut self.issues, issue);
    }

    pub(super) fn conflict(&mut self, conflict: Conflict) {
        self.conflict_count += 1;
        keep(&mut self.conflicts, conflict);
    }

    pub(super) fn unjoined(&mut self, unjoined: Unjoined) {
        self.unjoined_counts[unjoined.reason as usize] += 1;
        keep(&mut self.unjoined, unjoined);
    }

    pub(super) fn count(&mut self, file: usize, bucket: Bucket) {
        if let Some(file) = self.files.get_mut(file) {
            file.buckets[bucket as usize] += 1;
        }
    }

    /// A row that was counted ends elsewhere after all.
    pub(super) fn moved(&mut self, file: usize, from: Bucket, to: Bucket) {
        if let Some(file) = self.files.get_mut(file) {
            file.buckets[from as usize] -= 1;
            file.buckets[to as usize] += 1;
        }
    }

    pub(super) fn unknown_channel(&mut self, name: &str) {
        match self.unknown_channels.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => keep(&mut self.unknown_channels, (name.to_owned(), 1)),
        }
    }
}

fn keep<T>(list: &mut Vec<T>, item: T) {
    if list.len() < MAX_KEPT {
        list.push(item);
    }
}
