//! What a won deal brings.

use crate::math;

use super::{CoefficientOfVariation, Money, Rate};

/// Whether a deal is paid once or every month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DealKind {
    /// Paid once, in the month it is won.
    OneOff,
    /// Paid every month until the customer leaves.
    Recurring,
}

/// An amount that differs from deal to deal and whose mean is not known exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UncertainMoney {
    /// The mean.
    pub mean: Money,
    /// Coefficient of variation from deal to deal.
    pub spread: CoefficientOfVariation,
    /// Coefficient of variation of the mean itself; known from k deals it is spread ÷ √k.
    pub uncertainty: CoefficientOfVariation,
}

impl UncertainMoney {
    /// The range that holds the mean with probability `mass`, as much of the rest below as above; `None` where the
    /// mean is known exactly. The mean ~ log-normal.
    pub fn central_range(self, mass: f64) -> Option<(f64, f64)> {
        let variation = self.uncertainty.get();
        let variance = math::ln_1p(variation * variation);
        let width = math::normal_quantile(f64::midpoint(1.0, mass)) * variance.sqrt();
        let at = |exponent: f64| self.mean.get() * math::exp(exponent - variance / 2.0);
        (variance > 0.0).then(|| (at(-width), at(width)))
    }

    /// How many observed deals the knowledge of the mean is worth, (spread ÷ uncertainty)²; `None` where either is 0.
    pub fn observed_deals(self) -> Option<f64> {
        let ratio = self.spread.get() / self.uncertainty.get();
        (ratio > 0.0 && ratio.is_finite()).then_some(ratio * ratio)
    }
}

/// What a won deal brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deal {
    /// Once or every month.
    pub kind: DealKind,
    /// Value of a one-off deal, monthly fee of a recurring one.
    pub value: UncertainMoney,
    /// The share of it that is left after direct costs.
    pub gross_margin: Rate,
}
