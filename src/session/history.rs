//! Undo and redo: what the user had before, and what was undone.

use std::sync::Arc;

use super::Field;
use crate::document::agreed::Place;
use crate::document::{Document, Scenario};

/// More steps than anybody takes back; older ones are forgotten.
const MAX_STEPS: usize = 200;

/// Everything that a step can change.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) document: Document,
    pub(super) scenarios: Arc<[Scenario]>,
    /// The actuals, as JSON.
    pub(super) actuals: Option<Arc<str>>,
}

/// Where something is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    /// A field.
    Field(Field),
    /// A place of the agreement.
    Agreed(Place),
}

/// The moments before and after the current one. What is typed into one field in one go is one step.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// Where the typing is that the last step covers, until it is left.
    group: Option<Typed>,
}

impl History {
    /// Keeps what there was before a change; `typed` is where it was typed, `None` for a change of its own.
    pub(super) fn record(&mut self, before: Moment, typed: Option<Typed>) {
        self.future.clear();
        if typed.is_some() && self.group == typed {
            return;
        }
        self.group = typed;
        self.past.push(before);
        if self.past.len() > MAX_STEPS {
            self.past.remove(0);
        }
    }

    /// Ends the step: what is typed next is one of its own.
    pub(super) fn end_group(&mut self) {
        self.group = None;
    }

    /// What there was before the last step; `current` can be had again.
    pub(super) fn undo(&mut self, current: Moment) -> Option<Moment> {
        self.group = None;
        let moment = self.past.pop()?;
        self.future.push(current);
        Some(moment)
    }

    /// What was undone last.
    pub(super) fn redo(&mut self, current: Moment) -> Option<Moment> {
        self.group = None;
        let moment = self.future.pop()?;
        self.past.push(current);
        Some(moment)
    }

    /// Whether there is something to undo, and to redo.
    pub(super) fn reach(&self) -> [bool; 2] {
        [!self.past.is_empty(), !self.future.is_empty()]
    }
}
