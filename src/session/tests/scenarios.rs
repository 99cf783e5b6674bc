//! Scenarios: kept, named, compared on the same luck, made the plan, and every step taken back.

use gyakusan_engine::sim::{Comparison, Simulation};

use super::*;
use crate::session::panel::ScenariosPanel;

const RATE: Field = Field::Step(2, StepField::Rate);

/// A session with few trials.
fn session() -> Session {
    let mut session = Session::new(Language::Ja);
    type_into(&mut session, Field::Run(RunField::Trials), "5500");
    session
}

fn type_into(session: &mut Session, field: Field, text: &str) {
    session.type_into(field, text);
    session.commit(field);
}

fn edit(session: &mut Session, edit: ScenarioEdit) {
    session.edit(Edit::Scenario(edit));
}

/// Runs the plan, then every scenario that has not been run; how many were.
fn run(session: &mut Session) -> usize {
    finish(session);
    let mut count = 0;
    while let Some(mut job) = session.scenario_job() {
        assert!(session.compares_with(job.revision()));
        let mut worker = Worker::default();
        while let Some(task) = job.next_task() {
            let news = job.take(worker.perform(&task, job.trials()).expect("a reply"));
            session.receive(job.revision(), job.trials_done(), news);
        }
        assert!(job.is_done());
        count += 1;
    }
    count
}

fn names(session: &Session) -> Vec<&str> {
    session.scenarios().iter().map(|scenario| scenario.name.as_str()).collect()
}

fn row(panel: &ScenariosPanel, name: &str) -> Vec<String> {
    let mut rows = panel.table.iter().flat_map(|(_, rows)| rows);
    let found = rows.find(|row| row.name == name).unwrap_or_else(|| panic!("no row {name}: {panel:#?}"));
    found.figures.iter().map(|(figure, _)| figure.clone()).collect()
}

#[test]
fn what_is_kept_is_called_by_what_differs() {
    let mut session = session();
    edit(&mut session, ScenarioEdit::Keep);
    type_into(&mut session, RATE, "30");
    edit(&mut session, ScenarioEdit::Keep);
    type_into(&mut session, Field::Deal(DealField::Value), "600万");
    edit(&mut session, ScenarioEdit::Keep);
    assert_eq!(names(&session), ["最初の計画", "受注率を30%に", "平均受注単価を600万円に"]);
    edit(&mut session, ScenarioEdit::Keep);
    assert_eq!(session.scenarios().len(), Scenario::MAX);
    session.choose(Choice::ScenarioName(1), "  強気 ");
    assert_eq!(names(&session)[1], "強気");
    session.choose(Choice::ScenarioName(1), &"長".repeat(200));
    assert_eq!(names(&session)[1].chars().count(), 120);
    session.choose(Choice::ScenarioName(1), "");
    assert_eq!(session.scenarios_panel().rows[2].name, "シナリオC");
    session.choose(Choice::ScenarioName(7), "nobody");
}

#[test]
fn every_step_is_taken_back_and_done_again() {
    let mut session = session();
    type_into(&mut session, RATE, "30");
    edit(&mut session, ScenarioEdit::Keep);
    session.choose(Choice::ScenarioName(0), "B");
    type_into(&mut session, RATE, "35");
    edit(&mut session, ScenarioEdit::Replace(0));
    edit(&mut session, ScenarioEdit::Remove(0));
    let notice = session.screen.notice.clone().expect("a notice");
    assert_eq!(notice.text, "「受注率を35%に」を削除しました");
    assert!(session.scenarios().is_empty());
    session.travel(true);
    assert_eq!((names(&session), session.screen.notice.as_ref()), (vec!["受注率を35%に"], None));
    session.travel(true);
    assert_eq!(names(&session), ["B"]);
    session.travel(true);
    assert_eq!(
        (names(&session), RATE.value(session.plan())),
        (vec!["B"], 0.3),
        "the rate is a step of its own"
    );
    session.travel(true);
    assert_eq!(names(&session), ["受注率を30%に"]);
    session.travel(true);
    assert!(session.scenarios().is_empty());
    for _ in 0..5 {
        session.travel(false);
    }
    assert!(session.scenarios().is_empty() && (RATE.value(session.plan()) - 0.35).abs() < 1e-12);
}

#[test]
fn a_scenario_becomes_the_plan_and_the_plan_before_can_be_kept() {
    let mut session = session();
    type_into(&mut session, RATE, "30");
    edit(&mut session, ScenarioEdit::Keep);
    type_into(&mut session, RATE, "20");
    type_into(&mut session, Field::Run(RunField::Seed), "7");
    let before = session.plan().clone();
    edit(&mut session, ScenarioEdit::Promote(0));
    assert!((RATE.value(session.plan()) - 0.3).abs() < 1e-12);
    assert_eq!(session.plan().simulation, before.simulation, "the odds stay those that were compared");
    assert_eq!(
        session.screen.notice.as_ref().expect("a notice").text,
        "「受注率を30%に」をいまの計画にしました"
    );
    assert_eq!(session.scenarios_panel().offer.as_deref(), Some("前の計画を B に残す"));
    edit(&mut session, ScenarioEdit::KeepFormer);
    assert_eq!(session.scenarios()[0].document.plan, before);
    assert_eq!((session.scenarios_panel().offer, names(&session)), (None, vec!["受注率を20%に"]));
    session.travel(true);
    session.travel(true);
    assert_eq!((session.plan(), names(&session)), (&before, vec!["受注率を30%に"]));
    session.travel(false);
    type_into(&mut session, RATE, "31");
    assert_eq!(session.scenarios_panel().offer, None, "the plan before last is no longer at hand");
}

#[test]
fn each_scenario_has_the_figures_of_its_plan_alone() {
    let mut session = session();
    edit(&mut session, ScenarioEdit::Keep);
    session.edit(Edit::Solve(Wanted::Revenue));
    type_into(&mut session, Field::Channel(0, ChannelField::Budget), "40万");
    edit(&mut session, ScenarioEdit::Keep);
    type_into(&mut session, RATE, "30");
    assert_eq!(run(&mut session), 2);
    let current = Simulation::new(session.plan()).expect("a simulation");
    let trials = current.run();
    for place in 0..2 {
        let plan = session.compared(place);
        let simulation = Simulation::new(&plan).expect("a simulation").without_details();
        let alone = simulation.run();
        let summary = Summary::of(&plan, &simulation, &alone).expect("a summary");
        let (run, is_done) = session.lineup.of(&plan).expect("a run");
        assert!(is_done);
        assert_eq!(run.summary.as_deref(), Some(&summary));
        let mean = session.summary.as_ref().expect("a summary").odds.mean;
        let found =
            Comparison::of_hits((&session.hits, mean), (&run.hits, summary.odds.mean)).expect("trials");
        let whole = Comparison::of((&current, &trials), (&simulation, &alone)).expect("trials");
        assert_eq!((found.trials, found.probability.to_bits()), (5500, whole.probability.to_bits()));
        assert_eq!(found.standard_error.to_bits(), whole.standard_error.to_bits());
        assert!((found.mean - whole.mean).abs() < 1e-6 * mean);
        assert!(
            (found.probability
                - (summary.odds.probability - session.summary.as_ref().expect("a summary").odds.probability))
                .abs()
                < 1e-12
        );
    }
}

#[test]
fn only_what_has_changed_is_run_again() {
    let mut session = session();
    edit(&mut session, ScenarioEdit::Keep);
    type_into(&mut session, RATE, "30");
    edit(&mut session, ScenarioEdit::Keep);
    assert_eq!(run(&mut session), 2);
    type_into(&mut session, RATE, "31");
    assert_eq!(run(&mut session), 0, "typing lets no scenario run again");
    edit(&mut session, ScenarioEdit::Replace(0));
    assert_eq!(run(&mut session), 1);
    type_into(&mut session, Field::Run(RunField::Seed), "7");
    let panel = session.scenarios_panel();
    assert!(
        panel.rows[1].is_interim && !panel.rows[1].chance.is_empty(),
        "older figures stand, and are marked"
    );
    assert_eq!(run(&mut session), 2, "other luck is other trials");
    type_into(&mut session, Field::Run(RunField::Trials), "6000");
    let job = session.scenario_job().expect("a job");
    type_into(&mut session, Field::Run(RunField::Trials), "7000");
    assert!(!session.compares_with(job.revision()), "its trials are too few now");
    // What comes late of it is nobody's.
    session.scenario_job();
    assert!(!session.receive(job.revision(), 1, None));
}

#[test]
fn the_panel_says_what_differs_and_by_how_much() {
    let mut session = session();
    edit(&mut session, ScenarioEdit::Keep);
    let panel = session.scenarios_panel();
    assert_eq!(panel.keep, (false, "B はいまの計画と同じです".to_owned()));
    assert_eq!(panel.findings[0].to_string(), "B はいまの計画と同じです");
    session.edit(Edit::Solve(Wanted::Revenue));
    type_into(&mut session, Field::Channel(0, ChannelField::Budget), "9万");
    assert_eq!(session.scenarios_panel().findings[0].to_string(), "B を計算しています");
    run(&mut session);
    let panel = session.scenarios_panel();
    assert_eq!((panel.count.as_str(), panel.rows.len()), ("2 / 4", 2));
    let finding = panel.findings[0].to_string();
    assert!(finding.starts_with("B は A より ") && finding.contains("ポイント 届きやすい（±0."), "{finding}");
    assert_eq!(row(&panel, "検索広告の月予算"), ["9万円", "18万円"]);
    assert_eq!(row(&panel, "リード数"), ["420件", "534件"]);
    assert_eq!(row(&panel, "答え"), ["売上", "リード数"]);
    assert_eq!(row(&panel, "A との差")[0], "—");
    let labels: Vec<_> = panel.table[2].1.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(labels, ["検索広告の月予算", "答え"], "only what differs");
    let plot = panel.plot.expect("curves");
    assert_eq!(plot.shapes.iter().filter(|(class, _)| class.starts_with("overlay-")).count(), 2);
    // The curve meets the target's line at the chance.
    let summary = session.summary.as_ref().expect("a summary");
    let histogram = &summary.histogram;
    let below: u32 = histogram.counts[..histogram.target_bin].iter().sum();
    assert!((1.0 - f64::from(below) / 5500.0 - summary.odds.probability).abs() < 1e-12);
}

#[test]
fn differences_that_the_trials_cannot_tell_are_none() {
    let mut session = session();
    edit(&mut session, ScenarioEdit::Keep);
    // The plan needs so many more leads that both are as likely.
    type_into(&mut session, RATE, "25.01");
    run(&mut session);
    let finding = session.scenarios_panel().findings[0].to_string();
    assert!(finding.starts_with("B と A"), "{finding}");
}

#[test]
fn plans_of_other_funnels_are_compared_where_they_meet() {
    for language in [Language::Ja, Language::En] {
        let mut session = Session::new(language);
        type_into(&mut session, Field::Run(RunField::Trials), "1000");
        for template in Template::ALL {
            edit(&mut session, ScenarioEdit::Keep);
            session.edit(Edit::Template(template));
            type_into(&mut session, Field::Run(RunField::Trials), "1000");
        }
        session.edit(Edit::AddCustomers);
        session.edit(Edit::Season(SeasonShape::QuarterEnds));
        run(&mut session);
        let panel = session.scenarios_panel();
        assert_eq!(panel.rows.len(), 4);
        let shown = format!("{panel:?}");
        for wrong in ["NaN", "inf", "{0}"] {
            assert!(!shown.contains(wrong), "{wrong}: {shown}");
        }
        for (_, rows) in &panel.table {
            assert!(rows.iter().all(|row| row.figures.len() == 4));
        }
    }
}

#[test]
fn scenarios_come_from_where_they_were_saved() {
    let mut session = session();
    let scenario = Scenario {
        name: gyakusan_engine::plan::Name::new("A").expect("a name"),
        document: session.document(),
    };
    session.set_scenarios(vec![scenario; 5]);
    assert_eq!(session.scenarios().len(), Scenario::MAX);
    assert_eq!(run(&mut session), 1, "the same plan is run once");
    session.set_scenarios(Vec::new());
    assert!(session.scenarios_panel().rows.len() == 1 && !session.scenarios_panel().empty.is_empty());
}
