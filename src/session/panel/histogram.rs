//! The histogram of the outcomes.

use gyakusan_engine::sim::{Histogram, Odds};

use super::figure::{Drawing, FigurePanel, PlacedLabel, PlotLabel, PlotPanel, Side};
use crate::chart::{HistogramDrawing, Tick, short};
use crate::session::field::currency;
use crate::session::{Figure, Session, Summary};
use crate::text::Sentence;
use crate::text::number::{axis_money, money_range, odds, rate, rounded_count};

/// Where the shares are written, in percent from the top.
const SHARE_HEIGHT: f64 = 40.0;

pub(super) fn panel(session: &Session, summary: &Summary) -> FigurePanel {
    let words = session.language.words().odds();
    let found = &summary.odds;
    let range = money_range(found.p10, found.p90, currency(&session.plan), session.language).to_string();
    let width = session.money(summary.histogram.width).to_string();
    let count = summary.histogram.counts.len();
    FigurePanel {
        figure: Figure::Histogram,
        title: (words.histogram)(&range),
        reading: (words.histogram_reading)(&rounded_count(found.trials as f64), &width),
        drawing: Drawing::Plot(plot(session, summary)),
        notes: vec![words.percentiles.to_owned()],
        is_interim: session.is_interim(),
        head: words.histogram_head,
        rows: rows(session, summary),
        points: (0..count).map(|bin| 100.0 * (bin as f64 + 0.5) / count as f64).collect(),
    }
}

/// P10, P50 and P90 with their amounts and places along the histogram's axis.
pub(super) fn percentiles(session: &Session, summary: &Summary) -> [(&'static str, PlacedLabel); 3] {
    let Odds { p10, p50, p90, .. } = summary.odds;
    let scale = drawing(summary).scale;
    [("P10", p10), ("P50", p50), ("P90", p90)].map(|(name, amount)| {
        (name, PlacedLabel { at: scale.percent(amount), text: session.money(amount).to_string() })
    })
}

fn drawing(summary: &Summary) -> HistogramDrawing {
    let Histogram { width, counts, target_bin, .. } = &summary.histogram;
    HistogramDrawing::new(counts, summary.odds.trials as u32, *width, *target_bin)
}

fn plot(session: &Session, summary: &Summary) -> PlotPanel {
    let words = session.language.words().odds();
    let drawing = drawing(summary);
    let probability = summary.odds.probability;
    let share = |at: Option<f64>, class, share: f64, word: &str| {
        let text = Sentence::default().strong(odds(share, session.language).to_string());
        at.map(|at| PlotLabel {
            at: (at, SHARE_HEIGHT),
            side: Side::Upon,
            class,
            text,
            below: word.to_owned(),
        })
    };
    let labels = [
        drawing.target.map(|at| target_label(session, "histogram-target-label", (at, -6.0), Side::Above)),
        share(
            drawing.missed_label,
            "histogram-share histogram-share-missed",
            1.0 - probability,
            words.missed,
        ),
        share(drawing.reached_label, "histogram-share", probability, words.reached),
    ];
    let up = |tick: &Tick| PlacedLabel { at: tick.at, text: rate(tick.value).to_string() };
    PlotPanel {
        across: axis(session, &drawing.across),
        up: drawing.up.iter().map(up).collect(),
        labels: labels.into_iter().flatten().collect(),
        shapes: vec![
            ("grid", drawing.grid),
            ("histogram-missed", drawing.missed),
            ("histogram-reached", drawing.reached),
            ("axis", "M0 100H100".to_owned()),
            ("plot-target", drawing.target.map(|at| format!("M{} -6V100", short(at))).unwrap_or_default()),
        ],
        dots: Vec::new(),
    }
}

/// Amounts along an axis; the last one names the currency.
pub(in crate::session) fn axis(session: &Session, ticks: &[Tick]) -> Vec<PlacedLabel> {
    let last = ticks.len().saturating_sub(1);
    let currency = currency(&session.plan);
    let label = |(place, tick): (usize, &Tick)| PlacedLabel {
        at: tick.at,
        text: axis_money(tick.value, place == last, currency, session.language),
    };
    ticks.iter().enumerate().map(label).collect()
}

/// Names the target's line.
pub(in crate::session) fn target_label(
    session: &Session,
    class: &'static str,
    at: (f64, f64),
    side: Side,
) -> PlotLabel {
    let target = session.money(session.plan.goal.target.get()).to_string();
    let text = Sentence::default().strong((session.language.words().odds().target)(&target));
    PlotLabel { at, side, class, text, below: String::new() }
}

/// The drawn bars, each as a row; then the outcomes beyond the last bar, and the percentiles.
fn rows(session: &Session, summary: &Summary) -> Vec<Vec<String>> {
    let words = session.language.words().odds();
    let Histogram { width, counts, above, .. } = &summary.histogram;
    let total = summary.odds.trials as f64;
    let edge = |bin: usize| session.money(width * bin as f64).to_string();
    let share = |count: u32| rate(f64::from(count) / total).to_string();
    let mut rows: Vec<_> = counts
        .iter()
        .enumerate()
        .map(|(bin, count)| vec![(words.between)(&edge(bin), &edge(bin + 1)), share(*count)])
        .collect();
    rows.push(vec![(words.at_least)(&edge(counts.len())), share(*above)]);
    let Odds { p10, p50, p90, .. } = summary.odds;
    for (name, amount) in words.percentile_rows.into_iter().zip([p10, p50, p90]) {
        rows.push(vec![name.to_owned(), session.money(amount).to_string()]);
    }
    rows
}
