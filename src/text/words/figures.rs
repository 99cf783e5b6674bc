//! The figures of the view of the odds.

use super::{en, ja};

/// Months as a year and a number from 1 to 12.
type YearMonth = (u16, u8);

/// The figures of the view of the odds.
#[derive(Debug)]
pub struct FigureWords {
    /// Of so many outcomes, how many reach: reached, all.
    pub dots: fn(usize, usize) -> String,
    /// What the two forms of a dot are: reaches, misses.
    pub dots_legend: [&'static str; 2],
    /// The median reaches the target: month.
    pub fan_reached: fn(YearMonth) -> String,
    /// The median misses the target: median, what is missing.
    pub fan_short: fn(&str, &str) -> String,
    /// Revenue of a plan with another measure: p10 to p90.
    pub fan_range: fn(&str) -> String,
    /// How to read the fan: trials.
    pub fan_reading: fn(&str) -> String,
    /// Table column: month.
    pub month: &'static str,
    /// A month on an axis: its number.
    pub short_month: fn(u8) -> String,
    /// A month in a sentence.
    pub long_month: fn(YearMonth) -> String,
    /// More volume is likelier: name of the first stage, monthly counts from and to, confidence.
    pub curve: fn(&str, &str, &str, &str) -> String,
    /// No volume gives the confidence: name of the first stage, count, chance.
    pub curve_flat: fn(&str, &str, &str) -> String,
    /// How to read the curve: target, name of the count, months.
    pub curve_reading: fn(&str, &str, usize) -> String,
    /// Table column: probability.
    pub chance: &'static str,
    /// Table column: monthly budget.
    pub monthly_budget: &'static str,
    /// A monthly budget: amount.
    pub budget: fn(&str) -> String,
    /// The plan as it is.
    pub planned: &'static str,
    /// The confidence's line: confidence.
    pub mark: fn(&str) -> String,
    /// Ranges widen from stage to stage.
    pub funnel_widens: &'static str,
    /// One figure has the widest range: its name.
    pub funnel_widest: fn(&str) -> String,
    /// How to read the ranges: end of their scale.
    pub funnel_reading: fn(&str) -> String,
    /// Table column: stage.
    pub stage: &'static str,
    /// As planned: column and line.
    pub in_plan: &'static str,
    /// What the stage before won has to be worth: its name, the list.
    pub coverage: fn(&str, &str) -> String,
    /// One entry of the list: confidence, multiple.
    pub coverage_each: fn(&str, &str) -> String,
    /// Between entries of a list.
    pub list_separator: &'static str,
    /// A figure is being worked out.
    pub pending: &'static str,
    /// Names the reading of a drawing with keys: its finding.
    pub read: fn(&str) -> String,
    /// Names the menu of a drawing.
    pub picture: &'static str,
    /// Copies shapes and words; copies pixels.
    pub copy: [&'static str; 2],
    /// It is in the clipboard; it is a file; it could not be drawn.
    pub pictured: [&'static str; 3],
    /// Where a picture comes from: plan's name.
    pub source: fn(&str) -> String,
}

pub(super) const JA: FigureWords = FigureWords {
    dots: |reached, all| format!("{all}回中{reached}回 届く"),
    dots_legend: ["届く", "届かない"],
    fan_reached: |month| format!("まん中の見込みは、{}に目標へ届きます", ja_month(month)),
    fan_short: |middle, gap| format!("まん中の見込みは期末に{middle}。目標まで{gap}足りません"),
    fan_range: |range| format!("期末までの売上は、10回中8回 {range}に入ります"),
    fan_reading: |trials| {
        format!(
            "縦軸: 累計売上 / 濃い帯に10回中5回、薄い帯に10回中8回 入ります。途中の月は、はじめの{trials}回から"
        )
    },
    month: "月末",
    short_month: |month| format!("{month}月"),
    long_month: ja_month,
    curve: |stage, from, to, confidence| {
        format!("{stage}を月{from}から{to}にすると、{confidence} で届きます")
    },
    curve_flat: |stage, count, chance| format!("{stage} {count}で届く確率は {chance} です"),
    curve_reading: |target, count, months| {
        format!("縦軸: {target}に届く確率 / 横軸: {}の{count}（ほかの数字は同じ）", ja::span(months))
    },
    chance: "達成確率",
    monthly_budget: "広告費/月",
    budget: |amount| format!("広告費 月{amount}"),
    planned: "いまの計画",
    mark: |confidence| format!("目安 {confidence}"),
    funnel_widens: "下の段階ほど、計画からのずれが大きくなります",
    funnel_widest: |name| format!("計画からいちばんずれるのは、{name}です"),
    funnel_reading: |end| format!("線は10回中8回 入る幅（P10–P90）、点はまん中（P50）。横軸: 計画の0–{end}"),
    stage: "段階",
    in_plan: "計画",
    coverage: |stage, list| {
        format!(
            "期間中の{stage}を金額にすると、目標の何倍あればよいか: {list}。{stage}数 × 1件の平均金額 ÷ 目標で数えます。"
        )
    },
    coverage_each: |confidence, multiple| format!("{confidence} なら {multiple}倍"),
    list_separator: "、",
    pending: "計算中",
    read: |title| format!("{title}。左右の矢印キーで値を読めます"),
    picture: "図をコピー",
    copy: ["SVGでコピー", "PNGでコピー"],
    pictured: [
        "コピーしました。",
        "クリップボードを使えないため、ファイルに保存しました。",
        "このブラウザでは図にできませんでした。SVGのコピーか、画面の撮影を使ってください。",
    ],
    source: |plan| format!("{plan} / 逆算 Gyakusan で計算"),
};

pub(super) const EN: FigureWords = FigureWords {
    dots: |reached, all| format!("{reached} times in {all} it is reached"),
    dots_legend: ["reached", "missed"],
    fan_reached: |month| format!("The middle outcome reaches the target in {}", en_month(month)),
    fan_short: |middle, gap| format!("The middle outcome ends at {middle}, {gap} short of the target"),
    fan_range: |range| format!("8 times in 10, revenue ends within {range}"),
    fan_reading: |trials| {
        format!(
            "Up: revenue so far / 5 outcomes in 10 lie in the dark band, 8 in the light one. Months before the last: first {trials} draws"
        )
    },
    month: "End of",
    short_month: |month| en::month_name(month).to_owned(),
    long_month: en_month,
    curve: |stage, from, to, confidence| {
        format!("From {from} to {to} {} a month it is {confidence} likely", en::lower(stage))
    },
    curve_flat: |stage, count, chance| format!("{count} {} give a chance of {chance}", en::lower(stage)),
    curve_reading: |target, count, months| {
        format!(
            "Up: chance of reaching {target} / Across: {} {}, all else the same",
            en::lower(count),
            en::within(months)
        )
    },
    chance: "Chance",
    monthly_budget: "Ad budget / mo",
    budget: |amount| format!("ad budget {amount} / mo"),
    planned: "as planned",
    mark: |confidence| format!("{confidence} mark"),
    funnel_widens: "The further down the funnel, the further from plan",
    funnel_widest: |name| format!("{name} may end furthest from plan"),
    funnel_reading: |end| {
        format!("Lines: 8 times in 10 (P10–P90). Dots: the middle (P50). Across: 0–{end} of the plan")
    },
    stage: "Stage",
    in_plan: "Plan",
    coverage: |stage, list| {
        format!(
            "How many times the target the period's {} must be worth: {list}. Count × average amount ÷ target.",
            en::lower(stage)
        )
    },
    coverage_each: |confidence, multiple| format!("{multiple}× for {confidence}"),
    list_separator: ", ",
    pending: "Calculating",
    read: |title| format!("{title}. Arrow keys read its values"),
    picture: "Copy the chart",
    copy: ["Copy as SVG", "Copy as PNG"],
    pictured: [
        "Copied.",
        "The clipboard is closed, so it was saved as a file.",
        "This browser could not draw the picture. Copy it as SVG, or take a screenshot.",
    ],
    source: |plan| format!("{plan} / calculated with Gyakusan"),
};

fn ja_month((year, month): YearMonth) -> String {
    format!("{year}年{month}月")
}

fn en_month((year, month): YearMonth) -> String {
    format!("{} {year}", en::month_name(month))
}
