//! The simulation: how likely the target is, trial by trial.
//!
//! A trial draws the uncertain parameters once, then luck given the parameters. By Poisson thinning the deals won in
//! the period are one Poisson number and their values one Gamma number, so a trial costs a few draws, never one per prospect.
//!
//! The unit of work is the chunk of [`CHUNK_TRIALS`] trials. Chunks may be run anywhere and in any order; [`Fold`] puts
//! them in the order of their numbers, so that every answer has the same bits for any number of workers.

mod fold;
mod histogram;
mod luck;
mod mechanism;
mod odds;
mod parameter;
mod poisson;
mod quantile;
mod required;
mod stream;
mod threshold;

pub use fold::{Fold, Trials};
pub use histogram::Histogram;
pub use mechanism::{Mechanism, Unsupported};
pub use odds::Odds;
pub use required::{RequiredVolume, VolumeAnswer, required_volume};
pub use stream::{Quantity, Stream};

use crate::flow::{self, Inflow};
use crate::plan::Plan;
use crate::tree::{self, Solution, TreeError};
use luck::DealSum;
use parameter::Parameter;
use threshold::Threshold;

/// The number of trials in a chunk; the last chunk of a run may have fewer.
pub const CHUNK_TRIALS: u32 = 1000;

/// A plan, solved and made ready to run.
///
/// ```
/// use gyakusan_engine::plan::Plan;
/// use gyakusan_engine::sim::{Fold, Odds, Simulation};
///
/// let plan = Plan::from_json(include_str!("../../plans/default.json"))?;
/// let simulation = Simulation::new(&plan)?;
/// let mut fold = Fold::default();
/// for chunk in (0..20).rev() {
///     fold.insert(simulation.chunk(chunk));
/// }
/// let odds = Odds::of(fold.trials(), simulation.target()).expect("20,000 trials");
/// assert!((odds.probability - 0.453).abs() < 0.02);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Simulation {
    trial_count: u32,
    target: f64,
    multiplier: f64,
    rates: Vec<Parameter>,
    sources: Vec<Source>,
    value: Parameter,
    deals: DealSum,
    won_scaled: Quantity,
    won_fixed: Quantity,
    revenue_scaled: Quantity,
    revenue_fixed: Quantity,
    threshold: Quantity,
}

/// One channel, ready to run.
#[derive(Debug, Clone)]
struct Source {
    inflow: Inflow,
    /// Entries in the period as the plan has them.
    entries: f64,
    volume: Parameter,
}

/// The outcomes of the trials of one chunk.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// The chunk's number, from 0.
    pub index: u32,
    /// The goal of each trial.
    pub goals: Vec<f64>,
    /// The smallest multiplier of the volumes as entered at which each trial, with its own luck, reaches the target;
    /// infinite where no multiplier does.
    pub multipliers: Vec<f64>,
}

/// Why a plan has no simulation.
#[derive(Debug, Clone, PartialEq)]
pub enum SimulationError {
    /// The plan has no tree.
    Tree(TreeError),
    /// The plan holds what is not simulated yet.
    Unsupported(Vec<Unsupported>),
}

impl From<TreeError> for SimulationError {
    fn from(error: TreeError) -> Self {
        Self::Tree(error)
    }
}

impl std::error::Error for SimulationError {}

impl std::fmt::Display for SimulationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Tree(error) => error.fmt(f),
            Self::Unsupported(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    let separator = if index > 0 { "\n" } else { "" };
                    write!(f, "{separator}{part}")?;
                }
                Ok(())
            }
        }
    }
}

impl Simulation {
    /// Solves the plan and prepares its parameters.
    ///
    /// # Errors
    /// [`SimulationError::Tree`] as [`Tree::solve`](tree::Tree::solve); [`SimulationError::Unsupported`] where the plan holds what is not
    /// simulated yet.
    pub fn new(plan: &Plan) -> Result<Self, SimulationError> {
        let unsupported = mechanism::unsupported(plan);
        if !unsupported.is_empty() {
            return Err(SimulationError::Unsupported(unsupported));
        }
        let Solution { plan, flow, multiplier, .. } = Solution::of(plan)?;
        let seed = plan.simulation.seed;
        let rate = |parameter: &flow::RateParameter| Parameter::rate(seed, &parameter.source, parameter.rate);
        let value = plan.deal.value;
        Ok(Self {
            trial_count: plan.simulation.trials,
            target: plan.goal.target.get(),
            multiplier,
            rates: flow.rates.iter().map(rate).collect(),
            sources: flow.inflows.into_iter().map(|inflow| Source::new(&plan, inflow)).collect(),
            value: Parameter::factor(seed, "deal_value", value.mean.get(), value.uncertainty),
            deals: DealSum::new(value.spread.get()),
            won_scaled: Quantity::new(seed, "luck:won"),
            won_fixed: Quantity::new(seed, "luck:won:fixed"),
            revenue_scaled: Quantity::new(seed, "luck:revenue"),
            revenue_fixed: Quantity::new(seed, "luck:revenue:fixed"),
            threshold: Quantity::new(seed, "luck:threshold"),
        })
    }

    /// The amount to be reached.
    pub fn target(&self) -> f64 {
        self.target
    }

    /// The multiplier of the volumes as entered that the trials run with.
    pub fn multiplier(&self) -> f64 {
        self.multiplier
    }

    /// The number of trials the plan asks for.
    pub fn trial_count(&self) -> u32 {
        self.trial_count
    }

    /// The number of chunks these trials make.
    pub fn chunk_count(&self) -> u32 {
        self.trial_count.div_ceil(CHUNK_TRIALS)
    }

    /// Runs one chunk. The result depends on the plan, its seed and `index` only.
    ///
    /// A chunk past the last one is empty.
    pub fn chunk(&self, index: u32) -> Chunk {
        let first = index.saturating_mul(CHUNK_TRIALS).min(self.trial_count);
        let last = first.saturating_add(CHUNK_TRIALS).min(self.trial_count);
        let trials = (first..last).map(|trial| self.trial(u64::from(trial)));
        let (goals, multipliers) = trials.unzip();
        Chunk { index, goals, multipliers }
    }

    /// Runs every chunk in order.
    pub fn run(&self) -> Trials {
        let mut fold = Fold::default();
        for index in 0..self.chunk_count() {
            fold.insert(self.chunk(index));
        }
        fold.into_trials()
    }

    /// The goal of one trial, and the smallest multiplier at which it reaches the target.
    fn trial(&self, trial: u64) -> (f64, f64) {
        let (scaled, fixed) = self.expected_wins(trial);
        let value = self.value.draw(trial);
        let fixed_won = luck::arrivals(&mut self.won_fixed.stream(trial), fixed);
        let fixed_deals = self.deals.draw(&mut self.revenue_fixed.stream(trial), fixed_won);
        let won = luck::arrivals(&mut self.won_scaled.stream(trial), self.multiplier * scaled);
        let deals = self.deals.draw(&mut self.revenue_scaled.stream(trial), won);
        let threshold = Threshold {
            deals: self.deals,
            value,
            floor: tree::floor_of(self.target) - fixed_deals * value,
            rate: scaled,
            multiplier: self.multiplier,
        };
        let multiplier = threshold.multiplier(&mut self.threshold.stream(trial), won, deals);
        (fixed_deals * value + deals * value, multiplier)
    }

    /// Expected wins in the period given one trial's parameters: of the channels that are scaled, at multiplier 1, and
    /// of the fixed ones.
    fn expected_wins(&self, trial: u64) -> (f64, f64) {
        let rates: Vec<_> = self.rates.iter().map(|rate| rate.draw(trial)).collect();
        let (mut scaled, mut fixed) = (0.0, 0.0);
        for source in &self.sources {
            let share: f64 = source.inflow.steps.iter().map(|&rate| rates[rate]).product();
            let wins = source.entries * source.volume.draw(trial) * share;
            if source.inflow.fixed { fixed += wins } else { scaled += wins }
        }
        (scaled, fixed)
    }
}

impl Source {
    fn new(plan: &Plan, inflow: Inflow) -> Self {
        let channel = &plan.channels[inflow.channel];
        let source = format!("volume:{}", channel.id);
        let volume = Parameter::factor(plan.simulation.seed, &source, 1.0, channel.uncertainty);
        Self { entries: inflow.monthly_entries.iter().sum(), inflow, volume }
    }
}
