//! Cost and return.

/// Cost and return.
#[derive(Debug)]
pub struct CostWords {
    /// Names the section.
    pub title: &'static str,
    /// What is needed: budget of the period, of a month.
    pub reading: fn(&str, &str) -> String,
    /// What the budget is to the one entered: multiple.
    pub against_entered: fn(&str) -> String,
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
    pub quotient: fn(&str, &str, &str) -> String,
    /// After the CPA, what is usual: range.
    pub typical: fn(&str) -> String,
    /// A factor: gross margin.
    pub margin: fn(&str) -> String,
    /// The limit of a channel: channel, product, limit, note.
    pub limit_formula: fn(&str, &str, &str, &str) -> String,
    /// What the limit means for deals paid once.
    pub limit_one_off: &'static str,
    /// The same for deals paid every month.
    pub limit_recurring: &'static str,
    /// Payback: CAC, fee, gross margin, months.
    pub payback_formula: fn(&str, &str, &str, &str) -> String,
}

pub(super) const JA: CostWords = CostWords {
    title: "費用と回収",
    reading: |period, month| format!("必要な件数を集める予算は、期間で{period}、月{month}です。"),
    against_entered: |times| format!("入力した予算の {times}に当たります。"),
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
    quotient: |dividend, divisor, quotient| format!("{dividend} ÷ {divisor} = {quotient}"),
    typical: |range| format!("。目安 {range}（BtoBマーケ担当者の調査 2025年、n = 326）"),
    margin: |margin| format!("粗利率 {margin}"),
    limit_formula: |channel, product, limit, note| format!("{channel}: {product} = {limit}。{note}"),
    limit_one_off: "CPA がこれを超えると、受注しても粗利を費用が上回ります。",
    limit_recurring: "最初の12か月の月額で計算しています。CPA がこれを超えると、1年では回収できません。",
    payback_formula: |cac, fee, margin, months| {
        format!("CAC {cac} ÷（月額 {fee} × 粗利率 {margin}）= {months}か月")
    },
};

pub(super) const EN: CostWords = CostWords {
    title: "Cost and return",
    reading: |period, month| {
        format!("Bringing in what is needed costs {period} in the period, {month} a month.")
    },
    against_entered: |times| format!(" That is {times} the budget entered."),
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
    quotient: |dividend, divisor, quotient| format!("{dividend} ÷ {divisor} = {quotient}"),
    typical: |range| format!(". Typical {range} (survey of B2B marketers, 2025, n = 326)"),
    margin: |margin| format!("{margin} gross margin"),
    limit_formula: |channel, product, limit, note| format!("{channel}: {product} = {limit}. {note}"),
    limit_one_off: "Above this CPA a deal costs more than its gross margin.",
    limit_recurring: "Counts the fees of the first 12 months. Above this CPA a year does not pay it back.",
    payback_formula: |cac, fee, margin, months| {
        format!("CAC {cac} ÷ ({fee} a month × {margin} gross margin) = {months} months")
    },
};
