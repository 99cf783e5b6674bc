//! A field that is typed into.

use super::icon;
use crate::markup::{classed, el};
use crate::session::panel::FieldPanel;
use crate::view::{Element, Intent};

/// How a field looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum FieldLook {
    /// A node of the tree.
    Node,
    /// The target in the strip.
    Strip,
    /// A cell of a table, or a line of a form.
    Cell,
}

/// A field with its unit, in a box that a press anywhere focuses. `id` is the field's; its error is shown in the element
/// `<id>-error`.
pub(in crate::view) fn field_box(panel: &FieldPanel, look: FieldLook, id: &str) -> Element {
    let is_bad = panel.error.is_some();
    let box_class = match (look, is_bad) {
        (FieldLook::Node, false) => "field field-given",
        (FieldLook::Node, true) => "field field-given field-bad",
        (FieldLook::Strip, false) => "strip-field",
        (FieldLook::Strip, true) => "strip-field field-bad",
        (FieldLook::Cell, false) => "cell",
        (FieldLook::Cell, true) => "cell cell-bad",
    };
    let [input, unit] = match look {
        FieldLook::Node | FieldLook::Strip => ["field-number", "field-unit"],
        FieldLook::Cell => ["cell-input", "cell-unit"],
    };
    classed("label", box_class)
        .with(field_input(panel, input, id))
        .with(classed("span", unit).with(panel.unit.clone()))
}

/// The input of a field; `class` is its class in the style sheets, `id` as for [`field_box`].
pub(in crate::view) fn field_input(panel: &FieldPanel, class: &'static str, id: &str) -> Element {
    let is_bad = panel.error.is_some();
    let input = classed("input", class)
        .at("id", id.to_owned())
        .at("autocomplete", "off")
        .at("value", panel.text.clone())
        .at("aria-label", panel.label.clone())
        .at_some("aria-invalid", is_bad.then_some("true"))
        .at_some("aria-describedby", is_bad.then(|| error_id(id)))
        .on(Intent::Type(panel.field));
    if panel.field.is_name() {
        input
    } else {
        input.at("inputmode", "decimal").at("size", panel.width().to_string())
    }
}

/// The sentence below a field that cannot be used; nothing while it can.
pub(in crate::view) fn field_error(panel: &FieldPanel, id: &str) -> Option<Element> {
    panel.error.as_ref().map(|sentence| {
        classed("p", "field-error")
            .at("id", error_id(id))
            .at("role", "alert")
            .with(icon("#icon-warning"))
            .with(el("span").with(sentence.clone()))
    })
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}
