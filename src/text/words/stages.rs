//! The stages' editor.

/// The stages' editor.
#[derive(Debug)]
pub struct StageWords {
    /// Names a list of owners: stage.
    pub owner_label: fn(&str) -> String,
}

pub(super) const JA: StageWords = StageWords { owner_label: |stage| format!("{stage}の担当") };

pub(super) const EN: StageWords = StageWords { owner_label: |stage| format!("Owner of {stage}") };
