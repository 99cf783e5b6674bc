//! Writes the sample tables that come with the page, as programs for marketing and for sales export them.
//!
//! ```text
//! cargo run --release -p gyakusan-engine --example samples -- samples
//! ```
//!
//! They are one simulated half year of the plan that the page opens with (see the example `history`), with a month from lead
//! to opportunity and two to the win: marketing's prospects in UTF-8 with a byte order mark, sales' opportunities in
//! `Shift_JIS`, and the same half year as counts by month. Sales' table knows no channel and has ids of its own, so that
//! it joins by e-mail address. As in real tables, some leads come from a channel that the plan does not have, some rows are
//! there twice, and two opportunities have no lead. The English tables are the same rows with English names and ISO dates, all in
//! UTF-8. The same program gives the same bytes.

#[path = "history/generator.rs"]
mod generator;

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use gyakusan_engine::actuals::{Date, MonthCounts, Prospect, Record};
use gyakusan_engine::plan::{DelayMonths, Id, Month, Plan, Volume};

const USAGE: &str = "usage: samples FOLDER";
const SEED: u64 = 2026;
/// Every so many leads one comes from a channel that the plan does not have.
const STRANGER: usize = 40;
const MARK: &str = "\u{feff}";
const SCORES: [&str; 4] = ["0", "12", "35", "64"];
/// Why prospects are lost, as the engine's example calls it.
const REASONS: [&str; 3] = ["budget", "timing", "competitor"];

/// What the tables say in a language.
struct Words {
    is_japanese: bool,
    /// Headings of marketing's table, of sales', and of the counts.
    headings: [&'static str; 3],
    names: [&'static str; 8],
    trades: [&'static str; 7],
    /// Ids of channels and what they are called; empty where the plan's names stand.
    channels: &'static [(&'static str, &'static str)],
    /// The channel that the plan does not have.
    stranger: &'static str,
    yes_no: [&'static str; 2],
    /// A won, a lost, an open opportunity.
    phases: [&'static str; 3],
    reasons: [&'static str; 3],
    /// What ends the name of an opportunity.
    deal: &'static str,
}

const JA: Words = Words {
    is_japanese: true,
    headings: [
        "リードID,会社名,メールアドレス,リードソース,リード獲得日,スコア,資料ダウンロード,担当者",
        "商談ID,商談名,取引先名,メール,商談作成日,フェーズ,受注日,金額,失注日,失注理由",
        "年月,チャネル,リード数,商談数,受注件数,失注件数,売上,広告費",
    ],
    names: ["青葉", "山田", "北斗", "さくら", "みどり", "光", "東雲", "若葉"],
    trades: ["製作所", "商事", "電機", "システムズ", "物流", "工業", "食品"],
    channels: &[],
    stranger: "展示会",
    yes_no: ["あり", "なし"],
    phases: ["受注", "失注", "提案中"],
    reasons: ["予算が合わない", "時期尚早", "他社に決定"],
    deal: "新規導入",
};

const EN: Words = Words {
    is_japanese: false,
    headings: [
        "Lead ID,Company,Email,Lead source,Lead created date,Lead score,Document downloaded,Owner",
        "Deal ID,Deal name,Account,Email,Meeting date,Stage,Won date,Amount,Lost date,Lost reason",
        "Month,Channel,Leads,Meetings,Won deals,Lost deals,Revenue,Ad spend",
    ],
    names: ["Aoba", "Yamada", "Hokuto", "Sakura", "Midori", "Hikari", "Shinonome", "Wakaba"],
    trades: ["Works", "Trading", "Electric", "Systems", "Logistics", "Industries", "Foods"],
    channels: &[("search", "Search ads"), ("webinar", "Webinars"), ("content", "Articles")],
    stranger: "Trade shows",
    yes_no: ["Yes", "No"],
    phases: ["Won", "Lost", "Proposal"],
    reasons: ["No budget", "Bad timing", "Chose a competitor"],
    deal: "new customer",
};

fn main() -> ExitCode {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    match folder.ok_or_else(|| USAGE.into()).and_then(|folder| write(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let plan = Plan::from_json(include_str!("../plans/default.json"))?;
    let plan = plan.edit(|document| {
        for (stage, months) in document.stages.iter_mut().zip([0.0, 1.0, 2.0]) {
            if let (Some(step), Ok(months)) = (&mut stage.step, DelayMonths::new(months)) {
                step.delay_months = months;
            }
        }
    })?;
    let as_of = Month::parse("2026-09").ok_or("no month")?;
    let wanted = |by_month| generator::Wanted { as_of, by_month, with_losses: true, draw_parameters: true };
    if let Record::Prospects(prospects) = generator::history(&plan, SEED, wanted(false)).actuals.record {
        std::fs::write(folder.join("sample-marketing.csv"), marketing(&plan, &prospects, &JA))?;
        std::fs::write(folder.join("sample-marketing-en.csv"), marketing(&plan, &prospects, &EN))?;
        std::fs::write(folder.join("sample-sales-en.csv"), sales(&prospects, &EN))?;
        let sales = sales(&prospects, &JA);
        let (bytes, _, has_failed) = encoding_rs::SHIFT_JIS.encode(&sales);
        if has_failed {
            return Err("a character that Shift_JIS does not have".into());
        }
        std::fs::write(folder.join("sample-sales.csv"), bytes)?;
    }
    if let Record::Months(rows) = generator::history(&plan, SEED, wanted(true)).actuals.record {
        std::fs::write(folder.join("sample-months.csv"), months(&plan, &rows, &JA))?;
        std::fs::write(folder.join("sample-months-en.csv"), months(&plan, &rows, &EN))?;
    }
    Ok(())
}

/// As a program for marketing writes it: every lead, with score and behaviour.
fn marketing(plan: &Plan, prospects: &[Prospect], words: &Words) -> String {
    let mut text = format!("{MARK}{}\r\n", words.headings[0]);
    for (place, prospect) in prospects.iter().enumerate() {
        let Some(day) = day(prospect, "lead") else { continue };
        let channel =
            if place % STRANGER == 7 { words.stranger } else { channel_name(plan, &prospect.channel, words) };
        let line = format!(
            "L-{:05},{},{},{channel},{} {:02}:{:02},{},{},\r\n",
            place + 1,
            company(place, words),
            email(place),
            if words.is_japanese { slashes(day, true) } else { day.to_string() },
            9 + place % 9,
            place * 7 % 60,
            SCORES[place % SCORES.len()],
            words.yes_no[usize::from(place % 3 != 0)]
        );
        text += &line;
        if place % 90 == 50 {
            // The same form sent twice.
            text += &line;
        }
    }
    text
}

/// As a program for sales writes it: every opportunity, with ids of its own.
fn sales(prospects: &[Prospect], words: &Words) -> String {
    let mut text = format!("{}\r\n", words.headings[1]);
    let written = |day: Date| if words.is_japanese { slashes(day, false) } else { day.to_string() };
    let mut count = 0;
    let mut line = |place: usize, dates: [String; 3], amount: String, reason: &str| {
        count += 1;
        let phase = match &dates {
            [_, won, _] if !won.is_empty() => words.phases[0],
            [.., lost] if !lost.is_empty() => words.phases[1],
            _ => words.phases[2],
        };
        let [created, won, lost] = dates;
        let (company, email) = (company(place, words), email(place).to_uppercase());
        let _ = write!(
            text,
            "S{count:04},{company} {},{company},{email},{created},{phase},{won},{amount},{lost},{reason}\r\n",
            words.deal
        );
    };
    for (place, prospect) in prospects.iter().enumerate() {
        let Some(created) = day(prospect, "opportunity") else { continue };
        let optional = |day: Option<Date>| day.map(written).unwrap_or_default();
        let dates = [written(created), optional(day(prospect, "won")), optional(prospect.lost)];
        let amount = prospect.amount.map(|amount| yen(amount.get())).unwrap_or_default();
        let reason = REASONS.iter().position(|id| *id == prospect.lost_reason);
        let reason = reason.map_or("", |place| words.reasons[place]);
        line(place, dates, amount, if prospect.lost.is_some() { reason } else { "" });
    }
    for place in [9001, 9002] {
        // Met by chance, and in no list of marketing's.
        let met = if words.is_japanese { "2026/7/21" } else { "2026-07-21" };
        line(place, [met.to_owned(), String::new(), String::new()], String::new(), "");
    }
    text
}

/// As somebody keeps it in a spreadsheet.
fn months(plan: &Plan, rows: &[MonthCounts], words: &Words) -> String {
    let mut text = format!("{MARK}{}\r\n", words.headings[2]);
    let count = |counts: &gyakusan_engine::plan::ById<u32>, stage: &str| {
        Id::new(stage).and_then(|id| counts.get(&id).copied()).unwrap_or(0)
    };
    for row in rows {
        let channel = plan.channels.iter().find(|channel| channel.id == row.channel);
        let spend = channel.and_then(|channel| match &channel.volume {
            Volume::Budget { monthly_budget, .. } => {
                monthly_budget.as_slice().first().map(|money| money.get())
            }
            Volume::Entries { .. } => None,
        });
        let _ = write!(
            text,
            "{},{},{},{},{},{},{},{}\r\n",
            if words.is_japanese {
                format!("{}年{}月", row.month.year(), row.month.month())
            } else {
                row.month.to_string()
            },
            channel_name(plan, &row.channel, words),
            count(&row.arrivals, "lead"),
            count(&row.arrivals, "opportunity"),
            count(&row.arrivals, "won"),
            count(&row.losses, "won"),
            row.revenue.map_or(0.0, |revenue| revenue.get().round()),
            spend.unwrap_or(0.0)
        );
    }
    text
}

fn day(prospect: &Prospect, stage: &str) -> Option<Date> {
    prospect.entered.get(&Id::new(stage)?).copied()
}

fn channel_name<'a>(plan: &'a Plan, id: &Id, words: &Words) -> &'a str {
    if let Some((_, name)) = words.channels.iter().find(|(known, _)| *known == id.as_str()) {
        return name;
    }
    plan.channels.iter().find(|channel| channel.id == *id).map_or("", |channel| channel.name.as_str())
}

fn company(place: usize, words: &Words) -> String {
    let (names, trades) = (words.names, words.trades);
    let (name, trade) = (names[place % names.len()], trades[place / names.len() % trades.len()]);
    let round = place / (names.len() * trades.len());
    if !words.is_japanese {
        let number = if round == 0 { String::new() } else { format!(" {}", round + 1) };
        return format!("{name} {trade}{number} Inc.");
    }
    let number = if round == 0 { String::new() } else { format!("第{}", round + 1) };
    format!("株式会社{name}{number}{trade}")
}

fn email(place: usize) -> String {
    format!("tanaka{:04}@aoba{}.example.jp", place + 1, place % 23)
}

fn slashes(day: Date, is_padded: bool) -> String {
    let (month, number) = (day.month(), day.day());
    if is_padded {
        format!("{}/{:02}/{number:02}", month.year(), month.month())
    } else {
        format!("{}/{}/{number}", month.year(), month.month())
    }
}

/// Ten thousands, as deals are usually written.
fn yen(amount: f64) -> String {
    format!("{}", (amount / 1e4).round() * 1e4)
}
