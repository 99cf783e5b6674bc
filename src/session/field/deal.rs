//! Fields of the deal.

use gyakusan_engine::plan::{DealKind, Money, Plan, PlanDocument, Rate};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::Words;

/// A field of the deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DealField {
    /// Mean value, or mean monthly fee of recurring deals.
    Value,
    /// The share that is left after direct costs.
    Margin,
}

impl DealField {
    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Value => Reads::Money,
            Self::Margin => Reads::Rate,
        }
    }

    pub(super) fn value(self, plan: &Plan) -> f64 {
        match self {
            Self::Value => plan.deal.value.mean.get(),
            Self::Margin => plan.deal.gross_margin.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
        match self {
            Self::Value => document.deal.value.mean = within(Money::new(value))?,
            Self::Margin => document.deal.gross_margin = within(Rate::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, plan: &Plan, words: &Words) -> String {
        let label = match self {
            Self::Value if plan.deal.kind == DealKind::Recurring => words.settings.monthly_fee,
            Self::Value => words.tree.deal_value,
            Self::Margin => words.settings.margin,
        };
        label.to_owned()
    }
}
