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
        let id = id(part);
        let input = field_box(panel, FieldLook::Cell, &id);
        line = line.with(under_label(&panel.label, &id, input)).with(field_error(panel, &id));
    }
    line.with(row.note.map(|note| classed("p", "stage-note").with(icon("#icon-warning")).with(note)))
}

fn buttons(place: usize, row: &StagePanel, words: &'static StageWords) -> Element {
    let buttons = [
        ("add", "#icon-plus", words.add, StageEdit::Insert(place)),
        ("up", "#icon-up", "", StageEdit::MoveUp(place)),
        ("down", "#icon-down", "", StageEdit::MoveDown(place)),
        ("remove", "#icon-close", "", StageEdit::Remove(place)),
    ];
    let buttons = row.buttons.iter().zip(buttons).map(|(label, (part, symbol, word, edit))| {
        // A button that cannot act keeps its place, so that the others stay in line.
        let label = label.clone();
        button("stage-button")
            .at("id", format!("stage-{place}-{part}"))
            .flag("disabled", label.is_none())
            .at_some("aria-label", label.clone())
            .at_some("title", label)
            .on(Intent::Press(Press::Edit(Edit::Stage(edit))))
            .with(icon(symbol))
            .with(classed("span", "stage-word").with(word))
    });
    classed("div", "stage-buttons").all(buttons)
}

#[cfg(test)]
mod tests {
    use crate::session::{Session, StageEdit};
    use crate::text::Language;

    #[test]
    fn every_input_of_a_row_has_its_label_and_every_button_its_name() {
        let mut session = Session::new(Language::En);
        session.edit(crate::session::Edit::Stage(StageEdit::Insert(1)));
        let html = super::view(&session.stages(), &session.language.words().stages).to_html();
        let row = html.split("<li").nth(2).expect("the second row");
        for part in [
            "<input class=\"cell-input stage-name\" id=\"stage-1-name\"",
            "aria-label=\"Name of MQLs\"",
            "<select class=\"choice-list\" value=\"marketing\" aria-label=\"Owner of MQLs\">",
            "<option value=\"inside_sales\">Inside sales</option>",
            "<label class=\"setting-label\" for=\"stage-1-rate\">MQL rate</label>",
            "id=\"stage-1-delay\" autocomplete=\"off\" value=\"0\" aria-label=\"Delay to MQLs\"",
            "<button class=\"stage-button\" type=\"button\" id=\"stage-1-up\" aria-label=\"Move MQLs up\"",
            "aria-label=\"Remove MQLs\"",
            "Still 100%: everybody passes",
        ] {
            assert!(row.contains(part), "{part} is not in {row}");
        }
        let last = html.split("<li").last().expect("the last row");
        assert!(last.contains("id=\"stage-3-remove\" disabled"), "{last}");
    }
}
