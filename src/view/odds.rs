//! 見通し: how likely, what it would take, how the outcomes are spread.

use super::part::sentence;
use super::{Element, dots, figure, funnel, histogram, levers, plot, run, shares};
use crate::markup::classed;
use crate::markup::el;
use crate::session::panel::{Drawing, FigurePanel, OddsPanel};
use crate::session::{Figure, Session};

/// The view of the odds.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words();
    let panel = session.odds();
    let figures = panel.figures.iter().map(|(figure, shown)| match shown {
        Some(shown) => drawn(session, &panel, shown),
        None => pending(*figure, words.figures.pending),
    });
    classed("section", "view")
        .at("aria-labelledby", "odds-headline")
        .with(
            classed("div", "view-head")
                .with(
                    el("div")
                        .with(
                            classed("h1", "headline")
                                .at("id", "odds-headline")
                                .all(sentence(&panel.headline)),
                        )
                        .with(classed("p", "lead").all(sentence(&panel.lead)))
                        .with(panel.dots.as_ref().map(dots::view)),
                )
                .with(run::view(&panel.run, words)),
        )
        .with(classed("div", "figures figures-odds").all(figures))
}

fn drawn(session: &Session, odds: &OddsPanel, panel: &FigurePanel) -> Element {
    let chart = match (&panel.drawing, panel.figure) {
        (Drawing::Plot(plot), _) => classed("div", "figure-chart")
            .with(plot::view(session, panel, plot))
            .with(percentiles(odds, panel.figure)),
        (Drawing::Rows(rows), Figure::Levers) => levers::view(session, rows, panel.is_interim),
        (Drawing::Rows(rows), Figure::Variance) => shares::view(rows),
        (Drawing::Rows(rows), _) => funnel::view(session, rows),
    };
    figure::view(session, panel, chart)
}

fn percentiles(odds: &OddsPanel, figure: Figure) -> Option<Element> {
    let labels = odds.percentiles.as_ref().filter(|_| figure == Figure::Histogram)?;
    Some(histogram::percentiles(labels))
}

/// Keeps the place of a figure whose answer has not come.
fn pending(figure: Figure, word: &'static str) -> Element {
    classed("figure", "figure figure-pending")
        .at("id", figure.id())
        .with(classed("p", "figure-note").with(word))
}
