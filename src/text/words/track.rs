//! The actuals: what happened so far, what it teaches, where the period will land.

/// The actuals. Phrases with places take what their comment names, in that order.
#[derive(Debug)]
pub struct TrackWords {
    /// Without actuals: the view's headline and what stands below it.
    pub empty: [&'static str; 2],
    /// How actuals come in: what can be put here, the button, what becomes of it.
    pub ways_in: [&'static str; 3],
    /// They are being read.
    pub reading: &'static str,
    /// Takes the actuals away.
    pub remove: &'static str,
    /// Notice: they were taken away.
    pub removed: &'static str,
    /// The actuals do not fit the plan: headline, what can be done.
    pub misfit: [&'static str; 2],
    /// There are more errors: how many.
    pub more_errors: &'static str,
    /// The plan has no tree.
    pub no_tree: &'static str,
    /// Where they come from, counted by month or by prospect: first and last month, rows.
    pub sources: [&'static str; 2],
    /// Which files they were read from: names, day.
    pub imported: &'static str,
    /// The headline before the first figure: months.
    pub calculating: &'static str,
    /// The headline up to the odds: months.
    pub headline: &'static str,
    /// After the odds: they rose, fell, stand, or nothing is known of before.
    pub changes: [&'static str; 4],
    /// The headline once the period is over, before and after the result: reached, or not.
    pub over: [[&'static str; 2]; 2],
    /// What was to be reached: target.
    pub target_was: &'static str,
    /// The odds before: odds.
    pub odds_before: &'static str,
    /// Between sentences.
    pub joiner: &'static str,
    /// What moved it up most, or down: name, before, after.
    pub moved: [&'static str; 2],
    /// The same of how many came: name of the count, percent of the plan.
    pub came: [&'static str; 2],
    /// Finding of the landing: month, median; once the period is over the result.
    pub landing: [&'static str; 2],
    /// How to read it: months left.
    pub landing_reading: &'static str,
    /// Columns of its table.
    pub landing_head: &'static [&'static str],
    /// What came.
    pub actual: &'static str,
    /// Revenue so far, or fees: first and last month.
    pub revenue_card: &'static str,
    /// Fees so far: first and last month.
    pub fees_card: &'static str,
    /// Beside it, up to the attainment: plan.
    pub revenue_note: &'static str,
    /// The median of the landing; of the yearly fees at its end.
    pub landing_card: [&'static str; 2],
    /// Beside it: p10 and p90.
    pub landing_note: &'static str,
    /// Entries of the months left as planned: months, name of the count.
    pub needed_card: &'static str,
    /// What is needed is being worked out.
    pub needed_coming: &'static str,
    /// Nothing more is needed: confidence.
    pub needed_none: &'static str,
    /// More is needed than planned, or no more; before the count: confidence, after it: monthly counts planned and needed.
    pub needed: [[&'static str; 2]; 2],
    /// Entries come too late: confidence, share of next month's wins that come in time.
    pub too_late: &'static str,
    /// It takes too many entries: confidence.
    pub too_many: &'static str,
    /// Before the odds of the open prospects alone: name of the stage before the last.
    pub open_alone: &'static str,
    /// Before the factor of the price: confidence.
    pub price: &'static str,
    /// Headings: goal, departments, funnel, what was learned, volumes, delays, lost reasons, forecasts.
    pub headings: [&'static str; 8],
    /// What the departments' figures are compared with: month.
    pub department_reading: &'static str,
    /// A department without figures.
    pub no_figures: &'static str,
    /// By the plan: figure.
    pub planned: &'static str,
    /// A figure is behind.
    pub behind: &'static str,
    /// What an entry costs.
    pub cost: &'static str,
    /// Names the choice of the channel, and of the months.
    pub choices: [&'static str; 2],
    /// All channels.
    pub all: &'static str,
    /// The months to choose from, the shortest first: last month.
    pub spans: [&'static str; 4],
    /// What the funnel's plan is, so far and of the whole period: month.
    pub funnel_readings: [&'static str; 2],
    /// Columns of the funnel: stage, plan, actual, attainment, from the stage before.
    pub funnel_head: [&'static str; 5],
    /// How to read what was learned.
    pub learned_reading: &'static str,
    /// What a rate rests on, without and with recorded losses: arrivals, passes, losses, open.
    pub rate_counts: [&'static str; 2],
    /// The plan's value and its weight; one without evidence; one that is taken for known: value, of what, how many.
    pub weights: [&'static str; 3],
    /// What the deal value rests on: deals, their mean.
    pub value_counts: &'static str,
    /// What the churn rests on: months of customers, customers lost.
    pub churn_counts: &'static str,
    /// What churn is weighed in.
    pub customer_months: &'static str,
    /// The range 9 times in 10: range.
    pub range: &'static str,
    /// Takes what was learned into the plan; takes the delays.
    pub take: [&'static str; 2],
    /// What taking does; what comes first where delays differ.
    pub take_notes: [&'static str; 2],
    /// Notice: it was taken.
    pub taken: &'static str,
    /// It has been taken already: month.
    pub taken_already: &'static str,
    /// Entries beside the plan's, known or learned: arrivals, expected, percent, learned percent.
    pub volumes: [&'static str; 2],
    /// What a delay rests on: passes.
    pub delay_counts: &'static str,
    /// A measured delay.
    pub measured: &'static str,
    /// This month alone misleads: month, rate, its naive value, wins, stage before, its count, delay, learned rate.
    pub misleading: &'static str,
    /// More than all.
    pub above_all: &'static str,
    /// Lost on the way into a stage: stage, how many.
    pub lost_at: &'static str,
    /// A reason's share: count, percent.
    pub lost_share: &'static str,
    /// No reason was given; reasons that programs name in English: budget, timing, competitor, no need.
    pub no_reason: &'static str,
    /// Those reasons' names.
    pub reasons: [&'static str; 4],
    /// Columns of the forecasts: month, odds, range, median, what happened.
    pub forecast_head: [&'static str; 5],
    /// How many ranges held, once the period is over and before: how many, how many of them.
    pub scored: [&'static str; 2],
    /// None can be looked at yet.
    pub not_scored: &'static str,
    /// The result lies in the range, or not.
    pub verdicts: [&'static str; 2],
}

pub(super) const JA: TrackWords = TrackWords {
    empty: [
        "実績を入れると、達成確率を計算し直します。",
        "計画の率と実績の率を合わせて、残りの月を見積もります。",
    ],
    ways_in: [
        "実績の入った計画ファイルを選びます",
        "ファイルを選ぶ",
        "この端末の中だけで処理し、どこにも送信しません",
    ],
    reading: "実績を読んでいます",
    remove: "実績を外す",
    removed: "実績を外しました。",
    misfit: [
        "この実績は、いまの計画と合いません。",
        "計画の段階・チャネル・期間を実績に合わせるか、実績を外してください。実績はそのまま残っています。",
    ],
    more_errors: "ほかに{0}か所あります。",
    no_tree: "計画を計算できないため、実績と比べられません。",
    sources: ["{0}–{1} ・ 月別の実績 {2}行", "{0}–{1} ・ 見込み客 {2}件"],
    imported: "{0}、{1} 取り込み",
    calculating: "{0}か月目まで: 達成確率を計算しています。",
    headline: "{0}か月目まで: 達成確率は ",
    changes: [" に上がりました。", " に下がりました。", " のままです。", " です。"],
    over: [["期間が終わり、", " で目標に届きました。"], ["期間が終わり、", " で目標に届きませんでした。"]],
    target_was: "目標は{0}でした。",
    odds_before: "計画時は {0}。",
    joiner: "",
    moved: ["いちばん押し上げたのは{0}で、{1} → {2} です。", "いちばん押し下げたのは{0}で、{1} → {2} です。"],
    came: [
        "いちばん押し上げたのは{0}で、計画の {1} です。",
        "いちばん押し下げたのは{0}で、計画の {1} です。",
    ],
    landing: ["{0}までの実績で、期末の見込みは {1} です", "期間の売上は {0} でした"],
    landing_reading: "縦軸: 累計売上 / 実線は実績、破線は計画、帯は残り{0}か月の見込み（10回中5回・8回）",
    landing_head: &["月末", "計画", "実績", "P10", "P50", "P90"],
    actual: "実績",
    revenue_card: "売上（{0}–{1}）",
    fees_card: "利用料の売上（{0}–{1}）",
    revenue_note: "計画 {0} ・ 達成率 ",
    landing_card: ["期末の見込み P50", "期末ARRの見込み P50"],
    landing_note: "P10 {0} – P90 {1}",
    needed_card: "残り{0}か月の{1}（計画）",
    needed_coming: "必要な数を計算しています",
    needed_none: "いまの商談と固定チャネルだけで、{0} の確度に届きます",
    needed: [
        ["{0} にするには ", "（月 {0} → {1}）"],
        ["{0} には ", " で足ります（月 {0} の計画に対して {1}）"],
    ],
    too_late: "これから入る分だけでは {0} に届きません。来月入る分のうち、期間内に受注になるのは {1} です。",
    too_many: "これから入る分だけでは {0} に届きません。計画の20倍を超える数が要ります。",
    open_alone: "いま{0}などにいる人だけで届く確率 ",
    price: "これからの受注の単価で {0} にするには ",
    headings: [
        "KGIの進み",
        "部門ごとの達成率",
        "ファネル全体",
        "実績から学んだ率",
        "チャネルごとの量",
        "実測した遅れ",
        "失注の理由",
        "これまでの見込み",
    ],
    department_reading: "{0}までの累計。計画は、遅れを数えて今日までに着くはずの数です。90%未満に",
    no_figures: "比べられる数字がまだありません。「合意」の指標に実績を入れると、ここに並びます。",
    planned: "計画 {0}",
    behind: "計画の90%未満",
    cost: "CPA",
    choices: ["チャネル", "期間"],
    all: "すべて",
    spans: ["{0}", "四半期", "累計", "通期"],
    funnel_readings: [
        "計画は、遅れを数えて{0}末までに着くはずの数です",
        "計画は期間全体の数、実績は{0}末までの数です",
    ],
    funnel_head: ["段階", "計画", "実績", "達成率", "前の段階から"],
    learned_reading: "まだ結果の出ていない分を、たった時間に応じて数えています。帯は90%の幅、▼は計画の値です",
    rate_counts: [
        "{0}件のうち {1}件が進み、{3}件は未決（失注の記録なし）",
        "{0}件のうち {1}件が進み、{2}件が失注、{3}件は未決",
    ],
    weights: [
        "計画 {0}（この目標値は{1}{2}件分の重み）",
        "計画 {0}（根拠の件数がないので、{1}{2}件分の重み）",
        "計画 {0}（確かな値として動かしません）",
    ],
    value_counts: "受注 {0}件の平均 {1}",
    churn_counts: "延べ {0}社月のうち {1}社が解約",
    customer_months: "延べ社月 ",
    range: "90%の幅 {0}",
    take: ["計画に取り込む", "遅れを計画に取り込む"],
    take_notes: [
        "率・単価・解約率を、ここの値と根拠に置きかえます。元に戻せます。月の量は計画のままです。",
        "先に遅れを取り込むと、率もその遅れで計算し直します。",
    ],
    taken: "計画に取り込みました。",
    taken_already: "この計画には{0}までの実績を取り込んであります。ここでは取り込む前の値と比べているので、同じ実績を二重に学ぶことはありません。",
    volumes: [
        "計画の {1}件に対して {0}件（{2}）。残りの月は計画どおりに入るとして見積もります",
        "計画の {1}件に対して {0}件（{2}）。残りの月は計画の {3} で見積もります",
    ],
    delay_counts: "{0}件の日付から",
    measured: "実測",
    misleading: "{0}だけで割ると、{1}は {2}（{3}件 ÷ {4}{5}件）に見えます。平均{6}かかるので、この{0}の{4}の多くはまだ決まっていません。遅れを数えた{1}は {7} です。",
    above_all: "100%超",
    lost_at: "{0}の前で失注 {1}件",
    lost_share: "{0}（{1}%）",
    no_reason: "理由の記録なし",
    reasons: ["予算", "時期", "競合", "必要がない"],
    forecast_head: ["いつまでの実績で", "達成確率", "10回中8回の幅", "P50", "結果"],
    scored: [
        "{0}回中{1}回、結果が幅の中に入りました（10回中8回なら見込みどおり）",
        "{0}回中{1}回、いまの見込みが幅の中にあります。結果は期間の終わりに決まります",
    ],
    not_scored: "来月の実績が入ると、この見込みと比べます。",
    verdicts: ["✓ 幅の中", "△ 幅の外"],
};

pub(super) const EN: TrackWords = TrackWords {
    empty: [
        "Bring in actuals, and the odds are worked out again.",
        "The plan's rates and the actual ones together say what the months to come will bring.",
    ],
    ways_in: [
        "Choose a plan file that has actuals in it",
        "Choose a file",
        "It is read on this device and sent nowhere",
    ],
    reading: "Reading the actuals",
    remove: "Remove the actuals",
    removed: "The actuals are removed.",
    misfit: [
        "These actuals do not fit the plan.",
        "Fit the plan's stages, channels and period to them, or remove the actuals. They are kept as they are.",
    ],
    more_errors: "There are {0} more.",
    no_tree: "The plan cannot be worked out, so nothing can be compared with it.",
    sources: ["{0} – {1} · {2} rows by month", "{0} – {1} · {2} prospects"],
    imported: "{0}, imported {1}",
    calculating: "After month {0}: working out the chance of reaching the target.",
    headline: "After month {0}: the chance of reaching the target is ",
    changes: [", up from the plan.", ", down from the plan.", ", as planned.", "."],
    over: [
        ["The period is over: ", " reached the target."],
        ["The period is over: ", " did not reach the target."],
    ],
    target_was: "The target was {0}.",
    odds_before: "It was {0} when planned.",
    joiner: " ",
    moved: ["What raised it most: {0}, {1} → {2}.", "What lowered it most: {0}, {1} → {2}."],
    came: ["What raised it most: {0}, {1} of the plan.", "What lowered it most: {0}, {1} of the plan."],
    landing: ["With actuals up to {0} the likely result is {1}", "The period brought {0}"],
    landing_reading: "Vertical: revenue from the start / Solid: actual, dashed: plan, bands: the {0} months left (5 and 8 times in 10)",
    landing_head: &["End of", "Plan", "Actual", "P10", "P50", "P90"],
    actual: "Actual",
    revenue_card: "Revenue ({0} – {1})",
    fees_card: "Revenue from fees ({0} – {1})",
    revenue_note: "Plan {0} · attainment ",
    landing_card: ["Likely result, P50", "Likely exit ARR, P50"],
    landing_note: "P10 {0} – P90 {1}",
    needed_card: "{1} in the {0} months left (plan)",
    needed_coming: "Working out what is needed",
    needed_none: "Open prospects and fixed channels alone reach {0}",
    needed: [["For {0}: ", " ({0} → {1} a month)"], ["For {0} ", " are enough ({1} a month, {0} planned)"]],
    too_late: "New entries alone no longer reach {0}: of next month's wins {1} would come within the period.",
    too_many: "New entries alone no longer reach {0}: it would take more than 20 times the plan.",
    open_alone: "Chance from those in {0} and other stages now ",
    price: "Price of the deals to come for {0} ",
    headings: [
        "The goal so far",
        "Departments",
        "The whole funnel",
        "Rates learned from actuals",
        "Volume by channel",
        "Measured delays",
        "Why prospects are lost",
        "Forecasts so far",
    ],
    department_reading: "Up to {0}. Plan: what should have arrived by now, delays counted. Below 90%:",
    no_figures: "There is nothing to compare yet. Measures with actuals in “Agree” are shown here.",
    planned: "Plan {0}",
    behind: "below 90% of the plan",
    cost: "CPA",
    choices: ["Channel", "Period"],
    all: "All",
    spans: ["{0}", "Quarter", "So far", "Whole period"],
    funnel_readings: [
        "Plan: what should have arrived by the end of {0}, delays counted",
        "Plan: the whole period; actual: up to the end of {0}",
    ],
    funnel_head: ["Stage", "Plan", "Actual", "Attainment", "From the stage before"],
    learned_reading: "Those still undecided are counted by the time they have had. Bands: 90% ranges, ▼: the plan's value",
    rate_counts: [
        "{1} of {0} went on, {3} are undecided (losses not recorded)",
        "{1} of {0} went on, {2} were lost, {3} are undecided",
    ],
    weights: [
        "Plan {0} (weighs as much as {2} {1})",
        "Plan {0} (no evidence, so it weighs as {2} {1})",
        "Plan {0} (taken for known)",
    ],
    value_counts: "Mean of {0} deals: {1}",
    churn_counts: "{1} customers lost in {0} customer-months",
    customer_months: "customer-months",
    range: "90% range {0}",
    take: ["Take into the plan", "Take the delays into the plan"],
    take_notes: [
        "Rates, deal value and churn become these, with their evidence. It can be undone. Monthly volumes stay as planned.",
        "Take the delays first, and the rates are worked out with them.",
    ],
    taken: "Taken into the plan.",
    taken_already: "Actuals up to {0} have been taken into this plan. Here they are compared with what it was before, so nothing is learned twice.",
    volumes: [
        "{0} of {1} planned ({2}). The months left are taken as planned",
        "{0} of {1} planned ({2}). The months left are taken at {3} of the plan",
    ],
    delay_counts: "from {0} dates",
    measured: "Measured",
    misleading: "{0} alone would make the {1} {2} ({3} ÷ {5} {4}). It takes {6} on average, so most {4} of {0} are undecided. With delays counted it is {7}.",
    above_all: "above 100%",
    lost_at: "Lost before {0}: {1}",
    lost_share: "{0} ({1}%)",
    no_reason: "No reason given",
    reasons: ["Budget", "Timing", "Competitor", "No need"],
    forecast_head: ["With actuals up to", "Chance", "Range 8 times in 10", "P50", "Result"],
    scored: [
        "The result was inside {1} of {0} ranges (8 in 10 are as forecast)",
        "The likely result now is inside {1} of {0} ranges. The result is known when the period ends",
    ],
    not_scored: "Next month's actuals will be compared with this forecast.",
    verdicts: ["✓ inside", "△ outside"],
};
