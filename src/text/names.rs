//! What stages and channels are called: the plan's own words, or the language's where the plan keeps the usual ones.

use gyakusan_engine::plan::{Channel, Expansion, Id, Name, Plan, Stage};

use super::Language;

/// The names of a stage's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageNames {
    /// The stage itself: リード, "Leads".
    pub stage: String,
    /// Its count: リード数, "Leads".
    pub count: String,
    /// The rate of the step into it: 商談化率, "Meeting rate".
    pub rate: String,
}

/// A usual stage: id, then stage, count and rate in Japanese and in English.
type Usual = (&'static str, [&'static str; 3], [&'static str; 3]);

const STAGES: [Usual; 7] = [
    ("visit", ["訪問", "訪問数", "訪問率"], ["Visits", "Visits", "Visit rate"]),
    ("lead", ["リード", "リード数", "リード化率"], ["Leads", "Leads", "Lead rate"]),
    ("inquiry", ["問合せ", "問合せ数", "問合せ率"], ["Inquiries", "Inquiries", "Inquiry rate"]),
    ("mql", ["MQL", "MQL数", "MQL化率"], ["MQLs", "MQLs", "MQL rate"]),
    ("sql", ["SQL", "SQL数", "SQL転換率"], ["SQLs", "SQLs", "SQL rate"]),
    ("opportunity", ["商談", "商談数", "商談化率"], ["Meetings", "Meetings", "Meeting rate"]),
    ("won", ["受注", "受注件数", "受注率"], ["Deals won", "Deals won", "Win rate"]),
];

/// The name of a usual stage in a language; `None` for the id of any other.
pub fn usual_stage_name(id: &str, language: Language) -> Option<&'static str> {
    let (_, ja, en) = STAGES.iter().find(|(known, ..)| *known == id)?;
    Some(match language {
        Language::Ja => ja[0],
        Language::En => en[0],
    })
}

const CHANNELS: [(&str, &str, &str); 5] = [
    ("search", "検索広告", "Search ads"),
    ("webinar", "ウェビナー", "Webinars"),
    ("content", "記事・資料", "Articles"),
    ("referral", "紹介", "Referrals"),
    ("exhibition", "展示会", "Trade shows"),
];

/// The plans that the page brings along.
const PLANS: [(&str, &str); 4] = [
    ("2026年度 新規売上プラン", "FY2026 new business"),
    ("6段階のファネル", "Six-stage funnel"),
    ("SaaSの期末ARR", "SaaS exit ARR"),
    ("問合せから年間売上10億円", "¥1B from inquiries"),
];
const EXPANSIONS: [(&str, &str, &str); 2] =
    [("upsell", "アップセル", "Upsell"), ("cross_sell", "クロスセル", "Cross-sell")];

/// The names of a stage's figures in a language.
///
/// A stage that keeps its usual name in one language has its usual name in the other; any other name stays as it is.
pub fn stage_names(stage: &Stage, language: Language) -> StageNames {
    let name = stage.name.as_str();
    let usual =
        STAGES.iter().find(|(id, ja, en)| *id == stage.id.as_str() && (name == ja[0] || name == en[0]));
    match (usual, language) {
        (Some((_, names, _)), Language::Ja) | (Some((_, _, names)), Language::En) => {
            let [stage, count, rate] = names.map(str::to_owned);
            StageNames { stage, count, rate }
        }
        (None, Language::Ja) => {
            StageNames { stage: name.to_owned(), count: format!("{name}数"), rate: format!("{name}率") }
        }
        (None, Language::En) => {
            StageNames { stage: name.to_owned(), count: name.to_owned(), rate: format!("{name} rate") }
        }
    }
}

/// The name of a channel in a language, by the same rule.
pub fn channel_name(channel: &Channel, language: Language) -> &str {
    usual_name(&CHANNELS, &channel.id, &channel.name, language)
}

/// The name of an expansion in a language, by the same rule.
pub fn expansion_name(expansion: &Expansion, language: Language) -> &str {
    usual_name(&EXPANSIONS, &expansion.id, &expansion.name, language)
}

fn usual_name<'a>(
    usual: &'static [(&str, &str, &str)],
    id: &Id,
    name: &'a Name,
    language: Language,
) -> &'a str {
    let name = name.as_str();
    match usual.iter().find(|(known, ja, en)| *known == id.as_str() && (name == *ja || name == *en)) {
        Some((_, ja, _)) if language == Language::Ja => ja,
        Some((_, _, en)) => en,
        None => name,
    }
}

/// The name of the plan in a language, by the same rule.
pub fn plan_name(plan: &Plan, language: Language) -> &str {
    plan_name_of(plan.name.as_str(), language)
}

/// What a plan with this name is called.
pub fn plan_name_of(name: &str, language: Language) -> &str {
    match PLANS.iter().find(|(ja, en)| name == *ja || name == *en) {
        Some((ja, _)) if language == Language::Ja => ja,
        Some((_, en)) => en,
        None => name,
    }
}
