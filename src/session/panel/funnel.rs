//! How far each stage may end from the plan.

use gyakusan_engine::sim::{Coverage, Spread};

use super::figure::{Drawing, FigurePanel, Look, RowPanel};
use super::tree::{Department, department};
use crate::chart::{Scale, round_end};
use crate::session::field::currency;
use crate::session::{Figure, Session, Summary};
use crate::text::number::{count_range, exact_count, money_range, rate, rounded_count};
use crate::text::{filled, stage_names};

/// Where the plan stands on the scale of the ranges, in percent; a little more room above than below.
const PLAN_AT: f64 = 50.0;

/// A figure of the plan and its range in the simulation.
struct Range {
    planned: f64,
    quantiles: [f64; 3],
}

pub(super) fn panel(session: &Session, summary: &Summary, stages: &[Spread]) -> FigurePanel {
    let words = session.language.words().figures();
    let ranges: Vec<_> = session
        .tree
        .stages
        .iter()
        .zip(stages)
        .map(|(figures, spread)| Range {
            planned: figures.expected,
            quantiles: [spread.p10, spread.p50, spread.p90],
        })
        .collect();
    let found = &summary.odds;
    let goal = Range { planned: session.tree.expected_goal, quantiles: [found.p10, found.p50, found.p90] };
    let highest = ranges.iter().chain([&goal]).map(|range| range.share(2)).fold(2.0, f64::max);
    // A round number of times the plan, the plan in the middle where nothing lies beyond twice of it.
    let scale = Scale::to(if highest > 2.0 { round_end(highest) } else { 100.0 / PLAN_AT });
    let mut rows: Vec<_> =
        ranges.iter().enumerate().map(|(place, range)| stage_row(session, place, range, scale)).collect();
    let amount = |amount: f64| session.money(amount).to_string();
    let between = money_range(found.p10, found.p90, currency(&session.plan), session.language);
    let goal_name = session.language.words().tree().revenue.to_owned();
    let figures = vec![
        amount(found.p10),
        amount(goal.planned),
        amount(found.p90),
        between.to_string(),
        amount(found.p50),
    ];
    rows.push(goal.row(Department::default(), goal_name, figures, scale));
    let cell = |row: &RowPanel| {
        let [low, planned, high, _, middle] = [0, 1, 2, 3, 4].map(|cell: usize| row.figures[cell].clone());
        vec![row.name.clone(), planned, low, middle, high]
    };
    FigurePanel {
        figure: Figure::Funnel,
        title: title(session, &ranges, &goal),
        reading: filled(words.funnel_reading, &[&rate(scale.end()).to_string()]),
        rows: rows.iter().map(cell).collect(),
        drawing: Drawing::Rows(rows),
        notes: session
            .answers
            .coverage
            .as_deref()
            .and_then(|found| coverage(session, found))
            .into_iter()
            .collect(),
        is_interim: session.is_stale(Figure::Funnel),
        head: words.funnel_head,
        points: Vec::new(),
    }
}

impl Range {
    /// A quantile as a multiple of the plan.
    fn share(&self, which: usize) -> f64 {
        if self.planned > 0.0 { self.quantiles[which] / self.planned } else { 1.0 }
    }

    fn width(&self) -> f64 {
        self.share(2) - self.share(0)
    }

    fn row(&self, department: Department, name: String, figures: Vec<String>, scale: Scale) -> RowPanel {
        let [low, middle, high] = [0, 1, 2].map(|which: usize| scale.percent(self.share(which)));
        let look = if department.owners.is_empty() { Look::Plain } else { Look::Owner };
        let row = RowPanel::new(department, name, figures, (low, high - low));
        RowPanel { look, dot: Some(middle), ..row }
    }
}

fn stage_row(session: &Session, place: usize, range: &Range, scale: Scale) -> RowPanel {
    let stage = &session.plan.stages[place];
    let [low, middle, high] = range.quantiles;
    let counted = |count: f64| session.counted(&rounded_count(count));
    let between = session.counted(&count_range(low, high));
    let planned = session.counted(&exact_count(range.planned));
    let figures = vec![counted(low), planned, counted(high), between, counted(middle)];
    let name = stage_names(stage, session.language).count;
    range.row(department(session, &[stage.owner]), name, figures, scale)
}

fn title(session: &Session, stages: &[Range], goal: &Range) -> String {
    let words = session.language.words().figures();
    let widths = stages.iter().chain([goal]).map(Range::width);
    let widths: Vec<_> = widths.collect();
    if widths.windows(2).all(|pair| pair[0] <= pair[1]) {
        return words.funnel_widens.to_owned();
    }
    let mut widest = 0;
    for (place, width) in widths.iter().enumerate() {
        if *width > widths[widest] {
            widest = place;
        }
    }
    let name = session.plan.stages.get(widest).map(|stage| stage_names(stage, session.language).count);
    filled(
        words.funnel_widest,
        &[&name.unwrap_or_else(|| session.language.words().tree().revenue.to_owned())],
    )
}

/// How many times the target the stage before won has to be worth.
fn coverage(session: &Session, found: &[Coverage]) -> Option<String> {
    let words = session.language.words().figures();
    let each = |coverage: &Coverage| {
        filled(
            words.coverage_each,
            &[&rate(coverage.confidence).to_string(), &exact_count(coverage.multiple)],
        )
    };
    let list: Vec<_> = found.iter().map(each).collect();
    let before_won = &session.plan.stages[session.plan.stages.len() - 2];
    let stage = stage_names(before_won, session.language).stage;
    (!list.is_empty())
        .then(|| filled(words.coverage, &[&(words.inside)(&stage), &list.join(words.list_separator)]))
}
