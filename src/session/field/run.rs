//! Fields of the simulation.

use gyakusan_engine::plan::{Confidence, Correlation, Plan, PlanDocument, SimulationSettings};

use super::{Reads, whole, within};
use crate::session::Refusal;
use crate::text::Words;

/// A field of the simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunField {
    /// Its seed.
    Seed,
    /// How many trials it takes.
    Trials,
    /// The probability at which the required volume is asked for.
    Confidence,
    /// How far all that is uncertain moves together.
    Correlation,
}

impl RunField {
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::Seed => Reads::Count(""),
            Self::Trials => Reads::Count(words.fields().trials_unit),
            Self::Confidence | Self::Correlation => Reads::Rate,
        }
    }

    pub(super) fn value(self, plan: &Plan) -> f64 {
        match self {
            Self::Seed => plan.simulation.seed as f64,
            Self::Trials => f64::from(plan.simulation.trials),
            Self::Confidence => plan.simulation.confidence.get(),
            Self::Correlation => plan.market_correlation.get(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
        let simulation = &mut document.simulation;
        match self {
            Self::Seed => simulation.seed = whole(value, 0.0, SimulationSettings::MAX_SEED as f64)? as u64,
            Self::Trials => {
                let [min, max] =
                    [SimulationSettings::MIN_TRIALS, SimulationSettings::MAX_TRIALS].map(f64::from);
                simulation.trials = whole(value, min, max)? as u32;
            }
            Self::Confidence => simulation.confidence = within(Confidence::new(value))?,
            Self::Correlation => document.market_correlation = within(Correlation::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, words: Words) -> String {
        match self {
            Self::Seed => words.run().seed,
            Self::Trials => words.fields().trials,
            Self::Confidence => words.fields().confidence,
            Self::Correlation => words.fields().correlation,
        }
        .to_owned()
    }
}
