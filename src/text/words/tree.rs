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
    /// Another number than the volume is solved for: target, name, value.
    pub headline_solved: fn(&str, &str, &str) -> Sentence,
    /// The solved number ends before the target: name, its limit, the goal there.
    pub headline_limit: fn(&str, &str, &str) -> Sentence,
    /// Any value of the solved number reaches the target: target, name.
    pub headline_any: fn(&str, &str) -> Sentence,
    /// Below a number that ends before the target: name, limit, goal there.
    pub limit: fn(&str, &str, &str) -> String,
    /// The way out: name of the first stage's count, count with unit.
    pub limit_way_out: fn(&str, &str) -> String,
    /// The way out where even more volume does not help.
    pub limit_no_way: &'static str,
    /// A number is 0, so nothing reaches the target: name, written 0.
    pub zero: fn(&str, &str) -> String,
    /// The answer lies outside its benchmark: benchmark, whether above it.
    pub beyond_typical: fn(&str, bool) -> String,
    /// The target, beside what the plan brings: target.
    pub target_note: fn(&str) -> String,
    /// What the goal is reached by.
    pub success_factor: &'static str,
    /// Parts of the goal: new deals, existing customers, what is fixed otherwise.
    pub sum: [&'static str; 3],
    /// Between two sentences.
    pub space: &'static str,
    /// Makes a number the answer: its name.
    pub solve: fn(&str) -> String,
    /// Monthly churn.
    pub churn: &'static str,
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
    /// A rate that marketing and another department share.
    pub shared: &'static str,
    /// Departments in the order of the plan's owners: marketing, inside sales, sales, customer success.
    pub departments: [&'static str; 4],
    /// Opens the explanation of a rate.
    pub explain_open: &'static str,
    /// Opens the whole units.
    pub whole: &'static str,
    /// A recommended count: figure a month, with unit; source.
    pub recommended_count: fn(&str, &str) -> String,
    /// A single figure that somebody recommends: figure.
    pub recommended: fn(&str) -> String,
    /// Where a figure comes from, and what it depends on: source.
    pub source: fn(&str) -> String,
    /// Opens the spread of deals: share.
    pub spread_open: fn(&str) -> String,
    /// Opens the delay: months with unit.
    pub delay_open: fn(&str) -> String,
    /// Sources of benchmarks: opportunities, deals won, SQLs, MQLs.
    pub sources: [&'static str; 4],
    /// Opens the cases of a number that has none.
    pub no_cases: &'static str,
    /// Opens the cases: cases with unit.
    pub from_cases: fn(&str) -> String,
    /// Opens the cases where the evidence is no whole number of cases: cases with unit.
    pub worth_cases: fn(&str) -> String,
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
    headline_solved: |target, name, value| {
        Sentence::plain(format!("売上{target}に届くのは、{name}が ")).answer(value).then(" のときです。")
    },
    headline_limit: |name, limit, goal| {
        Sentence::plain(format!("{name}を {limit} にしても、売上は")).answer(goal).then("までです。")
    },
    headline_any: |target, name| Sentence::plain(format!("{name}がいくつでも、売上{target}に届きます。")),
    limit: |name, limit, goal| format!("{name}を {limit} にしても {goal} までです。"),
    limit_way_out: |count, needed| format!("{count}を {needed}以上 にしてください。"),
    limit_no_way: "ほかの率か単価を上げてください。",
    zero: |name, zero| {
        format!("{name}が {zero} だと、何件集めても届きません。0 より大きい数字を入れてください。")
    },
    beyond_typical: |band, above| {
        format!("目安 {band} の{}います", if above { "上限を超えて" } else { "下限を下回って" })
    },
    target_note: |target| format!("目標 {target}"),
    success_factor: "新規顧客獲得",
    sum: ["新規の受注", "既存顧客", "期首の案件・固定分"],
    space: "",
    solve: |name| format!("{name}: この数字を逆算する"),
    churn: "月間解約率",
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
    shared: "共通KPI",
    departments: ["マーケ", "IS", "営業", "CS"],
    explain_open: "計算",
    whole: "件数を毎月切り捨てて見る",
    recommended_count: |count, source| {
        format!("推奨 月{count}（出典: {source}。業種、価格、進め方で変わります）")
    },
    recommended: |figure| format!("推奨 {figure}"),
    source: |source| format!("出典: {source}。業種、価格、進め方で変わります。"),
    spread_open: |share| format!("ばらつき ±{share}"),
    delay_open: |months| format!("遅れ {months}"),
    sources: [
        "BtoBの調査 2025年（n = 330、広告からのリードのみ）",
        "セールスフォース・ジャパン 2023年",
        "マツリカ 2024年",
        "マツリカ 2024年",
    ],
    no_cases: "実績なし",
    from_cases: |cases| format!("実績 {cases}から"),
    worth_cases: |cases| format!("実績 {cases}相当"),
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
    headline_solved: |target, name, value| {
        Sentence::plain(format!("{target} is reached at {} ", en::lower(name))).answer(value).then(".")
    },
    headline_limit: |name, limit, goal| {
        Sentence::plain(format!("Even with {} at {limit} the plan reaches ", en::lower(name)))
            .answer(goal)
            .then(".")
    },
    headline_any: |target, name| {
        Sentence::plain(format!("Whatever the {}, the plan reaches {target}.", en::lower(name)))
    },
    limit: |name, limit, goal| format!("Even with {} at {limit} the plan reaches {goal}.", en::lower(name)),
    limit_way_out: |count, needed| format!("Make {} {needed} or more.", en::lower(count)),
    limit_no_way: "Raise another rate or the deal size.",
    zero: |name, zero| {
        format!("With {} at {zero} nothing reaches the target. Make it more than 0.", en::lower(name))
    },
    beyond_typical: |band, above| format!("{} typical {band}", if above { "Above" } else { "Below" }),
    target_note: |target| format!("Target {target}"),
    success_factor: "New customers",
    sum: ["New deals", "Existing customers", "Opening pipeline and fixed channels"],
    space: " ",
    solve: |name| format!("{name}: solve for this number"),
    churn: "Monthly churn",
    lead: "Change any boxed number. The answer is recalculated in place.",
    legend: [
        LegendWords { before: "", always: "You type", after: "" },
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
    shared: "Shared",
    departments: ["Marketing", "Inside sales", "Sales", "CS"],
    explain_open: "How",
    whole: "Also round counts down each month",
    recommended_count: |count, source| {
        format!("Recommended: {count} a month (source: {source}; varies by trade, price and process)")
    },
    recommended: |figure| format!("{figure} (recommended)"),
    source: |source| format!("Source: {source}. Varies by trade, price and process."),
    spread_open: |share| format!("Spread ±{share}"),
    delay_open: |months| format!("Delay {months}"),
    sources: [
        "BtoB survey 2025 (n = 330, leads from advertising only)",
        "Salesforce Japan 2023",
        "Mazrica 2024",
        "Mazrica 2024",
    ],
    no_cases: "No data",
    from_cases: |cases| format!("From {cases}"),
    worth_cases: |cases| format!("Worth {cases} cases"),
};

/// Which side of the benchmark a value lies on.
fn arrow(place: Ordering) -> &'static str {
    match place {
        Ordering::Less => " ↓",
        Ordering::Equal => "",
        Ordering::Greater => " ↑",
    }
}
