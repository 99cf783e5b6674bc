//! What would make the target likelier, and what moves the result.

use super::en;

/// What would make the target likelier, and what moves the result.
#[derive(Debug)]
pub struct LeverWords {
    /// One lever is the cheapest: confidence, its name.
    pub title_cheapest: fn(&str, &str) -> String,
    /// No lever is marked as the cheapest: confidence.
    pub title: fn(&str) -> String,
    /// The plan is beyond the confidence: confidence.
    pub title_spare: fn(&str) -> String,
    /// How to read the bars: end of their scale.
    pub reading: fn(&str) -> String,
    /// Table columns: what is changed, what it is, what it would have to be, by how much, remarks.
    pub quantity: &'static str,
    /// See above.
    pub now: &'static str,
    /// See above.
    pub needed: &'static str,
    /// See above.
    pub change: &'static str,
    /// See above.
    pub remark: &'static str,
    /// Marks the cheapest.
    pub cheapest: &'static str,
    /// Monthly budget: from, to.
    pub cost: fn(&str, &str) -> String,
    /// Beyond the benchmark: its range.
    pub beyond_typical: fn(&str) -> String,
    /// Beyond what the evidence allows: its range.
    pub beyond_range: fn(&str) -> String,
    /// More than what the cost per entry was seen at: times.
    pub beyond_volume: fn(&str) -> String,
    /// Even the limit does not give the confidence: chance there.
    pub unreached: fn(&str) -> String,
    /// Takes a lever into the plan.
    pub take: &'static str,
    /// The same for those who do not see the row: name, value.
    pub take_label: fn(&str, &str) -> String,
    /// Levers of single channels.
    pub by_channel: &'static str,
    /// No lever is the cheapest.
    pub no_cheapest: &'static str,
    /// A tenth more is worth the same everywhere: names, gain.
    pub worth_same: fn(&str, &str) -> String,
    /// A tenth more is not worth the same: list.
    pub worth_differs: fn(&str) -> String,
    /// Everything a little.
    pub all: &'static str,
    /// Each for itself.
    pub each: &'static str,
    /// All entries, wherever they come in.
    pub entries: &'static str,
    /// A delay: stage.
    pub delay: fn(&str) -> String,
    /// Monthly churn.
    pub churn: &'static str,
    /// A channel's own rate: rate, channel.
    pub own_rate: fn(&str, &str) -> String,
    /// A number of months.
    pub months: fn(&str) -> String,
    /// Between entries of a list.
    pub separator: &'static str,
    /// What moves the result: luck, the rest.
    pub variance: fn(&str, &str) -> String,
    /// How to read the shares.
    pub variance_reading: &'static str,
    /// Table column: source.
    pub source: &'static str,
    /// Table column: share.
    pub share: &'static str,
    /// Luck and what it is.
    pub luck: [&'static str; 2],
    /// The market and what it is.
    pub market: [&'static str; 2],
    /// What sources do together, and what that is.
    pub interaction: [&'static str; 2],
    /// Further measuring saves nothing.
    pub measured: &'static str,
    /// Twice the evidence: evidence and twice of it, entries saved.
    pub measure_twice: fn(Option<&[String; 2]>, &str) -> String,
    /// Known exactly: entries saved, monthly money saved.
    pub measure_known: fn(&str, Option<&str>) -> String,
}

pub(super) const JA: LeverWords = LeverWords {
    title_cheapest: |confidence, name| format!("{confidence} にするには、{name}がいちばん安く済みます"),
    title: |confidence| format!("{confidence} にするには、どれか1つをここまで変えます"),
    title_spare: |confidence| format!("{confidence} でよければ、どれか1つをここまでゆるめられます"),
    reading: |end| format!("1つだけ変える場合に必要な変化。棒の長さは変化率（0–{end}）"),
    quantity: "変える数字",
    now: "いま",
    needed: "必要",
    change: "変化",
    remark: "費用と注意",
    cheapest: "いちばん安い",
    cost: |from, to| format!("広告費 月{from} → {to}"),
    beyond_typical: |range| format!("目安 {range} を超えます"),
    beyond_range: |range| format!("実績の幅 {range} の外です"),
    beyond_volume: |times| format!("いまの{times}。同じCPAで集まるとは限りません"),
    unreached: |chance| format!("届かない: ここまで変えても {chance}"),
    take: "計画に入れる",
    take_label: |name, value| format!("{name}を {value} にして計画に入れる"),
    by_channel: "1つのチャネルだけを増やす場合",
    no_cheapest: "費用が分かり、目安や実績の幅に収まる変え方はありません。どれも安いとは言えません。",
    worth_same: |names, gain| {
        format!(
            "{names}は、どれを1割よくしても効きめが同じです（平均どおりなら売上 {gain}）。選ぶ手がかりは、費用と届きやすさです。"
        )
    },
    worth_differs: |list| {
        format!(
            "1割よくしたときの売上（平均どおりなら）: {list}。途中から入る件数や別の率があるため、同じにはなりません。"
        )
    },
    all: "全部を少しずつ",
    each: "それぞれ",
    entries: "集める件数",
    delay: |stage| format!("{stage}までの遅れ"),
    churn: "月の解約率",
    own_rate: |rate, channel| format!("{rate}({channel})"),
    months: |count| format!("{count}か月"),
    separator: "・",
    variance: |luck, rest| {
        format!("結果の幅の {luck} は偶然、{rest} は「まだよく分からない数字」から生まれます")
    },
    variance_reading: "売上の分散を、どの数字の不確かさが生んでいるかに分けたもの。必要な件数は、目安の確率に届く件数です",
    source: "もと",
    share: "割合",
    luck: ["偶然", "同じ率でも出るばらつき。件数が増えると小さくなります"],
    market: ["市場", "どの率にも同時に効く、景気などの動き"],
    interaction: ["重なり", "2つ以上が同時にずれた分"],
    measured: "それ以上調べても、必要な件数は減りません",
    measure_twice: |evidence, saved| match evidence {
        Some([from, to]) => format!("実績を{from}→{to}に増やすと、必要な件数が{saved}減ります"),
        None => format!("2倍よく分かると、必要な件数が{saved}減ります"),
    },
    measure_known: |saved, money| match money {
        Some(money) => format!("。正確に分かれば{saved}（広告費 月{money}）"),
        None => format!("。正確に分かれば{saved}"),
    },
};

pub(super) const EN: LeverWords = LeverWords {
    title_cheapest: |confidence, name| format!("For {confidence}, {} cost least", en::lower(name)),
    title: |confidence| format!("For {confidence}, change any one of these"),
    title_spare: |confidence| format!("If {confidence} is enough, any one of these can ease"),
    reading: |end| format!("The change it takes if nothing else changes. Bars: relative change (0–{end})"),
    quantity: "Change",
    now: "Now",
    needed: "Needed",
    change: "By",
    remark: "Cost and caution",
    cheapest: "Cheapest",
    cost: |from, to| format!("Ad budget {from} → {to} a month"),
    beyond_typical: |range| format!("Beyond the typical {range}"),
    beyond_range: |range| format!("Outside the {range} your data allow"),
    beyond_volume: |times| format!("{times} of now. The CPA may not hold"),
    unreached: |chance| format!("Out of reach: even this gives {chance}"),
    take: "Put in the plan",
    take_label: |name, value| format!("Put {} of {value} in the plan", en::lower(name)),
    by_channel: "If only one channel grows",
    no_cheapest: "No change has a known cost and stays within what is typical or observed, so none is marked cheapest.",
    worth_same: |names, gain| {
        format!(
            "A tenth more of any of these is worth the same ({gain} revenue if all goes as averages say): {names}. Choose by cost and reach."
        )
    },
    worth_differs: |list| {
        format!(
            "Revenue from a tenth more, if all goes as averages say: {list}. Entries further down or rates of their own break the tie."
        )
    },
    all: "Everything a little",
    each: "Each",
    entries: "Entries",
    delay: |stage| format!("Delay to {}", en::lower(stage)),
    churn: "Monthly churn",
    own_rate: |rate, channel| format!("{rate} ({channel})"),
    months: |count| format!("{count} mo"),
    separator: ", ",
    variance: |luck, rest| format!("{luck} of the spread is luck, {rest} comes from numbers not known well"),
    variance_reading: "The variance of revenue by what causes it. Counts needed are those at the wished chance",
    source: "Source",
    share: "Share",
    luck: ["Luck", "Varies at the same rates; shrinks as counts grow"],
    market: ["Market", "Moves all rates together"],
    interaction: ["Together", "From two or more being off at once"],
    measured: "Measuring more would not lower the count needed",
    measure_twice: |evidence, saved| match evidence {
        Some([from, to]) => format!("From {from} to {to} observations, {saved} fewer are needed"),
        None => format!("Known twice as well, {saved} fewer are needed"),
    },
    measure_known: |saved, money| match money {
        Some(money) => format!("; known exactly, {saved} ({money} a month)"),
        None => format!("; known exactly, {saved}"),
    },
};
