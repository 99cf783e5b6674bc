//! The KPI tree: every figure at mean parameters, forwards and backwards, without randomness.
//!
//! [`Tree::solve`] answers a plan's own question ([`SolveFor`](crate::plan::SolveFor)); [`Tree::at_multiplier`] runs it at
//! another volume; [`hold_count`] lets a computed count be typed into; [`WholeUnits`] counts in whole people each
//! month; [`Economics`] gives cost and return.

mod arrivals;
mod economics;
mod hold;
pub(crate) mod quantity;
mod rounding;
mod solve;
mod whole;

pub use economics::{ChannelEconomics, Economics, per_week};
pub use hold::{Held, HoldError, hold_count};
pub(crate) use rounding::floor_of;
pub use rounding::{reaches, required_count, whole_units};
pub(crate) use solve::Solution;
pub use whole::WholeUnits;

use crate::flow::FlowError;
use crate::plan::{Id, Plan};
use arrivals::{Months, total};

/// A requirement above this many entries is refused: no firm has so many prospects.
pub const MAX_ENTRIES: f64 = 1e12;

/// One stage's figures in the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct StageFigures {
    /// The stage.
    pub id: Id,
    /// Expected arrivals in each month.
    pub monthly: Vec<f64>,
    /// Expected arrivals in the period.
    pub expected: f64,
}

impl StageFigures {
    /// The expected arrivals as a requirement: rounded up to whole people.
    pub fn required(&self) -> f64 {
        required_count(self.expected)
    }
}

/// How the solved quantity came out.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Nothing was solved for: the plan ran forward.
    Forward,
    /// The target is met exactly, up to rounding.
    Solved,
    /// The target is reached whatever the quantity: its least demanding value stands, 0 for volumes, rates and amounts,
    /// the largest churn, the longest delay. (Where a channel is counted beyond a rate, 0 is no rate for it, and the entered one
    /// stands.)
    AlreadyReached,
    /// No value in range reaches the target: the limit stands, and the goal is what the plan reaches there.
    Limit,
    /// No volume reaches the target, because one factor is zero.
    Impossible(ZeroFactor),
}

/// The factor that makes every volume worthless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZeroFactor {
    /// The mean rate of the step into this stage is 0 on every channel's way.
    Rate(Id),
    /// A deal brings nothing.
    DealValue,
    /// No channel that could be scaled brings anybody.
    Volume,
    /// Delays carry every win past the end of the period.
    Time,
}

impl std::fmt::Display for ZeroFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rate(stage) => write!(f, "the rate into {stage} is 0"),
            Self::DealValue => f.write_str("a deal brings 0"),
            Self::Volume => f.write_str("no channel that could be scaled brings anybody"),
            Self::Time => f.write_str("delays carry every win past the end of the period"),
        }
    }
}

/// The tree of a plan at mean parameters.
///
/// Its goal is what comes out *if everything goes as the means say*. That is no expected value: with uncertain churn or
/// parameters that move together the mean lies higher.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// How the solved quantity came out.
    pub outcome: Outcome,
    /// The value of the solved quantity: the multiplier for the volume, the goal for nothing, a budget as the mean of
    /// its months.
    pub solved_value: f64,
    /// Multiplier of the volumes as entered, fixed channels excepted.
    pub multiplier: f64,
    /// The goal without any scaled volume: fixed channels, opening pipeline and opening customers.
    pub base: f64,
    /// The goal at the multiplier.
    pub expected_goal: f64,
    /// Entries of all channels in the period at the multiplier, wherever they enter.
    pub period_entries: f64,
    /// Spend of all channels in the period at the multiplier.
    pub period_budget: f64,
    /// Figures of each stage at the multiplier, in funnel order.
    pub stages: Vec<StageFigures>,
    /// Expected arrivals of each channel at the multiplier, by channel, stage and month.
    pub channels: Vec<Vec<Vec<f64>>>,
    /// Revenue of each month at the multiplier.
    pub monthly_revenue: Vec<f64>,
}

/// Why a plan has no tree.
#[derive(Debug, Clone, PartialEq)]
pub enum TreeError {
    /// No flow could be made of the plan.
    Flow(FlowError),
    /// The target takes more entries than [`MAX_ENTRIES`].
    TooManyEntries {
        /// The entries it would take.
        entries: f64,
    },
}

impl From<FlowError> for TreeError {
    fn from(error: FlowError) -> Self {
        Self::Flow(error)
    }
}

impl std::error::Error for TreeError {}

impl std::fmt::Display for TreeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flow(error) => error.fmt(f),
            Self::TooManyEntries { entries } => write!(
                f,
                "the target takes {entries:.0} entries, more than the {MAX_ENTRIES:.0} that are calculated; \
                 lower the target, or raise a rate or the deal value"
            ),
        }
    }
}

impl Tree {
    /// Solves the plan for what it asks and works out every figure of the tree.
    ///
    /// The goal is affine in volume, rates, deal value and budgets, and solved exactly: for the volume
    /// goal(m) = base + m · new, so the multiplier is (target − base) ÷ new. It falls with churn, whose root is bracketed
    /// ([`find_root`](crate::math::find_root)); along a delay it may rise and fall, so the delay's range is scanned and the
    /// crossing nearest to the entered value refined.
    ///
    /// # Errors
    /// [`TreeError::Flow`] where the plan has no flow; [`TreeError::TooManyEntries`] where the target takes more than
    /// [`MAX_ENTRIES`] entries. A target that nothing reaches is an [`Outcome`], no error.
    ///
    /// ```
    /// use gyakusan_engine::plan::{Plan, Rate, SolveFor};
    /// use gyakusan_engine::tree::{Outcome, Tree};
    ///
    /// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
    /// let tree = Tree::solve(&plan)?;
    /// assert!((tree.stages[0].expected - 533.333_333_333_333_3).abs() < 1e-9);
    /// assert_eq!(tree.stages[0].required(), 534.0);
    ///
    /// // One lead a month never makes 1億円: even if every lead becomes an opportunity, 12 leads bring 1,500万円.
    /// let rate = plan.stages[1].id.clone();
    /// let tree = Tree::solve(&plan.edit(|document| document.solve_for = SolveFor::Rate(rate))?)?;
    /// assert_eq!((tree.outcome, tree.solved_value, tree.expected_goal), (Outcome::Limit, 1.0, 15_000_000.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn solve(plan: &Plan) -> Result<Self, TreeError> {
        Ok(Self::of_solution(&Solution::of(plan)?))
    }

    /// Works out every figure of the solved plan at a multiplier of the volumes as entered.
    ///
    /// # Errors
    /// As [`Tree::solve`].
    pub fn at_multiplier(plan: &Plan, multiplier: f64) -> Result<Self, TreeError> {
        Ok(Solution::of(plan)?.at_multiplier(multiplier))
    }

    pub(crate) fn of_solution(solution: &Solution) -> Self {
        let Solution { plan, flow, arrivals, multiplier, value, outcome } = solution;
        let multiplier = *multiplier;
        let stages = plan.stages.iter().zip(arrivals.scaled.iter().zip(&arrivals.fixed));
        let revenue = arrivals.fixed_billed.iter().zip(&arrivals.scaled_billed);
        Self {
            outcome: outcome.clone(),
            solved_value: *value,
            multiplier,
            base: arrivals.base,
            expected_goal: arrivals.goal(multiplier),
            period_entries: total(flow, multiplier, |inflow| Some(&inflow.monthly_entries)),
            period_budget: total(flow, multiplier, |inflow| inflow.monthly_spend.as_ref()),
            stages: stages
                .map(|(stage, (scaled, fixed))| stage_figures(&stage.id, scaled, fixed, multiplier))
                .collect(),
            channels: (flow.inflows.iter().zip(&arrivals.channels))
                .map(|(inflow, months)| scaled_months(months, if inflow.fixed { 1.0 } else { multiplier }))
                .collect(),
            monthly_revenue: revenue
                .map(|(fixed, scaled)| fixed.revenue() + multiplier * scaled.revenue())
                .collect(),
        }
    }
}

fn stage_figures(id: &Id, scaled: &[f64], fixed: &[f64], multiplier: f64) -> StageFigures {
    let monthly: Vec<_> =
        scaled.iter().zip(fixed).map(|(scaled, fixed)| fixed + multiplier * scaled).collect();
    // The sums are taken before scaling, so that the goal's own product is met to the last digits.
    let expected = fixed.iter().sum::<f64>() + multiplier * scaled.iter().sum::<f64>();
    StageFigures { id: id.clone(), monthly, expected }
}

fn scaled_months(months: &Months, multiplier: f64) -> Months {
    let stage = |stage: &Vec<f64>| stage.iter().map(|arrivals| multiplier * arrivals).collect();
    months.iter().map(stage).collect()
}
