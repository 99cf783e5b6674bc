//! The answers about a plan, and the numbers they are sent as.

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{Histogram, Odds, Simulation, Trials, VolumeAnswer, required_volume};
use gyakusan_engine::tree::Tree;

/// Numbers before the dots and the counts of the bins, which fill the rest.
const SINGLE: usize = 21;
/// Tells a volume from its absence.
const REACHED: f64 = 1.0;
const UNREACHABLE: f64 = 0.0;

/// The answers shown on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How likely the target is.
    pub odds: Odds,
    /// The volume at the plan's confidence.
    pub required: Required,
    /// How the goal is spread.
    pub histogram: Histogram,
}

/// The volume at the plan's confidence, in the figures that are shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Required {
    /// The volume.
    Reached {
        /// The confidence.
        confidence: f64,
        /// Expected arrivals in the first stage.
        arrivals: f64,
        /// Spend a month.
        monthly_budget: f64,
    },
    /// No volume gives the confidence.
    Unreachable {
        /// The confidence.
        confidence: f64,
        /// The probability at a thousand times the volume.
        probability: f64,
    },
}

impl Summary {
    /// The answers about a plan from some of its trials; `None` without any.
    pub fn of(plan: &Plan, simulation: &Simulation, trials: &Trials) -> Option<Self> {
        let confidence = plan.simulation.confidence.get();
        let required = match required_volume(simulation, trials, confidence)? {
            VolumeAnswer::Reached(volume) => {
                let tree = Tree::at_multiplier(plan, volume.multiplier).ok()?;
                Required::Reached {
                    confidence,
                    arrivals: tree.stages[0].expected,
                    monthly_budget: tree.period_budget / plan.months() as f64,
                }
            }
            VolumeAnswer::Unreachable { probability, .. } => {
                Required::Unreachable { confidence, probability }
            }
        };
        Some(Self {
            odds: Odds::of(trials, simulation.target())?,
            required,
            histogram: Histogram::of(trials, simulation.target())?,
        })
    }
    /// The answers as numbers, the way they come from a worker.
    pub fn to_numbers(&self) -> Vec<f64> {
        let Self { odds, required, histogram } = self;
        let (reached, confidence, figures) = match *required {
            Required::Reached { confidence, arrivals, monthly_budget } => {
                (REACHED, confidence, [arrivals, monthly_budget])
            }
            Required::Unreachable { confidence, probability } => {
                (UNREACHABLE, confidence, [probability, 0.0])
            }
        };
        let single: [f64; SINGLE] = [
            odds.trials as f64,
            odds.probability,
            odds.standard_error,
            odds.mean,
            odds.sd,
            odds.p05,
            odds.p10,
            odds.p25,
            odds.p50,
            odds.p75,
            odds.p90,
            odds.p95,
            odds.shortfall_if_missed.unwrap_or(f64::NAN),
            reached,
            confidence,
            figures[0],
            figures[1],
            histogram.width,
            f64::from(histogram.above),
            histogram.target_bin as f64,
            odds.dots.len() as f64,
        ];
        let mut numbers = single.to_vec();
        numbers.extend_from_slice(&odds.dots);
        numbers.extend(histogram.counts.iter().copied().map(f64::from));
        numbers
    }

    /// Reads what [`Summary::to_numbers`] wrote; `None` for numbers that are too few.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (single, lists) = numbers.split_first_chunk::<SINGLE>()?;
        let [
            trials,
            probability,
            standard_error,
            mean,
            sd,
            p05,
            p10,
            p25,
            p50,
            p75,
            p90,
            p95,
            shortfall,
            reached,
            confidence,
            first,
            second,
            width,
            above,
            target_bin,
            dot_count,
        ] = *single;
        let (dots, counts) = lists.split_at_checked(dot_count as usize)?;
        let odds = Odds {
            trials: trials as usize,
            probability,
            standard_error,
            mean,
            sd,
            p05,
            p10,
            p25,
            p50,
            p75,
            p90,
            p95,
            shortfall_if_missed: (!shortfall.is_nan()).then_some(shortfall),
            dots: dots.to_vec(),
        };
        let required = if reached > UNREACHABLE {
            Required::Reached { confidence, arrivals: first, monthly_budget: second }
        } else {
            Required::Unreachable { confidence, probability: first }
        };
        let counts = counts.iter().map(|count| *count as u32).collect();
        let histogram = Histogram { width, counts, above: above as u32, target_bin: target_bin as usize };
        Some(Self { odds, required, histogram })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary() -> Summary {
        let plan = Plan::from_json(include_str!("../../engine/plans/default.json")).expect("a plan");
        let plan = plan.edit(|document| document.simulation.trials = 1000).expect("a plan");
        let simulation = Simulation::new(&plan).expect("a simulation");
        Summary::of(&plan, &simulation, &simulation.run()).expect("answers")
    }

    #[test]
    fn answers_survive_the_way_through_numbers() {
        let reached = summary();
        assert!(matches!(reached.required, Required::Reached { .. }));
        let mut unreachable = reached.clone();
        unreachable.required = Required::Unreachable { confidence: 0.8, probability: 0.25 };
        unreachable.odds.shortfall_if_missed = None;
        unreachable.histogram.counts = vec![u32::MAX, 0];
        for summary in [reached, unreachable] {
            assert_eq!(Summary::from_numbers(&summary.to_numbers()), Some(summary));
        }
    }

    #[test]
    fn too_few_numbers_are_no_answers() {
        let numbers = summary().to_numbers();
        for count in 0..SINGLE + 20 {
            assert_eq!(Summary::from_numbers(&numbers[..count]), None, "{count}");
        }
    }
}
