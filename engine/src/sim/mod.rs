//! The simulation: how likely the target is, trial by trial.
//!
//! A trial draws the uncertain parameters once, then luck given the parameters. By Poisson thinning and splitting the
//! prospects whose furthest stage is j, and the deals won in the period, are single Poisson numbers and the deals' values
//! one Gamma number, so a trial costs a few draws, never one per prospect.
//!
//! The unit of work is the chunk of [`CHUNK_TRIALS`] trials. Chunks may be run anywhere and in any order; [`Fold`] puts
//! them in the order of their numbers, so that every answer has the same bits for any number of workers.

mod binomial;
mod compare;
mod coverage;
mod curve;
mod draws;
mod fingerprint;
mod fold;
mod gamma;
mod histogram;
mod lever;
mod luck;
mod mean_goal;
mod measuring;
mod moved;
mod normal;
mod odds;
mod parameter;
mod parameters;
mod poisson;
mod pool;
mod quantile;
mod remainder;
mod required;
#[cfg(test)]
mod samplers;
mod search;
mod source;
mod spread;
mod stream;
mod threshold;
mod trial;
mod variance;

pub use compare::{Comparison, Hits};
pub use coverage::{Coverage, coverage};
pub use curve::{CurvePoint, curve};
pub use draws::{DrawnChunk, Draws};
pub use fingerprint::{DEFAULT_PLAN_FINGERPRINT, HASH_START, fingerprint, hash_on};
pub use fold::{Fold, Trials};
pub use histogram::Histogram;
pub use lever::{Lever, LeverAnswer, levers};
pub use measuring::{Measuring, measuring};
pub use odds::Odds;
pub(crate) use remainder::Remainder;
pub use required::{RequiredVolume, SEARCH_TRIALS, VolumeAnswer, required_volume};
pub use spread::{MonthSpread, Spread};
pub use stream::{Quantity, Stream};
pub(crate) use variance::Place;
pub use variance::{VarianceShare, variance_shares};

use crate::plan::Plan;
use crate::tree::{self, Solution, TreeError};
use moved::State;
use parameters::{Laws, Parameters};
use trial::{Model, Outcome, Wanted};

/// The number of trials in a chunk; the last chunk of a run may have fewer.
pub const CHUNK_TRIALS: u32 = 1000;

/// Arrivals by stage are kept of this many trials of a run, the first ones.
pub const STAGE_TRIALS: u32 = 100_000;

/// Revenue by month is kept of this many trials of a run, the first ones.
pub const MONTH_TRIALS: u32 = 20_000;

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
    stage_trials: u32,
    month_trials: u32,
    with_thresholds: bool,
    model: Model,
}

/// The outcomes of the trials of one chunk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chunk {
    /// The chunk's number, from 0.
    pub index: u32,
    /// The goal of each trial.
    pub goals: Vec<f64>,
    /// The smallest multiplier of the volumes as entered at which each trial, with its own luck, reaches the target;
    /// infinite where no multiplier does. Empty with recurring deals, whose trials do not tell.
    pub multipliers: Vec<f64>,
    /// Arrivals in the period by stage, of each trial up to [`STAGE_TRIALS`].
    pub stages: Vec<Vec<f64>>,
    /// Revenue by month, of each trial up to [`MONTH_TRIALS`].
    pub months: Vec<Vec<f64>>,
}

impl Simulation {
    /// Solves the plan and prepares its parameters.
    ///
    /// # Errors
    /// As [`Tree::solve`](crate::tree::Tree::solve).
    pub fn new(plan: &Plan) -> Result<Self, TreeError> {
        Ok(Self::of_state(&State::from(&Solution::of(plan)?)))
    }

    fn of_state(state: &State) -> Self {
        let State { plan, flow, multiplier } = state;
        Self {
            trial_count: plan.simulation.trials,
            stage_trials: STAGE_TRIALS,
            month_trials: MONTH_TRIALS,
            with_thresholds: true,
            model: Model::new(plan, flow, *multiplier),
        }
    }

    /// The same simulation for its goals alone: no arrivals by stage and no revenue by month. The goals are the same.
    #[must_use]
    pub fn without_details(self) -> Self {
        Self { stage_trials: 0, month_trials: 0, ..self }
    }

    /// The same simulation without the multiplier at which each trial reaches the target, for those who only look at outcomes.
    #[must_use]
    pub fn without_thresholds(self) -> Self {
        Self { with_thresholds: false, ..self }
    }

    /// The amount to be reached.
    pub fn target(&self) -> f64 {
        self.model.target
    }

    /// The multiplier of the volumes as entered that the trials run with.
    pub fn multiplier(&self) -> f64 {
        self.model.multiplier
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
        self.chunk_of(index, [self.trial_count, self.stage_trials, self.month_trials])
    }

    /// One chunk of the first trials, so many in all, with stages, with months.
    fn chunk_of(&self, index: u32, [trials, with_stages, with_months]: [u32; 3]) -> Chunk {
        let first = index.saturating_mul(CHUNK_TRIALS).min(trials);
        let last = first.saturating_add(CHUNK_TRIALS).min(trials);
        let mut chunk = Chunk { index, ..Chunk::default() };
        let mut outcome = Outcome::default();
        for trial in first..last {
            let wanted = Wanted {
                stages: trial < with_stages,
                months: trial < with_months,
                threshold: self.with_thresholds,
            };
            self.model.run(u64::from(trial), self.multiplier(), wanted, &mut outcome);
            chunk.push(&outcome, wanted);
        }
        chunk
    }

    /// The same trials of another state, for their goals alone.
    fn moved_to(&self, state: &State) -> Self {
        let model = self.model.like(&state.plan, &state.flow, state.multiplier);
        Self { model, stage_trials: 0, month_trials: 0, ..*self }
    }

    /// The first trials, for their goals and thresholds alone.
    fn first_trials(&self, trial_count: u32) -> Trials {
        let trials = trial_count.min(self.trial_count);
        let chunks = (0..trials.div_ceil(CHUNK_TRIALS)).map(|index| self.chunk_of(index, [trials, 0, 0]));
        Fold::of(chunks).into_trials()
    }

    /// The share of the first trials that reach the target; they are run for their goals alone.
    pub fn probability_of(&self, trial_count: u32) -> f64 {
        self.probability_at(self.multiplier(), trial_count)
    }

    /// The same at another multiplier of the volumes.
    fn probability_at(&self, multiplier: f64, trial_count: u32) -> f64 {
        let mut reached = 0;
        self.for_each_goal(multiplier, trial_count, |_, goal| {
            reached += u32::from(tree::reaches(goal, self.model.target));
        });
        f64::from(reached) / f64::from(trial_count)
    }

    /// Runs the first trials at a multiplier of the volumes and hands over number and goal of each.
    fn for_each_goal(&self, multiplier: f64, trial_count: u32, mut take: impl FnMut(u64, f64)) {
        let mut outcome = Outcome::default();
        for trial in 0..u64::from(trial_count) {
            self.model.run(trial, multiplier, Wanted::GOAL, &mut outcome);
            take(trial, outcome.goal);
        }
    }

    /// How the parameters are drawn.
    fn laws(&self) -> &Laws {
        &self.model.laws
    }

    /// Runs every chunk in order.
    pub fn run(&self) -> Trials {
        Fold::of((0..self.chunk_count()).map(|index| self.chunk(index))).into_trials()
    }
}

impl Chunk {
    fn push(&mut self, outcome: &Outcome, wanted: Wanted) {
        self.goals.push(outcome.goal);
        if !outcome.multiplier.is_nan() {
            self.multipliers.push(outcome.multiplier);
        }
        if wanted.stages {
            push_each(&mut self.stages, &outcome.stages);
        }
        if wanted.months {
            push_each(&mut self.months, &outcome.months);
        }
    }
}

/// Adds one number to each list.
fn push_each(lists: &mut Vec<Vec<f64>>, numbers: &[f64]) {
    lists.resize(numbers.len(), Vec::new());
    for (list, number) in lists.iter_mut().zip(numbers) {
        list.push(*number);
    }
}
