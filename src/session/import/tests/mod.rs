//! The import screens' state, with the tables of `tests/import/data`, the samples, and files that are none.

mod scored;
mod taking;

use std::collections::{BTreeMap, BTreeSet};

use gyakusan_engine::actuals::{Actuals, Record};
use gyakusan_engine::plan::{Money, Plan};

use super::*;
use crate::import::Problem;
use crate::session::Session;
use crate::text::Language;

const MARKETING: &[u8] = include_bytes!("../../../../samples/sample-marketing.csv");
const SALES: &[u8] = include_bytes!("../../../../samples/sample-sales.csv");
const MONTHS: &[u8] = include_bytes!("../../../../samples/sample-months.csv");
const GOLDEN: [&[u8]; 2] = [
    include_bytes!("../../../../tests/import/data/marketing.csv"),
    include_bytes!("../../../../tests/import/data/sales_by_id.csv"),
];
const GOLDEN_ACTUALS: &str = include_str!("../../../../tests/import/data/prospects.json");

#[expect(clippy::unnecessary_wraps, reason = "a browser may have none")]
fn decoder() -> Option<Foreign> {
    let mut decoder = encoding_rs::SHIFT_JIS.new_decoder_without_bom_handling();
    Some(Box::new(move |bytes: &[u8], is_last: bool| {
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).expect("a length"));
        let (_, read, _) = decoder.decode_to_string(bytes, &mut text, is_last);
        assert_eq!(read, bytes.len());
        text
    }))
}

fn actuals_of(session: &Session) -> Option<Arc<str>> {
    session.file().actuals
}

fn text_of(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::SHIFT_JIS.decode(bytes);
    text.into_owned()
}

fn plan() -> Plan {
    Session::new(Language::Ja).plan().clone()
}

fn chosen(files: &[(&str, &[u8])]) -> Importing {
    let mut importing = Importing::new(Memory::default());
    for (name, bytes) in files {
        let head = bytes[..bytes.len().min(HEAD_BYTES)].to_vec();
        importing.add((*name).to_owned(), bytes.len(), head);
    }
    importing.look(&plan(), decoder);
    importing
}

/// Reads the files of an order, as a worker does: everything goes through texts.
fn read(order: &Order, files: &[(&str, &[u8])]) -> Outcome {
    let order = Order::from_json(&order.to_json()).expect("an order");
    let mut importer = order.importer();
    for file in &order.files {
        let (_, bytes) = files.iter().find(|(name, _)| *name == file.name).expect("the file");
        importer.open(&file.name, file.layout, decoder(), Some(file.mapping.clone()));
        bytes.chunks(1000).for_each(|piece| importer.push(piece));
    }
    let outcome = Outcome::new(importer.finish(), &order.plan, &order.conditions);
    let texts = outcome.to_texts().iter().map(|text| (**text).to_owned()).collect();
    let again = Outcome::from_texts(texts).expect("what was written");
    assert!(again == outcome, "{:?}\n{:?}", again.report.files, outcome.report.files);
    outcome
}

/// Says something of the files. Whether that was anything.
fn say(importing: &mut Importing, name: &str, value: &str) -> bool {
    let is_known = importing.enter(name, value);
    importing.look(&plan(), decoder);
    is_known
}

/// Reads until nothing breaks off any more.
fn finish(importing: &mut Importing, files: &[(&str, &[u8])]) {
    for _ in 0..=files.len() {
        let Some(order) = importing.begin(&plan()) else { return };
        if !importing.finish(order.edition, read(&order, files)) {
            return;
        }
    }
    panic!("it reads again and again");
}

fn outcome(importing: &Importing) -> &Outcome {
    let Reading::Done(outcome) = importing.reading() else { panic!("{:?}", importing.reading()) };
    outcome
}

fn panel(importing: &Importing) -> ImportPanel {
    importing.panel(&plan(), Language::Ja, false)
}

/// The cells of a sample's rows, headings first; no sample has quotes.
fn cells(text: &str) -> Vec<Vec<String>> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines.map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn the_samples_join_as_a_count_of_their_rows_says() {
    let files = [("marketing.csv", MARKETING), ("sales.csv", SALES)];
    let mut importing = chosen(&files);
    finish(&mut importing, &files);
    let marketing = cells(std::str::from_utf8(MARKETING).expect("UTF-8"));
    let sales = cells(&text_of(SALES));
    let report = &outcome(&importing).report;
    assert_eq!([report.files[0].rows, report.files[1].rows], [marketing.len(), sales.len()]);
    for file in &report.files {
        assert_eq!(file.buckets.iter().sum::<usize>(), file.rows, "{}", file.name);
    }
    // Counted by hand: who is there by e-mail address, and whose channel the plan knows.
    let known = ["検索広告", "ウェビナー", "記事・資料"];
    let leads: BTreeMap<_, _> = marketing[1..].iter().map(|row| (row[2].clone(), row[3].clone())).collect();
    let used: BTreeSet<_> = leads.iter().filter(|(_, channel)| known.contains(&channel.as_str())).collect();
    let is_joined = |row: &&Vec<String>| leads.contains_key(&row[3].to_lowercase());
    let is_used = |row: &&Vec<String>| {
        leads.get(&row[3].to_lowercase()).is_some_and(|found| known.contains(&found.as_str()))
    };
    assert!(sales[1..].iter().filter(is_joined).count() > 40);
    assert_eq!(report.files[1].count(Bucket::JoinedByEmail), sales[1..].iter().filter(is_used).count());
    let made = outcome(&importing).made.as_ref().expect("actuals");
    assert_eq!(made.count, used.len());
    let strangers = marketing[1..].iter().filter(|row| row[3] == "展示会").count();
    assert_eq!(importing.strangers, [("展示会".to_owned(), strangers, None)]);
    let actuals = Actuals::from_json(&made.actuals, &plan()).expect("actuals of the plan");
    let Record::Prospects(prospects) = &actuals.record else { panic!("prospects") };
    assert!(prospects.iter().all(|prospect| prospect.email.is_empty() && prospect.company.is_empty()));
    let won = prospects.iter().filter(|prospect| prospect.amount.is_some()).count();
    let sold = |row: &&Vec<String>| !row[6].is_empty();
    assert_eq!(won, sales[1..].iter().filter(is_used).filter(sold).count());
    // Said which channel it is, its rows are used too.
    assert!(say(&mut importing, "stranger-0", "webinar"));
    finish(&mut importing, &files);
    assert_eq!(outcome(&importing).made.as_ref().map(|made| made.count), Some(leads.len()));
    assert_eq!(importing.strangers.len(), 1, "what was said stays in sight");
}

#[test]
fn the_english_samples_are_the_same_half_year() {
    let english: [&[u8]; 3] = [
        include_bytes!("../../../../samples/sample-marketing-en.csv"),
        include_bytes!("../../../../samples/sample-sales-en.csv"),
        include_bytes!("../../../../samples/sample-months-en.csv"),
    ];
    let actuals = |files: &[(&str, &[u8])]| {
        let mut importing = chosen(files);
        finish(&mut importing, files);
        let made = outcome(&importing).made.as_ref().expect("actuals");
        let mut actuals = Actuals::from_json(&made.actuals, &plan()).expect("actuals of the plan");
        if let Record::Prospects(prospects) = &mut actuals.record {
            // Reasons are texts of their language.
            for prospect in prospects {
                prospect.lost_reason.clear();
            }
        }
        (actuals, made.scored.clone().map(|scored| scored.replace("Lead score", "スコア")))
    };
    let prospects = actuals(&[("marketing.csv", MARKETING), ("sales.csv", SALES)]);
    assert!(prospects.1.is_some());
    assert!(actuals(&[("marketing.csv", english[0]), ("sales.csv", english[1])]) == prospects);
    assert!(actuals(&[("months.csv", english[2])]) == actuals(&[("months.csv", MONTHS)]));
}

#[test]
fn files_that_are_none_say_so_and_the_others_stay() {
    let workbook = [b"PK\x03\x04".as_slice(), &[7; 4000]].concat();
    let picture = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &[3, 0, 200, 10].repeat(500)].concat();
    let open = "月,チャネル,リード数\n2026-04,\"検索広告,3\n";
    let files: [(&str, &[u8]); 6] = [
        ("good.csv", MONTHS),
        ("empty.csv", b""),
        ("book.xlsx", &workbook),
        ("picture.png", &picture),
        ("headings.csv", "月,チャネル,リード数\n".as_bytes()),
        ("quote.csv", open.as_bytes()),
    ];
    let mut importing = chosen(&files);
    importing.add_unreadable("gone.csv".to_owned());
    let shown = panel(&importing);
    let fault = |place: usize| shown.files[place].fault.clone().unwrap_or_default();
    assert_eq!(shown.files[0].fault, None);
    for (place, parts) in [
        (1, ["empty.csv", "0バイト"]),
        (2, ["book.xlsx", "CSV（UTF-8）として保存し直して"]),
        (3, ["picture.png", "CSV（UTF-8）として保存し直して"]),
        (4, ["headings.csv", "データが0行です"]),
        (5, ["quote.csv", "引用符が閉じていません"]),
        (6, ["gone.csv", "読めませんでした"]),
    ] {
        for part in parts {
            assert!(fault(place).contains(part), "{}", fault(place));
        }
    }
    finish(&mut importing, &files);
    let made = outcome(&importing).made.as_ref().expect("actuals of the good one");
    assert_eq!(made.count, cells(std::str::from_utf8(MONTHS).expect("UTF-8")).len() - 1);
    assert!(made.by_month.is_none());
}

#[test]
fn a_file_that_breaks_off_late_is_left_out_and_the_rest_is_read_again() {
    let mut late = "年月,チャネル,リード数,商談数,受注件数\n".to_owned();
    for _ in 0..20_000 {
        late += "2026-04,検索広告,1,0,0\n";
    }
    late += "2026-05,\"検索広告,1,0,0\n";
    assert!(late.len() > HEAD_BYTES);
    let files = [("late.csv", late.as_bytes()), ("good.csv", MONTHS)];
    let mut importing = chosen(&files);
    assert!(
        panel(&importing).files[0].facts.starts_with("約20,000行"),
        "{:?}",
        panel(&importing).files[0].facts
    );
    finish(&mut importing, &files);
    assert!(matches!(importing.files()[0].fault, Some(Fault::Broken(_))));
    assert!(panel(&importing).files[0].fault.as_ref().is_some_and(|fault| fault.contains("20002行")));
    assert_eq!(outcome(&importing).report.files.len(), 1);
    assert!(outcome(&importing).made.is_some());
}

#[test]
fn what_is_missing_is_said_and_a_correction_is_remembered() {
    let table = "区分,日にち,誰\n検索広告,4/5/2026,a@b.co\nウェビナー,6/7/2026,c@d.co\n";
    let files = [("odd.csv", table.as_bytes())];
    let mut importing = chosen(&files);
    assert!(importing.begin(&plan()).is_none());
    assert!(panel(&importing).missing.iter().any(|text| text.contains("最初の段階（リード）の日付")));
    assert!(panel(&importing).report.is_none());
    assert!(say(&mut importing, "meaning-0-1", "entered:lead"));
    let missing = panel(&importing).missing;
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(missing[0].contains("4/5/2026"), "{missing:?}");
    assert!(say(&mut importing, "days-0", "day"));
    finish(&mut importing, &files);
    let made = outcome(&importing).made.clone().expect("actuals");
    assert!(made.actuals.contains("2026-05-04"), "{}", made.actuals);
    let mut session = Session::new(Language::Ja);
    assert!(session.take_in(&mut importing, false, None));
    importing.look(&plan(), decoder);
    // The next file with those headings needs nothing to be said, also after the page was loaded anew.
    let memory = Memory::from_json(&importing.memory().to_json()).expect("a memory");
    let mut next = Importing::new(memory);
    let other = "誰,日にち,区分\ne@f.co,1/4/2026,検索広告\n";
    next.add("next.csv".to_owned(), other.len(), other.as_bytes().to_vec());
    next.look(&plan(), decoder);
    assert_eq!(next.panel(&plan(), Language::Ja, true).missing, Vec::<String>::new());
    let columns = &next.files()[0].preview.as_ref().expect("a preview").mapping.columns;
    assert_eq!(columns[1].meaning.key(), "entered:lead");
    assert_eq!(columns[1].confidence, crate::import::Confidence::Remembered);
    // What was never agreed to is not remembered.
    let mut given_up = chosen(&files);
    say(&mut given_up, "meaning-0-1", "entered:won");
    given_up.clear();
    assert_eq!(given_up.memory(), &Memory::default());
    assert!(given_up.files().is_empty());
}

#[test]
fn lists_change_how_a_file_is_taken() {
    let table = "月;チャネル;リード数\n2026-04;検索広告;3\n";
    let files = [("months.csv", table.as_bytes())];
    let mut importing = chosen(&files);
    assert!(importing.order(&plan()).is_some());
    for (name, value) in [
        ("meaning-0-9", "won"),
        ("meaning-0-1", "no such"),
        ("meaning-7-1", "id"),
        ("days-3", "day"),
        ("one-1", "search"),
        ("stranger-0", "search"),
        ("shape-1", "months"),
        ("nonsense", ""),
        ("", ""),
    ] {
        let edition = importing.edition();
        assert!(!say(&mut importing, name, value), "{name}");
        assert_eq!(importing.edition(), edition);
    }
    assert!(say(&mut importing, "separator-0", "0"));
    assert!(importing.order(&plan()).is_none(), "with commas there is one column");
    assert!(say(&mut importing, "separator-0", ""));
    assert!(say(&mut importing, "shape-0", "prospects"));
    assert!(panel(&importing).missing.iter().any(|text| text.contains("日付の列")));
    assert!(say(&mut importing, "shape-0", "months"));
    assert!(say(&mut importing, "meaning-0-1", "ignored"));
    assert_eq!(panel(&importing).missing.len(), 1);
    assert!(say(&mut importing, "one-0", "webinar"));
    assert!(say(&mut importing, "asof", "2026-06"));
    finish(&mut importing, &files);
    let made = outcome(&importing).made.clone().expect("actuals");
    assert!(made.actuals.contains("\"as_of\":\"2026-06\""), "{}", made.actuals);
    assert!(made.actuals.contains("webinar"), "{}", made.actuals);
    assert!(say(&mut importing, "encoding-0", "1"));
    assert!(importing.order(&plan()).is_none(), "it is no UTF-16");
}

#[test]
fn a_stage_without_days_can_be_taken_as_passed() {
    let table =
        "ID,チャネル,獲得日,受注日,金額\n1,検索広告,2026-04-01,2026-05-01,100\n2,検索広告,2026-04-02,,\n";
    let files = [("skips.csv", table.as_bytes())];
    let mut importing = chosen(&files);
    finish(&mut importing, &files);
    assert_eq!(outcome(&importing).report.issue_counts[Problem::StageSkipped as usize], 1);
    assert_eq!(outcome(&importing).made.as_ref().map(|made| made.count), Some(1));
    assert_eq!(panel(&importing).skipped.map(|tick| tick.value).as_deref(), Some("false"));
    assert!(say(&mut importing, "skipped", "true"));
    finish(&mut importing, &files);
    assert_eq!(outcome(&importing).made.as_ref().map(|made| made.count), Some(2));
    assert_eq!(panel(&importing).skipped.map(|tick| tick.value).as_deref(), Some("true"));
}

#[test]
fn news_of_what_was_given_up_changes_nothing() {
    let files = [("months.csv", MONTHS)];
    let mut importing = chosen(&files);
    let order = importing.begin(&plan()).expect("an order");
    let found = read(&order, &files);
    importing.receive(order.edition, Progress { bytes: 500, rows: 7, kept: 7 });
    assert_eq!(panel(&importing).progress.map(|progress| progress.percent), Some(51));
    importing.stop();
    assert_eq!(importing.reading(), &Reading::Stopped);
    assert!(!importing.finish(order.edition, found.clone()));
    assert_eq!(importing.reading(), &Reading::Stopped);
    assert!(panel(&importing).ended.is_some());
    let order = importing.begin(&plan()).expect("an order");
    importing.lose(order.edition);
    assert_eq!(importing.reading(), &Reading::Lost);
    let order = importing.begin(&plan()).expect("an order");
    importing.miss(order.edition, 0);
    assert_eq!(importing.files()[0].fault, Some(Fault::Unreadable));
    assert!(!Session::new(Language::Ja).take_in(&mut importing, false, None));
    let mut other = chosen(&files);
    let order = other.begin(&plan()).expect("an order");
    other.clear();
    assert!(!other.finish(order.edition, found));
    assert!(other.files().is_empty());
}
