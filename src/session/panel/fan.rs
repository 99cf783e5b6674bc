//! How revenue builds up from month to month.

use gyakusan_engine::plan::Measure;
use gyakusan_engine::sim::{MONTH_TRIALS, MonthSpread};

use super::figure::{Drawing, FigurePanel, PlacedLabel, PlotLabel, PlotPanel, Side};
use super::histogram::{axis, target_label};
use crate::chart::{FanDrawing, short};
use crate::session::field::currency;
use crate::session::{Figure, Session, Summary};
use crate::text::number::{money_range, rounded_count};
use crate::text::{Sentence, filled};

/// Quantiles of a month.
type Quantiles = [f64; 5];

pub(super) fn panel(session: &Session, summary: &Summary, months: &[MonthSpread]) -> Option<FigurePanel> {
    let words = session.language.words().figures();
    let quantiles = quantiles(session, summary, months);
    let last = quantiles.last()?;
    // The target of another measure is no amount on this axis.
    let is_revenue = session.plan.goal.measure == Measure::PeriodRevenue;
    let target = is_revenue.then_some(session.plan.goal.target.get());
    let drawing = FanDrawing::new(&quantiles, target);
    let trials = rounded_count(f64::from(session.plan.simulation.trials.min(MONTH_TRIALS)));
    Some(FigurePanel {
        figure: Figure::Fan,
        title: title(session, &quantiles, target),
        reading: filled(words.fan_reading, &[&trials]),
        points: drawing.ends.clone(),
        drawing: Drawing::Plot(plot(session, drawing, last)),
        notes: Vec::new(),
        is_interim: session.is_stale(Figure::Fan),
        head: words.fan_head,
        rows: rows(session, &quantiles),
    })
}

/// The sum's quantiles by month. The last month's are those of all trials, as everywhere on the page.
fn quantiles(session: &Session, summary: &Summary, months: &[MonthSpread]) -> Vec<Quantiles> {
    let mut quantiles: Vec<Quantiles> = Vec::new();
    for month in months {
        let sum = &month.cumulative;
        quantiles.push([sum.p10, sum.p25, sum.p50, sum.p75, sum.p90]);
    }
    if session.plan.goal.measure == Measure::PeriodRevenue
        && let Some(last) = quantiles.last_mut()
    {
        let found = &summary.odds;
        *last = [found.p10, found.p25, found.p50, found.p75, found.p90];
    }
    quantiles
}

fn title(session: &Session, quantiles: &[Quantiles], target: Option<f64>) -> String {
    let words = session.language.words().figures();
    let last = quantiles.last().copied().unwrap_or_default();
    let reached = target.map(|target| quantiles.iter().position(|month| month[2] >= target));
    match (target, reached) {
        (Some(_), Some(Some(place))) => {
            let month = session.plan.period.start.plus(place);
            filled(words.fan_reached, &[&(words.long_month)((month.year(), month.month()))])
        }
        (Some(target), _) => {
            let [middle, gap] = [last[2], target - last[2]].map(|amount| session.money(amount).to_string());
            filled(words.fan_short, &[&middle, &gap])
        }
        _ => {
            let range = money_range(last[0], last[4], currency(&session.plan), session.language);
            filled(words.fan_range, &[&range.to_string()])
        }
    }
}

/// The labels at the end of a fan, at these heights from the 90 % quantile down.
pub(in crate::session) fn end_labels(
    session: &Session,
    heights: [f64; 3],
    last: &[f64; 5],
) -> Vec<PlotLabel> {
    let end = |(place, (name, amount)): (usize, (&'static str, f64))| {
        let text = Sentence::plain([name, " "].concat());
        let amount = session.money(amount).to_string();
        PlotLabel {
            at: (100.0, heights[place]),
            side: Side::Right,
            class: "plot-end",
            text: if place == 1 { text.strong(amount) } else { text.then(amount) },
            below: String::new(),
        }
    };
    [("P90", last[4]), ("P50", last[2]), ("P10", last[0])].into_iter().enumerate().map(end).collect()
}

fn plot(session: &Session, drawing: FanDrawing, last: &Quantiles) -> PlotPanel {
    let mut labels = end_labels(session, drawing.labels, last);
    if let Some(at) = drawing.target {
        labels.push(target_label(session, "plot-line-label", (0.0, at), Side::Right));
    }
    let half = 50.0 / drawing.ends.len() as f64;
    PlotPanel {
        across: months(session, &drawing.ends, half),
        up: axis(session, &drawing.up),
        labels,
        shapes: vec![
            ("grid", drawing.grid),
            ("fan-outer", drawing.outer),
            ("fan-inner", drawing.inner),
            ("fan-edge", drawing.edges),
            ("plot-line", drawing.middle),
            ("plot-target", drawing.target.map(|at| format!("M0 {}H100", short(at))).unwrap_or_default()),
            ("axis", "M0 100H100".to_owned()),
        ],
        dots: Vec::new(),
    }
}

/// The months below the axis, each in the middle of its part.
fn months(session: &Session, ends: &[f64], half: f64) -> Vec<PlacedLabel> {
    let words = session.language.words().figures();
    // At most a year's worth of labels.
    let step = ends.len().div_ceil(12);
    let label = |(place, end): (usize, &f64)| PlacedLabel {
        at: end - half,
        text: (words.short_month)(session.plan.period.start.plus(place).month()),
    };
    ends.iter().enumerate().step_by(step).map(label).collect()
}

fn rows(session: &Session, quantiles: &[Quantiles]) -> Vec<Vec<String>> {
    let words = session.language.words().figures();
    let row = |(month, quantiles): (gyakusan_engine::plan::Month, &Quantiles)| {
        let mut row = vec![(words.long_month)((month.year(), month.month()))];
        row.extend(quantiles.iter().map(|amount| session.money(*amount).to_string()));
        row
    };
    session.plan.period.iter().zip(quantiles).map(row).collect()
}
