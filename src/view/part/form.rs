//! Lines of a form: what is asked, a field or a list below it, what is wrong.

use super::{FieldLook, choice_list, field_box, field_error};
use crate::markup::{Text, classed, el};
use crate::session::RAIL_STEPS;
use crate::session::panel::{ChoicePanel, FieldPanel, SliderPanel};
use crate::view::{Element, Intent};

/// A field with its name above it; `id` is the field's.
pub(in crate::view) fn form_item(name: impl Into<Text>, panel: &FieldPanel, id: &str) -> Element {
    classed("div", "form-item")
        .with(classed("label", "form-name").at("for", id.to_owned()).with(name.into()))
        .with(field_box(panel, FieldLook::Cell, id))
        .with(field_error(panel, id))
}

/// A list with its name above it.
pub(in crate::view) fn form_choice(name: impl Into<Text>, panel: &ChoicePanel) -> Element {
    classed("div", "form-item")
        .with(classed("span", "form-name").at("aria-hidden", "true").with(name.into()))
        .with(choice_list(panel))
}

/// A field with a slider beside it, and what it does.
pub(in crate::view) fn slider(panel: &SliderPanel, id: &str) -> Element {
    let [first, place, last] = panel.places.map(|place| place.to_string());
    let field = &panel.field;
    let handle = classed("input", "rail-input")
        .at("type", "range")
        .at("min", first)
        .at("max", last)
        // Whole percents.
        .at("step", ((RAIL_STEPS / 100.0) as u32).to_string())
        .at("value", place)
        .at("aria-label", field.label.clone())
        .at("aria-valuetext", format!("{}{}", field.text, field.unit))
        .on(Intent::Move(field.field, 1.0));
    classed("div", "form-item slider")
        .with(classed("label", "form-name").at("for", id.to_owned()).with(field.label.clone()))
        .with(classed("div", "slider-line").with(classed("div", "rail").with(handle)).with(field_box(
            field,
            FieldLook::Cell,
            id,
        )))
        .with(field_error(field, id))
        .with(el("p").at("class", "form-note").with(panel.note.clone()))
}
