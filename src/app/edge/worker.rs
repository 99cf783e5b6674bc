//! The program's side of a worker: one task in, one reply out.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::message;
use crate::session::Worker;

thread_local! {
    static WORKER: RefCell<Worker> = RefCell::default();
}

/// Performs a task of the page; called by the script of a worker.
///
/// # Errors
/// A sentence where the message is no task or its plan no plan; neither is sent by the page.
#[wasm_bindgen]
pub fn work(task: &Array) -> Result<Array, JsValue> {
    let (task, trials) = message::read_task(task).ok_or("no task")?;
    let reply = WORKER.with_borrow_mut(|worker| worker.perform(&task, &trials))?;
    Ok(message::write_reply(task.revision, &reply))
}
