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
    /// The current plan is kept already: letter of the scenario.
    pub already: &'static str,
    /// The current plan.
    pub current: &'static str,
    /// Names the field of a scenario's name.
    pub name: &'static str,
    /// A scenario without a name: letter.
    pub unnamed: &'static str,
    /// Opens what can be done to a scenario: letter and name.
    pub more: &'static str,
    /// Makes it the plan; puts the current plan in its place; removes it.
    pub actions: [&'static str; 3],
    /// Notice: the current plan is kept.
    pub kept: &'static str,
    /// Notice: it stands in the place of a scenario.
    pub replaced: &'static str,
    /// Notice: a scenario was removed: its name.
    pub removed: &'static str,
    /// Notice: a scenario is the plan: its name.
    pub promoted: &'static str,
    /// Notice: the plan before is kept.
    pub former_kept: &'static str,
    /// Offers to keep the plan that a scenario took the place of: letter of the place.
    pub offer: &'static str,
    /// What differs, in a name: what, value.
    pub named: &'static str,
    /// How many more differences: count.
    pub and_more: &'static str,
    /// A plan that differs by nothing.
    pub unchanged: &'static str,
    /// What the drawn ranges are: target.
    pub ranges: &'static str,
    /// Where a target of its own counts.
    pub own_targets: &'static str,
    /// More likely, less likely: points, error.
    pub likelier: [&'static str; 2],
    /// No difference to be told: points, error.
    pub alike: &'static str,
    /// The same outcome in every trial.
    pub same: &'static str,
    /// The same plan.
    pub same_plan: &'static str,
    /// Being worked out.
    pub pending: &'static str,
    /// Title of the curves, and how to read them.
    pub curves: [&'static str; 2],
    /// Names of the table's parts: results, what it takes, inputs that differ.
    pub parts: [&'static str; 3],
    /// Rows: chance, difference to A, P90, P50, P10.
    pub results: [&'static str; 5],
    /// Row: count at the confidence: confidence, what is counted.
    pub required: &'static str,
    /// Rows: budget of a month, of the period.
    pub budgets: [&'static str; 2],
    /// A volume that does not exist.
    pub unreachable: &'static str,
    /// Row: differences that no field names.
    pub others: &'static str,
    /// Whether there are such: differs, the same.
    pub differs: [&'static str; 2],
    /// Nothing differs.
    pub no_difference: &'static str,
    /// Names the table.
    pub table: &'static str,
    /// Months with shares of their own.
    pub own_months: &'static str,
    /// A box that is ticked, or not.
    pub yes_or_no: [&'static str; 2],
}

pub(in crate::text) static JA: ScenarioWords = ScenarioWords {
    title: "シナリオを比べる",
    close: "閉じる",
    empty: "いまの計画を保存しておくと、数字を変えた計画と並べて、届く確率の差を比べられます。",
    keep: "いまの計画を保存",
    full: "4つまで。入れかえるには1つ削除します",
    already: "いまの計画は {0} と同じです",
    current: "いまの計画",
    name: "シナリオの名前",
    unnamed: "シナリオ{0}",
    more: "シナリオ{0}の操作",
    actions: ["この計画に切りかえる", "いまの計画で置きかえる", "削除する"],
    kept: "いまの計画をシナリオに保存しました",
    replaced: "シナリオをいまの計画で置きかえました",
    removed: "「{0}」を削除しました",
    promoted: "「{0}」をいまの計画にしました",
    former_kept: "前の計画をシナリオに保存しました",
    offer: "前の計画を {0} に残す",
    named: "{0}を{1}に",
    and_more: " ほか{0}件",
    unchanged: "最初の計画",
    ranges: "線は P10–P90、点は P50。確率は{0}に届く割合。",
    own_targets: "線は P10–P90、点は P50。確率はそれぞれの目標（縦の線）に届く割合。",
    likelier: [" は A より {0} 届きやすい（誤差 ±{1}）", " は A より {0} 届きにくい（誤差 ±{1}）"],
    alike: " と A の差は、この回数では見分けられません（差 {0}、誤差 ±{1}）",
    same: " と A は、どの回でも同じように届きます",
    same_plan: " はいまの計画と同じです。数字を変えると差が出ます",
    pending: " を計算しています",
    curves: [
        "その額以上になる確率",
        "横軸: 期間の売上 / 縦軸: その額以上になる割合。目標の線と交わる高さが達成確率",
    ],
    parts: ["結果", "必要な量", "違う入力"],
    results: ["達成確率", "A との差", "P90", "見込み P50", "P10"],
    required: "{0}に必要な{1}",
    budgets: ["広告費/月", "広告費/期間"],
    unreachable: "届かない",
    others: "ほかの入力",
    differs: ["A と違う", "同じ"],
    no_difference: "入力に違いはありません",
    table: "シナリオの数字",
    own_months: "月ごとに入力",
    yes_or_no: ["はい", "いいえ"],
};

pub(in crate::text) static EN: ScenarioWords = ScenarioWords {
    title: "Compare scenarios",
    close: "Close",
    empty: "Keep the current plan, then change its numbers: both stand side by side, with the difference in their chances.",
    keep: "Keep the current plan",
    full: "Up to four. Delete one to make room",
    already: "The current plan is the same as {0}",
    current: "Current plan",
    name: "Name of the scenario",
    unnamed: "Scenario {0}",
    more: "More for scenario {0}",
    actions: ["Switch to this plan", "Replace with the current plan", "Delete"],
    kept: "The current plan is kept as a scenario",
    replaced: "The scenario is now the current plan",
    removed: "Deleted “{0}”",
    promoted: "“{0}” is the current plan now",
    former_kept: "The plan before is kept as a scenario",
    offer: "Keep the plan before as {0}",
    named: "{0} {1}",
    and_more: " and {0} more",
    unchanged: "First plan",
    ranges: "Line: P10–P90, dot: P50. The chance is that of reaching {0}.",
    own_targets: "Line: P10–P90, dot: P50. Each chance is that of its own target (upright line).",
    likelier: [" is {0} likelier than A (error ±{1})", " is {0} less likely than A (error ±{1})"],
    alike: " and A cannot be told apart with these draws (difference {0}, error ±{1})",
    same: " reaches its target in the same draws as A",
    same_plan: " is the same as the current plan. Change a number to see a difference",
    pending: " is being worked out",
    curves: [
        "Chance of at least this much",
        "Across: revenue of the period / Up: share of draws with at least this much. It meets the target line at the chance",
    ],
    parts: ["Results", "What it takes", "Inputs that differ"],
    results: ["Chance", "Compared with A", "P90", "Likely result P50", "P10"],
    required: "{1} for {0}",
    budgets: ["Ad budget a month", "Ad budget in the period"],
    unreachable: "out of reach",
    others: "Other inputs",
    differs: ["unlike A", "same"],
    no_difference: "No input differs",
    table: "The scenarios in figures",
    own_months: "Month by month",
    yes_or_no: ["Yes", "No"],
};
