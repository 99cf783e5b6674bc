//! The volume that makes the target as likely as asked.

use super::odds::place;
use super::{Simulation, Trials};

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
/// It is the ⌈qN⌉-th smallest of the trials' own thresholds, hence monotone in the confidence and in line with the odds
/// of the same trials. Its standard error is √(q(1−q)/N) ÷ dP/dm, the slope taken between the quantiles that lie four
/// standard errors of the probability to either side.
pub fn required_volume(simulation: &Simulation, trials: &Trials, confidence: f64) -> Option<VolumeAnswer> {
    let mut sorted = trials.multipliers.clone();
    if sorted.is_empty() {
        return None;
    }
    sorted.sort_unstable_by(f64::total_cmp);
    let multiplier = sorted[place(sorted.len(), confidence)];
    let limit = if simulation.multiplier() > 0.0 { 1000.0 * simulation.multiplier() } else { 1000.0 };
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
