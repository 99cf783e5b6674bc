//! The opening pipeline: prospects that stand in the funnel when the period starts, or when what is left of it does.

use super::{Rates, Transit, Transits, reach};
use crate::plan::{ById, Plan};

/// Prospects that stand in one stage at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The place of the stage they stand in.
    pub stage: usize,
    /// How many they are.
    pub count: u32,
    /// The share F of those who will pass the next step that would have done so before, 0 to 1: 0 for the plan's own pipeline,
    /// which is taken as fresh. Who has not passed by then passes with p(1−F)/(1−pF) instead of p.
    pub passed_before: f64,
    /// Tells apart those who stand in the same stage; empty for the plan's own pipeline.
    pub name: String,
    /// Which of [`Flow::rates`](super::Flow::rates) applies to each step after `stage`, in order: the plan's.
    pub steps: Vec<usize>,
    /// When they arrive, by stage from their own on.
    pub transit: Transit,
}

impl Opening {
    /// Those that stand in the stage at this place; `None` where nobody does.
    pub(super) fn new(plan: &Plan, stage: usize, rates: &mut Rates, transits: &mut Transits) -> Option<Self> {
        let count = plan.pipeline.get(&plan.stages[stage].id).copied().filter(|count| *count > 0)?;
        Some(Self {
            stage,
            count,
            passed_before: 0.0,
            name: String::new(),
            steps: rates.steps_after(plan, stage, &ById::new(), ""),
            transit: transits.from(plan, stage)[1].clone(),
        })
    }

    /// Expected arrivals in each month in the stage `offset` stages after their own, if everybody passes every step.
    ///
    /// Nobody arrives in the stage they stand in.
    pub fn arrivals_if_all_pass(&self, offset: usize) -> Vec<f64> {
        let share_of = if offset == 0 { 0.0 } else { f64::from(self.count) };
        self.transit.by_month(offset).map(|share| share_of * share).collect()
    }

    /// The share that reaches each stage from their own on, at the given rates.
    pub fn reach(&self, rates: &[f64]) -> Vec<f64> {
        let mut shares = reach(&self.steps, rates);
        if let Some(first) = self.steps.first().map(|&step| rates[step]).filter(|first| *first > 0.0) {
            let waiting = rate_of_waiting(first, self.passed_before);
            shares[1..].iter_mut().for_each(|share| *share *= waiting / first);
        }
        shares
    }
}

/// The rate at which those still pass who have not done so yet, `passed_before` being the share of the passes that would
/// have happened: the chance that a prospect is one who passes, given that it has not passed.
///
/// ```
/// use gyakusan_engine::flow::rate_of_waiting;
/// assert_eq!(rate_of_waiting(0.25, 0.0), 0.25);
/// assert_eq!(rate_of_waiting(0.5, 0.5), 1.0 / 3.0);
/// assert_eq!(rate_of_waiting(1.0, 1.0), 0.0);
/// ```
pub fn rate_of_waiting(rate: f64, passed_before: f64) -> f64 {
    let (will_pass, open) = (rate * (1.0 - passed_before), 1.0 - rate * passed_before);
    if open > 0.0 { will_pass / open } else { 0.0 }
}
