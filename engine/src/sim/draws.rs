//! The trials themselves: what each drew, and what came of it.

use super::moved::State;
use super::parameters::Parameters;
use super::trial::{Outcome, Wanted};
use super::variance::Place;
use super::{CHUNK_TRIALS, Simulation};
use crate::plan::Plan;
use crate::tree::{Solution, TreeError};

/// A simulation whose trials are looked at one by one.
///
/// ```
/// use gyakusan_engine::{plan::Plan, sim::Draws};
///
/// let plan = Plan::from_json(include_str!("../../plans/default.json"))?;
/// let draws = Draws::new(&plan)?;
/// assert_eq!(draws.sources(), ["rate:opportunity", "rate:won", "deal_value"]);
/// let chunk = draws.chunk(0);
/// assert_eq!((chunk.goals.len(), chunk.parameters.len()), (1000, 3000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Draws {
    simulation: Simulation,
    sources: Vec<String>,
    places: Vec<Place>,
}

/// The trials of one chunk.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrawnChunk {
    /// The number of its first trial, from 0.
    pub first: u32,
    /// The goal of each trial: the same as in [`Chunk::goals`](super::Chunk::goals).
    pub goals: Vec<f64>,
    /// What each trial drew, one trial after the other, in the order of [`Draws::sources`]: rates, the monthly churn and yearly
    /// rates of expansions as fractions of 1, factors of volumes, the mean deal value or fee in the plan's currency.
    pub parameters: Vec<f64>,
}

impl Draws {
    /// Solves the plan and prepares its parameters.
    ///
    /// # Errors
    /// As [`Tree::solve`](crate::tree::Tree::solve).
    #[expect(
        clippy::inline_always,
        reason = "each part of the page that asks has its own copy, and none comes with all"
    )]
    #[inline(always)]
    pub fn new(plan: &Plan) -> Result<Self, TreeError> {
        let state = State::from(&Solution::of(plan)?);
        let simulation = Simulation::of_state(&state).without_details().without_thresholds();
        let (sources, places) = simulation.laws().uncertain(&state).into_iter().unzip();
        Ok(Self { simulation, sources, places })
    }

    /// The names of the parameters that differ from trial to trial: `rate:won`, `rate:won@ads`, `volume:ads`, `deal_value`, `churn`,
    /// `expansion:upsell`. What is known exactly is not drawn.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The simulation.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// Runs one chunk. A chunk past the last one is empty.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    pub fn chunk(&self, index: u32) -> DrawnChunk {
        let Simulation { trial_count, model, .. } = &self.simulation;
        let first = index.saturating_mul(CHUNK_TRIALS).min(*trial_count);
        let last = first.saturating_add(CHUNK_TRIALS).min(*trial_count);
        let mut chunk = DrawnChunk { first, ..DrawnChunk::default() };
        let mut outcome = Outcome::default();
        for trial in first..last {
            model.run(u64::from(trial), model.multiplier, Wanted::GOAL, &mut outcome);
            chunk.goals.push(outcome.goal);
            let parameters = &outcome.drawn.parameters;
            chunk.parameters.extend(self.places.iter().map(|place| value(parameters, *place)));
        }
        chunk
    }
}

#[inline]
fn value(parameters: &Parameters, place: Place) -> f64 {
    match place {
        Place::Rate(place) => parameters.rates[place],
        Place::Volume(place) => parameters.volumes[place],
        Place::Value => parameters.value,
        Place::Churn => parameters.churn,
        // Trials work with the monthly rate.
        Place::Expansion(place) => 12.0 * parameters.expansions[place],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Rate;

    const PLANS: [&str; 3] = [
        include_str!("../../plans/default.json"),
        include_str!("../../plans/everything.json"),
        include_str!("../../plans/bench-full.json"),
    ];

    #[test]
    fn the_goals_are_those_of_the_simulation() {
        for text in PLANS {
            let plan = Plan::from_json(text).expect("a plan");
            let plan = plan.edit(|document| document.simulation.trials = 2500).expect("a plan");
            let draws = Draws::new(&plan).expect("draws");
            let simulation = Simulation::new(&plan).expect("a simulation");
            for index in 0..4 {
                let bits = |goals: &[f64]| goals.iter().map(|goal| goal.to_bits()).collect::<Vec<_>>();
                let chunk = draws.chunk(index);
                assert_eq!(bits(&chunk.goals), bits(&simulation.chunk(index).goals));
                assert_eq!(chunk.parameters.len(), chunk.goals.len() * draws.sources().len());
            }
        }
    }

    /// Each parameter's mean over the trials is the plan's, within five of its standard errors.
    #[test]
    fn the_means_of_what_is_drawn_are_those_of_the_plan() {
        for text in PLANS {
            let plan = Plan::from_json(text).expect("a plan");
            let plan = plan.edit(|document| document.simulation.trials = 40_000).expect("a plan");
            let draws = Draws::new(&plan).expect("draws");
            let chunks: Vec<_> =
                (0..draws.simulation().chunk_count()).map(|index| draws.chunk(index)).collect();
            for (column, source) in draws.sources().iter().enumerate() {
                let drawn = chunks.iter().flat_map(|chunk| &chunk.parameters);
                let drawn: Vec<_> = drawn.skip(column).step_by(draws.sources().len()).copied().collect();
                let count = drawn.len() as f64;
                let mean = drawn.iter().sum::<f64>() / count;
                let variance = drawn.iter().map(|each| (each - mean) * (each - mean)).sum::<f64>() / count;
                let expected = mean_of(&plan, source);
                let distance = (mean - expected).abs() / (variance / count).sqrt();
                assert!(variance > 0.0 && distance < 5.0, "{source}: {mean} and not {expected}");
            }
        }
    }

    /// The mean of a parameter in the solved plan.
    fn mean_of(plan: &Plan, source: &str) -> f64 {
        let plan = Solution::of(plan).expect("a solution").plan;
        let (kind, id) = source.split_once(':').unwrap_or((source, ""));
        let (id, channel) = id.split_once('@').unwrap_or((id, ""));
        let customers = plan.customers.as_ref();
        match kind {
            "rate" if channel.is_empty() => {
                let stage = plan.stages.iter().find(|stage| stage.id.as_str() == id).expect("a stage");
                stage.step.expect("a step").rate.mean.get()
            }
            "rate" => {
                let channel =
                    plan.channels.iter().find(|each| each.id.as_str() == channel).expect("a channel");
                let own = channel.rates.iter().find(|(stage, _)| stage.as_str() == id).expect("an own rate");
                own.1.mean.get()
            }
            "volume" => 1.0,
            "deal_value" => plan.deal.value.mean.get(),
            "churn" => {
                customers.and_then(|all| all.monthly_churn).map_or(Rate::ZERO, |churn| churn.mean).get()
            }
            _ => {
                let all = &customers.expect("customers").expansions;
                all.iter().find(|each| each.id.as_str() == id).expect("an expansion").yearly_rate.mean.get()
            }
        }
    }
}
