//! What stands here before there are actuals: how they come in.

use crate::markup::{classed, el};
use crate::session::Session;
use crate::view::Element;

/// The view without actuals.
pub(super) fn view(session: &Session) -> Vec<Element> {
    let words = session.language.words().track();
    let [headline, lead] = words.empty;
    let head = classed("div", "view-head")
        .with(el("div").with(classed("h1", "headline").with(headline)).with(classed("p", "lead").with(lead)));
    vec![head, ways_in()]
}

/// How actuals come in: the place of the screens that read them, which a part of its own draws there.
pub(super) fn ways_in() -> Element {
    // An element of its own name, which is never taken for another one.
    el("import-place").at("id", "import")
}
