//! The page of Gyakusan (逆算): what surrounds the engine.
//!
//! * [`text`]: words and written numbers in two languages.
//! * [`chart`]: values to the coordinates of drawings.
//! * [`document`]: everything a user enters.
//! * [`share`]: whatever leaves the process or comes into it.
//! * [`import`]: tables of other programs to actuals.
//! * [`shelf`]: the plans that are saved on this device.
//! * [`session`]: what the user entered and what came back, and what every panel shows of it, as plain data.
//! * `app`: Leptos components and browser interfaces; only there when built for the browser.
//!
//! Directions: `text` and `chart` know neither `session` nor `app`; `session` knows no browser.

pub mod chart;
pub mod document;
pub mod import;
pub mod markup;
pub mod session;
pub mod share;
pub mod shelf;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod app;
