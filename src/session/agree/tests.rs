//! The agreement of the page's first plan and of others, against figures worked out by hand.

use gyakusan_engine::plan::Plan;

use super::{AgreePress, CellLook};
use crate::document::agreed::{CHECK_COUNTS, CHECKS, MAX_TEXT, Place, Section};
use crate::document::{Agreement, Workbook};
use crate::session::{Edit, Session, StageEdit, Template};
use crate::share::{PlanFile, link};
use crate::text::Language;

const EVERYTHING: &str = include_str!("../../../engine/plans/everything.json");
const HOURS: Place = Place { section: Section::HandOff, row: 0, column: 0 };

fn place(section: Section, row: u8, column: u8) -> Place {
    Place { section, row, column }
}

fn session() -> Session {
    Session::new(Language::Ja)
}

fn everything() -> Session {
    let mut session = session();
    let plan = Plan::from_json(EVERYTHING).expect("a plan");
    assert!(session.take(Some(plan)));
    session
}

/// Types a text and leaves it.
fn give(session: &mut Session, place: Place, text: &str) {
    session.agree(place, text, false);
    session.agree(place, text, true);
}

#[test]
fn promises_are_the_plans_numbers() {
    let rows: Vec<_> = session()
        .promises()
        .into_iter()
        .map(|row| {
            [row.department.map_or("KGI", |who| who.name).to_owned(), row.name, row.total, row.monthly]
        })
        .collect();
    let shared = "商談化率（両部門が同じ責任を持つ）";
    assert_eq!(
        rows,
        [
            ["KGI", "売上", "1億円", "833万円"],
            ["マーケ", "リード数", "534件", "44.4件"],
            ["IS", "商談数", "80件", "6.7件"],
            ["営業", "受注件数", "20件", "1.7件"],
            ["共通KPI", shared, "15%", "幅 10–21%"],
        ]
    );
}

#[test]
fn a_hundred_approaches_a_month_follow_from_the_plan() {
    let mut session = session();
    // 80 opportunities ÷ 12 months × 15.
    assert_eq!(session.activity_volume(0), "月100件");
    give(&mut session, place(Section::Activities, 0, 3), "30");
    assert_eq!(session.activity_volume(0), "月200件");
    give(&mut session, place(Section::Activities, 0, 2), "won");
    assert_eq!(session.activity_volume(0), "月50件");
    give(&mut session, place(Section::Activities, 0, 2), "nowhere");
    assert_eq!(session.activity_volume(0), "月50件", "a stage that is not there is not taken");
}

#[test]
fn the_linkage_follows_stages_and_owners() {
    let mut session = session();
    let rows = session.linkage();
    let written: Vec<_> =
        rows.iter().map(|row| [row.phase.as_str(), &row.figures[0], &row.figures[1]]).collect();
    assert_eq!(
        written,
        [
            ["認知", "—", "—"],
            ["リード獲得", "リード数: 534件", "—"],
            ["育成", "—", "—"],
            ["引き渡し", "—", "—"],
            ["商談", "商談化率: 15%", "商談数: 80件 ・ 商談化率: 15%"],
            ["受注", "受注したリード: 20件", "受注件数: 20件 ・ 受注率: 25% ・ 売上: 1億円"],
        ]
    );
    session.edit(Edit::Stage(StageEdit::Insert(1)));
    let rows = session.linkage();
    assert_eq!((rows.len(), rows[2].department.is_some()), (6, true), "the plan has MQLs now");
    for plan in [session.plan().clone(), everything().plan().clone()] {
        assert!(session.take(Some(plan)));
        let with_owner = session.linkage().iter().filter(|row| row.department.is_some()).count();
        assert_eq!(with_owner, session.plan().stages.len(), "every stage stands in a row");
    }
}

#[test]
fn the_departments_are_complete() {
    let session = session();
    let rows = session.department_table();
    let of = |name: &str| {
        rows.iter().filter(|row| row.department.as_ref().map_or("", |who| who.name) == name).count()
    };
    assert!(["マーケ", "IS", "営業", "CS", ""].iter().all(|name| of(name) >= 3), "each has its figures");
    let find = |name: &str| rows.iter().find(|row| row.name == name).expect(name);
    assert_eq!(find("リード数").value, "534件（月44.4件）");
    assert!(find("商談化率").band.starts_with("11–20%（"));
    assert!(find("受注率").band.starts_with("15–20%（"));
    assert_eq!(find("新規アプローチ").value, "月100件");
    assert_eq!(find("クロスセル率（年）").band, "20–30%（出典なし）");
    assert!(find("年間の継続率").missing.is_some());
    let rows = everything().department_table();
    assert!(rows.iter().all(|row| row.name != "年間の継続率" || row.missing.is_none()));
}

#[test]
fn what_is_usual_is_not_noted() {
    let mut session = session();
    assert_eq!(session.agreed_cell(HOURS).text, "24");
    assert_eq!(session.score().finding, "例のリードは 50点。しきい値の 50点に届くので、MQLです。");
    give(&mut session, HOURS, "48");
    assert_ne!(session.workbook().agreement, Agreement::default());
    give(&mut session, HOURS, "24");
    assert_eq!(session.workbook().agreement, Agreement::default());
    // A row changed and changed back is the usual one too.
    give(&mut session, place(Section::Scores, 1, 2), "5");
    assert!(!session.score().is_mql);
    assert_eq!(
        session.score().finding,
        "例のリードは 35点。しきい値の 50点に届かないので、まだMQLではありません。"
    );
    give(&mut session, place(Section::Scores, 1, 2), "20");
    assert_eq!(session.workbook(), &Workbook::default());
    session.language = Language::En;
    assert_eq!(session.agreed_cell(place(Section::LostReasons, 3, 0)).text, "No need");
    assert_eq!(session.agreed_rows(Section::LostReasons), 4);
}

#[test]
fn every_change_is_taken_back_by_one_step() {
    let mut session = session();
    let meaning = place(Section::Definitions, 0, 1);
    let usual = session.agreed_cell(meaning).text;
    session.agree(meaning, "名刺", false);
    session.agree(meaning, "名刺を", false);
    assert!(session.is_writing(meaning));
    session.agree(meaning, "名刺をもらった人", true);
    assert!(!session.is_writing(meaning));
    let edition = session.edition();
    session.agree(place(Section::Checks, 20, 0), "true", true);
    session.press_agree(AgreePress::Remove(Section::LostReasons, 0));
    assert_eq!(session.agreed_rows(Section::LostReasons), 3);
    assert!(session.edition() > edition, "it is saved");
    session.travel(true);
    assert_eq!(session.agreed_rows(Section::LostReasons), 4);
    assert_eq!(session.agreed_cell(place(Section::Checks, 20, 0)).text, "true");
    session.travel(true);
    assert_eq!(session.agreed_cell(place(Section::Checks, 20, 0)).text, "false");
    session.travel(true);
    assert_eq!(session.agreed_cell(meaning).text, usual, "what was typed in one go is one step");
    session.travel(false);
    assert_eq!(session.agreed_cell(meaning).text, "名刺をもらった人");
}

#[test]
fn a_bad_text_stands_with_its_reason_and_changes_nothing() {
    let mut session = session();
    session.agree(HOURS, "0", false);
    assert_eq!(session.agreed_cell(HOURS).error, None, "nothing is held against it while it is typed");
    for (text, error) in [
        ("0", "引き渡しまでの時間が 0 です。1以上にしてください。"),
        ("1.5", "引き渡しまでの時間が 1.5 です。整数にしてください。"),
        ("2000", "引き渡しまでの時間が 2,000 です。1000以下にしてください。"),
    ] {
        session.agree(HOURS, text, true);
        let cell = session.agreed_cell(HOURS);
        let error = error.replace("2,000", "2000");
        assert_eq!((cell.text.as_str(), cell.error.map(|error| error.replace(',', ""))), (text, Some(error)));
    }
    let long = "あ".repeat(MAX_TEXT + 1);
    let meaning = place(Section::Definitions, 0, 1);
    session.agree(meaning, &long, true);
    assert_eq!(session.agreed_cell(meaning).text, long);
    assert!(session.agreed_cell(meaning).error.expect("an error").contains("600"));
    assert_eq!(session.workbook(), &Workbook::default());
    for text in ["-70", "−70"] {
        give(&mut session, place(Section::Scores, 6, 2), text);
        assert_eq!(session.agreed_number(place(Section::Scores, 6, 2)), Some(-70.0), "{text}");
        assert_eq!(session.agreed_cell(place(Section::Scores, 6, 2)).error, None);
    }
}

/// A session with something in every section.
fn full(plan: Option<Plan>) -> Session {
    let mut session = session();
    assert!(plan.is_none() || session.take(plan));
    session.press_agree(AgreePress::Add(Section::Measures));
    for section in Section::ALL {
        for row in 0..session.agreed_rows(section) as u8 {
            for column in 0..section.columns().len() as u8 {
                let place = place(section, row, column);
                let text = match session.agreed_cell(place).look {
                    CellLook::Line | CellLook::Area => format!("文 {row}-{column}"),
                    CellLook::Number => "77".to_owned(),
                    CellLook::Tick => (row % 2 == 0).to_string(),
                    CellLook::Day => "2026-05-31".to_owned(),
                    CellLook::List(options) => options.last().expect("a choice")[0].clone(),
                };
                give(&mut session, place, &text);
                assert_eq!(session.agreed_cell(place).error, None, "{place:?}");
                assert_eq!(session.agreed_cell(place).text, text, "{place:?}");
            }
        }
    }
    session
}

#[test]
fn it_goes_through_files_and_links() {
    for plan in [None, Some(Plan::from_json(EVERYTHING).expect("a plan"))] {
        let file = full(plan).file();
        assert_eq!(PlanFile::read(&file.write()).as_ref(), Ok(&file));
        assert_eq!(PlanFile::read_own(&file.write()).as_ref(), Ok(&file));
        let made = link::encode(&file.document).expect("a link");
        let opened = link::decode(&made.fragment).expect("a document");
        assert_eq!((opened.document == file.document, made.left_out.is_empty()), (true, true));
    }
}

#[test]
fn a_link_leaves_out_the_longest_notes() {
    let mut session = session();
    // Texts that no model foresees.
    let noise = |seed: u32| -> String {
        let step = |state: &mut u32| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some(char::from_u32(0x4E00 + (*state >> 16) % 0x4000).expect("a letter"))
        };
        std::iter::successors(Some(seed), |_| None)
            .flat_map(|mut seed| std::iter::from_fn(move || step(&mut seed)).take(MAX_TEXT))
            .collect()
    };
    for column in 0..7 {
        give(&mut session, place(Section::Meetings, 0, column), &noise(u32::from(column)));
    }
    give(&mut session, HOURS, "48");
    let made = link::encode(&session.file().document).expect("a link");
    let opened = link::decode(&made.fragment).expect("a document");
    if made.left_out.is_empty() {
        assert_eq!(opened.document, session.file().document);
    } else {
        assert_eq!(made.left_out, ["meetings"]);
        assert!(!opened.document.workbook.agreement.fields().is_empty(), "the hand-off stays");
    }
}

#[test]
fn faults_of_files_are_said_with_their_places() {
    let article = include_str!("../../../engine/plans/article.json");
    for (workbook, error) in [
        (r#""hand_off": { "hours": 0 }"#, "workbook.hand_off.hours: 0 is not within 1 to 1000"),
        (r#""scoring": { "threshold": 0.5 }"#, "workbook.scoring.threshold: "),
        (r#""lost_reasons": ["a", 3]"#, "workbook.lost_reasons[1]: "),
        (r#""checklists": { "no_such": {} }"#, "workbook.checklists.no_such: "),
        (r#""definitions": { "Lead": {} }"#, "workbook.definitions.Lead: "),
        (r#""activities": [{ "owner": "nobody" }]"#, "workbook.activities[0].owner: "),
        (r#""measures": [{ "actuals": [1, "x"] }]"#, "workbook.measures[0].actuals[1]: "),
        (r#""nothing": 1"#, "workbook.nothing: "),
    ] {
        let text = article.replacen('{', &format!(r#"{{ "workbook": {{ "version": 1, {workbook} }}, "#), 1);
        let errors = PlanFile::read(&text).expect_err(workbook).to_string();
        assert!(errors.starts_with(error) && errors.lines().count() == 1, "{errors}");
    }
}

#[test]
fn whatever_stands_in_a_record_is_shown_without_harm() {
    let article = include_str!("../../../engine/plans/article.json");
    for workbook in [
        r#""scoring": 3, "lost_reasons": {"a": 1}, "checklists": [1]"#,
        r#""scoring": {"items": [null, 4, {"points": "x"}]}, "definitions": {"lead": 7}, "measures": [[1]]"#,
    ] {
        let text = article.replacen('{', &format!(r#"{{ "workbook": {{ "version": 1, {workbook} }}, "#), 1);
        let mut session = session();
        session.open(PlanFile::read_own(&text).expect("a record"));
        let _ = (session.agreement_markdown(), session.checklists(), session.score());
        give(&mut session, place(Section::Scores, 0, 2), "5");
        give(&mut session, place(Section::LostReasons, 0, 0), "x");
    }
}

#[test]
fn checklists_count_what_is_done() {
    let mut session = session();
    let lists = session.checklists();
    assert_eq!(lists.each_ref().map(|list| list.done), [[3, 14], [0, 15], [1, 20]]);
    for (list, count) in lists.iter().zip(CHECK_COUNTS) {
        assert_eq!(list.phases.iter().map(|(_, rows)| rows.len()).sum::<usize>(), count);
    }
    session.agree(place(Section::Checks, 14, 0), "true", true);
    give(&mut session, place(Section::Checks, 14, 1), "佐藤");
    give(&mut session, place(Section::Checks, 14, 2), "2026-05-31");
    session.agree(place(Section::Checks, 0, 0), "false", true);
    let lists = session.checklists();
    assert_eq!(lists.each_ref().map(|list| list.done[0]), [2, 1, 1]);
    assert_eq!(lists[1].phases[0].1[0].note, "佐藤 ・ 2026-05-31");
    assert_eq!(session.readiness(), "準備 4 / 49 項目");
    for language in [Language::Ja, Language::En] {
        let words = language.words().checks();
        assert!(words.items.iter().all(|item| !item.is_empty()));
        let helped = lists.iter().flat_map(|list| &list.phases).flat_map(|(_, rows)| rows);
        assert!(helped.filter_map(|row| row.help).all(|(_, name)| !name.is_empty()));
    }
    assert_eq!(CHECKS.len(), 49);
}

#[test]
fn markdown_takes_any_text_for_text() {
    let mut session = session();
    give(
        &mut session,
        place(Section::Definitions, 0, 1),
        "a | b\n# x <script>alert(1)</script> [l](javascript:1)",
    );
    give(&mut session, place(Section::LostReasons, 0, 0), "- [ ] *bold* `code`");
    give(&mut session, place(Section::Notes, 0, 0), "https://example.com |\n| --- |");
    let text = session.agreement_markdown();
    for hostile in ["| <script", " <script", "\n# x", " [l](", "https://", " *bold*", " `code`"] {
        assert!(!text.contains(hostile), "{hostile}");
    }
    assert!(text.contains("| 売上 | KGI | 1億円 | 833万円 |"));
    let tables = text.lines().filter(|line| line.starts_with('|'));
    assert!(tables.clone().count() > 40 && tables.into_iter().all(|line| line.ends_with('|')));
    assert_eq!(text.lines().filter(|line| line.starts_with("### ")).count(), 3);
}

#[test]
fn it_belongs_to_the_work_and_not_to_a_scenario() {
    let mut session = session();
    session.edit(Edit::Scenario(crate::session::ScenarioEdit::Keep));
    give(&mut session, HOURS, "48");
    session.edit(Edit::Template(Template::Subscription));
    session.edit(Edit::Scenario(crate::session::ScenarioEdit::Promote(0)));
    assert_eq!(session.agreed_cell(HOURS).text, "48");
    session.edit(Edit::Scenario(crate::session::ScenarioEdit::Keep));
    assert!(session.scenarios().iter().all(|each| each.document.workbook.agreement == Agreement::default()));
}
