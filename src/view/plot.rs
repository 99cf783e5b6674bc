//! A drawing over two axes: shapes, ticks, labels, marked places, and the point that is being read.

use super::part::{percent, sentence};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::panel::{FigurePanel, PlacedLabel, PlotLabel, PlotPanel, Side};
use crate::text::filled;

/// Beyond this many labels every other one gives way where space is short.
const MANY_LABELS: usize = 8;
/// From here on, in percent, what is read stands to the left of its line.
const TURN: f64 = 50.0;

/// The drawing of a figure. Shapes are stretched to their place; what is written stands over them as text.
pub(super) fn view(session: &Session, panel: &FigurePanel, plot: &PlotPanel) -> Element {
    let words = session.language.words().figures();
    let reading = session.screen.reading.filter(|(figure, _)| *figure == panel.figure);
    let point = reading.map(|(_, point)| point).filter(|point| *point < panel.points.len());
    let spoken = point.and_then(|point| panel.spoken(point));
    let svg = classed("svg", "plot-drawing")
        .at("viewBox", "0 0 100 100")
        .at("preserveAspectRatio", "none")
        .at("aria-hidden", "true")
        .at("focusable", "false")
        .all(plot.shapes.iter().map(|(class, path)| classed("path", *class).at("d", path.clone())));
    // Arrow keys choose one of many values: what screen readers know as a slider, and speak of as such.
    let drawn = classed("div", "plot")
        .at("data-figure", panel.figure.id())
        .at("tabindex", "0")
        .at("role", "slider")
        .at("aria-label", filled(words.read, &[&panel.title]))
        .at("aria-valuemin", "0")
        .at("aria-valuemax", panel.points.len().saturating_sub(1).to_string())
        .at("aria-valuenow", point.unwrap_or(0).to_string())
        .at("aria-valuetext", spoken.as_ref().map(ToString::to_string).unwrap_or_default())
        .on(Intent::Read(panel.figure, panel.points.len()))
        .with(svg)
        .all(ticks_across(&plot.across))
        .all(plot.up.iter().map(|label| placed("tick-up", label)))
        .all(plot.dots.iter().map(dot))
        .all(plot.labels.iter().map(label));
    let Some((at, spoken)) = point.map(|point| panel.points[point]).zip(spoken) else { return drawn };
    drawn.with(classed("span", "plot-marker").at("--at", percent(at))).with(
        classed("p", "plot-readout")
            .at("data-side", if at > TURN { "left" } else { "right" })
            .at("--at", percent(at))
            .all(sentence(&spoken)),
    )
}

pub(super) fn dot((x, y, is_answer): &(f64, f64, bool)) -> Element {
    classed("span", if *is_answer { "plot-dot plot-dot-answer" } else { "plot-dot" })
        .at("--at", percent(*x))
        .at("--up", percent(*y))
}

pub(super) fn label(label: &PlotLabel) -> Element {
    let side = match label.side {
        Side::Above => "above",
        Side::Upon => "upon",
        Side::Right => "right",
        Side::Left => "left",
    };
    let below = (!label.below.is_empty()).then(|| classed("span", "plot-below").with(label.below.clone()));
    classed("span", format!("plot-label {}", label.class))
        .at("data-side", side)
        .at("--at", percent(label.at.0))
        .at("--up", percent(label.at.1))
        .with(el("span").all(sentence(&label.text)))
        .with(below)
}

pub(super) fn placed(class: &'static str, label: &PlacedLabel) -> Element {
    classed("span", class).at("--at", percent(label.at)).with(label.text.clone())
}

pub(super) fn ticks_across(labels: &[PlacedLabel]) -> impl Iterator<Item = Element> {
    let last = labels.len().saturating_sub(1);
    labels.iter().enumerate().map(move |(place, label)| {
        // Where space is short some labels have no room; at the right edge the last one is held inside.
        let is_second = labels.len() > MANY_LABELS && place % 2 == 1;
        let optional = (is_second || place + 1 == last && last > 2).then_some("true");
        let edge = (place == last && label.at > 96.0).then_some("end");
        placed("tick-across", label)
            .at_some("data-second", is_second.then_some("true"))
            .at_some("data-optional", optional)
            .at_some("data-edge", edge)
    })
}
