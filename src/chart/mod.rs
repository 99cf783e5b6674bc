//! Geometry of the drawings: values to percentages of the drawing's own width and height.
//!
//! Nothing here knows a signal, a word or the DOM. Vertical percentages count from the top, as in SVG.

mod columns;
mod curve;
mod dot_plot;
mod fan;
mod histogram;
mod landing;
mod line;
mod overlay;
mod scale;
mod short;

pub use columns::column_heights;
pub use curve::CurveDrawing;
pub use dot_plot::{DOTS, DotPlot, PILES};
pub use fan::FanDrawing;
pub use histogram::{HistogramDrawing, Tick};
pub use landing::LandingDrawing;
pub use line::{Place, band, keep_apart, line, stretch};
pub use overlay::{Outcomes, OverlayDrawing};
pub use scale::{Scale, round_end, round_step};
pub use short::short;
