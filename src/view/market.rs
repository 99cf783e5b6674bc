//! 市況: what moves together, how sure, how many draws. Folded, since hardly anybody changes it.

use super::Element;
use super::part::{form_item, slider};
use crate::markup::{classed, el};
use crate::session::panel::MarketPanel;
use crate::text::Words;

/// The market and the calculation.
pub(super) fn view(panel: &MarketPanel, words: &'static Words) -> Element {
    let words = &words.market;
    let trials = form_item(words.trials, &panel.trials, "trials")
        .with(classed("p", "form-note").with(panel.trials_note.clone()));
    classed("details", "block fold market")
        .with(
            el("summary")
                .with(classed("h2", "block-title").with(words.title))
                .with(classed("span", "block-note").with(panel.state.clone())),
        )
        .with(
            classed("div", "form-grid market-grid")
                .with(slider(&panel.correlation, "correlation"))
                .with(slider(&panel.confidence, "confidence"))
                .with(trials),
        )
}
