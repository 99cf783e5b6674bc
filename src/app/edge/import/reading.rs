//! Reading files piece by piece, in a worker or on the page: the same program.

use js_sys::{Array, Function, JSON, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::object::{call, get, settled};
use crate::import::Progress;
use crate::session::import::{Order, Outcome};
use crate::share::csv::Foreign;

/// Bytes that a worker reads at once.
const PIECE_OF_WORKER: usize = 1 << 20;

/// What reading came to.
#[derive(Debug)]
pub(super) enum End {
    /// What the files say.
    Read(Outcome),
    /// The file at this place cannot be read.
    Missed(usize),
    /// Nobody waits for it any more.
    Stopped,
}

/// Bytes of a file from a place on, at most so many; `None` where the browser cannot read it.
pub(super) async fn slice(blob: &Blob, from: usize, length: usize) -> Option<Uint8Array> {
    let ends = Array::of2(&(from as f64).into(), &((from + length) as f64).into());
    let part = call(blob, "slice", &ends)?;
    let buffer = settled(call(&part, "arrayBuffer", &Array::new())).await?;
    Some(Uint8Array::new(&buffer))
}

/// What stands at an address beside the page.
pub(super) async fn fetch(address: &str) -> Option<Blob> {
    let answer = settled(call(&js_sys::global(), "fetch", &Array::of1(&address.into()))).await?;
    if !get(&answer, "ok").is_truthy() {
        return None;
    }
    settled(call(&answer, "blob", &Array::new())).await?.dyn_into().ok()
}

/// The browser's decoder of `Shift_JIS`.
pub(super) fn decoder() -> Option<Foreign> {
    let class: Function = get(&js_sys::global(), "TextDecoder").dyn_into().ok()?;
    let decoder = Reflect::construct(&class, &Array::of1(&"shift_jis".into())).ok()?;
    let options = JSON::parse(r#"{"stream":true}"#).ok()?;
    Some(Box::new(move |bytes: &[u8], is_last: bool| {
        let options = if is_last { &JsValue::UNDEFINED } else { &options };
        let text = call(&decoder, "decode", &Array::of2(&Uint8Array::from(bytes), options));
        text.and_then(|text| text.as_string()).unwrap_or_default()
    }))
}

/// Reads the files of an order in pieces of this length. `tell` hears how far it is, and says whether to go on.
pub(super) async fn read(
    order: &Order,
    blobs: &Array,
    piece: usize,
    tell: impl Fn(Progress) -> bool,
) -> End {
    let mut importer = order.importer();
    for (place, file) in order.files.iter().enumerate() {
        let Ok(blob) = blobs.get(place as u32).dyn_into::<Blob>() else { return End::Missed(place) };
        importer.open(&file.name, file.layout, decoder(), Some(file.mapping.clone()));
        let mut from = 0;
        while from < file.bytes {
            let Some(bytes) = slice(&blob, from, piece).await else { return End::Missed(place) };
            importer.push(&bytes.to_vec());
            from += piece;
            if !tell(importer.progress()) {
                return End::Stopped;
            }
        }
    }
    End::Read(Outcome::new(importer.finish(), &order.plan))
}

/// Reads in a worker what its script has left for it; the way into the part there.
#[wasm_bindgen]
pub fn part_import_read() {
    spawn_local(async {
        let global = js_sys::global();
        let task = get(&global, "gyakusanImport");
        let task: Array = task.unchecked_into();
        let post = |message: &Array| {
            call(&js_sys::global(), "postMessage", &Array::of1(message));
        };
        let Some(order) = task.get(0).as_string().and_then(|text| Order::from_json(&text)) else {
            return post(&Array::of1(&"lost".into()));
        };
        let tell = |progress: Progress| {
            let message = Array::of1(&"progress".into());
            for number in [progress.bytes, progress.rows, progress.kept] {
                message.push(&(number as f64).into());
            }
            post(&message);
            true
        };
        let message = match read(&order, &task.get(1).unchecked_into(), PIECE_OF_WORKER, tell).await {
            End::Read(outcome) => {
                let message = Array::of1(&"done".into());
                for text in outcome.to_texts() {
                    message.push(&(&*text).into());
                }
                message
            }
            End::Missed(place) => Array::of2(&"missed".into(), &(place as f64).into()),
            End::Stopped => Array::of1(&"lost".into()),
        };
        post(&message);
    });
}
