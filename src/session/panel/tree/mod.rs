//! The tree: columns of a count above the rate that divides it, from the revenue to the first stage.

mod benchmark;
mod explain;
mod headline;
mod popover;

use std::cmp::Ordering;

use gyakusan_engine::plan::{ById, Owner, Plan, SolveFor};
use gyakusan_engine::tree::{Outcome, Tree, required_count};

use super::field::FieldPanel;
use crate::chart::Scale;
use crate::session::field::currency;
use crate::session::{DealField, Field, Session, StageField, StepField, Wanted};
use crate::text::Sentence;
use crate::text::number::{exact_count, money_range, rate_range, rounded_count};

pub(in crate::session) use benchmark::{Benchmark, benchmark, recommended_count};
pub use explain::WholePanel;
pub use popover::{PiecePanel, PopoverPanel};

/// The share of possible values that a rail's range holds.
pub(in crate::session) const RANGE: f64 = 0.9;
/// Beyond this many counts the tree takes its narrow form.
const WIDE_COUNTS: usize = 3;
/// Beyond this many counts not even that has room for a column each.
const COLUMN_COUNTS: usize = 6;

/// The tree with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct TreePanel {
    /// The finding.
    pub headline: Sentence,
    /// The root: the goal.
    pub target: FieldPanel,
    /// First and last month, and the target where the goal is the answer.
    pub period: String,
    /// The parts of the goal, where it is a sum: names and amounts.
    pub sum: Vec<[String; 2]>,
    /// How the goal comes about.
    pub explanation: PopoverPanel,
    /// Counts and rates, from the won deal to the first stage.
    pub columns: Vec<ColumnPanel>,
    /// Whether there are more columns than the wide form holds.
    pub is_narrow: bool,
    /// Whether there are so many that each is a row.
    pub is_rows: bool,
    /// Whether counts rounded down each month are shown.
    pub shows_whole: bool,
    /// Counts rounded down each month.
    pub whole: Option<WholePanel>,
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
#[derive(Debug, Clone, PartialEq)]
pub struct CountPanel {
    /// Its field; its label is its name.
    pub field: FieldPanel,
    /// Who answers for it.
    pub department: Department,
    /// The exact figure where rounding changed it, and the count a month.
    pub note: String,
    /// How it comes about.
    pub explanation: PopoverPanel,
}

/// A factor that is typed, or solved for.
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
    /// Why the number reaches nothing, with the way out.
    pub obstacle: Option<String>,
    /// What to look out for.
    pub warning: Option<String>,
    /// How well it is known, and how long it takes or how unequal deals are.
    pub popovers: [PopoverPanel; 2],
    /// How it comes about.
    pub explanation: PopoverPanel,
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

pub(super) fn panel(session: &Session) -> TreePanel {
    let words = session.language.words().tree();
    let count = session.plan.stages.len();
    let period = session.plan.period;
    let month = |month: gyakusan_engine::plan::Month| (month.year(), month.month());
    let mut note = (words.period)(month(period.start), month(period.last()));
    if session.tree.outcome == Outcome::Forward {
        let target = session.money(session.plan.goal.target.get()).to_string();
        note = format!("{}{}{note}", (words.target_note)(&target), words.separator);
    }
    TreePanel {
        headline: headline::headline(session),
        target: FieldPanel::new(session, Field::Revenue),
        period: note,
        sum: sum(session),
        explanation: explain::closed(session),
        columns: (0..count).rev().map(|stage| column(session, stage)).collect(),
        is_narrow: count > WIDE_COUNTS,
        is_rows: count > COLUMN_COUNTS,
        shows_whole: session.screen.whole_units,
        whole: None,
    }
}

/// Fills in what is folded behind the numbers, which the tree goes without until somebody uses the page.
pub(super) fn unfold(session: &Session, panel: &mut TreePanel) {
    panel.explanation = explain::revenue(session);
    panel.whole = panel.shows_whole.then(|| explain::whole(session)).flatten();
    let last = panel.columns.len().saturating_sub(1);
    for (place, column) in panel.columns.iter_mut().rev().enumerate() {
        column.count.explanation = explain::stage(session, place);
        (column.rate.explanation, column.rate.popovers) = if place == last {
            (explain::deal(session), [popover::deal_knowledge(session), popover::deal_spread(session)])
        } else {
            let step = place + 1;
            (
                explain::step(session, step),
                [popover::rate_knowledge(session, step), popover::delay(session, step)],
            )
        };
    }
}

/// The parts of a goal that does not come from new deals alone.
fn sum(session: &Session) -> Vec<[String; 2]> {
    let tree = &session.tree;
    if tree.base <= 0.0 {
        return Vec::new();
    }
    // Of what is there without new volume, what remains without pipeline and without fixed channels is the customers'.
    let customers = session.plan.edit(|document| {
        Wanted::of(&session.plan).put(document, tree.solved_value);
        document.solve_for = SolveFor::Nothing;
        document.pipeline = ById::new();
        document.channels.iter_mut().for_each(|channel| channel.fixed = false);
    });
    let customers = customers.ok().and_then(|plan| Tree::at_multiplier(&plan, 0.0).ok());
    let customers = customers.map_or(0.0, |tree| tree.expected_goal);
    let names = session.language.words().tree().sum.map(str::to_owned);
    let parts = [tree.expected_goal - tree.base, customers, tree.base - customers];
    let rows = names.into_iter().zip(parts).filter(|(_, part)| *part > 1e-9 * tree.expected_goal);
    rows.map(|(name, part)| [name, session.money(part).to_string()]).collect()
}

fn column(session: &Session, stage: usize) -> ColumnPanel {
    let count = count(session, stage);
    let rate =
        if stage + 1 == session.plan.stages.len() { deal_value(session) } else { rate(session, stage + 1) };
    ColumnPanel { count, rate }
}

fn count(session: &Session, place: usize) -> CountPanel {
    let words = session.language.words().tree();
    let stage = &session.plan.stages[place];
    let expected = session.tree.stages[place].expected;
    let field = FieldPanel::new(session, Field::Stage(place, StageField::Count));
    let note = if matches!(session.tree.outcome, Outcome::Impossible(_)) {
        String::new()
    } else {
        let per_month =
            (words.per_month)(&session.counted(&exact_count(expected / session.plan.months() as f64)));
        let exact = exact_count(expected);
        if field.is_answer() && exact != written_count(session, place) {
            format!("{}{}{per_month}", (words.exactly)(&exact), words.separator)
        } else {
            per_month
        }
    };
    CountPanel {
        field,
        department: department(session, &[stage.owner]),
        note,
        explanation: explain::closed(session),
    }
}

/// A count in the period before it is rounded; what no volume reaches is no number.
pub(in crate::session) fn exact(session: &Session, place: usize) -> f64 {
    let is_reached = !matches!(session.tree.outcome, Outcome::Impossible(_));
    if is_reached { session.tree.stages[place].expected } else { f64::NAN }
}

/// A requirement is rounded up, a forecast to the nearest; what no volume reaches is no number.
pub(super) fn whole(session: &Session, place: usize) -> f64 {
    let exact = exact(session, place);
    if rounds_up(session) { required_count(exact) } else { exact.round() }
}

/// The whole count of a stage, written.
pub(in crate::session) fn written_count(session: &Session, place: usize) -> String {
    rounded_count(whole(session, place))
}

/// Whether counts are requirements.
fn rounds_up(session: &Session) -> bool {
    are_requirements(&session.plan, &session.tree)
}

/// Whether the counts of a plan's tree are requirements.
pub(super) fn are_requirements(plan: &Plan, tree: &Tree) -> bool {
    matches!(tree.outcome, Outcome::Solved | Outcome::AlreadyReached)
        && matches!(Wanted::of(plan), Wanted::Volume | Wanted::Budget(_))
}

fn rate(session: &Session, place: usize) -> RatePanel {
    let words = session.language.words().tree();
    let stage = &session.plan.stages[place];
    let field = Field::Step(place, StepField::Rate);
    let before = session.plan.stages[place - 1].owner;
    let owners = match (before, stage.owner) {
        // The rate at which marketing hands over is the one number that both departments make.
        (Owner::Marketing, after) if after != Owner::Marketing => vec![before, after],
        (_, owner) => vec![owner],
    };
    let value = session.value_of(field);
    // The evidence of a solved rate is kept, and lies around the solved value.
    let known = stage.step.map(|step| {
        let mean = gyakusan_engine::plan::Rate::new(value).unwrap_or(step.rate.mean);
        gyakusan_engine::plan::UncertainRate { mean, ..step.rate }
    });
    let range = known.filter(|rate| rate.beta().is_some()).map(|rate| rate.central_range(RANGE));
    let band = benchmark(&session.plan.stages, place);
    let place_in_band = band.map(|band| against(value, band));
    let panel = FieldPanel::new(session, field);
    let is_met = session.is_solved(field) && session.tree.outcome == Outcome::Solved;
    let warning = match (band, place_in_band) {
        (Some(band), Some(place)) if place != Ordering::Equal && is_met => {
            Some((words.beyond_typical)(&band.figure(session), place == Ordering::Greater))
        }
        _ => None,
    };
    RatePanel {
        department: department(session, &owners),
        rail: rail(session, field, range, band.map(|band| (band.low, band.high))),
        range: range_label(session, range.map(|(low, high)| rate_range(low, high).to_string())),
        band: band.map(|band| {
            let label = (words.typical)(&band.figure(session), against(value, band));
            (label, band.source(session))
        }),
        obstacle: headline::obstacle(session, field).filter(|_| panel.error.is_none()),
        warning,
        popovers: [popover::rate_cases(session, place), popover::delay_months(session, place)]
            .map(PopoverPanel::closed),
        explanation: explain::closed(session),
        field: panel,
    }
}

fn deal_value(session: &Session) -> RatePanel {
    let field = Field::Deal(DealField::Value);
    let value = session.plan.deal.value;
    let mean = gyakusan_engine::plan::Money::new(session.value_of(field)).unwrap_or(value.mean);
    let range = gyakusan_engine::plan::UncertainMoney { mean, ..value }.central_range(RANGE);
    let owner = session.plan.stages[session.plan.stages.len() - 1].owner;
    let written = range
        .map(|(low, high)| money_range(low, high, currency(&session.plan), session.language).to_string());
    let panel = FieldPanel::new(session, field);
    RatePanel {
        department: department(session, &[owner]),
        rail: rail(session, field, range, None),
        range: range_label(session, written),
        band: None,
        obstacle: headline::obstacle(session, field).filter(|_| panel.error.is_none()),
        warning: None,
        popovers: [popover::deal_cases(session), popover::spread(session)].map(PopoverPanel::closed),
        explanation: explain::closed(session),
        field: panel,
    }
}

fn range_label(session: &Session, range: Option<String>) -> String {
    let words = session.language.words().tree();
    range.map_or_else(|| words.no_range.to_owned(), |range| (words.range)(&range))
}

fn rail(session: &Session, field: Field, range: Option<(f64, f64)>, band: Option<(f64, f64)>) -> RailPanel {
    let scale = Scale::to(session.rail_end(field));
    // A single figure is still to be seen.
    let place =
        |(low, high): (f64, f64)| (scale.percent(low), (scale.percent(high) - scale.percent(low)).max(1.0));
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

pub(in crate::session) fn department(session: &Session, owners: &[Owner]) -> Department {
    let words = session.language.words().tree();
    let place = |owner: Owner| Owner::ALL.iter().position(|(each, _)| *each == owner).unwrap_or(0);
    let name = if let [owner] = owners { words.departments[place(*owner)] } else { words.shared };
    Department { owners: owners.to_vec(), name }
}
