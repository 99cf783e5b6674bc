//! How a number of the tree comes about.

/// How a number of the tree comes about.
#[derive(Debug)]
pub struct ExplainWords {
    /// Heads the explanation, and names what opens it: name of the number.
    pub title: fn(&str) -> String,
    /// After an exact count: the whole one, with unit.
    pub rounded_up: fn(&str) -> String,
    /// After an exact count: the nearest whole one, with unit.
    pub rounded: fn(&str) -> String,
    /// The exact figure.
    pub exactly: fn(&str) -> String,
    /// What the channels bring: count a month, months, count.
    pub entries: fn(&str, usize, &str) -> String,
    /// Counts that no product explains: how far off it is, with unit.
    pub no_product: fn(&str) -> String,
    /// Revenue that is not from deals: goal, from deals.
    pub other_revenue: fn(&str, &str) -> String,
    /// Recurring deals add up month by month.
    pub recurring: &'static str,
    /// Typed by the user.
    pub given: &'static str,
    /// How counts are rounded.
    pub rounding: &'static str,
    /// Luck in a count.
    pub luck_count: &'static str,
    /// Not knowing in a rate: cases.
    pub luck_rate: fn(&str) -> String,
    /// Luck and not knowing in the deal value: spread, cases.
    pub luck_deal: fn(&str, &str) -> String,
    /// Known exactly.
    pub luck_none: &'static str,
    /// Names their table.
    pub whole_title: &'static str,
    /// Its columns: stage, exact a month, exact in the period, whole a month, whole in the period.
    pub whole_columns: [&'static str; 5],
    /// Why both differ.
    pub whole_note: &'static str,
}

pub(super) const JA: ExplainWords = ExplainWords {
    title: |name| format!("{name}の計算"),
    rounded_up: |count| format!(" → 切り上げ {count}"),
    rounded: |count| format!(" → 四捨五入 {count}"),
    exactly: |figure| format!("正確には {figure}"),
    entries: |monthly, months, count| format!("チャネルの合計 月{monthly} × {months}か月 = {count}"),
    no_product: |difference| {
        format!(
            "遅れ、途中の段階から入る分、期首の案件、チャネルごとの率があるので、かけ算の答えとは {difference} 違います。"
        )
    },
    other_revenue: |goal, deals| format!("売上 {goal} のうち、受注から入るのは {deals} です。"),
    recurring: "継続収入なので、受注した月から期間の終わりまでの月額を積み上げます。",
    given: "入力した数字です。",
    rounding: "必要な件数は切り上げ、見込みの件数は四捨五入で書きます。計算の途中では丸めません。",
    luck_count: "平均どおりに進んだときの件数です。見通しでは、偶然による上下（ポアソン分布）を入れます。",
    luck_rate: |cases| format!("見通しでは、{cases}件分の実績に合うベータ分布から、1回ごとに率を引きます。"),
    luck_deal: |spread, cases| {
        format!(
            "見通しでは、1件ごとに ±{spread} ばらつかせ（ガンマ分布）、平均そのものも {cases}件分の幅で動かします（対数正規分布）。"
        )
    },
    luck_none: "見通しでも、この数字は動かしません。",
    whole_title: "毎月切り捨てた件数",
    whole_columns: ["段階", "月（正確）", "期間（正確）", "月（切り捨て）", "期間（切り捨て）"],
    whole_note: "切り捨ては、チャネルごと、段階ごとに毎月の端数を捨て、受注だけは期間の合計で捨てた数です。端数が毎月消えるので、正確な計算より少なくなります。遅れは入れません。",
};

pub(super) const EN: ExplainWords = ExplainWords {
    title: |name| format!("{name}: how it is calculated"),
    rounded_up: |count| format!(" → rounded up {count}"),
    rounded: |count| format!(" → rounded {count}"),
    exactly: |figure| format!("Exactly {figure}"),
    entries: |monthly, months, count| format!("Channels {monthly} a month × {months} = {count}"),
    no_product: |difference| {
        format!(
            "Delays, later entries, the opening pipeline or channels' own rates make it differ from the product by {difference}."
        )
    },
    other_revenue: |goal, deals| format!("Of {goal}, deals won bring {deals}."),
    recurring: "Recurring fees add up from the month of the deal to the end of the period.",
    given: "You typed this number.",
    rounding: "Required counts are rounded up, expected ones to the nearest. Nothing is rounded on the way.",
    luck_count: "The count if all goes as the averages say. Odds adds luck (Poisson).",
    luck_rate: |cases| {
        format!("Odds draws the rate each time from the Beta distribution worth {cases} cases.")
    },
    luck_deal: |spread, cases| {
        format!(
            "Odds spreads single deals by ±{spread} (Gamma) and moves the average itself as {cases} deals allow (log-normal)."
        )
    },
    luck_none: "Odds does not move this number either.",
    whole_title: "Counts rounded down each month",
    whole_columns: ["Stage", "Month, exact", "Period, exact", "Month, rounded down", "Period, rounded down"],
    whole_note: "Rounding down drops the fraction of every channel and stage each month, and of deals won once over the period. The fractions are lost every month, so it comes to less than the exact figures. Without delays.",
};
