//! How well a number is known, and how long a step takes.

use super::en;

/// How well a number is known, and how long a step takes.
#[derive(Debug)]
pub struct KnowledgeWords {
    /// Opens the cases: cases with unit.
    pub from_cases: fn(&str) -> String,
    /// Opens the cases where the evidence is no whole number of cases: cases with unit.
    pub worth_cases: fn(&str) -> String,
    /// Opens the cases of a number that has none.
    pub no_cases: &'static str,
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
    /// Opens the spread of deals: share.
    pub spread_open: fn(&str) -> String,
    /// What the spread of deals does.
    pub spread_note: &'static str,
    /// Opens the delay: months with unit.
    pub delay_open: fn(&str) -> String,
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
    /// Sources of benchmarks: opportunities, deals won, SQLs, MQLs.
    pub sources: [&'static str; 4],
    /// Where a figure comes from, and what it depends on: source.
    pub source: fn(&str) -> String,
    /// A single figure that somebody recommends: figure.
    pub recommended: fn(&str) -> String,
    /// A recommended count: figure a month, with unit; source.
    pub recommended_count: fn(&str, &str) -> String,
}

pub(super) const JA: KnowledgeWords = KnowledgeWords {
    from_cases: |cases| format!("実績 {cases}から"),
    worth_cases: |cases| format!("実績 {cases}相当"),
    no_cases: "実績なし",
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
    spread_open: |share| format!("ばらつき ±{share}"),
    spread_note: "受注1件ごとの金額が、平均からどれくらい離れるかです（標準偏差 ÷ 平均）。",
    delay_open: |months| format!("遅れ {months}"),
    delay_line: |before, stage| format!("{before}になってから{stage}まで"),
    on_average: "平均",
    delay_spread: "ばらつき",
    delay_spread_note: "ばらつきはすべての段階に共通です。0% なら、だれもがちょうどこの月数かかります。",
    delay_note: "期間に間に合わない分は、売上に数えません。",
    delay_share: |stage, inside, outside| {
        format!("この遅れで期間内に{stage}まで届くのは {inside}。残りの {outside} は期間の後になります。")
    },
    sources: [
        "BtoBの調査 2025年（n = 330、広告からのリードのみ）",
        "セールスフォース・ジャパン 2023年",
        "マツリカ 2024年",
        "マツリカ 2024年",
    ],
    source: |source| format!("出典: {source}。業種、価格、進め方で変わります。"),
    recommended: |figure| format!("推奨 {figure}"),
    recommended_count: |count, source| {
        format!("推奨 月{count}（出典: {source}。業種、価格、進め方で変わります）")
    },
};

pub(super) const EN: KnowledgeWords = KnowledgeWords {
    from_cases: |cases| format!("From {cases}"),
    worth_cases: |cases| format!("Worth {cases} cases"),
    no_cases: "No data",
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
    spread_open: |share| format!("Spread ±{share}"),
    spread_note: "How far single deals lie from the average (standard deviation ÷ average).",
    delay_open: |months| format!("Delay {months}"),
    delay_line: |before, stage| format!("From {} to {}", en::lower(before), en::lower(stage)),
    on_average: "Average",
    delay_spread: "Spread",
    delay_spread_note: "The spread holds for every stage. At 0% everybody takes exactly this long.",
    delay_note: "What comes after the period does not count.",
    delay_share: |stage, inside, outside| {
        format!("With this delay {inside} of {} fall into the period, {outside} after it.", en::lower(stage))
    },
    sources: [
        "BtoB survey 2025 (n = 330, leads from advertising only)",
        "Salesforce Japan 2023",
        "Mazrica 2024",
        "Mazrica 2024",
    ],
    source: |source| format!("Source: {source}. Varies by trade, price and process."),
    recommended: |figure| format!("Recommended {figure}"),
    recommended_count: |count, source| {
        format!("Recommended: {count} a month (source: {source}; varies by trade, price and process)")
    },
};
