//! Twenty equally likely outcomes as dots: filled where the target is reached, hollow and struck where it is missed.

use super::Element;
use crate::chart::short;
use crate::markup::{classed, el};
use crate::session::panel::DotsPanel;

/// The distance between two dots, in the drawing's own unit.
const STEP: f64 = 20.0;

/// The dots with how many of them reach the target.
pub(super) fn view(panel: &DotsPanel) -> Element {
    let dot = |(place, reached): (usize, &bool)| {
        let x = STEP * (place as f64 + 0.5);
        let circle = el("circle").at("cx", short(x)).at("cy", "10").at("r", "6.5");
        let group = classed("g", if *reached { "dot-reached" } else { "dot-missed" }).with(circle);
        group.with((!reached).then(|| el("path").at("d", format!("M{} 10h6", short(x - 3.0)))))
    };
    let count = panel.reached.len() as f64;
    let drawing = classed("svg", "dots-drawing")
        .at("viewBox", format!("0 0 {} 20", short(STEP * count)))
        .at("aria-hidden", "true")
        .all(panel.reached.iter().enumerate().map(dot));
    let sample = |(reached, word): (bool, &'static str)| {
        let circle = el("circle").at("cx", "10").at("cy", "10").at("r", "6.5");
        let class = if reached { "dot-reached" } else { "dot-missed" };
        let group = classed("g", class).with(circle).with((!reached).then(|| el("path").at("d", "M7 10h6")));
        let svg =
            classed("svg", "dots-sample").at("viewBox", "0 0 20 20").at("aria-hidden", "true").with(group);
        el("span").with(svg).with(word)
    };
    classed("div", "dots")
        .with(drawing)
        .with(el("b").with(panel.sentence.clone()))
        .with(classed("span", "dots-legend").all([true, false].into_iter().zip(panel.legend).map(sample)))
}
