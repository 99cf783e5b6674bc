//! Properties and methods by their names: what is used here alone needs no way of its own out of the program.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; undefined where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// What a method gives for these arguments, at most two; `None` where there is no such method, or it throws.
pub(super) fn call(of: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = get(of, name).dyn_into().ok()?;
    match arguments.length() {
        0 => method.call0(of),
        1 => method.call1(of, &arguments.get(0)),
        _ => method.call2(of, &arguments.get(0), &arguments.get(1)),
    }
    .ok()
}

/// What a promise gives; `None` where it is none, or is broken.
pub(super) async fn settled(promise: Option<JsValue>) -> Option<JsValue> {
    let promise: Promise = promise?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
