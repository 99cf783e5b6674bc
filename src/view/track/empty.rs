//! What stands here before there are actuals: how they come in.

use crate::markup::{classed, el};
use crate::session::Session;
use crate::view::part::icon;
use crate::view::{Element, Intent};

/// The view without actuals.
pub(super) fn view(session: &Session) -> Vec<Element> {
    let words = session.language.words().track();
    let [headline, lead] = words.empty;
    let head = classed("div", "view-head")
        .with(el("div").with(classed("h1", "headline").with(headline)).with(classed("p", "lead").with(lead)));
    vec![head, ways_in(session)]
}

/// How actuals come in: the place of everything that reads them. A plan file brings those that stand in it.
pub(super) fn ways_in(session: &Session) -> Element {
    let words = session.language.words().track();
    let [sentence, choose, note] = words.ways_in;
    let input = el("input")
        .at("type", "file")
        .at("id", "track-open-file")
        .at("class", "visually-hidden")
        .at("accept", ".json,application/json")
        .on(Intent::OpenFile);
    classed("div", "track-drop")
        .with(icon("#icon-file"))
        .with(classed("p", "track-drop-line").with(el("b").with(sentence)))
        .with(classed("label", "button").with(choose).with(input))
        .with(classed("p", "track-note").with(note))
}
