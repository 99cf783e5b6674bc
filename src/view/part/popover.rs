//! What is folded behind a short text: words, fields, buttons, sentences.

use super::{FieldLook, button, field_box, field_error};
use crate::markup::{classed, el};
use crate::session::Press;
use crate::session::panel::{PiecePanel, PopoverPanel};
use crate::view::{Element, Intent, Node};

/// What is folded behind a short text. `id` begins the ids of its fields.
pub(in crate::view) fn popover(panel: &PopoverPanel, id: &str) -> Element {
    let title = classed("span", "visually-hidden").with(panel.title.clone());
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
    let lines = panel.lines.iter().enumerate().map(|(place, line)| {
        let id = format!("{id}-{place}");
        let pieces =
            line.iter().enumerate().map(|(place, piece)| self::piece(piece, &format!("{id}-{place}")));
        classed("p", "popover-line").all(pieces)
    });
    let errors = panel.lines.iter().enumerate().flat_map(|(place, line)| {
        let id = format!("{id}-{place}");
        line.iter().enumerate().map(move |(place, piece)| match piece {
            PiecePanel::Field(field) => field_error(field, &format!("{id}-{place}")).into(),
            PiecePanel::Words(_) => None::<Element>.into(),
        })
    });
    let errors: Vec<Node> = errors.collect();
    let choices = panel.choices.iter().map(|(words, edit, is_on)| {
        button("button button-small")
            .at("aria-pressed", if *is_on { "true" } else { "false" })
            .on(Intent::Press(Press::Edit(*edit)))
            .with(words.clone())
    });
    let choices = (!panel.choices.is_empty()).then(|| classed("div", "popover-choices").all(choices));
    classed("details", class)
        // One is open at a time.
        .at("name", "popover")
        .with(summary)
        .with(
            classed("div", "popover-body")
                .with(classed("p", "popover-title").with(panel.title.clone()))
                .all(lines)
                .all(errors)
                .with(choices)
                .all(panel.notes.iter().map(|note| classed("p", "popover-note").with(note.clone()))),
        )
}

fn piece(piece: &PiecePanel, id: &str) -> Element {
    match piece {
        PiecePanel::Words(words) => el("span").with(words.clone()),
        PiecePanel::Field(field) => field_box(field, FieldLook::Cell, id),
    }
}
