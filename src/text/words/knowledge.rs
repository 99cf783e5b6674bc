//! How well a number is known, and how long a step takes.

use super::en;

/// How well a number is known, and how long a step takes.
#[derive(Debug)]
pub struct KnowledgeWords {
    /// Before the number of cases.
    pub by_cases: &'static str,
    /// Between the cases and those that passed.
    pub of_which: &'static str,
    /// After those that passed: name of the stage.
    pub passed: fn(&str) -> String,
    /// Before the ends of a range.
    pub by_range: &'static str,
    /// Between the ends of a range.
    pub to: &'static str,
    /// What is known in the end: value, range; then what would narrow it.
    pub result: fn(&str, &str) -> String,
    /// Half a case was put on both sides: cases that passed, of how many.
    pub half_added: fn(&str, &str) -> String,
    /// A number that is known exactly: value.
    pub result_exact: fn(&str) -> String,
    /// Takes the mean for known about.
    pub about: &'static str,
    /// Takes the number for known exactly.
    pub exact: &'static str,
    /// Takes what others see: figure.
    pub from_benchmark: fn(&str) -> String,
    /// What the spread of deals does.
    pub spread_note: &'static str,
    /// Before the months of a delay: stage before, stage.
    pub delay_line: fn(&str, &str) -> String,
    /// Before the mean delay.
    pub on_average: &'static str,
    /// Before the variation of delays.
    pub delay_spread: &'static str,
    /// What the variation of delays is.
    pub delay_spread_note: &'static str,
    /// What delays do to the goal.
    pub delay_note: &'static str,
    /// How much lands in the period: stage, share that does, share that does not.
    pub delay_share: fn(&str, &str, &str) -> String,
}

pub(super) const JA: KnowledgeWords = KnowledgeWords {
    by_cases: "実績",
    of_which: "のうち",
    passed: |stage| format!("が{stage}に"),
    by_range: "幅",
    to: "から",
    result: |value, range| {
        format!("{value}({range})。本当の値は 90% の確からしさでこの幅にあります。件数を増やすと狭まります。")
    },
    half_added: |passed, cases| {
        format!("全部や0件でも言い切れないので、両側に0.5件ずつ足し、{cases}件中{passed}件として計算します。")
    },
    result_exact: |value| format!("{value} を確かな数字として計算します。"),
    about: "だいたい",
    exact: "確かな数字",
    from_benchmark: |figure| format!("目安 {figure} を使う"),
    spread_note: "受注1件ごとの金額が、平均からどれくらい離れるかです（標準偏差 ÷ 平均）。",
    delay_line: |before, stage| format!("{before}になってから{stage}まで"),
    on_average: "平均",
    delay_spread: "ばらつき",
    delay_spread_note: "ばらつきはすべての段階に共通です。0% なら、だれもがちょうどこの月数かかります。",
    delay_note: "期間に間に合わない分は、売上に数えません。",
    delay_share: |stage, inside, outside| {
        format!("この遅れで期間内に{stage}まで届くのは {inside}。残りの {outside} は期間の後になります。")
    },
};

pub(super) const EN: KnowledgeWords = KnowledgeWords {
    by_cases: "Observed",
    of_which: "cases, of which",
    passed: |_| "went on".to_owned(),
    by_range: "Range",
    to: "to",
    result: |value, range| {
        format!("{value} ({range}). The true value lies in this range 9 times in 10. More cases narrow it.")
    },
    half_added: |passed, cases| {
        format!(
            "None or all prove nothing for certain, so half a case is added to both sides: {passed} of {cases}."
        )
    },
    result_exact: |value| format!("{value} is taken as certain."),
    about: "About this",
    exact: "Certain",
    from_benchmark: |figure| format!("Use typical {figure}"),
    spread_note: "How far single deals lie from the average (standard deviation ÷ average).",
    delay_line: |before, stage| format!("From {} to {}", en::lower(before), en::lower(stage)),
    on_average: "Average",
    delay_spread: "Spread",
    delay_spread_note: "The spread holds for every stage. At 0% everybody takes exactly this long.",
    delay_note: "What comes after the period does not count.",
    delay_share: |stage, inside, outside| {
        format!("With this delay {inside} of {} fall into the period, {outside} after it.", en::lower(stage))
    },
};
