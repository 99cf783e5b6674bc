//! A figure: its finding, how to read it, the drawing, and a table of the same numbers in its place.

use super::part::{button, icon, percent};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::PlacedLabel;
use crate::session::{Figure, Press, Session};

/// What a figure says in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// The finding.
    pub(super) title: String,
    /// Units, and how to read it.
    pub(super) reading: String,
}

/// The numbers of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// Names of the columns.
    pub(super) head: Vec<String>,
    /// Rows; the first cell names the row.
    pub(super) rows: Vec<Vec<String>>,
}

/// A figure with its drawing and its table, one of which is shown.
pub(super) fn view(
    session: &Session,
    figure: Figure,
    heading: Heading,
    chart: Element,
    table: &Table,
) -> Element {
    let words = &session.language.words().odds;
    let is_table = session.screen.is_table(figure);
    let id = format!("{}-table", figure.id());
    let toggle = button("figure-toggle")
        .at("aria-pressed", if is_table { "true" } else { "false" })
        .at("aria-controls", id.clone())
        .on(Intent::Press(Press::Table(figure)))
        .with(icon("#icon-table"))
        .with(el("span").with(if is_table { words.figure } else { words.table }));
    classed("figure", "figure")
        .at("id", figure.id())
        .at_some("data-interim", session.is_interim().then_some("true"))
        .with(
            classed("figcaption", "figure-caption")
                .with(classed("h2", "figure-title").with(heading.title))
                .with(classed("p", "figure-reading").with(heading.reading)),
        )
        .with(toggle)
        .with(chart.flag("hidden", is_table))
        .with(classed("div", "figure-table").at("id", id).flag("hidden", !is_table).with(drawn(table)))
}

fn drawn(table: &Table) -> Element {
    let head = table.head.iter().map(|name| el("th").at("scope", "col").with(name.clone()));
    let row = |cells: &Vec<String>| {
        let cell = |(place, text): (usize, &String)| {
            let cell = if place == 0 { el("th").at("scope", "row") } else { el("td") };
            cell.with(text.clone())
        };
        el("tr").all(cells.iter().enumerate().map(cell))
    };
    classed("table", "data-table")
        .with(el("thead").with(el("tr").all(head)))
        .with(el("tbody").all(table.rows.iter().map(row)))
}

/// A drawing that is stretched to its place; what is written stands beside it as text.
pub(super) fn plot(class: &'static str) -> Element {
    classed("svg", class)
        .at("viewBox", "0 0 100 100")
        .at("preserveAspectRatio", "none")
        .at("aria-hidden", "true")
        .at("focusable", "false")
}

/// A label at its place.
pub(super) fn placed(class: &'static str, label: &PlacedLabel) -> Element {
    classed("span", class).at("--at", percent(label.at)).with(label.text.clone())
}

/// Labels along the horizontal axis.
pub(super) fn ticks_across(labels: &[PlacedLabel]) -> impl Iterator<Item = Element> {
    let last = labels.len().saturating_sub(1);
    labels.iter().enumerate().map(move |(place, label)| {
        // On the narrowest screens the label before the last has no room; at the right edge the last one is held inside.
        let optional = (place + 1 == last && last > 2).then_some("true");
        let edge = (place == last && label.at > 96.0).then_some("end");
        placed("tick-across", label).at_some("data-optional", optional).at_some("data-edge", edge)
    })
}
