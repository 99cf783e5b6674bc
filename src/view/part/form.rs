//! Lines of a form: what is asked, a field or a list below it, what is wrong.

use super::{FieldLook, choice_list, field_box, field_error};
use crate::markup::classed;
use crate::session::{Choice, Field, Session};
use crate::view::Element;

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
