//! Existing customers.

use crate::text::Sentence;

/// Existing customers.
#[derive(Debug)]
pub struct CustomerWords {
    /// Names the part.
    pub title: &'static str,
    /// What it is for, before there are any.
    pub invitation: &'static str,
    /// Adds them.
    pub add: &'static str,
    /// Removes them.
    pub remove: &'static str,
    /// Whether they count.
    pub counted: &'static str,
    /// What is hardly ever needed.
    pub more: &'static str,
    /// The monthly churn: rate.
    pub churn: fn(&str) -> String,
    /// Names of upsell and cross-sell.
    pub usual_expansions: [&'static str; 2],
    /// Name of an expansion just added.
    pub new_expansion: &'static str,
    /// Above how it is paid.
    pub kind: &'static str,
    /// Paid once, paid every month.
    pub kinds: [&'static str; 2],
    /// Adds an expansion.
    pub add_expansion: &'static str,
    /// Benchmark without a source: range with its arrow.
    pub unsourced: fn(&str) -> String,
    /// What they bring while they do not count: amount.
    pub would_bring: fn(&str) -> Sentence,
    /// What they bring while they count: amount.
    pub brings: fn(&str) -> Sentence,
    /// The volume falls when they count: stage, without, with.
    pub would_need: fn(&str, &str, &str) -> Sentence,
    /// The volume without them: stage, without.
    pub would_need_without: fn(&str, &str) -> Sentence,
    /// They and what is fixed reach the target alone.
    pub enough: &'static str,
    /// The numbers are those that the block came with.
    pub example: &'static str,
    /// Churn and expansions are new customers' too.
    pub recurring: &'static str,
}

pub(super) const JA: CustomerWords = CustomerWords {
    title: "既存顧客",
    invitation: "いまの顧客からの売上を目標に含めると、新規で必要な件数が減ります。",
    add: "既存顧客を加える",
    remove: "既存顧客を消す",
    counted: "目標に含める",
    more: "詳しく",
    churn: |rate| format!("月の解約率にすると {rate}"),
    usual_expansions: ["アップセル", "クロスセル"],
    new_expansion: "追加の契約",
    kind: "受け取り方",
    kinds: ["1回", "毎月"],
    add_expansion: "種類を追加",
    unsourced: |range| format!("目安 {range} 出典なし"),
    would_bring: |amount| Sentence::plain("含めると既存で ").strong(amount),
    brings: |amount| Sentence::plain("既存の ").strong(amount).then(" を含めています"),
    would_need: |stage, without, with| {
        Sentence::plain(format!("。必要な{stage}は {without} → ")).strong(with).then(" に減ります")
    },
    would_need_without: |stage, without| {
        Sentence::plain(format!("。含めなければ、必要な{stage}は ")).strong(without).then(" です")
    },
    enough: "。決まっている分だけで目標に届きます",
    example: "例の数字です。自社の数字に書きかえてください。",
    recurring: "継続率と追加の率は、新しく受注した顧客にもかかります。",
};

pub(super) const EN: CustomerWords = CustomerWords {
    title: "Existing customers",
    invitation: "Counting what existing customers pay lowers the number of new leads you need.",
    add: "Add existing customers",
    remove: "Remove existing customers",
    counted: "Count towards target",
    more: "Details",
    churn: |rate| format!("Monthly churn {rate}"),
    usual_expansions: ["Upsell", "Cross-sell"],
    new_expansion: "Extra",
    kind: "Paid",
    kinds: ["once", "monthly"],
    add_expansion: "Add another",
    unsourced: |range| format!("Typical {range}, unsourced"),
    would_bring: |amount| Sentence::plain("Counted, they bring ").strong(amount),
    brings: |amount| Sentence::plain("They bring ").strong(amount).then(" of the target"),
    would_need: |stage, without, with| {
        let stage = super::en::lower(stage);
        Sentence::plain(format!(". {without} {stage} become ")).strong(with)
    },
    would_need_without: |stage, without| {
        let stage = super::en::lower(stage);
        Sentence::plain(". Without them it takes ").strong(without).then(format!(" {stage}"))
    },
    enough: ". What is fixed reaches the target alone",
    example: "These are example numbers. Type your own.",
    recurring: "Retention and the extra rates hold for newly won customers too.",
};
