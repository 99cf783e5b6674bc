//! What `cargo xtask bench` measures: the engine's work, asked for by one line and performed without a clock.
//!
//! Whoever holds the clock is outside: the native program (`main.rs`), the script around the Wasm (`driver.js`), or whoever
//! asks them. Both read lines like
//!
//! ```text
//! details bench trials=100000
//! details bench trials=100000 months=24
//! levers default trials=100000
//! ```
//!
//! and answer each with "ready". The line "run" then has the work done and is answered by three numbers: microseconds, the
//! most bytes of memory so far (0 where they are not known), and what the work came to, which is the same everywhere.

mod plans;
mod request;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod work;

pub use work::Bench;
