//! A job: one simulation of one plan, cut into tasks for any number of workers.
//!
//! The job decides what is to be done next; whoever runs tasks (workers, or the page's own thread in slices) only asks
//! for the next one and brings the reply. A task that fails is handed out again, and since a chunk depends on the plan
//! and its number alone, the answers have the same bits whoever ran them.

use std::ops::Range;
use std::rc::Rc;

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{CHUNK_TRIALS, Chunk, Fold, Hits, Simulation, Trials};

use super::{Answer, AnswerParts, Question, Summary};

/// The first estimate rests on this many chunks, so that it comes at once.
const FIRST_CHUNKS: u32 = 4;
/// A better estimate is made whenever there are this many times as many trials.
const REFINEMENT: usize = 4;
/// Chunks in a task after the first ones: long enough to be worth a message, short enough to be dropped without regret.
const TASK_CHUNKS: u32 = 5;

/// A piece of work on a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Names the plan.
    pub revision: u64,
    /// The plan as JSON.
    pub plan: Rc<str>,
    /// What is to be done.
    pub work: Work,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Runs the chunks with these numbers.
    Chunks(Range<u32>),
    /// Works out the odds and the required volume from the trials so far.
    Summary,
    /// Answers a question, given the trials so far where it rests on them.
    Answer(Question),
}

impl Work {
    /// Whether the trials so far have to be at hand. They are many, so a task does not carry them.
    pub fn rests_on_trials(&self) -> bool {
        matches!(self, Self::Summary | Self::Answer(Question::Curve | Question::Levers))
    }
}

/// What comes back from a task.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// The chunks.
    Chunks(Vec<Chunk>),
    /// The odds and the required volume.
    Summary(Box<Summary>),
    /// The answer to a question, in parts.
    Answer(Question, AnswerParts),
}

/// What a reply brings to be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// The odds and the required volume, and which of their trials reached the target.
    Summary(Box<Summary>, Hits),
    /// The answer to a question.
    Answer(Box<Answer>),
}

/// Performs tasks; keeps the plan of the last one ready.
#[derive(Debug, Default)]
pub struct Worker {
    ready: Option<(u64, Plan, Simulation)>,
}

impl Worker {
    /// Performs a task, given the trials so far where it rests on them.
    ///
    /// # Errors
    /// A fixed sentence for the log where the task's plan is none, which no job makes, and for a question, which is left
    /// to [`answer`].
    pub fn perform(&mut self, task: &Task, trials: &Trials) -> Result<Reply, &'static str> {
        let (plan, simulation) = self.prepare(task)?;
        match &task.work {
            Work::Chunks(range) => {
                Ok(Reply::Chunks(range.clone().map(|index| simulation.chunk(index)).collect()))
            }
            Work::Summary => {
                let summary = Summary::of(plan, simulation, trials);
                Ok(Reply::Summary(Box::new(summary.ok_or("a summary of no trials")?)))
            }
            Work::Answer(_) => Err("a question"),
        }
    }

    fn prepare(&mut self, task: &Task) -> Result<(&Plan, &Simulation), &'static str> {
        if self.ready.as_ref().is_none_or(|(revision, ..)| *revision != task.revision) {
            let plan = Plan::from_json(&task.plan).map_err(|_| "a task without a plan")?;
            let simulation = Simulation::new(&plan).map_err(|_| "a plan without a tree")?.without_details();
            self.ready = Some((task.revision, plan, simulation));
        }
        let (_, plan, simulation) = self.ready.as_ref().ok_or("nothing is ready")?;
        Ok((plan, simulation))
    }
}

/// Answers the question of a task, given the trials so far where it rests on them. It stands apart from the worker's other
/// tasks since answering takes much code, which is there later than the rest.
///
/// # Errors
/// A fixed sentence for the log where the task is no question or its plan none; a job makes no such task.
pub fn answer(task: &Task, trials: &Trials) -> Result<Reply, &'static str> {
    let Work::Answer(question) = task.work else { return Err("a task that is no question") };
    let plan = Plan::from_json(&task.plan).map_err(|_| "a question without a plan")?;
    let answer = Answer::to(question, &plan, trials).ok_or("a question about a plan without a tree")?;
    Ok(Reply::Answer(question, answer.to_parts()))
}

/// One simulation of one plan.
#[derive(Debug)]
pub struct Job {
    revision: u64,
    plan: Rc<str>,
    target: f64,
    chunk_count: u32,
    next: u32,
    /// Chunks whose task failed.
    failed: Vec<Range<u32>>,
    fold: Fold,
    /// Trials that the last summary asked for rests on.
    summarised: usize,
    summary_is_out: bool,
    /// Trials that the questions asked last rest on, and those questions that are still to be asked.
    asked: usize,
    questions: Vec<Question>,
    asks: bool,
    stopped: bool,
}

impl Job {
    /// The simulation of a plan.
    pub fn new(revision: u64, plan: &Plan) -> Self {
        Self {
            revision,
            plan: plan.to_json().into(),
            target: plan.goal.target.get(),
            chunk_count: plan.simulation.trials.div_ceil(CHUNK_TRIALS),
            next: 0,
            failed: Vec::new(),
            fold: Fold::default(),
            summarised: 0,
            summary_is_out: false,
            asked: 0,
            questions: Vec::new(),
            asks: false,
            stopped: false,
        }
    }

    /// Names the plan.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Trials that are done, counted without gaps from the first.
    pub fn trials_done(&self) -> u32 {
        self.fold.trials().goals.len() as u32
    }

    /// The trials so far, without gaps from the first.
    pub fn trials(&self) -> &Trials {
        self.fold.trials()
    }

    /// Whether the odds of all trials have come.
    pub fn is_done(&self) -> bool {
        let done = self.fold.trials().goals.len();
        self.fold.chunk_count() == self.chunk_count && self.summarised == done && !self.summary_is_out
    }

    /// Whether chunks are handed out.
    pub fn set_stopped(&mut self, stopped: bool) {
        self.stopped = stopped;
    }

    /// Whether questions are handed out; until this is said, they are not.
    pub fn set_questions(&mut self, asks: bool) {
        self.asks = asks;
    }

    /// The next task, or `None` while there is nothing to do but wait for replies.
    pub fn next_task(&mut self) -> Option<Task> {
        let work = if self.summary_is_due() {
            self.summary_is_out = true;
            self.summarised = self.fold.trials().goals.len();
            Work::Summary
        } else if let Some(chunks) = self.chunks() {
            Work::Chunks(chunks)
        } else {
            self.question()?
        };
        Some(Task { revision: self.revision, plan: Rc::clone(&self.plan), work })
    }

    /// Takes in a reply; gives back what is to be shown of it.
    pub fn take(&mut self, reply: Reply) -> Option<News> {
        match reply {
            Reply::Chunks(chunks) => {
                for chunk in chunks {
                    self.fold.insert(chunk);
                }
                None
            }
            Reply::Summary(summary) => {
                self.summary_is_out = false;
                // Trials may have come since it was asked for.
                let goals = self.fold.trials().goals.get(..summary.odds.trials)?;
                let hits = Hits::of(goals, self.target);
                Some(News::Summary(summary, hits))
            }
            Reply::Answer(question, parts) => {
                Some(News::Answer(Box::new(Answer::from_parts(question, &parts)?)))
            }
        }
    }

    /// Takes back a task whose worker was lost, to hand it out again.
    pub fn take_back(&mut self, work: Work) {
        match work {
            Work::Chunks(range) => self.failed.push(range),
            Work::Summary => {
                self.summary_is_out = false;
                self.summarised = 0;
            }
            Work::Answer(question) => self.questions.push(question),
        }
    }

    fn summary_is_due(&self) -> bool {
        let done = self.fold.trials().goals.len();
        let all = self.fold.chunk_count() == self.chunk_count;
        let first = self.summarised == 0 && self.fold.chunk_count() >= FIRST_CHUNKS;
        let refined = self.summarised > 0 && done >= REFINEMENT * self.summarised;
        !self.summary_is_out && done > self.summarised && (all || first || refined || self.stopped)
    }

    fn chunks(&mut self) -> Option<Range<u32>> {
        if self.stopped { None } else { self.failed.pop().or_else(|| self.next_chunks()) }
    }

    /// The next question, once no more trials are run: they would only answer it otherwise.
    fn question(&mut self) -> Option<Work> {
        let done = self.fold.trials().goals.len();
        let rests = self.stopped || self.fold.chunk_count() == self.chunk_count;
        if !self.asks || !rests || done == 0 {
            return None;
        }
        if self.asked != done {
            self.asked = done;
            self.questions = Question::ALL.into_iter().rev().collect();
        }
        Some(Work::Answer(self.questions.pop()?))
    }

    fn next_chunks(&mut self) -> Option<Range<u32>> {
        let first = self.next;
        // Two workers bring the first estimate together.
        let count = if first < FIRST_CHUNKS { FIRST_CHUNKS / 2 } else { TASK_CHUNKS };
        self.next = first.saturating_add(count).min(self.chunk_count);
        (first < self.next).then_some(first..self.next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        Plan::from_json(include_str!("../../engine/plans/default.json")).expect("a plan")
    }

    /// Performs a job to its end: `workers` tasks are out at once and come back in a shuffled order, and every `lost`-th
    /// is lost once.
    fn run(plan: &Plan, workers: usize, lost: usize) -> Vec<Summary> {
        let mut job = Job::new(7, plan);
        let mut worker = Worker::default();
        let (mut out, mut summaries, mut count) = (Vec::new(), Vec::new(), 0);
        loop {
            while out.len() < workers
                && let Some(task) = job.next_task()
            {
                out.push(task);
            }
            if out.is_empty() {
                return summaries;
            }
            count += 1;
            let task = out.swap_remove(count * 5 % out.len());
            if count % lost == 0 {
                job.take_back(task.work);
            } else if let Some(News::Summary(summary, _)) =
                job.take(worker.perform(&task, job.trials()).expect("a reply"))
            {
                summaries.push(*summary);
            }
        }
    }

    #[test]
    fn answers_have_the_same_bits_whoever_runs_the_tasks() {
        let plan = plan();
        let alone = run(&plan, 1, usize::MAX).pop().expect("answers");
        assert_eq!(alone.odds.trials, 100_000);
        for (workers, lost) in [(2, usize::MAX), (3, 5), (8, 2), (64, 3)] {
            let last = run(&plan, workers, lost).pop().expect("answers");
            assert_eq!(last, alone, "{workers} workers, every {lost}th task lost");
        }
    }

    #[test]
    fn the_first_estimate_rests_on_few_trials_and_the_last_on_all() {
        let trials: Vec<_> = run(&plan(), 1, usize::MAX).iter().map(|summary| summary.odds.trials).collect();
        assert_eq!(trials, [4000, 19_000, 79_000, 100_000]);
    }

    #[test]
    fn every_question_is_answered_once_after_the_last_trial() {
        let plan = plan().edit(|document| document.simulation.trials = 3000).expect("a plan");
        let (mut job, mut worker) = (Job::new(1, &plan), Worker::default());
        job.set_questions(true);
        let mut answered = Vec::new();
        while let Some(task) = job.next_task() {
            let reply = match task.work {
                Work::Answer(_) => answer(&task, job.trials()),
                _ => worker.perform(&task, job.trials()),
            };
            if let Some(News::Answer(answer)) = job.take(reply.expect("a reply")) {
                assert_eq!(job.trials_done(), 3000);
                answered.push(answer.question());
            }
        }
        assert_eq!(answered, Question::ALL);
    }

    #[test]
    fn questions_wait_until_somebody_can_answer_them() {
        let plan = plan().edit(|document| document.simulation.trials = 1000).expect("a plan");
        let (mut job, mut worker) = (Job::new(1, &plan), Worker::default());
        while let Some(task) = job.next_task() {
            assert!(!matches!(task.work, Work::Answer(_)));
            job.take(worker.perform(&task, job.trials()).expect("a reply"));
        }
        job.set_questions(true);
        let mut asked = Vec::new();
        while let Some(task) = job.next_task() {
            assert!(worker.perform(&task, job.trials()).is_err(), "a worker answers no question");
            asked.push(task.work);
        }
        assert_eq!(asked, Question::ALL.map(Work::Answer));
        // A question that was lost is asked again.
        job.take_back(asked.swap_remove(1));
        assert_eq!(job.next_task().map(|task| task.work), Some(Work::Answer(Question::Curve)));
    }

    #[test]
    fn a_stopped_job_answers_from_what_it_has() {
        let mut job = Job::new(1, &plan());
        job.set_questions(true);
        let mut worker = Worker::default();
        let first = job.next_task().expect("chunks");
        assert!(job.take(worker.perform(&first, job.trials()).expect("a reply")).is_none());
        job.set_stopped(true);
        let summary = job.next_task().expect("a summary");
        let news = job.take(worker.perform(&summary, job.trials()).expect("a reply"));
        assert!(matches!(news, Some(News::Summary(summary, _)) if summary.odds.trials == 2000));
        assert!(matches!(job.next_task().map(|task| task.work), Some(Work::Answer(Question::Spreads))));
        job.set_stopped(false);
        assert!(matches!(job.next_task().map(|task| task.work), Some(Work::Chunks(_))));
    }
}
