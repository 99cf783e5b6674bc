//! The editor of the stages: a row for each, in the order of the funnel.

use super::part::{
    FieldLook, button, choice_list, field_box, field_error, field_input, icon, owner_glyph, style_name,
};
use super::settings::{fold, under_label};
use super::{Element, Intent};
use crate::markup::classed;
use crate::session::panel::{StagePanel, StagesPanel};
use crate::session::{Edit, Press, StageEdit};
use crate::text::StageWords;

/// The editor of the stages.
pub(super) fn view(panel: &StagesPanel, words: &'static StageWords) -> Element {
    let rows = panel.rows.iter().enumerate().map(|(place, row)| stage(place, row, words));
    fold(words.title, panel.summary.clone(), words.lead)
        .with(classed("ol", "stage-list").all(rows))
        .with(classed("p", "setting-result").at("role", "status").with(panel.limit))
}

fn stage(place: usize, row: &StagePanel, words: &'static StageWords) -> Element {
    let id = |part: &str| format!("stage-{place}-{part}");
    let owner = classed("span", "stage-owner")
        .at("data-owner", style_name(&row.department))
        .all(row.department.owners.iter().copied().map(owner_glyph))
        .with(choice_list(&row.owner));
    let mut line = classed("li", "stage-row")
        .with(field_input(&row.name, "cell-input stage-name", &id("name")))
        .with(owner)
        .with(buttons(place, row, words))
        .with(field_error(&row.name, &id("name")));
    for (panel, part) in row.step.iter().flatten().zip(["rate", "delay"]) {
        let label = if part == "rate" { panel.label.clone() } else { words.delay.to_owned() };
        line = line
            .with(under_label(label, field_box(panel, FieldLook::Cell, &id(part))))
            .with(field_error(panel, &id(part)));
    }
    line.with(row.note.map(|note| classed("p", "stage-note").with(icon("#icon-warning")).with(note)))
}

fn buttons(place: usize, row: &StagePanel, words: &'static StageWords) -> Element {
    let buttons = [
        ("#icon-plus", words.add, StageEdit::Insert(place)),
        ("#icon-up", "", StageEdit::MoveUp(place)),
        // Down is the next one's up.
        ("#icon-down", "", StageEdit::MoveUp(place + 1)),
        ("#icon-close", "", StageEdit::Remove(place)),
    ];
    let buttons = row.buttons.iter().zip(buttons).map(|(label, (symbol, word, edit))| {
        // A button that cannot act keeps its place, so that the others stay in line.
        let label = label.clone();
        button("stage-button")
            .flag("disabled", label.is_none())
            .at_some("aria-label", label.clone())
            .at_some("title", label)
            .on(Intent::Press(Press::Edit(Edit::Stage(edit))))
            .with(icon(symbol))
            .with(classed("span", "stage-word").with(word))
    });
    classed("div", "stage-buttons").all(buttons)
}
