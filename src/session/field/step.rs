//! Fields of the step into a stage: its rate, what is known about it, its delay.

use gyakusan_engine::plan::{
    DelayMonths, DelayVariation, Evidence, Plan, PlanDocument, Rate, Stage, UncertainRate,
};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::{Language, Words, stage_names};

/// The share of possible rates that a range holds.
const RANGE: f64 = 0.9;

/// A field of the step into a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepField {
    /// Mean rate.
    Rate,
    /// Cases that the rate is known from; none where it is known exactly.
    Trials,
    /// How many of them passed.
    Passes,
    /// Lower end of the range that holds the rate 9 times in 10.
    Low,
    /// Upper end of it.
    High,
    /// Mean delay, in months.
    Delay,
    /// Coefficient of variation of every delay of the plan.
    DelayVariation,
}

impl StepField {
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::Rate | Self::Low | Self::High | Self::DelayVariation => Reads::Rate,
            Self::Trials | Self::Passes => Reads::Count(words.tree().count_unit),
            Self::Delay => Reads::Count(words.stages().months),
        }
    }

    pub(super) fn value(self, plan: &Plan, place: usize) -> f64 {
        let Some(step) = plan.stages[place].step else { return 0.0 };
        let trials = step.rate.evidence.map_or(f64::NAN, Evidence::get);
        match self {
            Self::Rate => step.rate.mean.get(),
            Self::Trials => trials,
            Self::Passes => passes(step.rate.mean, trials),
            Self::Low => step.rate.central_range(RANGE).0,
            Self::High => step.rate.central_range(RANGE).1,
            Self::Delay => step.delay_months.get(),
            Self::DelayVariation => plan.delay_cv.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, place: usize, value: f64) -> Result<(), Refusal> {
        if self == Self::DelayVariation {
            document.delay_cv = within(DelayVariation::new(value))?;
        }
        let Some(step) = &mut document.stages[place].step else { return Ok(()) };
        let rate = step.rate;
        let (low, high) = rate.central_range(RANGE);
        match self {
            Self::Rate => step.rate.mean = within(Rate::new(value))?,
            Self::Trials => {
                within(Evidence::new(value))?;
                step.rate = match rate.evidence {
                    Some(evidence) => counted(passes(rate.mean, evidence.get()), value, value)?,
                    // Nothing was counted before, so the rate stands.
                    None => counted(rate.mean.get() * value, value, value)?,
                };
            }
            Self::Passes => {
                let mean = rate.mean.get();
                let trials = rate.evidence.map_or(if mean > 0.0 { value / mean } else { 0.0 }, Evidence::get);
                step.rate = counted(value, trials, value)?;
            }
            Self::Low => step.rate = ranged(value, high, value)?,
            Self::High => step.rate = ranged(low, value, value)?,
            Self::Delay => step.delay_months = within(DelayMonths::new(value))?,
            Self::DelayVariation => {}
        }
        Ok(())
    }

    pub(super) fn label(self, stage: &Stage, language: Language) -> String {
        let words = language.words().fields();
        let name = stage_names(stage, language).rate;
        match self {
            Self::Rate => name,
            Self::Trials => (words.step_trials)(&name),
            Self::Passes => (words.step_passes)(&name),
            Self::Low => (words.step_low)(&name),
            Self::High => (words.step_high)(&name),
            Self::Delay => (language.words().fields().stage_delay)(&stage_names(stage, language).stage),
            Self::DelayVariation => words.delay_variation.to_owned(),
        }
    }
}

/// How many of the cases passed, without the dust that multiplying leaves.
fn passes(mean: Rate, trials: f64) -> f64 {
    (mean.get() * trials * 1e6).round() / 1e6
}

fn counted(passes: f64, trials: f64, typed: f64) -> Result<UncertainRate, Refusal> {
    // Which of the two is wrong depends on which was typed.
    let (min, max) = if typed.total_cmp(&trials).is_eq() { (passes, Evidence::MAX) } else { (0.0, trials) };
    UncertainRate::from_counts(passes, trials).ok_or(Refusal::OutOfRange { value: typed, min, max })
}

fn ranged(low: f64, high: f64, typed: f64) -> Result<UncertainRate, Refusal> {
    UncertainRate::from_range(low, high).ok_or(Refusal::NoRange { value: typed })
}
