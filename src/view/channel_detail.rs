//! The details of a channel, folded below its row.

use super::part::{button, choice_box, form_choice, form_item, icon};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::{ChannelDetailPanel, OwnRatePanel};
use crate::session::{Edit, Press};
use crate::text::ChannelWords;

/// The details of the channel at a place.
pub(super) fn view(place: usize, panel: &ChannelDetailPanel, words: &'static ChannelWords) -> Element {
    let id = |part: &str| format!("channel-{place}-{part}");
    let months = panel
        .months
        .iter()
        .enumerate()
        .map(|(month, (name, field))| form_item(name.clone(), field, &id(&format!("month-{month}"))));
    let months = (!panel.months.is_empty())
        .then(|| group(panel.months_title).with(classed("div", "form-grid form-months").all(months)));
    let rates =
        panel.rates.iter().enumerate().map(|(step, own)| own_rate(own, &id(&step.to_string()), words));
    let rates = (!panel.rates.is_empty())
        .then(|| group(words.own_rates).with(classed("div", "form-grid").all(rates)));
    classed("details", "channel-detail")
        .with(
            classed("summary", "channel-fold")
                .at("aria-label", panel.label.clone())
                .at("title", panel.label.clone())
                .with(icon("#icon-fold")),
        )
        .with(
            classed("div", "channel-detail-body")
                .with(
                    classed("div", "form-grid")
                        .with(form_choice(words.volume, &panel.volume))
                        .with(form_choice(words.enters, &panel.enters))
                        .with(form_choice(words.counted_at, &panel.counted_at)),
                )
                .with(choice_box(&panel.fixed))
                .with(months)
                .with(
                    classed("div", "form-grid")
                        .with(form_item(words.uncertainty, &panel.uncertainty, &id("uncertainty")))
                        .with(form_item(words.overdispersion, &panel.overdispersion, &id("overdispersion"))),
                )
                .with(classed("p", "form-note").with(words.deviation))
                .with(rates)
                .with(actions(place, panel, words)),
        )
}

fn group(title: &'static str) -> Element {
    classed("div", "form-group").with(classed("p", "form-title").with(title))
}

fn own_rate(own: &OwnRatePanel, id: &str, words: &'static ChannelWords) -> Element {
    let evidence_id = format!("{id}-evidence");
    let evidence = own.evidence.as_ref().map(|field| form_item(words.own_evidence, field, &evidence_id));
    classed("div", "form-item")
        .with(form_item(own.name.clone(), &own.rate, &format!("{id}-rate")))
        .with(classed("p", "form-note").with(own.plan.clone()))
        .with(evidence)
}

fn actions(place: usize, panel: &ChannelDetailPanel, words: &'static ChannelWords) -> Element {
    let moves = [true, false].into_iter().zip(panel.moves).zip(words.moves);
    let moves = moves.map(|((up, can), name)| {
        button("link-button")
            .flag("disabled", !can)
            .on(Intent::Press(Press::Edit(Edit::MoveChannel { place, up })))
            .with(name)
    });
    let remove = panel.remove.clone().map(|label| {
        button("link-button")
            .at("aria-label", label)
            .on(Intent::Press(Press::Edit(Edit::RemoveChannel(place))))
            .with(icon("#icon-close"))
            .with(words.remove_short)
    });
    el("div").at("class", "form-actions").all(moves).with(remove)
}
