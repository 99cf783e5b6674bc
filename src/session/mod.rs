//! What the user entered and what came back, and what every panel shows of it. No browser type, no component.
//!
//! ```text
//! typed text → Session (plan changes, tree at once) → Job → tasks → replies → Summary → panels
//! ```

pub mod agree;
mod answers;
mod change;
mod channel_choice;
mod choice;
mod draft;
mod edit;
pub mod export;
mod field;
mod funnel;
mod history;
pub mod import;
mod inputs;
mod job;
mod library;
mod lineup;
pub mod method;
mod moved;
pub mod panel;
mod press;
mod reading;
mod scenarios;
mod screen;
mod summary;
mod supply;
mod template;
pub mod track;
mod wanted;

use std::sync::Arc;

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::Hits;
use gyakusan_engine::tree::{Economics, Tree};

pub use agree::{AgreePress, AgreedDraft};
pub use answers::{Answer, AnswerParts, Answers, Question};
pub use channel_choice::ChannelChoice;
pub use choice::Choice;
pub use draft::Refusal;
pub use edit::{Edit, Knowledge, RAIL_STEPS};
pub use field::{
    ChannelField, CustomersField, DealField, ExpansionField, Field, RunField, StageField, StepField,
    WorkbookField,
};
pub use funnel::StageEdit;
pub use job::{Job, News, Reply, Task, Work, Worker, answer};
pub use library::{Arrival, ExportPress, Library, MAX_WRITTEN_TRIALS, PlanLink, ShelfPress};
pub use method::MethodPress;
pub use press::{Picture, Press};
pub use scenarios::ScenarioEdit;
pub use screen::{Figure, LaterPart, Notice, Pictured, Screen, Theme, View, WayBack};
pub use summary::{Required, Summary};
pub use supply::{NewChannel, SeasonShape};
pub use template::Template;
pub use track::TrackPress;
pub use wanted::Wanted;

#[cfg(test)]
mod tests;

use crate::document::{Document, Scenario, Workbook};
use crate::text::Language;
use draft::Drafts;
use history::{History, Moment, Typed};
use lineup::Lineup;
use scenarios::Promoted;

/// The plan that the page opens with: the articles' example, with what is known about each rate.
const DEFAULT_PLAN: &str = include_str!("../../engine/plans/default.json");

/// A long run shows its progress in this many steps.
const PROGRESS_STEPS: u32 = 100;
/// Trials in a step at least: drawing takes time from whoever types.
const LEAST_PROGRESS: u32 = 25_000;

/// How far the simulation of the plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// Chunks are being run.
    Running,
    /// Every trial is done.
    Done,
    /// The user stopped it.
    Stopped,
}

/// One user's work on one plan.
#[derive(Debug, Clone)]
pub struct Session {
    /// The language of every text.
    pub language: Language,
    /// What the screen shows beside the plan.
    pub screen: Screen,
    /// The plan that the page opens with.
    first: Plan,
    plan: Plan,
    tree: Tree,
    /// What the plan costs and brings back; `None` for a plan without a tree, which is no plan of a session.
    economics: Option<Economics>,
    /// What is noted beside the plan.
    workbook: Workbook,
    /// Counts the changes of what stands beside the plan.
    notes_taken: u64,
    /// Actuals that came with the document.
    actuals: library::Actuals,
    /// Counts the notices.
    notices: u64,
    /// What is kept to be compared with the plan.
    scenarios: Arc<[Scenario]>,
    /// Counts the changes of the scenarios.
    scenario_changes: u64,
    /// The scenarios as they are simulated.
    lineup: Lineup,
    /// The plan that a scenario took the place of, to be kept too.
    promoted: Option<Promoted>,
    /// Counts the plans of this session; names the simulation of each.
    revision: u64,
    drafts: Drafts,
    /// Texts of the agreement that are being typed, or that could not be used.
    agreed_drafts: Vec<AgreedDraft>,
    /// The last press, where the plan could not take it.
    refused: Option<Edit>,
    history: History,
    /// The field whose value is being moved, and the end of its rail's scale, kept meanwhile.
    moving: Option<(Field, f64)>,
    /// What typing has done to other numbers, said once the field is left.
    pending: Option<String>,
    summary: Option<Summary>,
    /// Which trials of the summary reached the target.
    hits: Hits,
    /// What has come after the odds; of an older plan while the newer one is run.
    answers: Answers,
    trials_done: u32,
    run: Run,
    has_workers: bool,
}

impl Session {
    /// A session with the plan that the page opens with.
    pub fn new(language: Language) -> Self {
        let plan = default_plan();
        let first = plan.clone();
        let tree = Tree::solve(&plan).unwrap_or_else(|_| unreachable!("the default plan has a tree"));
        Self {
            language,
            screen: Screen::default(),
            economics: Economics::of(&plan).ok(),
            first,
            plan,
            tree,
            workbook: Workbook::default(),
            notes_taken: 0,
            actuals: None,
            notices: 0,
            scenarios: Arc::new([]),
            scenario_changes: 0,
            lineup: Lineup::default(),
            promoted: None,
            revision: 0,
            drafts: Drafts::default(),
            agreed_drafts: Vec::new(),
            refused: None,
            history: History::default(),
            moving: None,
            pending: None,
            summary: None,
            hits: Hits::default(),
            answers: Answers::default(),
            trials_done: 0,
            run: Run::Running,
            has_workers: true,
        }
    }

    /// The plan that everything shown rests on.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What is kept to be compared with the plan, at most [`Scenario::MAX`].
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// Puts scenarios in the place of those that are kept, as they were saved; what is beyond [`Scenario::MAX`] is left out.
    pub fn set_scenarios(&mut self, mut scenarios: Vec<Scenario>) {
        scenarios.truncate(Scenario::MAX);
        self.put_scenarios(scenarios.into());
    }

    fn put_scenarios(&mut self, scenarios: Arc<[Scenario]>) {
        if !Arc::ptr_eq(&scenarios, &self.scenarios) {
            self.scenarios = scenarios;
            self.scenario_changes += 1;
            // What a notice offers to take back is no longer the last change.
            self.screen.notice = None;
        }
    }

    /// Counts the changes of the scenarios.
    pub fn scenario_changes(&self) -> u64 {
        self.scenario_changes
    }

    /// The tree of the plan.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What is noted beside the plan.
    pub fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// Names the plan; it rises with every change of it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Says that chunks run on the page's own thread.
    pub fn set_workers(&mut self, has_workers: bool) {
        self.has_workers = has_workers;
    }

    /// A new simulation of the plan.
    pub fn job(&self) -> Job {
        Job::new(self.revision, &self.plan)
    }

    /// Takes in how far the simulation of a revision is, and what it brought: the plan's or a scenario's; that of an older
    /// plan is dropped. Whether this is to be seen: trials alone are when they move the progress by a step.
    pub fn receive(&mut self, revision: u64, trials_done: u32, news: Option<News>) -> bool {
        if revision != self.revision {
            return self.lineup.receive(revision, news);
        }
        let step = (self.plan.simulation.trials / PROGRESS_STEPS).max(LEAST_PROGRESS);
        let is_seen = news.is_some() || trials_done / step != self.trials_done / step;
        self.trials_done = trials_done;
        match news {
            Some(News::Summary(summary, hits)) => {
                if summary.odds.trials >= self.plan.simulation.trials as usize {
                    self.run = Run::Done;
                }
                self.summary = Some(*summary);
                self.hits = hits;
            }
            Some(News::Answer(answer)) => self.answers.take(*answer),
            None => {}
        }
        is_seen
    }

    /// Stops the simulation, or goes on with it.
    pub fn set_stopped(&mut self, stopped: bool) {
        self.run = match (self.run, stopped) {
            (Run::Done, _) => Run::Done,
            (_, true) => Run::Stopped,
            (_, false) => Run::Running,
        };
    }

    /// Whether the user stopped the simulation.
    pub fn is_stopped(&self) -> bool {
        self.run == Run::Stopped
    }

    /// Whether the figures shown are those of the plan and all its trials.
    pub fn is_interim(&self) -> bool {
        self.run != Run::Done
    }

    /// Whether the plan is the one that the page opens with.
    pub fn is_default(&self) -> bool {
        self.plan == self.first
    }

    /// Whether the plan is the one that the page opens with, and not all of its trials have been run.
    pub fn awaits_first_odds(&self) -> bool {
        self.is_interim() && self.is_default()
    }

    /// Whether a field holds a text that its plan has not yet written in its own form.
    pub fn is_typing(&self, field: Field) -> bool {
        self.drafts.get(field).is_some()
    }

    /// Takes a notice away, if it is still the newest.
    pub fn dismiss(&mut self, id: u64) {
        if self.screen.notice.as_ref().is_some_and(|notice| notice.id == id) {
            self.screen.notice = None;
        }
    }

    fn notify(&mut self, text: String) {
        self.notify_with(text, WayBack::Undo);
    }

    /// Takes back the last change, or does it again.
    pub fn travel(&mut self, back: bool) {
        // What could not be used is the last thing that was done.
        if back && self.drafts.has_refused() {
            self.drafts = Drafts::default();
            return;
        }
        let current = self.moment();
        let moment = if back { self.history.undo(current) } else { self.history.redo(current) };
        let Some(Moment { document: Document { plan, workbook }, scenarios, actuals }) = moment else {
            return;
        };
        // What is half typed belonged to the document that goes.
        self.drafts = Drafts::default();
        self.agreed_drafts = Vec::new();
        self.moving = None;
        self.workbook = workbook;
        self.actuals = actuals;
        self.notes_taken += 1;
        self.put_scenarios(scenarios);
        if plan != self.plan
            && let Ok(tree) = Tree::solve(&plan)
        {
            self.set_plan(plan, tree);
        }
    }

    /// Whether there is something to undo, and to redo.
    pub fn can_travel(&self) -> [bool; 2] {
        let [back, forth] = self.history.reach();
        [back || self.drafts.has_refused(), forth]
    }

    /// Puts a checked plan in the place of the current one, which can be had back; `field` is where it was typed.
    fn replace(&mut self, plan: Plan, tree: Tree, field: Option<Field>) {
        if plan != self.plan {
            self.history.record(self.moment(), field.map(Typed::Field));
            self.set_plan(plan, tree);
        }
    }

    /// Puts notes in the place of the current ones, which can be had back. The figures rest on the plan alone and stand.
    fn note(&mut self, workbook: Workbook, typed: Option<Typed>) {
        if !workbook.is_same(&self.workbook) {
            self.history.record(self.moment(), typed);
            self.workbook = workbook;
            self.notes_taken += 1;
        }
    }

    /// Everything the user entered.
    pub fn document(&self) -> Document {
        Document { plan: self.plan.clone(), workbook: self.workbook.clone() }
    }

    /// Everything that a step can change.
    fn moment(&self) -> Moment {
        let (scenarios, actuals) = (Arc::clone(&self.scenarios), self.actuals.clone());
        Moment { document: self.document(), scenarios, actuals }
    }

    fn set_plan(&mut self, plan: Plan, tree: Tree) {
        self.economics = Economics::of(&plan).ok();
        // What a notice offers to take back is no longer the last change.
        self.screen.notice = None;
        self.pending = None;
        self.plan = plan;
        self.tree = tree;
        self.refused = None;
        self.revision += 1;
        self.answers.age();
        self.trials_done = 0;
        self.run = Run::Running;
    }
}

fn default_plan() -> Plan {
    // The errors are not written out: their sentences would be part of the page for nothing.
    Plan::from_json(DEFAULT_PLAN).unwrap_or_else(|_| unreachable!("the default plan is a plan"))
}
