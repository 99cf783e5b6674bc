//! What an import found, and the buttons that take it in or give it up.

use super::named;
use crate::markup::{classed, el};
use crate::session::import::{Findings, ReportPanel};
use crate::text::Language;
use crate::view::Element;
use crate::view::part::icon;

/// The report, or an empty place.
pub(super) fn view(panel: Option<&ReportPanel>, has_files: bool, language: Language) -> Element {
    let words = language.words().importing();
    let frame = classed("section", "import-report").flag("hidden", panel.is_none() || !has_files);
    let Some(panel) = panel.filter(|_| has_files) else { return frame };
    let headline = if panel.is_made {
        classed("p", "import-headline").with(icon("#icon-check"))
    } else {
        classed("p", "import-headline import-nothing").with(icon("#icon-warning"))
    };
    let notes = panel.notes.iter().map(|note| classed("p", "import-note").with(note.clone()));
    let takes = panel.actions.iter().enumerate().map(|(place, (id, name))| {
        named(if place == 0 { "button import-take" } else { "button" }, *id, *name)
    });
    let cancel = named("button", "import-cancel", words.take[3]);
    let actions = classed("div", "import-actions").all(takes).with(cancel);
    frame
        .with(classed("h2", "import-heading").with(words.report))
        .with(headline.with(el("span").with(panel.headline.clone())))
        .all(notes)
        .with(actions)
        .with(rows(panel, language))
        .with(classed("ul", "import-lines").all(panel.lines.iter().map(|line| el("li").with(line.clone()))))
        .all(panel.findings.iter().filter(|(_, sentences, _)| !sentences.is_empty()).map(findings))
        .with(panel.has_findings.then(|| named("button button-small", "import-report", words.download[0])))
}

/// Where the rows of each file went.
fn rows(panel: &ReportPanel, language: Language) -> Element {
    let words = language.words().importing();
    let (names, lines) = &panel.rows;
    let head = names.iter().map(|name| el("th").at("scope", "col").with(name.clone()));
    let line = |(name, counts): &(String, Vec<String>)| {
        el("tr")
            .with(el("th").at("scope", "row").with(name.clone()))
            .all(counts.iter().map(|count| el("td").with(count.clone())))
    };
    let all = lines.len().saturating_sub(1);
    classed("div", "wide-table")
        .at("role", "group")
        .at("aria-label", words.table[0])
        .at("tabindex", "0")
        .with(
            classed("table", "import-counts")
                .with(
                    el("thead")
                        .with(el("tr").with(el("th").at("scope", "col").with(words.table[0])).all(head)),
                )
                .with(el("tbody").all(lines[..all].iter().map(line)))
                .with(el("tfoot").all(lines[all..].iter().map(line))),
        )
}

fn findings((heading, sentences, more): &Findings) -> Element {
    classed("div", "import-findings")
        .with(classed("h3", "import-subheading").with(*heading))
        .with(el("ul").all(sentences.iter().map(|sentence| el("li").with(sentence.clone()))))
        .with(more.as_ref().map(|more| classed("p", "import-note").with(more.clone())))
}
