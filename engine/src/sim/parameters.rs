//! All uncertain parameters of a plan, drawn together once a trial.

use super::parameter::{Market, Parameter};
use crate::flow::Flow;
use crate::plan::{Plan, Rate, UncertainRate};

/// How every parameter of a plan is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Laws {
    market: Market,
    rates: Vec<Parameter>,
    volumes: Vec<Parameter>,
    value: Parameter,
    churn: Parameter,
    expansions: Vec<Parameter>,
}

/// One value of every parameter.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parameters {
    /// In the order of [`Flow::rates`].
    pub(crate) rates: Vec<f64>,
    /// The factor of each channel's volume.
    pub(crate) volumes: Vec<f64>,
    /// The mean deal value or fee.
    pub(crate) value: f64,
    /// The monthly churn.
    pub(crate) churn: f64,
    /// The monthly rate of each expansion.
    pub(crate) expansions: Vec<f64>,
}

impl Laws {
    /// The parameters of a plan, each with streams of its own name.
    pub(crate) fn new(plan: &Plan, flow: &Flow) -> Self {
        let seed = plan.simulation.seed;
        let rates =
            flow.rates.iter().map(|parameter| Parameter::rate(seed, &parameter.source, parameter.rate));
        let volume = |channel: &crate::plan::Channel| {
            Parameter::factor(seed, &format!("volume:{}", channel.id), 1.0, channel.uncertainty)
        };
        let value = plan.deal.value;
        let customers = plan.customers.as_ref();
        let nobody = UncertainRate::exact(Rate::ZERO);
        let churn = customers.and_then(|customers| customers.monthly_churn).unwrap_or(nobody);
        let expansions = customers.map_or(&[][..], |customers| &customers.expansions);
        Self {
            market: Market::new(seed, plan.market_correlation.get()),
            rates: rates.collect(),
            volumes: plan.channels.iter().map(volume).collect(),
            value: Parameter::factor(seed, "deal_value", value.mean.get(), value.uncertainty),
            churn: Parameter::rate(seed, "churn", churn).against_the_market(),
            expansions: (expansions.iter())
                .map(|each| Parameter::rate(seed, &format!("expansion:{}", each.id), each.yearly_rate))
                .collect(),
        }
    }

    /// Draws the parameters of one trial into `parameters`.
    pub(crate) fn draw(&self, trial: u64, parameters: &mut Parameters) {
        let factor = self.market.draw(trial);
        let draw = |parameter: &Parameter| parameter.draw(trial, self.market, factor);
        let fill = |values: &mut Vec<f64>, laws: &[Parameter], scale: f64| {
            values.clear();
            values.extend(laws.iter().map(|law| scale * draw(law)));
        };
        fill(&mut parameters.rates, &self.rates, 1.0);
        fill(&mut parameters.volumes, &self.volumes, 1.0);
        fill(&mut parameters.expansions, &self.expansions, 1.0 / 12.0);
        parameters.value = draw(&self.value);
        parameters.churn = draw(&self.churn);
    }
}
