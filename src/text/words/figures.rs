//! The figures of the view of the odds.

use super::{en, ja};

/// Months as a year and a number from 1 to 12.
type YearMonth = (u16, u8);

/// The figures of the view of the odds.
#[derive(Debug)]
pub struct FigureWords {
    /// A name inside a sentence.
    pub inside: fn(&str) -> String,
    /// A count within a period of so many months.
    pub within: fn(usize) -> String,
    /// The median reaches the target: month.
    pub fan_reached: &'static str,
    /// The median misses the target: median, what is missing.
    pub fan_short: &'static str,
    /// Revenue of a plan with another measure: p10 to p90.
    pub fan_range: &'static str,
    /// How to read the fan: trials.
    pub fan_reading: &'static str,
    /// Columns of the fan's table: month and five quantiles.
    pub fan_head: &'static [&'static str],
    /// A month on an axis: its number.
    pub short_month: fn(u8) -> String,
    /// A month in a sentence.
    pub long_month: fn(YearMonth) -> String,
    /// More volume is likelier: name of the first stage, monthly counts from and to, confidence.
    pub curve: &'static str,
    /// No volume gives the confidence: name of the first stage, count, chance.
    pub curve_flat: &'static str,
    /// How to read the curve: target, name of the count, months.
    pub curve_reading: &'static str,
    /// Columns of the curve's table: count, probability, monthly budget.
    pub curve_head: &'static [&'static str],
    /// A monthly budget: amount.
    pub budget: &'static str,
    /// The plan as it is.
    pub planned: &'static str,
    /// The confidence's line: confidence.
    pub mark: &'static str,
    /// Ranges widen from stage to stage.
    pub funnel_widens: &'static str,
    /// One figure has the widest range: its name.
    pub funnel_widest: &'static str,
    /// How to read the ranges: end of their scale.
    pub funnel_reading: &'static str,
    /// Columns of the ranges' table: stage, plan, three quantiles.
    pub funnel_head: &'static [&'static str],
    /// What the stage before won has to be worth: its name, the list.
    pub coverage: &'static str,
    /// One entry of the list: confidence, multiple.
    pub coverage_each: &'static str,
    /// Between entries of a list.
    pub list_separator: &'static str,
    /// A figure is being worked out.
    pub pending: &'static str,
    /// Names the reading of a drawing with keys: its finding.
    pub read: &'static str,
    /// Names the menu of a drawing.
    pub picture: &'static str,
    /// Copies shapes and words; copies pixels.
    pub copy: [&'static str; 2],
    /// It is in the clipboard; it is a file; it could not be drawn.
    pub pictured: [&'static str; 3],
    /// Where a picture comes from: plan's name.
    pub source: &'static str,
}

pub(super) const JA: FigureWords = FigureWords {
    inside: str::to_owned,
    within: ja::span,
    fan_reached: "まん中の見込みは、{0}に目標へ届きます",
    fan_short: "まん中の見込みは期末に{0}。目標まで{1}足りません",
    fan_range: "期末までの売上は、10回中8回 {0}に入ります",
    fan_reading: "縦軸: 累計売上 / 濃い帯に10回中5回、薄い帯に10回中8回 入ります。途中の月は、はじめの{0}回から",
    fan_head: &["月末", "P10", "P25", "P50", "P75", "P90"],
    short_month: |month| format!("{month}月"),
    long_month: ja_month,
    curve: "{0}を月{1}から{2}にすると、{3} で届きます",
    curve_flat: "{0} {1}で届く確率は {2} です",
    curve_reading: "縦軸: {0}に届く確率 / 横軸: {2}の{1}（ほかの数字は同じ）",
    curve_head: &["期間の件数", "達成確率", "広告費/月"],
    budget: "広告費 月{0}",
    planned: "いまの計画",
    mark: "目安 {0}",
    funnel_widens: "下の段階ほど、計画からのずれが大きくなります",
    funnel_widest: "計画からいちばんずれるのは、{0}です",
    funnel_reading: "線は10回中8回 入る幅（P10–P90）、点はまん中（P50）。横軸: 計画の0–{0}",
    funnel_head: &["段階", "計画", "P10", "P50", "P90"],
    coverage: "期間中の{0}を金額にすると、目標の何倍あればよいか: {1}。{0}数 × 1件の平均金額 ÷ 目標で数えます。",
    coverage_each: "{0} なら {1}倍",
    list_separator: "、",
    pending: "計算中",
    read: "{0}。左右の矢印キーで値を読めます",
    picture: "図をコピー",
    copy: ["SVGでコピー", "PNGでコピー"],
    pictured: [
        "コピーしました。",
        "クリップボードを使えないため、ファイルに保存しました。",
        "このブラウザでは図にできませんでした。SVGのコピーか、画面の撮影を使ってください。",
    ],
    source: "{0} / 逆算 Gyakusan で計算",
};

pub(super) const EN: FigureWords = FigureWords {
    inside: en::lower,
    within: en::within,
    fan_reached: "The middle outcome reaches the target in {0}",
    fan_short: "The middle outcome ends at {0}, {1} short of the target",
    fan_range: "8 times in 10, revenue ends within {0}",
    fan_reading: "Up: revenue so far / 5 outcomes in 10 lie in the dark band, 8 in the light one. Months before the last: first {0} draws",
    fan_head: &["End of", "P10", "P25", "P50", "P75", "P90"],
    short_month: |month| en::month_name(month).to_owned(),
    long_month: en_month,
    curve: "From {1} to {2} {0} a month it is {3} likely",
    curve_flat: "{1} {0} give a chance of {2}",
    curve_reading: "Up: chance of reaching {0} / Across: {1} {2}, all else the same",
    curve_head: &["Count", "Chance", "Ad budget / mo"],
    budget: "ad budget {0} / mo",
    planned: "as planned",
    mark: "{0} mark",
    funnel_widens: "The further down the funnel, the further from plan",
    funnel_widest: "{0} may end furthest from plan",
    funnel_reading: "Lines: 8 times in 10 (P10–P90). Dots: the middle (P50). Across: 0–{0} of the plan",
    funnel_head: &["Stage", "Plan", "P10", "P50", "P90"],
    coverage: "How many times the target the period's {0} must be worth: {1}. Count × average amount ÷ target.",
    coverage_each: "{1}× for {0}",
    list_separator: ", ",
    pending: "Calculating",
    read: "{0}. Arrow keys read its values",
    picture: "Copy the chart",
    copy: ["Copy as SVG", "Copy as PNG"],
    pictured: [
        "Copied.",
        "The clipboard is closed, so it was saved as a file.",
        "This browser could not draw the picture. Copy it as SVG, or take a screenshot.",
    ],
    source: "{0} / calculated with Gyakusan",
};

fn ja_month((year, month): YearMonth) -> String {
    format!("{year}年{month}月")
}

fn en_month((year, month): YearMonth) -> String {
    format!("{} {year}", en::month_name(month))
}
