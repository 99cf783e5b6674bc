//! A plan and its actuals side by side: the way to everything that they say together.

use super::amounts::{self, ChurnPosterior, ValuePosterior, VolumePosterior};
use super::delays::{self, MeasuredDelay};
use super::document::Actuals;
use super::landing::Landing;
use super::rates::{self, RatePosterior};
use super::reasons::{self, LostReason};
use super::so_far::SoFar;
use super::tally::{StepCounts, Tally};
use crate::flow::Flow;
use crate::plan::{Id, Plan, PlanErrors};
use crate::tree::{Solution, TreeError};

/// A plan with its actuals counted.
///
/// What is known beforehand is the plan as entered; the volumes that arrivals are compared with are those of the solved plan.
///
/// ```
/// use gyakusan_engine::actuals::{Actuals, History};
/// use gyakusan_engine::plan::Plan;
///
/// let plan = Plan::from_json(include_str!("../../plans/default.json"))?;
/// let actuals = Actuals::from_json(r#"{ "version": 1, "as_of": "2026-06", "months": [
///     { "month": "2026-04", "channel": "search", "arrivals": { "lead": 80, "opportunity": 8, "won": 2 }, "revenue": 9000000 }
/// ] }"#, &plan)?;
/// let history = History::new(&plan, &actuals)?;
/// let learned = history.posteriors();
/// // Without any delay 8 of 80 count besides 15 % of 120: Beta(18 + 8, 102 + 72).
/// assert!((learned.rates[0].learned.mean.get() - 26.0 / 200.0).abs() < 1e-9);
/// assert_eq!(history.so_far(&learned).revenue(), 9_000_000.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct History {
    pub(super) plan: Plan,
    pub(super) actuals: Actuals,
    pub(super) flow: Flow,
    pub(super) solution: Solution,
    pub(super) tally: Tally,
}

/// What is known of every uncertain quantity after the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Posteriors {
    /// Every rate that the plan uses.
    pub rates: Vec<RatePosterior>,
    /// Every channel's volume, in the plan's order.
    pub volumes: Vec<VolumePosterior>,
    /// The mean deal value or monthly fee; always there after [`History::posteriors`].
    pub deal_value: Option<ValuePosterior>,
    /// The monthly churn, where the plan has one.
    pub churn: Option<ChurnPosterior>,
}

impl Posteriors {
    /// What is known of a channel's volume; `None` where it has been left out.
    pub(super) fn volume(&self, channel: &Id) -> Option<&VolumePosterior> {
        self.volumes.iter().find(|volume| volume.channel == *channel)
    }
}

/// Why a plan and its actuals cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub enum HistoryError {
    /// The actuals do not fit the plan.
    Misfit(PlanErrors),
    /// The plan has no tree.
    Tree(TreeError),
}

impl History {
    /// Counts the actuals of a plan.
    ///
    /// # Errors
    /// [`HistoryError::Misfit`] as [`Actuals::check`]; [`HistoryError::Tree`] where the plan cannot be solved.
    pub fn new(plan: &Plan, actuals: &Actuals) -> Result<Self, HistoryError> {
        actuals.check(plan).map_err(HistoryError::Misfit)?;
        let solution = Solution::of(plan).map_err(HistoryError::Tree)?;
        let flow = Flow::new(plan).map_err(|error| HistoryError::Tree(error.into()))?;
        let tally = Tally::new(plan, &flow, actuals);
        Ok(Self { plan: plan.clone(), actuals: actuals.clone(), flow, solution, tally })
    }

    /// The actuals.
    pub fn actuals(&self) -> &Actuals {
        &self.actuals
    }

    /// Months from the start of the period to the end of `as_of`, 1 to 60.
    pub fn elapsed_months(&self) -> usize {
        self.tally.elapsed
    }

    /// Arrivals within the period up to the end of `as_of`, by channel, stage and month, in the plan's order.
    ///
    /// ```
    /// use gyakusan_engine::actuals::{Actuals, History};
    /// use gyakusan_engine::plan::Plan;
    ///
    /// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
    /// let actuals = Actuals::from_json(r#"{ "version": 1, "as_of": "2026-05", "months": [
    ///     { "month": "2026-05", "channel": "all", "arrivals": { "lead": 40, "opportunity": 4 } }
    /// ] }"#, &plan)?;
    /// let history = History::new(&plan, &actuals)?;
    /// assert_eq!(history.arrivals(), [[[0.0, 40.0], [0.0, 4.0], [0.0, 0.0]]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn arrivals(&self) -> &[Vec<Vec<f64>>] {
        &self.tally.arrivals
    }

    /// Arrivals, passes, losses and open prospects of every channel and step.
    pub fn counts(&self) -> Vec<StepCounts> {
        self.tally.by_step(&self.plan)
    }

    /// What is known of rates, volumes, deal value and churn now.
    pub fn posteriors(&self) -> Posteriors {
        Posteriors {
            rates: rates::posteriors(&self.plan, &self.flow, &self.tally),
            volumes: amounts::volumes(&self.plan, &self.solution, &self.tally),
            deal_value: Some(amounts::value(&self.plan, &self.actuals)),
            churn: amounts::churn(&self.plan, &self.actuals),
        }
    }

    /// The delays that the dates show, of every step with at least [`LEAST_PASSES`](super::LEAST_PASSES) passes.
    pub fn delays(&self) -> Vec<MeasuredDelay> {
        delays::measured(&self.plan, &self.flow, &self.tally)
    }

    /// Why prospects were lost.
    pub fn lost_reasons(&self) -> Vec<LostReason> {
        reasons::lost_reasons(&self.plan, &self.actuals)
    }

    /// Revenue and customers up to the end of `as_of`.
    pub fn so_far(&self, learned: &Posteriors) -> SoFar {
        let value = learned.deal_value.clone();
        let value = value.unwrap_or_else(|| amounts::value(&self.plan, &self.actuals));
        SoFar::of(&self.plan, &self.tally, &self.actuals, &value)
    }

    /// Where the plan will land, ready to run.
    ///
    /// # Errors
    /// [`HistoryError::Misfit`] or [`HistoryError::Tree`] where what is left of the period makes no plan.
    pub fn landing(&self, learned: &Posteriors) -> Result<Landing, HistoryError> {
        Landing::new(self, learned)
    }
}

impl std::error::Error for HistoryError {}

impl std::fmt::Display for HistoryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Misfit(errors) => errors.fmt(f),
            Self::Tree(error) => error.fmt(f),
        }
    }
}
