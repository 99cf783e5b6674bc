//! A field that is typed into.

use super::{button, icon};
use crate::markup::{classed, el};
use crate::session::panel::{FieldPanel, LockPanel};
use crate::session::{Edit, Press};
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

/// A field with its unit, in a box that a press anywhere focuses, and its lock. `id` is the field's; its error is shown in
/// the element `<id>-error`.
pub(in crate::view) fn field_box(panel: &FieldPanel, look: FieldLook, id: &str) -> Element {
    let is_bad = panel.error.is_some();
    let box_class = match (look, is_bad, panel.is_answer()) {
        (FieldLook::Node, false, true) => "field field-answer",
        (FieldLook::Node, false, _) if panel.is_computed() => "field field-computed",
        (FieldLook::Node, false, _) => "field field-given",
        (FieldLook::Node, true, _) => "field field-given field-bad",
        (FieldLook::Strip, false, _) => "strip-field",
        (FieldLook::Strip, true, _) => "strip-field field-bad",
        (FieldLook::Cell, false, false) => "cell",
        (FieldLook::Cell, false, true) => "cell cell-answer",
        (FieldLook::Cell, true, _) => "cell cell-bad",
    };
    let [input, unit] = match look {
        FieldLook::Node | FieldLook::Strip => ["field-number", "field-unit"],
        FieldLook::Cell => ["cell-input", "cell-unit"],
    };
    let field = classed("label", box_class)
        .with(field_input(panel, input, id))
        .with(classed("span", unit).with(panel.unit.clone()));
    let lock = panel.lock.as_ref().map(|lock| self::lock(lock, panel.is_computed()));
    match (look, lock) {
        (FieldLook::Node, None) => {
            let mark = classed("span", "field-mark").with(icon("#icon-computed"));
            classed("div", "field-line").with(field).with(panel.is_computed().then_some(mark))
        }
        (FieldLook::Node, lock) => classed("div", "field-line").with(field).with(lock),
        (_, None) => field,
        (_, lock) => classed("span", "cell-line").with(field).with(lock),
    }
}

/// The lock of a number: pressing it makes the number the answer.
fn lock(panel: &LockPanel, is_computed: bool) -> Element {
    let symbol = match (panel.is_answer, is_computed) {
        (true, _) => "#icon-open-lock",
        (false, true) => "#icon-computed",
        (false, false) => "#icon-lock",
    };
    button("lock")
        .at("aria-pressed", if panel.is_answer { "true" } else { "false" })
        .at("aria-label", panel.label.clone())
        .at("title", panel.label.clone())
        .on(Intent::Press(Press::Edit(Edit::Solve(panel.wanted))))
        .with(icon(symbol))
        .with(panel.answer.map(|answer| classed("span", "lock-word").with(answer)))
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
    let error = panel.error.as_ref()?;
    Some(field_note(error, "field-error").at("id", error_id(id)).at("role", "alert"))
}

/// A sentence below a field: what is wrong, or what to look out for.
pub(in crate::view) fn field_note(sentence: &str, class: &'static str) -> Element {
    classed("p", class).with(icon("#icon-warning")).with(el("span").with(sentence.to_owned()))
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}
