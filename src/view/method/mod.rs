//! 計算のしかた: the model, the reader's plan worked through, the self-check, the promises, accessibility.

mod check;
mod formula;
mod promises;
mod steps;

use super::Element;
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::method::SelfCheck;
use crate::text::ModelSection;

/// The content of the view; the self-check is the part's own.
pub fn view(session: &Session, self_check: &SelfCheck) -> Vec<Element> {
    let words = session.language.words().method();
    let [headline, lead] = words.headline;
    let head = classed("div", "view-head")
        .with(el("div").with(classed("h1", "headline").with(headline)).with(classed("p", "lead").with(lead)));
    let model = part("method-model", &words.model)
        .all(words.sections.iter().map(section))
        .with(classed("h3", "method-heading").with(words.limits_heading))
        .with(list(&words.limits))
        .with(classed("h3", "method-heading").with(words.sources_heading))
        .with(list(&words.sources));
    let access = part("method-access", &words.access.heading).all(words.access.lists.iter().map(
        |(heading, lines)| el("div").with(classed("h3", "method-heading").with(*heading)).with(list(lines)),
    ));
    let content = classed("div", "method")
        .with(steps::view(session))
        .with(steps::trial(session))
        .with(check::view(session, self_check))
        .with(model)
        .with(promises::view(session))
        .with(access);
    vec![head, content]
}

/// A part of the view with its heading and a sentence.
fn part(id: &'static str, [heading, lead]: &[&'static str; 2]) -> Element {
    classed("section", "method-part")
        .at("id", id)
        .at("aria-labelledby", [id, "-heading"].concat())
        .with(classed("h2", "method-title").at("id", [id, "-heading"].concat()).with(*heading))
        .with(classed("p", "method-text").with(*lead))
}

fn section(section: &ModelSection) -> Element {
    classed("section", "method-piece")
        .with(classed("h3", "method-heading").with(section.heading))
        .with(classed("p", "method-text").with(section.sentences))
        .all(section.formulas.iter().map(formula::view))
}

fn list(lines: &[&'static str]) -> Element {
    classed("ul", "method-list").all(lines.iter().map(|line| el("li").with(*line)))
}

/// A table wider than some screens, which then scrolls inside itself; its caption names it.
fn table(name: impl Into<crate::markup::Text>, columns: &[&'static str], rows: Vec<Element>) -> Element {
    let name = name.into();
    let head = columns.iter().map(|name| el("th").at("scope", "col").with(*name));
    let table = classed("table", "method-table")
        .with(el("caption").with(name.clone()))
        .with(el("thead").with(el("tr").all(head)))
        .with(el("tbody").all(rows));
    classed("div", "wide-table").at("role", "group").at("aria-label", name).at("tabindex", "0").with(table)
}
