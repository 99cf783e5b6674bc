//! Chunks, put in the order of their numbers however they arrive.

use super::Chunk;

/// The outcomes of the first trials of a run, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trials {
    /// The goal of each trial.
    pub goals: Vec<f64>,
    /// The smallest multiplier at which each trial reaches the target; see [`Chunk::multipliers`].
    pub multipliers: Vec<f64>,
    /// Arrivals in the period, by stage and trial; see [`Chunk::stages`].
    pub stages: Vec<Vec<f64>>,
    /// Revenue, by month and trial; see [`Chunk::months`].
    pub months: Vec<Vec<f64>>,
}

/// Collects chunks in any order; what is answered from rests on the chunks that follow each other from the first.
///
/// ```
/// use gyakusan_engine::sim::{Chunk, Fold};
///
/// let chunk = |index| Chunk { index, goals: vec![f64::from(index)], multipliers: vec![1.0], ..Chunk::default() };
/// let mut fold = Fold::default();
/// fold.insert(chunk(1));
/// assert!(fold.trials().goals.is_empty());
/// fold.insert(chunk(0));
/// assert_eq!(fold.trials().goals, [0.0, 1.0]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Fold {
    trials: Trials,
    next: u32,
    /// Chunks that came before the next one, each once, in no order; as few as there are tasks out at once.
    waiting: Vec<Chunk>,
}

impl Fold {
    /// All of these chunks.
    pub(crate) fn of(chunks: impl Iterator<Item = Chunk>) -> Self {
        let mut fold = Self::default();
        chunks.for_each(|chunk| fold.insert(chunk));
        fold
    }

    /// Takes in a chunk; one that has been taken in already changes nothing.
    pub fn insert(&mut self, chunk: Chunk) {
        if chunk.index < self.next || self.place(chunk.index).is_some() {
            return;
        }
        self.waiting.push(chunk);
        while let Some(place) = self.place(self.next) {
            let chunk = self.waiting.swap_remove(place);
            self.trials.goals.extend(chunk.goals);
            self.trials.multipliers.extend(chunk.multipliers);
            extend_each(&mut self.trials.stages, chunk.stages);
            extend_each(&mut self.trials.months, chunk.months);
            self.next += 1;
        }
    }

    /// Where a chunk waits; `None` for one that does not.
    fn place(&self, index: u32) -> Option<usize> {
        self.waiting.iter().position(|chunk| chunk.index == index)
    }

    /// The trials of all chunks that follow each other from the first.
    pub fn trials(&self) -> &Trials {
        &self.trials
    }

    /// How many chunks follow each other from the first.
    pub fn chunk_count(&self) -> u32 {
        self.next
    }

    /// The trials, when no more chunks will come.
    pub fn into_trials(self) -> Trials {
        self.trials
    }
}

/// Adds to each list what belongs to it.
fn extend_each(lists: &mut Vec<Vec<f64>>, more: Vec<Vec<f64>>) {
    if lists.len() < more.len() {
        lists.resize(more.len(), Vec::new());
    }
    for (list, more) in lists.iter_mut().zip(more) {
        list.extend(more);
    }
}
