//! The program's side of a worker: one task in, one reply out.
//!
//! A question is answered in the later part of the program, which takes no arguments and gives no result: the question
//! waits here for it, and so does the answer for whoever asked.

use std::cell::RefCell;

use gyakusan_engine::sim::Trials;
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::message;
use crate::session::{self, Reply, Task, Work, Worker};

thread_local! {
    static WORKER: RefCell<Worker> = RefCell::default();
    static ASKED: RefCell<Option<(Task, Trials)>> = const { RefCell::new(None) };
    static ANSWER: RefCell<Option<(u64, Reply)>> = const { RefCell::new(None) };
}

/// Performs a task of the page; called by the script of a worker. Nothing comes back of a question, which is then to be
/// answered by [`later_answer`].
///
/// # Errors
/// A sentence where the message is no task or its plan no plan; neither is sent by the page.
#[wasm_bindgen]
pub fn work(task: &Array) -> Result<Option<Array>, JsValue> {
    let (task, trials) = message::read_task(task).ok_or("no task")?;
    if matches!(task.work, Work::Answer(_)) {
        ask(task, trials);
        return Ok(None);
    }
    let reply = WORKER.with_borrow_mut(|worker| worker.perform(&task, &trials))?;
    Ok(Some(message::write_reply(task.revision, &reply)))
}

/// Answers the question that waits; a way into the later part.
#[wasm_bindgen]
pub fn later_answer() {
    let Some((task, trials)) = ASKED.take() else { return };
    ANSWER.set(session::answer(&task, &trials).ok().map(|reply| (task.revision, reply)));
}

/// The answer; called by the script of a worker.
///
/// # Errors
/// A sentence where there is none, as the plan of the question was none; the page asks no such question.
#[wasm_bindgen]
pub fn reply() -> Result<Array, JsValue> {
    let (revision, reply) = take_answer().ok_or("no answer")?;
    Ok(message::write_reply(revision, &reply))
}

/// Leaves a question for [`later_answer`].
pub(super) fn ask(task: Task, trials: Trials) {
    ASKED.set(Some((task, trials)));
}

/// The answer with the revision of its plan.
pub(super) fn take_answer() -> Option<(u64, Reply)> {
    ANSWER.take()
}
