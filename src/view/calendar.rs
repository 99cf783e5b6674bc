//! The calendar: a row a stage, a column a month, and what that is a week and a person.

use super::part::{
    FieldLook, button, department, field_box, field_error, sentence, style_name, table_head, table_rows,
    wide_table,
};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::{CalendarPanel, MonthPanel, PacePanel};
use crate::session::{Press, Session};
use crate::text::CalendarWords;

/// The section of the calendar.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().calendar();
    let panel = session.calendar();
    let deadlines = panel.deadlines.iter().map(|deadline| classed("p", "deadline").all(sentence(deadline)));
    classed("section", "plan-section")
        .at("aria-labelledby", "calendar-title")
        .with(classed("h2", "figure-title").at("id", "calendar-title").with(words.title))
        .with(classed("p", "figure-reading").with(words.reading))
        .with(wide_table("calendar-title", table(&panel, words)))
        .with(el("div").all(deadlines))
        .with(pace(&panel.pace, words))
}

fn table(panel: &CalendarPanel, words: &'static CalendarWords) -> Element {
    let head = el("tr")
        .with(el("th").at("scope", "col").with(words.stage))
        .all(panel.months.iter().enumerate().map(month))
        .with(el("th").at("scope", "col").with(words.total));
    let chosen = panel.months.iter().position(|month| month.is_chosen);
    // A few months need not fill the page.
    let few = (panel.months.len() <= 6).then_some("true");
    classed("table", "data-table calendar-table")
        .at_some("data-few", few)
        .with(el("thead").with(head))
        .with(table_rows("tbody", &panel.stages, chosen))
        .with(table_rows("tfoot", &panel.amounts, chosen))
}

/// A month as a button that chooses it; its year stands above where it is the first of it.
fn month((place, month): (usize, &MonthPanel)) -> Element {
    let year = month.year.clone().map(|year| classed("span", "calendar-year").with(year));
    let choose = button("calendar-month")
        .at("aria-pressed", if month.is_chosen { "true" } else { "false" })
        .at("aria-label", month.label.clone())
        .on(Intent::Press(Press::Month(place)))
        .with(month.name);
    el("th").at("scope", "col").with(year).with(choose)
}

fn pace(panel: &PacePanel, words: &'static CalendarWords) -> Element {
    classed("div", "pace")
        .with(classed("h3", "pace-title").at("id", "pace-title").with(panel.title.clone()))
        .with(people(panel, words))
        .with(
            classed("table", "data-table pace-table")
                .at("aria-labelledby", "pace-title")
                .with(table_head(words.stage, &words.paces))
                .with(table_rows("tbody", &panel.rows, None)),
        )
}

fn people(panel: &PacePanel, words: &'static CalendarWords) -> Element {
    let field = |(place, (owner, field)): (usize, &(_, _))| {
        let id = format!("people-{place}");
        classed("span", "people-field")
            .at("data-owner", style_name(owner))
            .with(department(owner))
            .with(field_box(field, FieldLook::Cell, &id))
            .with(field_error(field, &id))
    };
    classed("div", "people")
        .with(classed("span", "people-title").with(words.people))
        .all(panel.people.iter().enumerate().map(field))
}
