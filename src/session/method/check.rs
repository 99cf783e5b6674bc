//! The self-check: every case is simulated and held against its known answer, then one plan's bits against the expected ones.

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{
    DEFAULT_PLAN_FINGERPRINT, Fold, Simulation, Trials, VolumeAnswer, fingerprint, required_volume,
};
use gyakusan_engine::tree::reaches;

use super::case::{Case, KnownFigure, cases};
use crate::session::default_plan;

/// Trials of each case.
pub(super) const TRIALS: u32 = 100_000;
/// How many standard errors a figure may lie off: a right simulation does so once in a million.
pub(super) const LIMIT: f64 = 4.9;
/// Chunks in a slice: some milliseconds.
const CHUNKS: u32 = 5;
/// The confidence of the required volume.
const CONFIDENCE: f64 = 0.8;

/// What the self-check found so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SelfCheck {
    /// Each case that was simulated, in the order of the cases.
    pub findings: Vec<Finding>,
    /// The bits of the default plan, once they are known: expected, and found.
    pub bits: Option<[u64; 2]>,
    /// Whether it runs.
    pub state: CheckState,
}

/// How far the self-check is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CheckState {
    /// Nobody has asked for it.
    #[default]
    Idle,
    /// It runs.
    Running,
    /// The reader stopped it.
    Stopped,
    /// It is done.
    Done,
}

/// A simulated figure beside the known one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    /// The known figure.
    pub exact: f64,
    /// The simulated figure.
    pub simulated: f64,
    /// Its standard error.
    pub error: f64,
}

impl Finding {
    /// How many standard errors the simulated figure lies above the known one.
    pub fn deviation(self) -> f64 {
        (self.simulated - self.exact) / self.error
    }

    /// Whether it lies as near as chance explains. What is no number does not.
    pub fn holds(self) -> bool {
        self.deviation().abs() <= LIMIT
    }
}

impl SelfCheck {
    /// One that begins.
    pub fn begun() -> Self {
        Self { state: CheckState::Running, ..Self::default() }
    }

    /// Takes in what a slice brought; `None` is a case without an answer, which ends it.
    pub fn take(&mut self, slice: Option<Slice>) {
        match slice {
            Some(Slice::GoesOn) => return,
            Some(Slice::Found(finding)) => return self.findings.push(finding),
            Some(Slice::Bits(bits)) => self.bits = Some(bits),
            None => {}
        }
        self.state = CheckState::Done;
    }
}

/// What a slice of the self-check brought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Slice {
    /// More of the same case is to be run.
    GoesOn,
    /// A case is done.
    Found(Finding),
    /// The bits of the default plan are known, and all is done.
    Bits([u64; 2]),
}

/// Runs the cases, slice by slice.
#[derive(Debug)]
pub struct Checker {
    cases: std::vec::IntoIter<Case>,
    seed: u64,
    /// What is run: its case, or none for the bits.
    current: Option<(Option<Case>, Simulation)>,
    fold: Fold,
}

impl Checker {
    /// Prepares every case with a seed.
    pub fn new(seed: u64) -> Self {
        Self::with(cases(), seed)
    }

    pub(super) fn with(cases: Vec<Case>, seed: u64) -> Self {
        Self { cases: cases.into_iter(), seed, current: None, fold: Fold::default() }
    }

    /// Runs some chunks; `None` where a plan has no simulation, which would be a finding of its own.
    pub fn slice(&mut self) -> Option<Slice> {
        if self.current.is_none() {
            let case = self.cases.next();
            let simulation = match &case {
                Some(case) => simulation(case, self.seed)?,
                None => Simulation::new(&default_plan()).ok()?,
            };
            self.current = Some((case, simulation));
        }
        let (case, simulation) = self.current.as_ref()?;
        let first = self.fold.chunk_count();
        for index in first..(first + CHUNKS).min(simulation.chunk_count()) {
            self.fold.insert(simulation.chunk(index));
        }
        if self.fold.chunk_count() < simulation.chunk_count() {
            return Some(Slice::GoesOn);
        }
        let trials = std::mem::take(&mut self.fold).into_trials();
        let slice = match case {
            Some(case) => Slice::Found(finding(case, simulation, &trials)),
            None => Slice::Bits([DEFAULT_PLAN_FINGERPRINT, fingerprint(simulation, &trials)]),
        };
        self.current = None;
        Some(slice)
    }
}

fn simulation(case: &Case, seed: u64) -> Option<Simulation> {
    let plan: Plan = case
        .plan
        .edit(|document| {
            document.simulation.seed = seed;
            document.simulation.trials = TRIALS;
        })
        .ok()?;
    let simulation = Simulation::new(&plan).ok()?.without_details();
    let asks_volume = matches!(case.figure, KnownFigure::Required { .. });
    Some(if asks_volume { simulation } else { simulation.without_thresholds() })
}

fn finding(case: &Case, simulation: &Simulation, trials: &Trials) -> Finding {
    let exact = case.exact;
    let (simulated, error) = match case.figure {
        KnownFigure::Probability => {
            let reached = trials.goals.iter().filter(|goal| reaches(**goal, simulation.target())).count();
            let count = trials.goals.len() as f64;
            // The standard error that the known probability gives.
            (reached as f64 / count, (exact * (1.0 - exact) / count).sqrt())
        }
        KnownFigure::Mean => mean(trials, |goal| goal),
        KnownFigure::Variance { mean: known } => mean(trials, |goal| (goal - known) * (goal - known)),
        KnownFigure::Required { unit } => match required_volume(simulation, trials, CONFIDENCE) {
            Some(VolumeAnswer::Reached(volume)) => (unit * volume.multiplier, unit * volume.standard_error),
            _ => (f64::NAN, f64::NAN),
        },
    };
    Finding { exact, simulated, error }
}

/// The mean over the trials, and its standard error.
fn mean(trials: &Trials, of: impl Fn(f64) -> f64) -> (f64, f64) {
    let count = trials.goals.len() as f64;
    let mean = trials.goals.iter().map(|goal| of(*goal)).sum::<f64>() / count;
    let squares = trials.goals.iter().map(|goal| (of(*goal) - mean) * (of(*goal) - mean)).sum::<f64>();
    (mean, squares.sqrt() / count)
}
