//! The sheet: promises, definitions, scores, hand-off, lost reasons, meetings, who answers.

use super::cell::{cell, named, place};
use super::{add, part, remove};
use crate::document::agreed::Section;
use crate::markup::{classed, el};
use crate::session::agree::PromiseRow;
use crate::session::{Press, Session, View};
use crate::view::part::{button, department};
use crate::view::{Element, Intent};

/// The sheet.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().agree();
    let headings = &words.headings;
    let [title, period] = session.agreement_title();
    let head = classed("div", "agree-title")
        .with(classed("h2", "agree-name-of-plan").with(title))
        .with(el("span").with(period));
    let texts = |section| {
        let names = session.section_columns(section).iter().enumerate();
        let items = names.map(|(column, name)| named(session, place(section, 0, column), name));
        items.collect::<Vec<_>>()
    };
    classed("article", "agree-sheet")
        .with(head)
        .with(part("agree-promises", headings.promises).with(promises(
            session.promises(),
            &words.promise_columns,
            words.everybody,
        )))
        .with(
            part("agree-definitions", headings.definitions)
                .with(classed("p", "agree-lead").with(words.leads[0]))
                .with(definitions(session)),
        )
        .with(
            classed("div", "agree-pair")
                .with(
                    part("agree-scoring", headings.scores)
                        .with(scores(session))
                        .with(classed("div", "agree-grid").all(texts(Section::Mql))),
                )
                .with(
                    part("agree-hand-off", headings.hand_off)
                        .with(classed("div", "agree-steps").all(texts(Section::HandOff))),
                ),
        )
        .with(
            part("agree-lost", headings.lost)
                .with(classed("ul", "agree-reasons").all(reasons(session)))
                .with(add(session, Section::LostReasons, words.add[1])),
        )
        .with(
            part("agree-meetings", headings.meetings)
                .with(classed("div", "agree-grid").all(texts(Section::Meetings))),
        )
        .with(part("agree-people", headings.people).with(people(session)))
}

/// The numbers that are promised.
pub(super) fn promises(
    rows: Vec<PromiseRow>,
    columns: &[&'static str; 4],
    everybody: &'static str,
) -> Element {
    let head = columns.iter().map(|name| el("th").at("scope", "col").with(*name));
    let lines = rows.into_iter().map(|row| {
        let who = match &row.department {
            Some(owner) => department(owner),
            None => classed("span", "agree-goal").with(everybody),
        };
        el("tr")
            .with(el("td").with(who))
            .with(el("th").at("scope", "row").with(row.name))
            .with(el("td").with(el("b").with(row.total)))
            .with(el("td").with(row.monthly))
    });
    classed("table", "agree-table agree-promises")
        .with(el("thead").with(el("tr").all(head)))
        .with(el("tbody").all(lines))
}

fn definitions(session: &Session) -> Element {
    let section = Section::Definitions;
    let rows = (0..session.agreed_rows(section)).map(|row| {
        let names = session.section_columns(section).iter().enumerate();
        classed("div", "agree-definition")
            .with(classed("h3", "agree-term").with(session.agreed_row(section, row)))
            .all(names.map(|(column, name)| named(session, place(section, row, column), name)))
    });
    classed("div", "agree-definitions").all(rows)
}

fn scores(session: &Session) -> Element {
    let words = session.language.words().agree();
    let section = Section::Scores;
    let names = session.section_columns(section).iter();
    let head = names.map(|name| el("th").at("scope", "col").with(*name)).chain([el("td")]);
    let rows = (0..session.agreed_rows(section)).map(|row| {
        let cells = (0..4).map(|column| el("td").with(cell(session, place(section, row, column))));
        el("tr").all(cells).with(el("td").with(remove(session, section, row)))
    });
    let score = session.score();
    let threshold =
        named(session, place(Section::Threshold, 0, 0), session.section_columns(Section::Threshold)[0]);
    let finding = classed("p", "agree-finding")
        .at("role", "status")
        .at("data-mql", if score.is_mql { "true" } else { "false" })
        .with(score.finding);
    el("div")
        .with(
            classed("table", "agree-table agree-scores")
                .with(el("thead").with(el("tr").all(head)))
                .with(el("tbody").all(rows)),
        )
        .with(add(session, section, words.add[0]))
        .with(threshold)
        .with(finding)
        .with(scored(session))
}

/// How many imported prospects reach the threshold, or how that would be known.
fn scored(session: &Session) -> Element {
    let words = session.language.words().agree();
    let Some(panel) = session.scored() else {
        let [hint, open] = words.scored_hint;
        let open = button("link-button").on(Intent::Press(Press::Show(View::Track))).with(open);
        return classed("p", "agree-scored-note").with(hint).with(" ").with(open);
    };
    let head = panel.head.into_iter().map(|name| el("th").at("scope", "col").with(name));
    let rows = panel.rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(place, cell)| {
            if place == 0 { el("th").at("scope", "row").with(cell) } else { el("td").with(cell) }
        });
        el("tr").all(cells)
    });
    classed("div", "agree-scored")
        .at("id", "agree-scored")
        .with(classed("p", "agree-scored-finding").at("role", "status").with(panel.finding))
        .with(
            classed("table", "agree-table")
                .with(el("thead").with(el("tr").all(head)))
                .with(el("tbody").all(rows)),
        )
        .all(panel.notes.into_iter().map(|note| classed("p", "agree-scored-note").with(note)))
}

fn reasons(session: &Session) -> Vec<Element> {
    let section = Section::LostReasons;
    (0..session.agreed_rows(section))
        .map(|row| {
            classed("li", "agree-reason")
                .with(cell(session, place(section, row, 0)))
                .with(remove(session, section, row))
        })
        .collect()
}

fn people(session: &Session) -> Element {
    let section = Section::People;
    let rows = (0..session.agreed_rows(section)).map(|row| {
        classed("div", "agree-item")
            .with(
                classed("span", "agree-name")
                    .at("aria-hidden", "true")
                    .with(session.agreed_row(section, row)),
            )
            .with(cell(session, place(section, row, 0)))
    });
    classed("div", "agree-grid agree-people").all(rows)
}
