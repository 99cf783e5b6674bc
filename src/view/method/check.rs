//! The self-check: its button, how far it is, every case.

use super::{part, table};
use crate::markup::{classed, el};
use crate::session::method::{CheckPanel, CheckRow, CheckState, SelfCheck};
use crate::session::{MethodPress, Press, Session};
use crate::text::SelfCheckWords;
use crate::view::part::{button, icon};
use crate::view::{Element, Intent};

/// The self-check.
pub(super) fn view(session: &Session, check: &SelfCheck) -> Element {
    let words = &session.language.words().method().check;
    let panel = session.check_panel(check);
    let [heading, _] = words.heading;
    let outcome = match panel.state {
        CheckState::Done if panel.rows.iter().all(|row| row.holds == Some(true)) => Some("agrees"),
        CheckState::Done => Some("misses"),
        _ => None,
    };
    part("method-check", &words.heading)
        .with(
            classed("div", "method-actions")
                .at_some("data-outcome", outcome)
                .with(switch(panel.state, words))
                .with(progress(&panel, words))
                .with(classed("p", "method-state").with(panel.sentence)),
        )
        .with(table(heading, &words.columns, panel.rows.into_iter().map(|each| row(each, words)).collect()))
}

/// The one button: its place stays the same, so that the focus does.
fn switch(state: CheckState, words: &SelfCheckWords) -> Element {
    let [start, again, stop] = words.buttons;
    let (name, press) = match state {
        CheckState::Idle => (start, MethodPress::Start),
        CheckState::Stopped | CheckState::Done => (again, MethodPress::Start),
        CheckState::Running => (stop, MethodPress::Stop),
    };
    button("button").at("id", "method-switch").on(Intent::Press(Press::Method(press))).with(name)
}

fn progress(panel: &CheckPanel, words: &SelfCheckWords) -> Option<Element> {
    let [done, all] = panel.progress.map(|count| count.to_string());
    (panel.state == CheckState::Running).then(|| {
        classed("progress", "progress").at("max", all).at("value", done).at("aria-label", words.progress)
    })
}

fn row(row: CheckRow, words: &SelfCheckWords) -> Element {
    let [agrees, misses] = words.outcomes;
    let outcome = row.holds.map(|holds| {
        let (symbol, word) = if holds { ("#icon-check", agrees) } else { ("#icon-close", misses) };
        classed("span", "method-outcome")
            .at("data-holds", if holds { "true" } else { "false" })
            .with(icon(symbol))
            .with(word)
    });
    let [name, law] = row.name;
    el("tr")
        .with(el("th").at("scope", "row").with(name).with(classed("span", "method-law").with(law)))
        .with(el("td").with(outcome))
        .with(el("td").with(row.exact))
        .with(el("td").with(row.simulated))
        .with(el("td").with(row.deviation))
}
