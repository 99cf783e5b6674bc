//! What is said of the actuals in words.

use super::*;

#[test]
fn a_period_that_is_over_is_told_in_words() {
    let year = |revenue: u64| {
        let row = |month: &str| {
            format!(
                r#"{{ "month": "{month}", "channel": "all", "arrivals": {{ "lead": 3, "opportunity": 2, "won": 1 }}, "revenue": {revenue} }}"#
            )
        };
        format!(r#"{{ "version": 1, "as_of": "2027-03", "months": [ {} ] }}"#, row("2026-04"))
    };
    let headline = |revenue| {
        let session = session(plan(ARTICLE), &year(revenue));
        tracked(&session).panel(&session).expect("a panel").headline.to_string()
    };
    assert_eq!(headline(100_000_000), "期間が終わり、1億円 で目標に届きました。");
    assert_eq!(headline(99_000_000), "期間が終わり、9,900万円 で目標に届きませんでした。");
    let session = session(plan(ARTICLE), &year(99_000_000));
    let panel = content(&session, &tracked(&session));
    assert_eq!(panel.cards.len(), 1, "nothing is left to be forecast");
}

#[test]
fn where_entries_come_too_late_it_is_said_what_still_helps() {
    let late = ARTICLE
        .replace(
            "\"rate\": { \"mean\": 0.15 }",
            "\"rate\": { \"mean\": 0.15, \"evidence\": 100 }, \"delay_months\": 3",
        )
        .replace(
            "\"rate\": { \"mean\": 0.25 }",
            "\"rate\": { \"mean\": 0.25, \"evidence\": 100 }, \"delay_months\": 4",
        );
    let actuals = THREE_MONTHS.replace("2026-06\", \"months", "2027-02\", \"months");
    let session = session(plan(&late), &actuals);
    let track = tracked(&session);
    let compared = track.known().expect("a comparison");
    let landed = compared.landed.as_ref().expect("a landing");
    let Some(StillNeeded::NoLonger { open_alone, .. }) = landed.needed else { panic!("out of reach") };
    let card = content(&session, &track).cards.pop().expect("a card");
    assert_eq!(card.notes.len(), 2 + usize::from(landed.price.is_some()));
    assert!(open_alone < 0.01 && card.notes[1].to_string().ends_with("1%未満"), "{:?}", card.notes);
    if let Some(times) = landed.price {
        let goals = &compared.fold.trials().goals;
        let so_far = compared.so_far.goal;
        let share = |times: f64| {
            let reached =
                goals.iter().filter(|goal| so_far + times * (**goal - so_far) >= 1e8 * (1.0 - 1e-9));
            reached.count() as f64 / goals.len() as f64
        };
        assert!(share(times) >= 0.8 && share(0.999 * times) < 0.8);
    }
}

#[test]
fn this_months_wins_over_this_months_meetings_are_warned_of_where_they_mislead() {
    let delayed = DEFAULT.replace(
        "\"evidence\": 80\n   },\n   \"delay_months\": 0",
        "\"evidence\": 80\n   },\n   \"delay_months\": 3",
    );
    assert_ne!(delayed, DEFAULT);
    let said = |text: &str| {
        let session = session(plan(text), CHANNELS);
        let mut track = Track::default();
        track.follow(&session);
        content(&session, &track).learned.warning
    };
    // In May one deal was won and four meetings were held: 25 %, which is what the rate can be.
    assert_eq!(said(&delayed), None);
    let few = CHANNELS.replace("\"opportunity\": 3 }", "\"opportunity\": 33 }");
    let session = session(plan(&delayed), &few);
    let mut track = Track::default();
    track.follow(&session);
    let warning = content(&session, &track).learned.warning.expect("a warning");
    // 1 of 34.
    assert!(warning.contains("受注率は 2.9%（1件 ÷ 商談34件）"), "{warning}");
    assert_eq!(said(DEFAULT), None, "without a delay there is nothing to be misled by");
}

#[test]
fn actuals_that_do_not_fit_are_told_and_can_be_removed_and_had_back() {
    let actuals = THREE_MONTHS.replace("\"all\"", "\"fair\"");
    let mut session = session(plan(ARTICLE), &actuals);
    let track = tracked(&session);
    let panel = track.panel(&session).expect("a panel");
    assert!(panel.content.is_none() && panel.lead.len() == 4, "{:?}", panel.lead);
    session.remove_actuals();
    assert!(!session.has_actuals());
    session.travel(true);
    assert_eq!(session.actuals.as_deref(), Some(actuals.as_str()));
}

#[test]
fn every_sentence_is_there_in_english_too() {
    let mut session = session(plan(DEFAULT), CHANNELS);
    session.language = Language::En;
    let track = tracked(&session);
    let panel = track.panel(&session).expect("a panel");
    assert!(panel.headline.to_string().starts_with("After month 2: the chance"), "{}", panel.headline);
    assert_eq!(panel.sources, ["Apr 2026 – May · 6 rows by month"]);
}
