//! 既存顧客: who pays already, what they add, and how much less is needed when they count.

use super::part::{
    button, choice_box, department, form_choice, form_grid, form_item, form_note, icon, sentence,
};
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::KnownCustomersPanel;
use crate::session::{Choice, CustomersField, Edit, ExpansionField, Field, Press, Session};

const GRID: &str = "form-grid customers-grid";

/// The existing customers.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().customers();
    let panel = session.customers();
    let head = classed("div", "block-head")
        .with(classed("h2", "block-title").at("id", "customers-name").with(words.title))
        .with(department(&panel.department));
    let block = classed("section", "block customers")
        .at("data-owner", "customer-success")
        .at("aria-labelledby", "customers-name");
    let Some(known) = panel.known else {
        return block.with(head).with(form_note(words.invitation)).with(press(
            Edit::AddCustomers,
            "#icon-plus",
            words.add.to_owned(),
        ));
    };
    let switch = choice_box(&session.choice(Choice::CustomersCounted));
    let fields = [
        (CustomersField::Opening, "customers-opening"),
        (CustomersField::YearlyFee, "customers-fee"),
        (CustomersField::Retention, "customers-retention"),
    ];
    let mut block =
        block.with(head.with(classed("span", "switch").with(switch))).with(customers(session, &fields));
    for (place, (_, band)) in known.expansions.iter().enumerate() {
        let band = band.clone().map(form_note);
        block = block.with(form_grid(
            GRID,
            vec![
                expansion(session, place, ExpansionField::Rate).with(band),
                expansion(session, place, ExpansionField::Value),
                form_choice(session, Choice::ExpansionKind(place)),
            ],
        ));
    }
    block
        .with(classed("p", "customers-finding").all(sentence(&known.finding)))
        .with(el("div").all(known.notes.iter().map(|note| form_note(*note))))
        .with(more(session, known))
}

fn customers(session: &Session, fields: &[(CustomersField, &str)]) -> Element {
    let items = fields.iter().map(|(field, id)| form_item(session, Field::Customers(*field), id));
    form_grid(GRID, items.collect())
}

fn expansion(session: &Session, place: usize, field: ExpansionField) -> Element {
    form_item(session, Field::Expansion(place, field), &format!("expansion-{place}-{}", field as u8))
}

/// What is hardly ever needed, folded.
fn more(session: &Session, known: KnownCustomersPanel) -> Element {
    let words = session.language.words().customers();
    let fields = [
        (CustomersField::FeeSpread, "customers-spread"),
        (CustomersField::ChurnEvidence, "customers-evidence"),
    ];
    let mut more = classed("details", "fold")
        .with(el("summary").with(words.more))
        .with(customers(session, &fields))
        .with(form_note(known.churn));
    for (place, (remove, _)) in known.expansions.into_iter().enumerate() {
        let name = expansion(session, place, ExpansionField::Name);
        let evidence = expansion(session, place, ExpansionField::Evidence);
        let remove = press(Edit::RemoveExpansion(place), "#icon-close", remove);
        more = more.with(form_grid(GRID, vec![name, evidence, remove]));
    }
    let add = known.can_add.then(|| press(Edit::AddExpansion, "#icon-plus", words.add_expansion.to_owned()));
    let remove = press(Edit::RemoveCustomers, "#icon-close", words.remove.to_owned());
    more.with(classed("div", "form-actions").with(add).with(remove))
}

fn press(edit: Edit, symbol: &'static str, words: String) -> Element {
    button("link-button").on(Intent::Press(Press::Edit(edit))).with(icon(symbol)).with(words)
}
