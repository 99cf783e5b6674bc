//! The channel table: what is spent, what it costs, how many come, and whether that is enough.

use gyakusan_engine::plan::{Owner, Plan, Volume};
use gyakusan_engine::tree::{Outcome, Tree, required_count};

use super::field::FieldPanel;
use super::tree::{self, Department};
use crate::session::{ChannelField, Field, Session, Wanted};
use crate::text::Sentence;
use crate::text::number::{self, Written, exact_count, rounded_count};

/// The usual cost of a lead: the most frequent class of a survey of `BtoB` marketers, 2025, n = 326.
const TYPICAL_COST: (f64, f64) = (5_000.0, 10_000.0);
/// The largest number of channels in a plan.
const MAX_CHANNELS: usize = 12;

/// The channel table.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelsPanel {
    /// Who answers for the channels.
    pub department: Department,
    /// One row a channel.
    pub rows: Vec<ChannelPanel>,
    /// Sum of the budgets.
    pub budget: Written,
    /// Budget ÷ entries.
    pub cost: Written,
    /// Sum of the entries a month.
    pub entries: String,
    /// Supply against requirement; `None` where nothing is required.
    pub balance: Option<(Sentence, bool)>,
    /// Usual cost of an entry.
    pub typical: String,
    /// Whether one more fits.
    pub can_add: bool,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelPanel {
    /// Its name.
    pub name: FieldPanel,
    /// Its monthly budget; `None` where it is not bought.
    pub budget: Option<FieldPanel>,
    /// Its cost per entry; `None` where it is not bought.
    pub cost: Option<FieldPanel>,
    /// Entries a month.
    pub entries: String,
    /// The button that removes it; `None` for the only channel.
    pub remove: Option<String>,
    /// What is wrong with the row.
    pub error: Option<String>,
}

pub(super) fn panel(session: &Session) -> ChannelsPanel {
    let words = &session.language.words().channels;
    let plan = &session.plan;
    let budget: f64 = (0..plan.channels.len())
        .map(|place| session.value_of(Field::Channel(place, ChannelField::Budget)))
        .sum();
    let bought: f64 = plan.channels.iter().filter(|c| c.volume.cost_per_entry().is_some()).map(monthly).sum();
    let entries: f64 = plan.channels.iter().map(monthly).sum();
    let typical = number::money_range(
        TYPICAL_COST.0,
        TYPICAL_COST.1,
        crate::session::field::currency(plan),
        session.language,
    );
    ChannelsPanel {
        department: tree::department(session, &[Owner::Marketing]),
        rows: (0..plan.channels.len()).map(|place| row(session, place)).collect(),
        budget: number::editable_money(budget, crate::session::field::currency(plan), session.language),
        // An average of nothing is written as no number.
        cost: session.money(if bought > 0.0 { (budget / bought).round() } else { f64::NAN }),
        entries: exact_count(entries),
        balance: balance(session),
        typical: (words.typical)(&typical.to_string()),
        can_add: plan.channels.len() < MAX_CHANNELS,
    }
}

/// Counted arrivals of a channel in an average month.
fn monthly(channel: &gyakusan_engine::plan::Channel) -> f64 {
    let arrivals = channel.volume.monthly_arrivals();
    arrivals.iter().sum::<f64>() / arrivals.len() as f64
}

fn row(session: &Session, place: usize) -> ChannelPanel {
    let words = &session.language.words().channels;
    let channel = &session.plan.channels[place];
    let bought = matches!(channel.volume, Volume::Budget { .. });
    let name = FieldPanel::new(session, Field::Channel(place, ChannelField::Name));
    let budget = bought.then(|| FieldPanel::new(session, Field::Channel(place, ChannelField::Budget)));
    let cost = bought.then(|| FieldPanel::new(session, Field::Channel(place, ChannelField::Cost)));
    let fields = [Some(&name), budget.as_ref(), cost.as_ref()];
    let error = fields.into_iter().flatten().find_map(|field| field.error.clone());
    let remove = (session.plan.channels.len() > 1).then(|| (words.remove)(&name.text));
    ChannelPanel { entries: exact_count(monthly(channel)), name, budget, cost, remove, error }
}

/// Whether the channels as entered bring what the target takes, and how much is left over or missing.
fn balance(session: &Session) -> Option<(Sentence, bool)> {
    if session.tree.outcome != Outcome::Solved || Wanted::of(&session.plan) != Wanted::Volume {
        return None;
    }
    let words = &session.language.words().channels;
    let supply = Tree::at_multiplier(&session.plan, 1.0).ok()?;
    let (supply_count, required) = (supply.stages[0].expected, session.tree.stages[0].expected);
    let whole = required_count(required);
    let months = session.plan.months();
    let difference = (supply_count - whole).abs();
    let [supply_text, required_text] = [supply_count, whole].map(rounded_count);
    if supply_count + 1e-9 * whole >= whole {
        let spare = rounded_count(difference);
        return Some(((words.enough)(&supply_text, &required_text, &spare, months), true));
    }
    let price = monthly_price(&session.plan, &supply, supply_count, whole);
    let price = price.map(|price| session.money(price).to_string());
    let missing = rounded_count(whole - supply_count.round());
    Some(((words.short)(&supply_text, &required_text, &missing, months, price.as_deref()), false))
}

/// The monthly budget that closes the gap at the channels' present mix and cost.
fn monthly_price(plan: &Plan, supply: &Tree, supply_count: f64, required: f64) -> Option<f64> {
    let more = required / supply_count - 1.0;
    let price = more * supply.period_budget / plan.months() as f64;
    (price.is_finite() && price > 0.0).then_some(price)
}
