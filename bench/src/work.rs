//! The work itself, in two steps: what has to be there before the clock starts, and what is measured.

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{
    Odds, Simulation, Trials, VolumeAnswer, curve, levers, measuring, required_volume, variance_shares,
};
use gyakusan_engine::tree::TreeError;

use crate::plans::plan;
use crate::request::{Answer, Request, Work};

/// Performs requests; keeps the trials of the last plan, since several answers rest on the same ones.
#[derive(Debug, Default)]
pub struct Bench {
    ready: Option<(Work, Plan)>,
    trials: Option<(Plan, Trials)>,
}

impl Bench {
    /// Makes a request ready to be run.
    ///
    /// # Errors
    /// A sentence where the line is no request.
    pub fn prepare(&mut self, line: &str) -> Result<(), String> {
        let request = Request::parse(line)?;
        let plan = plan(&request.plan, request.changes)?;
        if matches!(request.work, Work::Answer(_))
            && self.trials.as_ref().is_none_or(|(known, _)| *known != plan)
        {
            let trials = Simulation::new(&plan).map_err(|error| error.to_string())?.run();
            self.trials = Some((plan.clone(), trials));
        }
        self.ready = Some((request.work, plan));
        Ok(())
    }

    /// Runs what is ready. Its preparation by the engine is part of it; gives a number that rests on all that was done,
    /// NaN where nothing is ready.
    pub fn run(&self) -> f64 {
        let Some((work, plan)) = &self.ready else { return f64::NAN };
        let nothing = Trials::default();
        let trials = self.trials.as_ref().map_or(&nothing, |(_, trials)| trials);
        let result = match work {
            Work::Details => details(plan),
            Work::Goals => goals(plan),
            Work::Chunks => chunks(plan),
            Work::Yardstick => Ok(yardstick(plan.simulation.trials)),
            Work::Memory => memory(plan),
            Work::Answer(question) => answer(*question, plan, trials),
        };
        result.unwrap_or(f64::NAN)
    }
}

/// What the peer delivers too: it knows no thresholds.
fn details(plan: &Plan) -> Result<f64, TreeError> {
    let trials = Simulation::new(plan)?.without_thresholds().run();
    let lists = trials.stages.iter().chain(&trials.months);
    Ok(mean(&trials.goals) + lists.map(|list| mean(list)).sum::<f64>())
}

fn goals(plan: &Plan) -> Result<f64, TreeError> {
    let simulation = Simulation::new(plan)?;
    Ok(simulation.probability_of(simulation.trial_count()))
}

fn chunks(plan: &Plan) -> Result<f64, TreeError> {
    let simulation = Simulation::new(plan)?.without_details();
    let chunks = (0..simulation.chunk_count()).map(|index| simulation.chunk(index));
    Ok(chunks.map(|chunk| mean(&chunk.goals) + chunk.multipliers.len() as f64).sum())
}

/// What trials are made of, whole numbers mixed and fractions multiplied, divided and rooted, and nothing of the engine: as long
/// as nobody changes it, what takes longer beside it has become slower.
fn yardstick(trials: u32) -> f64 {
    let (mut state, mut sum) = (1_u64, 1.0_f64);
    for _ in 0..40 * u64::from(trials) {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = (state ^ (state >> 31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let fraction = (mixed >> 11) as f64 / 9_007_199_254_740_992.0;
        sum = sum * 0.5 + (1.0 + fraction).sqrt() / (0.5 + fraction);
    }
    sum
}

fn memory(plan: &Plan) -> Result<f64, TreeError> {
    let simulation = Simulation::new(plan)?;
    let trials = simulation.run();
    let odds = Odds::of(&trials, simulation.target()).map_or(f64::NAN, |odds| odds.probability);
    Ok(odds + volume(&simulation, &trials, plan))
}

fn answer(question: Answer, plan: &Plan, trials: &Trials) -> Result<f64, TreeError> {
    let confidence = plan.simulation.confidence.get();
    Ok(match question {
        Answer::Odds => Odds::of(trials, plan.goal.target.get()).map_or(f64::NAN, |odds| odds.probability),
        Answer::Volume => volume(&Simulation::new(plan)?, trials, plan),
        Answer::Curve => curve(&Simulation::new(plan)?, trials).iter().map(|point| point.probability).sum(),
        Answer::Shares => {
            let shares = variance_shares(plan)?;
            shares.iter().map(|share| share.share * share.share).sum()
        }
        Answer::Measuring => {
            let sources = measuring(plan, confidence)?;
            sources.iter().map(|source| source.entries_saved_if_known).sum()
        }
        Answer::Levers => levers(plan, trials, confidence)?.iter().map(|answer| answer.to).sum(),
    })
}

fn volume(simulation: &Simulation, trials: &Trials, plan: &Plan) -> f64 {
    match required_volume(simulation, trials, plan.simulation.confidence.get()) {
        Some(VolumeAnswer::Reached(volume)) => volume.multiplier,
        Some(VolumeAnswer::Unreachable { probability, .. }) => probability,
        None => f64::NAN,
    }
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_comes_to_a_number() {
        let mut bench = Bench::default();
        let works = "details goals chunks yardstick memory odds volume curve shares measuring levers"
            .split_whitespace();
        for work in works {
            bench.prepare(&format!("{work} bench trials=1000")).expect("a request");
            assert!(bench.run().is_finite(), "{work}");
        }
    }

    #[test]
    fn nothing_is_measured_before_a_request() {
        assert!(Bench::default().run().is_nan());
        assert!(Bench::default().prepare("details nothing").is_err());
    }
}
