//! The editor of the stages: a row for each, in the order of the funnel.

use super::part::{
    FieldLook, button, choice_list, field_box, field_error, field_input, icon, owner_glyph, style_name,
};
use super::{Element, Intent, settings};
use crate::markup::{classed, el};
use crate::session::panel::{OpeningPanel, StagePanel, StagesPanel};
use crate::session::{Edit, Press, StageEdit};
use crate::text::StageWords;

/// The editor of the stages.
pub(super) fn view(panel: &StagesPanel, words: &'static StageWords) -> Element {
    let rows = panel.rows.iter().enumerate().map(|(place, row)| stage(place, row, words));
    classed("div", "stages")
        .with(classed("p", "setting-lead").with(words.lead))
        .with(classed("ol", "stage-list").all(rows))
        .with(panel.limit.map(|limit| classed("p", "stage-limit").at("role", "status").with(limit)))
}

/// Who stands in the stages when the period starts.
pub(super) fn opening(panel: &OpeningPanel, words: &'static StageWords) -> Element {
    let fields = panel.fields.iter().enumerate();
    let fields = fields.map(|(place, field)| settings::field(field, &format!("opening-{place}")));
    classed("div", "opening")
        .with(classed("p", "setting-lead").with(words.opening_lead))
        .with(classed("div", "setting-form").all(fields))
        .with(panel.wins.clone().map(|wins| classed("p", "opening-wins").at("role", "status").with(wins)))
}

fn stage(place: usize, row: &StagePanel, words: &'static StageWords) -> Element {
    let id = |part: &str| format!("stage-{place}-{part}");
    let owner = classed("span", "stage-owner")
        .at("data-owner", style_name(&row.department))
        .all(row.department.owners.iter().copied().map(owner_glyph))
        .with(choice_list(&row.owner));
    let step = row.step.as_ref().map(|[rate, delay]| {
        let cell = |label: String, panel, part: &str| {
            classed("span", "stage-number")
                .with(classed("span", "setting-label").at("aria-hidden", "true").with(label))
                .with(field_box(panel, FieldLook::Cell, &id(part)))
        };
        classed("div", "stage-step").with(cell(rate.label.clone(), rate, "rate")).with(cell(
            words.delay.to_owned(),
            delay,
            "delay",
        ))
    });
    let errors = row.step.iter().flatten().zip(["rate", "delay"]);
    classed("li", "stage-row")
        .with(field_input(&row.name, "cell-input stage-name", &id("name")))
        .with(owner)
        .with(step)
        .with(buttons(place, row, words))
        .with(field_error(&row.name, &id("name")))
        .all(errors.map(|(panel, part)| crate::view::Node::from(field_error(panel, &id(part)))))
        .with(row.note.map(|note| classed("p", "stage-note").with(icon("#icon-warning")).with(note)))
}

fn buttons(place: usize, row: &StagePanel, words: &'static StageWords) -> Element {
    let edits = [
        StageEdit::Insert(place),
        StageEdit::MoveUp(place),
        // Down is the next one's up.
        StageEdit::MoveUp(place + 1),
        StageEdit::Remove(place),
    ];
    let looks =
        [("#icon-plus", Some(words.add)), ("#icon-up", None), ("#icon-down", None), ("#icon-close", None)];
    let buttons = row.buttons.iter().zip(edits).zip(looks).map(|((label, edit), (symbol, word))| {
        // A button that cannot act keeps its place, so that the others stay in line.
        button("stage-button")
            .at_some("aria-label", label.clone())
            .at_some("title", label.clone())
            .flag("disabled", label.is_none())
            .on(Intent::Press(Press::Edit(Edit::Stage(edit))))
            .with(icon(symbol))
            .with(word.map(|word| el("span").with(word)))
    });
    classed("div", "stage-buttons").all(buttons)
}
