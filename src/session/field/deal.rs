//! Fields of the deal.

use gyakusan_engine::plan::{CoefficientOfVariation, DealKind, Evidence, Money, Plan, PlanDocument, Rate};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::Words;

/// A field of the deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DealField {
    /// Mean value, or mean monthly fee of recurring deals.
    Value,
    /// Deals that the mean is known from; none where it is known exactly.
    Deals,
    /// How unequal deals are: coefficient of variation from deal to deal.
    Spread,
    /// The share that is left after direct costs.
    Margin,
}

impl DealField {
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::Value => Reads::Money,
            Self::Deals => Reads::Count(words.tree().count_unit),
            Self::Spread | Self::Margin => Reads::Rate,
        }
    }

    pub(super) fn value(self, plan: &Plan) -> f64 {
        let value = plan.deal.value;
        match self {
            Self::Value => value.mean.get(),
            Self::Deals => value.observed_deals().unwrap_or(f64::NAN),
            Self::Spread => value.spread.get(),
            Self::Margin => plan.deal.gross_margin.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
        let deal = &mut document.deal.value;
        match self {
            Self::Value => deal.mean = within(Money::new(value))?,
            // The mean of k deals is off by a deal's spread ÷ √k.
            Self::Deals => {
                within(Evidence::new(value))?;
                deal.uncertainty = within(CoefficientOfVariation::new(deal.spread.get() / value.sqrt()))?;
            }
            Self::Spread => {
                let deals = deal.observed_deals();
                deal.spread = within(CoefficientOfVariation::new(value))?;
                if let Some(deals) = deals {
                    deal.uncertainty = within(CoefficientOfVariation::new(value / deals.sqrt()))?;
                }
            }
            Self::Margin => document.deal.gross_margin = within(Rate::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, plan: &Plan, words: Words) -> String {
        let label = match self {
            Self::Value if plan.deal.kind == DealKind::Recurring => words.fields().monthly_fee,
            Self::Value => words.tree().deal_value,
            Self::Deals => return (words.fields().step_trials)(words.tree().deal_value),
            Self::Spread => words.fields().spread,
            Self::Margin => words.fields().margin,
        };
        label.to_owned()
    }
}
