//! The menus of saved plans and of the link, and what is said of a document that came from elsewhere.

use super::part::{button, icon};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::LibraryRow;
use crate::session::{Arrival, ExportPress, PlanLink, Press, Session, ShelfPress};
use crate::text::filled;

/// What is in the menu of saved plans.
pub(super) fn plans(session: &Session) -> Element {
    let words = session.language.words().library();
    let panel = session.library_panel();
    let opener = el("input")
        .at("type", "file")
        .at("id", "open-file")
        .at("class", "visually-hidden")
        .at("accept", ".json,application/json")
        .on(Intent::OpenFile);
    classed("div", "popover-body menu-body")
        .with(classed("p", "popover-title").with(words.title))
        .with(
            panel
                .trouble
                .map(|trouble| classed("p", "menu-trouble").with(icon("#icon-warning")).with(trouble)),
        )
        .with(panel.empty.map(|empty| classed("p", "popover-note").with(empty)))
        .with(classed("ul", "library").all(panel.rows.iter().map(row)))
        .with(
            classed("div", "menu-actions")
                .with(action(ShelfPress::Fresh, "#icon-plus", words.fresh))
                .with(
                    classed("label", "button button-small")
                        .with(icon("#icon-file"))
                        .with(words.open_file)
                        .with(opener),
                )
                .with(action(ShelfPress::File, "#icon-download", words.save_file)),
        )
        .with(classed("p", "popover-note").with(words.where_saved))
}

/// What is in the menu of the link.
pub(super) fn link(session: &Session) -> Element {
    let words = session.language.words().library();
    let body = classed("div", "popover-body menu-body")
        .with(classed("p", "popover-title").with(words.share))
        .with(classed("p", "popover-note").with(words.link_note));
    let trouble = |said: String| classed("p", "menu-trouble").with(icon("#icon-warning")).with(said);
    match &session.screen.library.link {
        PlanLink::NotMade => body,
        PlanLink::TooLong => body.with(trouble(words.no_link.to_owned())).with(
            classed("div", "menu-actions").with(action(ShelfPress::File, "#icon-download", words.save_file)),
        ),
        PlanLink::Made { address, left_out } => body
            .with(
                (!left_out.is_empty()).then(|| {
                    trouble(filled(session.language.words().links().left_out, &[&left_out.join(", ")]))
                }),
            )
            .with(
                classed("input", "link-field")
                    .at("id", "link")
                    .flag("readonly", true)
                    .at("aria-label", words.link)
                    .at("value", address.clone()),
            )
            .with(
                classed("div", "menu-actions")
                    .with(action(ShelfPress::CopyLink, "#icon-link", words.copy_link))
                    .with(
                        button("button button-small")
                            .on(Intent::Press(Press::Export(ExportPress::Chat)))
                            .with(icon("#icon-copy"))
                            .with(words.copy_text),
                    )
                    .with(action(ShelfPress::Embed, "#icon-plan", words.embed)),
            ),
    }
}

/// What is said of a document that came from elsewhere, with what can be done.
pub(super) fn arrival(session: &Session) -> Option<Element> {
    let words = session.language.words().library();
    let sentence = session.arrival_sentence()?;
    let presses: &[(ShelfPress, &str)] = match session.screen.library.arrival {
        Some(Arrival::Visitor { .. }) => {
            &[(ShelfPress::Keep, words.keep), (ShelfPress::Discard, words.discard)]
        }
        _ => &[(ShelfPress::Dismiss, words.dismiss)],
    };
    let buttons = presses
        .iter()
        .map(|(press, name)| button("link-button").on(Intent::Press(Press::Shelf(*press))).with(*name));
    let line = classed("p", "arrival").at("role", "status").with(el("span").with(sentence));
    Some(line.all(buttons))
}

fn action(press: ShelfPress, symbol: &'static str, name: &'static str) -> Element {
    button("button button-small").on(Intent::Press(Press::Shelf(press))).with(icon(symbol)).with(name)
}

fn row(row: &LibraryRow) -> Element {
    let mut presses = row.presses.iter();
    let name = match presses.next() {
        Some((press @ ShelfPress::Open(_), label)) if !row.is_current => button("library-name")
            .at("aria-label", label.clone())
            .on(Intent::Press(Press::Shelf(*press)))
            .with(row.name.clone()),
        Some((ShelfPress::Open(_), _)) => classed("b", "library-name").with(row.name.clone()),
        Some((press, label)) => button("library-name")
            .at("title", label.clone())
            .on(Intent::Press(Press::Shelf(*press)))
            .with(row.name.clone())
            .with(classed("span", "visually-hidden").with(label.clone())),
        None => classed("span", "library-name").with(row.name.clone()),
    };
    let tools = presses.map(|(press, label)| {
        let symbol = if matches!(press, ShelfPress::Remove(_)) { "#icon-close" } else { "#icon-copy" };
        button("tool-button")
            .at("aria-label", label.clone())
            .at("title", label.clone())
            .on(Intent::Press(Press::Shelf(*press)))
            .with(icon(symbol))
    });
    classed("li", "library-row")
        .at_some("aria-current", row.is_current.then_some("true"))
        .with(
            classed("div", "library-words")
                .with(name)
                .with(classed("span", "library-note").with(row.note.clone())),
        )
        .all(tools)
}
