//! What is promised, and the figures behind it.

use super::{part, table};
use crate::markup::{classed, el};
use crate::session::Session;
use crate::session::method::{PromiseLine, Verdict, promises};
use crate::text::PromiseWords;
use crate::view::Element;
use crate::view::part::icon;

/// Every promise, group by group.
pub(super) fn view(session: &Session) -> Element {
    let words = &session.language.words().method().promises;
    let groups = promises(session.language).into_iter();
    let tables = groups.map(|group| {
        table(group.heading, &words.columns, group.lines.into_iter().map(|line| row(line, words)).collect())
    });
    part("method-promises", &words.heading).all(tables)
}

fn row(line: PromiseLine, words: &PromiseWords) -> Element {
    let [kept, missed, unknown] = words.verdicts;
    let (symbol, word, mark) = match line.verdict {
        Verdict::Kept => (Some("#icon-check"), kept, "true"),
        Verdict::Missed => (Some("#icon-close"), missed, "false"),
        Verdict::NotMeasured => (None, unknown, "unknown"),
    };
    let outcome = classed("span", "method-outcome").at("data-holds", mark).with(symbol.map(icon)).with(word);
    el("tr")
        .with(
            el("th")
                .at("scope", "row")
                .with(line.promise)
                .with(classed("span", "method-law").with(line.check)),
        )
        .with(el("td").with(line.figure).with(outcome))
        .with(el("td").with(line.measured))
}
