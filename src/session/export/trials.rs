//! The trials as a table that is written chunk by chunk: number, goal, whether it reaches the target, and everything that was drawn.

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::Draws;
use gyakusan_engine::tree::{TreeError, reaches};

use crate::share::csv::Table;
use crate::text::Language;

/// The trials of a plan as a table. Only one chunk of it is held at a time.
#[derive(Debug, Clone)]
pub struct TrialTable {
    draws: Draws,
    language: Language,
}

impl TrialTable {
    /// Prepares the trials of a plan.
    ///
    /// # Errors
    /// As [`Draws::new`].
    pub fn new(plan: &Plan, language: Language) -> Result<Self, TreeError> {
        Ok(Self { draws: Draws::new(plan)?, language })
    }

    /// The number of chunks.
    pub fn chunk_count(&self) -> u32 {
        self.draws.simulation().chunk_count()
    }

    /// The lines of a chunk; those of the first begin with the headings. What is drawn has the engine's names, since a name
    /// may be two words in one language and none in the other. Empty after the last.
    pub fn chunk(&self, index: u32) -> Vec<u8> {
        let mut table = if index == 0 { self.headings() } else { Table::going_on() };
        let chunk = self.draws.chunk(index);
        let target = self.draws.simulation().target();
        let width = self.draws.sources().len();
        for (place, goal) in chunk.goals.iter().enumerate() {
            // People count from 1.
            table.number(f64::from(chunk.first) + place as f64 + 1.0);
            table.number(*goal).number(f64::from(u8::from(reaches(*goal, target))));
            table.numbers(&chunk.parameters[place * width..][..width]).end_line();
        }
        table.into_text().into_bytes()
    }

    fn headings(&self) -> Table {
        let mut table = Table::default();
        table.texts(&self.language.words().exports().trial_columns);
        for source in self.draws.sources() {
            table.text(source);
        }
        table.end_line();
        table
    }
}
