//! What stands below the first part of a view: the later part of the program makes it.

use super::part::{button, icon};
use super::{Element, Intent, Node, exports, library, odds, plan};
use crate::markup::classed;
use crate::session::panel::TreePanel;
use crate::session::{LaterPart, Press, Session, View};

/// What the later part of the program makes of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Later {
    /// What belongs to the view that is shown.
    pub view: LaterView,
    /// The scenarios, while they are shown beside it: a part of their own makes them ([`scenarios`](super::scenarios)).
    pub scenarios: Option<Element>,
    /// What is in the menus of the top bar: saved plans, the link, exports.
    pub menus: [Element; 3],
    /// What is said of a document that came from elsewhere.
    pub arrival: Option<Element>,
}

/// What the later part of the program makes of the view that is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum LaterView {
    /// 逆算
    Plan {
        /// The tree with everything that is folded behind its numbers.
        tree: Box<TreePanel>,
        /// The details of each channel.
        channels: Vec<Element>,
        /// What stands below.
        sections: Vec<Element>,
    },
    /// 見通し
    Odds {
        /// The line below the headline, where there is a better one.
        lead: Option<Element>,
        /// The figures.
        figures: Vec<Element>,
    },
    /// 実績 and 合意: what a part of its own makes ([`track`](super::track()), [`agreement`](super::agreement)); `None` until
    /// that is there.
    Own(Option<Vec<Element>>),
}

/// What the later part makes of the page.
pub fn later(session: &Session) -> Later {
    let view = match session.screen.view {
        View::Plan => plan::later(session),
        View::Odds => odds::later(session),
        View::Track | View::Agree => LaterView::Own(None),
    };
    Later {
        view,
        scenarios: None,
        menus: [library::plans(session), library::link(session), exports::menu(session)],
        arrival: library::arrival(session),
    }
}

/// The sections; those that are drawn already until they are made anew; the line that stands in their place before.
pub(super) fn or_line(session: &Session, sections: Option<Vec<Element>>) -> Vec<Node> {
    match sections {
        Some(sections) => sections.into_iter().map(Node::from).collect(),
        None if session.screen.later == LaterPart::Here => vec![Node::Kept],
        None => vec![line(session).into()],
    }
}

/// A view whose content is a part of the program of its own and comes with it; a line says so meanwhile.
pub(super) fn frame(session: &Session, name: &'static str, later: Option<LaterView>) -> Element {
    let frame = classed("section", "view").at("aria-label", name);
    match later {
        Some(LaterView::Own(None)) => frame.with(line(session)),
        Some(LaterView::Own(content)) => frame.all(or_line(session, content)),
        _ => frame.all(or_line(session, None)),
    }
}

pub(super) fn line(session: &Session) -> Element {
    let words = session.language.words().later();
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
