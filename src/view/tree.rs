//! The KPI tree: a column for each count, with the factor below it that makes the count to its left.

use super::Element;
use super::part::{FieldLook, department, field_box, field_error, icon, rail, style_name};
use crate::markup::{classed, el};
use crate::session::panel::{ColumnPanel, CountPanel, RatePanel, TreePanel};
use crate::text::Words;

/// The tree; in its wide form the channels are its leaves.
pub(super) fn view(panel: &TreePanel, words: &'static Words, channels: Option<Element>) -> Element {
    let look = if channels.is_some() { "tree" } else { "tree tree-full" };
    classed("div", look)
        .at("role", "group")
        .at("aria-label", words.tree.region)
        .at("--columns", panel.columns.len().to_string())
        .with(root(panel))
        .all(panel.columns.iter().enumerate().map(|(place, part)| column(place, part, words)))
        .with(channels)
}

fn root(panel: &TreePanel) -> Element {
    classed("div", "tree-column").with(
        classed("div", "tree-count")
            .with(
                classed("div", "node-head")
                    .with(classed("span", "node-name").with(panel.target.label.clone()))
                    .with(classed("span", "tag").with("KGI")),
            )
            .with(field_box(&panel.target, FieldLook::Node, "target"))
            .with(field_error(&panel.target, "target"))
            .with(classed("p", "node-note").with(panel.period.clone())),
    )
}

fn column(place: usize, column: &ColumnPanel, words: &'static Words) -> Element {
    classed("div", "tree-column")
        .at("data-owner", style_name(&column.rate.department))
        .with(count(&column.count, words.tree.answer))
        .with(classed("span", "operator").at("aria-hidden", "true").with("×"))
        .with(rate(place, &column.rate))
}

fn count(count: &CountPanel, answer: &'static str) -> Element {
    let [look, symbol] = if count.is_answer {
        ["field field-answer", "#icon-open-lock"]
    } else {
        ["field field-computed", "#icon-computed"]
    };
    let word = count.is_answer.then(|| classed("span", "field-mark-word").with(answer));
    classed("div", "tree-count")
        .at("data-owner", style_name(&count.department))
        .with(head(&count.name, &count.department))
        .with(
            classed("label", look)
                .with(
                    classed("input", "field-number")
                        .flag("readonly", true)
                        .at("value", count.text.clone())
                        .at("size", count.text.len().to_string())
                        .at("aria-label", count.name.clone()),
                )
                .with(classed("span", "field-unit").with(count.unit.clone()))
                .with(classed("span", "field-mark").with(icon(symbol)).with(word)),
        )
        .with(classed("p", "node-note").with(count.note.clone()))
}

fn head(name: &str, owner: &crate::session::panel::Department) -> Element {
    classed("div", "node-head")
        .with(classed("span", "node-name").with(name.to_owned()))
        .with(department(owner))
}

fn rate(place: usize, rate: &RatePanel) -> Element {
    let id = format!("factor-{place}");
    let range_look = if rate.rail.range.is_some() { "rail-label-range" } else { "rail-label-none" };
    let band = rate
        .band
        .clone()
        .map(|(band, source)| classed("span", "rail-label-band").at("title", source).with(band));
    classed("div", "tree-rate")
        .with(head(&rate.field.label, &rate.department))
        .with(field_box(&rate.field, FieldLook::Node, &id))
        .with(field_error(&rate.field, &id))
        .with(rail(&rate.field, rate.rail))
        .with(
            classed("p", "rail-labels").with(classed("span", range_look).with(rate.range.clone())).with(band),
        )
        .with(el("p").at("class", "evidence").with(rate.evidence.clone()))
}
