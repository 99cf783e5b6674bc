//! 見通し: how likely, what it would take, how the outcomes are spread.

use super::part::sentence;
use super::{Element, histogram, run};
use crate::markup::{classed, el};
use crate::session::Session;

/// The view of the odds.
pub(super) fn view(session: &Session, sections: Option<Vec<Element>>) -> Element {
    let words = session.language.words();
    let panel = session.odds();
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
                        .with(classed("p", "lead").all(sentence(&panel.lead))),
                )
                .with(run::view(&panel.run, words)),
        )
        .with(
            classed("div", "figures")
                .with(histogram::view(session, &panel))
                .all(super::later::or_line(session, sections)),
        )
}

/// The figures after the histogram.
pub(super) fn later(_: &Session) -> Vec<Element> {
    Vec::new()
}
