//! Files to actuals, piece by piece.

mod rows;

use std::collections::BTreeMap;

use gyakusan_engine::actuals::{Actuals, MAX_PROSPECTS};
use gyakusan_engine::plan::{Month, Plan};

use super::counts::Counts;
use super::draft::Draft;
use super::guess::Names;
use super::mapping::{Column, Confidence, Mapping, Memory, Shape};
use super::meaning::Meaning;
use super::plain::narrow;
use super::report::{Bucket, FileReport, Issue, Problem, Report};
use super::{finish, join};
use crate::share::csv::{CsvError, Foreign, Layout, Reader, Row};

/// Prospects that are kept before files are joined.
pub const MAX_DRAFTS: usize = 4 * MAX_PROSPECTS;

/// Rows that a mapping is guessed from.
const SAMPLE_ROWS: usize = 100;

/// Bytes of those rows beyond which no more are waited for.
const SAMPLE_BYTES: usize = 1 << 20;

/// Characters of a value that an issue shows.
const SHOWN_CHARACTERS: usize = 60;

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Bytes of all files.
    pub bytes: usize,
    /// Rows of all files.
    pub rows: usize,
    /// Prospects, or rows of counts.
    pub kept: usize,
}

/// What an import gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The actuals of all rows that can be used, which fit the plan; `None` where a file broke off, or no row can be used.
    pub actuals: Option<Actuals>,
    /// Headings of behaviour.
    pub score_headings: Vec<String>,
    /// What each prospect of the actuals did, by place of the heading; `None` where it stands in no file that says so.
    pub scores: Vec<Option<Vec<(usize, f64)>>>,
    /// What became of every row.
    pub report: Report,
}

/// Reads files into actuals.
///
/// Bytes come in pieces of any size. What is kept is a piece, at most a hundred rows until columns are known, and what
/// prospects say, at most [`MAX_DRAFTS`] of them, so that memory grows with prospects and not with files: less than a
/// kilobyte for each prospect.
///
/// ```
/// use gyakusan::import::{Bucket, Importer, Memory};
/// use gyakusan::share::csv::Layout;
/// use gyakusan_engine::plan::Plan;
///
/// let plan = Plan::from_json(include_str!("../../../engine/plans/default.json"))?;
/// let mut importer = Importer::new(plan, None, Memory::default());
/// importer.open("leads.csv", Layout::default(), None, None);
/// importer.push("メール,チャネル,リード獲得日\na@b.co,検索広告,2026/4/3\n".as_bytes());
/// importer.open("deals.csv", Layout::default(), None, None);
/// importer.push("メール,商談化日,受注日,受注金額\nA@B.CO,2026/4/20,令和8年5月1日,120万円\n".as_bytes());
/// let imported = importer.finish();
/// assert_eq!(imported.report.files[1].count(Bucket::JoinedByEmail), 1);
/// assert_eq!(imported.actuals.expect("actuals").to_json(), concat!(
///     r#"{"version":1,"as_of":"2026-05","prospects":[{"email":"a@b.co","channel":"search","#,
///     r#""entered":{"lead":"2026-04-03","opportunity":"2026-04-20","won":"2026-05-01"},"amount":1200000}]}"#));
/// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
/// ```
#[derive(Debug)]
pub struct Importer {
    pub(super) plan: Plan,
    pub(super) as_of: Option<Month>,
    pub(super) assumes_skipped: bool,
    memory: Memory,
    open: Option<Open>,
    pub(super) shape: Option<Shape>,
    pub(super) drafts: Vec<Draft>,
    /// Prospects by id, and those without one by file and e-mail address.
    keys: BTreeMap<(Option<usize>, String), usize>,
    pub(super) counts: Counts,
    pub(super) score_headings: Vec<String>,
    /// The latest month that a row speaks of.
    pub(super) latest: Option<Month>,
    pub(super) report: Report,
    progress: Progress,
}

/// The file that is being read.
#[derive(Debug)]
struct Open {
    file: usize,
    reader: Reader,
    mapping: Option<Mapping>,
    /// By column, the place of its stage, and that of its score's heading.
    stages: Vec<Option<usize>>,
    scores: Vec<Option<usize>>,
    /// What names in its cells stand for.
    names: Option<Names>,
    headings: Option<Vec<String>>,
    held: Vec<Row>,
    held_bytes: usize,
}

impl Importer {
    /// An importer for a plan. `as_of` is the last month that the files know in full; without it, the last one that they
    /// speak of. Columns whose mapping is not given are guessed with what is remembered.
    pub fn new(plan: Plan, as_of: Option<Month>, memory: Memory) -> Self {
        let counts = Counts::new(&plan);
        Self {
            plan,
            as_of,
            assumes_skipped: false,
            memory,
            open: None,
            shape: None,
            drafts: Vec::new(),
            keys: BTreeMap::new(),
            counts,
            score_headings: Vec::new(),
            latest: None,
            report: Report::default(),
            progress: Progress::default(),
        }
    }

    /// Takes a stage without a day to have been passed on the day of the next one, instead of refusing the prospect. The
    /// rates stay right, the time between stages becomes too short; the report counts those days.
    pub fn assume_skipped(&mut self) {
        self.assumes_skipped = true;
    }

    /// Ends the file that is open and begins another. Of differing values those of the file that was opened first stand.
    pub fn open(&mut self, name: &str, layout: Layout, foreign: Option<Foreign>, mapping: Option<Mapping>) {
        self.close();
        let file = self.report.files.len();
        self.report.files.push(FileReport {
            name: name.to_owned(),
            mapping: None,
            encoding: None,
            separator: None,
            rows: 0,
            buckets: [0; Bucket::ALL.len()],
            broken: None,
        });
        let reader = Reader::new(layout, foreign);
        let [stages, scores] = [Vec::new(), Vec::new()];
        self.open = Some(Open {
            file,
            reader,
            mapping,
            stages,
            scores,
            names: None,
            headings: None,
            held: Vec::new(),
            held_bytes: 0,
        });
    }

    /// Reads the next bytes of the open file. Nothing is read after a file broke off; its report says why.
    pub fn push(&mut self, bytes: &[u8]) {
        self.progress.bytes += bytes.len();
        self.read(|reader, to| reader.push(bytes, to));
    }

    /// How far reading has come.
    pub fn progress(&self) -> Progress {
        Progress { kept: self.drafts.len() + self.counts.len(), ..self.progress }
    }

    /// Ends the last file, joins all of them, and checks the result against the plan.
    pub fn finish(mut self) -> Imported {
        self.close();
        join::join(&mut self);
        finish::finish(self)
    }

    fn read(&mut self, step: impl FnOnce(&mut Reader, &mut dyn FnMut(&Row)) -> Result<(), CsvError>) {
        let Some(mut open) = self.open.take() else { return };
        // The reader is apart from what its rows change.
        let mut reader = std::mem::replace(&mut open.reader, Reader::new(Layout::default(), None));
        let result = step(&mut reader, &mut |row| self.row(&mut open, row));
        open.reader = reader;
        if let (Err(error), Some(file)) = (result, self.report.files.get_mut(open.file)) {
            file.broken = Some(error);
        }
        self.open = Some(open);
    }

    fn close(&mut self) {
        self.read(|reader, to| reader.finish(to));
        let Some(mut open) = self.open.take() else { return };
        self.begin(&mut open);
        if let Some(file) = self.report.files.get_mut(open.file) {
            file.encoding = open.reader.encoding();
            file.separator = open.reader.separator();
            file.mapping = open.mapping;
        }
    }

    fn row(&mut self, open: &mut Open, row: &Row) {
        self.progress.rows += 1;
        if let Some(file) = self.report.files.get_mut(open.file) {
            file.rows += 1;
        }
        if row.is_empty() {
            self.report.count(open.file, Bucket::Blank);
            return;
        }
        if open.headings.is_none() {
            self.report.count(open.file, Bucket::Heading);
            open.headings = Some(row.cells().map(|cell| cell.trim().to_owned()).collect());
            return;
        }
        if open.stages.is_empty() {
            open.held.push(row.clone());
            open.held_bytes += row.cells().map(str::len).sum::<usize>();
            let is_enough = open.held.len() >= SAMPLE_ROWS || open.held_bytes >= SAMPLE_BYTES;
            if is_enough || open.mapping.is_some() {
                self.begin(open);
            }
            return;
        }
        self.record(open, row);
    }

    /// Settles what the columns mean, and takes in the rows that waited for it.
    fn begin(&mut self, open: &mut Open) {
        let Some(headings) = open.headings.as_ref().filter(|_| open.stages.is_empty()) else { return };
        let mut mapping = open.mapping.take().unwrap_or_else(|| {
            let rows = open.held.iter().map(|row| row.cells().map(str::to_owned).collect());
            Mapping::guess(headings, &rows.collect::<Vec<_>>(), &self.plan, &self.memory)
        });
        // A mapping of another file may have other columns.
        let column = |heading: &String| Column {
            heading: heading.clone(),
            meaning: Meaning::Ignored,
            confidence: Confidence::Unknown,
        };
        mapping.columns.truncate(headings.len());
        mapping.columns.extend(headings.iter().skip(mapping.columns.len()).map(column));
        for column in &mapping.columns {
            let stage = column.meaning.stage().and_then(|stage| self.plan.stage_index(stage));
            open.stages.push(stage);
            let is_score = column.meaning == Meaning::Score;
            open.scores.push(is_score.then(|| place_of(&mut self.score_headings, &column.heading)));
        }
        open.names = Some(Names::new(&self.plan, &mapping.channels));
        self.shape.get_or_insert(mapping.shape);
        open.mapping = Some(mapping);
        for row in std::mem::take(&mut open.held) {
            self.record(open, &row);
        }
    }

    fn record(&mut self, open: &mut Open, row: &Row) {
        // The mapping is lent out, since the importer changes meanwhile.
        let Some(mapping) = open.mapping.take() else { return };
        let bucket = self.judge(open, &mapping, row);
        open.mapping = Some(mapping);
        if let Some(bucket) = bucket {
            self.report.count(open.file, bucket);
        }
    }

    fn refuse(&mut self, file: usize, row: &Row, mapping: &Mapping, problem: Problem) -> Bucket {
        self.issue(file, row, None, mapping, problem);
        Bucket::Refused
    }

    fn issue(&mut self, file: usize, row: &Row, place: Option<usize>, mapping: &Mapping, problem: Problem) {
        let column = place.and_then(|place| mapping.columns.get(place));
        self.report.issue(Issue {
            file,
            row: row.number,
            column: column.map(|column| column.heading.clone()).unwrap_or_default(),
            value: place.map(|place| shown(row.cell(place))).unwrap_or_default(),
            problem,
        });
    }
}

fn shown(text: &str) -> String {
    narrow(text).chars().take(SHOWN_CHARACTERS).collect()
}

/// The place of a text in a list, which it joins if need be.
fn place_of(list: &mut Vec<String>, text: &str) -> usize {
    if let Some(place) = list.iter().position(|known| known == text) {
        return place;
    }
    list.push(text.to_owned());
    list.len() - 1
}
