//! One channel's prospects: how many enter each month, and when they arrive in later stages.

use super::{FlowError, Rates, Transit, Transits, reach, volume};
use crate::plan::{Channel, Id, Plan};

/// One channel's way through the funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Inflow {
    /// The place of the channel in the plan.
    pub channel: usize,
    /// The place of the stage its prospects enter.
    pub enters: usize,
    /// The place of the stage whose arrivals are counted and paid for.
    pub counted_at: usize,
    /// Expected entries by month, as the plan has them: before any multiplier.
    pub monthly_entries: Vec<f64>,
    /// Spend by month, as the plan has it; `None` where the channel has no cost.
    pub monthly_spend: Option<Vec<f64>>,
    /// Whether solving leaves it alone.
    pub fixed: bool,
    /// Which of [`Flow::rates`](super::Flow::rates) applies to each step after `enters`, in order.
    pub steps: Vec<usize>,
    /// When those that enter in one month arrive, by stage from `enters` on.
    pub transit: Transit,
}

impl Inflow {
    pub(super) fn new(
        plan: &Plan,
        index: usize,
        channel: &Channel,
        rates: &mut Rates,
        transits: &mut Transits,
    ) -> Result<Self, FlowError> {
        let place =
            |id: &Id| plan.stage_index(id).unwrap_or_else(|| unreachable!("a plan has no dangling id"));
        let (enters, counted_at) = (place(&channel.enters), place(&channel.counted_at));
        let steps = rates.steps_after(plan, enters, &channel.rates, channel.id.as_str());
        let counted_steps = &steps[..counted_at - enters];
        let counted_share: f64 = counted_steps.iter().map(|&rate| rates.list[rate].rate.mean.get()).product();
        if counted_share == 0.0 {
            let (channel, stage) = (channel.id.clone(), channel.counted_at.clone());
            return Err(FlowError::CountedBeyondZeroRate { channel, stage });
        }
        let counted = volume::by_month(plan, channel);
        let cost = channel.volume.cost_per_entry();
        Ok(Self {
            channel: index,
            enters,
            counted_at,
            monthly_entries: counted.iter().map(|count| count / counted_share).collect(),
            monthly_spend: cost.map(|cost| counted.iter().map(|count| count * cost).collect()),
            fixed: channel.fixed,
            steps,
            transit: transits.from(plan, enters)[0].clone(),
        })
    }

    /// Expected arrivals in each month in the stage `offset` stages after entry, if every prospect passes every step.
    pub fn arrivals_if_all_pass(&self, offset: usize) -> Vec<f64> {
        self.transit.arrivals(offset, &self.monthly_entries)
    }

    /// The share of the entries that reaches each stage from entry on, at the given rates.
    pub fn reach(&self, rates: &[f64]) -> Vec<f64> {
        reach(&self.steps, rates)
    }
}
