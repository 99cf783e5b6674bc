//! What holds for any tables: every row ends in one bucket, and those that are used are all there.

use gyakusan::import::{
    Alone, Bucket, DayOrder, Importer, Mapping, Meaning, Memory, Preview, Problem, issue_sentence,
    report_lines,
};
use gyakusan::share::csv::Layout;
use gyakusan::text::Language;
use gyakusan_engine::actuals::Record;
use gyakusan_engine::plan::Id;

use crate::generated::Random;
use crate::{as_of, import, plan};

/// Cells that are right, nearly right and wrong, for each heading.
const PROSPECTS: [(&str, &[&str]); 8] = [
    ("ID", &["", "", "1", "2", "３", "4", "5", "6", "7", "8"]),
    ("メール", &["", "a@b.co", "A@B.CO", "c@d.jp", "no mail", "e@f.jp"]),
    ("会社名", &["", "㈱山田", "山田 株式会社", "Acme Inc.", "佐藤\"商店\""]),
    ("チャネル", &["検索広告", "webinar", "content", "テレビ", ""]),
    ("リード獲得日", &["2026/4/3", "2026-05-01", "令和8年6月1日", "4/3/2026", "いつか", "", "2026-12-01"]),
    ("商談化日", &["", "", "2026/6/3", "2026-07-01", "2026-04-01"]),
    ("受注日", &["", "", "", "2026/8/3", "2027-01-01"]),
    ("受注金額", &["", "120万", "¥1,200,000", "-5", "abc"]),
];

const MONTHS: [(&str, &[&str]); 5] = [
    ("年月", &["2026-04", "2026年5月", "2026/06", "2027-05", "x", ""]),
    ("チャネル", &["検索広告", "webinar", "content", "?", ""]),
    ("リード数", &["10", "２０", "", "1.5", "many"]),
    ("受注件数", &["1", "", "2件", "-1"]),
    ("広告費(万円)", &["50", "1,000", "", "3億円", "?"]),
];

fn table(random: &mut Random, columns: &[(&str, &[&str])]) -> String {
    let kept: Vec<_> = columns.iter().filter(|_| random.happens(0.9)).collect();
    let mut text = kept.iter().map(|(heading, _)| *heading).collect::<Vec<_>>().join(",");
    for _ in 0..random.below(40) {
        text.push('\n');
        if random.happens(0.03) {
            continue;
        }
        let row = kept.iter().map(|(_, cells)| format!("\"{}\"", random.pick(cells).replace('"', "\"\"")));
        let mut row: Vec<_> = row.collect();
        if random.happens(0.03) {
            row.push("1".to_owned());
        }
        text.push_str(&row.join(","));
    }
    text
}

#[test]
fn every_row_ends_in_one_bucket_and_nothing_is_lost() {
    let random = &mut Random(3);
    let plan = plan();
    let mut joined = [0; Bucket::ALL.len()];
    for _ in 0..3000 {
        let columns: &[_] = if random.happens(0.3) { &MONTHS } else { &PROSPECTS };
        let texts: Vec<_> = (0..=random.below(3)).map(|_| table(random, columns)).collect();
        let files: Vec<_> = texts.iter().map(|text| ("table.csv", text.as_bytes())).collect();
        let imported = import(&files, 1 + random.below(500));
        let report = &imported.report;
        for (file, text) in report.files.iter().zip(&texts) {
            assert_eq!(file.buckets.iter().sum::<usize>(), file.rows, "{text}\n{:?}", file.buckets);
            joined.iter_mut().zip(file.buckets).for_each(|(sum, count)| *sum += count);
        }
        let used: usize = report.files.iter().map(|file| file.count(Bucket::Kept)).sum();
        let refused: usize = report.files.iter().map(|file| file.count(Bucket::Refused)).sum();
        let fits = imported.actuals.as_ref().map(|actuals| actuals.check(&plan));
        assert!(matches!(fits, None | Some(Ok(()))), "{texts:?}: {fits:?}");
        match imported.actuals.as_ref().map(|actuals| (actuals.check(&plan), &actuals.record)) {
            Some((fits, record)) => {
                assert_eq!(fits, Ok(()));
                let kept = match record {
                    Record::Months(rows) => rows.len(),
                    Record::Prospects(rows) => rows.len(),
                };
                assert_eq!(kept, used, "{texts:?}");
            }
            None => assert_eq!(used, 0, "{texts:?}"),
        }
        // Whatever is refused has a reason.
        assert!(refused == 0 || report.issues.iter().any(|issue| issue.problem.refuses()));
        for issue in &report.issues {
            for language in [Language::Ja, Language::En] {
                let sentence = issue_sentence(issue, report, &plan, language);
                assert!(sentence.contains(&issue.row.to_string()) && sentence.contains(&issue.column));
            }
        }
        assert!(report_lines(report, Language::Ja).len() >= texts.len());
    }
    // Each of them happens.
    assert!(joined.iter().all(|count| *count > 0), "{joined:?}");
}

fn one(text: &str) -> gyakusan::import::Imported {
    import(&[("a.csv", text.as_bytes())], usize::MAX)
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let imported = one(
        "ID,チャネル,リード獲得日,受注日\nA,検索広告,4/3/2026,\nB,テレビ,2026/4/3,\nC,webinar,2026/4/3,2026/5/1\n",
    );
    let report = &imported.report;
    let found: Vec<_> = report
        .issues
        .iter()
        .map(|issue| (issue.row, issue.column.as_str(), issue.value.as_str(), issue.problem))
        .collect();
    let expected = [
        (2, "リード獲得日", "4/3/2026", Problem::AmbiguousDay),
        (3, "チャネル", "テレビ", Problem::UnknownChannel),
        (3, "", "", Problem::NoChannel),
        (4, "受注日", "", Problem::StageSkipped),
    ];
    assert_eq!(found, expected);
    assert_eq!(report.unknown_channels, [("テレビ".to_owned(), 1)]);
    assert_eq!(imported.actuals, None);
    let sentence = issue_sentence(&report.issues[1], report, &plan(), Language::En);
    assert_eq!(
        sentence,
        "a.csv, row 3, “チャネル”: The plan has no channel “テレビ”. Assign it to one of the plan's (Search ads, Webinars, Articles), or add it to the plan."
    );
}

#[test]
fn corrections_are_taken_and_remembered() {
    let text = "顧客キー,媒体名,初回,ページ閲覧\nA,テレビ,4/3/2026,12\n";
    let preview =
        Preview::new(text.as_bytes(), Layout::default(), None, &plan(), &Memory::default()).expect("a table");
    let mut mapping: Mapping = preview.mapping;
    mapping.choose(0, Meaning::Id);
    mapping.choose(2, Meaning::Entered(Id::new("lead").expect("an id")));
    mapping.day_order = Some(DayOrder::MonthFirst);
    mapping.channels.push(("テレビ".to_owned(), Id::new("content").expect("an id")));
    let mut memory = Memory::default();
    memory.learn(&mapping);
    let memory = Memory::from_json(&memory.to_json()).expect("what was written");
    let mut importer = Importer::new(plan(), as_of(), memory);
    importer.open("a.csv", Layout::default(), None, None);
    importer.push(text.as_bytes());
    let imported = importer.finish();
    assert_eq!(imported.report.issues, []);
    assert_eq!(imported.score_headings, ["ページ閲覧"]);
    assert_eq!(imported.scores, [Some(vec![(0, 12.0)])]);
    let json = imported.actuals.expect("actuals").to_json();
    assert!(json.contains(r#""id":"A","channel":"content","entered":{"lead":"2026-04-03"}"#), "{json}");
}

#[test]
fn a_company_joins_only_where_nobody_else_is_meant() {
    let leads = "ID,会社名,チャネル,リード獲得日\nL1,㈱山田,検索広告,2026/4/3\nL2,山田株式会社,検索広告,2026/4/4\nL3,(株)佐藤,webinar,2026/4/5\n";
    let deals = "案件ID,会社名,商談化日\nD1,株式会社 山田,2026/5/1\nD2,佐藤,2026/5/2\n";
    let imported = import(&[("leads.csv", leads.as_bytes()), ("deals.csv", deals.as_bytes())], usize::MAX);
    let report = &imported.report;
    assert_eq!(report.files[1].count(Bucket::JoinedByCompany), 1);
    assert_eq!(report.files[1].count(Bucket::Refused), 1);
    assert_eq!(report.unjoined_counts, [0, 0, 3]);
    assert!(report.unjoined.iter().all(|unjoined| unjoined.reason == Alone::Several));
    assert_eq!(report.issues[0].problem, Problem::NoChannel);
    let lines = [
        "leads.csv: 4行（見出し 1、使った行 3）",
        "deals.csv: 3行（見出し 1、会社名でつながった行 1、使えない行 1）",
        "ほかのファイルとつながらない見込み客 3人: 同じメールか会社名の相手が複数いて決められません。IDをそろえてください。",
    ];
    assert_eq!(report_lines(report, Language::Ja), lines);
}

#[test]
fn the_value_read_first_stands_and_the_other_is_reported() {
    let leads = "メール,チャネル,リード獲得日,受注金額\na@b.co,検索広告,2026/4/3,100万\n";
    let deals = "メール,商談化日,受注日,受注金額\na@b.co,2026/5/1,2026/6/1,120万\n";
    let imported = import(&[("leads.csv", leads.as_bytes()), ("deals.csv", deals.as_bytes())], usize::MAX);
    let conflict = &imported.report.conflicts[0];
    assert_eq!((conflict.kept.as_str(), conflict.dropped.as_str(), conflict.row), ("1000000", "1200000", 2));
    let Record::Prospects(prospects) = imported.actuals.expect("actuals").record else { panic!("prospects") };
    assert_eq!(prospects[0].amount.map(|amount| amount.get().to_bits()), Some(1e6_f64.to_bits()));
}

#[test]
fn an_unknown_channel_is_no_matter_where_another_file_knows_it() {
    let leads = "メール,チャネル,リード獲得日\na@b.co,検索広告,2026/4/3\n";
    let deals = "メール,リードソース,商談化日\na@b.co,既存顧客,2026/5/1\n";
    let imported = import(&[("leads.csv", leads.as_bytes()), ("deals.csv", deals.as_bytes())], usize::MAX);
    assert_eq!(imported.report.files[1].count(Bucket::JoinedByEmail), 1);
    assert_eq!(imported.report.issues[0].problem, Problem::UnknownChannel);
    assert!(imported.actuals.expect("actuals").to_json().contains("opportunity"));
}

#[test]
fn skipped_stages_are_assumed_where_that_is_asked_for() {
    let text = "ID,チャネル,リード獲得日,商談化日,受注日\nA,検索広告,2026/4/3,,2026/6/1\nB,検索広告,,2026/5/1,\nC,検索広告,,,\n";
    let mut importer = Importer::new(plan(), as_of(), Memory::default());
    importer.assume_skipped();
    importer.open("a.csv", Layout::default(), None, None);
    importer.push(text.as_bytes());
    let imported = importer.finish();
    assert_eq!((imported.report.assumed_days, imported.report.files[0].count(Bucket::Refused)), (2, 1));
    let json = imported.actuals.expect("actuals").to_json();
    assert!(json.contains(r#""lead":"2026-04-03","opportunity":"2026-06-01","won":"2026-06-01""#), "{json}");
    assert!(json.contains(r#""lead":"2026-05-01","opportunity":"2026-05-01""#), "{json}");
}
