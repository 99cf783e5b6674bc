//! 市況: what moves together, how sure, how many draws. Folded, since hardly anybody changes it.

use super::Element;
use super::part::{form_grid, form_item, form_note, slider};
use crate::markup::{classed, el};
use crate::session::{Field, RunField, Session};

/// Places of the handles, up to 95 % and from 50 to 99 %.
const CORRELATION: [u32; 2] = [0, 475];
const CONFIDENCE: [u32; 2] = [250, 495];

/// The market and the calculation.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().market();
    let panel = session.market();
    let [correlation, confidence, trials] = panel.notes.map(form_note);
    let items = vec![
        slider(session, Field::Run(RunField::Correlation), "correlation", CORRELATION).with(correlation),
        slider(session, Field::Run(RunField::Confidence), "confidence", CONFIDENCE).with(confidence),
        form_item(session, Field::Run(RunField::Trials), "trials").with(trials),
    ];
    classed("details", "block fold market")
        .with(
            el("summary")
                .with(classed("h2", "block-title").with(words.title))
                .with(classed("span", "block-note").with(panel.state)),
        )
        .with(form_grid("form-grid market-grid", items))
}
