//! Who answers for a number: glyph, colour and name together.

use gyakusan_engine::plan::Owner;
use leptos::prelude::*;

use crate::session::panel::Department;

/// Names a department, or two that share a number.
pub(in crate::app) fn department(department: &Department) -> AnyView {
    let glyphs = department.owners.iter().map(|owner| glyph(*owner)).collect_view();
    view! { <span class="department">{glyphs}{department.name}</span> }.into_any()
}

/// The name of a department in style sheets.
pub(in crate::app) fn style_name(department: &Department) -> &'static str {
    match department.owners.as_slice() {
        [owner] => owner_name(*owner),
        _ => "shared",
    }
}

fn glyph(owner: Owner) -> AnyView {
    let name = owner_name(owner);
    view! { <svg class="glyph" data-owner=name aria-hidden="true"><use href=format!("#glyph-{name}")></use></svg> }
        .into_any()
}

fn owner_name(owner: Owner) -> &'static str {
    match owner {
        Owner::Marketing => "marketing",
        Owner::InsideSales => "inside-sales",
        Owner::Sales => "sales",
        Owner::CustomerSuccess => "customer-success",
    }
}
