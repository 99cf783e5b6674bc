//! The landing: revenue as it came, the plan beside it, and the fan of the months to come.

use gyakusan_engine::plan::Measure;

use super::{Compared, Landed, panel};
use crate::chart::{LandingDrawing, short};
use crate::session::panel::{
    Drawing, FigurePanel, PlacedLabel, PlotLabel, PlotPanel, Side, axis, end_labels, target_label,
};
use crate::session::{Figure, Session};
use crate::text::number::rounded_count;
use crate::text::{Sentence, filled};

pub(super) fn figure(session: &Session, compared: &Compared, landed: &Landed) -> FigurePanel {
    let words = session.language.words().track();
    let months = Months::of(compared, landed);
    // The target of another measure is no amount on this axis.
    let is_revenue = compared.plan.goal.measure == Measure::PeriodRevenue;
    let target = is_revenue.then_some(compared.plan.goal.target.get());
    let drawing = LandingDrawing::new(&months.actual, &months.plan, &months.coming, target);
    let month = panel::short_month(session, compared.as_of());
    let left = compared.plan.months() - compared.elapsed();
    let title = if let Some(last) = months.coming.last() {
        filled(words.landing[0], &[&month, &session.money(last[2]).to_string()])
    } else {
        let all = months.actual.last().copied().unwrap_or(0.0);
        filled(words.landing[1], &[&session.money(all).to_string()])
    };
    FigurePanel {
        figure: Figure::Landing,
        title,
        reading: filled(words.landing_reading, &[&rounded_count(left as f64)]),
        points: drawing.ends.clone(),
        drawing: Drawing::Plot(plot(session, compared, &months, drawing)),
        notes: Vec::new(),
        head: words.landing_head,
        is_interim: false,
        rows: rows(session, compared, &months),
    }
}

/// Above this height, in percent from the top, a line is clear of the axis.
const CLEAR: f64 = 82.0;

/// Sums from the start of the period at the end of each month.
struct Months {
    actual: Vec<f64>,
    plan: Vec<f64>,
    /// Quantiles 10, 25, 50, 75 and 90 % of the months to come.
    coming: Vec<[f64; 5]>,
}

impl Months {
    fn of(compared: &Compared, landed: &Landed) -> Self {
        let elapsed = compared.elapsed();
        let mut coming = Vec::new();
        for (_, month) in landed.months.iter().skip(elapsed) {
            let sum = &month.cumulative;
            coming.push([sum.p10, sum.p25, sum.p50, sum.p75, sum.p90]);
        }
        // The last month's quantiles are those of all trials, as everywhere on the page.
        if compared.plan.goal.measure == Measure::PeriodRevenue
            && let Some(last) = coming.last_mut()
        {
            let goal = &landed.goal;
            *last = [goal.p10, goal.p25, goal.p50, goal.p75, goal.p90];
        }
        Self {
            actual: sums(&compared.so_far.monthly_revenue),
            plan: sums(&compared.tree.monthly_revenue),
            coming,
        }
    }
}

fn sums(months: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = Vec::new();
    for month in months {
        sum += month;
        sums.push(sum);
    }
    sums
}

fn plot(session: &Session, compared: &Compared, months: &Months, drawing: LandingDrawing) -> PlotPanel {
    let words = session.language.words().track();
    let mut labels =
        months.coming.last().map_or_else(Vec::new, |last| end_labels(session, drawing.labels, last));
    if let Some(at) = drawing.target {
        labels.push(target_label(session, "plot-line-label", (0.0, at), Side::Right));
    }
    let so_far = session.money(months.actual.last().copied().unwrap_or(0.0)).to_string();
    let is_late = drawing.now.0 > 60.0;
    labels.push(PlotLabel {
        at: drawing.now,
        side: if is_late { Side::Left } else { Side::Right },
        class: "landing-now",
        text: Sentence::plain([words.actual, " "].concat()).strong(so_far),
        below: String::new(),
    });
    // The plan is named where its line is clear of the axis.
    let named = drawing.planned.iter().position(|at| *at < CLEAR);
    if let Some(named) = named {
        labels.push(PlotLabel {
            at: (drawing.ends[named], drawing.planned[named]),
            side: Side::Left,
            class: "landing-planned",
            text: Sentence::plain(words.funnel_head[1]),
            below: String::new(),
        });
    }
    let ends = drawing.ends;
    let half = 50.0 / ends.len() as f64;
    // At most a year's worth of labels.
    let step = ends.len().div_ceil(12);
    let start = compared.plan.period.start;
    let label = |(place, end): (usize, &f64)| PlacedLabel {
        at: end - half,
        text: panel::short_month(session, start.plus(place)),
    };
    PlotPanel {
        across: ends.iter().enumerate().step_by(step).map(label).collect(),
        up: axis(session, &drawing.up),
        labels,
        shapes: vec![
            ("grid", drawing.grid),
            ("fan-outer", drawing.outer),
            ("fan-inner", drawing.inner),
            ("fan-edge", drawing.edges),
            ("plot-drop", ["M", &short(drawing.now.0), " 0V100"].concat()),
            ("plot-mark landing-plan", drawing.plan),
            (
                "plot-target",
                drawing.target.map(|at| ["M0 ", &short(at), "H100"].concat()).unwrap_or_default(),
            ),
            ("plot-line landing-middle", drawing.middle),
            ("plot-line", drawing.actual),
            ("axis", "M0 100H100".to_owned()),
        ],
        dots: vec![(drawing.now.0, drawing.now.1, false)],
    }
}

fn rows(session: &Session, compared: &Compared, months: &Months) -> Vec<Vec<String>> {
    let none = || "–".to_owned();
    let money = |amount: f64| session.money(amount).to_string();
    let mut rows = Vec::new();
    for (place, month) in compared.plan.period.iter().enumerate() {
        let mut row = vec![panel::long_month(session, month)];
        row.push(months.plan.get(place).map_or_else(none, |amount| money(*amount)));
        row.push(months.actual.get(place).map_or_else(none, |amount| money(*amount)));
        let coming = place.checked_sub(months.actual.len()).and_then(|place| months.coming.get(place));
        for which in [0, 2, 4] {
            row.push(coming.map_or_else(none, |quantiles| money(quantiles[which])));
        }
        rows.push(row);
    }
    rows
}
