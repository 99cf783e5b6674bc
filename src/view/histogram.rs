//! The histogram: bars, the target's line, percentiles, and the same numbers as a table.

use super::figure::{self, Table};
use super::part::percent;
use super::{Element, Node};
use crate::chart::short;
use crate::markup::{classed, el};
use crate::session::panel::{HistogramPanel, OddsPanel, PlacedLabel};
use crate::session::{Figure, Session};

/// The figure of the outcomes; nothing before the first answer.
pub(super) fn view(session: &Session, odds: &OddsPanel) -> Option<Element> {
    let panel = odds.histogram.as_ref()?;
    let words = &session.language.words().odds;
    let table =
        Table { head: vec![words.revenue.to_owned(), words.share.to_owned()], rows: panel.table.clone() };
    let heading = figure::Heading { title: panel.title.clone(), reading: panel.reading.clone() };
    let chart = classed("div", "figure-chart").with(drawing(panel)).with(percentiles(panel));
    Some(
        figure::view(session, Figure::Histogram, heading, chart, &table)
            .with(classed("p", "figure-note").with(words.percentiles)),
    )
}

fn drawing(panel: &HistogramPanel) -> Element {
    let drawing = &panel.drawing;
    let line = panel.target.as_ref().map(|target| format!("M{} -6V100", short(target.at)));
    let svg = figure::plot("histogram-drawing")
        .with(classed("path", "grid").at("d", drawing.grid.clone()))
        .with(classed("path", "histogram-missed").at("d", drawing.missed.clone()))
        .with(classed("path", "histogram-reached").at("d", drawing.reached.clone()))
        .with(classed("path", "axis").at("d", "M0 100H100"))
        .with(classed("path", "histogram-target").at_some("d", line));
    classed("div", "histogram")
        .with(svg)
        .all(figure::ticks_across(&panel.across))
        .all(panel.up.iter().map(|label| figure::placed("tick-up", label)))
        .with(panel.target.as_ref().map(|target| figure::placed("histogram-target-label", target)))
        .with(panel.missed.as_ref().map(|label| share("histogram-share histogram-share-missed", label)))
        .with(panel.reached.as_ref().map(|label| share("histogram-share", label)))
}

fn share(class: &'static str, (label, word): &(PlacedLabel, &'static str)) -> Element {
    classed("span", class).at("--at", percent(label.at)).with(el("b").with(label.text.clone())).with(*word)
}

fn percentiles(panel: &HistogramPanel) -> Element {
    let [low, middle, high] = [0, 1, 2].map(|which: usize| panel.percentiles[which].1.at);
    let label = |(name, label): &(&'static str, PlacedLabel)| -> Node {
        classed("span", "percentile")
            .at("--at", percent(label.at))
            .with(el("small").with(*name))
            .with(el("b").with(label.text.clone()))
            .into()
    };
    let svg = classed("svg", "percentiles-drawing")
        .at("aria-hidden", "true")
        .with(classed("rect", "percentiles-line").at("x", percent(low)).at("width", percent(high - low)))
        .with(classed("circle", "percentiles-middle").at("cx", percent(middle)));
    classed("div", "percentiles").with(svg).all(panel.percentiles.iter().map(label))
}
