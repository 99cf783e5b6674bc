//! What is kept of the actuals: rates that were learned, forecasts, measures.

use super::*;

#[test]
fn what_is_learned_is_taken_over_once_and_can_be_taken_back() {
    let mut session = session(plan(DEFAULT), CHANNELS);
    let before = session.plan.clone();
    let mut track = tracked(&session);
    let first = content(&session, &track).learned;
    assert!(first.can_take && first.taken.is_none());
    // 15 % of 120 and 11 of 80: Beta(18 + 11, 102 + 69); 25 % of 80 and 3 of 11: Beta(20 + 3, 60 + 8).
    let shown: Vec<_> = first.rows.iter().map(|row| row.learned.to_string()).collect();
    assert_eq!(&shown[..2], ["14.5%", "25.3%"]);
    assert_eq!([29.0 / 200.0, 23.0 / 91.0].map(|rate| format!("{:.1}%", 100.0 * rate)), ["14.5%", "25.3%"]);
    assert_eq!(first.rows[0].prior, "計画 15%（この目標値はリード120件分の重み）");
    assert_eq!(first.rows[0].counts, "80件のうち 11件が進み、69件は未決（失注の記録なし）");

    session.take_learned(&track);
    let rate = session.plan.stages[1].step.expect("a step").rate;
    assert!(
        (rate.mean.get() - 0.145).abs() < 1e-9
            && (rate.evidence.expect("evidence").get() - 200.0).abs() < 1e-3
    );
    // Nothing is learned twice: the same actuals say the same again.
    assert!(!track.is_behind(&session), "the plan before is the plan that was compared");
    let again = content(&session, &track).learned;
    assert_eq!(again.rows, first.rows);
    assert!(!again.can_take && again.taken.is_some());
    let taken = session.plan.clone();
    session.take_learned(&track);
    assert_eq!(session.plan, taken);

    // What was taken is kept in files, and so is what it was before.
    let file = PlanFile::read(&session.file().write()).expect("a plan file");
    assert_eq!(file, session.file());
    let mut other = Session::new(Language::Ja);
    other.open(file);
    assert_eq!(taken::plan_before(&other), before);

    // A rate that is typed afterwards is the user's own.
    let typed = taken.edit(|plan| {
        if let Some(step) = &mut plan.stages[1].step {
            step.rate.mean = gyakusan_engine::plan::Rate::new(0.2).expect("a rate");
        }
    });
    other.plan = typed.expect("a plan");
    let restored = taken::plan_before(&other);
    assert_eq!(restored.stages[1].step.expect("a step").rate.mean.get().to_bits(), 0.2_f64.to_bits());
    assert_eq!(restored.stages[2], before.stages[2]);

    session.travel(true);
    session.travel(true);
    assert_eq!(session.plan, before);
    track.follow(&session);
    assert!(content(&session, &track).learned.can_take);
}

#[test]
fn forecasts_are_kept_once_a_month_and_scored() {
    let mut session = session(plan(ARTICLE), THREE_MONTHS);
    let mut track = tracked(&session);
    let first = track.forecast_to_keep(&session).expect("a forecast");
    let saved = session.edition();
    session.keep_forecast(first);
    assert_eq!(session.edition(), saved + 1);
    assert_eq!(session.can_travel(), [false, false], "nobody takes back what nobody asked for");
    assert_eq!(track.forecast_to_keep(&session), None, "the same one is not kept again");

    // Another run of the same month takes its place.
    session.keep_forecast(KeptForecast { odds: 0.25, ..first });
    assert_eq!(session.forecasts().len(), 1);
    assert_eq!(track.forecast_to_keep(&session), Some(first));
    session.keep_forecast(first);

    // Once a later month is known the earlier one stands.
    let four = THREE_MONTHS.replace("2026-06\", \"months", "2026-07\", \"months");
    session.set_actuals(Some(four.as_str().into()));
    track.follow(&session);
    run(&mut track);
    let second = track.forecast_to_keep(&session).expect("a forecast");
    session.keep_forecast(second);
    let panel = content(&session, &track).forecasts.expect("forecasts");
    assert_eq!(panel.rows.len(), 2);
    assert_eq!(panel.rows[1].is_inside, None);
    let median = track.known().and_then(|compared| compared.landed.as_ref()).expect("a landing").goal.p50;
    let holds = first.quantiles[0] <= median && median <= first.quantiles[2];
    assert_eq!(panel.rows[0].is_inside, Some(holds));
    session.set_actuals(Some(THREE_MONTHS.into()));
    track.follow(&session);
    run(&mut track);
    assert_eq!(track.forecast_to_keep(&session), None);

    // At the end of the period all of them are scored.
    let year = THREE_MONTHS.replace("2026-06\", \"months", "2027-03\", \"months");
    session.set_actuals(Some(year.as_str().into()));
    track.follow(&session);
    run(&mut track);
    let far = KeptForecast { quantiles: [9e7, 9.5e7, 9.9e7], ..second };
    session.keep_forecast(far);
    session.keep_forecast(KeptForecast { quantiles: [1.9e7, 2e7, 2.1e7], ..first });
    let panel = content(&session, &track).forecasts.expect("forecasts");
    assert!(panel.finding.starts_with("2回中1回"), "{}", panel.finding);
    assert_eq!([panel.rows[0].is_inside, panel.rows[1].is_inside], [Some(true), Some(false)]);
    assert_eq!(PlanFile::read(&session.file().write()).expect("a plan file"), session.file());
}

#[test]
fn measures_of_the_agreement_stand_with_their_owners() {
    let mut file = PlanFile::read(&ARTICLE.replacen(
        "\"version\": 1,",
        r#""version": 1, "workbook": { "version": 1, "measures": [
            { "name": "24時間以内の対応", "owner": "inside_sales", "unit": "%", "target": 95, "direction": "up", "actuals": [90, 82, null, 99] },
            { "name": "解約の申し出", "owner": "customer_success", "unit": "件", "target": 4, "direction": "down", "actuals": [2, 5] },
            { "name": "まだ", "owner": "customer_success", "unit": "", "target": 4, "direction": "up", "actuals": [] } ] },"#,
        1,
    ))
    .expect("a plan file");
    file.actuals = Some(THREE_MONTHS.into());
    let mut session = Session::new(Language::Ja);
    session.open(file);
    let mut track = Track::default();
    track.follow(&session);
    let panel = content(&session, &track);
    // The newest of the known months, not that of a month to come.
    assert_eq!(bullets(&panel.departments[1])[2], "24時間以内の対応 82% / 計画 95% = 86% !");
    assert_eq!(bullets(&panel.departments[3]), ["解約の申し出 5件 / 計画 4件 = 80% !"]);
}

#[test]
fn records_of_files_are_looked_at() {
    let file = |records: &str| {
        let workbook = format!("\"version\": 1, \"workbook\": {{ \"version\": 1, {records} }},");
        PlanFile::read(&ARTICLE.replacen("\"version\": 1,", &workbook, 1))
            .map_err(|errors| errors.to_string())
    };
    let forecast = r#""forecasts": [ { "month": "2026-06", "odds": 0.5, "p10": 1, "p50": 2, "p90": 3 } ]"#;
    assert!(file(forecast).is_ok());
    let bad =
        r#""forecasts": [ { "month": "June", "odds": 1.5, "p11": 1 } ], "learned": [ { "before": -1 } ]"#;
    let errors = file(bad).expect_err("four errors");
    for path in ["forecasts[0].month", "forecasts[0].odds", "forecasts[0].p11", "learned[0].before"] {
        assert!(errors.contains(&format!("workbook.{path}")), "{path} in {errors}");
    }
}
