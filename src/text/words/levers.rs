//! What would make the target likelier, and what moves the result.

/// What would make the target likelier, and what moves the result.
#[derive(Debug)]
pub struct LeverWords {
    /// One lever is the cheapest: confidence, its name.
    pub title_cheapest: &'static str,
    /// No lever is marked as the cheapest: confidence.
    pub title: &'static str,
    /// The plan is beyond the confidence: confidence.
    pub title_spare: &'static str,
    /// How to read the bars: end of their scale.
    pub reading: &'static str,
    /// Columns of the table: what is changed, what it is, what it would have to be, by how much, remarks.
    pub head: &'static [&'static str],
    /// Marks the cheapest.
    pub cheapest: &'static str,
    /// Monthly budget: from, to.
    pub cost: &'static str,
    /// Beyond the benchmark: its range.
    pub beyond_typical: &'static str,
    /// Beyond what the evidence allows: its range.
    pub beyond_range: &'static str,
    /// More than what the cost per entry was seen at: times.
    pub beyond_volume: &'static str,
    /// Even the limit does not give the confidence: chance there.
    pub unreached: &'static str,
    /// Takes a lever into the plan.
    pub take: &'static str,
    /// The same for those who do not see the row: name, value.
    pub take_label: &'static str,
    /// Levers of single channels.
    pub by_channel: &'static str,
    /// No lever is the cheapest.
    pub no_cheapest: &'static str,
    /// A tenth more is worth the same everywhere: names, gain.
    pub worth_same: &'static str,
    /// A tenth more is not worth the same: list.
    pub worth_differs: &'static str,
    /// Everything a little.
    pub all: &'static str,
    /// Each for itself.
    pub each: &'static str,
    /// All entries, wherever they come in.
    pub entries: &'static str,
    /// A delay: stage.
    pub delay: &'static str,
    /// Monthly churn.
    pub churn: &'static str,
    /// A channel's own rate: rate, channel.
    pub own_rate: &'static str,
    /// A number of months.
    pub months: &'static str,
    /// Between entries of a list.
    pub separator: &'static str,
    /// What moves the result: luck, the rest.
    pub variance: &'static str,
    /// How to read the shares.
    pub variance_reading: &'static str,
    /// Columns of the shares' table: source, share, remarks.
    pub variance_head: &'static [&'static str],
    /// Luck and what it is.
    pub luck: [&'static str; 2],
    /// The market and what it is.
    pub market: [&'static str; 2],
    /// What sources do together, and what that is.
    pub interaction: [&'static str; 2],
    /// Further measuring saves nothing.
    pub measured: &'static str,
    /// Twice the evidence: evidence, twice of it, entries saved.
    pub measure_evidence: &'static str,
    /// Known twice as well: entries saved.
    pub measure_twice: &'static str,
    /// Known exactly: entries saved.
    pub measure_known: &'static str,
    /// What that saves: monthly money.
    pub measure_money: &'static str,
}

pub(super) const JA: LeverWords = LeverWords {
    title_cheapest: "{0} にするには、{1}がいちばん安く済みます",
    title: "{0} にするには、どれか1つをここまで変えます",
    title_spare: "{0} でよければ、どれか1つをここまでゆるめられます",
    reading: "1つだけ変える場合に必要な変化。棒の長さは変化率（0–{0}）",
    head: &["変える数字", "いま", "必要", "変化", "費用と注意"],
    cheapest: "いちばん安い",
    cost: "広告費 月{0} → {1}",
    beyond_typical: "目安 {0} を超えます",
    beyond_range: "実績の幅 {0} の外です",
    beyond_volume: "いまの{0}。同じCPAで集まるとは限りません",
    unreached: "届かない: ここまで変えても {0}",
    take: "計画に入れる",
    take_label: "{0}を {1} にして計画に入れる",
    by_channel: "1つのチャネルだけを増やす場合",
    no_cheapest: "費用が分かり、目安や実績の幅に収まる変え方はありません。どれも安いとは言えません。",
    worth_same: "{0}は、どれを1割よくしても効きめが同じです（平均どおりなら売上 {1}）。選ぶ手がかりは、費用と届きやすさです。",
    worth_differs: "1割よくしたときの売上（平均どおりなら）: {0}。途中から入る件数や別の率があるため、同じにはなりません。",
    all: "全部を少しずつ",
    each: "それぞれ",
    entries: "集める件数",
    delay: "{0}までの遅れ",
    churn: "月の解約率",
    own_rate: "{0}({1})",
    months: "{0}か月",
    separator: "・",
    variance: "結果の幅の {0} は偶然、{1} は「まだよく分からない数字」から生まれます",
    variance_reading: "売上の分散を、どの数字の不確かさが生んでいるかに分けたもの。必要な件数は、目安の確率に届く件数です",
    variance_head: &["もと", "割合", "注意"],
    luck: ["偶然", "同じ率でも出るばらつき。件数が増えると小さくなります"],
    market: ["市場", "どの率にも同時に効く、景気などの動き"],
    interaction: ["重なり", "2つ以上が同時にずれた分"],
    measured: "それ以上調べても、必要な件数は減りません",
    measure_evidence: "実績を{0}→{1}に増やすと、必要な件数が{2}減ります",
    measure_twice: "2倍よく分かると、必要な件数が{0}減ります",
    measure_known: "。正確に分かれば{0}",
    measure_money: "（広告費 月{0}）",
};

pub(super) const EN: LeverWords = LeverWords {
    title_cheapest: "For {0}, {1} cost least",
    title: "For {0}, change any one of these",
    title_spare: "If {0} is enough, any one of these can ease",
    reading: "The change it takes if nothing else changes. Bars: relative change (0–{0})",
    head: &["Change", "Now", "Needed", "By", "Cost and caution"],
    cheapest: "Cheapest",
    cost: "Ad budget {0} → {1} a month",
    beyond_typical: "Beyond the typical {0}",
    beyond_range: "Outside the {0} your data allow",
    beyond_volume: "{0} of now. The CPA may not hold",
    unreached: "Out of reach: even this gives {0}",
    take: "Put in the plan",
    take_label: "Put in the plan: {0} of {1}",
    by_channel: "If only one channel grows",
    no_cheapest: "No change has a known cost and stays within what is typical or observed, so none is marked cheapest.",
    worth_same: "A tenth more of any of these is worth the same ({1} revenue if all goes as averages say): {0}. Choose by cost and reach.",
    worth_differs: "Revenue from a tenth more, if all goes as averages say: {0}. Entries further down or rates of their own break the tie.",
    all: "Everything a little",
    each: "Each",
    entries: "Entries",
    delay: "Delay to {0}",
    churn: "Monthly churn",
    own_rate: "{0} ({1})",
    months: "{0} mo",
    separator: ", ",
    variance: "{0} of the spread is luck, {1} comes from numbers not known well",
    variance_reading: "The variance of revenue by what causes it. Counts needed are those at the wished chance",
    variance_head: &["Source", "Share", "Remark"],
    luck: ["Luck", "Varies at the same rates; shrinks as counts grow"],
    market: ["Market", "Moves all rates together"],
    interaction: ["Together", "From two or more being off at once"],
    measured: "Measuring more would not lower the count needed",
    measure_evidence: "From {0} to {1} observations, {2} fewer are needed",
    measure_twice: "Known twice as well, {0} fewer are needed",
    measure_known: "; known exactly, {0}",
    measure_money: " ({0} a month)",
};
