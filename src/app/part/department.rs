//! Who answers for a number: glyph, colour and name together.

use gyakusan_engine::plan::Owner;
use leptos::prelude::*;

use crate::session::panel::Department;

/// Names a department, or two that share a number.
#[component]
pub(in crate::app) fn DepartmentLabel(
    /// The department.
    #[prop(into)]
    department: Signal<Department>,
) -> impl IntoView {
    let glyph = |owner: &Owner| {
        let name = owner_name(*owner);
        view! {
            <svg class="glyph" data-owner=name aria-hidden="true">
                <use href=format!("#glyph-{name}")></use>
            </svg>
        }
    };
    view! {
        <span class="department">
            {move || department.with(|department| department.owners.iter().map(glyph).collect_view())}
            {move || department.with(|department| department.name)}
        </span>
    }
}

/// The name of a department in style sheets.
pub(in crate::app) fn style_name(department: &Department) -> &'static str {
    match department.owners.as_slice() {
        [owner] => owner_name(*owner),
        _ => "shared",
    }
}

fn owner_name(owner: Owner) -> &'static str {
    match owner {
        Owner::Marketing => "marketing",
        Owner::InsideSales => "inside-sales",
        Owner::Sales => "sales",
        Owner::CustomerSuccess => "customer-success",
    }
}
