//! Cost and return; `{0}`, `{1}`, … are the written figures in the order of the comment.

/// Cost and return.
#[derive(Debug)]
pub struct CostWords {
    /// Names the section.
    pub title: &'static str,
    /// What is spent: in the period, in a month.
    pub reading: &'static str,
    /// What that is to the budget entered, where it follows the requirement: multiple.
    pub against_entered: &'static str,
    /// No channel costs anything.
    pub no_budget: &'static str,
    /// Column of channels.
    pub channel: &'static str,
    /// Columns of figures: budget of the period and of a month, CPA, limit CPA, CAC, ROAS.
    pub head: [&'static str; 6],
    /// All channels.
    pub total: &'static str,
    /// Names the list of explanations.
    pub explanations: &'static str,
    /// CPA and what it means.
    pub cost: &'static str,
    /// Limit CPA and what it means.
    pub limit: &'static str,
    /// CAC and what it means.
    pub cac: &'static str,
    /// ROAS and what it means.
    pub roas: &'static str,
    /// Payback and what it means.
    pub payback: &'static str,
    /// A division: dividend, divisor, quotient.
    pub quotient: &'static str,
    /// After the CPA, what is usual: range.
    pub typical: &'static str,
    /// A factor: gross margin.
    pub margin: &'static str,
    /// The limit of a channel: channel, product, limit, note.
    pub limit_formula: &'static str,
    /// What the limit means for deals paid once.
    pub limit_one_off: &'static str,
    /// The same for deals paid every month.
    pub limit_recurring: &'static str,
    /// Payback: CAC, fee, gross margin, months.
    pub payback_formula: &'static str,
}

pub(super) const JA: CostWords = CostWords {
    title: "費用と回収",
    reading: "予算は、期間で{0}、月{1}です。",
    against_entered: "必要な件数に合わせて、入力した予算の {0}にしています。",
    no_budget: "費用のかかるチャネルがありません。予算と CPA を入れると、CAC や ROAS が出ます。",
    channel: "チャネル",
    head: ["予算（期間）", "予算（月）", "CPA", "限界CPA", "CAC", "ROAS"],
    total: "合計",
    explanations: "計算のしかた",
    cost: "CPA: 1件集める費用",
    limit: "限界CPA: 赤字にならない上限",
    cac: "CAC: 受注1件にかかる費用",
    roas: "ROAS: 予算の何倍の売上か",
    payback: "回収月数: CACを取り戻す月数",
    quotient: "{0} ÷ {1} = {2}",
    typical: "。目安 {0}（BtoBマーケ担当者の調査 2025年、n = 326）",
    margin: "粗利率 {0}",
    limit_formula: "{0}: {1} = {2}。{3}",
    limit_one_off: "CPA がこれを超えると、受注しても粗利を費用が上回ります。",
    limit_recurring: "最初の12か月の月額で計算しています。CPA がこれを超えると、1年では回収できません。",
    payback_formula: "CAC {0} ÷（月額 {1} × 粗利率 {2}）= {3}か月",
};

pub(super) const EN: CostWords = CostWords {
    title: "Cost and return",
    reading: "The budget is {0} for the period, {1} a month.",
    against_entered: " To bring in what is needed it is {0} the budget entered.",
    no_budget: "No channel costs anything. With a budget and a CPA, CAC and ROAS are shown.",
    channel: "Channel",
    head: ["Budget (period)", "Budget (month)", "CPA", "Limit CPA", "CAC", "ROAS"],
    total: "Total",
    explanations: "How it is worked out",
    cost: "CPA: cost of bringing in one",
    limit: "Limit CPA: the most that pays",
    cac: "CAC: cost of a deal won",
    roas: "ROAS: revenue for each unit of budget",
    payback: "Payback: months to earn back the CAC",
    quotient: "{0} ÷ {1} = {2}",
    typical: ". Typical {0} (survey of B2B marketers, 2025, n = 326)",
    margin: "{0} gross margin",
    limit_formula: "{0}: {1} = {2}. {3}",
    limit_one_off: "Above this CPA a deal costs more than its gross margin.",
    limit_recurring: "Counts the fees of the first 12 months. Above this CPA a year does not pay it back.",
    payback_formula: "CAC {0} ÷ ({1} a month × {2} gross margin) = {3} months",
};
