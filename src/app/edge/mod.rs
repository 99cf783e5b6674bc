//! The browser's interfaces, one a file: address, storage, files, workers, messages, pictures, parts of the program, time.

pub mod address;
pub mod agreement;
mod author;
mod device;
pub mod exporter;
mod files;
mod import;
pub mod keeper;
mod lane;
pub mod later;
pub mod library;
mod message;
pub mod method;
pub mod picture;
pub mod runner;
mod slices;
pub mod theme;
pub mod track;
mod worker;

pub use agreement::part_agree_make;
pub use author::part_author_open;
pub use exporter::{part_export_lines, part_export_make};
pub use import::{part_import_show, part_reader_look, part_reader_read, part_reader_work};
pub use later::part_compare_view;
pub use method::part_method_make;
pub use track::part_track_make;
pub use worker::{later_answer, reply, work};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls `action` once, when the browser has done what else there is to do.
pub fn soon(action: impl FnOnce() + 'static) {
    after(0, action);
}

/// Calls `action` once, after this many milliseconds.
fn after(milliseconds: i32, action: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(action);
    if let Some(window) = web_sys::window() {
        // Only a window that is being torn down refuses a timer.
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
