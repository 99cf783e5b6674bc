//! Fields of the simulation.

use gyakusan_engine::plan::{Plan, PlanDocument, SimulationSettings};

use super::{Reads, whole};
use crate::session::Refusal;
use crate::text::Words;

/// A field of the simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunField {
    /// Its seed.
    Seed,
}

impl RunField {
    pub(super) fn reads(self, _: &Words) -> Reads {
        match self {
            Self::Seed => Reads::Count(""),
        }
    }

    pub(super) fn value(self, plan: &Plan) -> f64 {
        match self {
            Self::Seed => plan.simulation.seed as f64,
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
        match self {
            Self::Seed => {
                document.simulation.seed = whole(value, 0.0, SimulationSettings::MAX_SEED as f64)? as u64;
            }
        }
        Ok(())
    }

    pub(super) fn label(self, words: &Words) -> String {
        match self {
            Self::Seed => words.run.seed.to_owned(),
        }
    }
}
