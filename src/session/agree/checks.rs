//! Checklists of readiness: what is done, by whom, until when, and what of the product helps with the rest.

use crate::document::agreed::{CHECK_COUNTS, CHECKS, Help, Place, Section};
use crate::session::{AgreePress, Press, Session, View};
use crate::text::filled;
use crate::text::number::editable_count;

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistPanel {
    /// What it is called.
    pub name: &'static str,
    /// How many items are done, and how many there are.
    pub done: [usize; 2],
    /// That as a sentence.
    pub progress: String,
    /// Its items, phase by phase: what the phase is called, and what is in it.
    pub phases: Vec<(&'static str, Vec<CheckRow>)>,
}

/// An item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    /// Where it is ticked; owner and day stand in the columns after it.
    pub place: Place,
    /// What is to be ready.
    pub text: &'static str,
    /// Whether it is.
    pub is_done: bool,
    /// Whether the plan has it without anybody's doing.
    pub is_in_plan: bool,
    /// Who sees to it, and until when; empty where nothing is noted.
    pub note: String,
    /// What leads to the place that helps, and its words; `None` where it is done elsewhere.
    pub help: Option<(Press, &'static str)>,
}

impl Session {
    /// The three lists.
    pub fn checklists(&self) -> [ChecklistPanel; 3] {
        [0, 1, 2].map(|list| self.checklist(list))
    }

    /// How many items of all lists are done, and how many there are.
    pub fn readiness(&self) -> String {
        let done = (0..CHECKS.len()).filter(|row| self.is_agreed(check(*row, 0))).count();
        let figures = [done, CHECKS.len()].map(|count| editable_count(count as f64));
        filled(self.language.words().checks().readiness, &[&figures[0], &figures[1]])
    }

    fn checklist(&self, list: usize) -> ChecklistPanel {
        let words = self.language.words().checks();
        let mut phases: Vec<_> = words.phases.map(|name| (name, Vec::new())).into();
        let mut done = 0;
        for (row, item) in CHECKS.iter().enumerate().filter(|(_, item)| usize::from(item.list) == list) {
            let is_done = self.is_agreed(check(row, 0));
            done += usize::from(is_done);
            let notes = [1, 2].map(|column| self.agreed_text(check(row, column)));
            let notes: Vec<_> = notes.into_iter().filter(|note| !note.is_empty()).collect();
            phases[usize::from(item.phase)].1.push(CheckRow {
                place: check(row, 0),
                text: words.items[row],
                is_done,
                is_in_plan: item.help == Help::HasTree,
                note: notes.join(self.language.words().tree().separator),
                help: help(item.help).map(|press| (press, words.helps[help_name(item.help)])),
            });
        }
        let figures = [done, CHECK_COUNTS[list]].map(|count| editable_count(count as f64));
        ChecklistPanel {
            name: words.lists[list],
            done: [done, CHECK_COUNTS[list]],
            progress: filled(words.progress, &[&figures[0], &figures[1]]),
            phases,
        }
    }
}

fn check(row: usize, column: u8) -> Place {
    Place { section: Section::Checks, row: row as u8, column }
}

fn help(help: Help) -> Option<Press> {
    Some(match help {
        Help::HasTree => Press::Show(View::Plan),
        Help::Odds => Press::Show(View::Odds),
        Help::Linkage => Press::Agree(AgreePress::Go("agree-linkage")),
        Help::Departments => Press::Agree(AgreePress::Go("agree-departments")),
        Help::Agree(section) => Press::Agree(AgreePress::Go(id(section))),
        Help::None => return None,
    })
}

/// The place of the words that name what helps.
fn help_name(help: Help) -> usize {
    match help {
        Help::HasTree => 0,
        Help::Odds => 1,
        Help::Linkage => 2,
        Help::Departments => 3,
        Help::None => 4,
        Help::Agree(section) => 5 + Section::ALL.iter().position(|each| *each == section).unwrap_or(0),
    }
}

/// The id of the part of the view where a section is typed.
pub(in crate::session) const fn id(section: Section) -> &'static str {
    match section {
        Section::Definitions => "agree-definitions",
        Section::Mql | Section::Threshold | Section::Scores => "agree-scoring",
        Section::HandOff => "agree-hand-off",
        Section::LostReasons => "agree-lost",
        Section::Meetings => "agree-meetings",
        Section::People => "agree-people",
        Section::Activities => "agree-activities",
        Section::Measures => "agree-measures",
        Section::Factors => "agree-departments",
        Section::Checks => "agree-checks",
        Section::Notes => "agree-notes",
    }
}
