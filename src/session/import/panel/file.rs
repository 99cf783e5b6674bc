//! A file on the import screens: what it is, its first rows, what its columns are taken for.

use gyakusan_engine::plan::Plan;

use super::choice::{
    ChoicePanel, day_choice, encoding_choice, one_channel_choice, separator_choice, shape_choice,
};
use super::size;
use crate::import::{Confidence, Meaning, Preview, Shape, broken_sentence, meaning_name};
use crate::session::import::{Chosen, Fault, Importing};
use crate::text::number::exact_count;
use crate::text::{Language, filled};

/// Rows of a file that are shown.
const SHOWN_ROWS: usize = 5;
/// Characters of a cell that are shown.
const SHOWN_CHARACTERS: usize = 40;

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

impl Importing {
    pub(super) fn file(&self, place: usize, plan: &Plan, language: Language) -> FilePanel {
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
pub(super) fn fault(file: &Chosen, language: Language) -> Option<String> {
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
