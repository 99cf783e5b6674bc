//! 月ごとの配分: a column a month, with its share of the year below it.

use super::part::{FieldLook, button, field_box, field_error, percent};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::Press;
use crate::session::panel::{SeasonMonthPanel, SeasonPanel};
use crate::text::Words;

/// The months of the period.
pub(super) fn view(panel: &SeasonPanel, words: &'static Words) -> Element {
    let words = &words.season;
    let shapes = panel.shapes.iter().map(|(edit, name, is_chosen)| {
        button("segment")
            .at("aria-pressed", if *is_chosen { "true" } else { "false" })
            .on(Intent::Press(Press::Edit(*edit)))
            .with(name.clone())
    });
    let errors = panel.months.iter().chain(&panel.year).filter_map(|month| {
        let field = month.share.as_ref()?;
        field_error(field, &share_id(field))
    });
    let year = (!panel.year.is_empty()).then(|| months(&panel.year, ["", words.shares]));
    let notes = panel.notes.iter().map(|note| classed("p", "form-note").with(note.clone()));
    classed("section", "block season")
        .at("aria-labelledby", "season-name")
        .with(
            classed("div", "block-head")
                .with(classed("h2", "block-title").at("id", "season-name").with(words.title))
                .with(classed("p", "block-note").with(panel.lead.clone()))
                .with(
                    classed("div", "segments").at("role", "group").at("aria-label", words.shapes).all(shapes),
                ),
        )
        .with(
            classed("div", "season-scroll")
                .with(months(&panel.months, [words.counts, words.shares]))
                .with(year),
        )
        .with(el("div").all(errors))
        .with(classed("p", "season-sum").with(panel.sum.clone()))
        .with(el("div").all(notes))
}

fn months(months: &[SeasonMonthPanel], [counts, shares]: [&'static str; 2]) -> Element {
    let has_shares = months.iter().any(|month| month.share.is_some());
    let heads = classed("div", "season-heads")
        .at("aria-hidden", "true")
        .with(classed("span", "season-head").with(counts))
        .with(has_shares.then(|| classed("span", "season-unit").with(shares)));
    classed("div", "season-months")
        .at("--months", months.len().to_string())
        .with(heads)
        .all(months.iter().map(month))
}

fn month(panel: &SeasonMonthPanel) -> Element {
    let column = panel.count.as_ref().map(|(count, height)| {
        classed("div", "season-column")
            .at("--height", percent(*height))
            .with(classed("span", "season-count").with(count.clone()))
            .with(classed("span", "season-bar").at("aria-hidden", "true"))
    });
    let share = panel.share.as_ref().map(|field| field_box(field, FieldLook::Cell, &share_id(field)));
    classed("div", "season-month")
        .with(column)
        .with(share)
        .with(classed("span", "season-name").with(panel.name.clone()))
}

fn share_id(field: &crate::session::panel::FieldPanel) -> String {
    match field.field {
        crate::session::Field::Season(month) => format!("season-{month}"),
        _ => String::new(),
    }
}
