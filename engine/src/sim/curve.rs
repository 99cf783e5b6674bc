//! The probability against the volume.

use serde::Serialize;

use super::{SEARCH_TRIALS, Simulation, Trials};
use crate::math::sorted;

/// Points to each planned volume.
const POINTS: u32 = 8;

/// The curve goes to this many times the planned volume.
const TIMES: u32 = 3;

/// One point of the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CurvePoint {
    /// Multiplier of the volumes as entered.
    pub multiplier: f64,
    /// The probability that the target is reached there.
    pub probability: f64,
}

/// The probability at multipliers from 0 to three times the planned one; it never falls.
///
/// With one-off deals it is the distribution function of the trials' thresholds, so that it meets the odds at the planned
/// volume; with recurring deals the first [`SEARCH_TRIALS`] trials are run again at each point.
pub fn curve(simulation: &Simulation, trials: &Trials) -> Vec<CurvePoint> {
    let planned = if simulation.multiplier() > 0.0 { simulation.multiplier() } else { 1.0 };
    let thresholds = sorted(&trials.multipliers);
    let searched = SEARCH_TRIALS.min(trials.goals.len() as u32);
    let mut highest = 0.0_f64;
    let point = |place: u32| {
        let multiplier = planned * f64::from(place) / f64::from(POINTS);
        let probability = if thresholds.is_empty() {
            simulation.probability_at(multiplier, searched)
        } else {
            thresholds.partition_point(|needed| *needed <= multiplier) as f64 / thresholds.len() as f64
        };
        highest = highest.max(probability);
        CurvePoint { multiplier, probability: highest }
    };
    (0..=POINTS * TIMES).map(point).collect()
}
