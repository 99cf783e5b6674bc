//! What is chosen for a channel: how its volume is given, where it enters, where it is counted, whether it is scaled.

use gyakusan_engine::plan::{
    Channel, CostPerEntry, Id, Money, PerMonth, Plan, PlanDocument, SolveFor, Volume,
};

use super::choice::{TICKED, Value, ticked};
use super::supply;
use crate::text::{Language, stage_names};

/// What is chosen for a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelChoice {
    /// Bought or counted, even or month by month.
    Volume,
    /// The stage it enters.
    Enters,
    /// The stage at which its volume is counted and paid for.
    CountedAt,
    /// Whether solving leaves it alone.
    Fixed,
}

/// The ways to give a volume, in the order of their words: bought or counted, even or month by month.
const VOLUMES: [&str; 4] = ["budget", "budget_months", "entries", "entries_months"];

impl ChannelChoice {
    pub(super) fn value(self, channel: &Channel) -> Value {
        match self {
            Self::Volume => {
                let counted = usize::from(channel.volume.cost_per_entry().is_none());
                let monthly = usize::from(!channel.volume.is_even());
                VOLUMES[2 * counted + monthly].into()
            }
            Self::Enters => channel.enters.to_string().into(),
            Self::CountedAt => channel.counted_at.to_string().into(),
            Self::Fixed => ticked(channel.fixed),
        }
    }

    pub(super) fn options(self, plan: &Plan, place: usize, language: Language) -> Vec<(Value, Value)> {
        let words = language.words().channels();
        let enters = plan.stage_index(&plan.channels[place].enters).unwrap_or(0);
        let first = match self {
            Self::Volume => {
                return VOLUMES
                    .iter()
                    .zip(words.volumes)
                    .map(|(v, name)| ((*v).into(), name.into()))
                    .collect();
            }
            Self::Fixed => return Vec::new(),
            Self::Enters => 0,
            Self::CountedAt => enters,
        };
        let channel = &plan.channels[place];
        let mut options = Vec::new();
        for stage in &plan.stages[first..] {
            let rate = channel.rates.get(&stage.id).copied().or(stage.step.map(|step| step.rate));
            // Beyond a rate of 0 there is nobody to be counted.
            if self == Self::CountedAt
                && stage.id != channel.enters
                && rate.is_none_or(|rate| rate.mean.get() == 0.0)
            {
                break;
            }
            options.push((stage.id.to_string().into(), stage_names(stage, language).stage.into()));
        }
        options
    }

    pub(super) fn label(self, language: Language) -> String {
        let words = language.words().channels();
        match self {
            Self::Volume => words.volume,
            Self::Enters => words.enters,
            Self::CountedAt => words.counted_at,
            Self::Fixed => words.fixed,
        }
        .to_owned()
    }

    pub(super) fn set(self, document: &mut PlanDocument, place: usize, value: &str) {
        let usual_cost = supply::usual_cost(&document.channels);
        let weights = weights(document);
        let stage = |id: &str| document.stages.iter().position(|stage| stage.id.as_str() == id);
        let stages: Vec<Id> = document.stages.iter().map(|stage| stage.id.clone()).collect();
        let chosen = stage(value);
        let Some(channel) = document.channels.get_mut(place) else { return };
        match (self, chosen) {
            (Self::Volume, _) => {
                let Some(kind) = VOLUMES.iter().position(|known| *known == value) else { return };
                let cost = match channel.volume {
                    Volume::Budget { cost_per_entry, .. } => cost_per_entry,
                    Volume::Entries { .. } => usual_cost,
                };
                channel.volume = converted(&channel.volume, kind >= 2, kind % 2 == 1, cost, &weights);
                // A budget that is no more cannot be the answer.
                if kind >= 2 && document.solve_for == SolveFor::Budget(channel.id.clone()) {
                    document.solve_for = SolveFor::Volume;
                }
            }
            (Self::Enters, Some(chosen)) => {
                // A channel that is counted where it enters stays so.
                let is_counted_there = channel.counted_at == channel.enters;
                channel.enters = stages[chosen].clone();
                let counted = stages.iter().position(|id| *id == channel.counted_at);
                if is_counted_there || counted.is_none_or(|counted| counted < chosen) {
                    channel.counted_at = channel.enters.clone();
                }
                // Own rates are for the steps after entry.
                for id in &stages[..=chosen] {
                    channel.rates.remove(id);
                }
            }
            (Self::CountedAt, Some(chosen)) => channel.counted_at = stages[chosen].clone(),
            (Self::Fixed, _) => channel.fixed = value == TICKED,
            (Self::Enters | Self::CountedAt, None) => {}
        }
    }
}

/// A volume given in another way: the same arrivals over the period, up to the rounding of what is typed.
fn converted(
    volume: &Volume,
    is_counted: bool,
    is_monthly: bool,
    cost_per_entry: CostPerEntry,
    weights: &[f64],
) -> Volume {
    let arrivals = volume.monthly_arrivals();
    let mean = arrivals.iter().sum::<f64>() / arrivals.len() as f64;
    let (mut entries, mut budgets) = (Vec::new(), Vec::new());
    for (month, weight) in weights.iter().enumerate() {
        let count = match (volume.is_even(), is_monthly) {
            (true, true) => weight * mean,
            (false, true) => arrivals[month],
            (_, false) => mean,
        };
        // Entries to a hundredth, amounts to the whole: numbers that people type.
        entries.push(supply::entries((count * 100.0).round() / 100.0));
        let budget = (count * cost_per_entry.get()).round().min(Money::MAX);
        budgets.push(Money::new(budget).unwrap_or(Money::ZERO));
    }
    if is_counted {
        Volume::Entries { monthly_entries: per_month(entries, is_monthly) }
    } else {
        Volume::Budget { monthly_budget: per_month(budgets, is_monthly), cost_per_entry }
    }
}

fn per_month<T: Copy>(amounts: Vec<T>, is_monthly: bool) -> PerMonth<T> {
    if is_monthly { PerMonth::Each(amounts) } else { PerMonth::Even(amounts[0]) }
}

/// The weights of the period's months, their mean 1.
fn weights(document: &PlanDocument) -> Vec<f64> {
    let weights: Vec<f64> = document
        .period
        .iter()
        .map(|month| document.seasonality[usize::from(month.month()) - 1].get())
        .collect();
    let mean = weights.iter().sum::<f64>() / weights.len() as f64;
    weights.iter().map(|weight| weight / mean).collect()
}
