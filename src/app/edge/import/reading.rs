//! Reading files: a part of the program of its own, which knows what tables are. Piece by piece, in a worker or on the page.

use std::cell::RefCell;
use std::rc::Rc;

use gyakusan_engine::plan::Plan;
use js_sys::{Array, Function, JSON, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::object::{call, get, settled};
use super::run::News;
use crate::app::edge::later;
use crate::import::Memory;
use crate::session::import::{Importing, Order, Outcome};
use crate::share::csv::Foreign;

/// The name of the part.
pub(super) const PART: &str = "reader";
/// Bytes that a worker reads at once.
const PIECE_OF_WORKER: usize = 1 << 20;

/// Bytes that the page reads at once: a few milliseconds.
const PIECE_OF_PAGE: usize = 1 << 17;

/// Hears what comes of a reading, and says whether to go on.
pub(super) type Hearer = Box<dyn Fn(News) -> bool>;

/// A reading on the page.
type Task = (Rc<Order>, Array, Hearer);

thread_local! {
    static LOOKED_AT: RefCell<Option<(Importing, Plan)>> = const { RefCell::new(None) };
    static TASK: RefCell<Option<Task>> = const { RefCell::new(None) };
}

/// Looks at files for a plan.
pub(super) fn look(importing: &mut Importing, plan: &Plan) {
    let given = std::mem::replace(importing, Importing::new(Memory::default()));
    LOOKED_AT.replace(Some((given, plan.clone())));
    later::call_part(PART, "part_reader_look");
    if let Some((looked_at, _)) = LOOKED_AT.take() {
        *importing = looked_at;
    }
}

/// Reads the files of an order on the page.
pub(super) fn read_here(order: Rc<Order>, blobs: Array, hear: Hearer) {
    TASK.replace(Some((order, blobs, hear)));
    later::call_part(PART, "part_reader_read");
}

/// Looks at the files that wait for it; a way into the part.
#[wasm_bindgen]
pub fn part_reader_look() {
    LOOKED_AT.with_borrow_mut(|asked| {
        if let Some((importing, plan)) = asked {
            importing.look(plan, decoder);
        }
    });
}

/// Reads the files that wait for it on the page; a way into the part.
#[wasm_bindgen]
pub fn part_reader_read() {
    let Some((order, blobs, hear)) = TASK.take() else { return };
    spawn_local(async move {
        if let Some(end) = read(&order, &blobs, PIECE_OF_PAGE, &hear).await {
            hear(end);
        }
    });
}

/// Bytes of a file from a place on, at most so many; `None` where the browser cannot read it.
async fn slice(blob: &Blob, from: usize, length: usize) -> Option<Uint8Array> {
    let ends = Array::of2(&(from as f64).into(), &((from + length) as f64).into());
    let part = call(blob, "slice", &ends)?;
    let buffer = settled(call(&part, "arrayBuffer", &Array::new())).await?;
    Some(Uint8Array::new(&buffer))
}

/// The browser's decoder of `Shift_JIS`.
fn decoder() -> Option<Foreign> {
    let class: Function = get(&js_sys::global(), "TextDecoder").dyn_into().ok()?;
    let decoder = Reflect::construct(&class, &Array::of1(&"shift_jis".into())).ok()?;
    let options = JSON::parse(r#"{"stream":true}"#).ok()?;
    Some(Box::new(move |bytes: &[u8], is_last: bool| {
        let options = if is_last { &JsValue::UNDEFINED } else { &options };
        let text = call(&decoder, "decode", &Array::of2(&Uint8Array::from(bytes), options));
        text.and_then(|text| text.as_string()).unwrap_or_default()
    }))
}

/// Reads the files of an order in pieces of this length; gives what came of it, or nothing where nobody waits any more.
async fn read(order: &Order, blobs: &Array, piece: usize, hear: &Hearer) -> Option<News> {
    let mut importer = order.importer();
    for (place, file) in order.files.iter().enumerate() {
        let Ok(blob) = blobs.get(place as u32).dyn_into::<Blob>() else { return Some(News::Missed(place)) };
        importer.open(&file.name, file.layout, decoder(), Some(file.mapping.clone()));
        let mut from = 0;
        while from < file.bytes {
            let Some(bytes) = slice(&blob, from, piece).await else { return Some(News::Missed(place)) };
            importer.push(&bytes.to_vec());
            from += piece;
            if !hear(News::Progress(importer.progress())) {
                return None;
            }
        }
    }
    Some(News::Done(Box::new(Outcome::new(importer.finish(), &order.plan, &order.conditions))))
}

/// Reads in a worker what its script has left for it; the way into the part there.
#[wasm_bindgen]
pub fn part_reader_work() {
    spawn_local(async {
        let task: Array = get(&js_sys::global(), "gyakusanImport").unchecked_into();
        let order = task.get(0).as_string().and_then(|text| Order::from_json(&text));
        let hear: Hearer = Box::new(|news| {
            call(&js_sys::global(), "postMessage", &Array::of1(&message(&news)));
            true
        });
        let end = match order {
            Some(order) => read(&order, &task.get(1).unchecked_into(), PIECE_OF_WORKER, &hear).await,
            None => None,
        };
        hear(end.unwrap_or(News::Lost));
    });
}

/// News as a worker sends them.
fn message(news: &News) -> Array {
    match news {
        News::Progress(progress) => {
            let message = Array::of1(&"progress".into());
            for number in [progress.bytes, progress.rows, progress.kept] {
                message.push(&(number as f64).into());
            }
            message
        }
        News::Done(outcome) => {
            let message = Array::of1(&"done".into());
            for text in outcome.to_texts() {
                message.push(&(&*text).into());
            }
            message
        }
        News::Missed(place) => Array::of2(&"missed".into(), &(*place as f64).into()),
        News::Lost => Array::of1(&"lost".into()),
    }
}
