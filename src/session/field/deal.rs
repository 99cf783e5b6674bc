//! Fields of the deal.

use gyakusan_engine::plan::{Money, Plan, PlanDocument};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::Words;

/// A field of the deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DealField {
    /// Mean value, or mean monthly fee of recurring deals.
    Value,
}

impl DealField {
    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Value => Reads::Money,
        }
    }

    pub(super) fn value(self, plan: &Plan) -> f64 {
        match self {
            Self::Value => plan.deal.value.mean.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
        match self {
            Self::Value => document.deal.value.mean = within(Money::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, words: &Words) -> String {
        match self {
            Self::Value => words.tree.deal_value.to_owned(),
        }
    }
}
