//! The plan: the one document of the product, read, checked and written.
//!
//! A [`PlanDocument`] is plain data whose every number has passed its own limits. A [`Plan`] is a document whose parts
//! also fit together (no dangling id, no rate on the first stage, …); it can only be had by passing all checks and
//! is read-only, so whatever takes a `&Plan` need not check anything again.

mod by_id;
mod channel;
mod check;
mod customers;
mod deal;
mod error;
mod id;
pub(crate) mod json;
pub(crate) mod number;
mod period;
pub(crate) mod read;
mod solve;
mod stage;
mod version;
mod write;

use std::ops::Deref;

use crate::json::Value;

pub use by_id::ById;
pub use channel::{Channel, PerMonth, Volume};
pub use customers::{Customers, Expansion};
pub use deal::{Deal, DealKind, UncertainMoney};
pub use error::{Conflict, PlanError, PlanErrors, Problem};
pub use id::{Currency, Id, Name};
pub use json::{Faults, Node, Object};
pub use number::{
    CoefficientOfVariation, Confidence, Correlation, CostPerEntry, DelayMonths, DelayVariation, Entries,
    Evidence, Limited, Money, OutOfRange, Rate, Weight,
};
pub use period::{Month, Period};
pub use solve::{Goal, Measure, SimulationSettings, SolveFor};
pub use stage::{Owner, Stage, Step, UncertainRate};

/// The largest size of a plan's text in bytes; checked before anything is read.
pub const MAX_BYTES: usize = 16 << 20;

/// The newest version of the plan format that this engine reads, and the one it writes.
pub const PLAN_VERSION: u32 = 1;

/// Plain data of a plan: every number within its own limits, the parts not yet checked against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanDocument {
    /// What the plan is called; may be empty.
    pub name: Name,
    /// The currency that amounts are shown in.
    pub currency: Currency,
    /// The months that count.
    pub period: Period,
    /// What is to be reached.
    pub goal: Goal,
    /// The funnel from the first stage to the won deal, 2 to 12 stages.
    pub stages: Vec<Stage>,
    /// Coefficient of variation of every delay; 0 makes delays fixed.
    pub delay_cv: DelayVariation,
    /// What a won deal brings.
    pub deal: Deal,
    /// Where prospects come from, 1 to 12 channels.
    pub channels: Vec<Channel>,
    /// The quantity that makes the goal equal to the target.
    pub solve_for: SolveFor,
    /// Weights of January to December for volumes given as one number.
    pub seasonality: [Weight; 12],
    /// Prospects standing in a stage when the period starts, by stage id.
    pub pipeline: ById<u32>,
    /// Existing customers, where the plan has them.
    pub customers: Option<Customers>,
    /// Correlation of all uncertain parameters through the market.
    pub market_correlation: Correlation,
    /// Seed, trials and confidence of the simulation.
    pub simulation: SimulationSettings,
}

/// A document whose parts fit together.
///
/// ```
/// use gyakusan_engine::plan::{Money, Plan};
///
/// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
/// assert_eq!(plan.stages.len(), 3);
///
/// // An edit is a new plan, or every reason why it is none.
/// let doubled = plan.edit(|document| document.goal.target = Money::new(2e8).expect("within the limits"))?;
/// assert_eq!(doubled.goal.target.get(), 2e8);
/// assert!(plan.edit(|document| document.channels.clear()).is_err());
/// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Plan(PlanDocument);

impl Plan {
    /// The smallest and the largest number of stages.
    pub const STAGES: (usize, usize) = (2, 12);
    /// The smallest and the largest number of channels.
    pub const CHANNELS: (usize, usize) = (1, 12);

    /// Reads a plan from JSON in UTF-8.
    ///
    /// # Errors
    /// Every error of the document at once, each with path, value and limit: text over 16 MiB, no JSON, a newer
    /// version, unknown or missing fields, wrong types, numbers outside their limits, duplicate or dangling ids, parts that
    /// contradict each other.
    ///
    /// ```
    /// use gyakusan_engine::plan::Plan;
    ///
    /// let errors = Plan::from_json(r#"{ "version": 1, "stages": [] }"#).expect_err("almost everything is missing");
    /// let paths: Vec<_> = errors.iter().map(|error| error.path.as_str()).collect();
    /// assert_eq!(paths, ["period", "goal", "stages", "deal"]);
    /// ```
    pub fn from_json(text: &str) -> Result<Self, PlanErrors> {
        read::plan(text)
    }

    /// Takes the JSON of a plan's text apart, for [`Plan::from_value`].
    ///
    /// # Errors
    /// What concerns the text: more than [`MAX_BYTES`], or no JSON.
    pub fn parse(text: &str) -> Result<Value, PlanErrors> {
        read::parse(text, "")
    }

    /// Reads a plan from JSON that has been taken apart already.
    ///
    /// # Errors
    /// As [`Plan::from_json`], but for what concerns the text.
    pub fn from_value(value: Value) -> Result<Self, PlanErrors> {
        read::value(value)
    }

    /// Checks that the parts of a document fit together.
    ///
    /// # Errors
    /// Every contradiction at once: duplicate or dangling ids, too few stages, lists of the wrong length, ….
    pub fn new(document: PlanDocument) -> Result<Self, PlanErrors> {
        match PlanErrors::new(check::contradictions(&document)) {
            Some(errors) => Err(errors),
            None => Ok(Self(document)),
        }
    }

    /// The plan after a change.
    ///
    /// # Errors
    /// As [`Plan::new`]; the plan itself stays as it is.
    pub fn edit(&self, change: impl FnOnce(&mut PlanDocument)) -> Result<Self, PlanErrors> {
        let mut document = self.0.clone();
        change(&mut document);
        Self::new(document)
    }

    /// Writes the plan as JSON; reading it again gives an equal plan.
    pub fn to_json(&self) -> String {
        write::json(&self.0)
    }

    /// The plain data, to be changed and checked again.
    pub fn into_document(self) -> PlanDocument {
        self.0
    }

    /// The number of months in the period, 1 to 60.
    pub fn months(&self) -> usize {
        usize::from(self.0.period.months)
    }

    /// The place of a stage in the funnel; `None` for an id that is no stage of this plan.
    pub fn stage_index(&self, id: &Id) -> Option<usize> {
        self.0.stages.iter().position(|stage| stage.id == *id)
    }
}

impl Deref for Plan {
    type Target = PlanDocument;

    fn deref(&self) -> &PlanDocument {
        &self.0
    }
}
