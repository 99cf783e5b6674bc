//! The checklists: progress, and item by item what is done, by whom, until when, and what helps.

use super::cell::{cell, place};
use super::{action, part};
use crate::document::agreed::Section;
use crate::markup::{classed, el};
use crate::session::agree::{CheckRow, ChecklistPanel};
use crate::session::{AgreePress, Session};
use crate::view::part::button;
use crate::view::{Element, Intent};

/// The checklists.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().checks();
    let print = session.language.words().agree().actions[1];
    classed("aside", "agree-side")
        .with(part("agree-checks", words.title).with(classed("p", "agree-lead").with(words.lead)))
        .all(session.checklists().iter().map(|list| checklist(session, list)))
        .with(action(AgreePress::PrintChecks, print, "#icon-download"))
}

fn checklist(session: &Session, list: &ChecklistPanel) -> Element {
    let [done, all] = list.done;
    let head = el("summary")
        .with(classed("span", "check-list-name").with(list.name))
        .with(classed("b", "check-progress").with(list.progress.clone()))
        .with(
            classed("progress", "check-bar")
                .at("aria-label", list.name)
                .at("max", all.to_string())
                .at("value", done.to_string()),
        );
    let phases = list.phases.iter().map(|(name, rows)| {
        classed("section", "check-phase")
            .with(classed("h3", "check-phase-name").with(*name))
            .with(classed("ul", "check-items").all(rows.iter().map(|row| item(session, row))))
    });
    classed("details", "check-list").with(head).all(phases)
}

fn item(session: &Session, row: &CheckRow) -> Element {
    let words = session.language.words().checks();
    let at = |column| place(Section::Checks, row.place.row.into(), column);
    let names = session.section_columns(Section::Checks);
    let help = row.help.filter(|_| !row.is_done || row.is_in_plan);
    let help = help.map(|(press, name)| button("link-button").on(Intent::Press(press)).with(name));
    let in_plan = row.is_in_plan.then(|| classed("span", "check-note").with(words.in_plan));
    let note = (!row.note.is_empty()).then(|| classed("span", "check-note").with(row.note.clone()));
    let details = classed("details", "check-details")
        .with(el("summary").with(words.details))
        .with(super::cell::named(session, at(1), names[1]))
        .with(super::cell::named(session, at(2), names[2]));
    classed("li", "check-item")
        .at("data-done", if row.is_done { "true" } else { "false" })
        .with(cell(session, at(0)))
        .with(
            classed("div", "check-body")
                .with(classed("span", "check-text").at("aria-hidden", "true").with(row.text))
                .with(in_plan)
                .with(note)
                .with(help)
                .with(details),
        )
}
