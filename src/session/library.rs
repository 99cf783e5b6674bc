//! What the page knows of the plans that are saved on this device, and of a document that came from elsewhere.

use std::sync::Arc;

use gyakusan_engine::ENGINE_VERSION;
use gyakusan_engine::plan::PlanErrors;

use super::export::TableKind;
use super::{Drafts, Figure, History, Notice, Picture, Session, WayBack};
use crate::document::Document;
use crate::share::PlanFile;
use crate::share::link::LinkError;
use crate::shelf::{Entry, RecordError, Removed, StoreError};
use crate::text::filled;

/// What the page knows of saved plans.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    /// The plans, the one that was saved last first.
    pub entries: Vec<Entry>,
    /// The one that is open, by its name in the store.
    pub current: Option<String>,
    /// Why nothing is saved.
    pub trouble: Option<StoreError>,
    /// What came from elsewhere, until the user has said what is to become of it.
    pub arrival: Option<Arrival>,
    /// What was removed last.
    pub removed: Option<Removed>,
    /// The link to the plan.
    pub link: PlanLink,
    /// Lines of trials that are being written, and of how many.
    pub writing: Option<(u32, u32)>,
    /// By how many minutes local time is ahead of UTC.
    pub minutes_ahead: i32,
}

/// The link to the plan that is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum PlanLink {
    /// None has been made yet: what makes it comes with the first use of the page.
    #[default]
    NotMade,
    /// The plan is too long for one.
    TooLong,
    /// The address with the plan in it.
    Made {
        /// The whole address.
        address: String,
        /// The notes that were too long for it, by their keys.
        left_out: Vec<String>,
    },
}

impl PlanLink {
    /// The whole address, where there is one.
    pub fn address(&self) -> Option<&str> {
        if let Self::Made { address, .. } = self { Some(address) } else { None }
    }
}

/// What came from elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// A plan out of a link, which is shown and not saved.
    Visitor {
        /// The engine number of the page that made the link, where its figures may be others.
        other_engine: Option<u32>,
    },
    /// A link that gives no plan.
    BadLink(LinkError),
    /// The plan that was open last cannot be read.
    BadRecord(RecordError),
    /// A file that gives no plan: its name, and what is wrong.
    BadFile(String, PlanErrors),
}

/// What a press asks of the saved plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShelfPress {
    /// Opens the one at this place of the list.
    Open(usize),
    /// Saves a copy of it.
    Duplicate(usize),
    /// Removes it.
    Remove(usize),
    /// Gives its text as a file, as it stands in the store.
    Download(usize),
    /// Puts back what was removed last.
    PutBack,
    /// A new plan.
    Fresh,
    /// Keeps what came from elsewhere as a plan of its own.
    Keep,
    /// Goes back to the plan that was open before.
    Discard,
    /// Takes the message on what came from elsewhere away.
    Dismiss,
    /// Gives the plan as a file.
    File,
    /// Copies the link.
    CopyLink,
    /// Opens the page of authors who put the plan into a page of theirs.
    Embed,
}

/// What a press asks to be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportPress {
    /// A table as CSV.
    Table(TableKind),
    /// The plan as a spreadsheet with formulas.
    Spreadsheet,
    /// The summary as Markdown.
    Markdown,
    /// The text for a chat, into the clipboard.
    Chat,
    /// One page on paper.
    Print,
    /// The trials.
    Trials,
    /// No more of them.
    StopTrials,
    /// A figure as a file.
    Figure(Figure, Picture),
}

/// The most trials that are written as data.
pub const MAX_WRITTEN_TRIALS: u32 = 1_000_000;

impl Session {
    /// Everything that is saved of this session.
    pub fn file(&self) -> PlanFile {
        PlanFile {
            document: self.document(),
            scenarios: self.scenarios.to_vec(),
            actuals: self.actuals.clone(),
        }
    }

    /// Opens another document; what was done to the one before cannot be taken back any more.
    pub fn open(&mut self, file: PlanFile) {
        let PlanFile { document: Document { plan, workbook }, scenarios, actuals } = file;
        let Ok(tree) = gyakusan_engine::tree::Tree::solve(&plan) else { return };
        self.history = History::default();
        self.drafts = Drafts::default();
        self.agreed_drafts = Vec::new();
        self.moving = None;
        self.workbook = workbook;
        self.actuals = actuals;
        self.set_scenarios(scenarios);
        self.set_plan(plan, tree);
        // Figures of another plan tell nothing about this one.
        self.summary = None;
        self.answers = super::Answers::default();
    }

    /// A document as the page opens with.
    pub fn open_first(&mut self) {
        let plan = self.first.clone();
        let workbook = crate::document::Workbook::default();
        self.open(Document { plan, workbook }.into());
    }

    /// Whether a document is the one that is shown.
    pub fn is_showing(&self, document: &Document) -> bool {
        self.document() == *document
    }

    /// Whether the document is the one that the page opens with.
    pub fn is_showing_first(&self) -> bool {
        self.is_default() && self.actuals.is_none() && self.workbook == crate::document::Workbook::default()
    }

    /// Counts the changes of what is saved.
    pub fn edition(&self) -> u64 {
        self.revision + self.scenario_changes + self.notes_taken
    }

    /// Gives the plan a name that tells it from the same plan in another window, and says so.
    pub fn step_beside(&mut self) {
        let words = self.language.words().library();
        let name = filled(words.beside_name, &[self.shown_name()]);
        let PlanFile { document, .. } = self.file().renamed(&name);
        // Only the name changes: tree and figures stand.
        self.plan = document.plan;
        self.notes_taken += 1;
        // The step is none of the history: there is nothing to be undone.
        self.announce(words.beside.to_owned());
    }

    /// Says that something was removed, which can be put back.
    pub fn notify_removed(&mut self) {
        let text = self.language.words().library().removed.to_owned();
        self.notify_with(text, WayBack::PutBack);
    }

    /// Says something that needs no way back.
    pub fn announce(&mut self, text: String) {
        self.notify_with(text, WayBack::None);
    }

    /// What is to be said of what came from elsewhere.
    pub fn arrival_sentence(&self) -> Option<String> {
        let words = self.language.words().library();
        Some(match self.screen.library.arrival.as_ref()? {
            Arrival::Visitor { other_engine: None } => words.visitor.to_owned(),
            Arrival::Visitor { other_engine: Some(engine) } => {
                let engines = [engine.to_string(), ENGINE_VERSION.to_string()];
                let other = filled(self.language.words().links().other_engine, &[&engines[0], &engines[1]]);
                [words.visitor, &other].concat()
            }
            Arrival::BadLink(error) => {
                filled(words.bad_link, &[&crate::share::link_sentence(error, self.language)])
            }
            Arrival::BadRecord(RecordError::Newer) => words.newer_record.to_owned(),
            Arrival::BadRecord(RecordError::Damaged) => words.damaged_record.to_owned(),
            Arrival::BadFile(name, errors) => {
                let sentences: Vec<_> = errors
                    .iter()
                    .take(MAX_ERRORS)
                    .map(|error| crate::share::file_sentence(error, self.language))
                    .collect();
                let more = errors.iter().count().saturating_sub(MAX_ERRORS);
                let rest =
                    if more > 0 { filled(words.more_errors, &[&more.to_string()]) } else { String::new() };
                filled(words.bad_file, &[name, &sentences.join(" "), &rest])
            }
        })
    }

    /// The plan's name as it is shown; one without a name has the language's words for that.
    pub fn shown_name(&self) -> &str {
        let name = crate::text::plan_name(&self.plan, self.language);
        if name.is_empty() { self.language.words().settings().no_plan_name } else { name }
    }

    pub(super) fn notify_with(&mut self, text: String, way_back: WayBack) {
        self.notices += 1;
        self.screen.notice = Some(Notice { id: self.notices, text, way_back });
    }
}

/// The most errors of a file that are said at once.
const MAX_ERRORS: usize = 3;

/// The actuals of a document, as JSON.
pub(super) type Actuals = Option<Arc<str>>;
