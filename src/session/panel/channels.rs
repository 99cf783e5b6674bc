//! The channel table: what is spent, what it costs, how many come, and whether that is enough.

use gyakusan_engine::flow::Flow;
use gyakusan_engine::plan::{Channel, Owner, Plan, SolveFor, Volume};
use gyakusan_engine::tree::{Outcome, Tree, required_count};

use super::field::FieldPanel;
use super::tree::{self, Department};
use crate::session::field::currency;
use crate::session::{ChannelField, Field, NewChannel, Session};
use crate::text::number::{self, Written, exact_count, rounded_count};
use crate::text::{Sentence, stage_names};

/// The usual cost of a lead: the most frequent class of a survey of `BtoB` marketers, 2025, n = 326.
pub(super) const TYPICAL_COST: (f64, f64) = (5_000.0, 10_000.0);
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
    /// Supply against requirement, and whether it is enough; `None` where nothing is compared.
    pub balance: Option<(Sentence, Option<bool>)>,
    /// Whether pressing runs the plan forward, and the words of the button; `None` where it would change nothing.
    pub run: Option<(bool, &'static str)>,
    /// Usual cost of an entry.
    pub typical: String,
    /// Channels that can be added, with their words; none where the plan is full.
    pub adds: Vec<(NewChannel, &'static str)>,
}

/// What stands in a cell: a field, or a figure that is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellPanel {
    /// Typed.
    Field(FieldPanel),
    /// Computed.
    Figure(Written),
}

impl CellPanel {
    /// The field; `None` where the figure is computed.
    pub fn field(&self) -> Option<&FieldPanel> {
        match self {
            Self::Field(field) => Some(field),
            Self::Figure(_) => None,
        }
    }
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelPanel {
    /// Its name.
    pub name: FieldPanel,
    /// Its monthly budget, a mean where each month has its own; `None` where it is not bought.
    pub budget: Option<CellPanel>,
    /// Its cost per entry; `None` where it is not bought.
    pub cost: Option<FieldPanel>,
    /// Arrivals a month; their unit is the stage they are counted at, where that is not the first.
    pub entries: CellPanel,
}

pub(super) fn panel(session: &Session) -> ChannelsPanel {
    let words = session.language.words().channels();
    let plan = &session.plan;
    let budget_of = |place| session.value_of(Field::Channel(place, ChannelField::Budget));
    let budget: f64 = (0..plan.channels.len()).map(budget_of).sum();
    let typical = number::money_range(TYPICAL_COST.0, TYPICAL_COST.1, currency(plan), session.language);
    let adds = NewChannel::ALL.iter().zip(words.adds).map(|((kind, _), name)| (*kind, name));
    let has_room = plan.channels.len() < MAX_CHANNELS;
    ChannelsPanel {
        department: tree::department(session, &[Owner::Marketing]),
        rows: (0..plan.channels.len()).map(|place| row(session, place)).collect(),
        budget: number::editable_money(budget, currency(plan), session.language),
        cost: session.money(average_cost(plan, budget_of)),
        entries: exact_count(first_entries(plan)),
        balance: balance(session),
        run: match plan.solve_for {
            SolveFor::Volume if session.tree.outcome == Outcome::Solved => Some((true, words.run_forward)),
            SolveFor::Nothing => Some((false, words.run_backward)),
            _ => None,
        },
        typical: (words.typical)(&typical.to_string()),
        adds: if has_room { adds.collect() } else { Vec::new() },
    }
}

/// Counted arrivals of a channel in an average month.
fn monthly(channel: &Channel) -> f64 {
    let arrivals = channel.volume.monthly_arrivals();
    arrivals.iter().sum::<f64>() / arrivals.len() as f64
}

/// Entries into the first stage in an average month, of all channels that enter there.
fn first_entries(plan: &Plan) -> f64 {
    let Ok(flow) = Flow::new(plan) else { return f64::NAN };
    let first = flow.inflows.iter().filter(|inflow| inflow.enters == 0);
    first.flat_map(|inflow| &inflow.monthly_entries).fold(0.0, |sum, month| sum + month)
        / plan.months() as f64
}

/// Budget ÷ arrivals of the channels that pay for arrivals in the first stage; an average of nothing is no number.
fn average_cost(plan: &Plan, budget_of: impl Fn(usize) -> f64) -> f64 {
    let (mut budget, mut arrivals) = (0.0, 0.0);
    for (place, channel) in plan.channels.iter().enumerate() {
        if channel.volume.cost_per_entry().is_some() && channel.counted_at == plan.stages[0].id {
            budget += budget_of(place);
            arrivals += monthly(channel);
        }
    }
    if arrivals > 0.0 { (budget / arrivals).round() } else { f64::NAN }
}

fn row(session: &Session, place: usize) -> ChannelPanel {
    let plan = &session.plan;
    let channel = &plan.channels[place];
    let field = |field| FieldPanel::new(session, Field::Channel(place, field));
    let is_even = channel.volume.is_even();
    let (budget, cost) = match &channel.volume {
        Volume::Entries { .. } => (None, None),
        Volume::Budget { .. } if is_even => {
            (Some(CellPanel::Field(field(ChannelField::Budget))), Some(field(ChannelField::Cost)))
        }
        Volume::Budget { .. } => {
            let mean = session.value_of(Field::Channel(place, ChannelField::Budget));
            (Some(CellPanel::Figure(session.money(mean))), Some(field(ChannelField::Cost)))
        }
    };
    let counted = plan.stages.iter().find(|stage| stage.id == channel.counted_at);
    let counted = counted.filter(|_| channel.counted_at != plan.stages[0].id);
    let unit = counted.map(|stage| stage_names(stage, session.language).stage).unwrap_or_default();
    let entries = if budget.is_none() && is_even {
        CellPanel::Field(FieldPanel { unit, ..field(ChannelField::Entries) })
    } else {
        CellPanel::Figure(Written { number: exact_count(monthly(channel)), unit })
    };
    ChannelPanel { name: field(ChannelField::Name), budget, cost, entries }
}

/// Whether the channels as entered bring what the target takes, and how much is left over or missing; or that they are
/// what is calculated with.
fn balance(session: &Session) -> Option<(Sentence, Option<bool>)> {
    let words = session.language.words().channels();
    let months = session.plan.months();
    if session.tree.outcome == Outcome::Forward {
        let supply = rounded_count(session.tree.stages[0].expected);
        return Some(((words.forward)(&supply, months), None));
    }
    if session.plan.solve_for != SolveFor::Volume || session.tree.outcome != Outcome::Solved {
        return None;
    }
    let supply = Tree::at_multiplier(&session.plan, 1.0).ok()?;
    let (supply_count, required) = (supply.stages[0].expected, session.tree.stages[0].expected);
    let whole = required_count(required);
    let difference = (supply_count - whole).abs();
    let [supply_text, required_text] = [supply_count, whole].map(rounded_count);
    if supply_count + 1e-9 * whole >= whole {
        let spare = rounded_count(difference);
        return Some(((words.enough)(&supply_text, &required_text, &spare, months), Some(true)));
    }
    let price = monthly_price(&session.plan, &supply, whole);
    let price = price.map(|price| session.money(price).to_string());
    let missing = rounded_count(whole - supply_count.round());
    let short = (words.short)(&supply_text, &required_text, &missing, months, price.as_deref());
    Some((short, Some(false)))
}

/// The monthly budget that closes the gap at the present mix and cost of the channels that are scaled; `None` where one of
/// them has no cost.
fn monthly_price(plan: &Plan, supply: &Tree, required: f64) -> Option<f64> {
    let mut scaled = plan.channels.iter().filter(|channel| !channel.fixed);
    if scaled.any(|channel| channel.volume.cost_per_entry().is_none()) {
        return None;
    }
    let fixed = Tree::at_multiplier(plan, 0.0).ok()?;
    let supply_count = supply.stages[0].expected;
    let more = (required - supply_count) / (supply_count - fixed.stages[0].expected);
    let price = more * (supply.period_budget - fixed.period_budget) / plan.months() as f64;
    (price.is_finite() && price > 0.0).then_some(price)
}
