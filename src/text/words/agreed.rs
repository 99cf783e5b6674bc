//! What is usually agreed: the words that stand in an agreement until others are typed.

/// What is usually agreed.
#[derive(Debug)]
pub struct AgreedWords {
    /// What usual stages mean: id, then who counts, what counts, evidence.
    pub definitions: [(&'static str, [&'static str; 3]); 7],
    /// What the goal hangs on.
    pub goal_factor: &'static str,
    /// What usual stages hang on: id, factor.
    pub factors: [(&'static str, &'static str); 7],
    /// What makes an MQL: attributes, behaviour.
    pub mql: [&'static str; 2],
    /// What gives points: three things a prospect does, then four it is.
    pub scores: [&'static str; 7],
    /// The hand-off: what is always included, what is sent back.
    pub hand_off: [&'static str; 2],
    /// Why prospects are lost.
    pub lost_reasons: [&'static str; 4],
    /// Goal, links, terms, data, rhythm, when behind, review.
    pub meetings: [&'static str; 7],
    /// What is done for each opportunity.
    pub activity: &'static str,
}

pub(super) const SCORES_JA: [&str; 7] = [
    "ウェビナーに参加",
    "資料をダウンロード",
    "料金ページを閲覧",
    "対象業種",
    "従業員100名以上",
    "決裁者・役職者",
    "競合・学生",
];

pub(super) const SCORES_EN: [&str; 7] = [
    "Attended a webinar",
    "Downloaded a document",
    "Looked at prices",
    "Target industry",
    "100 employees or more",
    "Decides or leads",
    "Competitor or student",
];

pub(super) const JA: AgreedWords = AgreedWords {
    definitions: [
        ("visit", ["マーケ", "対象サイトを訪れた人。同じ日の再訪は数えない。", "アクセス解析"]),
        ("lead", ["マーケ", "会社名と連絡先がわかった人。既存顧客と競合は除く。", "MAの登録日"]),
        (
            "inquiry",
            [
                "マーケ",
                "問合せフォームか電話で相談があった会社。営業目的の連絡は除く。",
                "フォームの受信記録",
            ],
        ),
        ("mql", ["マーケ", "対象業種で、スコアが50点以上のリード。", "MAのスコア"]),
        ("sql", ["IS", "聞き取りで課題、時期、予算のうち2つ以上を確認できたMQL。", "SFAのリードの状態"]),
        (
            "opportunity",
            ["営業", "提案に進むことを相手と合意した案件。日程が決まった日に数える。", "SFAの商談の登録"],
        ),
        ("won", ["営業", "契約書か注文書を受け取った案件。", "契約日"]),
    ],
    goal_factor: "新規顧客の獲得",
    factors: [
        ("visit", "探している人に見つかる内容"),
        ("lead", "対象業種に届くチャネルへの集中"),
        ("inquiry", "相談しやすい入口と早い返答"),
        ("mql", "検討の段階に合わせた情報"),
        ("sql", "早い聞き取りと、そろった判断"),
        ("opportunity", "課題がはっきりした相手との面談"),
        ("won", "決裁者までの提案と導入効果の説明"),
    ],
    mql: [
        "対象の業種と規模の会社で、検討にかかわる人。",
        "ウェビナー参加と資料ダウンロードの両方、またはスコアがしきい値以上。",
    ],
    scores: SCORES_JA,
    hand_off: [
        "業種、課題（ニーズ）、興味のある製品",
        "受け入れたか見送ったか。見送りは理由を選び、マーケに返す。",
    ],
    lost_reasons: ["予算がない", "時期が合わない", "競合に決まった", "ニーズがない"],
    meetings: [
        "売上目標を両部門のKGIとし、同じ計画を見る。",
        "どのKPIも、KGIのどの枝にあたるかを言えるようにする。",
        "MQLとSQLは上の定義で数え、変えるときは会議で決める。",
        "リードID、会社ID、メールを鍵に、状態と行動を同じ場所で見る。",
        "週1回、30分のパイプライン会議。月初に達成率を見る。",
        "2か月続けて月の計画を1割下回ったら、施策と配分を会議で見直す。",
        "四半期ごとに、率、定義、配点を実績で見直す。",
    ],
    activity: "新規アプローチ",
};

pub(super) const EN: AgreedWords = AgreedWords {
    definitions: [
        (
            "visit",
            [
                "Marketing",
                "Somebody who visits the site. Coming back on the same day does not count.",
                "Web analytics",
            ],
        ),
        (
            "lead",
            [
                "Marketing",
                "Somebody whose company and contact are known. Customers and competitors are left out.",
                "Date of entry in marketing automation",
            ],
        ),
        (
            "inquiry",
            [
                "Marketing",
                "A company that asks by form or phone. Sales calls are left out.",
                "Record of the form",
            ],
        ),
        (
            "mql",
            [
                "Marketing",
                "A lead of a target industry with 50 points or more.",
                "Score in marketing automation",
            ],
        ),
        (
            "sql",
            [
                "Inside sales",
                "An MQL with at least two of need, timing and budget confirmed.",
                "Lead status in the CRM",
            ],
        ),
        (
            "opportunity",
            [
                "Sales",
                "A case in which the other side wants a proposal. Counted once the date is set.",
                "Opportunity in the CRM",
            ],
        ),
        ("won", ["Sales", "A case with a signed contract or order.", "Date of contract"]),
    ],
    goal_factor: "Winning new customers",
    factors: [
        ("visit", "Content that is found by those who look"),
        ("lead", "Channels that reach the target industries"),
        ("inquiry", "An easy way in and a fast answer"),
        ("mql", "Information that fits how far they are"),
        ("sql", "Fast interviews, judged alike"),
        ("opportunity", "Meetings with a clear need"),
        ("won", "Proposals that reach who decides"),
    ],
    mql: [
        "Somebody with a say, at a company of the target industry and size.",
        "Webinar and download, or a score from the threshold on.",
    ],
    scores: SCORES_EN,
    hand_off: [
        "Industry, need, products of interest",
        "Accepted or refused. A refusal goes back to marketing with its reason.",
    ],
    lost_reasons: ["Budget", "Timing", "Competitor", "No need"],
    meetings: [
        "The revenue target is both departments' KGI, in one plan.",
        "Everybody can say which branch of the KGI each KPI is.",
        "MQL and SQL are counted as defined above and changed in the meeting only.",
        "Status and behaviour in one place, joined by lead id, company id and e-mail.",
        "Pipeline meeting every week, 30 minutes. Attainment at the start of each month.",
        "Two months in a row 10% below plan: the meeting changes measures and budgets.",
        "Every quarter, rates, definitions and points are reviewed against actuals.",
    ],
    activity: "New approaches",
};
