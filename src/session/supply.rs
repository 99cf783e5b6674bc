//! Changes by button of what feeds the funnel: channels, the months they bring most, existing customers.

use gyakusan_engine::plan::{
    ById, Channel, CoefficientOfVariation, CostPerEntry, Customers, DealKind, Entries, Expansion, Id, Money,
    Name, PerMonth, PlanDocument, Rate, SolveFor, UncertainRate, Volume, Weight,
};

use super::Edit;
use crate::text::Words;

/// A channel to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewChannel {
    /// One that is bought.
    Bought,
    /// 紹介: meetings from referrals, which no budget multiplies.
    Referral,
    /// 展示会: some months bring much, and no budget multiplies them.
    Exhibition,
}

impl NewChannel {
    /// Every channel that can be added, with the id it gets where that is free.
    pub const ALL: [(Self, &str); 3] =
        [(Self::Bought, "channel"), (Self::Referral, "referral"), (Self::Exhibition, "exhibition")];
}

/// How a year's entries are spread over its months, counted from the first month of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeasonShape {
    /// The same every month.
    Even,
    /// Most at the ends of both halves of the year.
    HalfYearEnds,
    /// Most at the end of each quarter.
    QuarterEnds,
}

impl SeasonShape {
    /// Every shape.
    pub const ALL: [Self; 3] = [Self::Even, Self::HalfYearEnds, Self::QuarterEnds];

    /// The weights of January to December for a year that starts with this month, 1 for January. Their mean is 1.
    pub(super) fn weights(self, start: u8) -> [Weight; 12] {
        // In tenths of an even month.
        let from_start: [u8; 12] = match self {
            Self::Even => [10; 12],
            Self::HalfYearEnds => [9, 8, 10, 10, 7, 13, 10, 11, 8, 9, 11, 14],
            Self::QuarterEnds => [9, 9, 12, 9, 9, 12, 9, 9, 12, 9, 9, 12],
        };
        let mut weights = [Weight::ONE; 12];
        for (place, tenths) in from_start.into_iter().enumerate() {
            let month = (usize::from(start) + place + 11) % 12;
            weights[month] = Weight::new(f64::from(tenths) / 10.0).unwrap_or(Weight::ONE);
        }
        weights
    }
}

/// Does what a button asks for.
pub(super) fn apply(document: &mut PlanDocument, words: Words, edit: Edit) {
    match edit {
        Edit::AddChannel(kind) => add_channel(document, words, kind),
        Edit::RemoveChannel(place) => remove_channel(document, place),
        Edit::MoveChannel { place, up } => {
            let other = if up { place.wrapping_sub(1) } else { place + 1 };
            if place.max(other) < document.channels.len() {
                document.channels.swap(place, other);
            }
        }
        Edit::Season(shape) => document.seasonality = shape.weights(document.period.start.month()),
        Edit::AddCustomers => document.customers = Some(example_customers(document, words)),
        Edit::RemoveCustomers => {
            document.customers = None;
            if document.solve_for == SolveFor::Churn {
                document.solve_for = SolveFor::Volume;
            }
        }
        Edit::AddExpansion => add_expansion(document, words),
        Edit::RemoveExpansion(place) => {
            let customers = document.customers.as_mut();
            if let Some(customers) = customers.filter(|customers| place < customers.expansions.len()) {
                customers.expansions.remove(place);
            }
        }
        // These change more than what feeds the funnel.
        _ => {}
    }
}

fn remove_channel(document: &mut PlanDocument, place: usize) {
    if place < document.channels.len() {
        let removed = document.channels.remove(place);
        // What was solved for goes with it.
        if document.solve_for == SolveFor::Budget(removed.id) {
            document.solve_for = SolveFor::Volume;
        }
    }
}

/// Adds a channel that brings nobody yet.
fn add_channel(document: &mut PlanDocument, words: Words, kind: NewChannel) {
    let place = NewChannel::ALL.iter().position(|(known, _)| *known == kind).unwrap_or(0);
    let taken: Vec<_> = document.channels.iter().map(|channel| channel.id.as_str()).collect();
    let Some(id) = free_id(NewChannel::ALL[place].1, &taken) else { return };
    let nobody = Volume::Entries { monthly_entries: PerMonth::Even(entries(0.0)) };
    let volume = match kind {
        NewChannel::Bought => Volume::Budget {
            monthly_budget: PerMonth::Even(Money::ZERO),
            cost_per_entry: usual_cost(&document.channels),
        },
        NewChannel::Referral => nobody,
        NewChannel::Exhibition => Volume::Entries {
            monthly_entries: PerMonth::Each(vec![entries(0.0); usize::from(document.period.months)]),
        },
    };
    let stages = &document.stages;
    let meeting = stages.iter().find(|stage| stage.id.as_str() == "opportunity");
    let enters = match kind {
        NewChannel::Referral => meeting.unwrap_or(&stages[stages.len().saturating_sub(2)]),
        NewChannel::Bought | NewChannel::Exhibition => &stages[0],
    };
    let enters = enters.id.clone();
    document.channels.push(Channel {
        id,
        name: Name::new(words.channels().new_names[place]).unwrap_or_default(),
        counted_at: enters.clone(),
        enters,
        volume,
        uncertainty: CoefficientOfVariation::ZERO,
        overdispersion: CoefficientOfVariation::ZERO,
        fixed: kind != NewChannel::Bought,
        rates: ById::new(),
    });
}

/// The cost of the last channel that is bought, or a usual one.
pub(super) fn usual_cost(channels: &[Channel]) -> CostPerEntry {
    let cost = channels.iter().rev().find_map(|channel| channel.volume.cost_per_entry()).unwrap_or(8000.0);
    CostPerEntry::new(cost).unwrap_or_else(|_| unreachable!("a cost of a plan is one"))
}

pub(super) fn entries(count: f64) -> Entries {
    Entries::new(count.max(0.0).min(Entries::MAX)).unwrap_or(Entries::ONE)
}

/// Customers to begin with. They do not count before somebody says so; their amounts follow the size of a deal.
pub(super) fn example_customers(document: &PlanDocument, words: Words) -> Customers {
    let deal = document.deal.value.mean.get();
    let share = |of_value, of_fee| match document.deal.kind {
        DealKind::OneOff => deal * of_value,
        DealKind::Recurring => deal * of_fee,
    };
    let money = |amount: f64| Money::new(amount.min(Money::MAX)).unwrap_or(Money::ZERO);
    let rate = |share: f64| UncertainRate::exact(Rate::new(share).unwrap_or(Rate::ZERO));
    let expansion = |id: &str, name: &'static str, yearly: f64| {
        Some(Expansion {
            id: Id::new(id)?,
            name: Name::new(name).unwrap_or_default(),
            yearly_rate: rate(yearly),
            value: money(share(0.04, 4.0)),
            kind: DealKind::OneOff,
        })
    };
    let [upsell, cross_sell] = words.customers().usual_expansions;
    let expansions = [expansion("upsell", upsell, 0.15), expansion("cross_sell", cross_sell, 0.25)];
    let mut customers = Customers {
        counted: false,
        opening: 20,
        monthly_fee: money(share(0.01, 1.0)),
        fee_spread: CoefficientOfVariation::ZERO,
        monthly_churn: None,
        expansions: expansions.into_iter().flatten().collect(),
    };
    // A share within the limits is taken.
    let _ = super::CustomersField::Retention.set(&mut customers, 0.9);
    customers
}

fn add_expansion(document: &mut PlanDocument, words: Words) {
    let Some(customers) = &mut document.customers else { return };
    let taken: Vec<_> = customers.expansions.iter().map(|expansion| expansion.id.as_str()).collect();
    let Some(id) = free_id("expansion", &taken) else { return };
    if customers.expansions.len() < Customers::MAX_EXPANSIONS {
        customers.expansions.push(Expansion {
            id,
            name: Name::new(words.customers().new_expansion).unwrap_or_default(),
            yearly_rate: UncertainRate::exact(Rate::ZERO),
            value: Money::ZERO,
            kind: DealKind::OneOff,
        });
    }
}

/// A usual id where it is free, otherwise one with a number after it.
fn free_id(usual: &str, taken: &[&str]) -> Option<Id> {
    let mut free = usual.to_owned();
    let mut number = 1;
    while taken.contains(&free.as_str()) {
        number += 1;
        free = usual.to_owned() + "_" + &number.to_string();
    }
    Id::new(&free)
}
