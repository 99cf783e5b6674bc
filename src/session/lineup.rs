//! The lineup: scenarios made comparable with the plan, and what their simulations brought.
//!
//! Every scenario runs with the plan's own seed and trials, so that what the two have in common has the same luck. What came
//! back is kept with the plan that was run, so that typing into the current plan lets no scenario run again.

use gyakusan_engine::plan::{Plan, SimulationSettings};
use gyakusan_engine::sim::Hits;

use super::{Job, News, Session, Summary};

/// The simulations of scenarios are named from here on, far beyond those of plans; both are whole numbers of a double.
const FIRST_NAME: u64 = 1 << 40;

/// Scenarios as they are simulated.
#[derive(Debug, Clone, Default)]
pub(super) struct Lineup {
    runs: Vec<Run>,
    /// Counts the simulations.
    named: u64,
}

/// One scenario with the plan's settings.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// Names its simulation.
    revision: u64,
    plan: Plan,
    /// The last odds; of other settings until there are some.
    pub(super) summary: Option<Box<Summary>>,
    /// Which of their trials reached the target.
    pub(super) hits: Hits,
    /// Whether the odds rest on all trials.
    pub(super) is_done: bool,
}

impl Lineup {
    /// Takes in what a simulation brought; whether this is to be seen.
    pub(super) fn receive(&mut self, revision: u64, news: Option<News>) -> bool {
        let Some(News::Summary(summary, hits)) = news else { return false };
        let Some(run) = self.runs.iter_mut().find(|run| run.revision == revision) else { return false };
        run.is_done = summary.odds.trials >= run.plan.simulation.trials as usize;
        (run.summary, run.hits) = (Some(summary), hits);
        true
    }

    /// Lines these plans up; what was run of them already stays.
    fn set(&mut self, plans: Vec<Plan>) {
        let mut old = std::mem::take(&mut self.runs);
        for plan in plans {
            if self.runs.iter().any(|run| run.plan == plan) {
                continue;
            }
            let known = old.iter().position(|run| run.plan == plan);
            let run = if let Some(place) = known {
                old.swap_remove(place)
            } else {
                self.named += 1;
                let revision = FIRST_NAME + self.named;
                let before = old.iter().find(|run| is_same(&run.plan, &plan));
                let (summary, hits) =
                    before.map(|run| (run.summary.clone(), run.hits.clone())).unwrap_or_default();
                Run { revision, plan, summary, hits, is_done: false }
            };
            self.runs.push(run);
        }
    }

    /// What there is of a plan, and whether that is all.
    pub(super) fn of(&self, plan: &Plan) -> Option<(&Run, bool)> {
        let exact = self.runs.iter().find(|run| run.plan == *plan).map(|run| (run, run.is_done));
        exact.or_else(|| self.runs.iter().find(|run| is_same(&run.plan, plan)).map(|run| (run, false)))
    }
}

/// A plan with other settings of the simulation.
pub(super) fn with_settings(plan: &Plan, settings: SimulationSettings) -> Plan {
    // Settings of a plan fit every plan.
    plan.edit(|document| document.simulation = settings).unwrap_or_else(|_| plan.clone())
}

/// Whether two plans are the same but for the settings of the simulation.
fn is_same(a: &Plan, b: &Plan) -> bool {
    with_settings(a, b.simulation) == *b
}

impl Session {
    /// A scenario's plan as it is compared: with the seed, the trials and the confidence of the current plan.
    pub(super) fn compared(&self, place: usize) -> Plan {
        with_settings(&self.scenarios[place].document.plan, self.plan.simulation)
    }

    /// The simulation of the next scenario that has not been run with the plan's settings; `None` once all have.
    pub fn scenario_job(&mut self) -> Option<Job> {
        let plans = (0..self.scenarios.len()).map(|place| self.compared(place)).collect();
        self.lineup.set(plans);
        let run = self.lineup.runs.iter().find(|run| !run.is_done)?;
        Some(Job::new(run.revision, &run.plan))
    }

    /// Whether the simulation with this name is one of a scenario with the plan's settings.
    pub fn compares_with(&self, revision: u64) -> bool {
        let runs = &self.lineup.runs;
        runs.iter().any(|run| run.revision == revision && run.plan.simulation == self.plan.simulation)
    }
}
