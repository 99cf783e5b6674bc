//! The channel table: where the first stage comes from, and whether that is enough.

use super::part::{FieldLook, button, department, field_box, field_error, field_input, icon, sentence};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::{ChannelPanel, ChannelsPanel, FieldPanel};
use crate::session::{Edit, Press};
use crate::text::number::Written;
use crate::text::{ChannelWords, Words};

/// The channel table.
pub(super) fn view(panel: &ChannelsPanel, words: &'static Words, class: &'static str) -> Element {
    let words = &words.channels;
    let add = panel.can_add.then(|| {
        button("link-button")
            .on(Intent::Press(Press::Edit(Edit::AddChannel)))
            .with(icon("#icon-plus"))
            .with(words.add)
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
                .with(el("tbody").all(panel.rows.iter().enumerate().flat_map(rows)))
                .with(totals(panel, words.total)),
        )
        .with(balance(panel))
        .with(
            classed("div", "channels-foot")
                .with(add)
                .with(classed("span", "channels-typical").with(panel.typical.clone())),
        )
}

fn head(words: &'static ChannelWords) -> Element {
    let names = [words.name, words.budget, words.cost, words.entries];
    let columns = names.map(|name| el("th").at("scope", "col").with(name));
    let actions = el("th").with(classed("span", "visually-hidden").with(words.actions));
    el("thead").with(el("tr").all(columns).with(actions))
}

/// The row of a channel, and below it what is wrong with it.
fn rows((place, row): (usize, &ChannelPanel)) -> [Option<Element>; 2] {
    let id = |part: &str| format!("channel-{place}-{part}");
    let cell = |panel: &Option<FieldPanel>, part: &str| {
        el("td").with(panel.as_ref().map(|panel| field_box(panel, FieldLook::Cell, &id(part))))
    };
    let remove = row.remove.clone().map(|label| {
        button("channel-remove")
            .at("aria-label", label)
            .on(Intent::Press(Press::Edit(Edit::RemoveChannel(place))))
            .with(icon("#icon-close"))
    });
    let line = el("tr")
        .with(el("th").at("scope", "row").with(field_input(&row.name, "cell-input cell-name", &id("name"))))
        .with(cell(&row.budget, "budget"))
        .with(cell(&row.cost, "cost"))
        .with(el("td").with(el("b").with(row.entries.clone())))
        .with(el("td").with(remove));
    let fields = [(Some(&row.name), "name"), (row.budget.as_ref(), "budget"), (row.cost.as_ref(), "cost")];
    let error = fields.into_iter().find_map(|(panel, part)| field_error(panel?, &id(part)));
    let error =
        error.map(|error| classed("tr", "channel-error").with(el("td").at("colspan", "5").with(error)));
    [Some(line), error]
}

fn totals(panel: &ChannelsPanel, total: &'static str) -> Element {
    el("tfoot").with(
        el("tr")
            .with(el("th").at("scope", "row").with(total))
            .with(amount(&panel.budget))
            .with(amount(&panel.cost))
            .with(el("td").with(el("b").with(panel.entries.clone())))
            .with(el("td")),
    )
}

fn amount(written: &Written) -> Element {
    el("td").with(written.number.clone()).with(classed("span", "cell-unit").with(written.unit.clone()))
}

fn balance(panel: &ChannelsPanel) -> Option<Element> {
    let (words, is_enough) = panel.balance.as_ref()?;
    let [class, symbol] = if *is_enough {
        ["balance balance-enough", "#icon-check"]
    } else {
        ["balance balance-short", "#icon-warning"]
    };
    Some(classed("p", class).with(icon(symbol)).with(el("span").all(sentence(words))))
}
