//! Headings as programs write them, and what they are taken for.

use gyakusan::import::{Confidence, Mapping, Meaning, Memory, Shape, meaning_name};
use gyakusan::text::Language;

use crate::plan;

/// Headings with a value of the first row, and what they mean.
type Table = (Shape, &'static [(&'static str, &'static str, &'static str)]);

const TABLES: [Table; 6] = [
    (
        Shape::Prospects,
        &[
            ("リード ID", "00Q5h000001", "id"),
            ("会社名", "株式会社青葉", "company"),
            ("メール", "a@b.co.jp", "email"),
            ("リードソース", "展示会", "channel"),
            ("作成日", "2026/04/03 9:12", "entered:lead"),
            ("リード所有者", "佐藤", "ignored"),
            ("年商", "1200000", "ignored"),
            ("最終更新日", "2026/04/09", "ignored"),
            ("メール開封数", "4", "score"),
        ],
    ),
    (
        Shape::Prospects,
        &[
            ("Record ID", "101", "id"),
            ("Email", "a@b.com", "email"),
            ("Company name", "Acme Inc.", "company"),
            ("Company ID", "77", "ignored"),
            ("Original source", "Organic search", "channel"),
            ("Create date", "2026-04-03 09:12", "entered:lead"),
            ("Became an opportunity date", "2026-05-03", "entered:opportunity"),
            ("Closed won date", "2026-06-03", "entered:won"),
            ("Closed lost reason", "Budget", "lost_reason"),
            ("Amount", "$1,200", "ignored"),
            ("Number of page views", "12", "score"),
        ],
    ),
    (
        Shape::Prospects,
        &[
            ("案件番号", "A-1", "id"),
            ("取引先名", "㈱青葉", "company"),
            ("案件化日", "R8.4.3", "entered:opportunity"),
            ("受注日", "", "entered:won"),
            ("失注日", "2026年6月1日", "lost"),
            ("失注理由", "予算", "lost_reason"),
            ("受注金額（千円）", "1,200", "amount"),
        ],
    ),
    // Nothing is said by these headings, and all by their values.
    (
        Shape::Prospects,
        &[("項目1", "a@b.com", "email"), ("項目2", "検索広告", "channel"), ("項目3", "ほか", "ignored")],
    ),
    (
        Shape::Months,
        &[
            ("月", "2026年4月", "month"),
            ("チャネル", "検索広告", "channel"),
            ("リード数", "62", "count:lead"),
            ("商談数", "9", "count:opportunity"),
            ("受注件数", "1", "count:won"),
            ("失注数", "3", "losses:won"),
            ("売上（万円）", "500", "revenue"),
            ("広告費", "500,000", "spend"),
        ],
    ),
    (
        Shape::Months,
        &[
            ("Month", "2026-04", "month"),
            ("Source", "Webinars", "channel"),
            ("Leads", "62", "count:lead"),
            ("Opportunities", "9", "count:opportunity"),
            ("Closed won", "1", "count:won"),
            ("Revenue", "¥5M", "revenue"),
            ("Ad spend", "500000", "spend"),
        ],
    ),
];

#[test]
fn headings_of_usual_programs_are_understood() {
    for (shape, columns) in TABLES {
        let headings: Vec<_> = columns.iter().map(|(heading, ..)| (*heading).to_owned()).collect();
        let row = columns.iter().map(|(_, value, _)| (*value).to_owned()).collect();
        let mapping = Mapping::guess(&headings, &[row], &plan(), &Memory::default());
        let found = mapping.columns.iter().zip(columns);
        let found: Vec<_> =
            found.map(|(column, (heading, value, _))| (*heading, *value, column.meaning.key())).collect();
        let expected: Vec<_> =
            columns.iter().map(|(heading, value, key)| (*heading, *value, (*key).to_owned())).collect();
        assert_eq!(found, expected);
        assert_eq!(mapping.shape, shape);
        for column in &mapping.columns {
            assert_eq!(column.confidence == Confidence::Unknown, column.meaning == Meaning::Ignored);
            assert!(!meaning_name(&column.meaning, &plan(), Language::En).is_empty());
        }
    }
}

#[test]
fn a_meaning_belongs_to_one_column_and_what_is_remembered_comes_first() {
    let headings = ["ID", "リードID", "受注日"].map(str::to_owned);
    let mut mapping = Mapping::guess(&headings, &[], &plan(), &Memory::default());
    assert_eq!(mapping.place(&Meaning::Id), Some(0));
    mapping.choose(1, Meaning::Id);
    mapping.choose(9, Meaning::Email);
    let keys: Vec<_> = mapping.columns.iter().map(|column| column.meaning.key()).collect();
    assert_eq!(keys, ["ignored", "id", "entered:won"]);
    let mut memory = Memory::default();
    memory.learn(&mapping);
    let again = Mapping::guess(&headings, &[], &plan(), &memory);
    assert_eq!(again.columns[1].confidence, Confidence::Remembered);
    assert_eq!(again.place(&Meaning::Id), Some(1));
    let name = meaning_name(&again.columns[2].meaning, &plan(), Language::Ja);
    assert_eq!(name, "受注の日付");
}
