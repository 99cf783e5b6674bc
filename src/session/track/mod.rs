//! The actuals beside the plan: what happened so far, what it teaches, and where the period will land.

use super::Session;

/// What a press does with the actuals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackPress {
    /// Takes the actuals away.
    Remove,
}

impl Session {
    /// Whether there are actuals.
    pub fn has_actuals(&self) -> bool {
        self.actuals.is_some()
    }
}
