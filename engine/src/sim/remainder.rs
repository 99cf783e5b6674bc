//! What is left of a period: the rest of its months, with parameters as they have been learned.

use super::Simulation;
use super::moved::State;
use super::variance::Place;
use crate::flow::Flow;
use crate::plan::Plan;

/// The months to come, made ready to run.
pub(crate) struct Remainder<'a> {
    /// The plan of the remaining months; its uncertain parameters are replaced by `laws` where they stand there.
    pub(crate) plan: Plan,
    /// Its flow: entries to come, and who stands in the funnel.
    pub(crate) flow: Flow,
    /// The multiplier of the entries to come, fixed channels excepted.
    pub(crate) multiplier: f64,
    /// Revenue from before, added to every trial's goal.
    pub(crate) so_far: f64,
    /// Parameters with laws of their own, by their quantile at Φ(z).
    pub(crate) laws: Vec<(Place, &'a dyn Fn(f64) -> f64)>,
}

impl Simulation {
    /// The simulation of the months to come.
    pub(crate) fn of_remainder(remainder: Remainder<'_>) -> Self {
        let Remainder { plan, flow, multiplier, so_far, laws } = remainder;
        let mut simulation = Self::of_state(&State { plan, flow, multiplier });
        simulation.model.so_far = so_far;
        for (place, quantile) in laws {
            simulation.model.laws.tabulate(place, quantile);
        }
        simulation
    }
}
