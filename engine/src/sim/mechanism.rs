//! What a plan may hold that is not simulated yet; refused whole rather than answered wrongly.

use std::fmt;

use crate::plan::{CoefficientOfVariation, DealKind, Plan};

/// A mechanism of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mechanism {
    /// Time between stages.
    Delay,
    /// Volumes that vary from month to month more than chance alone.
    Overdispersion,
    /// Prospects standing in the funnel at the start.
    Pipeline,
    /// Deals paid every month.
    RecurringDeals,
    /// Existing customers.
    Customers,
    /// Parameters that move together.
    MarketCorrelation,
}

/// A part of a plan that is not simulated yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// Where it stands in the plan.
    pub path: String,
    /// What it is.
    pub mechanism: Mechanism,
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, way_out) = match self.mechanism {
            Mechanism::Delay => ("delays", "set it to 0"),
            Mechanism::Overdispersion => ("overdispersed volumes", "set it to 0"),
            Mechanism::Pipeline => ("an opening pipeline", "remove it"),
            Mechanism::RecurringDeals => ("recurring deals", "use one_off deals"),
            Mechanism::Customers => ("existing customers", "remove them"),
            Mechanism::MarketCorrelation => ("market correlation", "set it to 0"),
        };
        write!(f, "{}: {what} cannot be simulated yet; {way_out}", self.path)
    }
}

/// Every part of a plan that is not simulated yet.
pub(super) fn unsupported(plan: &Plan) -> Vec<Unsupported> {
    let mut parts = Vec::new();
    let mut check = |found: bool, path: String, mechanism| {
        if found {
            parts.push(Unsupported { path, mechanism });
        }
    };
    for (index, stage) in plan.stages.iter().enumerate() {
        let delayed = stage.step.is_some_and(|step| step.delay_months.get() > 0.0);
        check(delayed, format!("stages[{index}].delay_months"), Mechanism::Delay);
    }
    for (index, channel) in plan.channels.iter().enumerate() {
        let overdispersed = channel.overdispersion != CoefficientOfVariation::ZERO;
        check(overdispersed, format!("channels[{index}].overdispersion"), Mechanism::Overdispersion);
    }
    let in_pipeline = plan.pipeline.values().any(|count| *count > 0);
    check(in_pipeline, "pipeline".to_owned(), Mechanism::Pipeline);
    let recurring = plan.deal.kind == DealKind::Recurring;
    check(recurring, "deal.kind".to_owned(), Mechanism::RecurringDeals);
    check(plan.customers.is_some(), "customers".to_owned(), Mechanism::Customers);
    let correlated = plan.market_correlation.get() > 0.0;
    check(correlated, "market_correlation".to_owned(), Mechanism::MarketCorrelation);
    parts
}
