//! The tables beside the sheet: linkage, departments, activities, measures; and the notes.

use super::cell::{cell, place};
use super::{add, part, remove};
use crate::document::agreed::Section;
use crate::markup::{classed, el};
use crate::session::agree::{DepartmentRow, LinkageRow};
use crate::session::{Press, Session, View};
use crate::view::part::{button, department};
use crate::view::{Element, Intent};

/// Every table.
pub(super) fn view(session: &Session) -> Vec<Element> {
    let words = session.language.words().agree();
    let headings = &words.headings;
    let lead = |place: usize| classed("p", "agree-lead").with(words.leads[place]);
    let notes = place(Section::Notes, 0, 0);
    vec![
        part("agree-linkage", headings.linkage)
            .with(lead(1))
            .with(scrolling(headings.linkage, linkage(session))),
        part("agree-departments", headings.departments)
            .with(lead(2))
            .with(scrolling(headings.departments, departments(session))),
        part("agree-activities", headings.activities).with(lead(3)).with(rows(
            session,
            Section::Activities,
            words.add[2],
        )),
        part("agree-measures", headings.measures).with(lead(4)).with(rows(
            session,
            Section::Measures,
            words.add[3],
        )),
        part("agree-notes", headings.notes).with(cell(session, notes)),
    ]
}

/// A table wider than some screens, which then scrolls inside itself.
fn scrolling(name: &'static str, table: Element) -> Element {
    classed("div", "wide-table").at("role", "group").at("aria-label", name).at("tabindex", "0").with(table)
}

fn head(names: &[&'static str]) -> Element {
    el("thead").with(el("tr").all(names.iter().map(|name| el("th").at("scope", "col").with(*name))))
}

fn linkage(session: &Session) -> Element {
    let words = session.language.words().agree();
    let lines =
        session.linkage().into_iter().map(|LinkageRow { phase, department: owner, figures, link }| {
            let missing = owner.is_none().then(|| enter(View::Plan, words.enter));
            el("tr")
                .with(
                    el("th")
                        .at("scope", "row")
                        .with(phase)
                        .with(owner.as_ref().map(department))
                        .with(missing),
                )
                .all(figures.map(|figure| el("td").with(figure)))
                .with(el("td").with(link))
        });
    classed("table", "agree-table agree-wide").with(head(&words.linkage_columns)).with(el("tbody").all(lines))
}

fn departments(session: &Session) -> Element {
    let words = session.language.words().agree();
    let lines = session.department_table().into_iter().map(|row| {
        let DepartmentRow { department: owner, name, value, band, factor, missing } = row;
        let who = match &owner {
            Some(owner) => department(owner),
            None => el("span").with(words.across_name),
        };
        let value = match missing {
            Some(view) => el("td").with(value).with(enter(view, words.enter)),
            None => el("td").with(el("b").with(value)),
        };
        el("tr")
            .with(el("td").with(who))
            .with(el("th").at("scope", "row").with(name))
            .with(value)
            .with(el("td").with(band))
            .with(el("td").with(factor.map(|place| cell(session, place))))
    });
    classed("table", "agree-table agree-wide agree-departments")
        .with(head(&words.department_columns))
        .with(el("tbody").all(lines))
}

/// Leads to where a missing figure is entered.
fn enter(view: View, name: &'static str) -> Element {
    button("link-button").on(Intent::Press(Press::Show(view))).with(name)
}

/// The rows of a list that the user adds to.
fn rows(session: &Session, section: Section, name: &'static str) -> Element {
    let words = session.language.words().agree();
    let count = session.agreed_rows(section);
    let names = session.section_columns(section);
    let has_months = section == Section::Measures;
    let shown = names.len() - usize::from(has_months);
    let items = (0..count).map(|row| {
        let cells =
            (0..shown).map(|column| super::cell::named(session, place(section, row, column), names[column]));
        let finding = if has_months { session.measure_finding(row) } else { session.activity_volume(row) };
        classed("li", "agree-row")
            .with(classed("div", "agree-row-cells").all(cells))
            .with(has_months.then(|| months(session, row, shown)))
            .with(
                classed("div", "agree-row-end")
                    .with(classed("b", "agree-row-finding").with(finding))
                    .with(remove(session, section, row)),
            )
    });
    el("div")
        .with((count == 0).then(|| classed("p", "agree-lead").with(words.no_rows)))
        .with(classed("ul", "agree-rows").all(items))
        .with(add(session, section, name))
}

/// The actuals of a measure, month by month, folded.
fn months(session: &Session, row: usize, first: usize) -> Element {
    let words = session.language.words().agree();
    let cells = (0..session.plan().months()).map(|month| {
        classed("div", "agree-item")
            .with(classed("span", "agree-name").at("aria-hidden", "true").with(session.agreed_month(month)))
            .with(cell(session, place(Section::Measures, row, first + month)))
    });
    classed("details", "fold")
        .with(el("summary").with(words.actuals))
        .with(classed("div", "agree-months").all(cells))
}
