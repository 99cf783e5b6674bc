//! Undo and redo: the documents before the current one, and those that were undone.

use super::Field;
use crate::document::Document;

/// More steps than anybody takes back; older ones are forgotten.
const MAX_STEPS: usize = 200;

/// The documents before and after the current one. What is typed into one field in one go is one step.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Document>,
    future: Vec<Document>,
    /// The field whose typing the last step covers, until it is left.
    group: Option<Field>,
}

impl History {
    /// Keeps the document before a change; `field` is where it was typed, `None` for a change of its own.
    pub(super) fn record(&mut self, before: Document, field: Option<Field>) {
        self.future.clear();
        if field.is_some() && self.group == field {
            return;
        }
        self.group = field;
        self.past.push(before);
        if self.past.len() > MAX_STEPS {
            self.past.remove(0);
        }
    }

    /// Ends the step: what is typed next is one of its own.
    pub(super) fn end_group(&mut self) {
        self.group = None;
    }

    /// The document before the last step; `current` can be had again.
    pub(super) fn undo(&mut self, current: Document) -> Option<Document> {
        self.group = None;
        let document = self.past.pop()?;
        self.future.push(current);
        Some(document)
    }

    /// The document that was undone last.
    pub(super) fn redo(&mut self, current: Document) -> Option<Document> {
        self.group = None;
        let document = self.future.pop()?;
        self.past.push(current);
        Some(document)
    }

    /// Whether there is something to undo, and to redo.
    pub(super) fn reach(&self) -> [bool; 2] {
        [!self.past.is_empty(), !self.future.is_empty()]
    }
}
