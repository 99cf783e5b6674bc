//! The scenarios side by side: how likely each is, by how much it differs from the plan, what it takes, what was entered.

use std::borrow::Cow;

use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::Comparison;
use gyakusan_engine::tree::{Outcome, Tree, required_count};

use super::figure::{PlacedLabel, PlotLabel, PlotPanel, Side};
use super::histogram::{axis, target_label};
use super::tree::are_requirements;
use crate::chart::{Outcomes, OverlayDrawing, Scale, short};
use crate::document::Scenario;
use crate::session::field::currency;
use crate::session::inputs::differences;
use crate::session::{Required, ScenarioEdit, Session, Summary};
use crate::text::number::{axis_money, money, odds, point_change, points, rate, rounded_count};
use crate::text::{Sentence, filled, stage_names};

/// What scenarios are called; the first one is the current plan.
const LETTERS: [&str; 4] = ["A", "B", "C", "D"];
/// A difference of fewer standard errors cannot be told from luck.
const TELLING: f64 = 2.0;
/// What is not there.
const NOTHING: &str = "—";

/// The scenarios side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenariosPanel {
    /// How many there are of how many there may be; empty before anything is kept.
    pub count: String,
    /// What the panel is for; empty once something is kept.
    pub empty: &'static str,
    /// Ends of the ranges' scale, and the target in the middle: places and words.
    pub scale: [PlacedLabel; 3],
    /// The current plan, then what is kept.
    pub rows: Vec<ScenarioRow>,
    /// What the ranges are.
    pub note: &'static str,
    /// How each kept scenario differs from the current plan.
    pub findings: Vec<Sentence>,
    /// The curves; `None` before the first answer.
    pub plot: Option<PlotPanel>,
    /// The figures in parts: name of the part, rows.
    pub table: Vec<(&'static str, Vec<ComparedRow>)>,
    /// Offers to keep the plan that a scenario took the place of.
    pub offer: Option<String>,
    /// Whether the current plan can be kept, and what there is to say about it.
    pub keep: (bool, String),
    /// Whether figures still change.
    pub is_interim: bool,
}

/// A scenario in the chart of ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioRow {
    /// What it is called in the table.
    pub letter: &'static str,
    /// Its name.
    pub name: String,
    /// Its place among those that are kept; `None` for the current plan.
    pub place: Option<usize>,
    /// How likely its target is; empty before the first answer.
    pub chance: String,
    /// Start and width of the line from P10 to P90, and the place of P50; in percent.
    pub range: Option<(f64, f64, f64)>,
    /// The place of its target, in percent.
    pub target: f64,
    /// Whether its figures still change.
    pub is_interim: bool,
    /// What can be done to it: the words, and the change.
    pub actions: Vec<(&'static str, ScenarioEdit)>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedRow {
    /// What it is about.
    pub name: String,
    /// The figure of each scenario, and whether it differs from the current plan's.
    pub figures: Vec<(String, bool)>,
}

/// A scenario with what has come of it.
struct Column<'a> {
    plan: Cow<'a, Plan>,
    tree: Cow<'a, Tree>,
    summary: Option<&'a Summary>,
    is_interim: bool,
    /// The difference to the current plan.
    comparison: Option<Comparison>,
    is_current: bool,
}

/// The name of a kept scenario.
pub(in crate::session) fn scenario_name(session: &Session, place: usize) -> String {
    let name = session.scenarios[place].name.as_str();
    let unnamed = || filled(session.language.words().scenarios().unnamed, &[LETTERS[place + 1]]);
    if name.is_empty() { unnamed() } else { name.to_owned() }
}

pub(super) fn panel(session: &Session) -> ScenariosPanel {
    let words = session.language.words().scenarios();
    let columns = columns(session);
    let is_empty = session.scenarios.is_empty();
    let is_full = session.scenarios.len() >= Scenario::MAX;
    let scale = scale(&columns);
    let target = session.plan.goal.target;
    let already = columns.iter().skip(1).position(|column| column.is_current);
    let currency = currency(&session.plan);
    let end = axis_money(scale.end(), true, currency, session.language);
    let target_words = (session.language.words().odds().target)(&session.money(target.get()).to_string());
    ScenariosPanel {
        count: if is_empty { String::new() } else { format!("{} / {}", columns.len(), LETTERS.len()) },
        empty: if is_empty { words.empty } else { "" },
        scale: [
            PlacedLabel { at: 0.0, text: axis_money(0.0, false, currency, session.language) },
            PlacedLabel { at: scale.percent(target.get()), text: target_words },
            PlacedLabel { at: 100.0, text: end },
        ],
        rows: columns.iter().enumerate().map(|(place, column)| row(session, place, column, scale)).collect(),
        note: words.ranges,
        findings: columns.iter().enumerate().skip(1).map(|each| finding(session, each)).collect(),
        plot: plot(session, &columns),
        table: if is_empty { Vec::new() } else { table(session, &columns) },
        offer: session.former().map(|former| filled(words.offer, &[LETTERS[former.place + 1]])),
        keep: match already {
            Some(place) => (false, LETTERS[place + 1].to_owned() + words.same_plan),
            None if is_full => (false, words.full.to_owned()),
            None => (true, String::new()),
        },
        is_interim: columns.iter().any(|column| column.is_interim),
    }
}

/// The current plan, then what is kept; a scenario without a tree is none.
fn columns(session: &Session) -> Vec<Column<'_>> {
    let current = Column {
        plan: Cow::Borrowed(&session.plan),
        tree: Cow::Borrowed(&session.tree),
        summary: session.summary.as_ref(),
        is_interim: session.is_interim(),
        comparison: None,
        is_current: true,
    };
    let mut columns = vec![current];
    for place in 0..session.scenarios.len() {
        let plan = session.compared(place);
        let tree = Tree::solve(&plan).map_or(Cow::Borrowed(&session.tree), Cow::Owned);
        let run = session.lineup.of(&plan);
        let summary = run.and_then(|(run, _)| run.summary.as_deref());
        let comparison = run.and_then(|(run, _)| {
            let mean = |summary: Option<&Summary>| summary.map(|summary| summary.odds.mean);
            Comparison::of_hits((&session.hits, mean(session.summary.as_ref())?), (&run.hits, mean(summary)?))
        });
        columns.push(Column {
            is_current: plan == session.plan,
            is_interim: run.is_none_or(|(_, is_done)| !is_done),
            plan: Cow::Owned(plan),
            tree,
            summary,
            comparison,
        });
    }
    columns
}

/// A scale to twice the largest target, or beyond every range in steps of half of it.
fn scale(columns: &[Column]) -> Scale {
    let (mut target, mut highest) = (0.0_f64, 0.0_f64);
    for column in columns {
        target = target.max(column.plan.goal.target.get());
        highest = highest.max(column.summary.map_or(0.0, |summary| summary.odds.p90));
    }
    let steps = if target > 0.0 { (2.0 * highest / target).ceil() } else { 0.0 };
    Scale::to(if target > 0.0 { 0.5 * target * steps.max(4.0) } else { highest })
}

fn row(session: &Session, place: usize, column: &Column, scale: Scale) -> ScenarioRow {
    let words = session.language.words().scenarios();
    let kept = place.checked_sub(1);
    let range = |summary: &Summary| {
        let low = scale.percent(summary.odds.p10);
        (low, scale.percent(summary.odds.p90) - low, scale.percent(summary.odds.p50))
    };
    let [promote, replace, remove] = words.actions;
    let actions = kept.map(|place| {
        let changes = [(promote, ScenarioEdit::Promote(place)), (replace, ScenarioEdit::Replace(place))];
        // Neither would change anything.
        let changes = changes.into_iter().filter(|_| !column.is_current);
        changes.chain([(remove, ScenarioEdit::Remove(place))]).collect()
    });
    ScenarioRow {
        letter: LETTERS[place],
        name: kept.map_or_else(|| words.current.to_owned(), |place| scenario_name(session, place)),
        place: kept,
        chance: column.summary.map(|summary| chance(session, summary)).unwrap_or_default(),
        range: column.summary.map(range),
        target: scale.percent(column.plan.goal.target.get()),
        is_interim: column.is_interim,
        actions: actions.unwrap_or_default(),
    }
}

fn chance(session: &Session, summary: &Summary) -> String {
    odds(summary.odds.probability, session.language).to_string()
}

/// By how much a scenario differs, or that it cannot be told.
fn finding(session: &Session, (place, column): (usize, &Column)) -> Sentence {
    let words = session.language.words().scenarios();
    let sentence = Sentence::default().strong(LETTERS[place]);
    let Some(found) = column.comparison.filter(|_| !column.is_current) else {
        return sentence.then(if column.is_current { words.same_plan } else { words.pending });
    };
    let difference = points(found.probability.abs(), session.language).to_string();
    let error = points(found.standard_error, session.language).number;
    let tells = found.probability != 0.0 && found.probability.abs() >= TELLING * found.standard_error;
    let phrase = match (tells, found.probability > 0.0) {
        (true, true) => words.likelier[0],
        (true, false) => words.likelier[1],
        (false, _) => words.alike,
    };
    sentence.then(filled(phrase, &[&difference, &error]))
}

fn plot(session: &Session, columns: &[Column]) -> Option<PlotPanel> {
    let known: Vec<_> =
        columns.iter().enumerate().filter_map(|(place, column)| Some((place, column.summary?))).collect();
    let outcomes: Vec<_> = known
        .iter()
        .map(|(_, summary)| Outcomes {
            width: summary.histogram.width,
            counts: &summary.histogram.counts,
            total: summary.odds.trials as f64,
        })
        .collect();
    if columns.len() < 2 || outcomes.is_empty() {
        return None;
    }
    let target = session.plan.goal.target.get();
    let drawing = OverlayDrawing::new(&outcomes, target);
    let at = drawing.scale.percent(target);
    let target_on_curve = |(place, summary): &(usize, &Summary)| {
        let target = columns[*place].plan.goal.target.get();
        (drawing.scale.percent(target), 100.0 - 100.0 * summary.odds.probability, false)
    };
    let dots = known.iter().map(target_on_curve).collect();
    let names = ["overlay-a", "overlay-b", "overlay-c", "overlay-d"];
    let mut shapes = vec![
        ("grid", "M0 75H100M0 50H100M0 25H100M0 0H100".to_owned()),
        ("axis", "M0 100H100".to_owned()),
        ("plot-target", format!("M{} -6V100", short(at))),
    ];
    shapes.extend(known.iter().zip(drawing.lines).map(|((place, _), line)| (names[*place], line)));
    let name = |((place, _), at): (&(usize, &Summary), _)| PlotLabel {
        at,
        side: Side::Upon,
        class: "overlay-name",
        text: Sentence::default().strong(LETTERS[*place]),
        below: String::new(),
    };
    let mut labels: Vec<_> = known.iter().zip(drawing.names).map(name).collect();
    labels.push(target_label(session, "overlay-target", (at, -6.0), Side::Above));
    let up = |quarter: u32| PlacedLabel {
        at: 100.0 - 25.0 * f64::from(quarter),
        text: rate(0.25 * f64::from(quarter)).to_string(),
    };
    Some(PlotPanel {
        shapes,
        across: axis(session, &drawing.across),
        up: (0..=4).map(up).collect(),
        dots,
        labels,
    })
}

fn table(session: &Session, columns: &[Column]) -> Vec<(&'static str, Vec<ComparedRow>)> {
    let [results, takes, given] = session.language.words().scenarios().parts;
    vec![
        (results, result_rows(session, columns)),
        (takes, volume_rows(session, columns)),
        (given, input_rows(session, columns)),
    ]
}

/// A row whose figures are written for each scenario.
fn compared(name: impl Into<String>, figures: Vec<String>) -> ComparedRow {
    let first = figures.first().cloned().unwrap_or_default();
    let figures = figures.into_iter().map(|figure| {
        let differs = figure != first;
        (if figure.is_empty() { NOTHING.to_owned() } else { figure }, differs)
    });
    ComparedRow { name: name.into(), figures: figures.collect() }
}

fn result_rows(session: &Session, columns: &[Column]) -> Vec<ComparedRow> {
    let strip = session.language.words().strip();
    let confidence = rate(session.plan.simulation.confidence.get()).to_string();
    let count = stage_names(&session.plan.stages[0], session.language).count;
    let names = [
        strip.odds[1].to_owned(),
        session.language.words().scenarios().difference.to_owned(),
        "P90".to_owned(),
        strip.median[1].to_owned(),
        "P10".to_owned(),
        (strip.required)(&confidence, &count),
    ];
    let figures: Vec<_> = columns.iter().map(|column| results(session, column)).collect();
    let row = |(place, name): (usize, String)| {
        compared(name, figures.iter().map(|figures| figures[place].clone()).collect())
    };
    names.into_iter().enumerate().map(row).collect()
}

/// What came of a scenario, row by row; nothing before it has come.
fn results(session: &Session, column: &Column) -> [String; 6] {
    let Some(summary) = column.summary else { return Default::default() };
    let amount = |value: f64| amount(session, column, value);
    let difference = column.comparison.filter(|_| !column.is_current).map(|found| {
        let error = points(found.standard_error, session.language).number;
        point_change(found.probability).to_string() + " ±" + &error
    });
    [
        chance(session, summary),
        difference.unwrap_or_default(),
        amount(summary.odds.p90),
        amount(summary.odds.p50),
        amount(summary.odds.p10),
        match summary.required {
            Required::Reached { arrivals, .. } => session.counted(&rounded_count(arrivals)),
            Required::Unreachable { .. } => session.language.words().strip().unreachable.to_owned(),
        },
    ]
}

/// An amount in the currency of a scenario.
fn amount(session: &Session, column: &Column, value: f64) -> String {
    money(value, currency(&column.plan), session.language).to_string()
}

/// The counts of every stage, and the budget.
fn volume_rows(session: &Session, columns: &[Column]) -> Vec<ComparedRow> {
    let [in_period, in_month, ..] = session.language.words().costs().head;
    let mut rows = Vec::new();
    let mut seen = Vec::new();
    for column in columns {
        for stage in &column.plan.stages {
            if seen.contains(&&stage.id) {
                continue;
            }
            seen.push(&stage.id);
            let counts = columns.iter().map(|column| {
                let place = column.plan.stage_index(&stage.id);
                place.map(|place| session.counted(&whole_count(column, place))).unwrap_or_default()
            });
            rows.push(compared(stage_names(stage, session.language).count, counts.collect()));
        }
    }
    for (name, is_month) in [(in_month, true), (in_period, false)] {
        let budget = |column: &Column| {
            let months = if is_month { column.plan.months() as f64 } else { 1.0 };
            amount(session, column, column.tree.period_budget / months)
        };
        rows.push(compared(name, columns.iter().map(budget).collect()));
    }
    rows
}

/// A requirement rounded up, a forecast to the nearest; what no volume reaches is no number.
fn whole_count(column: &Column, place: usize) -> String {
    let exact = column.tree.stages[place].expected;
    rounded_count(match column.tree.outcome {
        Outcome::Impossible(_) => f64::NAN,
        _ if are_requirements(&column.plan, &column.tree) => required_count(exact),
        _ => exact.round(),
    })
}

/// The inputs that differ.
fn input_rows(session: &Session, columns: &[Column]) -> Vec<ComparedRow> {
    let words = session.language.words().scenarios();
    let plans: Vec<_> = columns.iter().map(|column| (&*column.plan, &*column.tree)).collect();
    let found = differences(&plans, session.language);
    let mut rows: Vec<_> = found.into_iter().map(|each| compared(each.label, each.values)).collect();
    // A plan may differ in something that has no field here.
    let is_named =
        |place: usize| columns[place].is_current || rows.iter().any(|row: &ComparedRow| row.figures[place].1);
    if !(1..columns.len()).all(is_named) {
        let [differs, same] = words.differs;
        let word = |place: usize| if is_named(place) { same } else { differs }.to_owned();
        let others = compared(words.others, (0..columns.len()).map(word).collect());
        rows.push(others);
    }
    if rows.is_empty() {
        rows.push(ComparedRow { name: words.no_difference.to_owned(), figures: Vec::new() });
    }
    rows
}
