//! Which share of the imported prospects reaches the threshold, against shares worked out by hand.

use gyakusan_engine::actuals::Date;

use super::*;
use crate::document::agreed::{Place, Section};
use crate::session::agree::{AgreePress, ScoredPanel};

/// Ten leads with points: 50 and above are A to D, two of them with a meeting, one won. Of the other five one has a meeting;
/// one has no points. 49.9 is below.
const POINTS: &str = "ID,チャネル,リード獲得日,商談化日,受注日,金額,スコア\n\
A,検索広告,2026/4/1,2026/5/1,2026/6/1,5000000,90\n\
B,検索広告,2026/4/2,2026/5/2,,,50\n\
C,検索広告,2026/4/3,,,,75.5\n\
D,ウェビナー,2026/4/4,,,,1200\n\
E,検索広告,2026/4/5,2026/5/5,,,49.9\n\
F,検索広告,2026/4/6,,,,0\n\
G,検索広告,2026/4/7,,,,-2000\n\
H,検索広告,2026/4/8,,,,12\n\
I,検索広告,2026/4/9,,,,49\n\
J,検索広告,2026/4/10,,,,\n";

/// Six leads with what they did; the sheet gives 30 for a webinar, 20 for a document, 10 for a trade. A has all (60), B the
/// first two (50), C and D one each (30, 10), E and F nothing.
const BEHAVIOUR: &str = "ID,チャネル,リード獲得日,商談化日,ウェビナー参加,資料ダウンロード数,対象業種\n\
A,検索広告,2026/4/1,2026/5/1,あり,2,はい\n\
B,検索広告,2026/4/2,,あり,1,いいえ\n\
C,検索広告,2026/4/3,2026/5/3,あり,0,\n\
D,検索広告,2026/4/4,,なし,,はい\n\
E,検索広告,2026/4/5,,なし,0,いいえ\n\
F,検索広告,2026/4/6,,,,\n";

/// Another department's file without such columns: of A, and of a prospect that no one else knows.
const SALES: &str =
    "ID,チャネル,リード獲得日,商談化日\nA,検索広告,2026/4/1,2026/5/1\nZ,検索広告,2026/4/1,2026/5/1\n";

fn imported(files: &[(&str, &str)]) -> Session {
    let mut session = Session::new(Language::Ja);
    import(&mut session, files);
    session
}

fn import(session: &mut Session, files: &[(&str, &str)]) {
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let mut importing = Importing::new(Memory::default());
    importing.look_for(session.conditions());
    for (name, bytes) in &files {
        importing.add((*name).to_owned(), bytes.len(), bytes.to_vec());
    }
    importing.look(&plan(), decoder);
    finish(&mut importing, &files);
    let today = Date::parse("2026-11-03").expect("a day");
    assert!(session.take_in(&mut importing, false, Some(today)));
}

fn scored(session: &Session) -> ScoredPanel {
    session.scored().expect("prospects with points")
}

fn place(section: Section, row: u8, column: u8) -> Place {
    Place { section, row, column }
}

#[test]
fn a_column_of_points_is_compared_with_the_threshold() {
    let mut session = imported(&[("MA_2026.csv", POINTS)]);
    let panel = scored(&session);
    assert_eq!(panel.finding, "取り込んだ見込み客9人のうち、しきい値の 50点に届くのは 4人（44.4%）です。");
    assert_eq!(panel.head, ["点", "見込み客", "商談", "受注"]);
    assert_eq!(panel.rows[0], ["50点以上", "4人", "2人（50%）", "1人（25%）"]);
    assert_eq!(panel.rows[1], ["50点未満", "5人", "1人（20%）", "0人（0%）"]);
    assert!(
        panel.notes[0].starts_with("「スコア」の列の点で分けました（2026-11-03 取り込み）。"),
        "{:?}",
        panel.notes
    );
    assert_eq!(panel.notes[1..], ["点のわからない1人は含めていません。"]);
    // The threshold is the sheet's, whenever it changes: 49 and above are six.
    session.agree(place(Section::Threshold, 0, 0), "49", true);
    assert!(
        scored(&session).finding.ends_with("49点に届くのは 6人（66.7%）です。"),
        "{:?}",
        scored(&session)
    );
    session.agree(place(Section::Threshold, 0, 0), "1000", true);
    assert_eq!(scored(&session).rows[0][1], "1人");
    session.agree(place(Section::Threshold, 0, 0), "-1000", true);
    assert_eq!(scored(&session).rows[1], ["−1,000点未満", "0人", "—", "—"]);
    session.language = Language::En;
    assert!(scored(&session).finding.starts_with("Of 9 imported prospects, 9 (100%) reach"));
    // It is kept with the document, also where only counts by month are, and is in the Markdown.
    let text = session.file().write();
    let file = crate::share::PlanFile::read(&text).expect("a plan file");
    let mut again = Session::new(Language::En);
    again.open(file);
    assert_eq!(scored(&again), scored(&session));
    assert!(again.agreement_markdown().contains("Of 9 imported prospects"));
}

#[test]
fn columns_named_like_conditions_are_counted_by_the_sheet() {
    let mut session = imported(&[("MA.csv", BEHAVIOUR), ("SFA.csv", SALES)]);
    let panel = scored(&session);
    assert_eq!(panel.finding, "取り込んだ見込み客6人のうち、しきい値の 50点に届くのは 2人（33.3%）です。");
    assert_eq!(panel.rows[0][2..], ["1人（50%）", "0人（0%）"]);
    assert_eq!(panel.rows[1][1..], ["4人", "1人（25%）", "0人（0%）"]);
    let columns = "「ウェビナー参加」「資料ダウンロード数」「対象業種」の列を、この表の点で";
    assert!(panel.notes[0].starts_with(columns), "{:?}", panel.notes);
    assert_eq!(panel.notes[1..], ["点のわからない1人は含めていません。"], "Z is in sales' file alone");
    // Points of the sheet count as they are now: with 20 for the trade, D has 20, A 70; with 50 for a webinar C reaches it.
    session.agree(place(Section::Scores, 0, 2), "50", true);
    assert_eq!(scored(&session).rows[0][1..3], ["3人", "2人（66.7%）"]);
    // A condition that goes counts nothing, and it is said.
    session.press_agree(AgreePress::Remove(Section::Scores, 0));
    assert_eq!(scored(&session).rows[0][1], "0人");
    assert!(scored(&session).notes[1].contains("「ウェビナーに参加」という条件はもうこの表にない"));
    session.travel(true);
    assert_eq!(scored(&session).rows[0][1], "3人");
    // Own conditions are looked for too.
    session.agree(place(Section::Scores, 0, 0), "工場見学", true);
    import(
        &mut session,
        &[(
            "tour.csv",
            "ID,チャネル,リード獲得日,工場見学\nA,検索広告,2026/4/1,済\nB,検索広告,2026/4/1,未\n",
        )],
    );
    assert_eq!(scored(&session).rows.each_ref().map(|row| row[1].clone()), ["1人", "1人"]);
}

#[test]
fn what_was_scored_goes_with_the_actuals_and_comes_back_with_them() {
    let mut session = imported(&[("MA_2026.csv", POINTS)]);
    session.remove_actuals();
    assert_eq!(session.scored(), None);
    session.travel(true);
    assert_eq!(scored(&session).rows[0][1], "4人");
    // An import without such columns leaves nothing of the older one.
    import(&mut session, &[("SFA.csv", SALES)]);
    assert_eq!(session.scored(), None);
    session.travel(true);
    assert_eq!(scored(&session).rows[0][1], "4人");
    // Links carry no actuals, and nothing that is recorded of them.
    let link = crate::share::link::encode(&session.document()).expect("a link");
    let opened = crate::share::link::decode(&link.fragment).expect("the link");
    assert_eq!(opened.document.workbook.agreement.fields(), []);
}

#[test]
fn the_samples_points_are_those_of_their_rows() {
    let files = [("marketing.csv", MARKETING), ("sales.csv", super::SALES)];
    let mut importing = chosen(&files);
    finish(&mut importing, &files);
    let mut session = Session::new(Language::Ja);
    assert!(session.take_in(&mut importing, true, None));
    // Counted from the table itself: each address once, of channels that the plan knows.
    let known = ["検索広告", "ウェビナー", "記事・資料"];
    let rows = cells(std::str::from_utf8(MARKETING).expect("UTF-8"));
    let leads: BTreeMap<_, _> = rows[1..].iter().map(|row| (row[2].clone(), row.clone())).collect();
    let used = leads.values().filter(|row| known.contains(&row[3].as_str()));
    let [mut above, mut all] = [0, 0];
    for row in used {
        all += 1;
        above += usize::from(row[5].parse::<f64>().expect("points") >= 50.0);
    }
    let panel = scored(&session);
    assert!(panel.finding.contains(&format!("見込み客{all}人のうち")), "{}", panel.finding);
    assert_eq!(panel.rows[0][1], format!("{above}人"));
}
