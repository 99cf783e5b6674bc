//! The details of a channel: how its volume is given and how far it may miss, where it enters, its own rates.

use gyakusan_engine::plan::{PerMonth, Volume};

use super::choice::ChoicePanel;
use super::field::FieldPanel;
use crate::session::{ChannelChoice, ChannelField, Choice, Field, Session};
use crate::text::number::rate;
use crate::text::stage_names;

/// The details of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelDetailPanel {
    /// Names the details.
    pub label: String,
    /// How the volume is given.
    pub volume: ChoicePanel,
    /// A field for each month of the period, with its name; empty where the months are alike.
    pub months: Vec<(String, FieldPanel)>,
    /// What stands in those fields.
    pub months_title: &'static str,
    /// How far the whole volume may miss.
    pub uncertainty: FieldPanel,
    /// How much its months differ.
    pub overdispersion: FieldPanel,
    /// Whether solving leaves it alone.
    pub fixed: ChoicePanel,
    /// The stage it enters.
    pub enters: ChoicePanel,
    /// The stage it is counted and paid at.
    pub counted_at: ChoicePanel,
    /// Its rates for the steps after entry.
    pub rates: Vec<OwnRatePanel>,
    /// Whether it can be moved up, and down.
    pub moves: [bool; 2],
    /// The button that removes it; `None` for the only channel.
    pub remove: Option<String>,
}

/// A rate that a channel may have of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRatePanel {
    /// What the rate is called.
    pub name: String,
    /// The field; empty where the plan's rate is used.
    pub rate: FieldPanel,
    /// The plan's rate.
    pub plan: String,
    /// Observed trials behind the own rate; `None` without one.
    pub evidence: Option<FieldPanel>,
}

impl ChannelDetailPanel {
    /// Every field in it, in its order.
    pub fn fields(&self) -> impl Iterator<Item = &FieldPanel> {
        let months = self.months.iter().map(|(_, field)| field);
        let rates = self.rates.iter().flat_map(|own| [Some(&own.rate), own.evidence.as_ref()]);
        months.chain([&self.uncertainty, &self.overdispersion]).chain(rates.flatten())
    }
}

pub(super) fn panel(session: &Session, place: usize, name: &str) -> ChannelDetailPanel {
    let words = &session.language.words().channels;
    let plan = &session.plan;
    let channel = &plan.channels[place];
    let field = |field| FieldPanel::new(session, Field::Channel(place, field));
    let choice = |choice| ChoicePanel::new(session, Choice::Channel(place, choice));
    let [budgets, entries] = words.by_month;
    let bought = channel.volume.cost_per_entry().is_some();
    let enters = plan.stage_index(&channel.enters).unwrap_or(0);
    ChannelDetailPanel {
        label: (words.details)(name),
        volume: choice(ChannelChoice::Volume),
        months: months(session, place),
        months_title: if bought { budgets } else { entries },
        uncertainty: field(ChannelField::Uncertainty),
        overdispersion: field(ChannelField::Overdispersion),
        fixed: choice(ChannelChoice::Fixed),
        enters: choice(ChannelChoice::Enters),
        counted_at: choice(ChannelChoice::CountedAt),
        rates: (enters + 1..plan.stages.len()).map(|stage| own_rate(session, place, stage)).collect(),
        moves: [place > 0, place + 1 < plan.channels.len()],
        remove: (plan.channels.len() > 1).then(|| (words.remove)(name)),
    }
}

fn months(session: &Session, place: usize) -> Vec<(String, FieldPanel)> {
    let words = &session.language.words().season;
    let (count, of_month): (usize, fn(usize) -> ChannelField) = match &session.plan.channels[place].volume {
        Volume::Budget { monthly_budget: PerMonth::Each(months), .. } => {
            (months.len(), ChannelField::MonthBudget)
        }
        Volume::Entries { monthly_entries: PerMonth::Each(months) } => {
            (months.len(), ChannelField::MonthEntries)
        }
        _ => return Vec::new(),
    };
    let month = |at: usize| {
        let name = (words.month)(session.plan.period.start.plus(at).month(), true);
        (name, FieldPanel::new(session, Field::Channel(place, of_month(at))))
    };
    (0..count).map(month).collect()
}

fn own_rate(session: &Session, place: usize, stage: usize) -> OwnRatePanel {
    let words = &session.language.words().channels;
    let plan = &session.plan;
    let field = |field| FieldPanel::new(session, Field::Channel(place, field));
    let plan_rate = plan.stages[stage].step.map_or(f64::NAN, |step| step.rate.mean.get());
    let has_own = plan.channels[place].rates.get(&plan.stages[stage].id).is_some();
    OwnRatePanel {
        name: stage_names(&plan.stages[stage], session.language).rate,
        rate: field(ChannelField::OwnRate(stage)),
        plan: (words.plan_rate)(&rate(plan_rate).to_string()),
        evidence: has_own.then(|| field(ChannelField::OwnEvidence(stage))),
    }
}
