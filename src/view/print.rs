//! The plan on one printed page: finding, tree, odds, what would help, what it rests on. It is drawn on paper alone, in the place
//! of the view that stands after it.

use super::{Element, dots};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::export::{Digest, LeverTable};

/// Levers that are printed, the one that moves everything a little included; the best come first.
const LEVERS: usize = 7;
/// Things to look at that are printed, the most serious.
const NOTES: usize = 3;

/// The page; `link` is an address that opens the plan.
pub fn print_page(session: &Session, link: Option<&str>) -> Element {
    let words = session.language.words().exports();
    let [tree, odds, levers, assumptions, notes] = words.summary_headings;
    let Digest {
        title,
        headline,
        stages,
        odds: sentences,
        levers: lever_table,
        assumptions: rests_on,
        notes: mut look_at,
    } = session.digest();
    look_at.truncate(NOTES);
    let dots = session.odds().dots.filter(|_| !session.is_interim());
    let lever_part = lever_table.map(|LeverTable { finding, head, mut rows }| {
        if rows.len() > LEVERS {
            rows.drain(LEVERS - 1..rows.len() - 1);
        }
        part(levers).with(el("p").with(finding)).with(table(head, rows))
    });
    let note_part = (!look_at.is_empty()).then(|| part(notes).with(list(look_at)));
    classed("section", "print-page")
        .with(el("h1").with(title))
        .with(classed("p", "print-headline").with(headline))
        .with(part(tree).with(table(&words.summary_tree, stages)))
        .with(
            part(odds)
                .all(sentences.into_iter().map(|sentence| el("p").with(sentence)))
                .with(dots.as_ref().map(dots::view)),
        )
        .with(lever_part)
        .with(classed("div", "print-columns").with(part(assumptions).with(list(rests_on))).with(note_part))
        .with(link.map(|link| classed("p", "print-link").with(link.to_owned())))
}

fn part(heading: &'static str) -> Element {
    classed("section", "print-part").with(el("h2").with(heading))
}

fn list(items: Vec<String>) -> Element {
    el("ul").all(items.into_iter().map(|item| el("li").with(item)))
}

fn table(head: &[&'static str], rows: Vec<Vec<String>>) -> Element {
    let names = head.iter().map(|name| el("th").at("scope", "col").with(*name));
    let lines = rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(place, cell)| {
            if place == 0 { el("th").at("scope", "row").with(cell) } else { el("td").with(cell) }
        });
        el("tr").all(cells)
    });
    el("table").with(el("thead").with(el("tr").all(names))).with(el("tbody").all(lines))
}
