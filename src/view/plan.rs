//! 逆算: the finding, the tree, the channels, the months, the existing customers.

use super::later::or_line;
use super::part::sentence;
use super::{
    Element, LaterView, calendar, channel_detail, channels, costs, customers, market, notes, season,
    settings, tree,
};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::text::LegendWords;

/// The view of the plan.
pub(super) fn view(session: &Session, later: Option<LaterView>) -> Element {
    let words = session.language.words();
    let (panel, details, sections) = match later {
        Some(LaterView::Plan { tree, channels, sections }) => (*tree, channels, Some(sections)),
        _ => (session.tree_panel(), Vec::new(), None),
    };
    let table = session.channels();
    let view = classed("section", "view").at("aria-labelledby", "plan-headline").with(
        classed("div", "view-head")
            .with(
                el("div")
                    .with(classed("h1", "headline").at("id", "plan-headline").all(sentence(&panel.headline)))
                    .with(classed("p", "lead").with(words.tree().lead)),
            )
            .with(legend(&words.tree().legend)),
    );
    let view = if panel.is_narrow {
        let holder = if panel.is_rows { "tree-holder tree-rows" } else { "tree-holder" };
        view.with(classed("div", holder).with(tree::view(&panel, words, None)))
            .with(tree::foot(&panel, words))
            .with(channels::view(session, &table, details, "channels channels-below"))
    } else {
        let table = channels::view(session, &table, details, "channels tree-channels");
        // Nothing in the channels' other place, so that what follows is recognised as the same: it stays unfolded.
        view.with(tree::view(&panel, words, Some(table))).with(tree::foot(&panel, words)).with("")
    };
    view.all(or_line(session, sections))
}

/// What is folded behind the numbers, and what stands below the tree and the channels.
pub(super) fn later(session: &Session) -> LaterView {
    let blocks = classed("div", "blocks")
        .with(season::view(session))
        .with(customers::view(session))
        .with(market::view(session));
    let channel_count = session.plan().channels.len();
    LaterView::Plan {
        tree: Box::new(session.unfolded_tree()),
        channels: (0..channel_count).map(|place| channel_detail::view(session, place)).collect(),
        sections: vec![
            settings::view(session),
            blocks,
            calendar::view(session),
            costs::view(session),
            notes::view(session),
        ],
    }
}

fn legend([given, computed, answer]: &'static [LegendWords; 3]) -> Element {
    classed("ul", "legend")
        .with(entry("legend-given", given))
        .with(entry("legend-computed", computed))
        .with(entry("legend-answer", answer))
}

fn entry(class: &'static str, words: &'static LegendWords) -> Element {
    let long = |words: &'static str| (!words.is_empty()).then(|| classed("span", "label-long").with(words));
    classed("li", class).with(long(words.before)).with(words.always).with(long(words.after))
}
