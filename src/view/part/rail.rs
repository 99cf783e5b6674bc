//! A rail: benchmark, range and value of a number on one scale, and a handle to move it.

use super::percent;
use crate::markup::{classed, el};
use crate::session::RAIL_STEPS;
use crate::session::panel::{FieldPanel, RailPanel};
use crate::view::{Element, Intent};

/// The rail of a field.
pub(in crate::view) fn rail(field: &FieldPanel, rail: RailPanel) -> Element {
    let blocks = [("rail-band", rail.band), ("rail-range", rail.range)];
    let drawn = blocks.into_iter().filter_map(|(class, place)| {
        let (start, width) = place?;
        Some(classed("rect", class).at("x", percent(start)).at("width", percent(width)))
    });
    classed("div", "rail").with(classed("svg", "rail-scale").at("aria-hidden", "true").all(drawn)).with(
        el("input")
            .at("class", "rail-input")
            .at("type", "range")
            .at("min", "0")
            .at("max", (RAIL_STEPS as u32).to_string())
            .at("value", ((RAIL_STEPS * rail.value / rail.end).round() as u32).to_string())
            .at("aria-label", field.label.clone())
            .at("aria-valuetext", format!("{}{}", field.text, field.unit))
            .on(Intent::Move(field.field, rail.end)),
    )
}
