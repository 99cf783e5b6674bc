//! Two scenarios on the same luck: what differs between them, trial by trial.

use serde::Serialize;

use super::{Simulation, Trials};
use crate::tree;

/// By how much one scenario is more likely than another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Comparison {
    /// The number of trials that both have.
    pub trials: usize,
    /// Probability of the second scenario's target less that of the first's.
    pub probability: f64,
    /// Standard error of `probability`. It is that of the trials' differences, which is far below that of two
    /// independent runs, since identical parts of two plans have identical luck.
    pub standard_error: f64,
    /// Mean goal of the second scenario less that of the first.
    pub mean: f64,
}

impl Comparison {
    /// Compares trials of two simulations with the same seed; `None` where there are none.
    ///
    /// ```
    /// use gyakusan_engine::plan::Plan;
    /// use gyakusan_engine::sim::{Comparison, Simulation};
    ///
    /// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
    /// let simulation = Simulation::new(&plan)?;
    /// let trials = simulation.run();
    /// let nothing = Comparison::of((&simulation, &trials), (&simulation, &trials)).expect("trials");
    /// assert_eq!((nothing.probability, nothing.standard_error, nothing.mean), (0.0, 0.0, 0.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(first: (&Simulation, &Trials), second: (&Simulation, &Trials)) -> Option<Self> {
        let hit = |simulation: &Simulation, goal: f64| f64::from(tree::reaches(goal, simulation.target()));
        let pairs = first.1.goals.iter().zip(&second.1.goals);
        let differences: Vec<_> = pairs.map(|(a, b)| (hit(second.0, *b) - hit(first.0, *a), b - a)).collect();
        if differences.is_empty() {
            return None;
        }
        let count = differences.len() as f64;
        let probability = differences.iter().map(|(hit, _)| hit).sum::<f64>() / count;
        let squares =
            differences.iter().map(|(hit, _)| (hit - probability) * (hit - probability)).sum::<f64>();
        let mean = differences.iter().map(|(_, goal)| goal).sum::<f64>() / count;
        Some(Self { trials: differences.len(), probability, standard_error: squares.sqrt() / count, mean })
    }
}
