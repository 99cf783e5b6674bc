//! What to look at before relying on the plan. Each note is three texts: the value, why it matters, the way out; `{0}`,
//! `{1}`, … are the written figures in the order of the comment.

/// What to look at before relying on the plan.
#[derive(Debug)]
pub struct NoteWords {
    /// Names the section.
    pub title: &'static str,
    /// Nothing to look at.
    pub none: &'static str,
    /// What the field is for.
    pub last_year_note: &'static str,
    /// A rate is zero: name of the rate.
    pub zero_rate: [&'static str; 3],
    /// A deal brings nothing.
    pub zero_value: [&'static str; 3],
    /// No channel brings anybody.
    pub zero_volume: [&'static str; 3],
    /// Every win comes after the end.
    pub zero_time: [&'static str; 3],
    /// The solved number alone does not do it: goal at its limit, target.
    pub limit_reached: [&'static str; 3],
    /// A cost above its limit: channels.
    pub unprofitable: [&'static str; 3],
    /// Few deals: count, swing, swing of thirty, confidence.
    pub few_deals: [&'static str; 3],
    /// A rate outside its band: name, value or range, band, source.
    pub unlike_rate: [&'static str; 3],
    /// A cost outside its band: channels, band.
    pub unlike_cost: [&'static str; 3],
    /// Nothing between entry and deal: first stage, last stage.
    pub results_only: [&'static str; 3],
    /// The target of another period than a year, and of a year.
    pub target: [&'static str; 2],
    /// Far more than last year: the target's name, multiple, last year's revenue.
    pub steep_growth: [&'static str; 3],
    /// Every rate is taken as certain.
    pub no_evidence: [&'static str; 3],
    /// A rate that nothing uses: name.
    pub unused_rate: [&'static str; 3],
    /// Far more volume than entered: multiple.
    pub far_volume: [&'static str; 3],
    /// Numbers move together: correlation.
    pub market: [&'static str; 3],
}

pub(super) const JA: NoteWords = NoteWords {
    title: "この計画で確かめること",
    none: "気になる点はありません。",
    last_year_note: "入れると、目標の伸びが大きすぎないかも確かめます。",
    zero_rate: [
        "{0}が 0% です",
        "掛け算のどこかが 0 なら、何件集めても受注は 0件です。",
        "0% より大きい率を入れてください。実績がまだなければ、目安から始められます。",
    ],
    zero_value: [
        "平均受注単価が 0円 です",
        "掛け算のどこかが 0 なら、何件受注しても売上は 0円です。",
        "1件あたりの金額を入れてください。",
    ],
    zero_volume: [
        "件数を増やせるチャネルがありません",
        "増やせる入り口がないと、目標から必要な件数を逆算できません。",
        "チャネルの予算か月の件数を入れるか、件数の固定を外してください。",
    ],
    zero_time: [
        "期間内に受注になるものがありません",
        "遅れの合計が長く、最初の月に入っても、受注は期間の後になります。",
        "期間を延ばすか、遅れを短くしてください。",
    ],
    limit_reached: [
        "限界まで動かしても {0}です",
        "逆算している数字ひとつだけでは、目標の{1}に届きません。",
        "ほかの率や単価も上げるか、目標を下げてください。",
    ],
    unprofitable: [
        "{0}の CPA が、限界CPAを超えています",
        "受注しても、集める費用が粗利を上回ります。",
        "CPA を下げるか、受注までの率を上げるか、予算をほかのチャネルに移してください。",
    ],
    few_deals: [
        "{0}件の受注では、偶然だけで結果が ±{1} 動きます",
        "件数が少ないほど、偶然が打ち消し合わないからです。30件なら ±{2}です。",
        "1点でなく幅で見て、「見通し」にある {3}の確度に必要な件数で計画してください。",
    ],
    unlike_rate: [
        "{0} {1}は、目安の {2}から外れています",
        "目安は {3}。業種や価格で変わりますが、数え方が違うか、希望が入っているかもしれません。",
        "何件中何件かを数えて入れ直すか、他社と違う理由を確かめてください。",
    ],
    unlike_cost: [
        "{0}の CPA は、目安の {1}から大きく外れています",
        "目安は BtoBマーケ担当者の調査（2025年、n = 326）。業種や価格で変わります。",
        "費用に入れているものと、数えている段階を確かめてください。",
    ],
    results_only: [
        "{0}と{1}の間に、数える段階がありません",
        "結果だけを追うと、足りないと分かるのが締めの後になります。",
        "商談など、途中の段階を足してください。",
    ],
    target: ["目標は、1年に直すと", "目標は"],
    steep_growth: [
        "{0}前年の {1}です",
        "前年の売上は{2}。1.5倍を超える伸びは、同じやり方の延長では届きにくいものです。",
        "人数、予算、商品のうち何が前年と変わるのかを確かめるか、目標を下げてください。",
    ],
    no_evidence: [
        "どの率にも幅がありません",
        "率をすべて確かな数字として計算するので、達成確率が実際より確かに見えます。",
        "率ごとに、何件中何件かの実績を入れてください。",
    ],
    unused_rate: [
        "{0}は、どのチャネルも使っていません",
        "後の段階から入るか、独自の率を持つチャネルだけなので、変えても結果は動きません。",
        "チャネルの入る段階と、独自の率を確かめてください。",
    ],
    far_volume: [
        "入力した件数の {0}が必要です",
        "率と CPA は今の規模で見た数字です。10倍を超えても同じとは限りません。",
        "率か単価を上げるか、目標を下げてください。",
    ],
    market: [
        "市場との連動を {0} にしています",
        "件数、率、単価が同じ向きに動くので、売上の平均はツリーの数字と一致しません。",
        "届く確率は「見通し」で確かめてください。",
    ],
};

pub(super) const EN: NoteWords = NoteWords {
    title: "Check before relying on this",
    none: "Nothing stands out.",
    last_year_note: "With it, the growth that the target asks for is checked too.",
    zero_rate: [
        "{0} is 0%",
        "Where one factor is 0, no number of entries makes a deal.",
        "Enter a rate above 0%. Without data of your own, start from the typical one.",
    ],
    zero_value: [
        "The average deal is 0",
        "Where one factor is 0, no number of deals makes revenue.",
        "Enter what a deal brings.",
    ],
    zero_volume: [
        "No channel can bring more",
        "Without an entry that can grow, nothing can be worked out backwards.",
        "Give a channel a budget or a monthly count, or let its volume be scaled.",
    ],
    zero_time: [
        "Nothing is won within the period",
        "The delays add up to so much that even what arrives in the first month is won after the end.",
        "Make the period longer or the delays shorter.",
    ],
    limit_reached: [
        "Even at its limit it makes {0}",
        "The one number that is worked out does not reach {1} alone.",
        "Raise another rate or the deal size too, or lower the target.",
    ],
    unprofitable: [
        "The CPA of {0} is above its limit",
        "Even when deals are won, bringing them in costs more than their gross margin.",
        "Lower the CPA, raise the rates down to the deal, or move the budget elsewhere.",
    ],
    few_deals: [
        "With {0} deals, luck alone moves the result by ±{1}",
        "The fewer the deals, the less luck evens out. With 30 it is ±{2}.",
        "Think in ranges, and plan with the volume that Odds gives for {3}.",
    ],
    unlike_rate: [
        "{0} {1} is outside the typical {2}",
        "Typical is from {3}. It varies by trade and price, but the count or a wish may be behind it.",
        "Count how many of how many passed, or find out why you differ.",
    ],
    unlike_cost: [
        "The CPA of {0} is far from the typical {1}",
        "Typical is from a survey of B2B marketers (2025, n = 326). It varies by trade and price.",
        "Check what the cost includes and which stage it counts.",
    ],
    results_only: [
        "Nothing is counted between {0} and {1}",
        "With results alone, a shortfall shows only after the books are closed.",
        "Add a stage in between, such as meetings.",
    ],
    target: ["The target, brought to a year,", "The target"],
    steep_growth: [
        "{0} is {1} last year's revenue",
        "Last year made {2}. More of the same rarely grows by over half.",
        "Name what changes (people, budget, product), or lower the target.",
    ],
    no_evidence: [
        "No rate has a range",
        "All rates are taken as certain, so the odds look surer than they are.",
        "Enter for each rate how many of how many passed.",
    ],
    unused_rate: [
        "{0} is used by no channel",
        "Every channel enters later or has a rate of its own, so changing this one changes nothing.",
        "Check where the channels enter and their own rates.",
    ],
    far_volume: [
        "It takes {0} the volume entered",
        "Rates and CPA were seen at today's size. Beyond ten times they may not hold.",
        "Raise a rate or the deal size, or lower the target.",
    ],
    market: [
        "The market moves things together by {0}",
        "Volumes, rates and deal size move the same way, so the mean revenue is not the tree's.",
        "See Odds for the chance of reaching the target.",
    ],
};
