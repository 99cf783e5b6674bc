//! The reader's plan worked backwards, and its first trial.

use super::{part, table};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::method::DrawnRow;
use crate::view::Element;

/// The plan, worked backwards.
pub(super) fn view(session: &Session) -> Element {
    let steps = session.worked_steps().into_iter().map(|step| {
        classed("li", "method-step")
            .with(
                classed("h3", "method-heading")
                    .with(step.title)
                    .with(classed("b", "method-value").with(step.value)),
            )
            .all(step.lines.into_iter().map(|line| classed("p", "method-line").with(line)))
    });
    part("method-steps", &session.language.words().method().steps)
        .with(classed("ol", "method-steps").all(steps))
        .all(session.worked_notes().map(|note| classed("p", "method-text").with(note)))
}

/// Its first trial, and the share of all of them.
pub(super) fn trial(session: &Session) -> Element {
    let words = session.language.words().method();
    let frame = part("method-trial", &words.trial);
    let Some(panel) = session.first_trial() else { return frame };
    let [parameters, luck] = words.trial_tables;
    let columns = &words.trial_columns;
    let first = if panel.parameters.is_empty() {
        classed("p", "method-text").with(words.all_known)
    } else {
        table(parameters, columns, rows(panel.parameters))
    };
    frame
        .with(first)
        .with(table(luck, columns, rows(panel.luck)))
        .with(classed("p", "method-text method-finding").with(panel.sentence))
        .with(classed("p", "method-text method-finding").with(panel.share))
}

fn rows(rows: Vec<DrawnRow>) -> Vec<Element> {
    let row = |row: DrawnRow| {
        el("tr")
            .with(el("th").at("scope", "row").with(row.name))
            .with(classed("td", "method-law").with(row.law))
            .with(el("td").with(row.mean))
            .with(el("td").with(el("b").with(row.drawn)))
    };
    rows.into_iter().map(row).collect()
}
