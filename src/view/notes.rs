//! What to look at before relying on the plan.

use super::Element;
use super::part::{FieldLook, field_box, field_error, icon};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::panel::Note;

/// The section of notes.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().notes();
    let panel = session.notes();
    let none = panel.notes.is_empty().then(|| classed("p", "notes-none").with(words.none));
    let list = (!panel.notes.is_empty()).then(|| classed("ul", "notes").all(panel.notes.iter().map(note)));
    classed("section", "plan-section")
        .at("aria-labelledby", "notes-title")
        .with(classed("h2", "figure-title").at("id", "notes-title").with(words.title))
        .with(none)
        .with(list)
        .with(
            classed("p", "last-year")
                .with(el("span").at("aria-hidden", "true").with(session.language.words().fields().last_year))
                .with(field_box(&panel.last_year, FieldLook::Cell, "last-year"))
                .with(classed("span", "last-year-note").with(words.last_year_note)),
        )
        .with(field_error(&panel.last_year, "last-year"))
}

fn note(note: &Note) -> Element {
    let mut line = classed("li", "note").with(icon("#icon-warning"));
    for (place, words) in note.words.iter().enumerate() {
        line = line.with(el(if place == 0 { "b" } else { "span" }).with(words.clone()));
    }
    line
}
