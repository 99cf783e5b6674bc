//! The agreement: its headings, what its places are called, its tables.

/// Headings of the agreement.
#[derive(Debug)]
pub struct AgreeHeadings {
    /// The numbers that are promised.
    pub promises: &'static str,
    /// What the stages mean.
    pub definitions: &'static str,
    /// What makes an MQL.
    pub mql: &'static str,
    /// How points are given.
    pub scores: &'static str,
    /// The hand-off.
    pub hand_off: &'static str,
    /// Why prospects are lost.
    pub lost: &'static str,
    /// Meetings.
    pub meetings: &'static str,
    /// The linkage table.
    pub linkage: &'static str,
    /// The table of departments.
    pub departments: &'static str,
    /// Activities.
    pub activities: &'static str,
    /// Measures.
    pub measures: &'static str,
    /// Who answers.
    pub people: &'static str,
    /// Anything else.
    pub notes: &'static str,
}

/// The agreement. Phrases with places take what their comment names, in that order.
#[derive(Debug)]
pub struct AgreeWords {
    /// The view's headline and what stands below it.
    pub headline: [&'static str; 2],
    /// Prints the agreement; prints the checklists; saves it as Markdown.
    pub actions: [&'static str; 3],
    /// The agreement's title: the plan's name.
    pub title: &'static str,
    /// Headings.
    pub headings: AgreeHeadings,
    /// What is to know about some of them: definitions, linkage, departments, activities, measures.
    pub leads: [&'static str; 5],
    /// Columns of the promises.
    pub promise_columns: [&'static str; 4],
    /// The goal's owner.
    pub everybody: &'static str,
    /// A rate that two departments make: its name.
    pub shared_rate: &'static str,
    /// A range.
    pub range: &'static str,
    /// There is nothing.
    pub none: &'static str,
    /// What the places of each section are called, section by section.
    pub columns: [&'static [&'static str]; 13],
    /// Names what a row is about.
    pub row_name: &'static str,
    /// Adds a row: of scores, lost reasons, activities, measures.
    pub add: [&'static str; 4],
    /// Removes a row: its name.
    pub remove: &'static str,
    /// Notice: a row was removed.
    pub row_removed: &'static str,
    /// There are no rows yet.
    pub no_rows: &'static str,
    /// What gives points.
    pub score_kinds: [&'static str; 2],
    /// The example is an MQL, or not: points, threshold.
    pub score_findings: [&'static str; 2],
    /// How many imported prospects reach the threshold: all of them, threshold, how many, share.
    pub scored: &'static str,
    /// Those that reach it, and the others: threshold.
    pub scored_sides: [&'static str; 2],
    /// The first columns of their table.
    pub scored_head: [&'static str; 2],
    /// What they were counted by, a column of points or columns that the sheet has conditions for: columns, day.
    pub scored_by: [&'static str; 2],
    /// Those who came far did so until then.
    pub scored_so_far: &'static str,
    /// A column whose condition is gone: the condition.
    pub scored_gone: &'static str,
    /// Those whose points are not known: how many.
    pub scored_unknown: &'static str,
    /// Where this could come from, and what leads there.
    pub scored_hint: [&'static str; 2],
    /// People: how many.
    pub people: &'static str,
    /// How many came to a stage: people, share.
    pub came: &'static str,
    /// The name of a column.
    pub quoted: &'static str,
    /// Which way a measure is to go.
    pub directions: [&'static str; 2],
    /// The last actual reaches the target, or not: actual, target.
    pub measured: [&'static str; 2],
    /// Two pages do not hold it: characters too many, its longest texts.
    pub crowded: &'static str,
    /// A text and how long it is: its name, characters.
    pub text_length: &'static str,
    /// Opens the actuals.
    pub actuals: &'static str,
    /// What comes of a row.
    pub comes_to: &'static str,
    /// In a month: count.
    pub per_month: &'static str,
    /// Columns of the linkage table.
    pub linkage_columns: [&'static str; 4],
    /// Its usual rows: the part of the way, what both agree on.
    pub phases: [(&'static str, &'static str); 6],
    /// What both agree on at any other stage.
    pub other_link: &'static str,
    /// A figure: its name, its value.
    pub figure: &'static str,
    /// Deals that marketing had a part in: count.
    pub won_leads: &'static str,
    /// Columns of the table of departments.
    pub department_columns: [&'static str; 5],
    /// Names what lies across departments.
    pub across_name: &'static str,
    /// The department answers for no stage.
    pub no_stage: &'static str,
    /// In the period, and in a month: both counts.
    pub count_and_month: &'static str,
    /// What others see: figure, source.
    pub sourced: &'static str,
    /// No source is named.
    pub unsourced: &'static str,
    /// The source of the usual cost of a lead.
    pub cost_source: &'static str,
    /// The recommended number of approaches.
    pub hundred: &'static str,
    /// What a lead costs.
    pub cost_of_lead: &'static str,
    /// Visits to the site.
    pub visits: &'static str,
    /// Retention over a year, churn in a month.
    pub customers: [&'static str; 2],
    /// The rate of something that customers take: its name.
    pub rate_of: &'static str,
    /// The rate of cross-sells.
    pub cross_sell: &'static str,
    /// Across departments: the goal, its chance, the hand-off.
    pub across: [&'static str; 3],
    /// Within hours.
    pub within: &'static str,
    /// Leads to where a missing figure is entered.
    pub enter: &'static str,
    /// Names the line for a signature.
    pub sign: &'static str,
}

pub(super) const JA: AgreeWords = AgreeWords {
    headline: [
        "部門をまたぐ約束を、1枚にまとめる。",
        "書いたものがそのまま合意書になります。数字は計画から入ります。",
    ],
    actions: ["合意書を印刷", "チェックリストを印刷", "Markdownで保存"],
    title: "{0} 部門間合意書",
    headings: AgreeHeadings {
        promises: "数字の約束",
        definitions: "言葉の定義",
        mql: "MQLの条件",
        scores: "スコアの付け方",
        hand_off: "引き渡し",
        lost: "失注理由",
        meetings: "会議と見直し",
        linkage: "マーケと営業の連動",
        departments: "部門ごとのKPI",
        activities: "行動の量",
        measures: "ほかの指標",
        people: "責任者",
        notes: "メモ",
    },
    leads: [
        "どの段階も、だれが、何を、何を根拠に数えるかを決めておきます。",
        "段階ごとに、両部門がどの数字でつながるかの一覧です。",
        "値は計画から入ります。目安は業種、価格、進め方で変わります。",
        "到達1件にかける回数を決めると、月の件数が計画から出ます。",
        "NPSやサイト訪問など、計画の外で追う数字です。",
    ],
    promise_columns: ["部門", "約束する数字", "期間", "月平均"],
    everybody: "KGI",
    shared_rate: "{0}（両部門が同じ責任を持つ）",
    range: "幅 {0}",
    none: "—",
    columns: [
        &["数える人", "数えるもの", "根拠"],
        &["成功要因（KFS）"],
        &["属性", "行動"],
        &["しきい値（点）"],
        &["条件", "種類", "点", "例"],
        &["引き渡しまでの時間", "必ず添える項目", "返答までの営業日", "返す内容"],
        &["理由"],
        &[
            "共有するKGI",
            "各KPIとKGIのつながり",
            "MQLとSQL",
            "データの共有",
            "会議の間隔",
            "遅れたとき",
            "見直しの周期",
        ],
        &["責任者"],
        &["行動", "部門", "段階", "到達1件あたりの回数"],
        &["指標", "部門", "単位", "目標", "向き", "実績"],
        &["完了", "担当", "期限"],
        &["メモ"],
    ],
    row_name: "対象",
    add: ["条件を足す", "理由を足す", "行動を足す", "指標を足す"],
    remove: "{0}を削除",
    row_removed: "行を削除しました",
    no_rows: "まだありません。",
    score_kinds: ["行動", "属性"],
    score_findings: [
        "例のリードは {0}点。しきい値の {1}点に届くので、MQLです。",
        "例のリードは {0}点。しきい値の {1}点に届かないので、まだMQLではありません。",
    ],
    scored: "取り込んだ見込み客{0}人のうち、しきい値の {1}点に届くのは {2}人（{3}）です。",
    scored_sides: ["{0}点以上", "{0}点未満"],
    scored_head: ["点", "見込み客"],
    scored_by: [
        "{0}の列の点で分けました（{1} 取り込み）。",
        "{0}の列を、この表の点で数えました（{1} 取り込み）。",
    ],
    scored_so_far: "段階は取り込んだ時点までに進んだ人で、このあと進む人もいます。",
    scored_gone: "「{0}」という条件はもうこの表にないので、0点で数えています。表をもう一度取り込むと、今の条件で数え直します。",
    scored_unknown: "点のわからない{0}人は含めていません。",
    scored_hint: [
        "スコアや、この表の条件と同じ名前の列があるCSVを取り込むと、しきい値に届く見込み客の割合がここに出ます。",
        "実績を開く",
    ],
    people: "{0}人",
    came: "{0}（{1}）",
    quoted: "「{0}」",
    directions: ["上げる", "下げる"],
    measured: ["最新 {0}、目標 {1} に届いています", "最新 {0}、目標 {1} に届いていません"],
    crowded: "読める大きさでは、印刷がA4の2ページに収まりません。あと約{0}字短くすると収まります。長いものから: {1}。",
    text_length: "{0} {1}字",
    actuals: "月ごとの実績",
    comes_to: "結果",
    per_month: "月{0}",
    linkage_columns: ["段階", "マーケのKPI", "営業のKPI", "つなぐ点"],
    phases: [
        ("認知", "どの施策が商談につながったかを一緒に見る"),
        ("リード獲得", "チャネルごとの質を営業から聞く"),
        ("育成", "MQLの条件を両部門で決める"),
        ("引き渡し", "渡す条件と期限を文書にする"),
        ("商談", "商談化率をリードの出どころ別に見る"),
        ("受注", "受注したリードに共通する点を探す"),
    ],
    other_link: "次の段階へ進む条件を両部門で決める",
    figure: "{0}: {1}",
    won_leads: "受注したリード: {0}",
    department_columns: ["部門", "KPI", "計画の値", "目安", "成功要因（KFS）"],
    across_name: "部門横断",
    no_stage: "受けもつ段階なし",
    count_and_month: "{0}（月{1}）",
    sourced: "{0}（{1}）",
    unsourced: "出典なし",
    cost_source: "BtoBマーケ担当者の調査 2025年、n = 326",
    hundred: "推奨 月100件",
    cost_of_lead: "リード単価（CPA）",
    visits: "サイト訪問数",
    customers: ["年間の継続率", "月の解約率"],
    rate_of: "{0}率（年）",
    cross_sell: "クロスセル率（年）",
    across: ["売上目標", "達成確率", "MQLの引き渡し"],
    within: "{0}時間以内",
    enter: "計画に入れる",
    sign: "署名",
};

pub(super) const EN: AgreeWords = AgreeWords {
    headline: [
        "What departments promise each other, on one sheet",
        "What you write is the agreement. Numbers come from the plan.",
    ],
    actions: ["Print the agreement", "Print the checklists", "Save as Markdown"],
    title: "{0}: agreement between departments",
    headings: AgreeHeadings {
        promises: "Numbers promised",
        definitions: "What the words mean",
        mql: "What makes an MQL",
        scores: "Scoring",
        hand_off: "Hand-off",
        lost: "Lost reasons",
        meetings: "Meetings and review",
        linkage: "Marketing and sales, linked",
        departments: "KPIs by department",
        activities: "Activities",
        measures: "Other measures",
        people: "Who answers",
        notes: "Notes",
    },
    leads: [
        "For every stage: who counts, what counts, and what proves it.",
        "Stage by stage, the numbers that tie both departments together.",
        "Values come from the plan. Typical figures vary by trade, price and process.",
        "Say how many it takes for one arrival; the plan gives the number a month.",
        "Numbers followed beside the plan, such as NPS or visits.",
    ],
    promise_columns: ["Department", "Number promised", "Period", "Month"],
    everybody: "KGI",
    shared_rate: "{0} (both departments answer for it)",
    range: "{0}",
    none: "—",
    columns: [
        &["Who counts", "What counts", "Evidence"],
        &["Key success factor"],
        &["Attributes", "Behaviour"],
        &["Threshold (points)"],
        &["Condition", "Kind", "Points", "Example"],
        &["Hours until hand-off", "Always included", "Working days to answer", "What is sent back"],
        &["Reason"],
        &[
            "Shared KGI",
            "How KPIs link to it",
            "MQL and SQL",
            "How data is shared",
            "Rhythm",
            "When behind",
            "Review",
        ],
        &["Who answers"],
        &["Activity", "Department", "Stage", "Per arrival"],
        &["Measure", "Department", "Unit", "Target", "Direction", "Actual"],
        &["Done", "Owner", "Due"],
        &["Notes"],
    ],
    row_name: "About",
    add: ["Add a condition", "Add a reason", "Add an activity", "Add a measure"],
    remove: "Delete {0}",
    row_removed: "Row deleted",
    no_rows: "None yet.",
    score_kinds: ["Behaviour", "Attribute"],
    score_findings: [
        "The example has {0} points. The threshold is {1}, so it is an MQL.",
        "The example has {0} points. The threshold is {1}, so it is no MQL yet.",
    ],
    scored: "Of {0} imported prospects, {2} ({3}) reach the threshold of {1} points.",
    scored_sides: ["{0} or more", "Below {0}"],
    scored_head: ["Points", "Prospects"],
    scored_by: [
        "Split by the points in the column {0} (imported {1}). ",
        "The columns {0} were counted with the points of this sheet (imported {1}). ",
    ],
    scored_so_far: "Stages are those reached by the time of the import; more may follow.",
    scored_gone: "The sheet no longer has the condition “{0}”, so it counts 0 points. Import the tables again to count by today’s conditions.",
    scored_unknown: "{0} whose points are not known are left out.",
    scored_hint: [
        "Import a CSV with scores, or with columns named like the conditions here, to see what share of prospects reaches the threshold.",
        "Open the actuals",
    ],
    people: "{0}",
    came: "{0} ({1})",
    quoted: "“{0}”",
    directions: ["Up", "Down"],
    measured: ["Latest {0}, reaches the target of {1}", "Latest {0}, short of the target of {1}"],
    crowded: "At a legible size this takes more than two A4 pages. About {0} characters less would fit. The longest: {1}.",
    text_length: "{0}, {1} characters",
    actuals: "Actuals by month",
    comes_to: "Result",
    per_month: "{0} a month",
    linkage_columns: ["Stage", "Marketing KPI", "Sales KPI", "Link"],
    phases: [
        ("Awareness", "Look together at which campaigns led to meetings"),
        ("Leads", "Hear from sales how good each channel's leads are"),
        ("Nurturing", "Settle together what an MQL is"),
        ("Hand-off", "Write down when and how leads are handed over"),
        ("Meetings", "Follow the meeting rate by source of leads"),
        ("Won", "Find what won leads have in common"),
    ],
    other_link: "Settle together what it takes to move on",
    figure: "{0}: {1}",
    won_leads: "Won leads: {0}",
    department_columns: ["Department", "KPI", "In the plan", "Typical", "Key success factor"],
    across_name: "Across",
    no_stage: "No stage",
    count_and_month: "{0} ({1} a month)",
    sourced: "{0} ({1})",
    unsourced: "unsourced",
    cost_source: "BtoB marketers, Japan 2025, n = 326",
    hundred: "100 a month, recommended",
    cost_of_lead: "Cost per lead",
    visits: "Site visits",
    customers: ["Yearly retention", "Monthly churn"],
    rate_of: "{0} rate a year",
    cross_sell: "Cross-sell rate a year",
    across: ["Revenue target", "Chance of reaching it", "Hand-off of MQLs"],
    within: "within {0} hours",
    enter: "Enter it in the plan",
    sign: "Signature",
};
