//! The calculator inside other pages.

use crate::text::Sentence;

/// The calculator inside other pages. Figures have places (see
/// [`filled`](crate::text::filled)).
#[derive(Debug)]
pub struct EmbedWords {
    /// The title where the author gives none: what is calculated.
    pub title: &'static str,
    /// The same where the answer is no volume.
    pub title_other: &'static str,
    /// Whether names are written small inside sentences.
    pub lowers: bool,
    /// What readers can do.
    pub hint: &'static str,
    /// What readers can do where nothing can be edited.
    pub hint_read: &'static str,
    /// The finding: target, of a hundred.
    pub odds: [&'static str; 2],
    /// Of a hundred.
    pub of_hundred: &'static str,
    /// Fewer than one of a hundred.
    pub below_one: &'static str,
    /// More than ninety-nine of a hundred, not all.
    pub above_99: &'static str,
    /// Volume for the confidence: of a hundred, name of the first stage.
    pub more: [&'static str; 2],
    /// The count: count with unit, the same a month.
    pub more_count: &'static str,
    /// The budget that takes: a month.
    pub budget: &'static str,
    /// The plan has as much as it takes: of a hundred, count with unit.
    pub enough: &'static str,
    /// No volume is enough: of a hundred.
    pub unreachable: &'static str,
    /// Nothing has come back yet.
    pub pending: &'static str,
    /// Dots that miss: count.
    pub missed: &'static str,
    /// Dots that reach: count.
    pub reached: &'static str,
    /// What a dot is.
    pub dot: &'static str,
    /// Describes the drawing: of a hundred, target.
    pub drawing: &'static str,
    /// What ranges rest on: least and most trials behind a rate.
    pub evidence: &'static str,
    /// The same for one number.
    pub evidence_one: &'static str,
    /// No rate has a range.
    pub exact: &'static str,
    /// Leads to the whole page.
    pub open: &'static str,
    /// A plan that the link does not give.
    pub bad_link: &'static str,
}

impl EmbedWords {
    /// A name inside a sentence.
    pub fn inside(&self, name: String) -> String {
        if self.lowers { super::en::lower(&name) } else { name }
    }

    /// The finding with its figure: target, of a hundred.
    pub fn finding(&self, target: &str, of_hundred: &str) -> Sentence {
        let [before, after] = self.odds.map(|part| crate::text::filled(part, &[target]));
        Sentence::plain(before).answer(of_hundred).then(after)
    }
}

pub(super) const JA: EmbedWords = EmbedWords {
    title: "必要な{0}を逆算する",
    title_other: "この計画を自社の数字で試す",
    lowers: false,
    hint: "枠の中を、自社の数字に書きかえてください",
    hint_read: "この計画の数字です",
    odds: ["このとおり集めて{0}に届くのは、100回の\u{2060}うち ", ""],
    of_hundred: "{0}回",
    below_one: "1回未満",
    above_99: "99回以上",
    more: ["{0}回にするには、{1}を ", "に増やします。"],
    more_count: "{0}(月{1})",
    budget: "広告費は月{0}です。",
    enough: "{0}回なら、{1}で足ります。",
    unreachable: "件数をいくら増やしても、{0}回には届きません。",
    pending: "確率を計算しています。",
    missed: "届かない {0}回",
    reached: "届く {0}回",
    dot: "点1つ = 1回の結果",
    drawing: "100回のうち{0}回が{1}以上",
    evidence: "実績 {0}–{1}件を想定した幅で計算",
    evidence_one: "実績 {0}件を想定した幅で計算",
    exact: "率を確かなものとして計算",
    open: "くわしく計画する",
    bad_link: "この枠に渡された計画を読めないため、例の数字を示しています。",
};

pub(super) const EN: EmbedWords = EmbedWords {
    title: "{0} needed, worked backwards",
    title_other: "Try this plan with your own numbers",
    lowers: true,
    hint: "Put your own numbers into the boxes",
    hint_read: "The numbers of this plan",
    odds: ["Collecting this many, you reach {0} in ", " of 100 runs"],
    of_hundred: "{0}",
    below_one: "fewer than 1",
    above_99: "more than 99",
    more: ["For {0} in 100, raise {1} to ", "."],
    more_count: "{0} ({1} a month)",
    budget: " That is a budget of {0} a month.",
    enough: "For {0} in 100, {1} is enough.",
    unreachable: "No volume brings {0} in 100.",
    pending: "Working out the odds.",
    missed: "{0} miss",
    reached: "{0} reach it",
    dot: "One dot = one run",
    drawing: "{0} of 100 runs reach {1}",
    evidence: "Ranges rest on {0} to {1} past cases",
    evidence_one: "Ranges rest on {0} past cases",
    exact: "Rates taken as exact",
    open: "Plan in detail",
    bad_link: "The plan given to this frame cannot be read, so these are example numbers.",
};
