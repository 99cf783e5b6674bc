//! One uncertain parameter: an increasing function of one standard normal number.
//!
//! Drawing through a normal number rather than by rejection keeps scenarios comparable (the same luck with slightly
//! other parameters gives slightly other draws), and lets one market factor move all parameters together.

use super::quantile::QuantileTable;
use super::{Quantity, normal};
use crate::math;
use crate::plan::{CoefficientOfVariation, UncertainRate};

/// How a parameter is distributed.
#[derive(Debug, Clone)]
enum Law {
    Known(f64),
    /// A Beta, or any other law that has been tabulated.
    Beta(QuantileTable),
    /// exp(`sigma`·z + `mu`).
    LogNormal {
        mu: f64,
        sigma: f64,
    },
}

/// A parameter of the plan: its law and its own streams.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    law: Law,
    quantity: Quantity,
    /// Which way a good market moves it: −1 for churn, else 1.
    sign: f64,
}

/// What all parameters of a trial share: a standard normal number M that each follows with the correlation √ρ.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Market {
    /// √ρ.
    weight: f64,
    /// √(1 − ρ).
    own_weight: f64,
    quantity: Quantity,
}

impl Market {
    pub(crate) fn new(seed: u64, correlation: f64) -> Self {
        let quantity = Quantity::new(seed, "market");
        Self { weight: correlation.sqrt(), own_weight: (1.0 - correlation).sqrt(), quantity }
    }

    /// The market factor of one trial; 0 where parameters know nothing of each other.
    pub(crate) fn draw(self, trial: u64) -> f64 {
        if self.weight > 0.0 { normal(self.quantity, trial) } else { 0.0 }
    }

    /// Whether it moves anything.
    pub(crate) fn moves(self) -> bool {
        self.weight > 0.0
    }

    /// The latent number of a parameter from the market's and its own.
    pub(crate) fn latent(self, sign: f64, market: f64, own: f64) -> f64 {
        sign * self.weight * market + self.own_weight * own
    }
}

impl Parameter {
    /// A rate ~ Beta(m·n, (1−m)·n), or its mean where it is known exactly; takes over a table that is known already.
    pub(crate) fn rate(seed: u64, source: &str, rate: UncertainRate, known: &[&Self]) -> Self {
        let law = match rate.beta() {
            Some((a, b)) => {
                let mut tables = known.iter().filter_map(|parameter| match &parameter.law {
                    Law::Beta(table) => Some(table),
                    Law::Known(_) | Law::LogNormal { .. } => None,
                });
                let known = tables.find(|table| table.is_of(a, b));
                Law::Beta(known.cloned().unwrap_or_else(|| QuantileTable::beta(a, b)))
            }
            None => Law::Known(rate.mean.get()),
        };
        Self { law, quantity: Quantity::new(seed, source), sign: 1.0 }
    }

    /// A positive factor ~ log-normal with this mean and coefficient of variation.
    pub(crate) fn factor(seed: u64, source: &str, mean: f64, variation: CoefficientOfVariation) -> Self {
        let variance = math::ln_1p(variation.get() * variation.get());
        let law = if variance > 0.0 && mean > 0.0 {
            Law::LogNormal { mu: math::ln(mean) - variance / 2.0, sigma: variance.sqrt() }
        } else {
            Law::Known(mean)
        };
        Self { law, quantity: Quantity::new(seed, source), sign: 1.0 }
    }

    /// The same parameter with another law, given by its quantile at Φ(z).
    pub(crate) fn tabulated(&mut self, quantile: &dyn Fn(f64) -> f64) {
        self.law = Law::Beta(QuantileTable::tabulated(quantile));
    }

    /// The same parameter, lowered by a good market.
    pub(crate) fn against_the_market(self) -> Self {
        Self { sign: -1.0, ..self }
    }

    /// The parameter in as many trials from `first` on as there are market factors, into `values`.
    ///
    /// Trials in a row make short loops without calls, several of which a processor works on at once.
    pub(crate) fn draw<'a>(
        &self,
        first: u64,
        market: Market,
        factors: &[f64],
        values: impl Iterator<Item = &'a mut f64>,
    ) {
        let latent = |trial, factor| market.latent(self.sign, factor, normal(self.quantity, trial));
        let trials = (first..).zip(factors).zip(values);
        match &self.law {
            Law::Known(known) => trials.for_each(|(_, value)| *value = *known),
            Law::Beta(table) => {
                trials.for_each(|((trial, factor), value)| *value = table.at(latent(trial, *factor)));
            }
            Law::LogNormal { mu, sigma } => trials.for_each(|((trial, factor), value)| {
                *value = math::exp(mu + sigma * latent(trial, *factor));
            }),
        }
    }

    /// The parameter given a market factor and its own standard normal number.
    pub(crate) fn given(&self, market: Market, factor: f64, own: f64) -> f64 {
        self.at(market.latent(self.sign, factor, own))
    }

    /// Whether it differs from trial to trial.
    pub(crate) fn is_uncertain(&self) -> bool {
        !matches!(self.law, Law::Known(_))
    }

    /// The parameter at a latent standard normal number.
    fn at(&self, z: f64) -> f64 {
        match &self.law {
            Law::Known(value) => *value,
            Law::Beta(table) => table.at(z),
            Law::LogNormal { mu, sigma } => math::exp(mu + sigma * z),
        }
    }
}

fn normal(quantity: Quantity, trial: u64) -> f64 {
    normal::normal(&mut quantity.stream(trial))
}
