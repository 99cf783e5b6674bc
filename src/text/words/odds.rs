//! The view of the odds.

use super::en;
use crate::text::Sentence;

/// The view of the odds.
#[derive(Debug)]
pub struct OddsWords {
    /// The finding: target, chance, what is collected (name of the first stage).
    pub headline: fn(&str, &str, &str) -> Sentence,
    /// Nothing has come back yet.
    pub pending: &'static str,
    /// Volume for the confidence: confidence, name of the first stage, from, to.
    pub more: fn(&str, &str, &str, &str) -> Sentence,
    /// The cheapest lever: confidence, its name, from, to.
    pub cheapest: fn(&str, &str, &str, &str) -> Sentence,
    /// The same with what it costs: monthly budget from, to.
    pub more_cost: fn(&str, &str) -> String,
    /// The plan is beyond the confidence: confidence, name of the first stage, from, to.
    pub fewer: fn(&str, &str, &str, &str) -> Sentence,
    /// No volume gives the confidence: confidence, chance at the limit.
    pub unreachable: fn(&str, &str) -> Sentence,
    /// Title of the histogram: p10 to p90.
    pub histogram: fn(&str) -> String,
    /// How to read the histogram: trials, width of a bin.
    pub histogram_reading: fn(&str, &str) -> String,
    /// Labels the target line: target.
    pub target: fn(&str) -> String,
    /// Share that misses.
    pub missed: &'static str,
    /// Share that reaches.
    pub reached: &'static str,
    /// What percentiles mean.
    pub percentiles: &'static str,
    /// Table rows: P10, P50 and P90.
    pub percentile_rows: [&'static str; 3],
    /// Shows the table.
    pub table: &'static str,
    /// Shows the figure.
    pub figure: &'static str,
    /// Columns of the histogram's table: revenue, share.
    pub histogram_head: &'static [&'static str],
    /// Table row: from, to.
    pub between: fn(&str, &str) -> String,
    /// Table row: at least.
    pub at_least: fn(&str) -> String,
    /// Of so many outcomes, how many reach: reached, all.
    pub dots: &'static str,
    /// What the two forms of a dot are: reaches, misses.
    pub dots_legend: [&'static str; 2],
}

pub(super) const JA: OddsWords = OddsWords {
    headline: |target, chance, stage| {
        let plain = format!("この計画どおりに{stage}を集めても、{target}に届く確率は ");
        Sentence::plain(plain).answer(chance).then(" です。")
    },
    pending: "確率を計算しています。",
    more: |confidence, stage, from, to| {
        let plain = format!("{confidence} にするには、{stage}を {from} から ");
        Sentence::plain(plain).strong(to).then(" に増やします")
    },
    cheapest: |confidence, name, from, to| {
        let plain = format!("{confidence} にするには、{name}を {from} から ");
        Sentence::plain(plain).strong(to).then(" にするのがいちばん安く済みます")
    },
    more_cost: |from, to| format!("（広告費 月{from} → 月{to}）"),
    fewer: |confidence, stage, from, to| {
        let plain = format!("{confidence} でよければ、{stage}は {from} から ");
        Sentence::plain(plain).strong(to).then(" に減らせます")
    },
    unreachable: |confidence, chance| {
        let plain = format!("量だけでは {confidence} になりません。千倍に増やしても ");
        Sentence::plain(plain).strong(chance).then(" です。率か単価を見直してください。")
    },
    histogram: |range| format!("10回中8回は、{range}に収まります"),
    histogram_reading: |trials, width| {
        format!("縦軸: {trials}回のうち、売上がその{width}きざみに入った割合 / 横軸: 期間の売上")
    },
    target: |target| format!("売上目標 {target}"),
    missed: "届かない",
    reached: "届く",
    percentiles: "P10 は「10回中1回はこれ以下」、P90 は「10回中1回はこれより上」という意味です。",
    percentile_rows: ["P10（10回中1回はこれ以下）", "P50（半分はこれ以下）", "P90（10回中1回はこれより上）"],
    table: "表",
    figure: "図",
    histogram_head: &["売上", "割合"],
    between: |from, to| format!("{from}以上 {to}未満"),
    at_least: |from| format!("{from}以上"),
    dots: "{1}回中{0}回 届く",
    dots_legend: ["届く", "届かない"],
};

pub(super) const EN: OddsWords = OddsWords {
    headline: |target, chance, stage| {
        let plain = format!("With exactly these {}, the chance of reaching {target} is ", en::lower(stage));
        Sentence::plain(plain).answer(chance).then(".")
    },
    pending: "Working out the odds.",
    more: |confidence, stage, from, to| {
        let plain = format!("For {confidence}, raise {} from {from} to ", en::lower(stage));
        Sentence::plain(plain).strong(to)
    },
    cheapest: |confidence, name, from, to| {
        let plain =
            format!("For {confidence}, the cheapest way is to move {} from {from} to ", en::lower(name));
        Sentence::plain(plain).strong(to)
    },
    more_cost: |from, to| format!(" (ad budget {from} → {to} a month)"),
    fewer: |confidence, stage, from, to| {
        let plain = format!("If {confidence} is enough, {} can go from {from} to ", en::lower(stage));
        Sentence::plain(plain).strong(to)
    },
    unreachable: |confidence, chance| {
        let plain = format!("Volume alone does not give {confidence}: a thousand times as much gives ");
        Sentence::plain(plain).strong(chance).then(". Look at the rates or the deal size.")
    },
    histogram: |range| format!("8 times in 10, revenue lands within {range}"),
    histogram_reading: |trials, width| {
        format!("Up: share of {trials} draws in each {width} step / Across: revenue of the period")
    },
    target: |target| format!("Target {target}"),
    missed: "miss",
    reached: "reach",
    percentiles: "P10 means 1 time in 10 it is this or less, P90 that 1 time in 10 it is more.",
    percentile_rows: [
        "P10 (1 time in 10 this or less)",
        "P50 (half the time this or less)",
        "P90 (1 time in 10 more)",
    ],
    table: "Table",
    figure: "Chart",
    histogram_head: &["Revenue", "Share"],
    between: |from, to| format!("{from} to under {to}"),
    at_least: |from| format!("{from} or more"),
    dots: "{0} times in {1} it is reached",
    dots_legend: ["reached", "missed"],
};
