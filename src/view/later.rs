//! What stands below the first figures of a view: the later part of the program makes it.

use super::part::{button, icon};
use super::{Element, Intent, odds, plan};
use crate::markup::classed;
use crate::session::{LaterPart, Press, Session, View};

/// The sections of the view that is shown, after its first figures.
pub fn later(session: &Session) -> Vec<Element> {
    match session.screen.view {
        View::Plan => plan::later(session),
        View::Odds => odds::later(session),
    }
}

/// The sections, or the line that stands in their place until they are there.
pub(super) fn or_line(session: &Session, sections: Option<Vec<Element>>) -> Vec<Element> {
    sections.unwrap_or_else(|| vec![line(session)])
}

fn line(session: &Session) -> Element {
    let words = &session.language.words().later;
    let (sentence, press) = match session.screen.later {
        LaterPart::Absent => (None, Some(("#icon-fold", words.show))),
        LaterPart::Asked | LaterPart::Here => (Some(words.coming), None),
        LaterPart::Failed => (Some(words.failed), Some(("#icon-again", words.again))),
    };
    let press = press.map(|(symbol, name)| {
        button("link-button").on(Intent::Press(Press::Later)).with(icon(symbol)).with(name)
    });
    let is_coming = press.is_none();
    classed("p", "later-line")
        .at("role", "status")
        .at_some("data-pending", is_coming.then_some("true"))
        .with(sentence)
        .with(press)
}
