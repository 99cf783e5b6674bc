//! Channels: streams of prospects that enter the funnel.

use super::{ById, CoefficientOfVariation, CostPerEntry, Entries, Id, Money, Name, UncertainRate};

/// One number for every month, or a list with one number for each.
#[derive(Debug, Clone, PartialEq)]
pub enum PerMonth<T> {
    /// The same number every month, before seasonality.
    Even(T),
    /// One number for each month of the period, as it stands.
    Each(Vec<T>),
}

impl<T: Copy> PerMonth<T> {
    /// The numbers as given: one, or as many as there are months.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::Even(number) => std::slice::from_ref(number),
            Self::Each(numbers) => numbers,
        }
    }
}

/// How many prospects a channel brings each month.
#[derive(Debug, Clone, PartialEq)]
pub enum Volume {
    /// Counted directly.
    Entries {
        /// Arrivals a month.
        monthly_entries: PerMonth<Entries>,
    },
    /// Bought: budget ÷ cost.
    Budget {
        /// Spend a month.
        monthly_budget: PerMonth<Money>,
        /// Cost of one counted arrival.
        cost_per_entry: CostPerEntry,
    },
}

impl Volume {
    /// Arrivals a month as given, before seasonality: one number, or as many as there are months.
    pub fn monthly_arrivals(&self) -> Vec<f64> {
        match self {
            Self::Entries { monthly_entries } => monthly_entries.as_slice().iter().map(|n| n.get()).collect(),
            Self::Budget { monthly_budget, cost_per_entry } => {
                monthly_budget.as_slice().iter().map(|n| n.get() / cost_per_entry.get()).collect()
            }
        }
    }

    /// Whether the volume is one number for every month, which seasonality then spreads.
    pub fn is_even(&self) -> bool {
        match self {
            Self::Entries { monthly_entries } => matches!(monthly_entries, PerMonth::Even(_)),
            Self::Budget { monthly_budget, .. } => matches!(monthly_budget, PerMonth::Even(_)),
        }
    }

    /// Cost of one counted arrival, where the channel is bought.
    pub fn cost_per_entry(&self) -> Option<f64> {
        match self {
            Self::Entries { .. } => None,
            Self::Budget { cost_per_entry, .. } => Some(cost_per_entry.get()),
        }
    }
}

/// A stream of prospects that enters the funnel at one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Names the channel inside the plan.
    pub id: Id,
    /// What people call it; the id where the plan does not say.
    pub name: Name,
    /// The stage its prospects enter.
    pub enters: Id,
    /// The stage whose arrivals `volume` counts and pays for: `enters` or a later one.
    pub counted_at: Id,
    /// How many prospects it brings.
    pub volume: Volume,
    /// Coefficient of variation of the whole volume.
    pub uncertainty: CoefficientOfVariation,
    /// Coefficient of variation of the volume from month to month.
    pub overdispersion: CoefficientOfVariation,
    /// Whether solving leaves its volume alone.
    pub fixed: bool,
    /// Its own rates for steps after `enters`, by stage id.
    pub rates: ById<UncertainRate>,
}
