//! The percentiles below the histogram, on its axis.

use super::Element;
use super::part::percent;
use crate::markup::{classed, el};
use crate::session::panel::PlacedLabel;

/// P10, P50 and P90 with a line from the first to the last.
pub(super) fn percentiles(labels: &[(&'static str, PlacedLabel); 3]) -> Element {
    let [low, middle, high] = [0, 1, 2].map(|which: usize| labels[which].1.at);
    let label = |(name, label): &(&'static str, PlacedLabel)| {
        classed("span", "percentile").with(el("small").with(*name)).with(el("b").with(label.text.clone()))
    };
    let svg = classed("svg", "percentiles-drawing")
        .at("aria-hidden", "true")
        .with(classed("rect", "percentiles-line").at("x", percent(low)).at("width", percent(high - low)))
        .with(classed("circle", "percentiles-middle").at("cx", percent(middle)));
    classed("div", "percentiles")
        .at("--p10", percent(low))
        .at("--p50", percent(middle))
        .at("--p90", percent(high))
        .with(svg)
        .all(labels.iter().map(label))
}
