//! The way in for scripts.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::Bench;

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

/// Makes a request ready to be run; gives a sentence where it is none.
#[wasm_bindgen]
pub fn prepare(line: &str) -> Option<String> {
    BENCH.with_borrow_mut(|bench| bench.prepare(line)).err()
}

/// Runs what is ready.
#[wasm_bindgen]
pub fn run() -> f64 {
    BENCH.with_borrow(Bench::run)
}
