//! The actuals of small plans, beside figures worked out here from the raw numbers.

use std::sync::Arc;

use gyakusan_engine::plan::Plan;
use gyakusan_engine::report::Forecast;

use super::*;
use crate::document::Document;
use crate::share::PlanFile;
use crate::text::Language;

const ARTICLE: &str = include_str!("../../../engine/plans/article.json");
const DEFAULT: &str = include_str!("../../../engine/plans/default.json");

/// Three months of the article's plan: 125 leads, 15 meetings, 4 deals.
const THREE_MONTHS: &str = r#"{ "version": 1, "as_of": "2026-06", "months": [
    { "month": "2026-04", "channel": "all", "arrivals": { "lead": 40, "opportunity": 4, "won": 1 }, "revenue": 5000000 },
    { "month": "2026-05", "channel": "all", "arrivals": { "lead": 44, "opportunity": 6, "won": 2 }, "revenue": 10000000 },
    { "month": "2026-06", "channel": "all", "arrivals": { "lead": 41, "opportunity": 5, "won": 1 }, "revenue": 5000000 }
] }"#;

/// Two months of the default plan's channels, with what they cost.
const CHANNELS: &str = r#"{ "version": 1, "as_of": "2026-05", "months": [
    { "month": "2026-04", "channel": "search", "arrivals": { "lead": 18, "opportunity": 4, "won": 1 }, "revenue": 4800000, "spend": 180000 },
    { "month": "2026-05", "channel": "search", "arrivals": { "lead": 22, "opportunity": 3 }, "spend": 180000 },
    { "month": "2026-04", "channel": "webinar", "arrivals": { "lead": 15, "opportunity": 2, "won": 1 }, "revenue": 5500000, "spend": 120000 },
    { "month": "2026-05", "channel": "webinar", "arrivals": { "lead": 12, "opportunity": 1, "won": 1 }, "revenue": 5200000, "spend": 120000 },
    { "month": "2026-04", "channel": "content", "arrivals": { "lead": 9, "opportunity": 1 }, "spend": 60000 },
    { "month": "2026-05", "channel": "content", "arrivals": { "lead": 4, "opportunity": 0 }, "spend": 60000 }
] }"#;

fn plan(text: &str) -> Plan {
    // Fewer trials than the page's own: these tests are of what is shown of them.
    let plan = Plan::from_json(text).expect("a plan");
    plan.edit(|document| document.simulation.trials = 4000).expect("a plan")
}

fn session(plan: Plan, actuals: &str) -> Session {
    let mut session = Session::new(Language::Ja);
    let document = Document { plan, workbook: crate::document::Workbook::default() };
    session.open(PlanFile { actuals: Some(actuals.into()), ..PlanFile::from(document) });
    session
}

fn tracked(session: &Session) -> Track {
    let mut track = Track::default();
    track.follow(session);
    run(&mut track);
    track
}

fn run(track: &mut Track) {
    while track.is_running() {
        track.slice();
    }
}

fn content(session: &Session, track: &Track) -> ContentPanel {
    track.panel(session).and_then(|panel| panel.content).expect("a content")
}

/// A share in whole percent.
fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}

/// A bullet as it is read: name, actual, plan, attainment, and whether it is behind.
fn bullets(panel: &DepartmentPanel) -> Vec<String> {
    let line = |bullet: &BulletPanel| {
        let mark = if bullet.attainment.is_behind { " !" } else { "" };
        format!("{} {} / {} = {}{mark}", bullet.name, bullet.actual, bullet.plan, bullet.attainment.text)
    };
    panel.bullets.iter().map(line).collect()
}

#[test]
fn departments_stand_beside_what_the_plan_expects_by_now() {
    // 1億 ÷ 500万 = 20 deals, ÷ 25 % = 80 meetings, ÷ 15 % = 533.3 leads a year; a quarter of each by June.
    let (leads, meetings, deals) = (533.333_333 / 4.0, 80.0 / 4.0, 20.0 / 4.0);
    let reached =
        [125.0 / leads, 15.0 / meetings, 15.0 / 125.0 / 0.15, 4.0 / deals, 4.0 / 15.0 / 0.25].map(percent);
    assert_eq!(reached, ["94%", "75%", "80%", "80%", "107%"]);
    let session = session(plan(ARTICLE), THREE_MONTHS);
    let panel = content(&session, &tracked(&session));
    assert_eq!(bullets(&panel.departments[0]), ["リード数 125件 / 計画 133件 = 94%"]);
    assert_eq!(
        bullets(&panel.departments[1]),
        ["商談数 15件 / 計画 20件 = 75% !", "商談化率 12% / 計画 15% = 80% !"]
    );
    assert_eq!(
        bullets(&panel.departments[2]),
        [
            "受注件数 4件 / 計画 5件 = 80% !",
            "受注率 26.7% / 計画 25% = 107%",
            "平均受注単価 500万円 / 計画 500万円 = 100%"
        ]
    );
    assert!(panel.departments[3].bullets.is_empty());
}

#[test]
fn the_plan_expects_what_its_delays_let_arrive() {
    let delayed = ARTICLE
        .replace("\"rate\": { \"mean\": 0.15 }", "\"rate\": { \"mean\": 0.15 }, \"delay_months\": 1")
        .replacen("\"version\": 1,", "\"version\": 1, \"delay_cv\": 0, \"solve_for\": \"none\", \"channels\": [ { \"id\": \"all\", \"volume\": { \"monthly_entries\": 100 } } ],", 1);
    let session = session(plan(&delayed), THREE_MONTHS);
    let panel = content(&session, &tracked(&session));
    // Everybody takes a month exactly, so two of three months' leads are there: 15 % of 200, a quarter of which is won.
    let plans: Vec<_> = panel.funnel.rows.iter().map(|row| row.plan.as_str()).collect();
    assert_eq!(plans, ["300", "30", "7.5", "3,750万円"]);
    assert_eq!(bullets(&panel.departments[1])[1], "商談化率 12% / 計画 10% = 120%");
}

#[test]
fn costs_and_channels_are_those_of_the_rows() {
    let session = session(plan(DEFAULT), CHANNELS);
    let mut track = tracked(&session);
    let panel = content(&session, &track);
    // 720,000 yen for 80 leads; the plan pays 9,000, 8,000 and 6,000 yen for 20, 15 and 10 leads.
    let paid = 2.0 * (180_000.0 + 120_000.0 + 60_000.0) / f64::from(18 + 22 + 15 + 12 + 9 + 4);
    let planned = (20.0 * 9000.0 + 15.0 * 8000.0 + 10.0 * 6000.0) / (20.0 + 15.0 + 10.0);
    assert_eq!(format!("{paid} {planned} {}", percent(planned / paid)), "9000 8000 89%");
    // 533.3 leads a year are 88.9 in two months.
    let marketing = bullets(&panel.departments[0]);
    assert_eq!(marketing, ["リード数 80件 / 計画 89件 = 90%", "CPA 9,000円 / 計画 8,000円 = 89% !"]);
    let names: Vec<_> = panel.funnel.channels.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names, ["すべて", "検索広告", "ウェビナー", "記事・資料"]);
    let rows = |track: &Track| -> Vec<String> {
        let row = |row: &FunnelRow| {
            let rate = row.rate.as_ref().map_or_else(String::new, |[name, rate]| format!(" {name} {rate}"));
            format!("{} {} / {} = {}{rate}", row.name, row.actual, row.plan, row.attainment.text)
        };
        content(&session, track).funnel.rows.iter().map(row).collect()
    };
    track.choose(TrackPress::Channel(2));
    track.choose(TrackPress::Span(Span::Month));
    // A third of the leads: 533.3 ÷ 12 ÷ 3 = 14.8, of which 15 % and a quarter of these, each 500万円.
    assert_eq!(
        rows(&track),
        [
            "リード 12 / 14.8 = 81%",
            "商談 1 / 2.2 = 45% 商談化率 8.3%",
            "受注 1 / 0.6 = 180% 受注率 100%",
            "売上 520万円 / 278万円 = 187%"
        ]
    );
    track.choose(TrackPress::Channel(0));
    track.choose(TrackPress::Span(Span::Period));
    let whole = rows(&track);
    assert_eq!(whole[0], "リード 80 / 533 = 15%");
    assert!(content(&session, &track).funnel.rows.iter().all(|row| !row.attainment.is_behind));
    track.choose(TrackPress::Span(Span::Quarter));
    assert_eq!(rows(&track)[0], "リード 80 / 88.9 = 90%".replace("88.9", "89"));
}

#[test]
fn the_landing_is_that_of_the_forecast() {
    for (text, actuals) in [(ARTICLE, THREE_MONTHS), (DEFAULT, CHANNELS)] {
        let plan = plan(text);
        let read = Actuals::from_json(actuals, &plan).expect("actuals");
        let forecast = Forecast::of(&plan, &read).expect("a forecast");
        let expected = forecast.landing.expect("a landing").odds;
        let session = session(plan, actuals);
        let track = tracked(&session);
        let landed = track.known().and_then(|compared| compared.landed.as_ref()).expect("a landing");
        assert_eq!(landed.odds.to_bits(), expected.probability.to_bits());
        let shown = [landed.goal.p10, landed.goal.p50, landed.goal.p90].map(f64::to_bits);
        assert_eq!(shown, [expected.p10, expected.p50, expected.p90].map(f64::to_bits));
        let needed = forecast.still_needed.expect("an answer").entries_per_month;
        let Some(StillNeeded::Entries { per_month, .. }) = landed.needed else { panic!("reachable") };
        assert_eq!(Some(per_month), needed);
    }
}

#[test]
fn interim_figures_come_first_and_a_new_plan_starts_again() {
    let mut session =
        session(plan(ARTICLE).edit(|plan| plan.simulation.trials = 10_000).expect("a plan"), THREE_MONTHS);
    let mut track = Track::default();
    track.follow(&session);
    let before = track.panel(&session).expect("a panel");
    assert_eq!(before.headline.to_string(), "3か月目まで: 達成確率を計算しています。");
    let mut seen = 0;
    while track.is_running() {
        if track.slice() {
            seen += 1;
            let figure = content(&session, &track).figure.expect("a figure");
            assert_eq!(figure.is_interim, seen < 3, "{seen}");
        }
    }
    assert_eq!(seen, 3);
    assert!(!track.is_behind(&session));
    let plan = session.plan.edit(|document| document.simulation.seed = 7).expect("a plan");
    let tree = Tree::solve(&plan).expect("a tree");
    session.replace(plan, tree, None);
    assert!(track.is_behind(&session));
    track.follow(&session);
    assert!(track.is_running());
}

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

#[test]
fn subscriptions_land_too() {
    let text = include_str!("../../../engine/plans/subscription.json");
    let plan = plan(text);
    let stages: Vec<_> = plan.stages.iter().map(|stage| stage.id.to_string()).collect();
    let (first, last) = (stages[0].clone(), stages[stages.len() - 1].clone());
    let channel = &plan.channels[0].id;
    let actuals = format!(
        r#"{{ "version": 1, "as_of": "{}", "months": [ {{ "month": "{0}", "channel": "{channel}", "arrivals": {{ "{first}": 30, "{last}": 2 }} }} ],
            "customers": {{ "active": 60, "monthly_fees": 6150000, "lost": 1, "customer_months": 60 }} }}"#,
        plan.period.start
    );
    let actuals: Arc<str> = actuals.into();
    let session = session(plan, &actuals);
    let track = tracked(&session);
    let panel = content(&session, &track);
    let churn = panel.departments[3].bullets.first().expect("churn");
    assert_eq!(churn.actual.to_string(), "1.7%");
    assert!(panel.figure.is_some() && panel.cards.len() == 3);
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
