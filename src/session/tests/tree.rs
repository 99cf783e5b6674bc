//! The tree as a user has it: any number the answer, counts typed into, taken back.

use gyakusan_engine::plan::{Channel, Entries, PerMonth, SolveFor, Volume};

use super::reading::{
    OPPORTUNITY, WON, answers, counts, error, headline, notice, rate, session, text, typed, with,
};
use crate::session::*;
use crate::text::Language;

#[test]
fn every_number_of_the_tree_can_be_the_answer() {
    for (wanted, value, found) in [
        // 540 leads a year make 81 opportunities.
        (Wanted::Rate(2), 20.0 / 81.0, "売上1億円に届くのは、受注率が 24.7% のときです。"),
        (Wanted::Rate(1), 20.0 / (0.25 * 540.0), "売上1億円に届くのは、商談化率が 14.8% のときです。"),
        (
            Wanted::DealValue,
            1e8 / (540.0 * 0.15 * 0.25),
            "売上1億円に届くのは、平均受注単価が 494万円 のときです。",
        ),
        (Wanted::Revenue, 540.0 * 0.15 * 0.25 * 5e6, "年540件を集めると、売上は1.01億円になります。"),
        // The other channels bring 25 a month; 533.33 a year take 44.44, at 9,000 each.
        (
            Wanted::Budget(0),
            (1600.0 / 36.0 - 25.0) * 9000.0,
            "売上1億円に届くのは、検索広告の月予算が 17.5万円 のときです。",
        ),
    ] {
        let mut session = session();
        session.edit(Edit::Solve(wanted));
        assert!((session.tree.solved_value / value - 1.0).abs() < 1e-9, "{wanted:?}");
        assert_eq!(headline(&session), found);
        assert_eq!(answers(&session), usize::from(!matches!(wanted, Wanted::Budget(_))), "{wanted:?}");
        // The entered number is kept for the way back.
        session.edit(Edit::Solve(wanted));
        assert_eq!(
            (Wanted::of(&session.plan), counts(&session)),
            (Wanted::Volume, vec!["20件".into(), "80件".into(), "534件".into()])
        );
        session.travel(true);
        assert_eq!(Wanted::of(&session.plan), wanted);
    }
}

#[test]
fn the_field_of_the_answer_shows_it_and_typing_there_gives_it_again() {
    let mut session = session();
    session.edit(Edit::Solve(Wanted::Rate(2)));
    assert_eq!(notice(&session), "「受注率」を逆算に切りかえました");
    assert_eq!((text(&session, WON).as_str(), counts(&session)[1].as_str()), ("24.7%", "81件"));
    assert_eq!(rate(&session, 1).warning.as_deref(), Some("目安 15–20% の上限を超えています"));
    session.step(WON, 1.0);
    assert_eq!((text(&session, WON).as_str(), Wanted::of(&session.plan)), ("26%", Wanted::Volume));
    session.travel(true);
    session.type_into(WON, "2");
    session.type_into(WON, "20");
    assert_eq!(notice(&session), "", "nothing is said while typing");
    session.commit(WON);
    assert_eq!(notice(&session), "受注率を固定しました。リード数を逆算します");
    assert_eq!((Wanted::of(&session.plan), counts(&session)[2].as_str()), (Wanted::Volume, "667件"));
    session.press(Press::Travel { back: true });
    assert_eq!((Wanted::of(&session.plan), notice(&session)), (Wanted::Rate(2), ""));
    // The root: what the plan brings, with the target beside it.
    session.edit(Edit::Solve(Wanted::Revenue));
    assert_eq!(text(&session, Field::Revenue), "1.01億円");
    assert_eq!(text(&session, Field::Target), "1億円");
    assert!(session.unfolded_tree().period.starts_with("目標 1億円"));
    typed(&mut session, Field::Revenue, "2億");
    assert_eq!(headline(&session), "売上2億円には、年1,067件のリードが必要です。");
}

#[test]
fn a_limit_says_what_the_plan_reaches_and_the_number_that_works() {
    // 100 leads, 15 % of which are opportunities: 15 deals at best.
    let mut session = with(|document| {
        let entries = Entries::new(100.0 / 12.0).expect("a volume");
        let volume = Volume::Entries { monthly_entries: PerMonth::Even(entries) };
        let all = Channel { volume, ..document.channels[0].clone() };
        document.channels = vec![all];
        document.solve_for = SolveFor::Rate(document.stages[2].id.clone());
    });
    assert_eq!(headline(&session), "受注率を 100% にしても、売上は7,500万円までです。");
    // 20 deals of as many opportunities, 15 % of the leads: 133.3.
    let found = rate(&session, 1).obstacle;
    assert_eq!(
        found.as_deref(),
        Some("受注率を 100% にしても 7,500万円 までです。リード数を 134件以上 にしてください。")
    );
    session.language = Language::En;
    assert_eq!(
        rate(&session, 1).obstacle.as_deref(),
        Some("Even with win rate at 100% the plan reaches ¥75M. Make leads 134 or more.")
    );
    session.language = Language::Ja;
    typed(&mut session, OPPORTUNITY, "0");
    assert_eq!(
        rate(&session, 1).obstacle.as_deref(),
        Some("受注率を 100% にしても 0円 までです。ほかの率か単価を上げてください。")
    );
    session.edit(Edit::Solve(Wanted::Volume));
    assert_eq!(
        rate(&session, 2).obstacle.as_deref(),
        Some("商談化率が 0% だと、何件集めても届きません。0 より大きい数字を入れてください。")
    );
    assert_eq!(counts(&session), ["—件", "—件", "—件"]);
}

#[test]
fn typing_into_a_count_lets_one_number_give_way_and_says_which() {
    let count = |place| Field::Stage(place, StageField::Count);
    for (solve, field, typed_text, said, found) in [
        (
            Wanted::Volume,
            count(1),
            "100",
            "商談数を 100件 に固定しました。受注率が 25% から 20% に変わりました",
            (WON, "20%"),
        ),
        (
            Wanted::Volume,
            count(0),
            "600",
            "リード数を 600件 に固定しました。商談化率が 15% から 13.3% に変わりました",
            (count(0), "600件"),
        ),
        (
            Wanted::Volume,
            count(2),
            "25",
            "受注件数を 25件 に固定しました。平均受注単価が 500万円 から 400万円 に変わりました",
            (Field::Deal(DealField::Value), "400万円"),
        ),
        (
            Wanted::Revenue,
            count(1),
            "90",
            "商談数を 90件 に固定しました。商談化率が 15% から 16.7% に変わりました",
            (count(2), "23件"),
        ),
        (
            Wanted::Revenue,
            count(0),
            "1080",
            "リード数を 1,080件 に固定しました。チャネルの件数を 2倍 にしました",
            (Field::Channel(0, ChannelField::Budget), "36万円"),
        ),
    ] {
        let mut session = session();
        if solve != Wanted::Volume {
            session.edit(Edit::Solve(solve));
        }
        // As it is typed, digit by digit: what gives way goes by the plan before the typing.
        for end in 1..=typed_text.len() {
            session.type_into(field, &typed_text[..end]);
        }
        session.commit(field);
        assert_eq!(notice(&session), said);
        assert_eq!(text(&session, found.0), found.1, "{said}");
        session.press(Press::Travel { back: true });
        assert_eq!(counts(&session)[2], if solve == Wanted::Volume { "534件" } else { "540件" }, "{said}");
    }
}

#[test]
fn a_number_that_gave_way_is_written_with_few_digits() {
    let mut session = session();
    typed(&mut session, Field::Stage(0, StageField::Count), "540");
    assert_eq!(text(&session, OPPORTUNITY), "14.815%");
    typed(&mut session, Field::Stage(2, StageField::Count), "30");
    assert_eq!(text(&session, Field::Deal(DealField::Value)), "3,333,333円");
    assert_eq!(counts(&session)[0], "30件");
}

#[test]
fn a_count_that_nothing_holds_says_what_would() {
    let mut session = session();
    for (place, typed_text, sentence) in [
        (1, "19", "商談数を 19件 にするには、受注率を 100% にしても合いません。20件以上にしてください。"),
        (1, "-1", "商談数が −1 です。0以上にしてください。"),
        (
            0,
            "abc",
            "リード数の「abc」は、1文字目の「a」で読めなくなります。1.2億 や 15 のように入れてください。",
        ),
    ] {
        let field = Field::Stage(place, StageField::Count);
        typed(&mut session, field, typed_text);
        assert_eq!(error(&session, field), sentence);
        assert_eq!(text(&session, WON), "25%");
        session.restore(field);
    }
}

#[test]
fn a_goal_with_more_than_new_deals_is_a_sum() {
    assert!(session().unfolded_tree().sum.is_empty());
    let session = with(|document| document.channels[0].fixed = true);
    // 240 leads that are fixed bring 9 deals.
    assert_eq!(
        session.unfolded_tree().sum,
        [
            ["新規の受注".to_owned(), "5,500万円".to_owned()],
            ["期首の案件・固定分".to_owned(), "4,500万円".to_owned()]
        ]
    );
}

/// The articles' example: 500,000 a month at 8,000 each.
#[test]
fn whole_units_stand_beside_the_exact_ones() {
    let mut session = with(|document| {
        document.channels.truncate(1);
        document.solve_for = SolveFor::Nothing;
    });
    typed(&mut session, Field::Channel(0, ChannelField::Budget), "50");
    typed(&mut session, Field::Channel(0, ChannelField::Cost), "8000");
    assert!(session.unfolded_tree().whole.is_none());
    session.press(Press::WholeUnits);
    let rows = session.unfolded_tree().whole.expect("whole units").rows;
    assert_eq!(rows[0], ["リード数", "62.5", "750", "62", "744"]);
    assert_eq!(rows[1], ["商談数", "9.375", "112.5", "9", "108"]);
    assert_eq!(rows[2], ["受注件数", "2.344", "28.125", "2–3", "27"]);
}

#[test]
fn changes_are_taken_back_and_done_again() {
    let mut session = session();
    assert!(session.is_default() && session.can_travel() == [false, false]);
    typed(&mut session, Field::Target, "2億");
    session.edit(Edit::Reset);
    assert_eq!((session.is_default(), notice(&session)), (true, "最初の計画に戻しました"));
    session.press(Press::Travel { back: true });
    assert_eq!(text(&session, Field::Target), "2億円");
    session.press(Press::Travel { back: true });
    assert!(session.is_default() && session.can_travel() == [false, true]);
    session.press(Press::Travel { back: false });
    assert_eq!(text(&session, Field::Target), "2億円");
}

#[test]
fn a_notice_goes_when_it_is_dismissed_and_only_then() {
    let mut session = session();
    session.edit(Edit::Solve(Wanted::Rate(1)));
    let id = session.screen.notice.as_ref().expect("a notice").id;
    session.dismiss(id + 1);
    assert!(session.screen.notice.is_some());
    session.dismiss(id);
    assert!(session.screen.notice.is_none());
}
