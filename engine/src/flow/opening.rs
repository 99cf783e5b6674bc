//! The opening pipeline: prospects that stand in the funnel when the period starts.

use super::{Rates, Transit, Transits, reach};
use crate::plan::{ById, Plan};

/// Prospects that stand in one stage at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The place of the stage they stand in.
    pub stage: usize,
    /// How many they are.
    pub count: u32,
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
        reach(&self.steps, rates)
    }
}
