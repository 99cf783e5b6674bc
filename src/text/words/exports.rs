//! What is exported: workbooks, tables, summaries. The phrases belong to the part of the page that comes later, so they stand apart
//! from [`Words`](super::Words).

/// Phrases of exports. Those with places take what their comment names, in that order.
#[derive(Debug)]
pub struct ExportWords {
    /// Sheets: tree, inputs, months, channels, delays, solving, odds.
    pub sheets: [&'static str; 7],
    /// How the workbook is used.
    pub how_to_use: &'static str,
    /// The target.
    pub target: &'static str,
    /// The value of a deal, and its monthly fee.
    pub deal: [&'static str; 2],
    /// The coefficient of variation of delays.
    pub delay_variation: &'static str,
    /// The period.
    pub period: &'static str,
    /// Headings of the stages' inputs.
    pub stage_headings: [&'static str; 4],
    /// The calendar's months.
    pub season: &'static str,
    /// Weights of the calendar's months, of the plan's months, and normalised.
    pub weights: [&'static str; 3],
    /// The plan's months.
    pub months: &'static str,
    /// Headings of the channels' inputs.
    pub channel_headings: [&'static str; 7],
    /// Not solved for.
    pub fixed: &'static str,
    /// Rates by channel.
    pub channel_rates: &'static str,
    /// Opening customers, whether they count, those that do, their fee, the churn.
    pub customers: [&'static str; 5],
    /// Headings of expansions.
    pub expansion_headings: [&'static str; 5],
    /// A sum.
    pub total: &'static str,
    /// How the delays are calculated.
    pub delay_note: &'static str,
    /// Headings of the delays.
    pub delay_headings: [&'static str; 5],
    /// The number of months that have passed.
    pub months_passed: &'static str,
    /// Rows of the delays: from, to.
    pub ways: [&'static str; 5],
    /// How the channels are calculated.
    pub channel_note: &'static str,
    /// The share of those who start.
    pub reach: &'static str,
    /// What is counted: channel, stage.
    pub counted: &'static str,
    /// Arrivals: channel, stage.
    pub arrivals: &'static str,
    /// Spend: channel.
    pub spend: &'static str,
    /// Those who stood in a stage at the start: from, to.
    pub standing: &'static str,
    /// Entries and spend of the period.
    pub sums: [&'static str; 2],
    /// Nothing is solved for; something is; a delay is: its name.
    pub solve_notes: [&'static str; 3],
    /// The multiplier of the volumes.
    pub multiplier: &'static str,
    /// What a channel counts of a budget of 1: channel.
    pub unit_budget: &'static str,
    /// Wins without what is solved for, and of one unit of it.
    pub wins: [&'static str; 2],
    /// The goals of those.
    pub goals: [&'static str; 2],
    /// Customers, fees, what is paid once, revenue.
    pub billing: [&'static str; 4],
    /// The least and the largest value.
    pub limits: [&'static str; 2],
    /// Powers of the share that stays, and their coefficients.
    pub churn: [&'static str; 2],
    /// Headings of the halvings.
    pub halving_headings: [&'static str; 5],
    /// Revenue so far.
    pub cumulative: &'static str,
    /// What the tree says.
    pub tree_note: &'static str,
    /// What the plan brings.
    pub goal: &'static str,
    /// What is missing.
    pub short: &'static str,
    /// The answer: what was solved for.
    pub answer: &'static str,
    /// Spend ÷ wins.
    pub cost_of_win: &'static str,
    /// Headings of the tree.
    pub tree_headings: [&'static str; 5],
    /// There are no odds.
    pub no_odds: &'static str,
    /// Where the odds come from: trials, seed.
    pub odds_note: &'static str,
    /// Probability, its error, mean, standard deviation, seven percentiles.
    pub odds: [&'static str; 11],
    /// Confidence, required arrivals, monthly budget.
    pub required: [&'static str; 3],
    /// Headings of the bins.
    pub bins: [&'static str; 3],
    /// Headings of the tree as a table.
    pub tree_columns: [&'static str; 7],
    /// Headings of the months' spread: of revenue, then of revenue so far.
    pub month_columns: [&'static str; 6],
    /// Headings of the funnel as a table.
    pub funnel_columns: [&'static str; 6],
    /// Headings of the odds as a table.
    pub odds_columns: [&'static str; 7],
    /// Kinds of its rows: odds, required volume, bin, lever, share of the variance.
    pub kinds: [&'static str; 5],
    /// Headings of trials: number, goal, whether it reaches the target.
    pub trial_columns: [&'static str; 3],
    /// Headings of a summary: tree, odds, levers, assumptions, to look at.
    pub summary_headings: [&'static str; 5],
    /// Headings of the tree in a summary.
    pub summary_tree: [&'static str; 4],
    /// Assumptions: label and value.
    pub assumption: &'static str,
    /// A range after a value: range.
    pub range: &'static str,
    /// Budget and cost of a channel: budget a month, cost.
    pub bought: &'static str,
    /// Entries of a channel a month: entries.
    pub entered: &'static str,
    /// What the odds rest on: trials, seed.
    pub trials: &'static str,
    /// What a chat is told of the tree: plan, headline.
    pub chat_plan: &'static str,
    /// Counts of the stages in a row.
    pub chat_arrow: &'static str,
}

pub(super) const JA: ExportWords = ExportWords {
    sheets: ["ツリー", "入力", "月別", "チャネル別", "遅れ", "逆算", "見通し"],
    how_to_use: "青い数字が入力です。変えると、見通し以外のすべてのシートが計算し直されます。",
    target: "目標",
    deal: ["受注単価", "月額単価"],
    delay_variation: "遅れのばらつき（変動係数）",
    period: "期間",
    stage_headings: ["段階", "率", "前の段階からの遅れ（か月）", "開始時の件数"],
    season: "暦の月",
    weights: ["暦の月の重み", "計画の月の重み", "平均を1にした重み"],
    months: "月",
    channel_headings: ["チャネル", "入る段階", "数える段階", "月の件数", "月の予算", "1件あたりの費用", ""],
    fixed: "固定",
    channel_rates: "チャネル別の率",
    customers: ["開始時の顧客", "目標に数える（1か0）", "数える顧客", "顧客の月額", "月の解約率"],
    expansion_headings: [
        "追加の売上",
        "年の率",
        "金額",
        "顧客1社の月あたり（月額）",
        "顧客1社の月あたり（一度）",
    ],
    total: "合計",
    delay_note: "段階に入った人のうち、各月の終わりまでに後の段階に着いている割合。遅れはガンマ分布です。",
    delay_headings: ["", "平均", "分散", "形状", "尺度"],
    months_passed: "経過した月数",
    ways: [
        "{0}→{1} 着いた割合",
        "{0}→{1} 着いてからの時間",
        "{0}→{1} 遅れ別の割合（長い順）",
        "開始時の{0}→{1} 着いた割合",
        "開始時の{0}→{1} その月の割合",
    ],
    channel_note: "件数 = 届く割合 × それまでに入った人を遅れの割合で足したもの。",
    reach: "届く割合",
    counted: "{0}: 数える{1}（入力どおり）",
    arrivals: "{0}: {1}",
    spend: "{0}: 費用",
    standing: "開始時の{0}から{1}",
    sums: ["期間に入る件数", "期間の費用"],
    solve_notes: [
        "何も逆算していません。入力から結果へ計算しています。",
        "{0}を、平均どおりなら目標に届くように逆算しています。",
        "{0}は、書き出したときの計算結果です。式では解けないので、ほかの入力を変えたら目標との差を見て直してください。",
    ],
    multiplier: "件数の倍率",
    unit_budget: "{0}: 予算1あたりの件数",
    wins: ["受注（逆算する数を除く）", "受注（逆算する数1あたり）"],
    goals: ["結果（逆算する数を除く）", "結果（逆算する数1あたり）"],
    billing: ["顧客", "月額の売上", "一度きりの売上", "売上"],
    limits: ["下限", "上限"],
    churn: ["残る割合の次数", "その係数"],
    halving_headings: ["解約率を半分ずつ絞る", "下", "上", "中央", "中央での結果"],
    cumulative: "売上の累計",
    tree_note: "平均どおりに進んだときの数字です。届く確率は「見通し」にあります。",
    goal: "結果",
    short: "目標との差",
    answer: "逆算の答え: {0}",
    cost_of_win: "受注1件あたりの費用",
    tree_headings: ["段階", "率", "遅れ（か月）", "件数", "必要な件数"],
    no_odds: "書き出したとき、見通しはまだ計算されていませんでした。",
    odds_note: "{0}回の試行（乱数の種 {1}）の結果を書き出したものです。式ではないので、入力を変えても変わりません。",
    odds: ["届く確率", "確率の誤差", "平均", "標準偏差", "P5", "P10", "P25", "P50", "P75", "P90", "P95"],
    required: ["求める確率", "そのために必要な件数（最初の段階）", "そのための月の予算"],
    bins: ["結果がこの額から", "この額未満", "試行の数"],
    tree_columns: ["段階", "率", "率の件数の裏づけ", "遅れ（か月）", "開始時の件数", "件数", "必要な件数"],
    month_columns: ["売上 P10", "売上 P50", "売上 P90", "累計 P10", "累計 P50", "累計 P90"],
    funnel_columns: ["段階", "件数", "必要な件数", "P10", "P50", "P90"],
    odds_columns: ["種類", "項目", "値", "から", "まで", "届く確率", "費用"],
    kinds: ["見通し", "必要な件数", "分布", "打ち手", "結果を動かすもの"],
    trial_columns: ["試行", "結果", "目標に届く"],
    summary_headings: ["ツリー", "見通し", "確率を上げるには", "前提", "確かめること"],
    summary_tree: ["段階", "率", "件数", "遅れ"],
    assumption: "{0}: {1}",
    range: "（10回中9回は {0}）",
    bought: "月{0}、1件 {1}",
    entered: "月{0}件",
    trials: "{0}回の試行、乱数の種 {1}",
    chat_plan: "{0}｜{1}",
    chat_arrow: " → ",
};

pub(super) const EN: ExportWords = ExportWords {
    sheets: ["Tree", "Inputs", "Months", "Channels", "Delays", "Solve", "Odds"],
    how_to_use: "Blue numbers are inputs. Change one, and every sheet but the odds is calculated again.",
    target: "Target",
    deal: ["Deal value", "Monthly fee"],
    delay_variation: "Variation of delays (standard deviation ÷ mean)",
    period: "Period",
    stage_headings: ["Stage", "Rate", "Delay from the stage before (months)", "Standing there at the start"],
    season: "Calendar month",
    weights: ["Weights of calendar months", "Weights of the plan's months", "Weights with mean 1"],
    months: "Month",
    channel_headings: ["Channel", "Enters", "Counted at", "A month", "Budget a month", "Cost each", ""],
    fixed: "fixed",
    channel_rates: "Rates by channel",
    customers: [
        "Customers at the start",
        "Count towards the target (1 or 0)",
        "Customers that count",
        "Their monthly fee",
        "Monthly churn",
    ],
    expansion_headings: [
        "Expansion",
        "Yearly rate",
        "Value",
        "A month per customer (fees)",
        "A month per customer (once)",
    ],
    total: "Total",
    delay_note: "The share of those who start in a stage that has arrived in a later one by the end of each month. Delays are Gamma.",
    delay_headings: ["", "Mean", "Variance", "Shape", "Scale"],
    months_passed: "Months passed",
    ways: [
        "{0} → {1}: share arrived",
        "{0} → {1}: time since arrival",
        "{0} → {1}: share by lag, longest first",
        "{0} at the start → {1}: share arrived",
        "{0} at the start → {1}: share in the month",
    ],
    channel_note: "Arrivals = share that reaches the stage × everybody who entered before, by the share of their lag.",
    reach: "Share that reaches it",
    counted: "{0}: {1} counted (as entered)",
    arrivals: "{0}: {1}",
    spend: "{0}: spend",
    standing: "{0} at the start → {1}",
    sums: ["Entries in the period", "Spend in the period"],
    solve_notes: [
        "Nothing is solved for: the plan runs from its inputs to its result.",
        "{0} is solved for, so that the plan meets its target if everything goes as the means say.",
        "{0} stands as it was solved when the file was written. No formula finds it: after a change, watch the gap to the target and adjust it.",
    ],
    multiplier: "Multiplier of the volumes",
    unit_budget: "{0}: counted per unit of budget",
    wins: ["Wins without what is solved for", "Wins per unit of what is solved for"],
    goals: ["Result without what is solved for", "Result per unit of what is solved for"],
    billing: ["Customers", "Monthly fees", "Paid once", "Revenue"],
    limits: ["Least value", "Largest value"],
    churn: ["Power of the share that stays", "Its coefficient"],
    halving_headings: ["Halving the range of the churn", "Low", "High", "Middle", "Result at the middle"],
    cumulative: "Revenue so far",
    tree_note: "These are the figures if everything goes as the means say. How likely that is stands on the sheet of the odds.",
    goal: "Result",
    short: "Gap to the target",
    answer: "Answer: {0}",
    cost_of_win: "Spend per win",
    tree_headings: ["Stage", "Rate", "Delay (months)", "Count", "Needed"],
    no_odds: "The odds had not been calculated when the file was written.",
    odds_note: "Figures of {0} trials (seed {1}) as they were when the file was written. They are no formulas and do not follow the inputs.",
    odds: [
        "Chance of reaching the target",
        "Error of the chance",
        "Mean",
        "Standard deviation",
        "P5",
        "P10",
        "P25",
        "P50",
        "P75",
        "P90",
        "P95",
    ],
    required: ["Chance asked for", "Needed for it in the first stage", "Budget a month for it"],
    bins: ["Result from", "Below", "Trials"],
    tree_columns: [
        "Stage",
        "Rate",
        "Cases the rate rests on",
        "Delay (months)",
        "Standing at the start",
        "Count",
        "Needed",
    ],
    month_columns: ["Revenue P10", "Revenue P50", "Revenue P90", "So far P10", "So far P50", "So far P90"],
    funnel_columns: ["Stage", "Count", "Needed", "P10", "P50", "P90"],
    odds_columns: ["Kind", "Item", "Value", "From", "To", "Chance", "Cost"],
    kinds: ["Odds", "Needed volume", "Distribution", "Lever", "What moves the result"],
    trial_columns: ["Trial", "Result", "Reaches the target"],
    summary_headings: ["Tree", "Odds", "What would raise the chance", "Assumptions", "To look at"],
    summary_tree: ["Stage", "Rate", "Count", "Delay"],
    assumption: "{0}: {1}",
    range: " (9 times in 10: {0})",
    bought: "{0} a month, {1} each",
    entered: "{0} a month",
    trials: "{0} trials, seed {1}",
    chat_plan: "{0} | {1}",
    chat_arrow: " → ",
};
