//! The channel table: where the first stage comes from, and whether that is enough.

use super::part::{FieldLook, button, department, field_box, field_error, field_input, icon, sentence};
use super::{Element, Intent, Node};
use crate::markup::{classed, el};
use crate::session::panel::{CellPanel, ChannelPanel, ChannelsPanel};
use crate::session::{Edit, Press, Session, Wanted};
use crate::text::ChannelWords;
use crate::text::number::Written;

/// The channel table; `details` is what is folded below each row, once it is there.
pub(super) fn view(
    session: &Session,
    panel: &ChannelsPanel,
    details: Vec<Element>,
    class: &'static str,
) -> Element {
    let words = session.language.words().channels();
    let mut details = details.into_iter();
    let rows = panel.rows.iter().enumerate().flat_map(|(place, row)| rows(place, row, details.next()));
    let adds = panel.adds.iter().map(|(kind, name)| {
        button("link-button")
            .on(Intent::Press(Press::Edit(Edit::AddChannel(*kind))))
            .with(icon("#icon-plus"))
            .with(*name)
    });
    classed("section", class)
        .at("data-owner", "marketing")
        .at("aria-labelledby", "channels-name")
        .with(
            classed("div", "node-head")
                .with(classed("h2", "node-name").at("id", "channels-name").with(words.title))
                .with(department(&panel.department)),
        )
        .with(
            classed("table", "channel-table")
                .with(head(words))
                .with(el("tbody").all(rows))
                .with(totals(panel, words.total)),
        )
        .with(balance(panel))
        .with(
            classed("div", "channels-foot")
                .with(classed("span", "channels-adds").all(adds))
                .with(classed("span", "channels-typical").with(panel.typical.clone())),
        )
}

fn head(words: &'static ChannelWords) -> Element {
    let names = [words.name, words.budget, words.cost, words.entries];
    let columns = names.map(|name| el("th").at("scope", "col").with(name));
    let actions = el("th").with(classed("span", "visually-hidden").with(words.actions));
    el("thead").with(el("tr").all(columns).with(actions))
}

/// The row of a channel, below it what is wrong with it, and its details.
fn rows(place: usize, row: &ChannelPanel, detail: Option<Element>) -> [Option<Element>; 3] {
    let id = |part: &str| format!("channel-{place}-{part}");
    let cost = row.cost.as_ref().map(|field| field_box(field, FieldLook::Cell, &id("cost")));
    let line = el("tr")
        .with(el("th").at("scope", "row").with(field_input(&row.name, "cell-input cell-name", &id("name"))))
        .with(el("td").with(row.budget.as_ref().map(|panel| cell(panel, &id("budget")))))
        .with(el("td").with(cost))
        .with(classed("td", "channel-count").with(cell(&row.entries, &id("entries"))))
        .with(el("td"));
    let fields = [
        (Some(&row.name), "name"),
        (row.budget.as_ref().and_then(CellPanel::field), "budget"),
        (row.cost.as_ref(), "cost"),
        (row.entries.field(), "entries"),
    ];
    let error = fields.into_iter().find_map(|(panel, part)| field_error(panel?, &id(part)));
    let error =
        error.map(|error| classed("tr", "channel-error").with(el("td").at("colspan", "5").with(error)));
    let detail = classed("tr", "channel-detail-row")
        .with(el("td").at("colspan", "5").with(detail.map_or(Node::Kept, Node::from)));
    [Some(line), Some(detail), error]
}

fn cell(panel: &CellPanel, id: &str) -> Element {
    match panel {
        CellPanel::Field(field) => field_box(field, FieldLook::Cell, id),
        CellPanel::Figure(written) => el("span").with(written.number.clone()).with(unit(written)),
    }
}

fn unit(written: &Written) -> Element {
    classed("span", "cell-unit").with(written.unit.clone())
}

fn totals(panel: &ChannelsPanel, total: &'static str) -> Element {
    el("tfoot").with(
        el("tr")
            .with(el("th").at("scope", "row").with(total))
            .with(amount(&panel.budget))
            .with(amount(&panel.cost))
            .with(classed("td", "channel-count").with(panel.entries.clone()))
            .with(el("td")),
    )
}

fn amount(written: &Written) -> Element {
    el("td").with(written.number.clone()).with(unit(written))
}

fn balance(panel: &ChannelsPanel) -> Element {
    let line = panel.balance.as_ref().map(|(words, is_enough)| {
        let [class, symbol] = match is_enough {
            Some(true) => ["balance balance-enough", "#icon-check"],
            Some(false) => ["balance balance-short", "#icon-warning"],
            None => ["balance", "#icon-computed"],
        };
        classed("p", class).with(icon(symbol)).with(el("span").all(sentence(words)))
    });
    let run = panel.run.map(|(forward, words)| {
        let wanted = if forward { Wanted::Revenue } else { Wanted::Volume };
        button("link-button").on(Intent::Press(Press::Edit(Edit::Solve(wanted)))).with(words)
    });
    el("div").with(line).with(run)
}
