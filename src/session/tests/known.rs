//! What is known of each number of the tree, and how it comes about.

use super::reading::{OPPORTUNITY, counts, error, headline, lines, rate, session, text, typed};
use crate::session::*;

#[test]
fn a_rate_is_known_from_cases_a_range_about_or_exactly() {
    let mut session = session();
    let known = |session: &Session| {
        let popover = rate(session, 2).popovers[0].clone();
        (
            popover.summary.clone(),
            lines(&popover)[1].clone(),
            popover.notes[0].split('。').next().unwrap_or("").to_owned(),
        )
    };
    assert_eq!(known(&session), ("実績 120件から".into(), "幅[10]%から[20.7]%".into(), "15%(10–21%)".into()));
    typed(&mut session, Field::Step(1, StepField::Trials), "80");
    typed(&mut session, Field::Step(1, StepField::Passes), "20");
    assert_eq!(text(&session, OPPORTUNITY), "25%");
    assert_eq!(lines(&rate(&session, 2).popovers[0])[0], "実績[80]件のうち[20]件が商談に");
    // None of eight: half a case more on both sides.
    typed(&mut session, Field::Step(1, StepField::Passes), "0");
    assert_eq!(rate(&session, 2).popovers[0].summary, "実績 81件から");
    let note = "全部や0件でも言い切れないので、両側に0.5件ずつ足し、81件中0.5件として計算します。";
    assert_eq!(rate(&session, 2).popovers[0].notes[1], note);
    typed(&mut session, Field::Step(1, StepField::Passes), "90");
    assert_eq!(
        error(&session, Field::Step(1, StepField::Passes)),
        "商談化率の実績のうち進んだ件数が 90 です。81以下にしてください。"
    );
    // The range of the model's own example.
    session.edit(Edit::Know(1, Knowledge::Exact));
    typed(&mut session, Field::Step(1, StepField::Low), "0.1");
    session.edit(Edit::Reset);
    session.edit(Edit::Know(1, Knowledge::Exact));
    assert_eq!(
        known(&session),
        ("実績なし".into(), "幅[15]%から[15]%".into(), "15% を確かな数字として計算します".into())
    );
    typed(&mut session, Field::Step(1, StepField::Low), "10");
    typed(&mut session, Field::Step(1, StepField::High), "20");
    assert_eq!(
        known(&session),
        ("実績 133.9件相当".into(), "幅[10]%から[20]%".into(), "14.7%(10–20%)".into())
    );
    typed(&mut session, Field::Step(1, StepField::Low), "25");
    assert_eq!(
        error(&session, Field::Step(1, StepField::Low)),
        "商談化率の幅の下の端が 25% だと幅になりません。0% と 100% の間の2つの率を、小さい順に入れてください。"
    );
    session.edit(Edit::Know(1, Knowledge::Benchmark));
    assert_eq!(known(&session).2, "15.3%(11–20%)");
    session.edit(Edit::Know(1, Knowledge::About));
    assert_eq!(known(&session).0, "実績 165.1件相当");
    assert!(
        rate(&session, 2).popovers[0].choices.iter().any(|(words, _, is_on)| words == "だいたい" && *is_on)
    );
}

#[test]
fn a_deals_mean_is_known_from_deals_and_their_spread() {
    let mut session = session();
    typed(&mut session, Field::Deal(DealField::Deals), "49");
    let value = session.plan.deal.value;
    assert!((value.uncertainty.get() - 0.05).abs() < 1e-12);
    typed(&mut session, Field::Deal(DealField::Spread), "70");
    let value = session.plan.deal.value;
    assert!((value.uncertainty.get() - 0.1).abs() < 1e-12 && (value.spread.get() - 0.7).abs() < 1e-12);
    assert_eq!(rate(&session, 0).popovers[1].summary, "ばらつき ±70%");
    session.edit(Edit::ExactDealValue);
    assert_eq!(rate(&session, 0).popovers[0].summary, "実績なし");
}

#[test]
fn a_delay_says_what_it_carries_past_the_end() {
    let mut session = session();
    typed(&mut session, Field::Step(2, StepField::Delay), "3");
    let popover = rate(&session, 1).popovers[1].clone();
    assert_eq!(popover.summary, "遅れ 3か月");
    // The model's own figure: 75.01 %.
    assert_eq!(popover.notes[0], "この遅れで期間内に受注まで届くのは 75%。残りの 25% は期間の後になります。");
    assert_eq!(counts(&session), ["20件", "107件", "712件"]);
    let workings = rate(&session, 1).explanation.notes;
    assert!(!workings.is_empty());
    session.edit(Edit::Solve(Wanted::Delay(2)));
    assert_eq!(headline(&session).split('、').next(), Some("売上1億円に届くのは"));
    typed(&mut session, Field::Step(2, StepField::DelayVariation), "0");
    assert!(session.plan.delay_cv.get().abs() < f64::EPSILON);
}

#[test]
fn numbers_explain_themselves_with_the_users_figures() {
    let mut session = session();
    let workings = |session: &Session, column: usize| {
        session.unfolded_tree().columns[column].count.explanation.notes.clone()
    };
    assert_eq!(workings(&session, 0)[0], "1億円 ÷ 500万円 = 20件");
    assert_eq!(workings(&session, 1)[0], "20件 ÷ 25% = 80件");
    assert_eq!(workings(&session, 2)[..2], ["80件 ÷ 15% = 533.3件 → 切り上げ 534件", "正確には 533.333"]);
    assert_eq!(session.unfolded_tree().explanation.notes[0], "20件 × 500万円 = 1億円");
    session.edit(Edit::Solve(Wanted::Rate(2)));
    assert_eq!(rate(&session, 1).explanation.notes[..2], ["20件 ÷ 81件 = 24.7%", "正確には 24.691%"]);
    assert_eq!(workings(&session, 1)[0], "540件 × 15% = 81件");
    assert_eq!(workings(&session, 2)[0], "チャネルの合計 月45件 × 12か月 = 540件");
    session.edit(Edit::Solve(Wanted::DealValue));
    assert_eq!(rate(&session, 0).explanation.notes[0], "1億円 ÷ 20.3件 = 494万円");
    session.edit(Edit::Solve(Wanted::Volume));
    typed(&mut session, Field::Step(2, StepField::Delay), "3");
    assert!(
        workings(&session, 1)[1].starts_with("遅れ、途中の段階から入る分"),
        "{:?}",
        workings(&session, 1)
    );
}
