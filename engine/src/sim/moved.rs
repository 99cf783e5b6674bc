//! A solved plan with one quantity moved and everything else as it stands, volumes included.

use super::Lever;
use crate::flow::{Flow, FlowError};
use crate::plan::{Money, Plan, PlanDocument, Rate};
use crate::tree::{Solution, quantity};

/// What a simulation runs: a solved plan, its flow and the multiplier of its volumes.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) plan: Plan,
    pub(super) flow: Flow,
    pub(super) multiplier: f64,
}

impl From<&Solution> for State {
    fn from(Solution { plan, flow, multiplier, .. }: &Solution) -> Self {
        Self { plan: plan.clone(), flow: flow.clone(), multiplier: *multiplier }
    }
}

impl State {
    /// This state with a lever moved by a factor, to a value.
    pub(super) fn moved(&self, lever: &Lever, factor: f64, value: f64) -> Result<Self, FlowError> {
        let mut moved = self.clone();
        match lever {
            Lever::Volume => moved.multiplier *= factor,
            Lever::ChannelVolume(id) => moved.scale_channels(|channel| channel.id == *id, factor),
            Lever::OwnRate { stage, channel } => {
                moved = self.with_plan(edited(&self.plan, |document| {
                    let channel = document.channels.iter_mut().find(|each| each.id == *channel);
                    let own = channel.and_then(|channel| channel.rates.get_mut(stage));
                    if let Some(own) = own {
                        own.mean = rate_of(value);
                    }
                }))?;
            }
            Lever::All => {
                moved = self.with_plan(edited(&self.plan, |document| scale_all(document, factor)))?;
                moved.multiplier *= factor;
            }
            Lever::Rate(_) | Lever::DealValue | Lever::Delay(_) | Lever::Churn => {
                let Some(quantity) = lever.quantity() else { return Ok(moved) };
                moved = self.with_plan(quantity::with_value(&self.plan, &quantity, value))?;
            }
        }
        Ok(moved)
    }

    /// This state with another form of its plan; the volumes stand.
    pub(super) fn with_plan(&self, plan: Plan) -> Result<Self, FlowError> {
        Ok(Self { flow: self.flow_of(&plan)?, plan, multiplier: self.multiplier })
    }

    /// The flow of another plan with the entries of this one.
    fn flow_of(&self, plan: &Plan) -> Result<Flow, FlowError> {
        let mut flow = Flow::new(plan)?;
        for (inflow, stands) in flow.inflows.iter_mut().zip(&self.flow.inflows) {
            inflow.monthly_entries.clone_from(&stands.monthly_entries);
            inflow.monthly_spend.clone_from(&stands.monthly_spend);
        }
        Ok(flow)
    }

    fn scale_channels(&mut self, is_moved: impl Fn(&crate::plan::Channel) -> bool, factor: f64) {
        for inflow in &mut self.flow.inflows {
            if is_moved(&self.plan.channels[inflow.channel]) {
                let spend = inflow.monthly_spend.iter_mut().flatten();
                inflow.monthly_entries.iter_mut().chain(spend).for_each(|number| *number *= factor);
            }
        }
    }
}

fn edited(plan: &Plan, change: impl FnOnce(&mut PlanDocument)) -> Plan {
    plan.edit(change).unwrap_or_else(|_| unreachable!("numbers in range keep a plan valid"))
}

fn scale_all(document: &mut PlanDocument, factor: f64) {
    for step in document.stages.iter_mut().filter_map(|stage| stage.step.as_mut()) {
        step.rate.mean = rate_of(step.rate.mean.get() * factor);
    }
    for rate in document.channels.iter_mut().flat_map(|channel| channel.rates.values_mut()) {
        rate.mean = rate_of(rate.mean.get() * factor);
    }
    let value = &mut document.deal.value.mean;
    *value = Money::new((value.get() * factor).min(Money::MAX)).unwrap_or(*value);
}

fn rate_of(value: f64) -> Rate {
    Rate::new(value.max(0.0).min(1.0)).unwrap_or(Rate::ZERO)
}
