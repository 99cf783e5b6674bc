//! Fields of a channel.

use gyakusan_engine::plan::{
    Channel, CoefficientOfVariation, CostPerEntry, Entries, Evidence, Id, Money, PerMonth, Plan,
    PlanDocument, Rate, UncertainRate, Volume,
};

use super::{ABSENT, Reads, within};
use crate::session::Refusal;
use crate::text::{Language, channel_name, stage_names};

/// A field of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelField {
    /// Its name.
    Name,
    /// Its monthly budget, the same every month.
    Budget,
    /// Its cost per entry.
    Cost,
    /// Its arrivals a month, the same every month.
    Entries,
    /// Its budget in this month of the period.
    MonthBudget(usize),
    /// Its arrivals in this month of the period.
    MonthEntries(usize),
    /// How far the whole volume may miss.
    Uncertainty,
    /// How much its months differ.
    Overdispersion,
    /// Its own rate into the stage at this place; empty where it takes the plan's.
    OwnRate(usize),
    /// Observed trials behind that rate; empty where it is known exactly.
    OwnEvidence(usize),
}

impl ChannelField {
    /// Whether it may be left empty.
    pub(super) fn is_optional(self) -> bool {
        matches!(self, Self::OwnRate(_) | Self::OwnEvidence(_))
    }

    /// Whether the channel at a place of the plan has it.
    pub(super) fn exists(self, plan: &Plan, place: usize) -> bool {
        let Some(channel) = plan.channels.get(place) else { return false };
        let each = |month: usize, months: Option<usize>| months.is_some_and(|count| month < count);
        match (self, &channel.volume) {
            (Self::Name | Self::Uncertainty | Self::Overdispersion, _) => true,
            (Self::Budget | Self::Cost, volume) => volume.cost_per_entry().is_some(),
            (Self::Entries, volume) => volume.cost_per_entry().is_none(),
            (Self::MonthBudget(month), Volume::Budget { monthly_budget, .. }) => {
                each(month, months_of(monthly_budget))
            }
            (Self::MonthEntries(month), Volume::Entries { monthly_entries }) => {
                each(month, months_of(monthly_entries))
            }
            (Self::MonthBudget(_) | Self::MonthEntries(_), _) => false,
            (Self::OwnRate(stage), _) => {
                plan.stage_index(&channel.enters).is_some_and(|enters| enters < stage)
                    && stage < plan.stages.len()
            }
            (Self::OwnEvidence(stage), _) => {
                plan.stages.get(stage).is_some_and(|stage| channel.rates.get(&stage.id).is_some())
            }
        }
    }

    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Name => Reads::Name,
            Self::Budget | Self::Cost | Self::MonthBudget(_) => Reads::Money,
            Self::Entries | Self::MonthEntries(_) | Self::OwnEvidence(_) => Reads::Count(""),
            Self::Uncertainty | Self::Overdispersion | Self::OwnRate(_) => Reads::Rate,
        }
    }

    pub(super) fn value(self, plan: &Plan, place: usize) -> f64 {
        let channel = &plan.channels[place];
        let own = |stage: usize| channel.rates.get(&plan.stages[stage].id);
        match (self, &channel.volume) {
            (Self::Budget, Volume::Budget { monthly_budget, .. }) => mean(monthly_budget, Money::get),
            (Self::Entries, Volume::Entries { monthly_entries }) => mean(monthly_entries, Entries::get),
            (Self::MonthBudget(month), Volume::Budget { monthly_budget, .. }) => {
                monthly_budget.as_slice().get(month).map_or(0.0, |amount| amount.get())
            }
            (Self::MonthEntries(month), Volume::Entries { monthly_entries }) => {
                monthly_entries.as_slice().get(month).map_or(0.0, |count| count.get())
            }
            (Self::Cost, volume) => volume.cost_per_entry().unwrap_or(0.0),
            (Self::Uncertainty, _) => channel.uncertainty.get(),
            (Self::Overdispersion, _) => channel.overdispersion.get(),
            (Self::OwnRate(stage), _) => own(stage).map_or(ABSENT, |rate| rate.mean.get()),
            (Self::OwnEvidence(stage), _) => {
                own(stage).and_then(|rate| rate.evidence).map_or(ABSENT, Evidence::get)
            }
            _ => 0.0,
        }
    }

    pub(super) fn set(self, document: &mut PlanDocument, place: usize, value: f64) -> Result<(), Refusal> {
        if let Self::OwnRate(stage) | Self::OwnEvidence(stage) = self {
            let stage = document.stages[stage].id.clone();
            return self.set_own(&mut document.channels[place], stage, value);
        }
        let channel = &mut document.channels[place];
        match (self, &mut channel.volume) {
            (Self::Budget, Volume::Budget { monthly_budget, .. }) => {
                *monthly_budget = PerMonth::Even(within(Money::new(value))?);
            }
            (Self::Entries, Volume::Entries { monthly_entries }) => {
                *monthly_entries = PerMonth::Even(within(Entries::new(value))?);
            }
            (Self::MonthBudget(month), Volume::Budget { monthly_budget: PerMonth::Each(amounts), .. }) => {
                amounts[month] = within(Money::new(value))?;
            }
            (Self::MonthEntries(month), Volume::Entries { monthly_entries: PerMonth::Each(counts) }) => {
                counts[month] = within(Entries::new(value))?;
            }
            (Self::Cost, Volume::Budget { cost_per_entry, .. }) => {
                *cost_per_entry = within(CostPerEntry::new(value))?;
            }
            (Self::Uncertainty, _) => channel.uncertainty = within(CoefficientOfVariation::new(value))?,
            (Self::Overdispersion, _) => channel.overdispersion = within(CoefficientOfVariation::new(value))?,
            _ => {}
        }
        Ok(())
    }

    fn set_own(self, channel: &mut Channel, stage: Id, value: f64) -> Result<(), Refusal> {
        let known = channel.rates.get(&stage).copied();
        if value.is_nan() && matches!(self, Self::OwnRate(_)) {
            channel.rates.remove(&stage);
            return Ok(());
        }
        let rate = match (self, known) {
            (Self::OwnRate(_), known) => UncertainRate {
                mean: within(Rate::new(value))?,
                evidence: known.and_then(|own| own.evidence),
            },
            (_, Some(own)) => UncertainRate { evidence: super::evidence(value)?, ..own },
            _ => return Ok(()),
        };
        channel.rates.insert(stage, rate);
        Ok(())
    }

    pub(super) fn label(self, plan: &Plan, place: usize, language: Language) -> String {
        let words = language.words().channels();
        let name = channel_name(&plan.channels[place], language);
        let month = |month: usize| plan.period.start.plus(month).month();
        let rate = |stage: usize| stage_names(&plan.stages[stage], language).rate;
        match self {
            Self::Name => words.name_label.to_owned(),
            Self::Budget => (words.budget_label)(name),
            Self::Cost => (words.cost_label)(name),
            Self::Entries => (words.entries_label)(name),
            Self::MonthBudget(at) => (words.month_label)(month(at), true),
            Self::MonthEntries(at) => (words.month_label)(month(at), false),
            Self::Uncertainty => words.uncertainty.to_owned(),
            Self::Overdispersion => words.overdispersion.to_owned(),
            Self::OwnRate(stage) => rate(stage),
            Self::OwnEvidence(stage) => (words.own_evidence)(&rate(stage)),
        }
    }
}

fn months_of<T>(per_month: &PerMonth<T>) -> Option<usize> {
    match per_month {
        PerMonth::Even(_) => None,
        PerMonth::Each(numbers) => Some(numbers.len()),
    }
}

fn mean<T: Copy>(per_month: &PerMonth<T>, number: fn(T) -> f64) -> f64 {
    let months = per_month.as_slice();
    months.iter().map(|month| number(*month)).sum::<f64>() / months.len() as f64
}
