//! Two scenarios on the same luck: what differs between them, trial by trial.

use serde::Serialize;

use super::{Simulation, Trials};
use crate::tree;

/// Bits in a word.
const WORD: usize = 64;

/// Which trials reached the target: a bit for each, so that many trials of several scenarios can be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    trials: usize,
    /// The first trial is the lowest bit of the first word; bits past the last trial are 0.
    words: Vec<u64>,
}

impl Hits {
    /// The hits among the goals of trials in their order.
    ///
    /// ```
    /// use gyakusan_engine::sim::Hits;
    ///
    /// let hits = Hits::of(&[90.0, 100.0, 110.0], 100.0);
    /// assert_eq!((hits.trials(), hits.count()), (3, 2));
    /// ```
    pub fn of(goals: &[f64], target: f64) -> Self {
        let mut words = vec![0; goals.len().div_ceil(WORD)];
        for (trial, goal) in goals.iter().enumerate() {
            words[trial / WORD] |= u64::from(tree::reaches(*goal, target)) << (trial % WORD);
        }
        Self { trials: goals.len(), words }
    }

    /// The number of trials.
    pub fn trials(&self) -> usize {
        self.trials
    }

    /// The number of those that reached the target.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }
}

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
        let hits =
            |(simulation, trials): (&Simulation, &Trials)| Hits::of(&trials.goals, simulation.target());
        let pairs = first.1.goals.iter().zip(&second.1.goals);
        let difference: f64 = pairs.map(|(a, b)| b - a).sum();
        let compared = Self::of_hits((&hits(first), 0.0), (&hits(second), 0.0))?;
        Some(Self { mean: difference / compared.trials as f64, ..compared })
    }

    /// Compares the trials that both have by their hits alone, given the mean goal of each scenario; `None` where there are
    /// no trials.
    pub fn of_hits(first: (&Hits, f64), second: (&Hits, f64)) -> Option<Self> {
        let trials = first.0.trials.min(second.0.trials);
        let (mut gained, mut lost) = (0_u32, 0_u32);
        for (place, (a, b)) in first.0.words.iter().zip(&second.0.words).enumerate() {
            // One of them may have more trials in the last word.
            let left = trials.saturating_sub(place * WORD).min(WORD) as u32;
            let both = u64::MAX.checked_shr(WORD as u32 - left).unwrap_or(0);
            gained += (b & !a & both).count_ones();
            lost += (a & !b & both).count_ones();
        }
        if trials == 0 {
            return None;
        }
        let count = trials as f64;
        let probability = (f64::from(gained) - f64::from(lost)) / count;
        // A difference is 1, −1 or 0, so its square is 1 wherever the two scenarios part.
        let squares = f64::from(gained) + f64::from(lost) - count * probability * probability;
        let standard_error = squares.max(0.0).sqrt() / count;
        Some(Self { trials, probability, standard_error, mean: second.1 - first.1 })
    }
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Hits};

    /// Trials 0 to 69 of two scenarios, worked out by hand: 10 only the first reaches, 30 only the second.
    #[test]
    fn a_comparison_is_that_of_the_differences() {
        let goals = |reached: fn(usize) -> bool| -> Vec<f64> {
            (0..70).map(|trial| if reached(trial) { 2.0 } else { 0.0 }).collect()
        };
        let first = Hits::of(&goals(|trial| trial < 20), 1.0);
        let second = Hits::of(&goals(|trial| (10..50).contains(&trial)), 2.0);
        assert_eq!((first.count(), second.count()), (20, 40));
        let found = Comparison::of_hits((&first, 5.0), (&second, 8.0)).expect("trials");
        assert_eq!((found.trials, found.mean), (70, 3.0));
        // (30 − 10) ÷ 70, and √(40 − 70 × (2/7)²) ÷ 70.
        assert!((found.probability - 20.0 / 70.0).abs() < 1e-15, "{found:?}");
        let error = (40.0_f64 - 40.0 / 7.0).sqrt() / 70.0;
        assert!((found.standard_error - error).abs() < 1e-15, "{found:?}");
    }

    #[test]
    fn only_trials_that_both_have_are_compared() {
        let first = Hits::of(&[1.0; 100], 1.0);
        let second = Hits::of(&[0.0; 65], 1.0);
        for (a, b, difference) in [(&first, &second, -1.0), (&second, &first, 1.0)] {
            let found = Comparison::of_hits((a, 0.0), (b, 0.0)).expect("trials");
            assert_eq!((found.trials, found.probability, found.standard_error), (65, difference, 0.0));
        }
        assert_eq!(Comparison::of_hits((&first, 0.0), (&Hits::default(), 0.0)), None);
    }
}
