//! 合意: the sheet that departments agree on, the tables that follow from the plan, the checklists.

mod cell;
mod checks;
mod print;
mod sheet;
mod tables;

use super::part::{button, icon};
use super::{Element, Intent};
use crate::document::agreed::Section;
use crate::markup::{classed, el};
use crate::session::{AgreePress, Press, Session};

pub use print::{checks_page, page as agreement_page};

/// The content of the view.
pub fn view(session: &Session) -> Vec<Element> {
    let words = session.language.words().agree();
    let [headline, lead] = words.headline;
    let [print, _, markdown] = words.actions;
    let presses = [(AgreePress::Print, print), (AgreePress::Markdown, markdown)];
    let buttons = presses.map(|(press, name)| action(press, name, "#icon-download"));
    let head = classed("div", "view-head agree-head")
        .with(el("div").with(classed("h1", "headline").with(headline)).with(classed("p", "lead").with(lead)))
        .with(
            classed("div", "agree-actions")
                .with(classed("span", "agree-readiness").with(session.readiness()))
                .all(buttons)
                .with(el("div").at("role", "status").all(print::crowding(session))),
        );
    let columns = classed("div", "agree-columns")
        .with(classed("div", "agree-main").with(sheet::view(session)).all(tables::view(session)))
        .with(checks::view(session));
    vec![head, columns]
}

/// A button that does something with the agreement.
fn action(press: AgreePress, name: impl Into<crate::markup::Text>, symbol: &'static str) -> Element {
    button("button button-small")
        .on(Intent::Press(Press::Agree(press)))
        .with(icon(symbol))
        .with(el("span").with(name.into()))
}

/// A part of the view with its heading, which what helps with a checklist leads to.
fn part(section: &'static str, heading: &'static str) -> Element {
    classed("section", "agree-part")
        .at("id", section)
        .at("tabindex", "-1")
        .with(classed("h2", "agree-heading").with(heading))
}

/// Adds a row, where there is room for one more.
fn add(session: &Session, section: Section, name: &'static str) -> Element {
    let is_full = section.most().is_some_and(|most| session.agreed_rows(section) >= most);
    button("button button-small agree-add")
        .flag("disabled", is_full)
        .on(Intent::Press(Press::Agree(AgreePress::Add(section))))
        .with(icon("#icon-plus"))
        .with(el("span").with(name))
}

/// Removes a row.
fn remove(session: &Session, section: Section, row: usize) -> Element {
    let words = session.language.words().agree();
    let label = crate::text::filled(words.remove, &[&session.agreed_row_name(section, row)]);
    button("agree-remove")
        .at("aria-label", label.clone())
        .at("title", label)
        .on(Intent::Press(Press::Agree(AgreePress::Remove(section, row as u8))))
        .with(icon("#icon-close"))
}
