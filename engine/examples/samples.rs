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
//! there twice, and two opportunities have no lead. The same program gives the same bytes.

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
const NAMES: [&str; 8] = ["青葉", "山田", "北斗", "さくら", "みどり", "光", "東雲", "若葉"];
const TRADES: [&str; 7] = ["製作所", "商事", "電機", "システムズ", "物流", "工業", "食品"];
const REASONS: [(&str, &str); 3] =
    [("budget", "予算が合わない"), ("timing", "時期尚早"), ("competitor", "他社に決定")];

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
        std::fs::write(folder.join("sample-marketing.csv"), marketing(&plan, &prospects))?;
        let sales = sales(&prospects);
        let (bytes, _, has_failed) = encoding_rs::SHIFT_JIS.encode(&sales);
        if has_failed {
            return Err("a character that Shift_JIS does not have".into());
        }
        std::fs::write(folder.join("sample-sales.csv"), bytes)?;
    }
    if let Record::Months(rows) = generator::history(&plan, SEED, wanted(true)).actuals.record {
        std::fs::write(folder.join("sample-months.csv"), months(&plan, &rows))?;
    }
    Ok(())
}

/// As a program for marketing writes it: every lead, with score and behaviour.
fn marketing(plan: &Plan, prospects: &[Prospect]) -> String {
    let mut text = format!(
        "{MARK}リードID,会社名,メールアドレス,リードソース,リード獲得日,スコア,資料ダウンロード,担当者\r\n"
    );
    for (place, prospect) in prospects.iter().enumerate() {
        let Some(day) = day(prospect, "lead") else { continue };
        let channel = if place % STRANGER == 7 { "展示会" } else { channel_name(plan, &prospect.channel) };
        let line = format!(
            "L-{:05},{},{},{channel},{} {:02}:{:02},{},{},\r\n",
            place + 1,
            company(place),
            email(place),
            slashes(day, true),
            9 + place % 9,
            place * 7 % 60,
            SCORES[place % SCORES.len()],
            if place % 3 == 0 { "あり" } else { "なし" }
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
fn sales(prospects: &[Prospect]) -> String {
    let mut text =
        String::from("商談ID,商談名,取引先名,メール,商談作成日,フェーズ,受注日,金額,失注日,失注理由\r\n");
    let mut count = 0;
    let mut line = |place: usize, dates: [String; 3], amount: String, reason: &str| {
        count += 1;
        let phase = match &dates {
            [_, won, _] if !won.is_empty() => "受注",
            [.., lost] if !lost.is_empty() => "失注",
            _ => "提案中",
        };
        let [created, won, lost] = dates;
        let (company, email) = (company(place), email(place).to_uppercase());
        let _ = write!(
            text,
            "S{count:04},{company} 新規導入,{company},{email},{created},{phase},{won},{amount},{lost},{reason}\r\n"
        );
    };
    for (place, prospect) in prospects.iter().enumerate() {
        let Some(created) = day(prospect, "opportunity") else { continue };
        let optional = |day: Option<Date>| day.map(|day| slashes(day, false)).unwrap_or_default();
        let dates = [slashes(created, false), optional(day(prospect, "won")), optional(prospect.lost)];
        let amount = prospect.amount.map(|amount| yen(amount.get())).unwrap_or_default();
        let reason = REASONS.iter().find(|(id, _)| *id == prospect.lost_reason).map_or("", |(_, name)| name);
        line(place, dates, amount, if prospect.lost.is_some() { reason } else { "" });
    }
    for place in [9001, 9002] {
        // Met by chance, and in no list of marketing's.
        line(place, ["2026/7/21".to_owned(), String::new(), String::new()], String::new(), "");
    }
    text
}

/// As somebody keeps it in a spreadsheet.
fn months(plan: &Plan, rows: &[MonthCounts]) -> String {
    let mut text = format!("{MARK}年月,チャネル,リード数,商談数,受注件数,失注件数,売上,広告費\r\n");
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
            "{}年{}月,{},{},{},{},{},{},{}\r\n",
            row.month.year(),
            row.month.month(),
            channel_name(plan, &row.channel),
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

fn channel_name<'a>(plan: &'a Plan, id: &Id) -> &'a str {
    plan.channels.iter().find(|channel| channel.id == *id).map_or("", |channel| channel.name.as_str())
}

fn company(place: usize) -> String {
    let (name, trade) = (NAMES[place % NAMES.len()], TRADES[place / NAMES.len() % TRADES.len()]);
    let round = place / (NAMES.len() * TRADES.len());
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
