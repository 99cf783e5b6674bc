//! Scenarios side by side.

/// Scenarios side by side.
#[derive(Debug)]
pub struct ScenarioWords {
    /// Names the panel.
    pub title: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// What the panel is for, before anything is kept.
    pub empty: &'static str,
    /// Keeps the current plan.
    pub keep: &'static str,
    /// There is no room for more.
    pub full: &'static str,
    /// The current plan.
    pub current: &'static str,
    /// A scenario without a name: letter.
    pub unnamed: &'static str,
    /// Opens what can be done to a scenario: letter and name.
    pub more: &'static str,
    /// Makes it the plan; puts the current plan in its place; removes it.
    pub actions: [&'static str; 3],
    /// Notice: the current plan is kept.
    pub kept: &'static str,
    /// Notice: a scenario was removed: its name.
    pub removed: &'static str,
    /// Notice: a scenario is the plan: its name.
    pub promoted: &'static str,
    /// Offers to keep the plan that a scenario took the place of: letter of the place.
    pub offer: &'static str,
    /// What differs, in a name: what, value.
    pub named: &'static str,
    /// How many more differences: count.
    pub and_more: &'static str,
    /// A plan that differs by nothing.
    pub unchanged: &'static str,
    /// What the drawn ranges are.
    pub ranges: &'static str,
    /// More likely, less likely: points, error.
    pub likelier: [&'static str; 2],
    /// No difference to be told: points, error.
    pub alike: &'static str,
    /// The same plan.
    pub same_plan: &'static str,
    /// Being worked out.
    pub pending: &'static str,
    /// Title of the curves, and how to read them.
    pub curves: [&'static str; 2],
    /// Names of the table's parts: results, what it takes, inputs that differ.
    pub parts: [&'static str; 3],
    /// Row: the difference to the current plan.
    pub difference: &'static str,
    /// Row: differences that no field names.
    pub others: &'static str,
    /// Whether there are such.
    pub differs: [&'static str; 2],
    /// Nothing differs.
    pub no_difference: &'static str,
}

pub(super) const JA: ScenarioWords = ScenarioWords {
    title: "シナリオを比べる",
    close: "閉じる",
    empty: "計画を保存しておくと、数字を変えた計画と、届く確率を比べられます。",
    keep: "いまの計画を保存",
    full: "4つまでです",
    current: "いまの計画",
    unnamed: "シナリオ{0}",
    more: "{0}の操作",
    actions: ["いまの計画にする", "いまの計画で置きかえる", "削除"],
    kept: "シナリオに保存しました",
    removed: "「{0}」を削除しました",
    promoted: "「{0}」をいまの計画にしました",
    offer: "前の計画を {0} に残す",
    named: "{0}を{1}に",
    and_more: " ほか{0}件",
    unchanged: "最初の計画",
    ranges: "線は P10–P90、点は P50、縦の線は目標。± は差の標準誤差。",
    likelier: [" は A より {0} 届きやすい（±{1}）", " は A より {0} 届きにくい（±{1}）"],
    alike: " と A の差は見分けられません（{0} ±{1}）",
    same_plan: " はいまの計画と同じです",
    pending: " を計算しています",
    curves: ["その額以上になる確率", "点は目標。その高さが達成確率"],
    parts: ["結果", "必要な量", "違う入力"],
    difference: "A との差",
    others: "ほかの入力",
    differs: ["違う", "同じ"],
    no_difference: "入力に違いはありません",
};

pub(super) const EN: ScenarioWords = ScenarioWords {
    title: "Compare scenarios",
    close: "Close",
    empty: "Keep the current plan, then change its numbers to compare the chances.",
    keep: "Keep the current plan",
    full: "Up to four",
    current: "Current plan",
    unnamed: "Scenario {0}",
    more: "More for {0}",
    actions: ["Make it the current plan", "Replace with the current plan", "Delete"],
    kept: "Kept as a scenario",
    removed: "Deleted “{0}”",
    promoted: "“{0}” is the current plan now",
    offer: "Keep the plan before as {0}",
    named: "{0} {1}",
    and_more: " and {0} more",
    unchanged: "First plan",
    ranges: "Line: P10–P90, dot: P50, upright: the target. ±: standard error of the difference.",
    likelier: [" is {0} likelier than A (±{1})", " is {0} less likely than A (±{1})"],
    alike: " and A cannot be told apart ({0} ±{1})",
    same_plan: " is the same as the current plan",
    pending: " is being worked out",
    curves: ["Chance of at least this much", "Dots: the targets, at their chances"],
    parts: ["Results", "What it takes", "Inputs that differ"],
    difference: "Compared with A",
    others: "Other inputs",
    differs: ["differ", "same"],
    no_difference: "No input differs",
};
