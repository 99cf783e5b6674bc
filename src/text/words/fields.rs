//! What fields are called. They stand apart from the regions around the fields, since every field has a name wherever it is
//! shown, and a region's explanations may come later.

use super::en::{self, month_name};

/// What fields are called.
#[derive(Debug)]
pub struct FieldWords {
    /// Names the field of the plan's name.
    pub plan_name: &'static str,
    /// How many months count.
    pub months: &'static str,
    /// Yearly fees at the end as the name of a target.
    pub exit_arr: &'static str,
    /// Mean fee of recurring deals.
    pub monthly_fee: &'static str,
    /// Share that is left after direct costs.
    pub margin: &'static str,
    /// Names the cases of a rate: name.
    pub step_trials: fn(&str) -> String,
    /// Names the cases that passed: name of the rate.
    pub step_passes: fn(&str) -> String,
    /// Names the lower end of a range: name of the rate.
    pub step_low: fn(&str) -> String,
    /// Names the upper end of a range: name of the rate.
    pub step_high: fn(&str) -> String,
    /// Names the variation of delays.
    pub delay_variation: &'static str,
    /// Names the spread of deals.
    pub spread: &'static str,
    /// Names the number of trials.
    pub trials: &'static str,
    /// Counts trials.
    pub trials_unit: &'static str,
    /// Names the confidence.
    pub confidence: &'static str,
    /// Names the correlation.
    pub correlation: &'static str,
    /// Counts people.
    pub people_unit: &'static str,
    /// Names a field for people: department.
    pub people_of: fn(&str) -> String,
    /// The field for last year's revenue.
    pub last_year: &'static str,
    /// How many there are.
    pub opening_customers: &'static str,
    /// What one pays a year.
    pub yearly_fee: &'static str,
    /// How unequal the fees are.
    pub fee_spread: &'static str,
    /// The share that stays for a year.
    pub retention: &'static str,
    /// Customer-months behind the retention.
    pub churn_evidence: &'static str,
    /// Counts companies.
    pub customer_unit: &'static str,
    /// Names the name of an expansion.
    pub expansion_name: &'static str,
    /// Names the rate: expansion.
    pub expansion_rate: fn(&str) -> String,
    /// Names the evidence of the rate: expansion.
    pub expansion_evidence: fn(&str) -> String,
    /// Names the value of one: expansion.
    pub expansion_value: fn(&str) -> String,
    /// Names a name field: stage.
    pub stage_name: fn(&str) -> String,
    /// Names the field of a stage's: stage.
    pub stage_opening: fn(&str) -> String,
    /// Names the field of a delay: stage.
    pub stage_delay: fn(&str) -> String,
    /// Names the field of a month's share.
    pub season_share: fn(u8) -> String,
}

pub(super) const JA: FieldWords = FieldWords {
    plan_name: "計画の名前",
    months: "期間",
    exit_arr: "期末ARR",
    monthly_fee: "平均月額",
    margin: "粗利率",
    step_trials: |name| format!("{name}の実績の件数"),
    step_passes: |name| format!("{name}の実績のうち進んだ件数"),
    step_low: |name| format!("{name}の幅の下の端"),
    step_high: |name| format!("{name}の幅の上の端"),
    delay_variation: "遅れのばらつき",
    spread: "1件ごとのばらつき",
    trials: "計算の回数",
    trials_unit: "回",
    confidence: "求める確度",
    correlation: "市況との連動",
    people_unit: "人",
    people_of: |department| format!("{department}の人数"),
    last_year: "前年の売上（任意）",
    opening_customers: "社数",
    yearly_fee: "1社の年額",
    fee_spread: "年額のばらつき ±",
    retention: "継続率",
    churn_evidence: "継続率の実績（社×月）",
    customer_unit: "社",
    expansion_name: "追加の名前",
    expansion_rate: |name| format!("{name}率"),
    expansion_evidence: |name| format!("{name}率の実績（社）"),
    expansion_value: |name| format!("{name}単価"),
    stage_name: |stage| format!("{stage}の名前"),
    stage_opening: |stage| format!("開始時の{stage}"),
    stage_delay: |stage| format!("{stage}までの遅れ"),
    season_share: |month| format!("{month}月の配分"),
};

pub(super) const EN: FieldWords = FieldWords {
    plan_name: "Name of the plan",
    months: "Length",
    exit_arr: "Exit ARR",
    monthly_fee: "Average monthly fee",
    margin: "Gross margin",
    step_trials: |name| format!("{name}: observed cases"),
    step_passes: |name| format!("{name}: cases that went on"),
    step_low: |name| format!("{name}: low end of the range"),
    step_high: |name| format!("{name}: high end of the range"),
    delay_variation: "Spread of delays",
    spread: "Spread from deal to deal",
    trials: "Draws",
    trials_unit: "",
    confidence: "Confidence wanted",
    correlation: "Moves with the market",
    people_unit: "",
    people_of: |department| format!("People in {department}"),
    last_year: "Last year's revenue (optional)",
    opening_customers: "Customers",
    yearly_fee: "Fee a year",
    fee_spread: "Spread of fees ±",
    retention: "Retention",
    churn_evidence: "Customer-months seen",
    customer_unit: "",
    expansion_name: "Name",
    expansion_rate: |name| format!("{name} rate"),
    expansion_evidence: |name| format!("Customers seen for {name}"),
    expansion_value: |name| format!("{name} value"),
    stage_name: |stage| format!("Name of {stage}"),
    stage_opening: |stage| format!("{stage} at the start"),
    stage_delay: |stage| format!("Delay to {}", en::lower(stage)),
    season_share: |month| format!("Share of {}", month_name(month)),
};
