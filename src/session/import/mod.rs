//! The import screens: files that were chosen, what their columns are taken for, what they say together.
//!
//! ```text
//! files → previews, corrected by the user → Order → whoever reads → Outcome → actuals of the plan
//! ```

mod chosen;
mod entry;
mod monthly;
mod order;
mod outcome;
mod panel;
mod report;
mod scored;
#[cfg(test)]
mod tests;

pub use chosen::{Chosen, Fault, HEAD_BYTES};
pub use order::{Order, OrderedFile};
pub use outcome::{Made, Outcome};
pub use panel::{ChoicePanel, ColumnPanel, FilePanel, ImportPanel, ProgressPanel, ShownTable};
pub use report::{CountTable, Findings, ReportPanel};

use std::sync::Arc;

use gyakusan_engine::actuals::Date;
use gyakusan_engine::json::Value;
use gyakusan_engine::plan::{Id, Month, Plan};

use super::Session;
use super::export::ExportedFile;
use crate::document::Step;
use crate::document::agreed::{IMPORTED, MAX_IMPORTED, RECORDS_OF_ACTUALS, Section};
use crate::import::{Bucket, FileReport, Mapping, Memory, Progress};
use crate::share::csv::Foreign;
use crate::share::file_name;
use crate::text::filled;

/// Makes a decoder of `Shift_JIS`, where there is one.
pub type Decoders = fn() -> Option<Foreign>;

/// How far the files have been read.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Reading {
    /// There is nothing to be read, or something is missing first.
    #[default]
    Waiting,
    /// They are being read.
    Going(Progress),
    /// The user stopped it.
    Stopped,
    /// Whoever read them is gone.
    Lost,
    /// They have been read.
    Done(Box<Outcome>),
}

/// The files of an import and what has been said about them.
#[derive(Debug, Clone)]
pub struct Importing {
    files: Vec<Chosen>,
    memory: Memory,
    /// What somebody agreed to, until it is remembered.
    agreed: Vec<Mapping>,
    /// Names of channels that the plan does not have, in how many rows, and what was said of them.
    strangers: Vec<(String, usize, Option<Id>)>,
    as_of: Option<Month>,
    assumes_skipped: bool,
    /// Whether that has been asked for, so that it stays in sight.
    asks_skipped: bool,
    reading: Reading,
    /// Counts what was chosen or said; names what is read.
    edition: u64,
    last_key: u32,
}

impl Importing {
    /// An import without files.
    pub fn new(memory: Memory) -> Self {
        Self {
            files: Vec::new(),
            memory,
            agreed: Vec::new(),
            strangers: Vec::new(),
            as_of: None,
            assumes_skipped: false,
            asks_skipped: false,
            reading: Reading::Waiting,
            edition: 0,
            last_key: 0,
        }
    }

    /// The files, in the order in which they are read.
    pub fn files(&self) -> &[Chosen] {
        &self.files
    }

    /// How far they have been read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Names what is to be read: it rises with everything that changes the outcome.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Has columns looked for that are about these conditions, which points are given for.
    pub fn look_for(&mut self, conditions: Vec<String>) {
        self.memory.look_for(conditions);
    }

    /// What is remembered for other files.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Adds a file of which this is the beginning; gives the key that names it.
    pub fn add(&mut self, name: String, bytes: usize, head: Vec<u8>) -> u32 {
        self.last_key += 1;
        self.files.push(Chosen::new(self.last_key, name, bytes, head));
        self.changed();
        self.last_key
    }

    /// Adds a file that could not be read.
    pub fn add_unreadable(&mut self, name: String) {
        self.last_key += 1;
        let mut file = Chosen::new(self.last_key, name, 0, Vec::new());
        file.fault = Some(Fault::Unreadable);
        self.files.push(file);
    }

    /// Removes the file at a place.
    pub fn remove(&mut self, place: usize) {
        if place < self.files.len() {
            self.files.remove(place);
            self.strangers.clear();
            self.changed();
        }
    }

    /// Puts the file at a place before all others: of differing values its own stand.
    pub fn put_first(&mut self, place: usize) {
        if place < self.files.len() {
            let file = self.files.remove(place);
            self.files.insert(0, file);
            self.changed();
        }
    }

    /// Takes in that the plan has changed, so that what the files say of it is worked out anew.
    pub fn look_anew(&mut self) {
        self.changed();
    }

    /// Begins to read; gives what is to be read, or nothing where something is missing.
    pub fn begin(&mut self, plan: &Plan) -> Option<Order> {
        let order = self.order(plan);
        self.reading = if order.is_some() { Reading::Going(Progress::default()) } else { Reading::Waiting };
        order
    }

    /// Takes in how far the reading of an edition is.
    pub fn receive(&mut self, edition: u64, progress: Progress) {
        if edition == self.edition && matches!(self.reading, Reading::Going(_)) {
            self.reading = Reading::Going(progress);
        }
    }

    /// Takes in what the files of an edition say. Whether they are to be read again: without those that broke off.
    pub fn finish(&mut self, edition: u64, outcome: Outcome) -> bool {
        if edition != self.edition || !matches!(self.reading, Reading::Going(_)) {
            return false;
        }
        let mut is_broken = false;
        let read = self.files.iter_mut().filter(|file| file.is_usable());
        for (file, report) in read.zip(&outcome.report.files) {
            if let Some(error) = &report.broken {
                file.fault = Some(Fault::Broken(error.clone()));
                is_broken = true;
            }
        }
        if is_broken {
            self.changed();
            return true;
        }
        for (name, rows) in &outcome.report.unknown_channels {
            match self.strangers.iter_mut().find(|(known, ..)| known == name) {
                Some((_, count, _)) => *count = *rows,
                None => self.strangers.push((name.clone(), *rows, None)),
            }
        }
        self.asks_skipped |= outcome.report.issue_counts[crate::import::Problem::StageSkipped as usize] > 0;
        self.reading = Reading::Done(Box::new(outcome));
        false
    }

    /// Takes in that the file at a place of what was read could not be read.
    pub fn miss(&mut self, edition: u64, place: usize) {
        if edition == self.edition {
            if let Some(file) = self.files.iter_mut().filter(|file| file.is_usable()).nth(place) {
                file.fault = Some(Fault::Unreadable);
            }
            self.changed();
        }
    }

    /// Takes in that the reading of an edition ended without an outcome.
    pub fn lose(&mut self, edition: u64) {
        if edition == self.edition && matches!(self.reading, Reading::Going(_)) {
            self.reading = Reading::Lost;
        }
    }

    /// Stops reading.
    pub fn stop(&mut self) {
        if matches!(self.reading, Reading::Going(_)) {
            self.reading = Reading::Stopped;
            self.edition += 1;
        }
    }

    /// Gives up all files; what is remembered stays.
    pub fn clear(&mut self) {
        let edition = self.edition + 1;
        let agreed = std::mem::take(&mut self.agreed);
        *self = Self { edition, last_key: self.last_key, agreed, ..Self::new(self.memory.clone()) };
    }

    /// Notes that somebody agreed to what the columns of the files mean: [`Importing::look`] remembers it.
    fn agree(&mut self) {
        self.agreed = (0..self.files.len()).filter_map(|place| self.mapping_of(place)).collect();
    }

    /// The mapping of the file at a place, with what was said of names of channels.
    fn mapping_of(&self, place: usize) -> Option<Mapping> {
        let file = self.files.get(place).filter(|file| file.is_usable())?;
        let mut mapping = file.preview.as_ref()?.mapping.clone();
        let said = self.strangers.iter().filter_map(|(name, _, id)| Some((name.clone(), id.clone()?)));
        // The first of equal names counts.
        let known = std::mem::take(&mut mapping.channels);
        mapping.channels = said.chain(known).collect();
        Some(mapping)
    }

    fn changed(&mut self) {
        self.edition += 1;
        self.reading = Reading::Waiting;
    }
}

impl Session {
    /// What points are given for: the conditions of the sheet of scores that have a name.
    pub fn conditions(&self) -> Vec<String> {
        let keys: Vec<_> = Section::Scores.keys().iter().map(|key| Step::Key(key)).collect();
        match self.workbook.agreement.get(&keys) {
            Some(Value::List(rows)) => {
                let names = rows.iter().filter_map(|row| row.get("name")?.as_text());
                names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
            }
            _ => self.language.words().importing().conditions.map(str::to_owned).to_vec(),
        }
    }

    /// Takes in what the files of an import say, as counts by month where that is wished, notes which files they were and
    /// that it was today, and remembers what their columns mean. Whether there was anything.
    pub fn take_in(&mut self, importing: &mut Importing, by_month: bool, today: Option<Date>) -> bool {
        let Reading::Done(outcome) = &importing.reading else { return false };
        let Some(made) = &outcome.made else { return false };
        let counted = made.by_month.as_ref().filter(|_| by_month);
        let actuals = counted.unwrap_or(&made.actuals);
        let words = self.language.words().importing();
        let is_large = counted.is_none() && made.saved_characters() > report::MAX_SAVED;
        let phrase = if is_large { words.taken_unsaved } else { words.taken };
        let text = filled(phrase, &[&panel::span(made.first, made.as_of, self.language)]);
        let records = records(outcome, made, today);
        self.put_actuals(Some(Arc::clone(actuals)), records);
        self.notify(text);
        importing.agree();
        importing.clear();
        true
    }

    /// The report of an import as a file.
    pub fn import_report(&self, importing: &Importing) -> Option<ExportedFile> {
        let Reading::Done(outcome) = &importing.reading else { return None };
        let words = self.language.words().importing();
        let text = report::report_file(&outcome.report, &self.plan, self.language);
        Some(ExportedFile {
            name: file_name::file_name(self.shown_name(), words.download[1], "csv"),
            media_type: "text/csv",
            bytes: text.into_bytes(),
        })
    }
}

/// What the workbook records of an import, in the order of [`RECORDS_OF_ACTUALS`].
fn records(outcome: &Outcome, made: &Made, today: Option<Date>) -> [Option<Value>; RECORDS_OF_ACTUALS.len()] {
    let file = |file: &FileReport| {
        let day = today.map(|day| ("day".to_owned(), Value::Text(day.to_string())));
        let name = ("file".to_owned(), Value::Text(scored::line(&file.name)));
        Value::Object(day.into_iter().chain([name]).collect())
    };
    let files: Vec<_> = outcome.report.files.iter().take(MAX_IMPORTED).map(file).collect();
    let counted = made.scored.as_ref().and_then(|scored| Value::parse(scored).ok());
    RECORDS_OF_ACTUALS.map(|key| match &counted {
        _ if key == IMPORTED => Some(Value::List(files.clone())),
        Some(counted) => counted.get(key).cloned(),
        None => None,
    })
}

/// Rows of a report that are not used.
fn unused(outcome: &Outcome) -> usize {
    let files = outcome.report.files.iter();
    files.map(|file| file.count(Bucket::Outside) + file.count(Bucket::Refused)).sum()
}
