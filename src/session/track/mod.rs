//! The actuals beside the plan: what happened so far, what it teaches, and where the period will land.
//!
//! What this takes to work out is kept in a [`Track`] beside the session, so that it is worked out once: the actuals are read
//! when they are new, and compared and simulated when they or the plan are.

mod departments;
mod figure;
mod forecasts;
mod funnel;
mod kept;
mod learned;
mod origin;
mod panel;
mod reached;
mod taken;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use gyakusan_engine::actuals::{
    Actuals, History, HistoryError, Landing, LostReason, MeasuredDelay, Posteriors, SoFar, StillNeeded,
};
use gyakusan_engine::json::Value;
use gyakusan_engine::plan::{Month, Plan, PlanErrors};
use gyakusan_engine::sim::{Fold, MonthSpread, Spread};
use gyakusan_engine::tree::{Tree, reaches};

use super::{Picture, Session};
use crate::document::Step;
use crate::document::agreed::RECORDS_OF_ACTUALS;

pub use departments::{Attainment, BulletPanel, DepartmentPanel};
pub use forecasts::{ForecastPanel, ForecastRow};
pub use funnel::{FunnelRow, TrackFunnelPanel};
pub use kept::KeptForecast;
pub use learned::{DelayRow, LearnedPanel, LearnedRail, LearnedRow, LostPanel};
pub use panel::{CardPanel, ContentPanel, TrackPanel};

/// Chunks of trials before the first, interim figures.
const INTERIM_CHUNKS: u32 = 4;
/// Actuals of more characters than these take long enough to be read that the page is drawn before.
const LONG_TEXT: usize = 200_000;

/// What a press does with the actuals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackPress {
    /// Takes the actuals away.
    Remove,
    /// Shows the funnel of the channel at this place, from 1; 0 is all of them.
    Channel(u8),
    /// Shows the funnel of these months.
    Span(Span),
    /// Takes what was learned of rates, deal value and churn into the plan.
    Take,
    /// Takes the measured delays into the plan.
    TakeDelays,
    /// Copies the picture of the landing.
    Copy(Picture),
}

/// The months that the funnel is shown for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// The last month that is known.
    Month,
    /// The quarter of the period that it lies in, as far as it is known.
    Quarter,
    /// From the start of the period.
    #[default]
    SoFar,
    /// What came so far of what the whole period is to bring.
    Period,
}

impl Span {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::SoFar, Self::Period];
}

/// What the actuals of a session say, worked out so far.
#[derive(Debug, Default)]
pub struct Track {
    read: Option<(Arc<str>, Result<Actuals, PlanErrors>)>,
    compared: Option<Result<Box<Compared>, Trouble>>,
    /// The plan that was compared.
    plan: Option<Plan>,
    /// The place of the channel whose funnel is shown; all of them without one.
    channel: Option<usize>,
    span: Span,
}

/// Why the actuals say nothing.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    /// They cannot be read, or do not fit the plan.
    Errors(PlanErrors),
    /// The plan has no tree.
    NoTree,
}

/// The actuals beside a plan.
#[derive(Debug)]
struct Compared {
    /// The plan as it was before anything of the actuals was taken into it.
    plan: Plan,
    tree: Tree,
    history: History,
    learned: Posteriors,
    delays: Vec<MeasuredDelay>,
    lost: Vec<LostReason>,
    so_far: SoFar,
    landing: Landing,
    fold: Fold,
    landed: Option<Landed>,
    step: RunStep,
}

/// What is to be worked out next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RunStep {
    Trials,
    Needed,
    Done,
}

/// Where the trials so far land.
#[derive(Debug)]
struct Landed {
    /// The share of trials that reach the target.
    odds: f64,
    /// The goal over the trials.
    goal: Spread,
    /// Revenue of each month and from the start on.
    months: Vec<(Month, MonthSpread)>,
    needed: Option<StillNeeded>,
    /// How many times as much the deals to come would have to bring, where new entries no longer help.
    price: Option<f64>,
}

impl Session {
    /// Whether there are actuals.
    pub fn has_actuals(&self) -> bool {
        self.actuals.is_some()
    }

    /// Puts other actuals in the place of those that there are, as JSON, or takes them away; undoing brings them back.
    pub fn set_actuals(&mut self, actuals: Option<Arc<str>>) {
        self.put_actuals(actuals, [const { None }; RECORDS_OF_ACTUALS.len()]);
    }

    /// The same with what the workbook records of them, in the order of [`RECORDS_OF_ACTUALS`].
    pub(super) fn put_actuals(
        &mut self,
        actuals: Option<Arc<str>>,
        records: [Option<Value>; RECORDS_OF_ACTUALS.len()],
    ) {
        let is_same = match (&self.actuals, &actuals) {
            (Some(one), Some(other)) => one == other,
            (one, other) => one.is_none() && other.is_none(),
        };
        let mut agreement = self.workbook.agreement.clone();
        for (key, record) in RECORDS_OF_ACTUALS.iter().zip(records) {
            agreement = agreement.with(&[Step::Key(key)], record);
        }
        if !is_same || agreement != self.workbook.agreement {
            self.history.record(self.moment(), None);
            self.actuals = actuals;
            self.workbook.agreement = agreement;
            self.notes_taken += 1;
        }
    }

    /// Takes the actuals away, and says so.
    pub fn remove_actuals(&mut self) {
        self.set_actuals(None);
        self.notify(self.language.words().track().removed.to_owned());
    }
}

impl Track {
    /// Whether plan or actuals are others than those that were compared last.
    pub fn is_behind(&self, session: &Session) -> bool {
        let Some(text) = &session.actuals else { return self.read.is_some() };
        let is_read = self.read.as_ref().is_some_and(|(read, _)| Arc::ptr_eq(read, text));
        !is_read || self.plan.as_ref() != Some(&taken::plan_before(session))
    }

    /// Whether catching up takes so long that the page should be drawn before.
    pub fn is_slow(session: &Session) -> bool {
        session.actuals.as_ref().is_some_and(|text| text.len() > LONG_TEXT)
    }

    /// Reads and compares what is new, and begins the simulation anew. What takes long is done in two steps, so that it is
    /// asked again while the track [is behind](Self::is_behind).
    pub fn follow(&mut self, session: &Session) {
        let Some(text) = &session.actuals else {
            *self = Self::default();
            return;
        };
        if !self.read.as_ref().is_some_and(|(read, _)| Arc::ptr_eq(read, text)) {
            self.read = Some((Arc::clone(text), Actuals::read(text)));
            self.plan = None;
            self.compared = None;
            if Self::is_slow(session) {
                return;
            }
        }
        let plan = taken::plan_before(session);
        if self.plan.as_ref() == Some(&plan) {
            return;
        }
        self.compared = match &self.read {
            Some((_, Ok(actuals))) => Some(Compared::new(&plan, actuals).map(Box::new)),
            Some((_, Err(errors))) => Some(Err(Trouble::Errors(errors.clone()))),
            None => None,
        };
        self.plan = Some(plan);
    }

    /// Whether something is left to be worked out.
    pub fn is_running(&self) -> bool {
        self.known().is_some_and(|compared| compared.step != RunStep::Done)
    }

    /// Works out a little more, about a millisecond's worth; whether there is something new to be seen.
    pub fn slice(&mut self) -> bool {
        match &mut self.compared {
            Some(Ok(compared)) => compared.slice(),
            _ => false,
        }
    }

    /// Shows the funnel of another channel, or of other months.
    pub fn choose(&mut self, press: TrackPress) {
        match press {
            TrackPress::Channel(place) => self.channel = usize::from(place).checked_sub(1),
            TrackPress::Span(span) => self.span = span,
            _ => {}
        }
    }

    fn known(&self) -> Option<&Compared> {
        self.compared.as_ref().and_then(|compared| compared.as_ref().ok()).map(|compared| &**compared)
    }
}

impl Compared {
    fn new(plan: &Plan, actuals: &Actuals) -> Result<Self, Trouble> {
        let trouble = |error| match error {
            HistoryError::Misfit(errors) => Trouble::Errors(errors),
            HistoryError::Tree(_) => Trouble::NoTree,
        };
        let history = History::new(plan, actuals).map_err(trouble)?;
        let tree = Tree::solve(plan).map_err(|_| Trouble::NoTree)?;
        let learned = history.posteriors();
        let landing = history.landing(&learned).map_err(trouble)?;
        Ok(Self {
            plan: plan.clone(),
            tree,
            delays: history.delays(),
            lost: history.lost_reasons(),
            so_far: landing.so_far().clone(),
            history,
            learned,
            landing,
            fold: Fold::default(),
            landed: None,
            step: RunStep::Trials,
        })
    }

    /// How many months are known.
    fn elapsed(&self) -> usize {
        self.history.elapsed_months()
    }

    /// The last month that is known.
    fn as_of(&self) -> Month {
        self.history.actuals().as_of
    }

    /// Whether no month is left.
    fn is_over(&self) -> bool {
        self.elapsed() >= self.plan.months()
    }

    /// Whether the figures are those of all trials.
    fn is_final(&self) -> bool {
        self.step == RunStep::Done
    }

    fn slice(&mut self) -> bool {
        match self.step {
            RunStep::Trials => {
                let next = self.fold.chunk_count();
                self.fold.insert(self.landing.chunk(next));
                let is_last = next + 1 >= self.landing.chunk_count();
                if is_last {
                    self.step = RunStep::Needed;
                }
                let is_seen = is_last || next + 1 == INTERIM_CHUNKS;
                if is_seen {
                    self.land();
                }
                is_seen
            }
            RunStep::Needed => {
                let confidence = self.plan.simulation.confidence.get();
                let trials = self.fold.trials();
                let needed = self.landing.still_needed(trials, confidence);
                let price = reached::price_needed(self, confidence);
                if let Some(landed) = &mut self.landed {
                    (landed.needed, landed.price) = (needed, price);
                }
                self.step = RunStep::Done;
                true
            }
            RunStep::Done => false,
        }
    }

    /// Takes in the trials so far.
    fn land(&mut self) {
        let trials = self.fold.trials();
        let mut reached = 0_usize;
        for goal in &trials.goals {
            reached += usize::from(reaches(*goal, self.landing.target()));
        }
        let odds = reached as f64 / trials.goals.len() as f64;
        let months = self.landing.months(trials);
        self.landed =
            Spread::of(&trials.goals).map(|goal| Landed { odds, goal, months, needed: None, price: None });
    }
}
