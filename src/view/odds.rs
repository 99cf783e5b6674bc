//! 見通し: how likely, what it would take, how the outcomes are spread.

use super::later::or_line;
use super::part::sentence;
use super::{Element, LaterView, Node, dots, figure, funnel, histogram, levers, plot, run, shares, shell};
use crate::markup::{classed, el};
use crate::session::panel::{Drawing, FigurePanel};
use crate::session::{Figure, LaterPart, Session};

/// The view of the odds.
pub(super) fn view(session: &Session, later: Option<LaterView>) -> Element {
    let words = session.language.words();
    let panel = session.odds();
    let (lead, figures) = match later {
        Some(LaterView::Odds { lead, figures }) => (lead, Some(figures)),
        _ => (None, None),
    };
    let is_kept = figures.is_none() && session.screen.later == LaterPart::Here;
    let lead = match lead {
        None if is_kept => Node::Kept,
        lead => lead.unwrap_or_else(|| classed("p", "lead").all(sentence(&panel.lead))).into(),
    };
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
                        .with(lead)
                        .with(panel.dots.as_ref().map(dots::view)),
                )
                .with(run::view(&panel.run, words)),
        )
        .with(classed("div", "figures figures-odds").all(or_line(session, figures)))
}

/// The figures, and the sentence that rests on them.
pub(super) fn later(session: &Session) -> LaterView {
    let word = session.language.words().figures().pending;
    let figures = Figure::ALL.into_iter().map(|figure| match session.figure(figure) {
        Some(panel) => drawn(session, &panel),
        None => pending(figure, word),
    });
    let lead = session.cheapest().map(|words| classed("p", "lead").all(sentence(&words)));
    let link = classed("p", "figure-note method-link")
        .with(shell::method_link(session.language.words().shell().method));
    LaterView::Odds { lead, figures: figures.chain([link]).collect() }
}

fn drawn(session: &Session, panel: &FigurePanel) -> Element {
    let chart = match (&panel.drawing, panel.figure) {
        (Drawing::Plot(plot), figure) => {
            let percentiles = session.percentiles().filter(|_| figure == Figure::Histogram);
            classed("div", "figure-chart")
                .with(plot::view(session, panel, plot))
                .with(percentiles.as_ref().map(histogram::percentiles))
        }
        (Drawing::Rows(rows), Figure::Levers) => levers::view(session, rows, panel.is_interim),
        (Drawing::Rows(rows), Figure::Variance) => shares::view(rows),
        (Drawing::Rows(rows), _) => funnel::view(session, rows),
    };
    figure::view(session, panel, chart)
}

/// Keeps the place of a figure whose answer has not come.
fn pending(figure: Figure, word: &'static str) -> Element {
    classed("figure", "figure figure-pending")
        .at("id", figure.id())
        .at("data-pending", "true")
        .with(classed("p", "figure-note").with(word))
}
