//! The strip of four figures: target, chance, likely result, volume at the confidence.

use gyakusan_engine::plan::Measure;
use gyakusan_engine::tree::Outcome;

use super::field::FieldPanel;
use crate::chart::Scale;
use crate::session::{Field, Required, Session};
use crate::text::number::{Odds, Written, points, rate, required_count, rounded_count, signed_count};
use crate::text::stage_names;

/// The strip of four figures.
#[derive(Debug, Clone, PartialEq)]
pub struct StripPanel {
    /// What the target is called, long and short.
    pub target_label: [String; 2],
    /// The target.
    pub target: FieldPanel,
    /// What the chance is called, long and short.
    pub chance_label: [String; 2],
    /// The chance, what bounds it with its unit; `None` before the first answer.
    pub chance: Option<Written>,
    /// The chance and the confidence, in percent.
    pub chance_bar: [f64; 2],
    /// How far the chance is from the confidence.
    pub chance_note: String,
    /// What the median is called, long and short.
    pub median_label: [String; 2],
    /// The median.
    pub median: Option<Written>,
    /// Places of the percentiles.
    pub spread: Option<SpreadPanel>,
    /// The percentiles in words.
    pub spread_note: String,
    /// What the required count is called, long and short.
    pub required_label: [String; 2],
    /// The required count.
    pub required: Option<Written>,
    /// How much more that is than the plan has.
    pub more: Option<String>,
    /// What the plan has.
    pub required_note: String,
    /// Whether the figures still change.
    pub is_interim: bool,
}

/// Percentiles on a scale from 0 to twice the target, in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadPanel {
    /// Start and width of the line from p10 to p90.
    pub line: (f64, f64),
    /// The median.
    pub middle: f64,
    /// The target.
    pub target: f64,
}

pub(super) fn panel(session: &Session) -> StripPanel {
    let words = session.language.words().strip();
    let plan = &session.plan;
    let confidence = plan.simulation.confidence.get();
    let confidence_text = rate(confidence).to_string();
    let odds = session.summary.as_ref().map(|summary| &summary.odds);
    let count_name = stage_names(&plan.stages[0], session.language).count;
    let (required, more) = required(session);
    StripPanel {
        target_label: match plan.goal.measure {
            Measure::PeriodRevenue => [(words.target)(plan.months()), words.target_short.to_owned()],
            Measure::ExitArr => [(); 2].map(|()| session.language.words().fields().exit_arr.to_owned()),
        },
        target: FieldPanel::new(session, Field::Target),
        chance_label: words.odds.map(str::to_owned),
        median_label: words.median.map(str::to_owned),
        chance: session.chance().map(chance),
        chance_bar: [odds.map_or(0.0, |odds| 100.0 * odds.probability), 100.0 * confidence],
        chance_note: odds.map_or_else(
            || words.pending.to_owned(),
            |odds| {
                let missing = ((confidence - odds.probability) * 100.0).round() / 100.0;
                if missing > 0.0 {
                    (words.short_of)(&confidence_text, &points(missing, session.language).to_string())
                } else {
                    (words.above)(&confidence_text)
                }
            },
        ),
        median: odds.map(|odds| session.money(odds.p50)),
        spread: odds.map(|odds| spread(plan.goal.target.get(), odds)),
        spread_note: odds.map_or_else(String::new, |odds| {
            (words.percentiles)(&session.money(odds.p10).to_string(), &session.money(odds.p90).to_string())
        }),
        required_label: [
            (words.required)(&confidence_text, &count_name),
            (words.required_short)(&confidence_text),
        ],
        required,
        more,
        required_note: required_note(session),
        is_interim: session.is_interim(),
    }
}

/// A chance in the two parts that the strip sets: 「1」 and 「%未満」.
fn chance(odds: Odds) -> Written {
    let Written { number, unit } = odds.written;
    Written { number: format!("{}{number}", odds.before), unit: format!("{unit}{}", odds.after) }
}

fn spread(target: f64, odds: &gyakusan_engine::sim::Odds) -> SpreadPanel {
    let scale = Scale::to(if target > 0.0 { 2.0 * target } else { odds.p90 });
    let low = scale.percent(odds.p10);
    SpreadPanel {
        line: (low, scale.percent(odds.p90) - low),
        middle: scale.percent(odds.p50),
        target: scale.percent(target),
    }
}

/// The count at the confidence, and how much more it is than the plan's.
fn required(session: &Session) -> (Option<Written>, Option<String>) {
    let Some(Required::Reached { arrivals, .. }) = session.summary.as_ref().map(|summary| summary.required)
    else {
        return (None, None);
    };
    let unit = session.language.words().tree().count_unit.to_owned();
    let planned = gyakusan_engine::tree::required_count(session.tree.stages[0].expected);
    let more = arrivals.round() - planned;
    let written = Written { number: rounded_count(arrivals), unit };
    (Some(written), (more > 0.0).then(|| session.counted(&signed_count(more))))
}

fn required_note(session: &Session) -> String {
    let words = session.language.words().strip();
    let unreachable = matches!(
        session.summary.as_ref().map(|summary| summary.required),
        Some(Required::Unreachable { .. })
    );
    if unreachable || matches!(session.tree.outcome, Outcome::Impossible(_)) {
        return words.unreachable.to_owned();
    }
    (words.plan_has)(&session.counted(&required_count(session.tree.stages[0].expected)))
}
