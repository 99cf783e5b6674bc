//! Tasks on the page's own thread, one chunk at a time between its other work; for browsers that give no worker.

use gyakusan_engine::sim::{Chunk, Trials};

use super::{later, worker};
use crate::session::{Reply, Task, Work, Worker};

/// Performs one task in slices.
#[derive(Debug, Default)]
pub(super) struct Slices {
    worker: Worker,
    task: Option<Task>,
    done: Vec<Chunk>,
}

impl Slices {
    /// Whether a task is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.task.is_none()
    }

    /// Names the plan of the task that is under way.
    pub(super) fn revision(&self) -> Option<u64> {
        self.task.as_ref().map(|task| task.revision)
    }

    /// Begins a task.
    pub(super) fn give(&mut self, task: Task) {
        self.done.clear();
        self.task = Some(task);
    }

    /// Does one slice, given the trials so far; gives the reply with the revision of its plan where that ends the task.
    pub(super) fn slice(&mut self, trials: &Trials) -> Option<(u64, Reply)> {
        let task = self.task.take()?;
        let revision = task.revision;
        let range = match task.work.clone() {
            Work::Chunks(range) => range,
            Work::Summary => return self.worker.perform(&task, trials).ok().map(|reply| (revision, reply)),
            Work::Answer(_) => {
                worker::ask(task, trials.clone());
                later::call(later::ANSWER);
                return worker::take_answer();
            }
        };
        let first = Task { work: Work::Chunks(range.start..range.start + 1), ..task.clone() };
        if let Ok(Reply::Chunks(chunks)) = self.worker.perform(&first, trials) {
            self.done.extend(chunks);
        }
        if range.len() > 1 {
            self.task = Some(Task { work: Work::Chunks(range.start + 1..range.end), ..task });
            return None;
        }
        Some((revision, Reply::Chunks(std::mem::take(&mut self.done))))
    }
}
