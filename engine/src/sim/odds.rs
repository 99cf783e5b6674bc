//! How likely the target is, and how the goal is spread.

use serde::Serialize;

use super::Trials;
use crate::math::sorted;
use crate::tree;

/// The spread of the goal over the trials of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Odds {
    /// The number of trials this rests on.
    pub trials: usize,
    /// The share of trials that reach the target.
    pub probability: f64,
    /// Standard error of `probability`: √(p(1−p)/N). It is 0 where no trial or every trial reached the target; the
    /// probability is then known to be within 3/N of 0 or 1.
    pub standard_error: f64,
    /// Mean of the goal.
    pub mean: f64,
    /// Standard deviation of the goal.
    pub sd: f64,
    /// 5 % of trials end at or below this.
    pub p05: f64,
    /// 10 % of trials end at or below this.
    pub p10: f64,
    /// 25 % of trials end at or below this.
    pub p25: f64,
    /// Half of all trials end at or below this.
    pub p50: f64,
    /// 75 % of trials end at or below this.
    pub p75: f64,
    /// 90 % of trials end at or below this.
    pub p90: f64,
    /// 95 % of trials end at or below this.
    pub p95: f64,
    /// Mean of what is missing, over the trials that miss the target; `None` where none does.
    pub shortfall_if_missed: Option<f64>,
    /// Twenty equally likely outcomes: the quantiles (k − ½)/20.
    pub dots: Vec<f64>,
}

impl Odds {
    /// The odds of a target; `None` without any trial.
    ///
    /// A quantile a is the ⌈aN⌉-th smallest goal.
    pub fn of(trials: &Trials, target: f64) -> Option<Self> {
        let goals = &trials.goals;
        if goals.is_empty() {
            return None;
        }
        let sorted = sorted(goals);
        let count = goals.len() as f64;
        let missed = sorted.partition_point(|goal| !tree::reaches(*goal, target));
        let probability = (goals.len() - missed) as f64 / count;
        let mean = goals.iter().sum::<f64>() / count;
        let variance = goals.iter().map(|goal| (goal - mean) * (goal - mean)).sum::<f64>() / count;
        let shortfall = sorted[..missed].iter().map(|goal| target - goal).sum::<f64>();
        Some(Self {
            trials: goals.len(),
            probability,
            standard_error: (probability * (1.0 - probability) / count).sqrt(),
            mean,
            sd: variance.sqrt(),
            p05: quantile(&sorted, 0.05),
            p10: quantile(&sorted, 0.10),
            p25: quantile(&sorted, 0.25),
            p50: quantile(&sorted, 0.50),
            p75: quantile(&sorted, 0.75),
            p90: quantile(&sorted, 0.90),
            p95: quantile(&sorted, 0.95),
            shortfall_if_missed: (missed > 0).then(|| shortfall / missed as f64),
            dots: (0..20).map(|k| quantile(&sorted, (f64::from(k) + 0.5) / 20.0)).collect(),
        })
    }
}

/// The ⌈aN⌉-th smallest of N sorted numbers, N above 0 and 0 < a ≤ 1.
pub(crate) fn quantile(sorted: &[f64], a: f64) -> f64 {
    sorted[place(sorted.len(), a)]
}

/// As [`quantile`]; `None` without any number.
pub(crate) fn quantile_or(sorted: &[f64], a: f64) -> Option<f64> {
    sorted.get(place(sorted.len().max(1), a)).copied()
}

/// The place of the ⌈aN⌉-th smallest of N, from 0.
///
/// An a such as 0.1 is no binary number, so that aN may land just above a whole number that is meant; a millionth of a
/// place is taken off before rounding up.
pub(crate) fn place(count: usize, a: f64) -> usize {
    let rank = (a * count as f64 - 1e-6).ceil().max(1.0) as usize;
    rank.min(count) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_is_the_ceiling_ranked_outcome() {
        let sorted: Vec<f64> = (1..=100).map(f64::from).collect();
        for (a, expected) in [(0.05, 5.0), (0.1, 10.0), (0.5, 50.0), (0.501, 51.0), (0.9, 90.0), (1.0, 100.0)]
        {
            assert!((quantile(&sorted, a) - expected).abs() < f64::EPSILON, "{a}");
        }
        assert!((quantile(&[7.0], 0.05) - 7.0).abs() < f64::EPSILON);
    }

    #[test]
    fn odds_of_four_outcomes_are_worked_out_by_hand() {
        let trials =
            Trials { goals: vec![4.0, 1.0, 3.0, 2.0], multipliers: vec![1.0; 4], ..Trials::default() };
        let odds = Odds::of(&trials, 3.0).expect("four trials");
        assert_eq!((odds.probability, odds.mean, odds.p50), (0.5, 2.5, 2.0));
        assert_eq!(odds.shortfall_if_missed, Some(1.5));
        assert!((odds.sd - 1.25_f64.sqrt()).abs() < 1e-12);
        assert!((odds.standard_error - 0.25).abs() < 1e-12);
    }

    #[test]
    fn no_trials_have_no_odds() {
        assert_eq!(Odds::of(&Trials::default(), 1.0), None);
    }
}
