//! What the actuals teach, and what takes it into the plan.

use super::{press, section};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::track::{DelayRow, LearnedPanel, LearnedRail, LearnedRow, LostPanel, TrackPress};
use crate::text::filled;
use crate::view::Element;
use crate::view::part::{button, icon, percent};

pub(super) fn view(session: &Session, panel: &LearnedPanel) -> Element {
    let words = session.language.words().track();
    let [_, _, _, heading, volumes, delays, lost, _] = words.headings;
    let warning = panel.warning.as_ref().map(|said| {
        classed("p", "track-warning").with(icon("#icon-warning")).with(el("span").with(said.clone()))
    });
    let taken = panel.taken.as_ref().map(|said| {
        classed("p", "track-taken").with(icon("#icon-check")).with(el("span").with(said.clone()))
    });
    let beside = classed("div", "track-beside")
        .with(part(volumes, panel.volumes.is_empty()).with(el("ul").all(panel.volumes.iter().map(volume))))
        .with((!panel.delays.is_empty()).then(|| delay_part(session, panel, delays)))
        .with((!panel.lost.is_empty()).then(|| part(lost, false).all(panel.lost.iter().map(lost_at))));
    section("track-learned", heading, words.learned_reading.to_owned())
        .with(warning)
        .with(classed("ul", "track-learned").all(panel.rows.iter().map(|each| row(session, each))))
        .with(taken)
        .with(panel.can_take.then(|| take(TrackPress::Take, words.take[0], words.take_notes[0])))
        .with(beside)
}

fn part(heading: &'static str, is_hidden: bool) -> Element {
    el("div").flag("hidden", is_hidden).with(classed("h3", "track-subheading").with(heading))
}

fn take(what: TrackPress, name: &'static str, note: &'static str) -> Element {
    classed("div", "track-take")
        .with(button("button").on(press(what)).with(name))
        .with(classed("p", "track-note").with(note))
}

fn row(session: &Session, row: &LearnedRow) -> Element {
    let words = session.language.words().track();
    let range = (!row.range.is_empty())
        .then(|| classed("span", "track-note").with(filled(words.range, &[&row.range])));
    classed("li", "track-quantity")
        .with(
            el("div")
                .with(el("b").with(row.name.clone()))
                .with(classed("p", "track-note").with(row.counts.clone()))
                .with(classed("p", "track-note").with(row.prior.clone())),
        )
        .with(
            classed("div", "track-learned-value")
                .with(
                    classed("b", "track-learned-number")
                        .with(row.learned.number.clone())
                        .with(el("small").with(row.learned.unit.clone())),
                )
                .with(range),
        )
        .with(row.rail.as_ref().map(rail))
}

/// The range, the value and the plan's on one scale; what it shows is written beside it.
fn rail(rail: &LearnedRail) -> Element {
    classed("div", "track-rail")
        .at("aria-hidden", "true")
        .with(
            classed("span", "track-rail-range")
                .at("--at", percent(rail.range.0))
                .at("--width", percent(rail.range.1)),
        )
        .with(classed("span", "track-rail-value").at("--at", percent(rail.value)))
        .with(classed("span", "track-rail-plan").at("--at", percent(rail.prior)).with("▼"))
        .with(classed("span", "track-rail-end").with(rail.end.clone()))
}

fn volume([name, said]: &[String; 2]) -> Element {
    el("li").with(el("b").with(name.clone())).with(classed("p", "track-note").with(said.clone()))
}

fn delay_part(session: &Session, panel: &LearnedPanel, heading: &'static str) -> Element {
    let words = session.language.words().track();
    let row = |delay: &DelayRow| {
        el("li").with(el("b").with(delay.name.clone())).with(
            el("p")
                .with(delay.prior.clone())
                .with(" → ")
                .with(words.measured)
                .with(" ")
                .with(el("b").with(delay.measured.clone()))
                .with(classed("span", "track-note").with([" ", delay.counts.as_str()].concat())),
        )
    };
    part(heading, false)
        .with(el("ul").all(panel.delays.iter().map(row)))
        .with(panel.can_take_delays.then(|| take(TrackPress::TakeDelays, words.take[1], words.take_notes[1])))
}

fn lost_at(panel: &LostPanel) -> Element {
    let reason = |(name, figures, share): &(String, String, f64)| {
        el("li").with(el("span").with(name.clone())).with(el("span").with(figures.clone())).with(
            classed("span", "track-share")
                .at("aria-hidden", "true")
                .with(classed("span", "track-share-fill").at("--width", percent(*share))),
        )
    };
    classed("div", "track-lost")
        .with(classed("p", "track-lost-name").with(panel.name.clone()))
        .with(el("ul").all(panel.reasons.iter().map(reason)))
}
