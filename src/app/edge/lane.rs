//! A lane: one worker, the task it is at, and its replies.

use gyakusan_engine::sim::Trials;
use js_sys::{Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url};

use super::later::LATER;
use super::message;
use crate::session::{Reply, Task, Work};

/// Looks without a word after which a worker at chunks is taken for lost; and one that loads, or is at a question, which
/// takes seconds on a slow machine.
const PATIENCE: [u32; 2] = [2, 8];

/// What a worker runs, without a comment, as it is shipped as it stands: it loads the page's own program, then performs one task
/// a message.
///
/// Every answer is an array; a text is "ready" or the sentence of an error. A trap inside an asynchronous handler raises no
/// error event in any browser, so it is caught there and reported. A part of the program is instantiated at once, so that the
/// next message finds it. A question is answered by the later part, and the opening part holds the answer; a program in one
/// piece has the ways into its later part itself.
const SCRIPT: &str = include_str!("worker.js");

/// What a lane says.
#[derive(Debug)]
pub(super) enum News {
    /// The worker has loaded the program.
    Ready,
    /// A task is done: revision of its plan, and the reply.
    Done(u64, Reply),
    /// The worker is lost.
    Lost,
}

/// One worker.
#[derive(Debug)]
pub(super) struct Lane {
    worker: web_sys::Worker,
    pub(super) is_ready: bool,
    pub(super) task: Option<Task>,
    /// How often it was looked after since its task began.
    looks: u32,
    /// Kept alive as long as the worker may call them.
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn()>,
}

impl Lane {
    /// Starts a worker that tells `news` what happens; `None` where the browser gives none.
    pub(super) fn start(news: impl Fn(News) + Clone + 'static) -> Option<Self> {
        let program = Array::of2(&part("glueUrl")?, &part("wasmModule")?);
        let worker = web_sys::Worker::new(&script_url()?).ok()?;
        let on_message = listener(news.clone());
        let on_error = Closure::<dyn Fn()>::new(move || news(News::Lost));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.post_message(&program).ok()?;
        Some(Self {
            worker,
            is_ready: false,
            task: None,
            looks: 0,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Whether the lane waits for a task.
    pub(super) fn is_idle(&self) -> bool {
        self.is_ready && self.task.is_none()
    }

    /// Brings the later part of the program, and what it stands on, to a worker that is ready; a program in one piece has none.
    pub(super) fn bring_later(&self) {
        for name in ["page", "shared", LATER] {
            if let Some(module) = part("modules").and_then(|modules| member(&modules, name)) {
                // Compiled code can always be copied.
                let _ = self.worker.post_message(&Array::of3(&"part".into(), &name.into(), &module));
            }
        }
    }

    /// Hands a task to the worker, with the trials so far where it rests on them.
    pub(super) fn give(&mut self, task: Task, trials: &Trials) {
        // A plan and number arrays can always be copied.
        let _ = self.worker.post_message(&message::write_task(&task, trials));
        self.task = Some(task);
        self.looks = 0;
    }

    /// Looks after the worker; whether it has been silent for too long, where `losses` make patient.
    pub(super) fn is_silent(&mut self, losses: u32) -> bool {
        if self.is_idle() {
            return false;
        }
        self.looks += 1;
        let is_slow = self.task.as_ref().is_none_or(|task| matches!(task.work, Work::Answer(_)));
        self.looks > PATIENCE[usize::from(is_slow)] + losses
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// A part of what boot.js keeps.
fn part(name: &str) -> Option<JsValue> {
    member(&member(&js_sys::global(), "gyakusanBoot")?, name)
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|member| !member.is_undefined())
}

fn listener(news: impl Fn(News) + 'static) -> Closure<dyn Fn(MessageEvent)> {
    Closure::new(move |event: MessageEvent| {
        let data = event.data();
        let reply = data.dyn_ref::<Array>().and_then(message::read_reply);
        news(match (reply, data.as_string()) {
            (Some((revision, reply)), _) => News::Done(revision, reply),
            (None, Some(text)) if text == "ready" => News::Ready,
            (None, _) => News::Lost,
        });
    })
}

/// The address of the worker's script: a Blob, so that it starts in a sandboxed frame and from any directory.
fn script_url() -> Option<String> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let parts = Array::of1(&JsValue::from(SCRIPT));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}
