//! How far each stage may end from the plan: a range in each row, the plan in the middle.

use super::Element;
use super::part::{bar, glyphs};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::panel::RowPanel;

/// The rows with their head.
pub(super) fn view(session: &Session, rows: &[RowPanel]) -> Element {
    let words = session.language.words().figures();
    let head = classed("li", "range-row range-head")
        .at("aria-hidden", "true")
        .with(el("span").with(words.funnel_head[0]))
        .with(el("span").with("P50"))
        .with(el("span").with("P10–P90"))
        .with(classed("span", "range-plan").with(words.funnel_head[1]));
    let row = |row: &RowPanel| {
        let [between, middle] = [3, 4].map(|place: usize| row.figures[place].clone());
        classed("li", "range-row")
            .with(classed("span", "row-name").with(glyphs(&row.department)).with(row.name.clone()))
            .with(el("b").with(middle))
            .with(classed("span", "range-between").with(between))
            .with(bar(row))
    };
    classed("ul", "figure-chart ranges").with(head).all(rows.iter().map(row))
}
