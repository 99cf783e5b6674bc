//! What moves the result: one bar of shares, and a row for each of them.

use super::Element;
use super::part::{glyphs, percent, style_name};
use crate::markup::{classed, el};
use crate::session::panel::RowPanel;

/// The bar and its rows.
pub(super) fn view(rows: &[RowPanel]) -> Element {
    let part = |class: &'static str, row: &RowPanel| {
        classed("span", class)
            .at("data-look", row.look.name())
            .at("data-owner", style_name(&row.department))
            .at("--width", percent(row.bar.1))
    };
    let line = |row: &RowPanel| {
        classed("li", "share-row")
            .with(part("share-swatch", row))
            .with(classed("span", "row-name").with(glyphs(&row.department)).with(row.name.clone()))
            .with(el("b").with(row.figures[0].clone()))
            .with(classed("span", "share-note").with(row.note.clone()))
    };
    classed("div", "figure-chart")
        .with(
            classed("div", "shares-bar")
                .at("aria-hidden", "true")
                .all(rows.iter().map(|row| part("share", row))),
        )
        .with(classed("ul", "shares").all(rows.iter().map(line)))
}
