//! A table of written figures: what names a row, then its figures.

use super::{department, style_name};
use crate::markup::{classed, el};
use crate::session::panel::TableRow;
use crate::view::Element;

/// The row of the columns' names.
pub(in crate::view) fn table_head(first: &'static str, names: &[&'static str]) -> Element {
    let mut row = el("tr").with(el("th").at("scope", "col").with(first));
    for name in names {
        row = row.with(el("th").at("scope", "col").with(*name));
    }
    el("thead").with(row)
}

/// Rows in a `tbody` or `tfoot`; the figures at the place `chosen` are marked.
pub(in crate::view) fn table_rows(part: &'static str, rows: &[TableRow], chosen: Option<usize>) -> Element {
    let mut group = el(part);
    for row in rows {
        let owner = row.department.as_ref();
        let name = classed("span", "row-name").with(row.name.clone());
        let name = el("th").at("scope", "row").with(name).with(owner.map(department));
        let mut line = el("tr").at_some("data-owner", owner.map(style_name)).with(name);
        for (place, figure) in row.figures.iter().enumerate() {
            let chosen = (chosen == Some(place)).then_some("true");
            line = line.with(el("td").at_some("data-chosen", chosen).with(figure.clone()));
        }
        group = group.with(line);
    }
    group
}

/// A section below the tree that holds a table wider than some screens, which then scrolls inside itself.
pub(in crate::view) fn wide_table(label: &'static str, table: Element) -> Element {
    classed("div", "wide-table")
        .at("role", "group")
        .at("aria-labelledby", label)
        .at("tabindex", "0")
        .with(table)
}
