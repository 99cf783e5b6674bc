//! The channel table.

use super::{en, ja};
use crate::text::Sentence;

/// The channel table.
#[derive(Debug)]
pub struct ChannelWords {
    /// Names the table.
    pub title: &'static str,
    /// Column of names.
    pub name: &'static str,
    /// Column of budgets.
    pub budget: &'static str,
    /// Column of costs.
    pub cost: &'static str,
    /// Column of entries.
    pub entries: &'static str,
    /// Column of buttons.
    pub actions: &'static str,
    /// Names a name field.
    pub name_label: &'static str,
    /// Names a budget field: channel.
    pub budget_label: fn(&str) -> String,
    /// Names a cost field: channel.
    pub cost_label: fn(&str) -> String,
    /// Names a field of entries: channel.
    pub entries_label: fn(&str) -> String,
    /// Names a month's field: month from 1 to 12, whether it is a budget.
    pub month_label: fn(u8, bool) -> String,
    /// Names the evidence of an own rate: rate.
    pub own_evidence: fn(&str) -> String,
    /// Opens the details of a channel: channel.
    pub details: fn(&str) -> String,
    /// How the volume is given.
    pub volume: &'static str,
    /// Budget even, budget by month, entries even, entries by month.
    pub volumes: [&'static str; 4],
    /// How far the volume may miss.
    pub uncertainty: &'static str,
    /// How much its months differ.
    pub overdispersion: &'static str,
    /// What the two say.
    pub deviation: &'static str,
    /// Whether solving leaves it alone.
    pub fixed: &'static str,
    /// The stage it enters.
    pub enters: &'static str,
    /// The stage it is counted and paid at.
    pub counted_at: &'static str,
    /// Own rates, and what is used where there is none.
    pub own_rates: &'static str,
    /// The plan's rate is used: rate.
    pub plan_rate: fn(&str) -> String,
    /// Moves a channel up, and down.
    pub moves: [&'static str; 2],
    /// Removes a channel: channel.
    pub remove: fn(&str) -> String,
    /// Sums.
    pub total: &'static str,
    /// Adds a channel, one from referrals, one from exhibitions.
    pub adds: [&'static str; 3],
    /// Names of channels just added, in the same order.
    pub new_names: [&'static str; 3],
    /// Takes what the channels bring and makes the revenue the answer.
    pub run_forward: &'static str,
    /// Takes the target and makes the volume the answer.
    pub run_backward: &'static str,
    /// What the channels bring is what is calculated with: supply, months.
    pub forward: fn(&str, usize) -> Sentence,
    /// Typical cost of a lead: range.
    pub typical: fn(&str) -> String,
    /// Supply covers the requirement: supply, required, spare, months.
    pub enough: fn(&str, &str, &str, usize) -> Sentence,
    /// Supply falls short: supply, required, missing, months; then, where it has a price, the monthly budget to add.
    pub short: fn(&str, &str, &str, usize, Option<&str>) -> Sentence,
}

pub(super) const JA: ChannelWords = ChannelWords {
    title: "チャネル",
    name: "名前",
    budget: "予算/月",
    cost: "CPA",
    entries: "件/月",
    actions: "操作",
    name_label: "チャネル名",
    budget_label: |channel| format!("{channel}の月予算"),
    cost_label: |channel| format!("{channel}のCPA"),
    entries_label: |channel| format!("{channel}の月の件数"),
    month_label: |month, is_budget| format!("{month}月の{}", if is_budget { "予算" } else { "件数" }),
    own_evidence: |rate| format!("{rate}の実績（件）"),
    details: |channel| format!("{channel}の詳細"),
    volume: "件数の決め方",
    volumes: ["予算 ÷ CPA（毎月同じ）", "予算 ÷ CPA（月ごと）", "件数（毎月同じ）", "件数（月ごと）"],
    uncertainty: "件数の幅 ±",
    overdispersion: "月ごとのばらつき ±",
    deviation: "±20% なら、3年に2年ほどは計画の8割から12割に入るという見込みです。",
    fixed: "必要数に合わせて増減しない",
    enters: "入る段階",
    counted_at: "費用を数える段階",
    own_rates: "このチャネルだけの率（空欄なら計画の率）",
    plan_rate: |rate| format!("計画は {rate}"),
    moves: ["上へ", "下へ"],
    remove: |channel| format!("{channel}を消す"),
    total: "合計",
    adds: ["チャネルを追加", "紹介", "展示会"],
    new_names: ["新しいチャネル", "紹介", "展示会"],
    run_forward: "チャネルの合計にする",
    run_backward: "目標から逆算する",
    forward: |supply, months| {
        Sentence::plain("チャネルの合計 ")
            .strong(format!("{}{supply}件", ja::within(months)))
            .then("で、売上を計算しています")
    },
    typical: |range| format!("CPA の目安 {range}"),
    enough: |supply, required, spare, months| {
        let plain = format!("{}{supply}件。必要な{required}件に ", ja::within(months));
        Sentence::plain(plain).strong(format!("{spare}件の余裕"))
    },
    short: |supply, required, missing, months, price| {
        let plain = format!("{}{supply}件。必要な{required}件に ", ja::within(months));
        let sentence = Sentence::plain(plain).strong(format!("{missing}件の不足"));
        match price {
            Some(price) => sentence.then(format!("。予算をあと月{price}で足ります")),
            None => sentence,
        }
    },
};

pub(super) const EN: ChannelWords = ChannelWords {
    title: "Channels",
    name: "Channel",
    budget: "Budget /\u{a0}mo",
    cost: "CPA",
    entries: "Leads /\u{a0}mo",
    actions: "Actions",
    name_label: "Channel name",
    budget_label: |channel| format!("Monthly budget of {channel}"),
    cost_label: |channel| format!("CPA of {channel}"),
    entries_label: |channel| format!("Monthly entries of {channel}"),
    month_label: |month, _| en::month_name(month).to_owned(),
    own_evidence: |rate| format!("{rate}: seen"),
    details: |channel| format!("Details of {channel}"),
    volume: "Volume given as",
    volumes: ["Budget ÷ CPA, even", "Budget ÷ CPA, by month", "Entries, even", "Entries, by month"],
    uncertainty: "Volume may miss by ±",
    overdispersion: "Months differ by ±",
    deviation: "±20%: two years in three it comes to between 80% and 120% of the plan.",
    fixed: "Never scaled to what is needed",
    enters: "Enters at",
    counted_at: "Paid per arrival at",
    own_rates: "Its own rates (empty: the plan's)",
    plan_rate: |rate| format!("plan {rate}"),
    moves: ["Up", "Down"],
    remove: |channel| format!("Remove {channel}"),
    total: "Total",
    adds: ["Add channel", "Referrals", "Trade shows"],
    new_names: ["New channel", "Referrals", "Trade shows"],
    run_forward: "Use what the channels bring",
    run_backward: "Work back from the target",
    forward: |supply, months| {
        Sentence::plain("Revenue is worked out from the channels' ")
            .strong(format!("{supply} {}", en::within(months)))
    },
    typical: |range| format!("Typical CPA {range}"),
    enough: |supply, required, spare, months| {
        let plain = format!("{supply} {} against {required}: ", en::within(months));
        Sentence::plain(plain).strong(format!("{spare} to spare"))
    },
    short: |supply, required, missing, months, price| {
        let plain = format!("{supply} {} against {required}: ", en::within(months));
        let sentence = Sentence::plain(plain).strong(format!("{missing} short"));
        match price {
            Some(price) => sentence.then(format!(". {price} a month more closes the gap")),
            None => sentence,
        }
    },
};
