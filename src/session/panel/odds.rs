//! The view of the odds: the sentence, the histogram, how far the simulation is.

use gyakusan_engine::sim::Histogram;
use gyakusan_engine::tree::required_count as whole_count;

use super::field::FieldPanel;
use crate::chart::{HistogramDrawing, Scale};
use crate::session::field::currency;
use crate::session::{Field, Required, Run, RunField, Session, Summary};
use crate::text::number::{Odds, axis_money, money_range, odds, points, rate, rounded_count};
use crate::text::{Sentence, stage_names};

/// The view of the odds.
#[derive(Debug, Clone, PartialEq)]
pub struct OddsPanel {
    /// The finding.
    pub headline: Sentence,
    /// What would make it as likely as asked; empty before the first answer.
    pub lead: Sentence,
    /// The spread of the goal; `None` before the first answer.
    pub histogram: Option<HistogramPanel>,
    /// How far the simulation is.
    pub run: RunPanel,
    /// Whether the figures still change.
    pub is_interim: bool,
}

/// A label at a place in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLabel {
    /// Percent of the drawing.
    pub at: f64,
    /// The label.
    pub text: String,
}

/// The histogram as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct HistogramPanel {
    /// The finding.
    pub title: String,
    /// How to read it.
    pub reading: String,
    /// Bars, grid, target line.
    pub drawing: HistogramDrawing,
    /// Labels along the values' axis.
    pub across: Vec<PlacedLabel>,
    /// Labels along the shares' axis.
    pub up: Vec<PlacedLabel>,
    /// Label of the target line.
    pub target: Option<PlacedLabel>,
    /// Share that misses, and where it is written.
    pub missed: Option<(PlacedLabel, &'static str)>,
    /// Share that reaches, and where it is written.
    pub reached: Option<(PlacedLabel, &'static str)>,
    /// P10, P50 and P90 with their amounts and places.
    pub percentiles: [(&'static str, PlacedLabel); 3],
    /// Rows of the table: outcomes and their share.
    pub table: Vec<Vec<String>>,
}

/// How far the simulation is.
#[derive(Debug, Clone, PartialEq)]
pub struct RunPanel {
    /// Running, done or stopped.
    pub run: Run,
    /// The state in words.
    pub state: Sentence,
    /// Trials done and all trials.
    pub progress: [u32; 2],
    /// The standard error of the chance, in words, and what divides it from the seed.
    pub error: Option<String>,
    /// The seed.
    pub seed: FieldPanel,
    /// Said where the page's own thread does the work.
    pub note: Option<&'static str>,
}

pub(super) fn panel(session: &Session) -> OddsPanel {
    let summary = session.summary.as_ref();
    OddsPanel {
        headline: headline(session),
        lead: summary.map(|summary| lead(session, summary)).unwrap_or_default(),
        histogram: summary.map(|summary| histogram(session, summary)),
        run: run(session),
        is_interim: session.is_interim(),
    }
}

fn headline(session: &Session) -> Sentence {
    let words = &session.language.words().odds;
    let Some(chance) = session.chance() else { return Sentence::plain(words.pending) };
    let target = session.target();
    (words.headline)(
        &target,
        &chance.to_string(),
        &stage_names(&session.plan.stages[0], session.language).stage,
    )
}

fn lead(session: &Session, summary: &Summary) -> Sentence {
    let words = &session.language.words().odds;
    let stage = stage_names(&session.plan.stages[0], session.language).stage;
    let planned = whole_count(session.tree.stages[0].expected);
    let full_stop = if session.language == crate::text::Language::Ja { "。" } else { "." };
    match summary.required {
        Required::Reached { confidence, arrivals, monthly_budget } => {
            let confidence = rate(confidence).to_string();
            let [from, to] = [planned, arrivals].map(|count| session.counted(&rounded_count(count)));
            if arrivals <= planned {
                return (words.fewer)(&confidence, &stage, &from, &to).then(full_stop);
            }
            let sentence = (words.more)(&confidence, &stage, &from, &to);
            let budget = session.tree.period_budget / session.plan.months() as f64;
            let priced = budget > 0.0 && monthly_budget > 0.0;
            let cost = |amount: f64| session.money(amount).to_string();
            let cost = priced.then(|| (words.more_cost)(&cost(budget), &cost(monthly_budget)));
            sentence.then(cost.unwrap_or_default() + full_stop)
        }
        Required::Unreachable { confidence, probability } => {
            let chance = odds(probability, session.language).to_string();
            (words.unreachable)(&rate(confidence).to_string(), &chance)
        }
    }
}

fn histogram(session: &Session, summary: &Summary) -> HistogramPanel {
    let words = &session.language.words().odds;
    let found = &summary.odds;
    let Histogram { width, counts, target_bin, .. } = &summary.histogram;
    let drawing = HistogramDrawing::new(counts, found.trials as u32, *width, *target_bin);
    let target = session.money(session.plan.goal.target.get()).to_string();
    let range = money_range(found.p10, found.p90, currency(&session.plan), session.language).to_string();
    let width = session.money(*width).to_string();
    HistogramPanel {
        title: (words.histogram)(&range),
        reading: (words.histogram_reading)(&rounded_count(found.trials as f64), &width),
        across: across(session, &drawing),
        up: drawing
            .up
            .iter()
            .map(|tick| PlacedLabel { at: tick.at, text: rate(tick.value).to_string() })
            .collect(),
        target: drawing.target.map(|at| PlacedLabel { at, text: (words.target)(&target) }),
        missed: share(drawing.missed_label, 1.0 - found.probability, session)
            .map(|label| (label, words.missed)),
        reached: share(drawing.reached_label, found.probability, session).map(|label| (label, words.reached)),
        percentiles: percentiles(session, drawing.scale, found),
        table: table(session, summary),
        drawing,
    }
}

fn across(session: &Session, drawing: &HistogramDrawing) -> Vec<PlacedLabel> {
    let last = drawing.across.len().saturating_sub(1);
    let label = |(place, tick): (usize, &crate::chart::Tick)| PlacedLabel {
        at: tick.at,
        text: axis_money(tick.value, place == last, currency(&session.plan), session.language),
    };
    drawing.across.iter().enumerate().map(label).collect()
}

fn share(at: Option<f64>, share: f64, session: &Session) -> Option<PlacedLabel> {
    let written: Odds = odds(share, session.language);
    at.map(|at| PlacedLabel { at, text: written.to_string() })
}

fn percentiles(
    session: &Session,
    scale: Scale,
    found: &gyakusan_engine::sim::Odds,
) -> [(&'static str, PlacedLabel); 3] {
    [("P10", found.p10), ("P50", found.p50), ("P90", found.p90)].map(|(name, amount)| {
        (name, PlacedLabel { at: scale.percent(amount), text: session.money(amount).to_string() })
    })
}

/// The drawn bars, each as a row; the outcomes beyond the last bar are the last row.
fn table(session: &Session, summary: &Summary) -> Vec<Vec<String>> {
    let words = &session.language.words().odds;
    let Histogram { width, counts, above, .. } = &summary.histogram;
    let total = summary.odds.trials as f64;
    let edge = |bin: usize| session.money(width * bin as f64).to_string();
    let share = |count: u32| rate(f64::from(count) / total).to_string();
    let bars = counts
        .iter()
        .enumerate()
        .map(|(bin, count)| vec![(words.between)(&edge(bin), &edge(bin + 1)), share(*count)]);
    bars.chain([vec![(words.at_least)(&edge(counts.len())), share(*above)]]).collect()
}

fn run(session: &Session) -> RunPanel {
    let words = &session.language.words().run;
    let all = session.plan.simulation.trials;
    let done = rounded_count(f64::from(session.trials_done));
    let standard_error = session.summary.as_ref().map(|summary| summary.odds.standard_error);
    RunPanel {
        run: session.run,
        state: match session.run {
            Run::Running => (words.running)(&done, &rounded_count(f64::from(all))),
            Run::Done => Sentence::plain((words.done)(&done)),
            Run::Stopped => Sentence::plain((words.stopped)(&done)),
        },
        progress: [session.trials_done, all],
        error: standard_error.map(|error| {
            (words.error)(&points(error, session.language).to_string())
                + session.language.words().tree.separator
        }),
        seed: FieldPanel::new(session, Field::Run(RunField::Seed)),
        note: (!session.has_workers).then_some(words.no_workers),
    }
}
