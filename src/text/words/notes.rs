//! What to look at before relying on the plan. Each note is three texts: the value, why it matters, the way out.

use super::en;

/// What to look at before relying on the plan.
#[derive(Debug)]
pub struct NoteWords {
    /// Names the section.
    pub title: &'static str,
    /// Nothing to look at.
    pub none: &'static str,
    /// The field for last year's revenue.
    pub last_year: &'static str,
    /// What the field is for.
    pub last_year_note: &'static str,
    /// A rate is zero: name of the rate.
    pub zero_rate: fn(&str) -> [String; 3],
    /// A deal brings nothing.
    pub zero_value: [&'static str; 3],
    /// No channel brings anybody.
    pub zero_volume: [&'static str; 3],
    /// Every win comes after the end.
    pub zero_time: [&'static str; 3],
    /// The solved number alone does not do it: goal at its limit, target.
    pub limit_reached: fn(&str, &str) -> [String; 3],
    /// A cost above its limit: channels.
    pub unprofitable: fn(&str) -> [String; 3],
    /// Few deals: count, swing, swing of thirty.
    pub few_deals: fn(&str, &str, &str) -> [String; 3],
    /// A rate outside its band: name, value or range, band, source.
    pub unlike_rate: fn(&str, &str, &str, &str) -> [String; 3],
    /// A cost outside its band: channels, band.
    pub unlike_cost: fn(&str, &str) -> [String; 3],
    /// Nothing between entry and deal: first stage, last stage.
    pub results_only: fn(&str, &str) -> [String; 3],
    /// Far more than last year: multiple, last year's revenue, whether the target is that of a year.
    pub steep_growth: fn(&str, &str, bool) -> [String; 3],
    /// Every rate is taken as certain.
    pub no_evidence: [&'static str; 3],
    /// A rate that nothing uses: name.
    pub unused_rate: fn(&str) -> [String; 3],
    /// Far more volume than entered: multiple.
    pub far_volume: fn(&str) -> [String; 3],
    /// Numbers move together: correlation.
    pub market: fn(&str) -> [String; 3],
}

pub(super) const JA: NoteWords = NoteWords {
    title: "この計画で確かめること",
    none: "気になる点はありません。",
    last_year: "前年の売上（任意）",
    last_year_note: "入れると、目標の伸びが大きすぎないかも確かめます。",
    zero_rate: |rate| {
        [
            format!("{rate}が 0% です"),
            "掛け算のどこかが 0 なら、何件集めても受注は 0件です。".to_owned(),
            "0% より大きい率を入れてください。実績がまだなければ、目安から始められます。".to_owned(),
        ]
    },
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
    limit_reached: |goal, target| {
        [
            format!("限界まで動かしても {goal}です"),
            format!("逆算している数字ひとつだけでは、目標の{target}に届きません。"),
            "ほかの率や単価も上げるか、目標を下げてください。".to_owned(),
        ]
    },
    unprofitable: |channels| {
        [
            format!("{channels}の CPA が、限界CPAを超えています"),
            "受注しても、集める費用が粗利を上回ります。".to_owned(),
            "CPA を下げるか、受注までの率を上げるか、予算をほかのチャネルに移してください。".to_owned(),
        ]
    },
    few_deals: |count, swing, of_thirty| {
        [
            format!("{count}件の受注では、偶然だけで結果が ±{swing} 動きます"),
            format!("件数が少ないほど、偶然が打ち消し合わないからです。30件なら ±{of_thirty}です。"),
            "1点でなく幅で見て、「見通し」の 80%の確度に必要な件数で計画してください。".to_owned(),
        ]
    },
    unlike_rate: |rate, value, band, source| {
        [
            format!("{rate} {value}は、目安の {band}から外れています"),
            format!(
                "目安は {source}。業種や価格で変わりますが、数え方が違うか、希望が入っているかもしれません。"
            ),
            "何件中何件かを数えて入れ直すか、他社と違う理由を確かめてください。".to_owned(),
        ]
    },
    unlike_cost: |channels, band| {
        [
            format!("{channels}の CPA は、目安の {band}から大きく外れています"),
            "目安は BtoBマーケ担当者の調査（2025年、n = 326）。業種や価格で変わります。".to_owned(),
            "費用に入れているものと、数えている段階を確かめてください。".to_owned(),
        ]
    },
    results_only: |entry, won| {
        [
            format!("{entry}と{won}の間に、数える段階がありません"),
            "結果だけを追うと、足りないと分かるのが締めの後になります。".to_owned(),
            "商談など、途中の段階を足してください。".to_owned(),
        ]
    },
    steep_growth: |times, last_year, is_yearly| {
        let target = if is_yearly { "目標は" } else { "目標は、1年に直すと" };
        [
            format!("{target}前年の {times}です"),
            format!("前年の売上は{last_year}。1.5倍を超える伸びは、同じやり方の延長では届きにくいものです。"),
            "人数、予算、商品のうち何が前年と変わるのかを確かめるか、目標を下げてください。".to_owned(),
        ]
    },
    no_evidence: [
        "どの率にも幅がありません",
        "率をすべて確かな数字として計算するので、達成確率が実際より確かに見えます。",
        "率ごとに、何件中何件かの実績を入れてください。",
    ],
    unused_rate: |rate| {
        [
            format!("{rate}は、どのチャネルも使っていません"),
            "後の段階から入るか、独自の率を持つチャネルだけなので、変えても結果は動きません。".to_owned(),
            "チャネルの入る段階と、独自の率を確かめてください。".to_owned(),
        ]
    },
    far_volume: |times| {
        [
            format!("入力した件数の {times}が必要です"),
            "率と CPA は今の規模で見た数字です。10倍を超えても同じとは限りません。".to_owned(),
            "率か単価を上げるか、目標を下げてください。".to_owned(),
        ]
    },
    market: |correlation| {
        [
            format!("市場との連動を {correlation} にしています"),
            "件数、率、単価が同じ向きに動くので、売上の平均はツリーの数字と一致しません。".to_owned(),
            "届く確率は「見通し」で確かめてください。".to_owned(),
        ]
    },
};

pub(super) const EN: NoteWords = NoteWords {
    title: "Check before relying on this",
    none: "Nothing stands out.",
    last_year: "Last year's revenue (optional)",
    last_year_note: "With it, the growth that the target asks for is checked too.",
    zero_rate: |rate| {
        [
            format!("{rate} is 0%"),
            "Where one factor is 0, no number of entries makes a deal.".to_owned(),
            "Enter a rate above 0%. Without data of your own, start from the typical one.".to_owned(),
        ]
    },
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
    limit_reached: |goal, target| {
        [
            format!("Even at its limit it makes {goal}"),
            format!("The one number that is worked out does not reach {target} alone."),
            "Raise another rate or the deal size too, or lower the target.".to_owned(),
        ]
    },
    unprofitable: |channels| {
        [
            format!("The CPA of {channels} is above its limit"),
            "Even when deals are won, bringing them in costs more than their gross margin.".to_owned(),
            "Lower the CPA, raise the rates down to the deal, or move the budget elsewhere.".to_owned(),
        ]
    },
    few_deals: |count, swing, of_thirty| {
        [
            format!("With {count} deals, luck alone moves the result by ±{swing}"),
            format!("The fewer the deals, the less luck evens out. With 30 it is ±{of_thirty}."),
            "Think in ranges, and plan with the volume that Odds gives for 80%.".to_owned(),
        ]
    },
    unlike_rate: |rate, value, band, source| {
        [
            format!("{rate} {value} is outside the typical {band}"),
            format!(
                "Typical is from {source}. It varies by trade and price, but the count or a wish may be behind it."
            ),
            "Count how many of how many passed, or find out why you differ.".to_owned(),
        ]
    },
    unlike_cost: |channels, band| {
        [
            format!("The CPA of {channels} is far from the typical {band}"),
            "Typical is from a survey of B2B marketers (2025, n = 326). It varies by trade and price."
                .to_owned(),
            "Check what the cost includes and which stage it counts.".to_owned(),
        ]
    },
    results_only: |entry, won| {
        let [entry, won] = [entry, won].map(en::lower);
        [
            format!("Nothing is counted between {entry} and {won}"),
            "With results alone, a shortfall shows only after the books are closed.".to_owned(),
            "Add a stage in between, such as meetings.".to_owned(),
        ]
    },
    steep_growth: |times, last_year, is_yearly| {
        let target = if is_yearly { "The target" } else { "The target, brought to a year," };
        [
            format!("{target} is {times} last year's revenue"),
            format!("Last year made {last_year}. More of the same rarely grows by over half."),
            "Name what changes (people, budget, product), or lower the target.".to_owned(),
        ]
    },
    no_evidence: [
        "No rate has a range",
        "All rates are taken as certain, so the odds look surer than they are.",
        "Enter for each rate how many of how many passed.",
    ],
    unused_rate: |rate| {
        [
            format!("{rate} is used by no channel"),
            "Every channel enters later or has a rate of its own, so changing this one changes nothing."
                .to_owned(),
            "Check where the channels enter and their own rates.".to_owned(),
        ]
    },
    far_volume: |times| {
        [
            format!("It takes {times} the volume entered"),
            "Rates and CPA were seen at today's size. Beyond ten times they may not hold.".to_owned(),
            "Raise a rate or the deal size, or lower the target.".to_owned(),
        ]
    },
    market: |correlation| {
        [
            format!("The market moves things together by {correlation}"),
            "Volumes, rates and deal size move the same way, so the mean revenue is not the tree's."
                .to_owned(),
            "See Odds for the chance of reaching the target.".to_owned(),
        ]
    },
};
