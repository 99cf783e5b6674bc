//! A place of the agreement as an input, with what is wrong with it below.

use crate::document::agreed::{Place, Section};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::agree::{CellLook, CellPanel};
use crate::view::part::field_note;
use crate::view::{Element, Intent};

/// A place of a section.
pub(super) fn place(section: Section, row: usize, column: usize) -> Place {
    Place { section, row: row as u8, column: column as u8 }
}

/// The input of a place, and the sentence that says what is wrong with it.
pub(super) fn cell(session: &Session, place: Place) -> Element {
    let panel = session.agreed_cell(place);
    let id = id(place);
    let error_id = [&id, "-error"].concat();
    let input = input(&panel)
        .at("id", id)
        .at("aria-label", panel.label.clone())
        .at_some("aria-invalid", panel.error.as_ref().map(|_| "true"))
        .at_some("aria-describedby", panel.error.as_ref().map(|_| error_id.clone()))
        .on(Intent::Agree(place));
    let error = panel.error.as_ref();
    let error = error.map(|error| field_note(error, "field-error").at("id", error_id).at("role", "alert"));
    classed("div", "agree-cell").with(input).with(error)
}

/// A place with its name above it.
pub(super) fn named(session: &Session, place: Place, name: &'static str) -> Element {
    classed("div", "agree-item")
        .with(classed("span", "agree-name").at("aria-hidden", "true").with(name))
        .with(cell(session, place))
}

fn input(panel: &CellPanel) -> Element {
    let text = panel.text.clone();
    match &panel.look {
        CellLook::Line => classed("input", "agree-input").at("autocomplete", "off").at("value", text),
        CellLook::Area => classed("textarea", "agree-input agree-area").at("rows", "2").at("value", text),
        CellLook::Number => classed("input", "agree-input agree-number")
            .at("autocomplete", "off")
            .at("inputmode", "decimal")
            .at("value", text),
        CellLook::Tick => classed("input", "agree-tick").at("type", "checkbox").at("value", text),
        CellLook::Day => classed("input", "agree-input agree-day").at("type", "date").at("value", text),
        CellLook::List(options) => {
            let options = options
                .iter()
                .map(|[name, called]| el("option").at("value", name.clone()).with(called.clone()));
            classed("select", "agree-input agree-list").all(options).at("value", text)
        }
    }
}

fn id(place: Place) -> String {
    let section = Section::ALL.iter().position(|each| *each == place.section).unwrap_or(0);
    let [section, row, column] =
        [section, place.row.into(), place.column.into()].map(|part| part.to_string());
    ["agreed-", &section, "-", &row, "-", &column].concat()
}
