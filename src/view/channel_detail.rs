//! The details of a channel, folded below its row.

use super::part::{button, choice_box, form_choice, form_grid, form_item, form_note, icon};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::{ChannelChoice, ChannelField, Choice, Edit, Field, Press, Session};

/// The details of the channel at a place.
pub(super) fn view(session: &Session, place: usize) -> Element {
    let words = session.language.words().channels();
    let panel = session.channel_detail(place);
    let item = |field, part: &str| form_item(session, field, &format!("channel-{place}-{part}"));
    let choice = |choice| form_choice(session, Choice::Channel(place, choice));
    let mut months = Vec::new();
    for field in &panel.months {
        months.push(item(*field, &format!("month-{}", months.len())));
    }
    let mut rates = Vec::new();
    for (own, evidence, plan) in panel.rates {
        let step = rates.len().to_string();
        rates.push(item(own, &step).with(form_note(plan)));
        rates.push(item(evidence, &(step + "-evidence")));
    }
    let own_rates = (!rates.is_empty()).then(|| classed("p", "form-title").with(words.own_rates));
    let deviations = [ChannelField::Uncertainty, ChannelField::Overdispersion].map(|field| {
        item(Field::Channel(place, field), if field == ChannelField::Uncertainty { "miss" } else { "months" })
    });
    let choices = [ChannelChoice::Volume, ChannelChoice::Enters, ChannelChoice::CountedAt].map(choice);
    let body = classed("div", "channel-detail-body")
        .at("role", "group")
        .at("aria-label", panel.label.clone())
        .with(form_grid("form-grid", choices.into()))
        .with(choice_box(&session.choice(Choice::Channel(place, ChannelChoice::Fixed))))
        .with(form_grid("form-grid form-months", months))
        .with(form_grid("form-grid", deviations.into()))
        .with(form_note(words.deviation))
        .with(own_rates)
        .with(form_grid("form-grid", rates))
        .with(actions(session, place, panel.moves, panel.remove));
    let fold = classed("summary", "channel-fold")
        .at("aria-label", panel.label.clone())
        .at("title", panel.label)
        .with(icon("#icon-fold"));
    classed("details", "channel-detail").with(fold).with(body)
}

fn actions(session: &Session, place: usize, moves: [bool; 2], remove: Option<String>) -> Element {
    let words = session.language.words().channels();
    let press = |edit| button("link-button").on(Intent::Press(Press::Edit(edit)));
    let move_by = |up, can: bool, name: &'static str| {
        press(Edit::MoveChannel { place, up }).flag("disabled", !can).with(name)
    };
    let remove = remove.map(|label| press(Edit::RemoveChannel(place)).with(icon("#icon-close")).with(label));
    el("div")
        .at("class", "form-actions")
        .with(move_by(true, moves[0], words.moves[0]))
        .with(move_by(false, moves[1], words.moves[1]))
        .with(remove)
}
