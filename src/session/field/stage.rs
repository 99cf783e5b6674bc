//! Fields of a stage.

use gyakusan_engine::plan::Stage;

use super::Reads;
use crate::text::{Language, stage_names};

/// A field of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageField {
    /// Its name.
    Name,
}

impl StageField {
    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Name => Reads::Name,
        }
    }

    pub(super) fn label(self, stage: &Stage, language: Language) -> String {
        match self {
            Self::Name => stage_names(stage, language).stage,
        }
    }
}
