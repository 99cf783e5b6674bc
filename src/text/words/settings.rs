//! The frame of the plan: its name, the period, the goal, the deal, templates.

use super::en::month_name;

/// The frame of the plan.
#[derive(Debug)]
pub struct SettingWords {
    /// Names the section.
    pub title: &'static str,
    /// Stands where a plan has no name.
    pub no_plan_name: &'static str,
    /// Names goal and period.
    pub period: &'static str,
    /// Start and length: year and month, months.
    pub period_note: fn((u16, u8), &str) -> String,
    /// The year of the first month.
    pub start_year: &'static str,
    /// The month of the first month.
    pub start_month: &'static str,
    /// A year in a list.
    pub year: fn(u16) -> String,
    /// A month of the year in a list.
    pub month: fn(u8) -> String,
    /// Makes the target yearly fees at the end.
    pub measure: &'static str,
    /// A target measured in it: target.
    pub of_exit_arr: fn(&str) -> String,
    /// Names the deal.
    pub deal: &'static str,
    /// How a deal is paid.
    pub kind: &'static str,
    /// Once; every month.
    pub kinds: [&'static str; 2],
    /// What switching the kind does to the amount.
    pub kind_lead: &'static str,
    /// The share in a line: written share.
    pub margin_note: fn(&str) -> String,
    /// Names the templates.
    pub templates: &'static str,
    /// What is in the list.
    pub templates_note: &'static str,
    /// A template replaces the plan.
    pub templates_lead: &'static str,
    /// Each template: name, and what is in it.
    pub template: [[&'static str; 2]; 4],
}

pub(super) const JA: SettingWords = SettingWords {
    title: "計画のかたち",
    no_plan_name: "名前のない計画",
    period: "期間と目標",
    period_note: |(year, month), months| format!("{year}年{month}月から{months}"),
    start_year: "開始の年",
    start_month: "開始の月",
    year: |year| format!("{year}年"),
    month: |month| format!("{month}月"),
    measure: "期末ARR（最後の月の月額の12倍）を目標にする",
    of_exit_arr: |target| format!("{target}（期末ARR）"),
    deal: "受注",
    kind: "受け取りかた",
    kinds: ["1回だけ", "毎月"],
    kind_lead: "切りかえると、1回の金額と12か月分の月額が同じになるように直します。",
    margin_note: |margin| format!("粗利率 {margin}"),
    templates: "ひな形",
    templates_note: "4つの例から始める",
    templates_lead: "選ぶと、いまの計画はひな形に置きかわります。前の計画には「元に戻す」で戻れます。",
    template: [
        ["記事の例", "年1億円、単価500万円、受注率25%、商談化率15%"],
        ["6段階のファネル", "訪問からリード、MQL、SQL、商談、受注まで"],
        ["SaaS", "月額10万円、解約月1%、期末ARR 1億円"],
        ["問合せから直接", "年10億円、月100件の問合せ、成約率15%"],
    ],
};

pub(super) const EN: SettingWords = SettingWords {
    title: "Shape of the plan",
    no_plan_name: "Plan without a name",
    period: "Period and goal",
    period_note: |(year, month), months| format!("{months} from {} {year}", month_name(month)),
    start_year: "Year of the start",
    start_month: "Month of the start",
    year: |year| year.to_string(),
    month: |month| month_name(month).to_owned(),
    measure: "Aim for exit ARR (the last month's fees × 12)",
    of_exit_arr: |target| format!("{target} of exit ARR"),
    deal: "Deal",
    kind: "Paid",
    kinds: ["Once", "Every month"],
    kind_lead: "Switching keeps one payment equal to twelve monthly fees.",
    margin_note: |margin| format!("{margin} gross margin"),
    templates: "Templates",
    templates_note: "Start from one of 4 examples",
    templates_lead: "A template replaces the plan. Undo brings it back.",
    template: [
        ["The articles' example", "¥100M a year, ¥5M a deal, 25% win rate, 15% meeting rate"],
        ["Six stages", "Visits to leads, MQLs, SQLs, meetings and deals won"],
        ["SaaS", "¥100K a month, 1% churn, ¥100M ARR at the end"],
        ["Inquiry to deal", "¥1B a year, 100 inquiries a month, 15% win rate"],
    ],
};
