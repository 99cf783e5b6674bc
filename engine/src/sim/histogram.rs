//! The spread of the goal in equal bins, with the target on the edge of one.

use super::Trials;
use crate::math::sorted;
use crate::tree;

/// About this many bins cover the outcomes.
const BINS: f64 = 40.0;
/// The share of outcomes that lies above the last bin, so that a few extreme ones do not flatten the picture.
const TAIL: f64 = 0.005;

/// Counts of outcomes in equal bins from 0 upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    /// The width of a bin: bin i holds outcomes from i·width up to, not including, (i + 1)·width.
    pub width: f64,
    /// Outcomes in each bin.
    pub counts: Vec<u32>,
    /// Outcomes above the last bin.
    pub above: u32,
    /// The number of the first bin whose outcomes reach the target; it may lie beyond the last bin.
    pub target_bin: usize,
}

impl Histogram {
    /// The spread of the goal; `None` without any trial.
    pub fn of(trials: &Trials, target: f64) -> Option<Self> {
        let sorted = sorted(&trials.goals);
        let largest = super::odds::quantile_or(&sorted, 1.0 - TAIL)?;
        let (width, target_bin) = bins(largest, target);
        let bin_count = (bin(largest, width) + 1).max(1);
        let mut counts = vec![0; bin_count];
        let mut above = 0;
        for goal in &trials.goals {
            match counts.get_mut(bin(*goal, width)) {
                Some(count) => *count += 1,
                None => above += 1,
            }
        }
        Some(Self { width, counts, above, target_bin })
    }
}

/// The bin of an outcome. Outcomes that reach an edge up to the same rounding as a target belong above it.
fn bin(goal: f64, width: f64) -> usize {
    let place = (goal / width).floor();
    let next = (place + 1.0) * width;
    if tree::reaches(goal, next) { place as usize + 1 } else { place as usize }
}

/// A width that divides the target, and the number of the bin that starts there.
fn bins(largest: f64, target: f64) -> (f64, usize) {
    const PARTS: [usize; 10] = [1, 2, 4, 5, 10, 20, 25, 40, 50, 100];
    let span = largest.max(target * 1.25);
    if target <= 0.0 || span > target * BINS {
        // Next to such outcomes the target is a sliver at the left edge: bins follow the outcomes alone.
        let width = if largest > 0.0 { largest / BINS } else { 1.0 };
        return (width, usize::from(target > 0.0));
    }
    let wanted = BINS * target / span;
    let parts =
        PARTS.into_iter().min_by(|a, b| (*a as f64 - wanted).abs().total_cmp(&(*b as f64 - wanted).abs()));
    let parts = parts.unwrap_or(1);
    (target / parts as f64, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn histogram(goals: &[f64], target: f64) -> Histogram {
        let trials = Trials { goals: goals.to_vec(), ..Trials::default() };
        Histogram::of(&trials, target).expect("some trials")
    }

    #[test]
    fn every_outcome_is_counted_once() {
        let goals: Vec<f64> = (0..1000).map(|n| f64::from(n * n)).collect();
        let found = histogram(&goals, 300_000.0);
        assert_eq!(found.counts.iter().sum::<u32>() + found.above, 1000);
        assert!(found.above <= 5, "{}", found.above);
    }

    #[test]
    fn outcomes_on_the_target_stand_in_the_bin_that_reaches_it() {
        let found = histogram(&[99_999_999.999_999_99, 95_000_000.0, 1e8, 1.5e8], 1e8);
        let reached: u32 = found.counts[found.target_bin..].iter().sum::<u32>() + found.above;
        assert_eq!(reached, 3);
    }

    #[test]
    fn nothing_and_tiny_targets_have_a_picture_too() {
        assert_eq!(histogram(&[0.0, 0.0], 1e8).counts.iter().sum::<u32>(), 2);
        assert_eq!(histogram(&[5.0, 7.0], 0.0).target_bin, 0);
        assert!(histogram(&[1e9, 2e9], 1.0).counts.len() <= 42);
    }
}
