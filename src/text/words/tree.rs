//! The tree.

use std::cmp::Ordering;

use super::{en, ja};
use crate::text::Sentence;

/// One entry of the legend; the outer parts are left out where space is short.
#[derive(Debug)]
pub struct LegendWords {
    /// Left out on phones.
    pub before: &'static str,
    /// Always shown.
    pub always: &'static str,
    /// Left out on phones.
    pub after: &'static str,
}

/// The tree.
#[derive(Debug)]
pub struct TreeWords {
    /// Names the tree.
    pub region: &'static str,
    /// The finding: target, required count with its unit, name of the stage, months.
    pub headline: fn(&str, &str, &str, usize) -> Sentence,
    /// The finding of a plan that runs forward: entries, goal, months.
    pub headline_forward: fn(&str, &str, usize) -> Sentence,
    /// What is fixed reaches the target alone: target.
    pub headline_reached: fn(&str) -> Sentence,
    /// A rate is zero: target, name of the rate.
    pub headline_zero_rate: fn(&str, &str) -> Sentence,
    /// A deal brings nothing: target.
    pub headline_zero_value: fn(&str) -> Sentence,
    /// No channel brings anybody: target.
    pub headline_zero_volume: fn(&str) -> Sentence,
    /// How to use the tree.
    pub lead: &'static str,
    /// Box = type, grey = computed, yellow = answer.
    pub legend: [LegendWords; 3],
    /// Marks the answer.
    pub answer: &'static str,
    /// The root.
    pub revenue: &'static str,
    /// Mean value of a deal.
    pub deal_value: &'static str,
    /// Between two short notes.
    pub separator: &'static str,
    /// Counts people: 件; empty where the language does without.
    pub count_unit: &'static str,
    /// Months of the period: first and last, each year and month.
    pub period: fn((u16, u8), (u16, u8)) -> String,
    /// Per month: count with unit.
    pub per_month: fn(&str) -> String,
    /// Before rounding: exact count.
    pub exactly: fn(&str) -> String,
    /// Range that holds 9 times in 10.
    pub range: fn(&str) -> String,
    /// Known exactly, so there is no range.
    pub no_range: &'static str,
    /// Benchmark band, and whether the value lies above, below or inside.
    pub typical: fn(&str, Ordering) -> String,
    /// Where the benchmark comes from: source.
    pub typical_source: fn(&str) -> String,
    /// Observed trials that a rate rests on.
    pub evidence: fn(&str) -> String,
    /// A rate that marketing and another department share.
    pub shared: &'static str,
    /// Departments in the order of the plan's owners: marketing, inside sales, sales, customer success.
    pub departments: [&'static str; 4],
}

pub(super) const JA: TreeWords = TreeWords {
    region: "KPIツリー",
    headline: |target, count, stage, months| {
        let plain = format!("売上{target}には、{}", ja::within(months));
        Sentence::plain(plain).answer(count).then(format!("の{stage}が必要です。"))
    },
    headline_forward: |entries, goal, months| {
        let plain = format!("{}{entries}を集めると、売上は", ja::within(months));
        Sentence::plain(plain).answer(goal).then("になります。")
    },
    headline_reached: |target| Sentence::plain(format!("決まっている分だけで、売上{target}に届きます。")),
    headline_zero_rate: |target, rate| {
        Sentence::plain(format!("{rate}が 0% なので、何件集めても売上{target}には届きません。"))
    },
    headline_zero_value: |target| {
        Sentence::plain(format!("平均受注単価が 0円 なので、何件受注しても売上{target}には届きません。"))
    },
    headline_zero_volume: |target| {
        Sentence::plain(format!("予算のあるチャネルがないので、売上{target}には届きません。"))
    },
    lead: "枠の中の数字を書きかえると、その場で逆算し直します。",
    legend: [
        LegendWords { before: "", always: "入力", after: "する" },
        LegendWords { before: "自動で", always: "計算", after: "" },
        LegendWords { before: "", always: "答え", after: "" },
    ],
    answer: "答え",
    revenue: "売上",
    deal_value: "平均受注単価",
    separator: " ・ ",
    count_unit: "件",
    period: |(year, month), (last_year, last_month)| {
        format!("{year}年{month}月 – {last_year}年{last_month}月")
    },
    per_month: |count| format!("月 {count}"),
    exactly: |count| format!("正確には {count}"),
    range: |range| format!("幅 {range}"),
    no_range: "幅なし（確かな数字として計算）",
    typical: |range, place| format!("目安 {range}{}", arrow(place)),
    typical_source: |source| format!("出典: {source}。業種、価格、進め方で変わります"),
    evidence: |count| format!("実績 {count}件から"),
    shared: "共通KPI",
    departments: ["マーケ", "IS", "営業", "CS"],
};

pub(super) const EN: TreeWords = TreeWords {
    region: "KPI tree",
    headline: |target, count, stage, months| {
        let answer = format!("{count} {}", en::lower(stage));
        Sentence::plain(format!("{target} needs ")).answer(answer).then(format!(" {}.", en::within(months)))
    },
    headline_forward: |entries, goal, months| {
        let plain = format!("{entries} entries {} bring ", en::within(months));
        Sentence::plain(plain).answer(goal).then(" of revenue.")
    },
    headline_reached: |target| Sentence::plain(format!("What is fixed already reaches {target}.")),
    headline_zero_rate: |target, rate| {
        Sentence::plain(format!("{rate} is 0%, so no number of entries reaches {target}."))
    },
    headline_zero_value: |target| {
        Sentence::plain(format!("The average deal is 0, so no number of deals reaches {target}."))
    },
    headline_zero_volume: |target| {
        Sentence::plain(format!("No channel has a budget, so {target} is out of reach."))
    },
    lead: "Change any boxed number. The answer is recalculated in place.",
    legend: [
        LegendWords { before: "You\u{a0}", always: "type", after: "" },
        LegendWords { before: "", always: "Computed", after: "" },
        LegendWords { before: "", always: "Answer", after: "" },
    ],
    answer: "Answer",
    revenue: "Revenue",
    deal_value: "Average deal",
    separator: " · ",
    count_unit: "",
    period: |(year, month), (last_year, last_month)| {
        format!("{} {year} – {} {last_year}", en::month_name(month), en::month_name(last_month))
    },
    per_month: |count| format!("{count} / mo"),
    exactly: |count| format!("Exactly {count}"),
    range: |range| format!("Range {range}"),
    no_range: "No range (taken as certain)",
    typical: |range, place| format!("Typical {range}{}", arrow(place)),
    typical_source: |source| format!("Source: {source}. Varies by trade, price and process"),
    evidence: |count| format!("From {count}"),
    shared: "Shared",
    departments: ["Marketing", "Inside sales", "Sales", "CS"],
};

/// Which side of the benchmark a value lies on.
fn arrow(place: Ordering) -> &'static str {
    match place {
        Ordering::Less => " ↓",
        Ordering::Equal => "",
        Ordering::Greater => " ↑",
    }
}
