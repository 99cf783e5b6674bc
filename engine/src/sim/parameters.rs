//! All uncertain parameters of a plan, drawn together once a trial.

use super::moved::State;
use super::parameter::{Market, Parameter};
use super::variance::Place;
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

/// Trials whose parameters are drawn together. It divides a chunk.
const BLOCK: usize = 50;

/// The parameters of one trial after the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drawn {
    /// The first trial of the block.
    first: Option<u64>,
    /// The values of all parameters in each trial of the block.
    values: Vec<f64>,
    /// Those of the last trial.
    pub(crate) parameters: Parameters,
}

impl Laws {
    /// The parameters of a plan, each with streams of its own name; tables of those that are known already are taken over.
    pub(crate) fn new(plan: &Plan, flow: &Flow, known: Option<&Self>) -> Self {
        let seed = plan.simulation.seed;
        let known: Vec<_> = known.into_iter().flat_map(Self::beta_parameters).collect();
        let rate = |source: &str, rate| Parameter::rate(seed, source, rate, &known);
        let rates = flow.rates.iter().map(|parameter| rate(&parameter.source, parameter.rate));
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
            churn: rate("churn", churn).against_the_market(),
            expansions: (expansions.iter())
                .map(|each| rate(&format!("expansion:{}", each.id), each.yearly_rate))
                .collect(),
        }
    }

    /// Whether parameters move together.
    pub(crate) fn has_market(&self) -> bool {
        self.market.moves()
    }

    /// Every parameter at one market factor and one own number for all.
    pub(crate) fn all_at(&self, market: f64, own: f64) -> Parameters {
        let at = |parameter: &Parameter| parameter.given(self.market, market, own);
        Parameters {
            rates: self.rates.iter().map(at).collect(),
            volumes: self.volumes.iter().map(at).collect(),
            value: at(&self.value),
            churn: at(&self.churn),
            expansions: self.expansions.iter().map(|parameter| at(parameter) / 12.0).collect(),
        }
    }

    /// One parameter at a market factor and its own number.
    pub(crate) fn at(&self, place: Place, market: f64, own: f64) -> f64 {
        let scale = if matches!(place, Place::Expansion(_)) { 1.0 / 12.0 } else { 1.0 };
        scale * self.parameter(place).given(self.market, market, own)
    }

    /// The uncertain parameters with their names.
    pub(crate) fn uncertain(&self, state: &State) -> Vec<(String, Place)> {
        let State { plan, flow, .. } = state;
        let rates =
            flow.rates.iter().enumerate().map(|(place, rate)| (rate.source.clone(), Place::Rate(place)));
        let channels = plan.channels.iter().enumerate();
        let volumes =
            channels.map(|(place, channel)| (format!("volume:{}", channel.id), Place::Volume(place)));
        let expansions = plan.customers.iter().flat_map(|customers| &customers.expansions).enumerate();
        let expansions =
            expansions.map(|(place, each)| (format!("expansion:{}", each.id), Place::Expansion(place)));
        let single = [("deal_value".to_owned(), Place::Value), ("churn".to_owned(), Place::Churn)];
        let all = rates.chain(volumes).chain(single).chain(expansions);
        all.filter(|(_, place)| self.parameter(*place).is_uncertain()).collect()
    }

    /// Gives a parameter another law, by its quantile at Φ(z).
    pub(crate) fn tabulate(&mut self, place: Place, quantile: &dyn Fn(f64) -> f64) {
        let parameter = match place {
            Place::Rate(place) => &mut self.rates[place],
            Place::Volume(place) => &mut self.volumes[place],
            Place::Value => &mut self.value,
            Place::Churn => &mut self.churn,
            Place::Expansion(place) => &mut self.expansions[place],
        };
        parameter.tabulated(quantile);
    }

    fn parameter(&self, place: Place) -> &Parameter {
        match place {
            Place::Rate(place) => &self.rates[place],
            Place::Volume(place) => &self.volumes[place],
            Place::Value => &self.value,
            Place::Churn => &self.churn,
            Place::Expansion(place) => &self.expansions[place],
        }
    }

    fn beta_parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.rates.iter().chain(&self.expansions).chain([&self.churn])
    }

    /// The parameters of one trial. `drawn` keeps those of the trials around it, and belongs to these laws alone.
    pub(crate) fn draw<'a>(&self, trial: u64, drawn: &'a mut Drawn) -> &'a Parameters {
        let place = (trial % BLOCK as u64) as usize;
        let first = trial - place as u64;
        if drawn.first != Some(first) {
            drawn.first = Some(first);
            self.draw_block(first, &mut drawn.values);
        }
        let Drawn { values, parameters, .. } = drawn;
        let count = values.len() / BLOCK;
        let (rates, rest) = values[place * count..][..count].split_at(self.rates.len());
        let (volumes, rest) = rest.split_at(self.volumes.len());
        let (single, expansions) = rest.split_at(2);
        [parameters.value, parameters.churn] = [single[0], single[1]];
        parameters.rates.clear();
        parameters.rates.extend_from_slice(rates);
        parameters.volumes.clear();
        parameters.volumes.extend_from_slice(volumes);
        parameters.expansions.clear();
        parameters.expansions.extend(expansions.iter().map(|yearly| yearly / 12.0));
        parameters
    }

    /// Draws every parameter of a block of trials, one parameter after the other.
    fn draw_block(&self, first: u64, values: &mut Vec<f64>) {
        let factors: [f64; BLOCK] = std::array::from_fn(|place| self.market.draw(first + place as u64));
        let single = [&self.value, &self.churn];
        let all = self.rates.iter().chain(&self.volumes).chain(single).chain(&self.expansions);
        let count = all.clone().count();
        values.resize(count * BLOCK, 0.0);
        for (place, law) in all.enumerate() {
            law.draw(first, self.market, &factors, values[place..].iter_mut().step_by(count));
        }
    }
}
