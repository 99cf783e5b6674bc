//! Lines of a form: what is asked, a field or a list below it, what is wrong.

use super::{FieldLook, choice_list, field_box, field_error};
use crate::markup::{classed, el};
use crate::session::{Choice, Field, RAIL_STEPS, Session};
use crate::view::{Element, Intent};

/// A field with its name above it, `id` the field's; an empty place where the plan has no such field.
pub(in crate::view) fn form_item(session: &Session, field: Field, id: &str) -> Element {
    let item = classed("div", "form-item");
    let Some(panel) = session.field(field) else { return item };
    item.with(classed("label", "form-name").at("for", id.to_owned()).with(panel.label.clone()))
        .with(field_box(&panel, FieldLook::Cell, id))
        .with(field_error(&panel, id))
}

/// A list with its name above it.
pub(in crate::view) fn form_choice(session: &Session, choice: Choice) -> Element {
    let panel = session.choice(choice);
    let name = classed("span", "form-name").at("aria-hidden", "true").with(panel.label.clone());
    classed("div", "form-item").with(name).with(choice_list(&panel))
}

/// Fields side by side.
pub(in crate::view) fn form_grid(class: &'static str, items: Vec<Element>) -> Element {
    classed("div", class).all(items)
}

/// A line of small print.
pub(in crate::view) fn form_note(words: impl Into<crate::markup::Text>) -> Element {
    classed("p", "form-note").with(words.into())
}

/// A share with a slider below it; the first and last place of the handle, in [`RAIL_STEPS`] of the whole.
pub(in crate::view) fn slider(session: &Session, field: Field, id: &str, [first, last]: [u32; 2]) -> Element {
    let item = form_item(session, field, id);
    let Some(panel) = session.field(field) else { return item };
    let place = (RAIL_STEPS * session.share(field)).round() as u32;
    let handle = el("input")
        .at("class", "rail-input")
        .at("type", "range")
        .at("min", first.to_string())
        .at("max", last.to_string())
        // Whole percents.
        .at("step", "5")
        .at("value", place.to_string())
        .at("aria-label", panel.label)
        .at("aria-valuetext", panel.text + &panel.unit)
        .on(Intent::Move(field, 1.0));
    item.with(classed("div", "rail").with(handle))
}
