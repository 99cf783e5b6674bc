use gyakusan_engine::plan::{
    Correlation, DealKind, Evidence, Measure, Money, PlanDocument, Rate, SolveFor, Volume,
};

use super::*;
use crate::session::panel::NoteKind;

fn kinds(session: &Session) -> Vec<NoteKind> {
    session.notes().notes.iter().map(|note| note.kind).collect()
}

fn value(session: &Session, kind: NoteKind) -> String {
    let notes = session.notes().notes;
    let found = notes.iter().find(|note| note.kind == kind);
    found.unwrap_or_else(|| panic!("no {kind:?} in {notes:?}")).words[0].clone()
}

fn set_rate(document: &mut PlanDocument, stage: usize, mean: f64, evidence: Option<f64>) {
    let step = document.stages[stage].step.as_mut().expect("a step");
    step.rate.mean = Rate::new(mean).expect("a rate");
    step.rate.evidence = evidence.map(|evidence| Evidence::new(evidence).expect("evidence"));
}

fn set_cost(document: &mut PlanDocument, cost: f64) {
    if let Volume::Budget { cost_per_entry, .. } = &mut document.channels[0].volume {
        *cost_per_entry = CostPerEntry::new(cost).expect("a cost");
    }
}

#[test]
fn the_plan_that_the_page_opens_with_has_few_deals_and_nothing_else() {
    let session = Session::new(Language::Ja);
    assert_eq!(kinds(&session), [NoteKind::FewDeals]);
    // √((1 + 0.35²) ÷ 20) = 0.2369, √((1 + 0.35²) ÷ 30) = 0.1934.
    let words = &session.notes().notes[0].words;
    assert_eq!(words[0], "20件の受注では、偶然だけで結果が ±24% 動きます");
    assert!(words[1].contains("±19%"), "{words:?}");
}

#[test]
fn deals_of_one_size_vary_by_their_number_alone() {
    // 1 ÷ √20 = 0.2236, 1 ÷ √30 = 0.1826.
    let session = session_of(plan(ARTICLE));
    assert_eq!(value(&session, NoteKind::FewDeals), "20件の受注では、偶然だけで結果が ±22% 動きます");
    assert!(session.notes().notes[0].words[1].contains("±18%"));
    let many = changed(|document| document.goal.target = Money::new(1.5e8).expect("money"));
    assert_eq!(kinds(&many), [], "30 deals are enough");
}

#[test]
fn zero_factors_and_limits_are_named() {
    let zero = changed(|document| set_rate(document, 1, 0.0, None));
    assert_eq!(value(&zero, NoteKind::ZeroFactor), "商談化率が 0% です");
    let zero = changed(|document| document.deal.value.mean = Money::ZERO);
    assert_eq!(value(&zero, NoteKind::ZeroFactor), "平均受注単価が 0円 です");
    let fixed = changed(|document| document.channels.iter_mut().for_each(|channel| channel.fixed = true));
    let fixed = session_of(
        fixed.plan().edit(|document| document.goal.target = Money::new(1e9).expect("money")).expect("a plan"),
    );
    assert_eq!(value(&fixed, NoteKind::ZeroFactor), "件数を増やせるチャネルがありません");
    assert_eq!(value(&delayed(36.0), NoteKind::ZeroFactor), "期間内に受注になるものがありません");
    let limit = changed(|document| {
        document.goal.target = Money::new(1e9).expect("money");
        document.solve_for = SolveFor::Rate(document.stages[2].id.clone());
    });
    // 540 leads × 15 % × 100 % × 500万円.
    assert_eq!(value(&limit, NoteKind::LimitReached), "限界まで動かしても 4.05億円です");
}

#[test]
fn rates_unlike_others_are_noted_by_their_range_or_half_beyond_the_band() {
    let unlike = |mean, evidence| {
        kinds(&changed(|document| set_rate(document, 2, mean, evidence))).contains(&NoteKind::UnlikeRate)
    };
    // The band is 15 to 20 %. The range of 25 % from 80 starts at 17 %, that of 40 % from 80 at 31 %.
    assert!(!unlike(0.25, Some(80.0)));
    assert!(unlike(0.4, Some(80.0)));
    assert!(!unlike(0.4, Some(4.0)), "so little is known that it may be usual");
    assert!(unlike(0.05, Some(80.0)));
    // Known exactly: 1.5 times 20 % is 30 %, and 15 % ÷ 1.5 is 10 %.
    assert!(!unlike(0.30, None));
    assert!(unlike(0.31, None));
    assert!(!unlike(0.10, None));
    assert!(unlike(0.09, None));
    let high = changed(|document| set_rate(document, 2, 0.5, None));
    assert_eq!(value(&high, NoteKind::UnlikeRate), "受注率 50%は、目安の 15–20%から外れています");
    // A solved rate is the one that counts: 20 deals of 540 × 50 % take 7.4 %.
    let solved = changed(|document| {
        set_rate(document, 1, 0.5, None);
        document.solve_for = SolveFor::Rate(document.stages[2].id.clone());
        document.stages[2].step.as_mut().expect("a step").rate.evidence = None;
    });
    assert!(value(&solved, NoteKind::UnlikeRate).contains("商談化率 50%"));
    assert!(solved.notes().notes.iter().any(|note| note.words[0].starts_with("受注率 7.4%")));
}

#[test]
fn costs_are_held_against_the_usual_and_against_what_they_bring() {
    let cost = |cost| kinds(&changed(|document| set_cost(document, cost)));
    assert_eq!(cost(15_000.0), [NoteKind::FewDeals]);
    assert_eq!(cost(15_001.0), [NoteKind::FewDeals, NoteKind::UnlikeCost]);
    assert_eq!(cost(3_000.0), [NoteKind::FewDeals, NoteKind::UnlikeCost]);
    // 187,500円 is what a lead brings.
    assert_eq!(cost(187_501.0), [NoteKind::Unprofitable, NoteKind::FewDeals, NoteKind::UnlikeCost]);
    let dollars = changed(|document| {
        set_cost(document, 1.0);
        document.currency = gyakusan_engine::plan::Currency::new("USD").expect("a currency");
    });
    assert_eq!(kinds(&dollars), [NoteKind::FewDeals], "the survey is in yen");
}

#[test]
fn results_alone_are_noted() {
    let session = changed(|document| {
        document.stages.remove(1);
    });
    assert!(kinds(&session).contains(&NoteKind::ResultsOnly));
    assert_eq!(value(&session, NoteKind::ResultsOnly), "リードと受注の間に、数える段階がありません");
}

#[test]
fn growth_is_noted_above_half_more_and_brought_to_a_year() {
    let growth = |mut session: Session, text: &str| {
        give(&mut session, WorkbookField::LastYearRevenue, text);
        let notes = session.notes().notes;
        notes.into_iter().find(|note| note.kind == NoteKind::SteepGrowth).map(|note| note.words[0].clone())
    };
    let default = || Session::new(Language::Ja);
    assert_eq!(growth(default(), "5000万").as_deref(), Some("目標は前年の 2倍です"));
    assert_eq!(growth(default(), "6667万"), None);
    assert_eq!(growth(default(), "0"), None);
    assert_eq!(growth(default(), ""), None);
    assert_eq!(growth(over(6), "1億").as_deref(), Some("目標は、1年に直すと前年の 2倍です"));
    let exit = changed(|document| {
        document.deal.kind = DealKind::Recurring;
        document.goal.measure = Measure::ExitArr;
        document.period.months = 6;
    });
    assert_eq!(growth(exit, "5000万").as_deref(), Some("目標は前年の 2倍です"));
}

#[test]
fn what_is_known_of_the_rates_is_noted() {
    assert!(kinds(&session_of(plan(ARTICLE))).contains(&NoteKind::NoEvidence));
    let later = changed(|document| {
        let opportunity = document.stages[1].id.clone();
        for channel in &mut document.channels {
            channel.enters = opportunity.clone();
            channel.counted_at = opportunity.clone();
        }
    });
    assert_eq!(value(&later, NoteKind::UnusedRate), "商談化率は、どのチャネルも使っていません");
}

#[test]
fn volumes_far_from_the_entered_ones_and_a_market_are_noted() {
    let times = |target: f64| changed(|document| document.goal.target = Money::new(target).expect("money"));
    assert_eq!(kinds(&times(1e9)), []);
    // 1億円 takes 0.9877 times what is entered.
    assert_eq!(value(&times(1.1e9), NoteKind::FarVolume), "入力した件数の 10.86倍が必要です");
    assert!(!kinds(&session_of(plan(ARTICLE))).contains(&NoteKind::FarVolume), "nothing was entered there");
    let market =
        changed(|document| document.market_correlation = Correlation::new(0.3).expect("a correlation"));
    assert_eq!(value(&market, NoteKind::Market), "市場との連動を 0.3 にしています");
}

#[test]
fn every_note_is_whole_in_both_languages() {
    // A session is large: they are made one by one.
    let sessions: [fn() -> Session; 9] = [
        || session_of(plan(ARTICLE)),
        || session_of(plan(EVERYTHING)),
        || over(1),
        || over(60),
        forward,
        || delayed(36.0),
        || changed(|document| set_rate(document, 2, 0.0, None)),
        || changed(|document| set_cost(document, 1e6)),
        || changed(|document| document.goal.target = Money::ZERO),
    ];
    for language in [Language::Ja, Language::En] {
        for session in sessions {
            let mut session = session();
            session.language = language;
            give(&mut session, WorkbookField::LastYearRevenue, "1");
            let shown = format!("{:?}{:?}{:?}", session.calendar(), session.costs(), session.notes().notes);
            for wrong in ["NaN", "inf", "-0", "{0}", "{1}", "{2}", "{3}"] {
                assert!(!shown.contains(wrong), "{language:?} {wrong}: {shown}");
            }
        }
    }
}
