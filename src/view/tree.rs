//! The KPI tree: a column for each count, with the factor below it that makes the count to its left.

use super::part::{
    FieldLook, department, field_box, field_error, field_note, popover, popover_behind, rail, style_name,
};
use super::{Element, Intent, Node};
use crate::markup::{classed, el};
use crate::session::Press;
use crate::session::panel::{ColumnPanel, CountPanel, PopoverPanel, RatePanel, TreePanel, WholePanel};
use crate::text::Words;

/// The tree; in its wide form the channels are its leaves.
pub(super) fn view(panel: &TreePanel, words: Words, channels: Option<Element>) -> Element {
    let look = if channels.is_some() { "tree" } else { "tree tree-full" };
    classed("div", look)
        .at("role", "group")
        .at("aria-label", words.tree().region)
        .at("--columns", panel.columns.len().to_string())
        .with(root(panel, words))
        .all(panel.columns.iter().enumerate().map(|(place, part)| column(place, part)))
        .with(channels)
}

/// What belongs to the whole tree: counts rounded down each month, and the way back to the first plan.
pub(super) fn foot(panel: &TreePanel, words: Words) -> Element {
    let switch = classed("label", "tree-switch")
        .with(
            el("input")
                .at("type", "checkbox")
                .at("value", if panel.shows_whole { "true" } else { "false" })
                .on(Intent::Press(Press::WholeUnits)),
        )
        .with(words.tree().whole);
    let whole = match &panel.whole {
        Some(whole) => whole_units(whole, words).into(),
        None if panel.shows_whole => Node::Kept,
        None => "".into(),
    };
    classed("div", "tree-foot").with(switch).with(whole)
}

fn root(panel: &TreePanel, words: Words) -> Element {
    let parts = panel.sum.iter().enumerate().map(|(place, [name, amount])| {
        let sign = if place == 0 { "=" } else { "+" };
        el("li")
            .with(classed("span", "tree-sum-sign").with(sign))
            .with(el("span").with(name.clone()))
            .with(el("b").with(amount.clone()))
    });
    let sum = (!panel.sum.is_empty()).then(|| classed("ul", "tree-sum").all(parts));
    let factor = classed("p", "success-factor")
        .with(classed("span", "tag").with("KFS"))
        .with(words.tree().success_factor);
    classed("div", "tree-column tree-root").with(
        classed("div", "tree-count")
            .with(
                classed("div", "node-head")
                    .with(name(&panel.target.label, &panel.explanation))
                    .with(classed("span", "tag").with("KGI")),
            )
            .with(field_box(&panel.target, FieldLook::Node, "target"))
            .with(field_error(&panel.target, "target"))
            .with(classed("p", "node-note").with(panel.period.clone()))
            .with(sum)
            .with(factor),
    )
}

fn column(place: usize, column: &ColumnPanel) -> Element {
    classed("div", "tree-column")
        .at("data-owner", style_name(&column.rate.department))
        .with(count(place, &column.count))
        .with(classed("span", "operator").at("aria-hidden", "true").with("×"))
        .with(rate(place, &column.rate))
}

fn count(place: usize, count: &CountPanel) -> Element {
    let id = format!("count-{place}");
    classed("div", "tree-count")
        .at("data-owner", style_name(&count.department))
        .with(
            classed("div", "node-head")
                .with(name(&count.field.label, &count.explanation))
                .with(department(&count.department)),
        )
        .with(field_box(&count.field, FieldLook::Node, &id))
        .with(field_error(&count.field, &id))
        .with(classed("p", "node-note").with(count.note.clone()))
}

/// A name that opens how its number comes about.
fn name(name: &str, explanation: &PopoverPanel) -> Element {
    let summary = classed("summary", "node-open")
        .with(classed("span", "node-name").with(name.to_owned()))
        .with(classed("span", "node-help").at("aria-hidden", "true").with("?"))
        .with(classed("span", "visually-hidden").with(explanation.summary.clone()));
    popover_behind(summary, explanation, "popover popover-name", "")
}

fn rate(place: usize, rate: &RatePanel) -> Element {
    let id = format!("factor-{place}");
    let range_look = if rate.rail.range.is_some() { "rail-label-range" } else { "rail-label-none" };
    let band = rate
        .band
        .clone()
        .map(|(band, source)| classed("span", "rail-label-band").at("title", source).with(band));
    let notes = [(&rate.obstacle, "field-error"), (&rate.warning, "field-warning")];
    let notes = notes.map(|(note, class)| note.as_ref().map(|note| field_note(note, class)));
    let popovers = rate.popovers.iter().enumerate();
    let popovers = popovers.map(|(part, panel)| popover(panel, &format!("{id}-{part}")));
    classed("div", "tree-rate")
        .with(
            classed("div", "node-head")
                .with(name(&rate.field.label, &rate.explanation))
                .with(department(&rate.department)),
        )
        .with(field_box(&rate.field, FieldLook::Node, &id).flag("data-bad", rate.obstacle.is_some()))
        .with(field_error(&rate.field, &id))
        .all(notes)
        .with(rail(&rate.field, rate.rail))
        .with(
            classed("p", "rail-labels").with(classed("span", range_look).with(rate.range.clone())).with(band),
        )
        .with(classed("div", "evidence").all(popovers))
}

fn whole_units(panel: &WholePanel, words: Words) -> Element {
    let words = words.explain();
    let columns = words.whole_columns.map(|name| el("th").at("scope", "col").with(name));
    let rows = panel.rows.iter().map(|[stage, figures @ ..]| {
        el("tr")
            .with(el("th").at("scope", "row").with(stage.clone()))
            .all(figures.iter().map(|figure| el("td").with(figure.clone())))
    });
    classed("div", "tree-whole")
        .with(
            el("table")
                .at("aria-label", words.whole_title)
                .with(el("thead").with(el("tr").all(columns)))
                .with(el("tbody").all(rows)),
        )
        .with(el("p").with(words.whole_note))
}
