//! What a won deal brings.

use serde::Serialize;

use super::{CoefficientOfVariation, Money, Rate};

/// Whether a deal is paid once or every month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DealKind {
    /// Paid once, in the month it is won.
    OneOff,
    /// Paid every month until the customer leaves.
    Recurring,
}

/// An amount that differs from deal to deal and whose mean is not known exactly.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct UncertainMoney {
    /// The mean.
    pub mean: Money,
    /// Coefficient of variation from deal to deal.
    pub spread: CoefficientOfVariation,
    /// Coefficient of variation of the mean itself; known from k deals it is spread ÷ √k.
    pub uncertainty: CoefficientOfVariation,
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
