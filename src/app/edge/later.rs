//! The later part of the program: boot.js fetches it when it is first asked for, and calls the ways into it.
//!
//! A way in is an export whose name begins with `later_`, without arguments or result: what it works on waits here for
//! it, and what it makes is taken from here. In a page that is being developed all of the program is one piece, and the
//! same calls reach it there.

use std::cell::{Cell, RefCell};

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::session::Session;
use crate::view::{self, Element};

/// The way in that makes the sections of the view.
const SECTIONS: &str = "later_sections";
/// The way in that answers a question.
pub(super) const ANSWER: &str = "later_answer";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = gyakusanBoot, js_name = later)]
    fn fetch() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = gyakusanBoot, js_name = call)]
    fn call_way(name: &str) -> Result<(), JsValue>;
}

thread_local! {
    static SESSION: Cell<Option<RwSignal<Session>>> = const { Cell::new(None) };
    static MADE: RefCell<Option<Vec<Element>>> = const { RefCell::new(None) };
}

/// Fetches the later part, and says whether it came.
pub fn load(came: impl Fn(bool) + Copy + 'static) {
    let Ok(promise) = fetch() else { return came(false) };
    let done = Closure::<dyn FnMut(JsValue)>::new(move |_| came(true));
    let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| came(false));
    let _ = promise.then2(&done, &failed);
    // One of them is called, after this has returned.
    done.forget();
    failed.forget();
}

/// The sections that the later part makes for the view that is shown; `None` where it cannot.
pub fn sections(session: RwSignal<Session>) -> Option<Vec<Element>> {
    SESSION.set(Some(session));
    call(SECTIONS);
    MADE.take()
}

/// Makes the sections; a way into the later part.
#[wasm_bindgen]
pub fn later_sections() {
    let Some(session) = SESSION.get() else { return };
    MADE.set(Some(session.with_untracked(view::later)));
}

/// Calls a way into the later part; where it is not there, nothing is made and nobody waits for it.
pub(super) fn call(way: &str) {
    let _ = call_way(way);
}
