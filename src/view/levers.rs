//! The levers: each with what it is, what it would have to be, and a bar on one shared scale.

use super::part::{bar, button, glyphs, icon};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::RowPanel;
use crate::session::{Edit, Press, Session};
use crate::text::filled;

/// The list of levers; those of single channels are folded away.
pub(super) fn view(session: &Session, rows: &[RowPanel], is_interim: bool) -> Element {
    let words = session.language.words().levers();
    let list = |is_aside: bool| {
        let rows = rows.iter().filter(move |row| row.is_aside == is_aside);
        classed("ol", "levers").all(rows.map(|row| lever(session, row, is_interim)))
    };
    let has_aside = rows.iter().any(|row| row.is_aside);
    let aside = has_aside.then(|| {
        classed("details", "levers-aside").with(el("summary").with(words.by_channel)).with(list(true))
    });
    classed("div", "figure-chart").with(list(false)).with(aside)
}

fn lever(session: &Session, row: &RowPanel, is_interim: bool) -> Element {
    let words = session.language.words().levers();
    let [from, to, change] = [0, 1, 2].map(|place: usize| row.figures[place].clone());
    let take = row.lever.map(|place| {
        button("button button-small lever-take")
            .at("aria-label", filled(words.take_label, &[&row.name, &to]))
            .flag("disabled", is_interim)
            .on(Intent::Press(Press::Edit(Edit::TakeLever(place))))
            .with(words.take)
    });
    let warning = (!row.warning.is_empty())
        .then(|| classed("span", "lever-warning").with(icon("#icon-warning")).with(row.warning.clone()));
    classed("li", "lever")
        .at_some("data-answer", row.is_answer.then_some("true"))
        .with(
            classed("div", "lever-head")
                .with(classed("span", "row-name").with(glyphs(&row.department)).with(row.name.clone()))
                .with(row.is_answer.then(|| classed("span", "badge").with(words.cheapest)))
                .with(
                    classed("span", "lever-ends")
                        .with(el("span").with(from))
                        .with(icon("#icon-arrow"))
                        .with(el("b").with(to)),
                ),
        )
        .with(classed("div", "lever-bar").with(bar(row)).with(classed("b", "lever-change").with(change)))
        .with(
            classed("div", "lever-foot")
                .with(el("span").with(el("span").with(row.note.clone())).with(warning))
                .with(take),
        )
}
