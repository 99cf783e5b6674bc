//! The editor of the stages: a row for each, in the order of the funnel.

use super::part::{button, choice_list, field_error, field_input, form_item, icon, owner_glyph};
use super::settings::fold;
use super::{Element, Intent};
use crate::markup::classed;
use crate::session::panel::StagePanel;
use crate::session::{Choice, Edit, Field, Press, Session, StageEdit, StageField, StepField};

/// The editor of the stages.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().stages();
    let panel = session.stages();
    let rows = panel.rows.into_iter().enumerate().map(|(place, row)| stage(session, place, row));
    fold(words.title, panel.summary, words.lead)
        .with(classed("ol", "stage-list").all(rows))
        .with(classed("p", "setting-result").at("role", "status").with(panel.limit))
}

fn stage(session: &Session, place: usize, row: StagePanel) -> Element {
    let owner = classed("span", "stage-owner")
        .with(owner_glyph(row.owner))
        .with(choice_list(&session.choice(Choice::StageOwner(place))));
    let name = format!("stage-{place}-name");
    let field = session.field(Field::Stage(place, StageField::Name));
    let mut line = classed("li", "stage-row")
        .with(field.as_ref().map(|field| field_input(field, "cell-input stage-name", &name)))
        .with(owner)
        .with(buttons(place, row.buttons, session.language.words().stages().add))
        .with(field.as_ref().and_then(|field| field_error(field, &name)));
    for (field, part) in [(StepField::Rate, "rate"), (StepField::Delay, "delay")] {
        line = line.with(form_item(session, Field::Step(place, field), &format!("stage-{place}-{part}")));
    }
    let note = (!row.note.is_empty()).then(|| icon("#icon-warning"));
    line.with(classed("p", "stage-note").with(note).with(row.note))
}

fn buttons(place: usize, labels: [Option<String>; 4], add: &'static str) -> Element {
    let buttons = [
        ("add", "#icon-plus", add, StageEdit::Insert(place)),
        ("up", "#icon-up", "", StageEdit::MoveUp(place)),
        ("down", "#icon-down", "", StageEdit::MoveDown(place)),
        ("remove", "#icon-close", "", StageEdit::Remove(place)),
    ];
    let buttons = labels.into_iter().zip(buttons).map(|(label, (part, symbol, word, edit))| {
        // A button that cannot act keeps its place, so that the others stay in line.
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
        let html = super::view(&session).to_html();
        let row = html.split("<li").nth(2).expect("the second row");
        for part in [
            "<input class=\"cell-input stage-name\" id=\"stage-1-name\"",
            "aria-label=\"Name of MQLs\"",
            "<select class=\"choice-list\" value=\"marketing\" aria-label=\"Owner of MQLs\">",
            "<option value=\"inside_sales\">Inside sales</option>",
            "<label class=\"form-name\" for=\"stage-1-rate\">MQL rate</label>",
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
