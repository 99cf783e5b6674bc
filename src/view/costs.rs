//! Cost and return: a row a channel, and how each figure is made.

use super::Element;
use super::part::{table_head, table_rows, wide_table};
use crate::markup::{classed, el};
use crate::session::Session;

/// The section of cost and return.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().costs();
    let panel = session.costs();
    let table = classed("table", "data-table")
        .with(table_head(words.channel, &words.head))
        .with(table_rows("tbody", &panel.rows, None))
        .with(table_rows("tfoot", std::slice::from_ref(&panel.total), None));
    let explanation = |[name, formula]: &[String; 2]| {
        classed("details", "explanation")
            .with(el("summary").with(name.clone()))
            .with(el("p").with(formula.clone()))
    };
    classed("section", "plan-section")
        .at("aria-labelledby", "costs-title")
        .with(classed("h2", "figure-title").at("id", "costs-title").with(words.title))
        .with(classed("p", "figure-reading").with(panel.reading))
        .with(wide_table("costs-title", table))
        .with(
            classed("div", "explanations")
                .at("role", "group")
                .at("aria-label", words.explanations)
                .all(panel.explanations.iter().map(explanation)),
        )
}
