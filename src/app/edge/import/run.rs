//! One reading of the files: in a worker of its own where there is one, else on the page in slices. It ends with the value.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Url};

use super::object::get;
use super::reading;
use crate::app::edge::files;
use crate::import::Progress;
use crate::session::import::{Order, Outcome};

const SCRIPT: &str = include_str!("worker.js");

/// What is heard of a reading.
#[derive(Debug)]
pub(super) enum News {
    /// How far it is.
    Progress(Progress),
    /// What the files say.
    Done(Box<Outcome>),
    /// The file at this place cannot be read.
    Missed(usize),
    /// Whoever read is gone.
    Lost,
}

/// A reading.
#[derive(Debug)]
pub(super) struct Run {
    worker: Option<Listeners>,
    /// Whether the page is to stop.
    stops: Rc<Cell<bool>>,
}

impl Run {
    /// Reads the files of an order; `hear` is told what comes of it.
    pub(super) fn start(order: Order, blobs: &Array, hear: impl Fn(News) + Clone + 'static) -> Self {
        let stops = Rc::new(Cell::new(false));
        let text = order.to_json();
        let (order, files, told) = (Rc::new(order), blobs.clone(), hear.clone());
        let on_page = Rc::clone(&stops);
        let read_here = move || {
            let (stops, told) = (Rc::clone(&on_page), told.clone());
            let hear = move |news| {
                if !stops.get() {
                    told(news);
                }
                !stops.get()
            };
            reading::read_here(Rc::clone(&order), files.clone(), Box::new(hear));
        };
        let worker = worker(&text, blobs, hear, read_here.clone());
        if worker.is_none() {
            read_here();
        }
        Self { worker, stops }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.stops.set(true);
        if let Some((worker, ..)) = &self.worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// A worker and what hears it, kept alive as long as it may call.
type Listeners = (web_sys::Worker, Closure<dyn Fn(MessageEvent)>, Closure<dyn Fn()>);

/// A worker that reads the files; where it does not begin, `read_here` is called instead.
fn worker(
    order: &str,
    blobs: &Array,
    hear: impl Fn(News) + 'static,
    read_here: impl Fn() + 'static,
) -> Option<Listeners> {
    let boot = get(&js_sys::global(), "gyakusanBoot");
    let task = Array::of3(&get(&boot, "glueUrl"), &get(&boot, "wasmModule"), &get(&boot, "modules"));
    task.push(&order.into());
    task.push(blobs);
    let blob = files::text_blob(SCRIPT, "text/javascript").ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let worker = web_sys::Worker::new(&address).ok()?;
    let has_begun = Rc::new(Cell::new(false));
    let begun = Rc::clone(&has_begun);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        begun.set(true);
        hear(news(&event.data().unchecked_into()));
    });
    let on_error = Closure::<dyn Fn()>::new(move || {
        // A worker that is not admitted says so only now.
        if !has_begun.replace(true) {
            read_here();
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.post_message(&task).ok()?;
    Some((worker, on_message, on_error))
}

fn news(message: &Array) -> News {
    let number = |place: u32| message.get(place).as_f64().unwrap_or(0.0) as usize;
    match message.get(0).as_string().as_deref() {
        Some("progress") => News::Progress(Progress { bytes: number(1), rows: number(2), kept: number(3) }),
        Some("missed") => News::Missed(number(1)),
        Some("done") => {
            let texts = (1..message.length()).filter_map(|place| message.get(place).as_string());
            Outcome::from_texts(texts.collect()).map_or(News::Lost, |outcome| News::Done(Box::new(outcome)))
        }
        _ => News::Lost,
    }
}
