//! The market that moves everything together, and how the odds are calculated.

/// The market, and how the odds are calculated.
#[derive(Debug)]
pub struct MarketWords {
    /// Names the part.
    pub title: &'static str,
    /// The state of it, beside the title: correlation, confidence, trials with their unit.
    pub state: fn(&str, &str, &str) -> String,
    /// Nothing moves together.
    pub apart: &'static str,
    /// What is uncertain moves together.
    pub together: &'static str,
    /// Nothing, or one number alone, is uncertain: whether there is one.
    pub unused: fn(bool) -> &'static str,
    /// What the confidence is for: confidence.
    pub confidence_note: fn(&str) -> String,
    /// What more trials bring: the standard error in points at most.
    pub trials_note: fn(&str) -> String,
}

pub(super) const JA: MarketWords = MarketWords {
    title: "市況と計算の条件",
    state: |correlation, confidence, trials| format!("連動 {correlation} ・ 確度 {confidence} ・ {trials}"),
    apart: "0% では、率・件数・単価の外れ方は別々です。上げると、市況の良し悪しで一緒に上下します。",
    together: "市況が悪い年は、率・件数・単価がそろって下がります。その分、結果の幅は広がります。",
    unused: |is_one| {
        if is_one {
            "幅のある数字が1つだけなので、いまは結果が変わりません。"
        } else {
            "幅のある数字がないので、いまは結果が変わりません。率の実績件数や件数の幅を入れると効きます。"
        }
    },
    confidence_note: |confidence| {
        format!("この確率（{confidence}）で届く件数を「必要な件数」として求めます。")
    },
    trials_note: |points| format!("確率の誤差は大きくても ±{points} です。4倍にすると半分になります。"),
};

pub(super) const EN: MarketWords = MarketWords {
    title: "Market and calculation",
    state: |correlation, confidence, trials| {
        format!("Together {correlation} · confidence {confidence} · {trials} draws")
    },
    apart: "At 0% rates, volumes and deal sizes miss independently. Higher, a good or bad market moves them together.",
    together: "In a bad market rates, volumes and deal sizes all fall together, so the result spreads wider.",
    unused: |is_one| {
        if is_one {
            "Only one number has a range, so this changes nothing yet."
        } else {
            "No number has a range, so this changes nothing yet. Give rates their evidence or volumes a range."
        }
    },
    confidence_note: |confidence| {
        format!(
            "The volume that reaches the target with this chance ({confidence}) is what is called needed."
        )
    },
    trials_note: |points| {
        format!("The error of the chance is ±{points} at most; four times the draws halve it.")
    },
};
