//! What is folded behind a short text: words, fields, buttons, sentences.

use super::{FieldLook, button, field_box, field_error};
use crate::markup::{classed, el};
use crate::session::Press;
use crate::session::panel::{PiecePanel, PopoverPanel};
use crate::view::{Element, Intent, Node};

/// What is folded behind a short text. `id` begins the ids of its fields.
pub(in crate::view) fn popover(panel: &PopoverPanel, id: &str) -> Element {
    let title = if panel.title.is_empty() { Node::Kept } else { panel.title.clone().into() };
    let title = classed("span", "visually-hidden").with(title);
    popover_behind(
        classed("summary", "popover-open").with(title).with(panel.summary.clone()),
        panel,
        "popover",
        id,
    )
}

/// What is folded behind a name of its own.
pub(in crate::view) fn popover_behind(
    summary: Element,
    panel: &PopoverPanel,
    class: &'static str,
    id: &str,
) -> Element {
    let mut body =
        classed("div", "popover-body").with(classed("p", "popover-title").with(panel.title.clone()));
    let mut errors = Vec::new();
    for (place, piece_line) in panel.lines.iter().enumerate() {
        let mut line = classed("p", "popover-line");
        for (part, piece) in piece_line.iter().enumerate() {
            let id = format!("{id}-{place}-{part}");
            line = line.with(match piece {
                PiecePanel::Words(words) => el("span").with(words.clone()),
                PiecePanel::Field(field) => {
                    errors.push(field_error(field, &id));
                    field_box(field, FieldLook::Cell, &id)
                }
            });
        }
        body = body.with(line);
    }
    let choices = panel.choices.iter().map(|(words, edit, is_on)| {
        button("button button-small")
            .at("aria-pressed", if *is_on { "true" } else { "false" })
            .on(Intent::Press(Press::Edit(*edit)))
            .with(words.clone())
    });
    let choices = (!panel.choices.is_empty()).then(|| classed("div", "popover-choices").all(choices));
    let notes = panel.notes.iter().map(|note| classed("p", "popover-note").with(note.clone()));
    // One is open at a time. Before what is behind it is known, nothing opens.
    let details = classed("details", class).at("name", "popover").with(summary);
    let is_known = !panel.title.is_empty();
    details.with(if is_known { body.all(errors).with(choices).all(notes).into() } else { Node::Kept })
}
