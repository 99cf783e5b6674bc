//! The strip of four figures, in sight on every view.

use super::part::{FieldLook, field_box, field_error, long_or_short, percent};
use super::{Element, Node};
use crate::markup::{classed, el};
use crate::session::panel::{SpreadPanel, StripPanel};
use crate::text::Words;
use crate::text::number::Written;

/// The strip of four figures.
pub(super) fn view(panel: &StripPanel, words: Words) -> Element {
    let [fill, mark] = panel.chance_bar.map(percent);
    let bar = classed("svg", "odds-bar")
        .at("aria-hidden", "true")
        .with(classed("rect", "odds-bar-fill").at("width", fill))
        .with(classed("rect", "odds-bar-mark").at("x", mark));
    let more = panel.more.clone().map(|more| classed("span", "difference").with(more));
    classed("section", "strip")
        .at_some("data-interim", panel.is_interim.then_some("true"))
        .at("aria-label", words.strip().region)
        .with(target_cell(panel))
        .with(cell(&panel.chance_label, "chance", panel.chance.as_ref(), bar, &panel.chance_note))
        .with(cell(
            &panel.median_label,
            "median",
            panel.median.as_ref(),
            panel.spread.map(spread),
            &panel.spread_note,
        ))
        .with(cell(&panel.required_label, "required", panel.required.as_ref(), more, &panel.required_note))
}

fn target_cell(panel: &StripPanel) -> Element {
    let id = "strip-target";
    classed("div", "strip-cell")
        .with(classed("label", "strip-label").at("for", id).all(long_or_short(&panel.target_label)))
        .with(classed("div", "strip-value").with(field_box(&panel.target, FieldLook::Strip, id)))
        .with(field_error(&panel.target, id))
}

/// A figure with its unit in small type (nothing before the first answer), what stands beside it, and a note.
fn cell(
    label: &[String; 2],
    id: &'static str,
    figure: Option<&Written>,
    beside: impl Into<Node>,
    note: &str,
) -> Element {
    let Written { number, unit } = figure.cloned().unwrap_or_default();
    classed("div", "strip-cell")
        .with(classed("span", "strip-label").all(long_or_short(label)))
        .with(
            classed("div", "strip-value")
                .with(classed("b", "strip-number").at("id", id).with(number).with(el("small").with(unit)))
                .with(beside),
        )
        .with(classed("span", "strip-note").with(note.to_owned()))
}

fn spread(spread: SpreadPanel) -> Element {
    let (start, width) = spread.line;
    classed("svg", "spread")
        .at("aria-hidden", "true")
        .with(classed("rect", "spread-line").at("x", percent(start)).at("width", percent(width)))
        .with(classed("rect", "spread-target").at("x", percent(spread.target)))
        .with(classed("circle", "spread-middle").at("cx", percent(spread.middle)))
}
