//! Fields of a stage.

use gyakusan_engine::plan::{Plan, PlanDocument};

use super::{Reads, whole};
use crate::session::Refusal;
use crate::text::{Language, Words, stage_names};

/// The largest number of prospects standing in a stage when the period starts.
const MAX_OPENING: f64 = 1e9;

/// A field of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageField {
    /// Its name.
    Name,
    /// How many stand in it when the period starts; not of the last stage.
    Opening,
    /// Its count in the period, which the tree computes; typing there lets another number give way.
    Count,
}

impl StageField {
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::Name => Reads::Name,
            Self::Opening | Self::Count => Reads::Count(words.tree().count_unit),
        }
    }

    pub(super) fn value(self, plan: &Plan, place: usize) -> f64 {
        match self {
            Self::Name | Self::Count => 0.0,
            Self::Opening => plan.pipeline.get(&plan.stages[place].id).copied().unwrap_or(0).into(),
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, place: usize, value: f64) -> Result<(), Refusal> {
        if self == Self::Opening {
            let count = whole(value, 0.0, MAX_OPENING)? as u32;
            let id = document.stages[place].id.clone();
            if count == 0 {
                document.pipeline.remove(&id);
            } else {
                document.pipeline.insert(id, count);
            }
        }
        Ok(())
    }

    pub(super) fn label(self, plan: &Plan, place: usize, language: Language) -> String {
        let words = language.words().fields();
        let names = stage_names(&plan.stages[place], language);
        match self {
            Self::Name => (words.stage_name)(&names.stage),
            Self::Opening => (words.stage_opening)(&names.stage),
            Self::Count => names.count,
        }
    }
}
