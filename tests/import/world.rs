//! Invented prospects, and tables of them as different programs would write them.

use std::fmt::Write;

use gyakusan::share::csv::Table;
use gyakusan_engine::actuals::{Actuals, Date, MonthCounts, Prospect, Record};
use gyakusan_engine::plan::{ById, Id, Money, Month};

use crate::as_of;
use crate::generated::Random;

pub(crate) const STAGES: [&str; 3] = ["lead", "opportunity", "won"];
const CHANNELS: [(&str, &str, &str); 3] = [
    ("search", "検索広告", "Search ads"),
    ("webinar", "ウェビナー", "Webinars"),
    ("content", "記事・資料", "content"),
];
const NAMES: [&str; 6] = ["青葉", "山田", "北斗", "さくら", "ミドリ", "光"];
const TRADES: [&str; 5] = ["製作所", "商事", "電機", "システムズ", "物流"];
const REASONS: [&str; 4] = ["予算", "時期", "他社\n（A社, \"B\"案）", "ニーズなし"];

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn day(number: usize) -> Date {
    let month = Month::new(2026, 4).expect("a month").plus(number / 28);
    Date::new(month, (number % 28) as u8 + 1).expect("a day")
}

/// So many prospects, always the same ones. Dates lie before the end of the record.
pub(crate) fn prospects(count: usize) -> Vec<Prospect> {
    let random = &mut Random(42);
    let end = 6 * 28;
    let one = |place: usize| {
        let mut entered = ById::new();
        let mut at = random.below(end);
        entered.insert(id(STAGES[0]), day(at));
        for stage in &STAGES[1..] {
            at += random.below(40);
            if !random.happens(0.6) || at >= end {
                break;
            }
            entered.insert(id(stage), day(at));
        }
        let reached = STAGES.iter().filter(|stage| entered.get(&id(stage)).is_some()).count();
        let last = entered.values().max().copied().expect("a day");
        let is_lost = reached < 3 && random.happens(0.4);
        let name = format!("{}{}", NAMES[place % NAMES.len()], TRADES[place / NAMES.len() % TRADES.len()]);
        Prospect {
            id: format!("L-{:04}", place + 1),
            email: format!("user{}@example{}.co.jp", place + 1, place % 7),
            company: format!("株式会社{name}{}", place / 30),
            channel: id(CHANNELS[random.below(3)].0),
            entered,
            // The last day of the record, which follows every other.
            lost: is_lost.then(|| day(end - 1)).filter(|lost| *lost >= last),
            lost_reason: if is_lost { random.pick(&REASONS).to_owned() } else { String::new() },
            amount: (reached == 3)
                .then(|| Money::new((50 + random.below(900)) as f64 * 1e4).expect("an amount")),
        }
    };
    (0..count).map(one).collect()
}

/// The actuals that a table of these prospects gives.
pub(crate) fn actuals(prospects: Vec<Prospect>) -> Actuals {
    Actuals { as_of: as_of().expect("a month"), record: Record::Prospects(prospects), customers: None }
}

/// How a program writes its tables.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) separator: char,
    pub(crate) line_end: &'static str,
    pub(crate) english: bool,
    pub(crate) day: fn(Date) -> String,
    pub(crate) amount: fn(f64) -> String,
    /// Whether digits are full width.
    pub(crate) wide: bool,
}

pub(crate) fn iso(day: Date) -> String {
    day.to_string()
}

pub(crate) fn slashes(day: Date) -> String {
    format!("{}/{}/{} 09:30", day.month().year(), day.month().month(), day.day())
}

pub(crate) fn kanji(day: Date) -> String {
    format!("{}年{}月{}日", day.month().year(), day.month().month(), day.day())
}

pub(crate) fn reiwa(day: Date) -> String {
    format!("令和{}年{}月{}日", day.month().year() - 2018, day.month().month(), day.day())
}

pub(crate) fn day_first(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month().month(), day.month().year())
}

pub(crate) fn plain_amount(amount: f64) -> String {
    format!("{}", amount as u64)
}

pub(crate) fn commas(amount: f64) -> String {
    let digits = plain_amount(amount);
    let mut written = String::from("¥");
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

pub(crate) fn in_man(amount: f64) -> String {
    format!("{}万円", amount as u64 / 10_000)
}

/// What a table says of a prospect.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Field {
    Id,
    Email,
    LoudEmail,
    Company,
    OtherCompany,
    Channel,
    Lead,
    Opportunity,
    Won,
    Lost,
    Reason,
    Amount,
}

pub(crate) const ALL: [Field; 10] = [
    Field::Id,
    Field::Email,
    Field::Company,
    Field::Channel,
    Field::Lead,
    Field::Opportunity,
    Field::Won,
    Field::Lost,
    Field::Reason,
    Field::Amount,
];

fn heading(field: Field, english: bool) -> &'static str {
    let (ja, en) = match field {
        Field::Id => ("リードID", "Lead ID"),
        Field::Email | Field::LoudEmail => ("メールアドレス", "E-mail"),
        Field::Company | Field::OtherCompany => ("会社名", "Company"),
        Field::Channel => ("流入チャネル", "Lead source"),
        Field::Lead => ("リード獲得日", "Created date"),
        Field::Opportunity => ("商談化日", "Opportunity date"),
        Field::Won => ("受注日", "Closed won date"),
        Field::Lost => ("失注日", "Lost date"),
        Field::Reason => ("失注理由", "Lost reason"),
        Field::Amount => ("受注金額", "Amount"),
    };
    if english { en } else { ja }
}

fn cell(prospect: &Prospect, field: Field, style: Style) -> String {
    let stage = |name: &str| prospect.entered.get(&id(name)).map(|day| (style.day)(*day)).unwrap_or_default();
    let channel = CHANNELS.iter().find(|(id, ..)| *id == prospect.channel.as_str()).expect("a channel");
    let text = match field {
        Field::Id => return prospect.id.clone(),
        Field::Email => return prospect.email.clone(),
        Field::LoudEmail => return prospect.email.to_uppercase(),
        Field::Company => return prospect.company.clone(),
        Field::OtherCompany => return format!("{}㈱", prospect.company.trim_start_matches("株式会社")),
        Field::Channel => return if style.english { channel.2 } else { channel.1 }.to_owned(),
        Field::Reason => return prospect.lost_reason.clone(),
        Field::Lead => stage("lead"),
        Field::Opportunity => stage("opportunity"),
        Field::Won => stage("won"),
        Field::Lost => prospect.lost.map(style.day).unwrap_or_default(),
        Field::Amount => prospect.amount.map(|amount| (style.amount)(amount.get())).unwrap_or_default(),
    };
    let widen = |digit: char| char::from_u32(digit as u32 - '0' as u32 + '０' as u32).expect("a digit");
    let wide = |character: char| if character.is_ascii_digit() { widen(character) } else { character };
    if style.wide { text.chars().map(wide).collect() } else { text }
}

/// A table of prospects.
pub(crate) fn table(prospects: &[Prospect], fields: &[Field], style: Style) -> String {
    let mut text = String::new();
    let headings = fields.iter().map(|field| heading(*field, style.english).to_owned()).collect();
    let rows = prospects.iter().map(|one| fields.iter().map(|field| cell(one, *field, style)).collect());
    for row in std::iter::once(headings).chain(rows) {
        let row: Vec<String> = row;
        let cells = row.iter().map(|cell| {
            let is_plain = !cell.contains([style.separator, '"', '\n', '\r']);
            if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        });
        let cells: Vec<_> = cells.collect();
        write!(text, "{}{}", cells.join(&style.separator.to_string()), style.line_end).expect("text");
    }
    text
}

/// The same as the page's own writer has it.
pub(crate) fn own_table(prospects: &[Prospect], fields: &[Field], style: Style) -> String {
    let mut table = Table::default();
    for field in fields {
        table.text(heading(*field, style.english));
    }
    table.end_line();
    for prospect in prospects {
        for field in fields {
            table.text(&cell(prospect, *field, style));
        }
        table.end_line();
    }
    table.into_text()
}

/// Counts of every channel and month of the record, always the same.
pub(crate) fn months() -> Vec<MonthCounts> {
    let random = &mut Random(7);
    let start = Month::new(2026, 4).expect("a month");
    let mut rows = Vec::new();
    for month in (0..6).map(|place| start.plus(place)) {
        // The order of the plan's channels, which that of the actuals is.
        for (channel, ..) in CHANNELS {
            let counts = [20 + random.below(60), 3 + random.below(9), random.below(4)];
            let mut arrivals = ById::new();
            for (stage, count) in STAGES.iter().zip(counts) {
                arrivals.insert(id(stage), count as u32);
            }
            let mut losses = ById::new();
            losses.insert(id("won"), random.below(3) as u32);
            rows.push(MonthCounts {
                month,
                channel: id(channel),
                arrivals,
                losses,
                revenue: Money::new((counts[2] * 500) as f64 * 1e4).ok(),
                spend: Money::new((10 + random.below(40)) as f64 * 1e4).ok(),
            });
        }
    }
    rows
}

/// Marketing's table of counts, and that of sales.
pub(crate) fn month_tables(rows: &[MonthCounts]) -> [String; 2] {
    let mut marketing = String::from("年月,チャネル,リード数,広告費（万円）\r\n");
    let mut sales = String::from("対象月\tチャネル\t商談数\t受注件数\t失注数\t売上\r\n");
    for row in rows {
        let channel = CHANNELS.iter().find(|(id, ..)| *id == row.channel.as_str()).expect("a channel").1;
        let count = |stage: &str| row.arrivals.get(&id(stage)).copied().unwrap_or(0);
        let [spend, revenue] = [row.spend, row.revenue].map(|amount| amount.map_or(0.0, Money::get));
        let (year, month) = (row.month.year(), row.month.month());
        writeln!(marketing, "{year}年{month}月,{channel},{},{}\r", count("lead"), spend as u64 / 10_000)
            .expect("text");
        let lost = row.losses.get(&id("won")).copied().unwrap_or(0);
        let [meetings, won] = [count("opportunity"), count("won")];
        let revenue = commas(revenue);
        writeln!(sales, "{year}/{month:02}\t{channel}\t{meetings}件\t{won}\t{lost}\t{revenue}\r")
            .expect("text");
    }
    [marketing, sales]
}
