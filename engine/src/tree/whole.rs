//! The plan counted in whole people: nobody is half a lead.

use super::{Solution, TreeError, whole_units};
use crate::plan::Plan;

/// Arrivals in whole units each month: entries and every stage but the last are rounded down in each month, the wins once
/// on the period's sum. This view has no delays.
///
/// It is the arithmetic of articles: 500,000 a month at 8,000 each are 62 leads, 9 opportunities; 108 opportunities a year
/// make 27 deals. The exact figures are 62.5, 9.375, 112.5 and 28.125.
///
/// ```
/// use gyakusan_engine::plan::Plan;
/// use gyakusan_engine::tree::WholeUnits;
///
/// let plan = Plan::from_json(r#"{
///     "version": 1, "period": { "start": "2026-04" }, "goal": { "target": 100000000 }, "solve_for": "none",
///     "stages": [{ "id": "lead" }, { "id": "opportunity", "rate": { "mean": 0.15 } }, { "id": "won", "rate": { "mean": 0.25 } }],
///     "deal": { "kind": "one_off", "value": { "mean": 5000000 } },
///     "channels": [{ "id": "ads", "volume": { "monthly_budget": 500000, "cost_per_entry": 8000 } }]
/// }"#)?;
/// let whole = WholeUnits::of(&plan)?;
/// assert_eq!((whole.stages[0][0], whole.stages[1][0]), (62.0, 9.0));
/// assert_eq!((whole.total(1), whole.total(2)), (108.0, 27.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct WholeUnits {
    /// Whole arrivals by stage and month; a month's wins are what the month adds to the whole wins so far.
    pub stages: Vec<Vec<f64>>,
}

impl WholeUnits {
    /// Counts the plan with its solved quantity put in.
    ///
    /// # Errors
    /// As [`Tree::solve`](super::Tree::solve).
    pub fn of(plan: &Plan) -> Result<Self, TreeError> {
        let solution = Solution::of(plan)?;
        let flow = &solution.flow;
        let rates = flow.mean_rates();
        let mut stages = vec![vec![0.0; plan.months()]; flow.stage_count];
        for inflow in &flow.inflows {
            let multiplier = if inflow.fixed { 1.0 } else { solution.multiplier };
            for (month, entries) in inflow.monthly_entries.iter().enumerate() {
                let entered = whole_units(multiplier * entries);
                stages[inflow.enters][month] += entered;
                pass(&mut stages, month, inflow.enters, entered, &inflow.steps, &rates);
            }
        }
        for opening in &flow.openings {
            pass(&mut stages, 0, opening.stage, f64::from(opening.count), &opening.steps, &rates);
        }
        if let Some(won) = stages.last_mut() {
            round_the_sum(won);
        }
        Ok(Self { stages })
    }

    /// Whole arrivals of a stage in the period.
    pub fn total(&self, stage: usize) -> f64 {
        self.stages[stage].iter().sum()
    }
}

/// Passes whole people from a stage on, rounding down at every stage but the last.
fn pass(stages: &mut [Vec<f64>], month: usize, start: usize, count: f64, steps: &[usize], rates: &[f64]) {
    let mut count = count;
    for (offset, &step) in steps.iter().enumerate() {
        let last = offset + 1 == steps.len();
        count *= rates[step];
        if !last {
            count = whole_units(count);
        }
        stages[start + offset + 1][month] += count;
    }
}

/// Makes months whole so that they add up to the whole part of their sum.
fn round_the_sum(months: &mut [f64]) {
    let (mut sum, mut whole_before) = (0.0, 0.0);
    for month in months {
        sum += *month;
        let whole = whole_units(sum);
        *month = whole - whole_before;
        whole_before = whole;
    }
}
