//! The strip of four figures.

use super::{en, ja};

/// The strip of four figures.
#[derive(Debug)]
pub struct StripWords {
    /// Names the strip.
    pub region: &'static str,
    /// Target of a period: number of months.
    pub target: fn(usize) -> String,
    /// The same where space is short.
    pub target_short: &'static str,
    /// Chance of reaching the target, long and short.
    pub odds: [&'static str; 2],
    /// Median of the outcomes, long and short.
    pub median: [&'static str; 2],
    /// First-stage count needed: confidence, the count's name.
    pub required: fn(&str, &str) -> String,
    /// The same where space is short: confidence.
    pub required_short: fn(&str) -> String,
    /// Short of the confidence: confidence, points.
    pub short_of: fn(&str, &str) -> String,
    /// At or above the confidence: confidence.
    pub above: fn(&str) -> String,
    /// Percentiles: p10, p90.
    pub percentiles: fn(&str, &str) -> String,
    /// The plan's own count: count with unit.
    pub plan_has: fn(&str) -> String,
    /// No volume gives the confidence.
    pub unreachable: &'static str,
    /// Nothing has come back yet.
    pub pending: &'static str,
}

pub(super) const JA: StripWords = StripWords {
    region: "目標と見込み",
    target: |months| format!("売上目標({})", ja::span(months)),
    target_short: "売上目標",
    odds: ["達成確率", "達成確率"],
    median: ["見込み(P50)", "見込み P50"],
    required: |confidence, count| format!("{confidence}の確度に必要な{count}"),
    required_short: |confidence| format!("{confidence}に必要"),
    short_of: |confidence, points| format!("目安の{confidence}まで あと{points}"),
    above: |confidence| format!("目安の{confidence}に届いています"),
    percentiles: |p10, p90| format!("P10 {p10} – P90 {p90}"),
    plan_has: |count| format!("いまの計画は {count}"),
    unreachable: "何件あっても届きません",
    pending: "計算しています",
};

pub(super) const EN: StripWords = StripWords {
    region: "Target and outlook",
    target: |months| format!("Revenue target ({})", en::span(months)),
    target_short: "Target",
    odds: ["Chance of reaching it", "Chance"],
    median: ["Likely result (P50)", "P50"],
    required: |confidence, count| format!("{count} needed for {confidence}"),
    required_short: |confidence| format!("For {confidence}"),
    short_of: |confidence, points| format!("{points} short of {confidence}"),
    above: |confidence| format!("At or above the {confidence} mark"),
    percentiles: |p10, p90| format!("P10 {p10} – P90 {p90}"),
    plan_has: |count| format!("The plan has {count}"),
    unreachable: "No volume is enough",
    pending: "Calculating",
};
