//! The reader's own plan worked through, from the goal back to the first stage, with its own figures.

use crate::session::panel::PopoverPanel;
use crate::session::{Field, Session};

/// A number of the plan and how it comes about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedStep {
    /// Says what is calculated.
    pub title: String,
    /// The number as the tree shows it.
    pub value: String,
    /// Equations and sentences, with the plan's figures.
    pub lines: Vec<String>,
}

impl Session {
    /// The plan worked through: the goal, then from the won deal to the first stage each rate and the count it gives.
    pub fn worked_steps(&self) -> Vec<WorkedStep> {
        let tree = self.unfolded_tree();
        let mut steps = vec![self.worked(tree.explanation, tree.target.field)];
        for column in tree.columns {
            steps.push(self.worked(column.rate.explanation, column.rate.field.field));
            steps.push(self.worked(column.count.explanation, column.count.field.field));
        }
        steps
    }

    fn worked(&self, explanation: PopoverPanel, field: Field) -> WorkedStep {
        let words = self.language.words().explain();
        // What holds of every count is said once, below.
        let is_own = |note: &String| note != words.rounding && note != words.luck_count;
        WorkedStep {
            title: explanation.title,
            // What is half typed is no figure of the plan yet.
            value: self.shown(field).to_string(),
            lines: explanation.notes.into_iter().filter(is_own).collect(),
        }
    }

    /// What holds of every count: how it is rounded, and what luck does to it.
    pub fn worked_notes(&self) -> [&'static str; 2] {
        let words = self.language.words().explain();
        [words.rounding, words.luck_count]
    }
}
