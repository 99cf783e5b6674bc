//! A field as it is shown: its text, its unit, and what is wrong with it.

use gyakusan_engine::plan::{Entries, Plan, Volume};
use gyakusan_engine::tree::MAX_ENTRIES;

use crate::chart::round_end;
use crate::session::{Field, Refusal, Session};
use crate::text::number::{
    Currency, Kind, NumberError, Written, editable_count, editable_money, editable_rate, money, rate,
    rounded_count,
};
use crate::text::{Language, channel_name, stage_names};

/// A field as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPanel {
    /// Which field it is.
    pub field: Field,
    /// What it is called.
    pub label: String,
    /// The text in it.
    pub text: String,
    /// The unit after it.
    pub unit: String,
    /// What is wrong with the text, once it has been left.
    pub error: Option<String>,
}

impl FieldPanel {
    pub(in crate::session) fn new(session: &Session, field: Field) -> Self {
        let label = label(session, field);
        let Some(draft) = session.drafts.get(field) else {
            let written = editable(&session.plan, field, session.language);
            return Self { field, label, text: written.number, unit: written.unit, error: None };
        };
        let refusal = draft.refusal.as_ref().filter(|_| draft.judged);
        let error = refusal.map(|refusal| sentence(session, field, &label, &draft.text, refusal));
        Self { field, label, text: draft.text.clone(), unit: draft.unit.clone(), error }
    }

    /// The width of the text in characters, where Japanese ones count twice.
    pub fn width(&self) -> usize {
        self.text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>().max(1)
    }
}

/// The currency of the plan.
pub(in crate::session) fn currency(plan: &Plan) -> Currency {
    Currency::from_code(plan.currency.as_str()).unwrap_or(Currency::JPY)
}

/// The number of a field in the plan; 0 where the plan has none there.
pub(in crate::session) fn value_of(plan: &Plan, field: Field) -> f64 {
    match field {
        Field::Target => plan.goal.target.get(),
        Field::DealValue => plan.deal.value.mean.get(),
        Field::Rate(place) => plan.stages[place].step.map_or(0.0, |step| step.rate.mean.get()),
        Field::ChannelBudget(place) => match &plan.channels[place].volume {
            Volume::Budget { monthly_budget, .. } => {
                let months = monthly_budget.as_slice();
                months.iter().map(|month| month.get()).sum::<f64>() / months.len() as f64
            }
            Volume::Entries { .. } => 0.0,
        },
        Field::ChannelCost(place) => plan.channels[place].volume.cost_per_entry().unwrap_or(0.0),
        Field::Seed => plan.simulation.seed as f64,
        Field::ChannelName(_) => 0.0,
    }
}

/// The plan's value of a field as it is written for editing.
pub(in crate::session) fn editable(plan: &Plan, field: Field, language: Language) -> Written {
    let value = value_of(plan, field);
    match field {
        Field::Rate(_) => editable_rate(value),
        Field::Seed => Written { number: plan.simulation.seed.to_string(), unit: String::new() },
        Field::ChannelName(place) => {
            let number = channel_name(&plan.channels[place], language).to_owned();
            Written { number, unit: String::new() }
        }
        _ => editable_money(value, currency(plan), language),
    }
}

/// The round end of a field's rail, well beyond its value, its range and its benchmark.
pub(in crate::session) fn rail_end(plan: &Plan, field: Field) -> f64 {
    let value = value_of(plan, field);
    match field {
        Field::Rate(place) => {
            let step = plan.stages[place].step;
            let range = step.map_or(value, |step| step.rate.central_range(super::tree::RANGE).1);
            let band = super::tree::benchmark(&plan.stages[place]).map_or(0.0, |band| band.high);
            // In percent, since 30 rounds up to 40 where 0.3 would be no round number.
            round_end(100.0 * (2.0 * value).max(1.1 * range).max(1.2 * band).max(0.01).min(1.0)).min(100.0)
                / 100.0
        }
        _ => round_end(2.0 * value),
    }
}

fn label(session: &Session, field: Field) -> String {
    let words = session.language.words();
    let channel = |place: usize| channel_name(&session.plan.channels[place], session.language);
    match field {
        Field::Target => words.tree.revenue.to_owned(),
        Field::DealValue => words.tree.deal_value.to_owned(),
        Field::Rate(place) => stage_names(&session.plan.stages[place], session.language).rate,
        Field::ChannelName(_) => words.channels.name_label.to_owned(),
        Field::ChannelBudget(place) => (words.channels.budget_label)(channel(place)),
        Field::ChannelCost(place) => (words.channels.cost_label)(channel(place)),
        Field::Seed => words.run.seed.to_owned(),
    }
}

/// What is wrong, in the language's words: value, limit, way out.
fn sentence(session: &Session, field: Field, label: &str, text: &str, refusal: &Refusal) -> String {
    let words = &session.language.words().errors;
    let written = |value: f64| write(session, field, value);
    match refusal {
        Refusal::Unreadable(error) => match error {
            NumberError::Empty => (words.empty)(label),
            NumberError::NotANumber { text, at, found } => (words.not_a_number)(label, text, at + 1, *found),
            NumberError::TwoNumbers { at } => (words.two_numbers)(label, at + 1),
            NumberError::WrongUnit { unit } => (words.wrong_unit)(label, unit),
            NumberError::TooLong { limit } => (words.too_long)(label, *limit),
            NumberError::TooLarge => (words.refused)(label, text),
        },
        Refusal::OutOfRange { value, min, .. } if *value < *min && *min > 0.0 && *min < 1e-300 => {
            (words.not_positive)(label, &written(*value))
        }
        Refusal::OutOfRange { value, min, .. } if *value < *min => {
            (words.too_small)(label, &written(*value), &written(*min))
        }
        Refusal::OutOfRange { value, max, .. } => (words.too_large)(label, &written(*value), &written(*max)),
        Refusal::NotWhole { value } => (words.not_whole)(label, &editable_count(*value)),
        Refusal::TooManyEntries { value, entries } => (words.too_many_entries)(
            label,
            &written(*value),
            &rounded_count(*entries),
            &rounded_count(MAX_ENTRIES),
        ),
        Refusal::TooMuchVolume { value } => {
            (words.too_much_volume)(label, &written(*value), &rounded_count(Entries::MAX))
        }
        Refusal::NameTooLong { limit } => (words.too_long)(label, *limit),
        Refusal::Refused => (words.refused)(label, text),
    }
}

fn write(session: &Session, field: Field, value: f64) -> String {
    let currency = currency(&session.plan);
    match field.kind(currency) {
        Some(Kind::Money(_)) => money(value, currency, session.language).to_string(),
        Some(Kind::Rate) => rate(value).to_string(),
        Some(Kind::Count) | None => rounded_count(value),
    }
}
