//! The rates that channels use, each once.

use crate::plan::{ById, Plan, UncertainRate};

/// A rate that some channel uses, named by its source: `rate:won`, or `rate:won@ads` for a channel's own.
#[derive(Debug, Clone, PartialEq)]
pub struct RateParameter {
    /// The source's name in reports.
    pub source: String,
    /// Its mean and how well it is known.
    pub rate: UncertainRate,
}

/// The rates used so far; at most one for each stage and channel, so that they are searched one by one.
#[derive(Default)]
pub(super) struct Rates {
    pub(super) list: Vec<RateParameter>,
}

impl Rates {
    /// The places in the list of the rates of all steps after a stage: own ones, named with `owner`, before the plan's.
    pub(super) fn steps_after(
        &mut self,
        plan: &Plan,
        stage: usize,
        own: &ById<UncertainRate>,
        owner: &str,
    ) -> Vec<usize> {
        let stages = plan.stages[stage + 1..].iter();
        let steps = stages.filter_map(|stage| match own.get(&stage.id) {
            Some(own) => Some(self.place(format!("rate:{}@{owner}", stage.id), *own)),
            None => stage.step.map(|step| self.place(format!("rate:{}", stage.id), step.rate)),
        });
        steps.collect()
    }

    fn place(&mut self, source: String, rate: UncertainRate) -> usize {
        let known = self.list.iter().position(|parameter| parameter.source == source);
        known.unwrap_or_else(|| {
            self.list.push(RateParameter { source, rate });
            self.list.len() - 1
        })
    }
}
