//! The KPI tree: every figure at mean parameters, forwards and backwards, without randomness.

mod rounding;

pub(crate) use rounding::floor_of;
pub use rounding::{reaches, required_count};

use crate::flow::{Flow, FlowError, Inflow};
use crate::plan::{Id, Plan, SolveFor};

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
    /// What is fixed reaches the target alone: the volume asked for is zero.
    AlreadyReached,
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
}

impl std::fmt::Display for ZeroFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rate(stage) => write!(f, "the rate into {stage} is 0"),
            Self::DealValue => f.write_str("a deal brings 0"),
            Self::Volume => f.write_str("no channel that could be scaled brings anybody"),
        }
    }
}

/// The tree of a plan at mean parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// How the solved quantity came out.
    pub outcome: Outcome,
    /// Multiplier of the volumes as entered, fixed channels excepted.
    pub multiplier: f64,
    /// The goal without any scaled volume.
    pub base: f64,
    /// The goal at the multiplier.
    pub expected_goal: f64,
    /// Entries of all channels in the period at the multiplier, wherever they enter.
    pub period_entries: f64,
    /// Spend of all channels in the period at the multiplier.
    pub period_budget: f64,
    /// Figures of each stage at the multiplier, in funnel order.
    pub stages: Vec<StageFigures>,
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
    /// The goal is affine in the volume, goal(m) = base + m · new, so the multiplier is (target − base) ÷ new.
    ///
    /// # Errors
    /// [`TreeError::Flow`] where the plan's flow is not calculated; [`TreeError::TooManyEntries`] where the target
    /// takes more than [`MAX_ENTRIES`] entries. A target that nothing reaches is an [`Outcome`], no error.
    ///
    /// ```
    /// use gyakusan_engine::{plan::Plan, tree::Tree};
    ///
    /// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
    /// let tree = Tree::solve(&plan)?;
    /// assert!((tree.stages[0].expected - 533.333_333_333_333_3).abs() < 1e-9);
    /// assert_eq!(tree.stages[0].required(), 534.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn solve(plan: &Plan) -> Result<Self, TreeError> {
        Self::of_flow(plan, &Flow::new(plan)?)
    }

    /// Works out every figure of the tree at a multiplier of the volumes as entered, solving nothing.
    ///
    /// # Errors
    /// [`TreeError::Flow`] where the plan's flow is not calculated.
    pub fn at_multiplier(plan: &Plan, multiplier: f64) -> Result<Self, TreeError> {
        let flow = Flow::new(plan)?;
        Ok(Arrivals::new(plan, &flow).tree(plan, &flow, multiplier, Outcome::Forward))
    }

    pub(crate) fn of_flow(plan: &Plan, flow: &Flow) -> Result<Self, TreeError> {
        let arrivals = Arrivals::new(plan, flow);
        let (multiplier, outcome) = solve_volume(plan, flow, &arrivals);
        let entries = total(flow, multiplier, |inflow| Some(&inflow.monthly_entries));
        if entries > MAX_ENTRIES {
            return Err(TreeError::TooManyEntries { entries });
        }
        Ok(arrivals.tree(plan, flow, multiplier, outcome))
    }
}

/// Expected arrivals at multiplier 1 by stage and month, and the goal they make.
struct Arrivals {
    fixed: Vec<Vec<f64>>,
    scaled: Vec<Vec<f64>>,
    /// The goal of the fixed channels.
    base: f64,
    /// The goal of the others.
    new: f64,
}

impl Arrivals {
    fn new(plan: &Plan, flow: &Flow) -> Self {
        let fixed = monthly_arrivals(plan, flow, true);
        let scaled = monthly_arrivals(plan, flow, false);
        let value = plan.deal.value.mean.get();
        let goal = |arrivals: &[Vec<f64>]| arrivals[flow.stage_count - 1].iter().sum::<f64>() * value;
        Self { base: goal(&fixed), new: goal(&scaled), fixed, scaled }
    }

    fn tree(&self, plan: &Plan, flow: &Flow, multiplier: f64, outcome: Outcome) -> Tree {
        let value = plan.deal.value.mean.get();
        let stages: Vec<_> = (plan.stages.iter().zip(self.scaled.iter().zip(&self.fixed)))
            .map(|(stage, (scaled, fixed))| stage_figures(&stage.id, scaled, fixed, multiplier))
            .collect();
        Tree {
            outcome,
            multiplier,
            base: self.base,
            expected_goal: self.base + multiplier * self.new,
            period_entries: total(flow, multiplier, |inflow| Some(&inflow.monthly_entries)),
            period_budget: total(flow, multiplier, |inflow| inflow.monthly_spend.as_ref()),
            monthly_revenue: stages[flow.stage_count - 1].monthly.iter().map(|wins| wins * value).collect(),
            stages,
        }
    }
}

/// Expected arrivals by stage and month of the fixed or of the other channels, at multiplier 1.
fn monthly_arrivals(plan: &Plan, flow: &Flow, fixed: bool) -> Vec<Vec<f64>> {
    let mut arrivals = vec![vec![0.0; plan.months()]; flow.stage_count];
    for inflow in flow.inflows.iter().filter(|inflow| inflow.fixed == fixed) {
        for (stage, share) in arrivals.iter_mut().zip(flow.mean_reach(inflow)) {
            for (month, entries) in stage.iter_mut().zip(&inflow.monthly_entries) {
                *month += entries * share;
            }
        }
    }
    arrivals
}

fn stage_figures(id: &Id, scaled: &[f64], fixed: &[f64], multiplier: f64) -> StageFigures {
    let monthly: Vec<_> =
        scaled.iter().zip(fixed).map(|(scaled, fixed)| fixed + multiplier * scaled).collect();
    // The sums are taken before scaling, so that the goal's own product is met to the last digits.
    let expected = fixed.iter().sum::<f64>() + multiplier * scaled.iter().sum::<f64>();
    StageFigures { id: id.clone(), monthly, expected }
}

fn solve_volume(plan: &Plan, flow: &Flow, arrivals: &Arrivals) -> (f64, Outcome) {
    let target = plan.goal.target.get();
    match plan.solve_for {
        SolveFor::Volume if reaches(arrivals.base, target) => (0.0, Outcome::AlreadyReached),
        SolveFor::Volume if arrivals.new == 0.0 => (1.0, Outcome::Impossible(zero_factor(plan, flow))),
        SolveFor::Volume => ((target - arrivals.base) / arrivals.new, Outcome::Solved),
        _ => (1.0, Outcome::Forward),
    }
}

fn zero_factor(plan: &Plan, flow: &Flow) -> ZeroFactor {
    if plan.deal.value.mean.get() == 0.0 {
        return ZeroFactor::DealValue;
    }
    let bring = |inflow: &&Inflow| !inflow.fixed && inflow.monthly_entries.iter().sum::<f64>() > 0.0;
    let reaches: Vec<_> = flow.inflows.iter().filter(bring).map(|inflow| flow.mean_reach(inflow)).collect();
    let reached = |stage: usize| reaches.iter().any(|reach| reach[stage..].iter().any(|share| *share > 0.0));
    match plan.stages.iter().enumerate().find(|(place, _)| !reached(*place)) {
        Some((1.., stage)) if !reaches.is_empty() => ZeroFactor::Rate(stage.id.clone()),
        _ => ZeroFactor::Volume,
    }
}

/// The sum over all channels and months, the scaled channels' at a multiplier.
fn total(flow: &Flow, multiplier: f64, monthly: impl Fn(&Inflow) -> Option<&Vec<f64>>) -> f64 {
    let sum = |fixed: bool| -> f64 {
        let chosen = flow.inflows.iter().filter(|inflow| inflow.fixed == fixed);
        // A fold from 0, since the sum of nothing is -0.
        chosen.filter_map(&monthly).flatten().fold(0.0, |sum, month| sum + month)
    };
    sum(true) + multiplier * sum(false)
}
