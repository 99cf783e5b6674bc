//! Who answers for a number: glyph, colour and name together.

use gyakusan_engine::plan::Owner;

use super::glyph;
use crate::markup::classed;
use crate::session::panel::Department;
use crate::view::Element;

/// Names a department, or two that share a number.
pub(in crate::view) fn department(department: &Department) -> Element {
    classed("span", "department")
        .all(department.owners.iter().copied().map(owner_glyph))
        .with(department.name)
}

/// The glyph of a department alone, where its name stands beside it.
pub(in crate::view) fn owner_glyph(owner: Owner) -> Element {
    let name = owner_name(owner);
    glyph("glyph", format!("#glyph-{name}")).at("data-owner", name)
}

/// The name of a department in style sheets.
pub(in crate::view) fn style_name(department: &Department) -> &'static str {
    match department.owners.as_slice() {
        [owner] => owner_name(*owner),
        _ => "shared",
    }
}

/// The name of an owner in style sheets.
pub(in crate::view) fn owner_name(owner: Owner) -> &'static str {
    match owner {
        Owner::Marketing => "marketing",
        Owner::InsideSales => "inside-sales",
        Owner::Sales => "sales",
        Owner::CustomerSuccess => "customer-success",
    }
}
