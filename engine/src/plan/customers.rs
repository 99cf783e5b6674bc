//! Existing customers: what they pay, how they leave, what they add.

use super::{CoefficientOfVariation, DealKind, Id, Money, Name, UncertainRate};

/// Something existing customers add: an upsell or a cross-sell.
#[derive(Debug, Clone, PartialEq)]
pub struct Expansion {
    /// Names the expansion inside the plan.
    pub id: Id,
    /// What people call it; the id where the plan does not say.
    pub name: Name,
    /// The share of customers that takes it in a year.
    pub yearly_rate: UncertainRate,
    /// What one brings: once, or each month.
    pub value: Money,
    /// Once or every month.
    pub kind: DealKind,
}

/// The customers at the start of the period, and what happens to all customers.
#[derive(Debug, Clone, PartialEq)]
pub struct Customers {
    /// Whether the opening customers count towards the target.
    pub counted: bool,
    /// How many there are at the start.
    pub opening: u32,
    /// What each of them pays a month.
    pub monthly_fee: Money,
    /// How unequal their fees are: coefficient of variation, their total being exact.
    pub fee_spread: CoefficientOfVariation,
    /// The share that leaves each month; `None` is nobody.
    pub monthly_churn: Option<UncertainRate>,
    /// What customers add, up to 4 kinds.
    pub expansions: Vec<Expansion>,
}

impl Customers {
    /// The largest number of expansions.
    pub const MAX_EXPANSIONS: usize = 4;
    /// The largest number of opening customers.
    pub const MAX_OPENING: u32 = 1_000_000_000;
}
