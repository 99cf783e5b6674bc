//! Cost and return: a row a channel, and how each figure is made.

use super::Element;
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::panel::CostRow;

/// The section of cost and return.
pub(super) fn view(session: &Session) -> Element {
    let words = &session.language.words().costs;
    let panel = session.costs();
    let head = panel.head.iter().map(|name| el("th").at("scope", "col").with(*name));
    let head = el("tr").with(el("th").at("scope", "col").with(words.channel)).all(head);
    let explanation = |[name, formula]: &[String; 2]| {
        classed("details", "explanation")
            .with(el("summary").with(name.clone()))
            .with(el("p").with(formula.clone()))
    };
    classed("section", "plan-section")
        .at("aria-labelledby", "costs-title")
        .with(classed("h2", "figure-title").at("id", "costs-title").with(words.title))
        .with(classed("p", "figure-reading").with(panel.reading))
        .with(
            classed("div", "wide-table")
                .at("role", "region")
                .at("aria-labelledby", "costs-title")
                .at("tabindex", "0")
                .with(
                    classed("table", "data-table costs-table")
                        .with(el("thead").with(head))
                        .with(el("tbody").all(panel.rows.iter().map(row)))
                        .with(el("tfoot").with(row(&panel.total))),
                ),
        )
        .with(
            classed("div", "explanations")
                .at("role", "group")
                .at("aria-label", words.explanations)
                .all(panel.explanations.iter().map(explanation)),
        )
}

fn row(row: &CostRow) -> Element {
    el("tr")
        .with(el("th").at("scope", "row").with(row.name.clone()))
        .all(row.figures.iter().map(|figure| el("td").with(figure.clone())))
}
