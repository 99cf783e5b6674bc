//! The volume that makes the target as likely as asked.

use super::odds::place;
use super::search::search;
use super::{Simulation, Trials};
use crate::math::sorted;

/// Trials that a search runs again and again.
pub const SEARCH_TRIALS: u32 = 20_000;

/// A search ends when it knows the multiplier to this part of itself, well below its standard error.
const TOLERANCE: f64 = 1e-4;

/// A volume that makes the target as likely as asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RequiredVolume {
    /// The probability asked for.
    pub probability: f64,
    /// The smallest multiplier of the volumes as entered that gives it.
    pub multiplier: f64,
    /// Standard error of `multiplier`.
    pub standard_error: f64,
}

/// What comes out when a volume is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum VolumeAnswer {
    /// The volume.
    Reached(RequiredVolume),
    /// No volume up to `limit` gives the probability.
    Unreachable {
        /// The largest multiplier considered: 1000 times the tree's, or 1000 where that is 0.
        limit: f64,
        /// The probability at the limit.
        probability: f64,
    },
}

/// The smallest multiplier at which the target is reached with a probability of at least `confidence`; `None` without
/// any trial.
///
/// With one-off deals it is the ⌈qN⌉-th smallest of the trials' own thresholds, hence monotone in the confidence and in line
/// with the odds of the same trials. Recurring deals have no thresholds: the first [`SEARCH_TRIALS`] trials are run again at
/// other multipliers, with the same luck, until the probability is met.
///
/// The standard error is √(q(1−q)/N) ÷ dP/dm, the slope taken over four standard errors of the probability to either side,
/// or over a tenth of the multiplier where trials are run again.
pub fn required_volume(simulation: &Simulation, trials: &Trials, confidence: f64) -> Option<VolumeAnswer> {
    if trials.goals.is_empty() {
        return None;
    }
    let limit = if simulation.multiplier() > 0.0 { 1000.0 * simulation.multiplier() } else { 1000.0 };
    if trials.multipliers.is_empty() {
        let search = Search { simulation, trial_count: SEARCH_TRIALS.min(trials.goals.len() as u32) };
        return Some(search.answer(confidence, limit));
    }
    let sorted = sorted(&trials.multipliers);
    let multiplier = sorted[place(sorted.len(), confidence)];
    Some(if multiplier <= limit {
        let standard_error = standard_error(&sorted, confidence);
        VolumeAnswer::Reached(RequiredVolume { probability: confidence, multiplier, standard_error })
    } else {
        let reached = sorted.partition_point(|needed| *needed <= limit);
        VolumeAnswer::Unreachable { limit, probability: reached as f64 / sorted.len() as f64 }
    })
}

fn standard_error(sorted: &[f64], confidence: f64) -> f64 {
    let error = (confidence * (1.0 - confidence) / sorted.len() as f64).sqrt();
    let around = [confidence - 4.0 * error, confidence + 4.0 * error]
        .map(|q| place(sorted.len(), q.max(0.0).min(1.0)));
    let probability = (around[1] - around[0]) as f64 / sorted.len() as f64;
    let width = sorted[around[1]] - sorted[around[0]];
    if width.is_finite() && probability > 0.0 { error * width / probability } else { 0.0 }
}

/// A search for a volume by running the first trials of a simulation at other multipliers.
struct Search<'a> {
    simulation: &'a Simulation,
    trial_count: u32,
}

impl Search<'_> {
    fn answer(&self, confidence: f64, limit: f64) -> VolumeAnswer {
        let reached = |multiplier, standard_error| {
            VolumeAnswer::Reached(RequiredVolume { probability: confidence, multiplier, standard_error })
        };
        if self.probability(0.0) >= confidence {
            return reached(0.0, 0.0);
        }
        let planned = if self.simulation.multiplier() > 0.0 { self.simulation.multiplier() } else { 1.0 };
        let start = (planned, self.probability(planned));
        let end = if start.1 >= confidence { 0.0 } else { limit };
        match search(|multiplier| self.probability(multiplier), start, end, confidence, TOLERANCE) {
            Ok(multiplier) => reached(multiplier, self.standard_error(confidence, multiplier)),
            Err((limit, probability)) => VolumeAnswer::Unreachable { limit, probability },
        }
    }

    fn standard_error(&self, confidence: f64, multiplier: f64) -> f64 {
        let [low, high] = [0.9, 1.1].map(|factor| self.probability(factor * multiplier));
        let slope = (high - low) / (0.2 * multiplier);
        let error = (confidence * (1.0 - confidence) / f64::from(self.trial_count)).sqrt();
        if slope > 0.0 { error / slope } else { 0.0 }
    }

    /// The share of the trials that reach the target at a multiplier.
    fn probability(&self, multiplier: f64) -> f64 {
        self.simulation.probability_at(multiplier, self.trial_count)
    }
}
