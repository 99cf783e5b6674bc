//! Guessing what columns mean.

use gyakusan_engine::decimal;
use gyakusan_engine::plan::{Id, Period, Plan};

use super::day::{DayError, read_day, read_month};
use super::mapping::{Confidence, Shape};
use super::meaning::Meaning;
use super::plain::{email_key, name_key, yes};
use crate::text::number::{Currency, Kind, read_number};
use crate::text::{Language, channel_name, stage_names};

/// Words by which headings name usual stages, beside the plan's own names.
const STAGES: [(&str, &[&str]); 7] = [
    ("visit", &["訪問", "visit", "session"]),
    ("lead", &["リード", "獲得", "見込", "登録", "作成", "lead", "created"]),
    ("inquiry", &["問合せ", "問い合わせ", "問合わせ", "inquir", "enquir"]),
    ("mql", &["mql"]),
    ("sql", &["sql"]),
    ("opportunity", &["商談", "案件", "アポ", "opportunit", "meeting"]),
    ("won", &["受注", "成約", "契約", "won", "closedwon"]),
];

/// Words of headings, in the order in which they are looked for.
const WORDS: [(Meaning, &[&str]); 9] = [
    (
        Meaning::Score,
        &["スコア", "score", "閲覧", "開封", "クリック", "ダウンロード", "view", "click", "download"],
    ),
    (Meaning::Email, &["メール", "mail"]),
    (
        Meaning::Channel,
        &[
            "チャネル",
            "チャンネル",
            "流入",
            "経路",
            "獲得元",
            "ソース",
            "媒体",
            "channel",
            "source",
            "medium",
        ],
    ),
    (Meaning::Company, &["会社", "企業", "法人", "取引先", "貴社", "company", "account", "organization"]),
    (Meaning::Spend, &["費用", "コスト", "広告費", "支出", "spend", "cost"]),
    (Meaning::Revenue, &["売上", "revenue", "sales"]),
    (Meaning::Amount, &["金額", "単価", "月額", "受注額", "契約額", "amount", "value", "mrr", "fee"]),
    (Meaning::Id, &["id", "番号", "コード", "number", "code"]),
    (Meaning::Month, &["年月", "対象月", "month"]),
];

/// What the plan's stages and channels may be called.
#[derive(Debug, Clone)]
pub(super) struct Names {
    pub(super) period: Period,
    /// How amounts are read; `None` for a currency that is none.
    pub(super) currency: Option<Currency>,
    stages: Vec<(String, Id)>,
    /// Channels by their places.
    channels: Vec<(String, usize)>,
    last_stage: Option<Id>,
}

impl Names {
    pub(super) fn new(plan: &Plan, also: &[(String, Id)]) -> Self {
        let mut stages = Vec::new();
        let mut channels = Vec::new();
        for (name, channel) in also {
            let place = plan.channels.iter().position(|known| known.id == *channel);
            channels.extend(place.map(|place| (name_key(name), place)));
        }
        for stage in &plan.stages {
            let mut add = |name: &str| stages.push((name_key(name), stage.id.clone()));
            add(stage.id.as_str());
            for language in [Language::Ja, Language::En] {
                add(&stage_names(stage, language).stage);
            }
            for (_, words) in STAGES.iter().filter(|(id, _)| *id == stage.id.as_str()) {
                words.iter().for_each(|word| add(word));
            }
        }
        for (place, channel) in plan.channels.iter().enumerate() {
            let names = [Language::Ja, Language::En].map(|language| channel_name(channel, language));
            for name in [channel.id.as_str(), channel.name.as_str(), names[0], names[1]] {
                channels.push((name_key(name), place));
            }
        }
        stages.retain(|(name, _)| !name.is_empty());
        channels.retain(|(name, _)| !name.is_empty());
        Self {
            period: plan.period,
            currency: Currency::from_code(plan.currency.as_str()),
            stages,
            channels,
            last_stage: plan.stages.last().map(|stage| stage.id.clone()),
        }
    }

    /// The channel that a table calls by this name.
    pub(super) fn channel(&self, name: &str) -> Option<usize> {
        let key = name_key(name);
        self.channels.iter().find(|(known, _)| *known == key).map(|(_, place)| *place)
    }

    /// The stage with the longest name within a heading; of equals the later one, which 「リードからの受注」 is about.
    fn stage(&self, heading: &str) -> Option<&Id> {
        let within = self.stages.iter().filter(|(name, _)| heading.contains(name.as_str()));
        within.max_by_key(|(name, _)| name.chars().count()).map(|(_, id)| id)
    }
}

/// What most of a column's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Nothing,
    Email,
    Day,
    Month,
    Number,
    Yes,
    Text,
}

fn look(values: &[&str], names: &Names) -> Look {
    let most =
        |is: &dyn Fn(&str) -> bool| 5 * values.iter().filter(|value| is(value)).count() >= 4 * values.len();
    let is_number = |text: &str| read_number(text, Kind::Count).is_ok() || decimal::parse(text).is_some();
    let is_money =
        |text: &str| names.currency.is_some_and(|currency| read_number(text, Kind::Money(currency)).is_ok());
    let is_day = |text: &str| {
        !matches!(read_day(text, None), Err(DayError::NoDay)) && (text.trim().len() == 8 || !is_number(text))
    };
    if values.is_empty() {
        Look::Nothing
    } else if most(&|text| email_key(text).is_some()) {
        Look::Email
    } else if most(&is_day) {
        Look::Day
    } else if most(&|text| read_month(text, None, names.period).is_some() && !is_number(text)) {
        Look::Month
    } else if most(&|text| is_number(text) || is_money(text)) {
        Look::Number
    } else if most(&|text| yes(text).is_some()) {
        Look::Yes
    } else {
        Look::Text
    }
}

/// Rows of counts have a month; rows of prospects have a day in a stage's column, an e-mail address or an id.
pub(super) fn shape(headings: &[String], rows: &[Vec<String>], names: &Names) -> Shape {
    let mut months = 0;
    for (place, heading) in headings.iter().enumerate() {
        let values: Vec<_> = rows.iter().filter_map(|row| row.get(place)).map(String::as_str).collect();
        let key = name_key(heading);
        let is_month = key == "月" || has(&key, &["年月", "対象月", "month"]);
        let found = look(&values, names);
        if found == Look::Email
            || has(&key, &["メール", "mail"])
            || key.ends_with('日')
            || key.ends_with("date")
        {
            months -= 2;
        }
        months += match found {
            Look::Month => 3,
            _ if is_month => 3,
            Look::Day if names.stage(&key).is_some() => -2,
            Look::Number | Look::Nothing if key.ends_with('数') => 1,
            _ => 0,
        };
    }
    if months > 0 { Shape::Months } else { Shape::Prospects }
}

/// What a column means, and how well that is known.
pub(super) fn meaning(heading: &str, values: &[&str], shape: Shape, names: &Names) -> (Meaning, Confidence) {
    let key = name_key(heading);
    let look = look(values, names);
    let named = by_heading(&key, look, shape, names);
    if let Some(meaning) = named.filter(|meaning| fits(meaning, look)) {
        let is_backed = look != Look::Nothing;
        return (meaning, if is_backed { Confidence::Likely } else { Confidence::Guess });
    }
    let channels = values.iter().filter(|value| names.channel(value).is_some()).count();
    if !values.is_empty() && 2 * channels >= values.len() {
        return (Meaning::Channel, Confidence::Guess);
    }
    match (look, shape) {
        (Look::Email, _) => (Meaning::Email, Confidence::Guess),
        (Look::Month, Shape::Months) => (Meaning::Month, Confidence::Guess),
        _ => (Meaning::Ignored, Confidence::Unknown),
    }
}

fn by_heading(key: &str, look: Look, shape: Shape, names: &Names) -> Option<Meaning> {
    if shape == Shape::Months && (key == "月" || matches!(look, Look::Month | Look::Day)) {
        return Some(Meaning::Month);
    }
    let is_lost = has(key, &["失注", "lost", "disqualified"]);
    if is_lost {
        return match (shape, look) {
            _ if has(key, &["理由", "reason"]) => Some(Meaning::LostReason),
            (Shape::Months, _) => {
                let stage = names.stage(key).or(names.last_stage.as_ref());
                stage.cloned().map(Meaning::Losses)
            }
            (_, Look::Text) => Some(Meaning::LostReason),
            _ => Some(Meaning::LostOn),
        };
    }
    // Ids of companies and of staff name no prospect.
    if has(key, &["担当", "年商", "owner", "staff", "annual"])
        || (has(key, &["会社", "企業", "company", "account"]) && has(key, &["id", "コード"]))
    {
        return None;
    }
    let is_day = look == Look::Day || key.ends_with('日') || has(key, &["日時", "日付", "date"]);
    if let Some(stage) = names.stage(key).filter(|_| is_day && shape == Shape::Prospects) {
        return Some(Meaning::Entered(stage.clone()));
    }
    let word = WORDS.iter().find(|(meaning, words)| match meaning {
        Meaning::Id => words.iter().any(|word| key.ends_with(word)),
        Meaning::Month | Meaning::Spend | Meaning::Revenue if shape == Shape::Prospects => false,
        _ => has(key, words),
    });
    if let Some((meaning, _)) = word {
        return Some(meaning.clone());
    }
    // 売上 of a prospect is its amount.
    if shape == Shape::Prospects && has(key, &["売上", "revenue"]) {
        return Some(Meaning::Amount);
    }
    let stage = names.stage(key)?.clone();
    Some(if shape == Shape::Months { Meaning::Count(stage) } else { Meaning::Entered(stage) })
}

/// Whether most of a column's values are numbers, or yes and no.
pub(super) fn can_score(values: &[&str], names: &Names) -> bool {
    fits(&Meaning::Score, look(values, names))
}

/// Whether a column of such values can mean this; an empty one can mean anything.
fn fits(meaning: &Meaning, look: Look) -> bool {
    let is_text = matches!(look, Look::Text | Look::Number | Look::Yes | Look::Month);
    look == Look::Nothing
        || match meaning {
            Meaning::Email => look == Look::Email,
            Meaning::Entered(_) | Meaning::LostOn => look == Look::Day,
            Meaning::Amount | Meaning::Count(_) | Meaning::Losses(_) | Meaning::Revenue | Meaning::Spend => {
                look == Look::Number
            }
            Meaning::Score => matches!(look, Look::Number | Look::Yes),
            Meaning::Month => matches!(look, Look::Month | Look::Day | Look::Number),
            Meaning::Ignored => true,
            Meaning::Id => is_text || look == Look::Email || look == Look::Day,
            Meaning::Company | Meaning::Channel | Meaning::LostReason => is_text,
        }
}

fn has(key: &str, words: &[&str]) -> bool {
    words.iter().any(|word| key.contains(word))
}
