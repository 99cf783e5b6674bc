//! Choices: the places where one of a few things is chosen, by a list or by a box to tick.

use std::borrow::Cow;

use gyakusan_engine::plan::{DealKind, Measure, Money, Month, Owner, Plan, PlanDocument};

use super::{ChannelChoice, Session};
use crate::text::{Language, stage_names};

/// A box that is ticked.
pub(super) const TICKED: &str = "true";

/// What a list or a box to tick holds; a box is "true" or "false".
pub(super) type Value = Cow<'static, str>;

/// Years before and after the chosen one that a list offers.
const YEARS_AROUND: u16 = 5;

/// A place of the plan where one of a few things is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Who answers for the stage at this place.
    StageOwner(usize),
    /// The year of the first month.
    StartYear,
    /// The month of the year of the first month.
    StartMonth,
    /// Whether the target is yearly fees at the end of the period instead of its revenue; a box to tick.
    ExitArr,
    /// Whether deals are paid once or every month.
    DealKind,
    /// How the channel at this place brings prospects.
    Channel(usize, ChannelChoice),
    /// Whether the opening customers count towards the target.
    CustomersCounted,
    /// Whether the expansion at this place is paid once or every month.
    ExpansionKind(usize),
    /// What the scenario at this place is called; any name can be chosen.
    ScenarioName(usize),
}

impl Session {
    /// Takes in what was chosen; a value that the plan does not take changes nothing.
    pub fn choose(&mut self, choice: Choice, value: &str) {
        if let Choice::ScenarioName(place) = choice {
            return self.rename_scenario(place, value);
        }
        let changed = self.plan.edit(|document| choice.set(document, value));
        self.take(changed.ok());
    }
}

impl Choice {
    /// What is chosen in the plan.
    pub(super) fn value(self, plan: &Plan) -> Value {
        match self {
            Self::StageOwner(place) => name_of(&Owner::ALL, plan.stages[place].owner),
            Self::StartYear => plan.period.start.year().to_string().into(),
            Self::StartMonth => plan.period.start.month().to_string().into(),
            Self::ExitArr => (plan.goal.measure == Measure::ExitArr).to_string().into(),
            Self::DealKind => name_of(&KINDS, plan.deal.kind),
            Self::Channel(place, choice) => choice.value(&plan.channels[place]),
            Self::CustomersCounted => {
                ticked(plan.customers.as_ref().is_some_and(|customers| customers.counted))
            }
            Self::ExpansionKind(place) => {
                let kind = plan.customers.as_ref().map(|customers| customers.expansions[place].kind);
                name_of(&KINDS, kind.unwrap_or(DealKind::OneOff))
            }
            Self::ScenarioName(_) => Value::default(),
        }
    }

    /// What can be chosen, and what each is called; nothing for a box to tick.
    pub(super) fn options(self, plan: &Plan, language: Language) -> Vec<(Value, Value)> {
        let words = language.words();
        match self {
            Self::StageOwner(_) => named(&Owner::ALL, words.tree().departments),
            Self::StartYear => {
                let year = plan.period.start.year();
                let years =
                    (year - YEARS_AROUND..=year + YEARS_AROUND).filter(|year| Month::new(*year, 1).is_some());
                years.map(|year| (year.to_string().into(), (words.settings().year)(year).into())).collect()
            }
            Self::StartMonth => {
                let month = |month: u8| (month.to_string().into(), (words.settings().month)(month).into());
                (1..=12).map(month).collect()
            }
            Self::DealKind => named(&KINDS, words.settings().kinds),
            Self::Channel(place, choice) => choice.options(plan, place, language),
            Self::ExitArr | Self::CustomersCounted | Self::ScenarioName(_) => Vec::new(),
            Self::ExpansionKind(_) => named(&KINDS, words.customers().kinds),
        }
    }

    /// What the choice is called.
    pub(super) fn label(self, plan: &Plan, language: Language) -> String {
        let words = language.words();
        let label = match self {
            Self::StageOwner(place) => {
                return (words.stages().owner_label)(&stage_names(&plan.stages[place], language).stage);
            }
            Self::Channel(_, choice) => return choice.label(language),
            Self::ExpansionKind(_) => words.customers().kind,
            Self::CustomersCounted => words.customers().counted,
            Self::StartYear => words.settings().start_year,
            Self::StartMonth => words.settings().start_month,
            Self::ExitArr => words.settings().measure,
            Self::DealKind => words.settings().kind,
            Self::ScenarioName(_) => "",
        };
        label.to_owned()
    }

    fn set(self, document: &mut PlanDocument, value: &str) {
        let start = &mut document.period.start;
        match self {
            Self::StageOwner(place) => {
                if let (Some(owner), Some(stage)) =
                    (named_by(&Owner::ALL, value), document.stages.get_mut(place))
                {
                    stage.owner = owner;
                }
            }
            Self::Channel(place, choice) => choice.set(document, place, value),
            Self::CustomersCounted => {
                if let Some(customers) = &mut document.customers {
                    customers.counted = value == TICKED;
                }
            }
            Self::ExpansionKind(place) => {
                if let (Some(kind), Some(customers)) = (named_by(&KINDS, value), &mut document.customers) {
                    customers.expansions[place].kind = kind;
                }
            }
            Self::StartYear => {
                let year = value.parse().ok().and_then(|year| Month::new(year, start.month()));
                *start = year.unwrap_or(*start);
            }
            Self::StartMonth => {
                let month = value.parse().ok().and_then(|month| Month::new(start.year(), month));
                *start = month.unwrap_or(*start);
            }
            Self::ExitArr => {
                document.goal.measure =
                    if value == "true" { Measure::ExitArr } else { Measure::PeriodRevenue };
            }
            // No scenario is part of the plan.
            Self::ScenarioName(_) => {}
            Self::DealKind => {
                if let Some(kind) = named_by(&KINDS, value).filter(|kind| *kind != document.deal.kind) {
                    switch_kind(document, kind);
                }
            }
        }
    }
}

/// Both kinds of deals with their names in plan files.
const KINDS: [(DealKind, &str); 2] = [(DealKind::OneOff, "one_off"), (DealKind::Recurring, "recurring")];

/// Lets deals be paid in the other way, twelve monthly fees for one payment; only monthly fees can be counted at the end.
fn switch_kind(document: &mut PlanDocument, kind: DealKind) {
    document.deal.kind = kind;
    let mean = document.deal.value.mean.get();
    let switched = match kind {
        DealKind::Recurring => mean / 12.0,
        DealKind::OneOff => {
            document.goal.measure = Measure::PeriodRevenue;
            mean * 12.0
        }
    };
    // Beyond the largest amount the amount stays as it is.
    document.deal.value.mean = Money::new(three_digits(switched)).unwrap_or(document.deal.value.mean);
}

/// The nearest number of three digits, as amounts are written.
fn three_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value >= 1000.0 * unit {
        unit *= 10.0;
    }
    if value < 100.0 { value } else { (value / unit).round() * unit }
}

fn name_of<T: Copy + PartialEq>(all: &[(T, &'static str)], wanted: T) -> Value {
    all.iter().find(|(known, _)| *known == wanted).map_or("", |(_, name)| *name).into()
}

fn named_by<T: Copy>(all: &[(T, &'static str)], name: &str) -> Option<T> {
    all.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

fn named<T, const N: usize>(all: &[(T, &'static str); N], names: [&'static str; N]) -> Vec<(Value, Value)> {
    all.iter().zip(names).map(|((_, value), name)| ((*value).into(), name.into())).collect()
}

/// A box, ticked or not.
pub(super) fn ticked(is_ticked: bool) -> Value {
    if is_ticked { TICKED } else { "false" }.into()
}

#[cfg(test)]
mod tests {
    use super::{Choice, three_digits};
    use crate::session::{DealField, Field, Session};
    use crate::text::Language;

    #[test]
    fn choices_show_what_they_set() {
        let mut session = Session::new(Language::Ja);
        for (choice, value) in [
            (Choice::StageOwner(0), "customer_success"),
            (Choice::StartYear, "2030"),
            (Choice::StartMonth, "11"),
            (Choice::DealKind, "recurring"),
        ] {
            assert_ne!(session.choice(choice).value, value);
            session.choose(choice, value);
            let panel = session.choice(choice);
            assert_eq!(panel.value, value);
            assert!(panel.options.iter().any(|(known, _)| *known == value), "{choice:?}");
            session.choose(choice, "anything else");
            assert_eq!(session.choice(choice).value, value, "{choice:?} took what it does not offer");
        }
        assert_eq!(session.plan().period.start.to_string(), "2030-11");
        assert_eq!(session.choice(Choice::ExitArr).value, "false");
        session.choose(Choice::ExitArr, "true");
        assert_eq!(session.choice(Choice::ExitArr).value, "true");
        // Only monthly fees can be counted at the end of the period.
        session.choose(Choice::DealKind, "one_off");
        assert_eq!(session.choice(Choice::ExitArr).value, "false");
        session.choose(Choice::ExitArr, "true");
        assert_eq!(session.choice(Choice::ExitArr).value, "false");
    }

    #[test]
    fn a_payment_is_worth_twelve_fees_there_and_back() {
        let mut session = Session::new(Language::Ja);
        let text = |session: &Session| {
            let field = session.field(Field::Deal(DealField::Value)).expect("a field");
            format!("{} {}{}", field.label, field.text, field.unit)
        };
        session.choose(Choice::DealKind, "recurring");
        assert_eq!(text(&session), "平均月額 41.7万円");
        session.choose(Choice::DealKind, "one_off");
        assert_eq!(text(&session), "平均受注単価 500万円");
        session.travel(true);
        session.travel(true);
        assert_eq!(text(&session), "平均受注単価 500万円");
        for (value, rounded) in [(0.0, 0.0), (12.5, 12.5), (416_666.7, 417_000.0), (5_004_000.0, 5_000_000.0)]
        {
            assert!((three_digits(value) - rounded).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn the_years_offered_are_those_a_plan_takes() {
        let mut session = Session::new(Language::En);
        for (year, offered) in [("2026", 11), ("2031", 11), ("2000", 6), ("2199", 6)] {
            session.choose(Choice::StartYear, year);
            assert_eq!(session.choice(Choice::StartYear).options.len(), offered, "{year}");
        }
    }
}
