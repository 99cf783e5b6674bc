//! Uncertain parameters: one draw a trial, as an increasing function of one standard normal number.
//!
//! Drawing through a normal number rather than by rejection keeps scenarios comparable: the same luck with slightly
//! other parameters gives slightly other draws.

use rand_distr::{Distribution, StandardNormal};

use super::quantile::QuantileTable;
use super::{Quantity, Stream};
use crate::math;
use crate::plan::{CoefficientOfVariation, UncertainRate};

/// How a parameter is drawn.
#[derive(Debug, Clone)]
enum Law {
    Known(f64),
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
}

impl Parameter {
    /// A rate ~ Beta(m·n, (1−m)·n), or its mean where it is known exactly.
    pub(crate) fn rate(seed: u64, source: &str, rate: UncertainRate) -> Self {
        let law = match rate.beta() {
            Some((a, b)) => Law::Beta(QuantileTable::beta(a, b)),
            None => Law::Known(rate.mean.get()),
        };
        Self { law, quantity: Quantity::new(seed, source) }
    }

    /// A positive factor ~ log-normal with this mean and coefficient of variation.
    pub(crate) fn factor(seed: u64, source: &str, mean: f64, variation: CoefficientOfVariation) -> Self {
        let variance = math::ln_1p(variation.get() * variation.get());
        let law = if variance > 0.0 && mean > 0.0 {
            Law::LogNormal { mu: math::ln(mean) - variance / 2.0, sigma: variance.sqrt() }
        } else {
            Law::Known(mean)
        };
        Self { law, quantity: Quantity::new(seed, source) }
    }

    /// The parameter in one trial.
    pub(crate) fn draw(&self, trial: u64) -> f64 {
        match &self.law {
            Law::Known(value) => *value,
            Law::Beta(table) => table.at(self.normal(trial)),
            Law::LogNormal { mu, sigma } => math::exp(mu + sigma * self.normal(trial)),
        }
    }

    fn normal(&self, trial: u64) -> f64 {
        let mut stream: Stream = self.quantity.stream(trial);
        StandardNormal.sample(&mut stream)
    }
}
