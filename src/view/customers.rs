//! 既存顧客: who pays already, what they add, and how much less is needed when they count.

use super::part::{button, choice_box, department, form_choice, form_item, icon, sentence};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::{CustomersPanel, ExpansionPanel, KnownCustomersPanel};
use crate::session::{Edit, Press};
use crate::text::{CustomerWords, Words};

/// The existing customers.
pub(super) fn view(panel: &CustomersPanel, words: &'static Words) -> Element {
    let words = &words.customers;
    let switch = panel.known.as_ref().map(|known| classed("span", "switch").with(choice_box(&known.counted)));
    let body = match &panel.known {
        Some(known) => known_customers(known, words),
        None => el("div")
            .with(classed("p", "form-note").with(words.invitation))
            .with(press(Edit::AddCustomers, "button").with(icon("#icon-plus")).with(words.add)),
    };
    classed("section", "block customers")
        .at("data-owner", "customer-success")
        .at("aria-labelledby", "customers-name")
        .with(
            classed("div", "block-head")
                .with(classed("h2", "block-title").at("id", "customers-name").with(words.title))
                .with(department(&panel.department))
                .with(switch),
        )
        .with(body)
}

fn known_customers(known: &KnownCustomersPanel, words: &'static CustomerWords) -> Element {
    let [opening, fee, retention] = &known.fields;
    let notes = known.notes.iter().map(|note| classed("p", "form-note").with(*note));
    el("div")
        .with(
            classed("div", "form-grid customers-grid")
                .with(form_item(words.opening, opening, "customers-opening"))
                .with(form_item(words.yearly_fee, fee, "customers-fee"))
                .with(form_item(words.retention, retention, "customers-retention")),
        )
        .all(known.expansions.iter().enumerate().map(|(place, panel)| expansion(place, panel, words)))
        .with(classed("p", "customers-finding").all(sentence(&known.finding)))
        .with(el("div").all(notes))
        .with(more(known, words))
}

fn expansion(place: usize, panel: &ExpansionPanel, words: &'static CustomerWords) -> Element {
    let id = |part: &str| format!("expansion-{place}-{part}");
    let band = panel.band.clone().map(|band| classed("span", "form-band").with(band));
    let rate = classed("div", "form-item")
        .with(form_item(panel.rate.label.clone(), &panel.rate, &id("rate")))
        .with(band);
    classed("div", "form-grid customers-grid")
        .with(rate)
        .with(form_item(words.value, &panel.value, &id("value")))
        .with(form_choice(words.kind, &panel.kind))
}

/// What is hardly ever needed, folded.
fn more(known: &KnownCustomersPanel, words: &'static CustomerWords) -> Element {
    let [spread, evidence] = &known.more;
    let expansions = known.expansions.iter().enumerate().map(|(place, panel)| {
        let id = |part: &str| format!("expansion-{place}-{part}");
        let name = form_item(words.expansion_name, &panel.name, &id("name"));
        classed("div", "form-grid customers-grid")
            .with(name)
            .with(form_item(panel.evidence.label.clone(), &panel.evidence, &id("evidence")))
            .with(
                press(Edit::RemoveExpansion(place), "link-button")
                    .at("aria-label", panel.remove.clone())
                    .with(icon("#icon-close"))
                    .with(panel.remove.clone()),
            )
    });
    let add = known
        .can_add
        .then(|| press(Edit::AddExpansion, "link-button").with(icon("#icon-plus")).with(words.add_expansion));
    classed("details", "fold")
        .with(el("summary").with(words.more))
        .with(
            classed("div", "form-grid customers-grid")
                .with(form_item(words.fee_spread, spread, "customers-spread"))
                .with(form_item(words.churn_evidence, evidence, "customers-evidence")),
        )
        .with(classed("p", "form-note").with(known.churn.clone()))
        .all(expansions)
        .with(
            classed("div", "form-actions").with(add).with(
                press(Edit::RemoveCustomers, "link-button").with(icon("#icon-close")).with(words.remove),
            ),
        )
}

fn press(edit: Edit, class: &'static str) -> Element {
    button(class).on(Intent::Press(Press::Edit(edit)))
}
