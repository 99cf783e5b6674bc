//! The whole funnel: a table whose rows have their bars in them.

use super::{attainment, attainment_bar, press, scrolled, section};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::track::{FunnelRow, TrackFunnelPanel, TrackPress};
use crate::view::Element;
use crate::view::part::{button, owner_glyph, owner_name};

pub(super) fn view(session: &Session, panel: &TrackFunnelPanel) -> Element {
    let words = session.language.words().track();
    let [channel, months] = words.choices;
    let channels = (!panel.channels.is_empty()).then(|| choices(channel, &panel.channels));
    let head = |(place, name): (usize, &&'static str)| {
        let cell = el("th").at("scope", "col").with(*name);
        // Before the attainment stands its bar, whose ends are named.
        let bar = (place == 3).then(|| {
            classed("th", "track-scale")
                .at("aria-hidden", "true")
                .all(["0", "100%", "150%"].map(|end| el("span").with(end)))
        });
        [bar, Some(cell)]
    };
    let heads = words.funnel_head.iter().enumerate().flat_map(head).flatten();
    let table = classed("table", "data-table track-funnel")
        .with(el("thead").with(el("tr").all(heads)))
        .with(el("tbody").all(panel.rows.iter().map(|each| row(session, each))));
    section("track-funnel", words.headings[2], panel.reading.clone())
        .with(classed("div", "track-choices").with(channels).with(choices(months, &panel.spans)))
        .with(scrolled("track-funnel-heading", table))
}

/// A few things of which one is shown.
fn choices(label: &'static str, choices: &[(TrackPress, String, bool)]) -> Element {
    let choice = |(asked, name, is_shown): &(TrackPress, String, bool)| {
        button("track-choice")
            .at("aria-pressed", if *is_shown { "true" } else { "false" })
            .on(press(*asked))
            .with(name.clone())
    };
    classed("div", "track-segments")
        .at("role", "group")
        .at("aria-label", label)
        .all(choices.iter().map(choice))
}

fn row(session: &Session, row: &FunnelRow) -> Element {
    let rate = row
        .rate
        .as_ref()
        .map(|[name, rate]| el("span").with(name.clone()).with(" ").with(el("b").with(rate.clone())));
    el("tr")
        .with(el("th").at("scope", "row").with(row.owner.map(owner_glyph)).with(row.name.clone()))
        .with(el("td").with(row.plan.clone()))
        .with(el("td").with(el("b").with(row.actual.clone())))
        .with(
            classed("td", "track-bar-cell")
                .at("aria-hidden", "true")
                .with(attainment_bar(row.owner.map(owner_name), row.attainment.fill)),
        )
        .with(el("td").with(attainment(session, &row.attainment.text, row.attainment.is_behind)))
        .with(classed("td", "track-rate").with(rate))
}
