//! What the departments agree on: typed, chosen and ticked place by place, with the language's usual words where nothing is.

mod checks;
mod length;
mod markdown;
mod panel;
mod scored;
mod tables;
#[cfg(test)]
mod tests;
mod usual;

pub use checks::{CheckRow, ChecklistPanel};
pub use panel::{CellLook, CellPanel, PromiseRow, ScorePanel};
pub use scored::ScoredPanel;
pub use tables::{DepartmentRow, LinkageRow};

use gyakusan_engine::json::Value;

use super::history::Typed;
use super::{Refusal, Session, field};
use crate::document::agreed::{Kind, MAX_LINE, MAX_TEXT, Place, Rows, Section};
use crate::document::{Agreement, Step, Workbook};
use crate::text::number::{Kind as NumberKind, NumberError, editable_count, read_in_unit};

/// What a press does with the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreePress {
    /// Adds a row at the end of a section.
    Add(Section),
    /// Removes the row at this place.
    Remove(Section, u8),
    /// Moves the focus to what helps with something: the id of a part of the view.
    Go(&'static str),
    /// Puts the agreement on paper.
    Print,
    /// Puts the checklists on paper.
    PrintChecks,
    /// Saves the agreement as Markdown.
    Markdown,
}

/// A text of the agreement that is being typed, or that was left unusable.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreedDraft {
    pub(super) place: Place,
    /// The text as typed.
    pub(super) text: String,
    /// Why it cannot be used, once it has been left.
    pub(super) refusal: Option<Refusal>,
}

impl Session {
    /// Whether a text of the agreement is being typed here.
    pub fn is_writing(&self, place: Place) -> bool {
        self.agreed_drafts.iter().any(|draft| draft.place == place && draft.refusal.is_none())
    }

    /// Takes in a text while it is being typed, or once it is left (`ends`); what is chosen or ticked comes the same way.
    /// A usable one is noted at once. One that is not stands as it was typed, and once it is left it is said why.
    pub fn agree(&mut self, place: Place, text: &str, ends: bool) {
        let refusal = self.take_agreed(place, text).err();
        self.agreed_drafts.retain(|draft| draft.place != place);
        if ends {
            self.history.end_group();
        }
        if !ends || refusal.is_some() {
            let refusal = refusal.filter(|_| ends);
            self.agreed_drafts.push(AgreedDraft { place, text: text.to_owned(), refusal });
        }
    }

    /// Adds or removes a row.
    pub fn press_agree(&mut self, press: AgreePress) {
        let (section, row, adds) = match press {
            AgreePress::Add(section) => (section, self.agreed_rows(section), true),
            AgreePress::Remove(section, row) => (section, usize::from(row), false),
            _ => return,
        };
        let Some(most) = section.most() else { return };
        let agreement = self.with_list(section);
        let path = path_of(section);
        let Some(Value::List(items)) = agreement.get(&path) else { return };
        let mut items = items.clone();
        if adds && items.len() < most {
            items.push(self.new_row(section));
        } else if !adds && row < items.len() {
            items.remove(row);
        } else {
            return;
        }
        // Rows are known by their places, and the places have changed.
        self.agreed_drafts.retain(|draft| draft.place.section != section);
        self.note_agreed(section, agreement.with(&path, Some(Value::List(items))), None);
        if !adds {
            self.notify(self.language.words().agree().row_removed.to_owned());
        }
    }

    /// How many rows a section has.
    pub fn agreed_rows(&self, section: Section) -> usize {
        match section.rows() {
            Rows::One => 1,
            Rows::Stages => self.plan.stages.len(),
            Rows::GoalAndStages => self.plan.stages.len() + 1,
            Rows::Owners => 4,
            Rows::Checks => crate::document::agreed::CHECKS.len(),
            Rows::List(most) => match self.agreed_list(section) {
                Value::List(items) => items.len().min(most),
                _ => 0,
            },
        }
    }

    /// What is agreed at a place: what was noted, or what is usual; nothing where the plan has no such place.
    fn agreed(&self, place: Place) -> Value {
        let Some(path) = place.path(&self.plan) else { return Value::Null };
        let keys = place.section.keys().len();
        let agreement = &self.workbook.agreement;
        if place.section.most().is_some() && agreement.get(&path[..keys]).is_none() {
            // The usual rows, as if they had been noted.
            return self.with_list(place.section).get(&path).cloned().unwrap_or(Value::Null);
        }
        match agreement.get(&path) {
            Some(value) => value.clone(),
            None => self.usual(place),
        }
    }

    /// A text that is agreed.
    pub(super) fn agreed_text(&self, place: Place) -> String {
        match self.agreed(place) {
            Value::Text(text) => text,
            _ => String::new(),
        }
    }

    /// A number that is agreed; `None` where there is none.
    fn agreed_number(&self, place: Place) -> Option<f64> {
        match self.agreed(place) {
            Value::Number(number) if number.is_finite() => Some(number),
            _ => None,
        }
    }

    /// Whether something is ticked.
    fn is_agreed(&self, place: Place) -> bool {
        self.agreed(place) == Value::Bool(true)
    }

    /// What stands in a place that nobody is typing into.
    fn written_agreed(&self, place: Place) -> String {
        match self.agreed(place) {
            Value::Text(text) => text,
            Value::Bool(value) => value.to_string(),
            Value::Number(number) if number.is_finite() => editable_count(number),
            _ => String::new(),
        }
    }

    fn take_agreed(&mut self, place: Place, text: &str) -> Result<(), Refusal> {
        let value = match place.kind() {
            Kind::Line | Kind::Text => {
                let is_line = place.kind() == Kind::Line;
                let limit = if is_line { MAX_LINE } else { MAX_TEXT };
                // Line ends have one form, wherever the text was typed.
                let text = text.replace("\r\n", "\n");
                let text = text.trim();
                if text.chars().count() > limit {
                    return Err(Refusal::NameTooLong { limit });
                }
                Some(Value::Text(text.to_owned()))
            }
            Kind::Number { min, max, whole } => number(text, min, max, whole)?,
            Kind::Months => None,
            Kind::Tick => Some(Value::Bool(text == super::choice::TICKED)),
            Kind::Choice(names) if !names.contains(&text) => return Err(Refusal::Refused),
            Kind::Stage if !self.plan.stages.iter().any(|stage| stage.id.as_str() == text) => {
                return Err(Refusal::Refused);
            }
            Kind::Choice(_) | Kind::Stage | Kind::Day | Kind::Month => {
                (!text.is_empty()).then(|| Value::Text(text.to_owned()))
            }
        };
        let Some(path) = place.path(&self.plan) else { return Err(Refusal::Refused) };
        let is_list = place.section.most().is_some();
        let value = value.filter(|value| is_list || *value != self.usual(place));
        let agreement = if is_list {
            // Rows of a list are added and removed by buttons alone.
            if usize::from(place.row) >= self.agreed_rows(place.section) {
                return Err(Refusal::Refused);
            }
            self.with_list(place.section)
        } else {
            self.workbook.agreement.clone()
        };
        let agreement = agreement.with(&path, value);
        self.note_agreed(place.section, agreement, Some(Typed::Agreed(place)));
        Ok(())
    }

    /// Notes an agreement, of a list only what differs from the usual one.
    fn note_agreed(&mut self, section: Section, agreement: Agreement, typed: Option<Typed>) {
        let path = path_of(section);
        let is_usual = section.most().is_some() && agreement.get(&path) == Some(&self.usual_list(section));
        let agreement = if is_usual { agreement.with(&path, None) } else { agreement };
        if agreement != self.workbook.agreement {
            let workbook = Workbook { agreement, ..self.workbook.clone() };
            self.note(workbook, typed);
        }
    }

    /// The rows of a list: those noted, or the usual ones.
    fn agreed_list(&self, section: Section) -> Value {
        let noted = self.workbook.agreement.get(&path_of(section));
        noted.cloned().unwrap_or_else(|| self.usual_list(section))
    }

    /// The agreement with the rows of a list in it.
    fn with_list(&self, section: Section) -> Agreement {
        self.workbook.agreement.with(&path_of(section), Some(self.agreed_list(section)))
    }
}

fn path_of(section: Section) -> Vec<Step<'static>> {
    section.keys().iter().map(|key| Step::Key(key)).collect()
}

/// A number as typed; nothing for an empty text.
fn number(text: &str, min: f64, max: f64, whole: bool) -> Result<Option<Value>, Refusal> {
    // Counts of things are never below 0, while points and measures may be.
    let unsigned = text.trim().trim_start_matches(['-', '−', '－', '▲']);
    let is_negative = unsigned.len() < text.trim().len();
    let value = match read_in_unit(unsigned, "", NumberKind::Count) {
        Err(NumberError::Empty) => return Ok(None),
        read => read.map_err(Refusal::Unreadable)?,
    };
    let value = if is_negative && value > 0.0 { -value } else { value };
    if whole && value.fract() != 0.0 {
        return Err(Refusal::NotWhole { value });
    }
    if !(min..=max).contains(&value) {
        return Err(Refusal::OutOfRange { value, min, max });
    }
    Ok(Some(Value::Number(value)))
}

/// The sentence that says why a text cannot be used.
fn refusal_sentence(session: &Session, label: &str, text: &str, refusal: &Refusal) -> String {
    let words = session.language.words().errors();
    match refusal {
        Refusal::Unreadable(NumberError::NotANumber { text, at, found }) => {
            (words.not_a_number)(label, text, at + 1, *found)
        }
        Refusal::Unreadable(NumberError::TwoNumbers { at }) => (words.two_numbers)(label, at + 1),
        Refusal::Unreadable(NumberError::WrongUnit { unit }) => (words.wrong_unit)(label, unit),
        Refusal::Unreadable(NumberError::TooLong { limit }) | Refusal::NameTooLong { limit } => {
            (words.too_long)(label, *limit)
        }
        Refusal::NotWhole { value } => (words.not_whole)(label, &editable_count(*value)),
        Refusal::OutOfRange { value, min, .. } if value < min => {
            (words.too_small)(label, &editable_count(*value), &editable_count(*min))
        }
        Refusal::OutOfRange { value, max, .. } => {
            (words.too_large)(label, &editable_count(*value), &editable_count(*max))
        }
        _ => (words.refused)(label, text),
    }
}

/// The currency of the plan, which amounts of the agreement are written in.
fn money(session: &Session, value: f64) -> String {
    crate::text::number::money(value, field::currency(&session.plan), session.language).to_string()
}
