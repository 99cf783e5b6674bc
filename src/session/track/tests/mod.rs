//! The actuals of small plans, beside figures worked out here from the raw numbers.

mod kept;
mod said;

use std::sync::Arc;

use gyakusan_engine::plan::Plan;
use gyakusan_engine::report::Forecast;

use super::*;
use crate::document::Document;
use crate::share::PlanFile;
use crate::text::Language;

const ARTICLE: &str = include_str!("../../../../engine/plans/article.json");
const DEFAULT: &str = include_str!("../../../../engine/plans/default.json");

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
fn subscriptions_land_too() {
    let text = include_str!("../../../../engine/plans/subscription.json");
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
