//! Fields of the step into a stage: its rate, what is known about it, its delay.

use gyakusan_engine::plan::{Plan, PlanDocument, Rate, Stage};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::{Language, stage_names};

/// A field of the step into a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepField {
    /// Mean rate.
    Rate,
}

impl StepField {
    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Rate => Reads::Rate,
        }
    }

    pub(super) fn value(self, plan: &Plan, place: usize) -> f64 {
        let Some(step) = plan.stages[place].step else { return 0.0 };
        match self {
            Self::Rate => step.rate.mean.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, place: usize, value: f64) -> Result<(), Refusal> {
        let Some(step) = &mut document.stages[place].step else { return Ok(()) };
        match self {
            Self::Rate => step.rate.mean = within(Rate::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, stage: &Stage, language: Language) -> String {
        match self {
            Self::Rate => stage_names(stage, language).rate,
        }
    }
}
