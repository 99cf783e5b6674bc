//! Fields of a stage.

use gyakusan_engine::plan::Stage;

use super::Reads;
use crate::text::{Language, Words, stage_names};

/// A field of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageField {
    /// Its name.
    Name,
    /// Its count in the period, which the tree computes; typing there lets another number give way.
    Count,
}

impl StageField {
    pub(super) fn reads(self, words: &Words) -> Reads {
        match self {
            Self::Name => Reads::Name,
            Self::Count => Reads::Count(words.tree.count_unit),
        }
    }

    pub(super) fn label(self, stage: &Stage, language: Language) -> String {
        let names = stage_names(stage, language);
        match self {
            Self::Name => names.stage,
            Self::Count => names.count,
        }
    }
}
