//! 計算のしかた: the reader's own plan worked through step by step, one trial of it looked at, the self-check, and what the
//! project promises with the figures that were measured.

mod case;
mod check;
mod panel;
mod promise;
mod steps;
#[cfg(test)]
mod tests;
mod trial;

pub use case::{Case, KnownFigure, cases};
pub use check::{CheckState, Checker, Finding, SelfCheck, Slice};
pub use panel::{CheckPanel, CheckRow};
pub use promise::{PromiseGroup, PromiseLine, Verdict, promises};
pub use steps::WorkedStep;
pub use trial::{DrawnRow, TrialPanel};

use super::Session;
use crate::text::filled;

/// What can be pressed on the method page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodPress {
    /// Starts the self-check.
    Start,
    /// Stops it.
    Stop,
}

impl Session {
    /// Says that the reader stopped the self-check.
    pub fn announce_stop(&mut self) {
        self.announce(self.language.words().method().check.stopped.to_owned());
    }

    /// Says what came of the self-check.
    pub fn announce_outcome(&mut self, check: &SelfCheck) {
        self.announce(self.check_outcome(check));
    }

    /// What came of the self-check, in a sentence.
    pub fn check_outcome(&self, check: &SelfCheck) -> String {
        let words = &self.language.words().method().check;
        let expected = cases().len() + 1;
        let holds = check.findings.iter().filter(|finding| finding.holds()).count()
            + usize::from(check.bits.is_some_and(|[expected, found]| expected == found));
        let [holds_text, all] = [holds, expected].map(|count| count.to_string());
        filled(if holds == expected { words.green } else { words.red }, &[&holds_text, &all])
    }
}
