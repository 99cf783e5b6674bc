//! The tree: columns of a count above the rate that divides it, from the revenue to the first stage.

use std::cmp::Ordering;

use gyakusan_engine::plan::{Owner, Stage};
use gyakusan_engine::tree::{Outcome, StageFigures, ZeroFactor};

use super::field::FieldPanel;
use crate::chart::Scale;
use crate::session::field::currency;
use crate::session::{DealField, Field, Session, StepField};
use crate::text::number::{exact_count, money_range, rate_range, required_count, rounded_count};
use crate::text::{Sentence, stage_names};

/// The share of possible values that a rail's range holds.
pub(super) const RANGE: f64 = 0.9;
/// Beyond this many counts the tree takes its narrow form.
const WIDE_COUNTS: usize = 3;

/// The tree with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct TreePanel {
    /// The finding.
    pub headline: Sentence,
    /// The root: the goal.
    pub target: FieldPanel,
    /// First and last month.
    pub period: String,
    /// Counts and rates, from the won deal to the first stage.
    pub columns: Vec<ColumnPanel>,
    /// Whether there are more columns than the wide form holds.
    pub is_narrow: bool,
}

/// A count and the factor below it.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnPanel {
    /// The count.
    pub count: CountPanel,
    /// The factor that, times the count, gives the count to its left.
    pub rate: RatePanel,
}

/// A computed count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountPanel {
    /// What it is called.
    pub name: String,
    /// Who answers for it.
    pub department: Department,
    /// The written count.
    pub text: String,
    /// Its unit.
    pub unit: String,
    /// The exact figure where rounding changed it, and the count a month.
    pub note: String,
    /// Whether it is the answer.
    pub is_answer: bool,
}

/// A factor that is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct RatePanel {
    /// Its field; its label is its name.
    pub field: FieldPanel,
    /// Who answers for it.
    pub department: Department,
    /// Its rail.
    pub rail: RailPanel,
    /// The range in words.
    pub range: String,
    /// The benchmark in words, and its source.
    pub band: Option<(String, String)>,
    /// What the knowledge of it rests on.
    pub evidence: Option<String>,
}

/// A rail; places in percent of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RailPanel {
    /// The value at the end of the scale.
    pub end: f64,
    /// The value.
    pub value: f64,
    /// Start and width of the range.
    pub range: Option<(f64, f64)>,
    /// Start and width of the benchmark.
    pub band: Option<(f64, f64)>,
}

/// Who answers for a number; two departments share the rate between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Department {
    /// One or two owners.
    pub owners: Vec<Owner>,
    /// What they are called.
    pub name: &'static str,
}

/// What others see: a band with its source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Benchmark {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) source: &'static str,
}

/// The benchmark of a step, known for the usual stages only.
pub(super) fn benchmark(stage: &Stage) -> Option<Benchmark> {
    match stage.id.as_str() {
        "opportunity" => Some(Benchmark { low: 0.11, high: 0.20, source: "BtoB report 2025 (n = 330)" }),
        "won" => Some(Benchmark { low: 0.15, high: 0.20, source: "Salesforce Japan 2023" }),
        _ => None,
    }
}

pub(super) fn panel(session: &Session) -> TreePanel {
    let count = session.plan.stages.len();
    let period = session.plan.period;
    let month = |month: gyakusan_engine::plan::Month| (month.year(), month.month());
    TreePanel {
        headline: headline(session),
        target: FieldPanel::new(session, Field::Target),
        period: (session.language.words().tree.period)(month(period.start), month(period.last())),
        columns: (0..count).rev().map(|stage| column(session, stage)).collect(),
        is_narrow: count > WIDE_COUNTS,
    }
}

fn column(session: &Session, stage: usize) -> ColumnPanel {
    let count = count(session, stage);
    let rate =
        if stage + 1 == session.plan.stages.len() { deal_value(session) } else { rate(session, stage + 1) };
    ColumnPanel { count, rate }
}

fn count(session: &Session, place: usize) -> CountPanel {
    let words = &session.language.words().tree;
    let stage = &session.plan.stages[place];
    let figures = &session.tree.stages[place];
    let monthly = exact_count(figures.expected / session.plan.months() as f64);
    let per_month = (words.per_month)(&session.counted(&monthly));
    let exact = exactly(session, figures).map(|exact| (words.exactly)(&exact));
    let is_answer = place == 0 && session.tree.outcome != Outcome::Forward;
    let note = match exact {
        Some(exact) if is_answer => format!("{exact}{}{per_month}", words.separator),
        _ => per_month,
    };
    CountPanel {
        name: stage_names(stage, session.language).count,
        department: department(session, &[stage.owner]),
        text: written_count(session, figures),
        unit: words.count_unit.to_owned(),
        note,
        is_answer,
    }
}

/// A requirement is rounded up, a forecast to the nearest.
fn written_count(session: &Session, figures: &StageFigures) -> String {
    match session.tree.outcome {
        Outcome::Forward => rounded_count(figures.expected),
        _ => required_count(figures.expected),
    }
}

/// The exact count, where it is written otherwise than the whole one.
fn exactly(session: &Session, figures: &StageFigures) -> Option<String> {
    let exact = exact_count(figures.expected);
    (exact != written_count(session, figures)).then_some(exact)
}

fn rate(session: &Session, place: usize) -> RatePanel {
    let words = &session.language.words().tree;
    let stage = &session.plan.stages[place];
    let before = session.plan.stages[place - 1].owner;
    let owners = match (before, stage.owner) {
        // The rate at which marketing hands over is the one number that both departments make.
        (Owner::Marketing, after) if after != Owner::Marketing => vec![before, after],
        (_, owner) => vec![owner],
    };
    let rate = stage.step.map(|step| step.rate);
    let value = rate.map_or(0.0, |rate| rate.mean.get());
    let range = rate.filter(|rate| rate.beta().is_some()).map(|rate| rate.central_range(RANGE));
    let band = benchmark(stage);
    let evidence = rate.and_then(|rate| rate.evidence);
    RatePanel {
        field: FieldPanel::new(session, Field::Step(place, StepField::Rate)),
        department: department(session, &owners),
        rail: rail(
            session,
            Field::Step(place, StepField::Rate),
            range,
            band.map(|band| (band.low, band.high)),
        ),
        range: range_label(session, range.map(|(low, high)| rate_range(low, high).to_string())),
        band: band.map(|band| {
            let place = against(value, band);
            let label = (words.typical)(&rate_range(band.low, band.high).to_string(), place);
            (label, (words.typical_source)(band.source))
        }),
        evidence: evidence.map(|evidence| (words.evidence)(&rounded_count(evidence.get()))),
    }
}

fn deal_value(session: &Session) -> RatePanel {
    let words = &session.language.words().tree;
    let value = session.plan.deal.value;
    let range = value.central_range(RANGE);
    let owner = session.plan.stages[session.plan.stages.len() - 1].owner;
    let written = range
        .map(|(low, high)| money_range(low, high, currency(&session.plan), session.language).to_string());
    RatePanel {
        field: FieldPanel::new(session, Field::Deal(DealField::Value)),
        department: department(session, &[owner]),
        rail: rail(session, Field::Deal(DealField::Value), range, None),
        range: range_label(session, written),
        band: None,
        evidence: value.observed_deals().map(|deals| (words.evidence)(&rounded_count(deals))),
    }
}

fn range_label(session: &Session, range: Option<String>) -> String {
    let words = &session.language.words().tree;
    range.map_or_else(|| words.no_range.to_owned(), |range| (words.range)(&range))
}

fn rail(session: &Session, field: Field, range: Option<(f64, f64)>, band: Option<(f64, f64)>) -> RailPanel {
    let scale = Scale::to(session.rail_end(field));
    let place = |(low, high): (f64, f64)| (scale.percent(low), scale.percent(high) - scale.percent(low));
    RailPanel {
        end: scale.end(),
        value: session.value_of(field),
        range: range.map(place),
        band: band.map(place),
    }
}

fn against(value: f64, band: Benchmark) -> Ordering {
    if value < band.low {
        Ordering::Less
    } else if value > band.high {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

pub(super) fn department(session: &Session, owners: &[Owner]) -> Department {
    let words = &session.language.words().tree;
    let place = |owner: Owner| Owner::ALL.iter().position(|(each, _)| *each == owner).unwrap_or(0);
    let name = if let [owner] = owners { words.departments[place(*owner)] } else { words.shared };
    Department { owners: owners.to_vec(), name }
}

fn headline(session: &Session) -> Sentence {
    let words = &session.language.words().tree;
    let target = session.target();
    let months = session.plan.months();
    let names = |id: &gyakusan_engine::plan::Id| {
        let stage = session.plan.stages.iter().find(|stage| stage.id == *id);
        stage.map(|stage| stage_names(stage, session.language).rate).unwrap_or_default()
    };
    match &session.tree.outcome {
        Outcome::Solved => {
            let first = &session.tree.stages[0];
            let stage = stage_names(&session.plan.stages[0], session.language).stage;
            (words.headline)(&target, &session.counted(&required_count(first.expected)), &stage, months)
        }
        Outcome::Forward | Outcome::Limit => {
            let entries = session.counted(&rounded_count(session.tree.period_entries));
            (words.headline_forward)(&entries, &session.money(session.tree.expected_goal).to_string(), months)
        }
        Outcome::AlreadyReached => (words.headline_reached)(&target),
        Outcome::Impossible(ZeroFactor::Rate(id)) => (words.headline_zero_rate)(&target, &names(id)),
        Outcome::Impossible(ZeroFactor::DealValue) => (words.headline_zero_value)(&target),
        Outcome::Impossible(ZeroFactor::Volume | ZeroFactor::Time) => (words.headline_zero_volume)(&target),
    }
}
