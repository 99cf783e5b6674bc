//! A chosen file: what it is, and its first rows below what their columns are taken for.

use super::{choice, drawn, list};
use crate::markup::{classed, el};
use crate::session::import::{FilePanel, ShownTable};
use crate::text::Language;
use crate::view::Element;
use crate::view::part::icon;

/// The file at a place.
pub(super) fn view(place: usize, panel: &FilePanel, language: Language) -> Element {
    let number = place.to_string();
    let fault = panel.fault.as_ref();
    let first = panel.first.as_ref();
    let head = classed("div", "import-file-head")
        .with(icon("#icon-file"))
        .with(classed("h2", "import-file-name").with(panel.name.clone()))
        .with(classed("span", "import-note").with(panel.facts.clone()))
        .with(
            classed("span", "import-file-buttons")
                .with(first.map(|name| drawn(["import-first-", &number].concat(), "#icon-up", name)))
                .with(drawn(["import-remove-", &number].concat(), "#icon-close", &panel.remove)),
        );
    let fault = fault.map(|sentence| {
        let words = language.words().importing();
        classed("p", "field-error")
            .with(icon("#icon-warning"))
            .with(el("span").with([sentence, words.others_stay].join(" ")))
    });
    classed("li", "import-file")
        .with(head)
        .with(fault)
        .with(classed("div", "import-lists").all(panel.choices.iter().map(list)))
        .with(panel.table.as_ref().map(table))
}

fn table(panel: &ShownTable) -> Element {
    let columns = panel.columns.iter().map(|column| {
        let class = match (column.is_used, column.is_unsure) {
            (_, true) => "import-sure import-unsure",
            (true, _) => "import-sure",
            (false, _) => "import-sure import-unused",
        };
        let mark = if column.is_used { "#icon-check" } else { "#icon-close" };
        let mark = if column.is_unsure { "#icon-warning" } else { mark };
        el("th")
            .at("scope", "col")
            .with(classed("span", "import-column").with(column.heading.clone()))
            .with(choice(&column.choice).at("aria-label", column.choice.label.clone()))
            .with(classed("span", class).with(icon(mark)).with(column.sure))
    });
    let rows = panel.rows.iter().map(|row| {
        el("tr").all(row.iter().zip(&panel.columns).map(|(cell, column)| {
            let class = if column.is_used { "" } else { "import-unused" };
            classed("td", class).with(cell.clone())
        }))
    });
    classed("div", "wide-table import-rows")
        .at("role", "group")
        .at("aria-label", panel.label.clone())
        .at("tabindex", "0")
        .with(
            classed("table", "import-table")
                .with(el("thead").with(el("tr").all(columns)))
                .with(el("tbody").all(rows)),
        )
}
