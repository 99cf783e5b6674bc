//! The calendar: what the tree asks for month by month, by when, and what that is a week and a person.

use gyakusan_engine::plan::{Month, Owner};
use gyakusan_engine::tree::{Outcome, ZeroFactor, per_week};

use super::apportion::apportion;
use super::field::FieldPanel;
use super::tree::{self, Department};
use crate::session::{Field, Session, WorkbookField};
use crate::text::number::{exact_count, rounded_count};
use crate::text::{Sentence, stage_names};

/// The calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarPanel {
    /// The months in order.
    pub months: Vec<MonthPanel>,
    /// Whole numbers of each stage, in the order of the funnel; they add up to their total.
    pub stages: Vec<TableRow>,
    /// Amounts: revenue at the plan's means, budget where there is one.
    pub amounts: Vec<TableRow>,
    /// By when prospects must arrive, one sentence for each stage that channels enter.
    pub deadlines: Vec<Sentence>,
    /// Per week and person.
    pub pace: PacePanel,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthPanel {
    /// Its name in the table.
    pub name: &'static str,
    /// Its year, where it is the first of it.
    pub year: Option<String>,
    /// Its full name.
    pub label: String,
    /// Whether its pace is shown.
    pub is_chosen: bool,
}

/// A row of a table of written figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What it is about.
    pub name: String,
    /// Who answers for it; nobody alone for amounts.
    pub department: Option<Department>,
    /// Its written figures in the order of the columns; in the calendar the months', then their sum.
    pub figures: Vec<String>,
}

/// Per week and person, in a chosen month or an average one.
#[derive(Debug, Clone, PartialEq)]
pub struct PacePanel {
    /// Which month it is about.
    pub title: String,
    /// How many people the owners of stages have.
    pub people: Vec<(Department, FieldPanel)>,
    /// One row a stage: a month, a week, a month and person, a week and person.
    pub rows: Vec<TableRow>,
}

pub(super) fn panel(session: &Session) -> CalendarPanel {
    let mut counts = Vec::new();
    let mut stages = Vec::new();
    for place in 0..session.plan.stages.len() {
        let months = whole_months(session, place);
        stages.push(stage_row(session, place, figures(&months, rounded_count)));
        counts.push(months);
    }
    CalendarPanel {
        months: months(session),
        stages,
        amounts: amounts(session),
        deadlines: deadlines(session),
        pace: pace(session, &counts),
    }
}

/// A stage's count in the period as the tree writes it, divided over the months.
pub(super) fn whole_months(session: &Session, place: usize) -> Vec<f64> {
    apportion(tree::whole(session, place), &session.tree.stages[place].monthly)
}

fn chosen(session: &Session) -> Option<usize> {
    session.screen.month.filter(|month| *month < session.plan.months())
}

fn months(session: &Session) -> Vec<MonthPanel> {
    let words = session.language.words().calendar();
    let chosen = chosen(session);
    let month = |(place, month): (usize, Month)| MonthPanel {
        name: words.months[usize::from(month.month()) - 1],
        year: (place == 0 || month.month() == 1).then(|| (words.year)(month.year())),
        label: label(session, month),
        is_chosen: chosen == Some(place),
    };
    session.plan.period.iter().enumerate().map(month).collect()
}

fn label(session: &Session, month: Month) -> String {
    let words = session.language.words().calendar();
    (words.month)(month.year(), words.months[usize::from(month.month()) - 1])
}

/// The figures of a stage's row.
fn stage_row(session: &Session, place: usize, figures: Vec<String>) -> TableRow {
    let stage = &session.plan.stages[place];
    TableRow {
        name: stage_names(stage, session.language).stage,
        department: Some(tree::department(session, &[stage.owner])),
        figures,
    }
}

/// The months' written figures, and that of their sum.
fn figures(months: &[f64], write: impl Fn(f64) -> String) -> Vec<String> {
    let sum: f64 = months.iter().sum();
    months.iter().chain([&sum]).map(|figure| write(*figure)).collect()
}

fn amounts(session: &Session) -> Vec<TableRow> {
    let words = session.language.words().calendar();
    let mut rows = Vec::new();
    let budget = monthly_budget(session);
    for (name, months) in [(words.revenue, &session.tree.monthly_revenue), (words.budget, &budget)] {
        if !months.is_empty() {
            let figures = figures(months, |amount| session.money(amount).to_string());
            rows.push(TableRow { name: name.to_owned(), department: None, figures });
        }
    }
    rows
}

/// Spend of each month, no months where nothing is spent: a channel's spend follows its entries.
fn monthly_budget(session: &Session) -> Vec<f64> {
    let Some(economics) = session.economics.as_ref().filter(|_| session.tree.period_budget > 0.0) else {
        return Vec::new();
    };
    let mut budget = vec![0.0; session.plan.months()];
    for ((channel, cost), arrivals) in
        session.plan.channels.iter().zip(&economics.channels).zip(&session.tree.channels)
    {
        let Some((spend, enters)) = cost.spend.zip(session.plan.stage_index(&channel.enters)) else {
            continue;
        };
        let entries = &arrivals[enters];
        let all: f64 = entries.iter().sum();
        if all > 0.0 {
            for (month, count) in budget.iter_mut().zip(entries) {
                *month += spend * count / all;
            }
        }
    }
    budget
}

fn deadlines(session: &Session) -> Vec<Sentence> {
    let words = session.language.words().calendar();
    let Some(economics) = &session.economics else { return Vec::new() };
    // Where a factor is zero no time by which to come would help.
    if let Outcome::Impossible(factor) = &session.tree.outcome
        && *factor != ZeroFactor::Time
    {
        return Vec::new();
    }
    let mut seen = Vec::new();
    let mut sentences = Vec::new();
    for (channel, cost) in session.plan.channels.iter().zip(&economics.channels) {
        // Prospects that enter the same stage take the same time.
        let Some(place) = session.plan.stage_index(&channel.enters).filter(|place| !seen.contains(place))
        else {
            continue;
        };
        seen.push(place);
        let stage = stage_names(&session.plan.stages[place], session.language).stage;
        sentences.push(match cost.deadline {
            Some(month) if month == session.plan.period.last() => {
                (words.deadline_last)(&stage, &label(session, month))
            }
            Some(month) => (words.deadline)(&stage, &label(session, month)),
            None => Sentence::plain((words.deadline_none)(&stage)),
        });
    }
    sentences
}

/// A chosen month's figures are its whole numbers, which people act on; an average month's are exact.
fn pace(session: &Session, counts: &[Vec<f64>]) -> PacePanel {
    let words = session.language.words().calendar();
    let chosen = chosen(session);
    let months = session.plan.months();
    let days: f64 = session.plan.period.iter().map(|month| f64::from(month.days())).sum();
    let mut rows = Vec::new();
    for (place, counts) in counts.iter().enumerate() {
        let expected = tree::exact(session, place);
        let (month, week) = match chosen {
            Some(month) => (counts[month], per_week(counts[month], session.plan.period.start.plus(month))),
            None => (expected / months as f64, 7.0 * expected / days),
        };
        // Nobody, or not said how many: written as no number.
        let people =
            session.workbook.people_of(session.plan.stages[place].owner).filter(|people| *people > 0);
        let people = people.map_or(f64::NAN, f64::from);
        let paces = [month, week, month / people, week / people];
        rows.push(stage_row(session, place, paces.iter().map(|pace| exact_count(*pace)).collect()));
    }
    PacePanel {
        title: match chosen {
            Some(month) => (words.pace_of_month)(&label(session, session.plan.period.start.plus(month))),
            None => words.pace.to_owned(),
        },
        people: people(session),
        rows,
    }
}

fn people(session: &Session) -> Vec<(Department, FieldPanel)> {
    let owns = |owner: &Owner| session.plan.stages.iter().any(|stage| stage.owner == *owner);
    let owners = Owner::ALL.iter().map(|(owner, _)| *owner).filter(owns);
    let field = |owner| Field::Workbook(WorkbookField::People(owner));
    owners
        .map(|owner| (tree::department(session, &[owner]), FieldPanel::new(session, field(owner))))
        .collect()
}
