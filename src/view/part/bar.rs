//! A bar or a range in a row.

use super::{owner_glyph, percent, style_name};
use crate::markup::classed;
use crate::session::panel::{Department, RowPanel};
use crate::view::Element;

/// The bar of a row, with its marked place.
pub(in crate::view) fn bar(row: &RowPanel) -> Element {
    let (start, width) = row.bar;
    classed("span", "bar")
        .at("aria-hidden", "true")
        .at("data-look", row.look.name())
        .at("data-owner", style_name(&row.department))
        .with(classed("span", "bar-fill").at("--at", percent(start)).at("--width", percent(width)))
        .with(row.dot.map(|at| classed("span", "bar-dot").at("--at", percent(at))))
}

/// The glyphs of a department, without its name: for rows that are named themselves.
pub(in crate::view) fn glyphs(department: &Department) -> Element {
    let name = (!department.name.is_empty()).then_some(department.name);
    classed("span", "glyphs").at_some("title", name).all(department.owners.iter().copied().map(owner_glyph))
}
