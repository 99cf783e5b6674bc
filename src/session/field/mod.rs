//! Fields: the places where a number or a name of the plan is typed, one file a subject.
//!
//! A subject's file says what each of its fields is read as, its value in the plan, how a value is put there, and what it
//! is called. Everything else (drafts, refusals, steps, undo) works for all fields alike.

mod channel;
mod customers;
mod deal;
mod period;
mod run;
mod season;
mod stage;
mod step;
mod workbook;

pub use channel::ChannelField;
pub use customers::{CustomersField, ExpansionField};
pub use deal::DealField;
pub use run::RunField;
pub use stage::StageField;
pub use step::StepField;
pub use workbook::WorkbookField;

use gyakusan_engine::plan::{Evidence, Measure, Money, OutOfRange, Plan, PlanDocument};

use super::Refusal;
use crate::text::number::{
    Currency, Kind, Written, editable_count, editable_money, editable_rate, exact_count, money, rate,
};
use crate::text::{Language, Words};

/// The value of a field that may be left empty and is; no number of a plan is NaN.
pub(super) const ABSENT: f64 = f64::NAN;

/// A place where a number or a name of the plan is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The plan's name.
    PlanName,
    /// How many months count.
    Months,
    /// The goal's target.
    Target,
    /// The goal at the root of the tree: the target, or what the plan brings where that is the answer.
    Revenue,
    /// The deal.
    Deal(DealField),
    /// The step into the stage at this place, from 1 on.
    Step(usize, StepField),
    /// The stage at this place.
    Stage(usize, StageField),
    /// The channel at this place.
    Channel(usize, ChannelField),
    /// The share of the year that falls into this calendar month, 0 for January.
    Season(usize),
    /// The existing customers.
    Customers(CustomersField),
    /// The expansion at this place.
    Expansion(usize, ExpansionField),
    /// The simulation.
    Run(RunField),
    /// The workbook beside the plan.
    Workbook(WorkbookField),
}

/// What a field reads and shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    /// A name.
    Name,
    /// An amount in the plan's currency.
    Money,
    /// A share in percent.
    Rate,
    /// A number of things, with its unit.
    Count(&'static str),
}

impl Reads {
    /// The kind of number; `None` for a name.
    pub(super) fn kind(self, currency: Currency) -> Option<Kind> {
        match self {
            Self::Name => None,
            Self::Money => Some(Kind::Money(currency)),
            Self::Rate => Some(Kind::Rate),
            Self::Count(_) => Some(Kind::Count),
        }
    }

    /// The unit beside an empty field.
    pub(super) fn unit(self) -> String {
        match self {
            Self::Rate => "%",
            Self::Count(unit) => unit,
            Self::Name | Self::Money => "",
        }
        .to_owned()
    }
}

impl Field {
    /// Whether a name is typed there, not a number.
    pub fn is_name(self) -> bool {
        matches!(
            self,
            Self::PlanName
                | Self::Channel(_, ChannelField::Name)
                | Self::Stage(_, StageField::Name)
                | Self::Expansion(_, ExpansionField::Name)
        )
    }

    /// Whether it may be left empty; its value is [`ABSENT`] then.
    pub(super) fn is_optional(self) -> bool {
        match self {
            Self::Channel(_, field) => field.is_optional(),
            Self::Customers(field) => field == CustomersField::ChurnEvidence,
            Self::Expansion(_, field) => field == ExpansionField::Evidence,
            Self::Workbook(_) => true,
            _ => false,
        }
    }

    /// Whether the plan has this place.
    pub(super) fn exists(self, plan: &Plan) -> bool {
        match self {
            Self::Step(place, _) => (1..plan.stages.len()).contains(&place),
            Self::Stage(place, StageField::Opening) => place + 1 < plan.stages.len(),
            Self::Stage(place, StageField::Name | StageField::Count) => place < plan.stages.len(),
            Self::Channel(place, field) => field.exists(plan, place),
            Self::Season(month) => month < 12,
            Self::Customers(_) => plan.customers.is_some(),
            Self::Expansion(place, _) => {
                plan.customers.as_ref().is_some_and(|customers| place < customers.expansions.len())
            }
            Self::PlanName
            | Self::Months
            | Self::Target
            | Self::Revenue
            | Self::Deal(_)
            | Self::Run(_)
            | Self::Workbook(_) => true,
        }
    }

    /// What the field reads and shows.
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::PlanName => Reads::Name,
            Self::Months => Reads::Count(words.stages().months),
            Self::Target | Self::Revenue => Reads::Money,
            Self::Deal(field) => field.reads(words),
            Self::Step(_, field) => field.reads(words),
            Self::Stage(_, field) => field.reads(words),
            Self::Channel(_, field) => field.reads(),
            Self::Season(_) => Reads::Rate,
            Self::Customers(field) => field.reads(words),
            Self::Expansion(_, field) => field.reads(),
            Self::Run(field) => field.reads(words),
            Self::Workbook(field) => field.reads(words),
        }
    }

    /// The number in the plan; 0 where the plan has none there, [`ABSENT`] where it may have none.
    pub(super) fn value(self, plan: &Plan) -> f64 {
        match self {
            Self::PlanName | Self::Workbook(_) => 0.0,
            Self::Months => plan.months() as f64,
            Self::Target | Self::Revenue => plan.goal.target.get(),
            Self::Deal(field) => field.value(plan),
            Self::Step(place, field) => field.value(plan, place),
            Self::Stage(place, field) => field.value(plan, place),
            Self::Channel(place, field) => field.value(plan, place),
            Self::Season(month) => season::value(plan, month),
            Self::Customers(field) => plan.customers.as_ref().map_or(0.0, |customers| field.value(customers)),
            Self::Expansion(place, field) => {
                plan.customers.as_ref().map_or(0.0, |customers| field.value(&customers.expansions[place]))
            }
            Self::Run(field) => field.value(plan),
        }
    }

    /// Puts a number into the plan.
    pub(super) fn set(self, document: &mut PlanDocument, value: f64) -> Result<(), Refusal> {
        match self {
            Self::PlanName | Self::Workbook(_) => {}
            Self::Months => period::set_months(document, value)?,
            Self::Target | Self::Revenue => document.goal.target = within(Money::new(value))?,
            Self::Deal(field) => field.set(document, value)?,
            Self::Step(place, field) => field.set(document, place, value)?,
            Self::Stage(place, field) => field.set(document, place, value)?,
            Self::Channel(place, field) => field.set(document, place, value)?,
            Self::Season(month) => season::set(document, month, value)?,
            Self::Customers(field) => {
                if let Some(customers) = &mut document.customers {
                    field.set(customers, value)?;
                }
            }
            Self::Expansion(place, field) => {
                if let Some(customers) = &mut document.customers {
                    field.set(&mut customers.expansions[place], value)?;
                }
            }
            Self::Run(field) => field.set(document, value)?,
        }
        Ok(())
    }

    /// What the field is called.
    pub(super) fn label(self, plan: &Plan, language: Language) -> String {
        let words = language.words();
        match self {
            Self::PlanName => words.fields().plan_name.to_owned(),
            Self::Months => words.fields().months.to_owned(),
            Self::Target | Self::Revenue if plan.goal.measure == Measure::ExitArr => {
                words.fields().exit_arr.to_owned()
            }
            Self::Target | Self::Revenue => words.tree().revenue.to_owned(),
            Self::Deal(field) => field.label(plan, words),
            Self::Step(place, field) => field.label(&plan.stages[place], language),
            Self::Stage(place, field) => field.label(plan, place, language),
            Self::Channel(place, field) => field.label(plan, place, language),
            Self::Season(month) => (words.fields().season_share)(month as u8 + 1),
            Self::Customers(field) => field.label(words),
            Self::Expansion(place, field) => {
                let expansion = plan.customers.as_ref().map(|customers| &customers.expansions[place]);
                expansion.map(|expansion| field.label(expansion, language)).unwrap_or_default()
            }
            Self::Run(field) => field.label(words),
            Self::Workbook(field) => field.label(words),
        }
    }

    /// Whether its value is worked out of what the plan keeps, and so has digits that nobody typed.
    fn is_derived(self) -> bool {
        matches!(
            self,
            Self::Deal(DealField::Deals)
                | Self::Step(_, StepField::Trials | StepField::Passes | StepField::Low | StepField::High)
        )
    }

    /// The plan's value as it is written for editing; nothing where the plan has none.
    pub(super) fn editable(self, plan: &Plan, language: Language) -> Written {
        let value = self.value(plan);
        let reads = self.reads(language.words());
        if value.is_nan() {
            return Written { number: String::new(), unit: reads.unit() };
        }
        match reads {
            // Digits that nobody typed are left out.
            Reads::Rate if self.is_derived() => rate(value),
            Reads::Count(_) if self.is_derived() => {
                Written { number: exact_count(value), unit: reads.unit() }
            }
            Reads::Name => Written { number: self.name(plan, language), unit: String::new() },
            Reads::Money => editable_money(value, currency(plan), language),
            Reads::Rate => editable_rate(value),
            Reads::Count(_) => Written { number: editable_count(value), unit: reads.unit() },
        }
    }

    /// A value of the field as a sentence writes it.
    pub(super) fn written(self, value: f64, plan: &Plan, language: Language) -> String {
        match self.reads(language.words()) {
            Reads::Money => money(value, currency(plan), language).to_string(),
            Reads::Rate => rate(value).to_string(),
            Reads::Count(_) | Reads::Name => exact_count(value),
        }
    }

    /// The name in the plan; empty for a number.
    fn name(self, plan: &Plan, language: Language) -> String {
        match self {
            Self::Channel(place, ChannelField::Name) => {
                crate::text::channel_name(&plan.channels[place], language).to_owned()
            }
            Self::Stage(place, StageField::Name) => {
                crate::text::stage_names(&plan.stages[place], language).stage
            }
            Self::PlanName => crate::text::plan_name(plan, language).to_owned(),
            Self::Expansion(place, ExpansionField::Name) => {
                let expansion = plan.customers.as_ref().map(|customers| &customers.expansions[place]);
                expansion
                    .map(|each| crate::text::expansion_name(each, language).to_owned())
                    .unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

/// The currency of the plan.
pub(in crate::session) fn currency(plan: &Plan) -> Currency {
    Currency::from_code(plan.currency.as_str()).unwrap_or(Currency::JPY)
}

/// A number within its limits, or the refusal that names them.
fn within<T>(checked: Result<T, OutOfRange>) -> Result<T, Refusal> {
    checked.map_err(|error| Refusal::OutOfRange { value: error.found, min: error.min, max: error.max })
}

/// Observed trials as typed: none where the field was left empty.
fn evidence(value: f64) -> Result<Option<Evidence>, Refusal> {
    if value.is_nan() { Ok(None) } else { within(Evidence::new(value)).map(Some) }
}

/// A whole number within limits, or the refusal that names them.
fn whole(value: f64, min: f64, max: f64) -> Result<f64, Refusal> {
    if value.fract() != 0.0 {
        return Err(Refusal::NotWhole { value });
    }
    if !(min..=max).contains(&value) {
        return Err(Refusal::OutOfRange { value, min, max });
    }
    Ok(value)
}
