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
    /// Removes a channel: channel.
    pub remove: fn(&str) -> String,
    /// Sums.
    pub total: &'static str,
    /// Adds a channel.
    pub add: &'static str,
    /// Name of a channel just added.
    pub new_name: &'static str,
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
    remove: |channel| format!("{channel}を消す"),
    total: "合計",
    add: "チャネルを追加",
    new_name: "新しいチャネル",
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
    budget: "Budget/mo",
    cost: "CPA",
    entries: "Leads/mo",
    actions: "Actions",
    name_label: "Channel name",
    budget_label: |channel| format!("Monthly budget of {channel}"),
    cost_label: |channel| format!("CPA of {channel}"),
    remove: |channel| format!("Remove {channel}"),
    total: "Total",
    add: "Add channel",
    new_name: "New channel",
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
