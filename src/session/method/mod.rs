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
    /// The self-check begins.
    pub fn begin_check(&mut self) {
        self.screen.check = SelfCheck::default();
        self.screen.check.state = CheckState::Running;
    }

    /// The self-check is stopped by the reader.
    pub fn stop_check(&mut self) {
        self.screen.check.state = CheckState::Stopped;
        self.announce(self.language.words().method().check.stopped.to_owned());
    }

    /// Takes in what a slice brought, and says what came of it once all is done; `None` is a case without an answer.
    pub fn take_slice(&mut self, slice: Option<Slice>) {
        let check = &mut self.screen.check;
        match slice {
            Some(Slice::GoesOn) => return,
            Some(Slice::Found(finding)) => {
                check.take(finding);
                return;
            }
            Some(Slice::Bits(bits)) => check.bits = Some(bits),
            None => check.bits = None,
        }
        check.state = CheckState::Done;
        self.announce(self.check_outcome());
    }

    /// What came of the self-check, in a sentence.
    pub fn check_outcome(&self) -> String {
        let words = &self.language.words().method().check;
        let check = &self.screen.check;
        let expected = cases().len() + 1;
        let holds = check.findings().iter().filter(|finding| finding.holds()).count()
            + usize::from(check.bits.is_some_and(|[expected, found]| expected == found));
        let [holds_text, all] = [holds, expected].map(|count| count.to_string());
        filled(if holds == expected { words.green } else { words.red }, &[&holds_text, &all])
    }
}
