//! The stages' editor.

/// The stages' editor.
#[derive(Debug)]
pub struct StageWords {
    /// Names a list of owners: stage.
    pub owner_label: fn(&str) -> String,
    /// Name of a stage just added.
    pub new_name: &'static str,
}

pub(super) const JA: StageWords =
    StageWords { owner_label: |stage| format!("{stage}の担当"), new_name: "新しい段階" };

pub(super) const EN: StageWords =
    StageWords { owner_label: |stage| format!("Owner of {stage}"), new_name: "New stage" };
