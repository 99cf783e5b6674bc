//! Fields of the step into a stage: its rate, what is known about it, its delay.

use gyakusan_engine::plan::{DelayMonths, Plan, PlanDocument, Rate, Stage};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::{Language, Words, stage_names};

/// A field of the step into a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepField {
    /// Mean rate.
    Rate,
    /// Mean time from the stage before, in months.
    Delay,
}

impl StepField {
    pub(super) fn reads(self, words: &Words) -> Reads {
        match self {
            Self::Rate => Reads::Rate,
            Self::Delay => Reads::Count(words.stages.months),
        }
    }

    pub(super) fn value(self, plan: &Plan, place: usize) -> f64 {
        let Some(step) = plan.stages[place].step else { return 0.0 };
        match self {
            Self::Rate => step.rate.mean.get(),
            Self::Delay => step.delay_months.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, place: usize, value: f64) -> Result<(), Refusal> {
        let Some(step) = &mut document.stages[place].step else { return Ok(()) };
        match self {
            Self::Rate => step.rate.mean = within(Rate::new(value))?,
            Self::Delay => step.delay_months = within(DelayMonths::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, stage: &Stage, language: Language) -> String {
        let names = stage_names(stage, language);
        match self {
            Self::Rate => names.rate,
            Self::Delay => (language.words().stages.delay_label)(&names.stage),
        }
    }
}
