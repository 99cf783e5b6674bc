//! The import screens in words: files, lists, what is missing, progress.

use gyakusan_engine::plan::{Month, Plan};

use super::entry::SEPARATORS;
use super::order::ENCODINGS;
use super::{Chosen, Fault, Importing, Reading, ReportPanel};
use crate::import::{Confidence, Mapping, Meaning, Preview, Shape, broken_sentence, meaning_name};
use crate::share::csv::Encoding;
use crate::text::number::{exact_count, rounded_count};
use crate::text::{Language, channel_name, filled, stage_names};

/// Rows of a file that are shown.
const SHOWN_ROWS: usize = 5;
/// Characters of a cell that are shown.
const SHOWN_CHARACTERS: usize = 40;

/// A list to choose from, or a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicePanel {
    /// Its name, which [`Importing::enter`] knows.
    pub name: String,
    /// What is chosen.
    pub label: String,
    /// Values and what they are called.
    pub options: Vec<[String; 2]>,
    /// The value that stands.
    pub value: String,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnPanel {
    /// Its heading.
    pub heading: String,
    /// Its meaning.
    pub choice: ChoicePanel,
    /// How sure that is.
    pub sure: &'static str,
    /// Whether somebody should look at it.
    pub is_unsure: bool,
    /// Whether it is used.
    pub is_used: bool,
}

/// The first rows of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownTable {
    /// What it is called.
    pub label: String,
    /// Its columns.
    pub columns: Vec<ColumnPanel>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
}

/// A chosen file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePanel {
    /// Its name.
    pub name: String,
    /// Rows and length.
    pub facts: String,
    /// Why it cannot be used.
    pub fault: Option<String>,
    /// Lists about the whole file.
    pub choices: Vec<ChoicePanel>,
    /// Its first rows; `None` where it cannot be read.
    pub table: Option<ShownTable>,
    /// What the button is called that removes it.
    pub remove: String,
    /// What the button is called that puts it first; `None` for the first one.
    pub first: Option<String>,
}

/// How far reading is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressPanel {
    /// Bytes read, in percent.
    pub percent: u32,
    /// The same with rows, in words.
    pub text: String,
}

/// The import screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPanel {
    /// The files.
    pub files: Vec<FilePanel>,
    /// What is missing.
    pub missing: Vec<String>,
    /// Channels to be assigned.
    pub strangers: Vec<ChoicePanel>,
    /// The last month known in full.
    pub as_of: Option<ChoicePanel>,
    /// Whether skipped stages count as passed; a box.
    pub skipped: Option<ChoicePanel>,
    /// How far reading is.
    pub progress: Option<ProgressPanel>,
    /// What reading came to where it gave nothing.
    pub ended: Option<&'static str>,
    /// The report.
    pub report: Option<ReportPanel>,
    /// What is said to those who listen: it changes rarely.
    pub said: String,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lack {
    Channel,
    Entry,
    Month,
    Count,
    Key(usize),
    DayOrder(usize, String),
    OtherShape(usize),
}

impl Importing {
    /// The import screens for a plan; `replaces` says that the plan has actuals already.
    pub fn panel(&self, plan: &Plan, language: Language, replaces: bool) -> ImportPanel {
        let words = language.words().importing();
        let lacks = self.lacks(plan);
        let missing: Vec<_> = lacks.iter().map(|lack| self.lack_sentence(lack, plan, language)).collect();
        let has_files = self.files.iter().any(Chosen::is_usable);
        let progress = self.progress(language);
        let report = match &self.reading {
            Reading::Done(outcome) => Some(ReportPanel::new(outcome, plan, language, replaces)),
            _ => None,
        };
        let ended = match &self.reading {
            Reading::Stopped => Some(words.stopped[0]),
            Reading::Lost => Some(words.stopped[1]),
            _ => None,
        };
        let said = match (&progress, &report, ended) {
            (Some(progress), ..) => filled(words.progress_said, &[&(progress.percent / 25 * 25).to_string()]),
            (_, Some(report), _) => report.headline.clone(),
            (_, _, Some(ended)) => ended.to_owned(),
            _ => self.files.iter().filter_map(|file| fault(file, language)).chain(missing.clone()).collect(),
        };
        let strangers = self.strangers.iter().enumerate();
        ImportPanel {
            files: (0..self.files.len()).map(|place| self.file(place, plan, language)).collect(),
            missing: if has_files { missing } else { Vec::new() },
            strangers: strangers
                .map(|(place, (name, rows, channel))| ChoicePanel {
                    name: ["stranger-", &place.to_string()].concat(),
                    label: filled(words.unknown_label, &[name, &exact_count(*rows as f64)]),
                    options: channels(plan, words.unassigned, language),
                    value: channel.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default(),
                })
                .collect(),
            as_of: has_files.then(|| ChoicePanel {
                name: "asof".to_owned(),
                label: words.as_of[0].to_owned(),
                options: months(plan, language),
                value: self.as_of.map(|month| month.to_string()).unwrap_or_default(),
            }),
            skipped: self.asks_skipped.then(|| ChoicePanel {
                name: "skipped".to_owned(),
                label: words.skipped.to_owned(),
                options: Vec::new(),
                value: self.assumes_skipped.to_string(),
            }),
            progress,
            ended,
            report,
            said,
        }
    }

    fn progress(&self, language: Language) -> Option<ProgressPanel> {
        let Reading::Going(progress) = &self.reading else { return None };
        let words = language.words().importing();
        let all: usize = self.files.iter().filter(|file| file.is_usable()).map(|file| file.bytes).sum();
        // A hundred times the bytes of a large file are more than a browser's program counts to.
        let percent = (100.0 * progress.bytes as f64 / all.max(1) as f64).min(100.0) as u32;
        let counts = [progress.rows, progress.kept].map(|count| exact_count(count as f64));
        let sizes = [size(progress.bytes, language), size(all, language)];
        let text = filled(words.progress, &[&sizes[0], &sizes[1], &counts[0], &counts[1]]);
        Some(ProgressPanel { percent, text: if percent == 100 { words.joining.to_owned() } else { text } })
    }

    /// What is missing before the files can be read.
    pub(super) fn lacks(&self, plan: &Plan) -> Vec<Lack> {
        let mut lacks = Vec::new();
        let files: Vec<(usize, &Preview)> = self
            .files
            .iter()
            .enumerate()
            .filter(|(_, file)| file.is_usable())
            .filter_map(|(place, file)| Some((place, file.preview.as_ref()?)))
            .collect();
        let Some((_, first)) = files.first() else { return lacks };
        let shape = first.mapping.shape;
        let any = |is: &dyn Fn(&Mapping) -> bool| files.iter().any(|(_, preview)| is(&preview.mapping));
        let has = |meaning: &Meaning| any(&|mapping| mapping.place(meaning).is_some());
        if !has(&Meaning::Channel) && !any(&|mapping| mapping.one_channel.is_some()) {
            lacks.push(Lack::Channel);
        }
        let is_count = |mapping: &Mapping| {
            mapping.columns.iter().any(|column| matches!(column.meaning, Meaning::Count(_)))
        };
        match shape {
            Shape::Prospects => {
                let mut entries =
                    plan.channels.iter().map(|channel| Meaning::Entered(channel.enters.clone()));
                if !entries.any(|entry| has(&entry)) {
                    lacks.push(Lack::Entry);
                }
            }
            Shape::Months => {
                if !has(&Meaning::Month) {
                    lacks.push(Lack::Month);
                }
                if !any(&is_count) {
                    lacks.push(Lack::Count);
                }
            }
        }
        for (place, preview) in &files {
            let mapping = &preview.mapping;
            if mapping.shape != shape {
                lacks.push(Lack::OtherShape(*place));
                continue;
            }
            let keys = [Meaning::Id, Meaning::Email, Meaning::Company];
            let is_alone = keys.iter().all(|key| mapping.place(key).is_none());
            if shape == Shape::Prospects && files.len() > 1 && is_alone {
                lacks.push(Lack::Key(*place));
            }
            if let Some(day) = &self.files[*place].open_day {
                lacks.push(Lack::DayOrder(*place, day.clone()));
            }
        }
        lacks
    }

    fn lack_sentence(&self, lack: &Lack, plan: &Plan, language: Language) -> String {
        let words = language.words().importing();
        let name = |place: &usize| self.files.get(*place).map_or("", |file| file.name.as_str());
        match lack {
            Lack::Channel => words.lacks[0].to_owned(),
            Lack::Entry => {
                let mut names: Vec<String> = Vec::new();
                for stage in &plan.stages {
                    let stage_name = stage_names(stage, language).stage;
                    if plan.channels.iter().any(|channel| channel.enters == stage.id) {
                        names.push(stage_name);
                    }
                }
                filled(words.lacks[1], &[&names.join(language.words().imports().comma)])
            }
            Lack::Month => filled(words.lacks[2], &[&plan.period.start.to_string()]),
            Lack::Count => words.lacks[3].to_owned(),
            Lack::Key(place) => filled(words.lacks[4], &[name(place)]),
            Lack::DayOrder(place, day) => filled(words.lacks[5], &[name(place), day]),
            Lack::OtherShape(place) => {
                let shape = self.files[*place].preview.as_ref().map(|preview| preview.mapping.shape);
                let shapes = language.words().imports().shapes;
                filled(words.lacks[6], &[name(place), shapes[usize::from(shape == Some(Shape::Prospects))]])
            }
        }
    }

    fn file(&self, place: usize, plan: &Plan, language: Language) -> FilePanel {
        let words = language.words().importing();
        let file = &self.files[place];
        let mut facts = size(file.bytes, language);
        if file.head_rows > 0 && !file.is_workbook() {
            let rows = filled(words.rows[usize::from(!file.is_whole())], &[&rounded(file)]);
            facts = [&rows, words.between, &facts].concat();
        }
        let preview = file.preview.as_ref();
        let is_text = !file.is_workbook() && !matches!(file.fault, Some(Fault::Empty | Fault::Unreadable));
        let mut choices = Vec::new();
        if let Some(preview) = preview.filter(|_| file.is_usable()) {
            choices.push(shape_choice(place, preview, language));
        }
        if is_text {
            choices.push(encoding_choice(place, file, language));
            choices.push(separator_choice(place, file, language));
        }
        if let Some(preview) = preview.filter(|_| file.is_usable()) {
            choices.extend(file.has_day_order.then(|| day_choice(place, preview, language)));
            choices.extend(one_channel_choice(place, preview, plan, language));
        }
        FilePanel {
            name: file.name.clone(),
            facts,
            fault: fault(file, language),
            choices,
            table: preview
                .filter(|preview| !preview.headings.is_empty() && file.fault != Some(Fault::Binary))
                .map(|preview| table(place, file, preview, plan, language)),
            remove: filled(words.file_buttons[0], &[&file.name]),
            first: (place > 0).then(|| filled(words.file_buttons[1], &[&file.name])),
        }
    }
}

/// Why a file cannot be used, in words.
fn fault(file: &Chosen, language: Language) -> Option<String> {
    let words = language.words().importing();
    let sentence = match file.fault.as_ref()? {
        Fault::Broken(error) => return Some(broken_sentence(&file.name, error, language)),
        Fault::Empty => words.faults[0],
        Fault::Binary => words.faults[1],
        Fault::NoRows => words.faults[2],
        Fault::Unreadable => words.faults[3],
    };
    Some(filled(words.fault_at, &[&file.name, sentence]))
}

fn table(place: usize, file: &Chosen, preview: &Preview, plan: &Plan, language: Language) -> ShownTable {
    let words = language.words().importing();
    let mut columns = Vec::new();
    for (number, column) in preview.mapping.columns.iter().enumerate() {
        let heading = if column.heading.is_empty() {
            filled(words.no_heading, &[&(number + 1).to_string()])
        } else {
            column.heading.clone()
        };
        let is_used = column.meaning != Meaning::Ignored;
        columns.push(ColumnPanel {
            choice: ChoicePanel {
                name: ["meaning-", &place.to_string(), "-", &number.to_string()].concat(),
                label: filled(words.meaning, &[&heading]),
                options: meanings(preview.mapping.shape, plan, language),
                value: column.meaning.key(),
            },
            heading,
            sure: words.sure[column.confidence as usize],
            is_unsure: column.confidence == Confidence::Guess,
            is_used,
        });
    }
    let shown = |row: &Vec<String>| {
        let cells = (0..preview.headings.len()).map(|cell| row.get(cell).map_or("", String::as_str));
        cells.map(|cell| cell.chars().take(SHOWN_CHARACTERS).collect()).collect()
    };
    ShownTable {
        label: filled(words.first_rows, &[&file.name]),
        columns,
        rows: preview.rows.iter().take(SHOWN_ROWS).map(shown).collect(),
    }
}

/// Every meaning that a column of such a table can have.
fn meanings(shape: Shape, plan: &Plan, language: Language) -> Vec<[String; 2]> {
    let mut meanings = vec![Meaning::Ignored];
    let stages = || plan.stages.iter().map(|stage| stage.id.clone());
    match shape {
        Shape::Prospects => {
            meanings.extend([Meaning::Id, Meaning::Email, Meaning::Company, Meaning::Channel]);
            meanings.extend(stages().map(Meaning::Entered));
            meanings.extend([Meaning::Amount, Meaning::LostOn, Meaning::LostReason, Meaning::Score]);
        }
        Shape::Months => {
            meanings.extend([Meaning::Month, Meaning::Channel]);
            meanings.extend(stages().map(Meaning::Count));
            meanings.extend(stages().skip(1).map(Meaning::Losses));
            meanings.extend([Meaning::Revenue, Meaning::Spend]);
        }
    }
    meanings.iter().map(|meaning| [meaning.key(), meaning_name(meaning, plan, language)]).collect()
}

fn choice(
    what: &str,
    place: usize,
    label: &str,
    options: Vec<[String; 2]>,
    value: impl Into<String>,
) -> ChoicePanel {
    let name = [what, "-", &place.to_string()].concat();
    ChoicePanel { name, label: label.to_owned(), options, value: value.into() }
}

fn shape_choice(place: usize, preview: &Preview, language: Language) -> ChoicePanel {
    let shapes = language.words().imports().shapes;
    let options = ["months", "prospects"].iter().zip(shapes);
    let options = options.map(|(value, name)| [(*value).to_owned(), name.to_owned()]).collect();
    let value = if preview.mapping.shape == Shape::Months { "months" } else { "prospects" };
    choice("shape", place, language.words().importing().labels[0], options, value)
}

fn encoding_choice(place: usize, file: &Chosen, language: Language) -> ChoicePanel {
    let words = language.words().importing();
    let number = |encoding: Encoding| ENCODINGS.iter().position(|each| *each == encoding).unwrap_or(0);
    let found = file.preview.as_ref().and_then(|preview| preview.encoding).unwrap_or(Encoding::Utf8);
    let found =
        if file.layout.encoding.is_some() { String::new() } else { words.encodings[number(found)].into() };
    let mut options = vec![[String::new(), automatic(words.encodings[4], &found)]];
    options.extend((0..4).map(|number| [number.to_string(), words.encodings[number].to_owned()]));
    let value = file.layout.encoding.map(|encoding| number(encoding).to_string());
    choice("encoding", place, words.labels[1], options, value.unwrap_or_default())
}

fn separator_choice(place: usize, file: &Chosen, language: Language) -> ChoicePanel {
    let words = language.words().importing();
    let number = |separator: u8| SEPARATORS.iter().position(|each| *each == separator);
    let found = file.preview.as_ref().and_then(|preview| number(preview.separator?));
    let found = found.filter(|_| file.layout.separator.is_none()).map_or("", |found| words.separators[found]);
    let mut options = vec![[String::new(), automatic(words.separators[3], found)]];
    options.extend((0..3).map(|number| [number.to_string(), words.separators[number].to_owned()]));
    let value = file.layout.separator.and_then(number).map(|number| number.to_string());
    choice("separator", place, words.labels[2], options, value.unwrap_or_default())
}

/// What is found out, and what that is where it is known.
fn automatic(phrase: &str, found: &str) -> String {
    if found.is_empty() {
        phrase.split(['（', '(']).next().unwrap_or_default().trim().to_owned()
    } else {
        filled(phrase, &[found])
    }
}

/// The order of days.
fn day_choice(place: usize, preview: &Preview, language: Language) -> ChoicePanel {
    let words = language.words().importing();
    let options = ["", "month", "day"].iter().zip(words.orders);
    let options = options.map(|(value, name)| [(*value).to_owned(), name.to_owned()]).collect();
    let value = match preview.mapping.day_order {
        None => "",
        Some(crate::import::DayOrder::MonthFirst) => "month",
        Some(crate::import::DayOrder::DayFirst) => "day",
    };
    choice("days", place, words.labels[3], options, value)
}

/// The channel of all rows, where no column says it.
fn one_channel_choice(
    place: usize,
    preview: &Preview,
    plan: &Plan,
    language: Language,
) -> Option<ChoicePanel> {
    let words = language.words().importing();
    if preview.mapping.place(&Meaning::Channel).is_some() {
        return None;
    }
    let options = channels(plan, words.no_channel, language);
    let value = preview.mapping.one_channel.as_ref().map(|id| id.as_str().to_owned());
    Some(choice("one", place, words.labels[4], options, value.unwrap_or_default()))
}

fn channels(plan: &Plan, none: &str, language: Language) -> Vec<[String; 2]> {
    let mut options = vec![[String::new(), none.to_owned()]];
    options.extend(
        plan.channels
            .iter()
            .map(|channel| [channel.id.as_str().to_owned(), channel_name(channel, language).to_owned()]),
    );
    options
}

fn months(plan: &Plan, language: Language) -> Vec<[String; 2]> {
    let words = language.words().importing();
    let mut options = vec![[String::new(), words.as_of[1].to_owned()]];
    options.extend(plan.period.iter().map(|month| [month.to_string(), month_name(month, language)]));
    options
}

fn month_name(month: Month, language: Language) -> String {
    (language.words().importing().month)(month.year(), month.month())
}

/// From month to month, or the only one.
pub(super) fn span(first: Month, last: Month, language: Language) -> String {
    if first >= last {
        return month_name(last, language);
    }
    let words = language.words().importing();
    filled(words.span, &[&month_name(first, language), &month_name(last, language)])
}

/// A length in bytes as megabytes, or kilobytes where that is less than one.
pub(super) fn size(bytes: usize, language: Language) -> String {
    let sizes = language.words().importing().sizes;
    if bytes >= 1_000_000 {
        let tenths = (bytes as f64 / 1e5).round() / 10.0;
        return filled(sizes[0], &[&exact_count(tenths)]);
    }
    filled(sizes[1], &[&rounded_count((bytes as f64 / 1e3).ceil())])
}

/// The rows of a file; those that are not counted yet in two figures.
fn rounded(file: &Chosen) -> String {
    let rows = file.rows() as f64;
    if file.is_whole() {
        return exact_count(rows);
    }
    let mut step = 1.0;
    while rows / step >= 100.0 {
        step *= 10.0;
    }
    exact_count((rows / step).round() * step)
}
