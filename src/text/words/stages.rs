//! The stages: their editor, and who stands in them at the start.

/// The stages: their editor, and who stands in them at the start.
#[derive(Debug)]
pub struct StageWords {
    /// Names the editor.
    pub title: &'static str,
    /// What adding, moving and removing do; how many stages there may be.
    pub lead: &'static str,
    /// No more can be added.
    pub full: &'static str,
    /// No more can be removed.
    pub fewest: &'static str,
    /// The plan could not take the last press.
    pub refused: &'static str,
    /// Unit of delays and periods.
    pub months: &'static str,
    /// Names a list of owners: stage.
    pub owner_label: fn(&str) -> String,
    /// Adds a stage, short.
    pub add: &'static str,
    /// Adds a stage: the one it stands before.
    pub add_before: fn(&str) -> String,
    /// Moves a stage towards the first: stage.
    pub move_up: fn(&str) -> String,
    /// Moves a stage towards the last: stage.
    pub move_down: fn(&str) -> String,
    /// Removes a stage: stage.
    pub remove: fn(&str) -> String,
    /// Name of a stage just added.
    pub new_name: &'static str,
    /// A rate that nobody has typed yet.
    pub untyped: &'static str,
    /// Names those who stand in the funnel at the start.
    pub opening: &'static str,
    /// What they are, and where to type them.
    pub opening_lead: &'static str,
    /// Nobody stands there.
    pub opening_none: &'static str,
    /// What they bring: how many with unit, wins in the period with unit.
    pub opening_wins: fn(&str, &str) -> String,
}

pub(super) const JA: StageWords = StageWords {
    title: "段階",
    lead: "段階は2つから12まで。最後の段階が受注です。足した段階は全員が通る 100% で入るので、率を書き入れてください。消した段階の率は次の段階の率に掛け合わせ、受注の見込みを変えません。",
    full: "段階は12までです。足すには、どれかを消してください。",
    fewest: "段階は2つより減らせません。",
    refused: "数が計算できる範囲を超えるので、この変更はできません。計画は前のままです。",
    months: "か月",
    owner_label: |stage| format!("{stage}の担当"),
    add: "前に追加",
    add_before: |stage| format!("{stage}の前に追加"),
    move_up: |stage| format!("{stage}を1つ前へ"),
    move_down: |stage| format!("{stage}を1つ後ろへ"),
    remove: |stage| format!("{stage}を消す"),
    new_name: "新しい段階",
    untyped: "全員が通る 100% のままです",
    opening: "開始時の商談",
    opening_lead: "期間が始まる時に、もう各段階にいる件数です。",
    opening_none: "なし",
    opening_wins: |count, wins| format!("いま進行中の {count}から、期間内に {wins}の受注を見込めます。"),
};

pub(super) const EN: StageWords = StageWords {
    title: "Stages",
    lead: "2 to 12 stages; the last one is the deal won. A new stage lets everybody pass at 100% until you type its rate. A removed stage's rate goes into the next one, so the expected wins stay.",
    full: "A plan has up to 12 stages. Remove one to add another.",
    fewest: "A plan has at least 2 stages.",
    refused: "This would take more than is calculated. The plan is as it was.",
    months: " mo",
    owner_label: |stage| format!("Owner of {stage}"),
    add: "Add before",
    add_before: |stage| format!("Add before {stage}"),
    move_up: |stage| format!("Move {stage} up"),
    move_down: |stage| format!("Move {stage} down"),
    remove: |stage| format!("Remove {stage}"),
    new_name: "New stage",
    untyped: "Still 100%: everybody passes",
    opening: "Open at the start",
    opening_lead: "How many already stand in each stage when the period starts.",
    opening_none: "None",
    opening_wins: |count, wins| format!("The {count} open now bring {wins} wins within the period."),
};
