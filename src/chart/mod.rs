//! Geometry of the drawings: values to percentages of the drawing's own width and height.
//!
//! Nothing here knows a signal, a word or the DOM. Vertical percentages count from the top, as in SVG.

mod columns;
mod histogram;
mod scale;
mod short;

pub use columns::{column_heights, whole_parts};
pub use histogram::{HistogramDrawing, Tick};
pub use scale::{Scale, round_end, round_step};
pub use short::short;
