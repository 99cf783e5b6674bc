//! 月ごとの配分: a column a month, with its share of the year below it.

use super::part::{FieldLook, button, field_box, field_error, form_note, percent};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::SeasonMonthPanel;
use crate::session::{Press, Session};

/// The months of the period.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().season();
    let panel = session.season();
    let mut shapes = classed("div", "segments").at("role", "group").at("aria-label", words.shapes);
    for (edit, name, is_chosen) in panel.shapes {
        let shape = button("segment")
            .at("aria-pressed", if is_chosen { "true" } else { "false" })
            .on(Intent::Press(Press::Edit(edit)));
        shapes = shapes.with(shape.with(name));
    }
    let mut errors = Vec::new();
    let mut rows = classed("div", "season-scroll");
    for months in [&panel.months, &panel.year] {
        let heads = classed("div", "season-heads").at("aria-hidden", "true");
        let mut row = classed("div", "season-months").at("--months", months.len().to_string()).with(
            heads
                .with(classed("span", "season-head").with(words.counts))
                .with(classed("span", "season-unit").with("%")),
        );
        for each in months {
            row = row.with(month(session, each, &mut errors));
        }
        rows = rows.with(row.flag("hidden", months.is_empty()));
    }
    classed("section", "block season")
        .at("aria-labelledby", "season-name")
        .with(
            classed("div", "block-head")
                .with(classed("h2", "block-title").at("id", "season-name").with(words.title))
                .with(classed("p", "block-note").with(panel.lead))
                .with(shapes),
        )
        .with(rows)
        .with(el("div").all(errors))
        .with(classed("p", "season-sum").with(panel.sum))
        .all(panel.notes.into_iter().map(form_note))
}

fn month(session: &Session, panel: &SeasonMonthPanel, errors: &mut Vec<Element>) -> Element {
    let column = panel.count.as_ref().map(|(count, height)| {
        classed("div", "season-column")
            .at("--height", percent(*height))
            .with(classed("span", "season-count").with(count.clone()))
            .with(classed("span", "season-bar").at("aria-hidden", "true"))
    });
    let share = panel.share.and_then(|field| session.field(field)).map(|field| {
        let id = format!("season-{}", panel.month);
        errors.extend(field_error(&field, &id));
        field_box(&field, FieldLook::Cell, &id)
    });
    classed("div", "season-month")
        .with(column)
        .with(share)
        .with(classed("span", "season-name").with(panel.name.clone()))
}
