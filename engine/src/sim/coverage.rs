//! Coverage: how many times the target the pipeline before the won deal has to be worth.

use serde::Serialize;

use super::moved::State;
use super::{Simulation, Trials, VolumeAnswer, required_volume};
use crate::plan::Plan;
use crate::tree::{Solution, TreeError};

/// The coverage multiple at one confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Coverage {
    /// The confidence.
    pub confidence: f64,
    /// The worth of everybody in the stage before won, at mean deal value, ÷ the target.
    pub multiple: f64,
}

/// The coverage at 50, 80 and 90 %; confidences that no volume gives are left out, and all where the target is 0.
///
/// It is (expected arrivals in the stage before won in the period, at the volume for that confidence, and those who stand
/// there at the start) x mean value of a win ÷ target. A recurring win is worth the fees of its first twelve months.
///
/// # Errors
/// As [`Tree::solve`](crate::tree::Tree::solve).
///
/// ```
/// use gyakusan_engine::{plan::Plan, sim::{Simulation, coverage}};
///
/// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
/// let trials = Simulation::new(&plan)?.run();
/// let multiples: Vec<_> = coverage(&plan, &trials)?.iter().map(|each| (each.multiple * 10.0).round()).collect();
/// // By luck alone: 3.93, 4.73 and 5.18.
/// assert_eq!(multiples, [39.0, 47.0, 52.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn coverage(plan: &Plan, trials: &Trials) -> Result<Vec<Coverage>, TreeError> {
    let solution = Solution::of(plan)?;
    let simulation = Simulation::of_state(&State::from(&solution));
    let of = |confidence| match required_volume(&simulation, trials, confidence)? {
        VolumeAnswer::Reached(volume) => {
            let multiple = solution.coverage(volume.multiplier)?;
            Some(Coverage { confidence, multiple })
        }
        VolumeAnswer::Unreachable { .. } => None,
    };
    Ok([0.5, 0.8, 0.9].into_iter().filter_map(of).collect())
}
