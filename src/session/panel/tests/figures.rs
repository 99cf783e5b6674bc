//! Panels of the figures, held to what is known from elsewhere: the engine's own report, closed forms, sums.

use gyakusan_engine::plan::{Plan, SolveFor};
use gyakusan_engine::sim::{Simulation, Trials};
use gyakusan_engine::tree::Tree;

use crate::session::panel::*;
use crate::session::{Answer, Edit, Figure, Question, Summary, View};
use crate::text::Language;

/// A session with every answer about a plan.
pub(crate) fn answered(language: Language, plan: &Plan) -> Session {
    let mut session = Session::new(language);
    session.screen.view = View::Odds;
    let plan = plan
        .edit(|document| document.simulation.trials = document.simulation.trials.min(20_000))
        .expect("a plan");
    session.plan = plan;
    session.tree = Tree::solve(&session.plan).expect("a tree");
    answer(&mut session);
    session
}

/// Reads the point nearest to a place; gives whether it is another one.
fn read_at(session: &mut Session, figure: Figure, at: f64) -> bool {
    let point = session.nearest_point(figure, at);
    session.read_point(figure, point)
}

/// Brings every answer about the session's plan.
fn answer(session: &mut Session) {
    let simulation = Simulation::new(&session.plan).expect("a simulation");
    let trials: Trials = simulation.run();
    let summary = Summary::of(&session.plan, &simulation, &trials).expect("a summary");
    session.summary = Some(summary);
    session.run = crate::session::Run::Done;
    for question in Question::ALL {
        let answer = Answer::to(question, &session.plan, &trials).expect("an answer");
        session.answers.take(answer);
    }
}

fn plan(text: &str) -> Plan {
    Plan::from_json(text).expect("a plan")
}

fn default_plan() -> Plan {
    plan(include_str!("../../../../engine/plans/default.json"))
}

fn rows(figure: &FigurePanel) -> &[RowPanel] {
    match &figure.drawing {
        Drawing::Rows(rows) => rows,
        Drawing::Plot(_) => &[],
    }
}

fn plot(figure: &FigurePanel) -> &PlotPanel {
    match &figure.drawing {
        Drawing::Plot(plot) => plot,
        Drawing::Rows(_) => panic!("a plot"),
    }
}

#[test]
fn dots_count_the_outcomes_that_reach() {
    let session = answered(Language::Ja, &default_plan());
    let dots = session.odds().dots.expect("dots");
    assert_eq!((dots.reached.len(), dots.sentence.as_str()), (20, "20回中9回 届く"));
    // From the least to the greatest: the hits come last.
    assert!(dots.reached.windows(2).all(|pair| pair[0] <= pair[1]));
}

#[test]
fn the_fans_last_month_is_the_strips() {
    let session = answered(Language::Ja, &default_plan());
    let fan = session.figure(Figure::Fan).expect("a fan");
    let odds = session.summary.as_ref().expect("odds").odds.clone();
    let last = fan.rows.last().expect("a month");
    let written =
        [odds.p10, odds.p25, odds.p50, odds.p75, odds.p90].map(|amount| session.money(amount).to_string());
    assert_eq!(last[0], "2027年3月");
    assert_eq!(last[1..], written);
    assert_eq!((fan.rows.len(), fan.points.len()), (12, 12));
    assert!(fan.title.starts_with("まん中の見込みは期末に"), "{}", fan.title);
    let labels: Vec<_> = plot(&fan).labels.iter().map(|label| label.text.to_string()).collect();
    assert_eq!(labels[1], format!("P50 {}", session.money(odds.p50)));
    assert_eq!(labels[3], "売上目標 1億円");
}

#[test]
fn the_curve_goes_through_the_plan_and_the_required_volume() {
    for text in [
        include_str!("../../../../engine/plans/default.json"),
        include_str!("../../../../engine/plans/everything.json"),
    ] {
        let session = answered(Language::Ja, &plan(text));
        let curve = session.figure(Figure::Curve).expect("a curve");
        let chance = |text: &str| {
            text.trim_end_matches(['%', '未', '満', '以', '上']).parse::<u32>().expect("a chance")
        };
        let chances: Vec<_> = curve.rows.iter().map(|row| chance(&row[1])).collect();
        assert!(chances.windows(2).all(|pair| pair[0] <= pair[1]), "{chances:?}");
        let strip = session.strip();
        let required = strip.required.expect("a count").to_string();
        let row = curve.rows.iter().find(|row| row[0] == required).expect("the required volume");
        assert_eq!(row[1], "80%");
        let planned = strip.chance.expect("a chance").to_string();
        assert!(curve.rows.iter().any(|row| row[1] == planned));
        assert_eq!(plot(&curve).dots.len(), 2);
        assert!(plot(&curve).dots[1].2, "the required volume is the answer");
    }
}

#[test]
fn ranges_are_relative_to_the_plan() {
    let session = answered(Language::Ja, &default_plan());
    let funnel = session.figure(Figure::Funnel).expect("ranges");
    assert_eq!(funnel.title, "下の段階ほど、計画からのずれが大きくなります");
    let spread = session.answers.stages.as_ref().expect("stages")[1];
    // Half the scale is the plan: 80 meetings.
    let (start, width) = rows(&funnel)[1].bar;
    assert!((start - 50.0 * spread.p10 / 80.0).abs() < 1e-9);
    assert!((start + width - 50.0 * spread.p90 / 80.0).abs() < 1e-9);
    assert_eq!(funnel.rows[1][1], "80件");
    assert!(
        funnel.notes[0].contains("80% なら 5.8倍") || funnel.notes[0].contains("80% なら 5.9倍"),
        "{funnel:?}"
    );
}

#[test]
fn the_cheapest_lever_is_the_volume_and_what_lies_beyond_says_so() {
    let session = answered(Language::Ja, &default_plan());
    let levers = session.figure(Figure::Levers).expect("levers");
    let rows = rows(&levers);
    assert_eq!(levers.title, "80% にするには、リード数がいちばん安く済みます");
    assert_eq!(rows.iter().filter(|row| row.is_answer).count(), 1);
    assert_eq!(
        (rows[0].name.as_str(), rows[0].is_answer, rows[0].figures[0].as_str()),
        ("リード数", true, "534件")
    );
    let lead = session.cheapest().expect("a sentence").to_string();
    assert!(
        lead.starts_with("80% にするには、リード数を 534件 から ")
            && lead.contains("いちばん安く済みます（広告費 月35.6万円 → "),
        "{lead}"
    );
    let row = |name: &str| rows.iter().find(|row| row.name == name).expect("a lever");
    assert_eq!(row("受注率").warning, "目安 15–20% を超えます");
    assert_eq!(row("商談化率").warning, "目安 11–20% を超えます");
    assert_eq!(row("平均受注単価").warning, "実績の幅 439–567万円 の外です");
    assert!(row("記事・資料").warning.starts_with("いまの2.98倍"), "{:?}", row("記事・資料"));
    assert!(levers.notes[0].starts_with("リード数・"), "{:?}", levers.notes);
    assert!(levers.notes[0].contains("どれを1割よくしても効きめが同じです（平均どおりなら売上 +10%）"));
}

#[test]
fn where_entries_come_in_later_a_tenth_is_not_worth_the_same() {
    let session = answered(Language::Ja, &plan(include_str!("../../../../engine/plans/everything.json")));
    let levers = session.figure(Figure::Levers).expect("levers");
    let note = levers.notes.last().expect("a note");
    assert!(note.starts_with("1割よくしたときの売上"), "{note}");
    // Referrals and the opening pipeline pass the win rate too, so it is worth more than the volume of ads.
    let place = |name: &str| note.find(name).expect("a lever");
    assert!(place("受注率") < place("集める件数"), "{note}");
}

#[test]
fn a_lever_goes_into_the_plan_and_comes_back() {
    let mut session = answered(Language::Ja, &default_plan());
    let before = session.plan.clone();
    let levers = session.figure(Figure::Levers).expect("levers");
    let rate =
        rows(&levers).iter().find(|row| row.name == "商談化率").and_then(|row| row.lever).expect("a place");
    session.edit(Edit::TakeLever(rate));
    assert_eq!(session.plan.solve_for, SolveFor::Nothing);
    assert!((session.tree.stages[0].expected - 1600.0 / 3.0).abs() < 1e-6, "the volume stands");
    // The levers are an older plan's now: no second one can be taken before the answers come.
    let taken = session.plan.clone();
    assert!(session.figure(Figure::Levers).expect("levers").is_interim);
    session.edit(Edit::TakeLever(rate));
    assert_eq!(session.plan, taken);
    answer(&mut session);
    assert_eq!(session.strip().chance.expect("a chance").to_string(), "80%");
    session.travel(true);
    assert_eq!(session.plan, before);
}

#[test]
fn shares_add_up_and_luck_stands_first() {
    for (language, title) in [(Language::Ja, "は偶然、"), (Language::En, " of the spread is luck, ")] {
        let session = answered(language, &default_plan());
        let variance = session.figure(Figure::Variance).expect("shares");
        assert!(variance.title.contains(title), "{}", variance.title);
        let rows = rows(&variance);
        assert_eq!(rows[0].look, Look::Luck);
        let width: f64 = rows.iter().map(|row| row.bar.1).sum();
        assert!((width - 100.0).abs() < 1e-9);
        assert!(rows[1].bar.1 > rows[2].bar.1);
        assert!(!rows[1].note.is_empty());
    }
}

/// Keys go from point to point, a pointer finds the nearest one.
#[test]
fn a_drawing_is_read_point_by_point() {
    let mut session = answered(Language::Ja, &default_plan());
    let points = session.figure(Figure::Fan).expect("a fan").points.len();
    assert!(session.read_key(Figure::Fan, points, "ArrowRight"));
    assert!(session.read_key(Figure::Fan, points, "ArrowRight"));
    assert_eq!(session.screen.reading, Some((Figure::Fan, 1)));
    assert!(session.read_key(Figure::Fan, points, "End"));
    assert!(session.read_key(Figure::Fan, points, "ArrowRight"));
    assert_eq!(session.screen.reading, Some((Figure::Fan, 11)));
    let spoken = session.figure(Figure::Fan).and_then(|fan| fan.spoken(11)).expect("a month").to_string();
    assert!(spoken.starts_with("2027年3月"), "{spoken}");
    assert!(read_at(&mut session, Figure::Fan, 26.0));
    assert_eq!(session.screen.reading, Some((Figure::Fan, 2)));
    assert!(!read_at(&mut session, Figure::Fan, 25.5), "the same point again");
    assert!(session.read_key(Figure::Fan, points, "Escape"));
    assert!(!session.read_key(Figure::Fan, points, "Tab"));
    assert_eq!(session.screen.reading, None);
}

/// Plans at their ends have figures too, in both languages, without a number that is none.
#[test]
fn every_plan_has_figures() {
    let default = default_plan();
    let edited = |change: &dyn Fn(&mut gyakusan_engine::plan::PlanDocument)| {
        default.edit(|document| change(document)).expect("a plan")
    };
    let mean = |rate| gyakusan_engine::plan::Rate::new(rate).expect("a rate");
    let plans = [
        plan(include_str!("../../../../engine/plans/article.json")),
        plan(include_str!("../../../../engine/plans/everything.json")),
        edited(&|document| document.goal.target = gyakusan_engine::plan::Money::ZERO),
        edited(&|document| document.stages[1].step.as_mut().expect("a step").rate.mean = mean(0.0)),
        edited(&|document| document.stages[1].step.as_mut().expect("a step").rate.mean = mean(1.0)),
        edited(&|document| document.solve_for = SolveFor::Nothing),
        edited(&|document| document.period.months = 1),
        edited(&|document| document.period.months = 60),
    ];
    for plan in &plans {
        let plan = plan.edit(|document| document.simulation.trials = 1000).expect("a plan");
        let mut session = answered(Language::Ja, &plan);
        for language in [Language::Ja, Language::En] {
            session.language = language;
            let odds = session.odds();
            let shown = format!("{odds:?}");
            for wrong in ["NaN", "inf,", "{0}", "{1}", "—"] {
                assert!(!shown.contains(wrong), "{wrong} in {shown}");
            }
            for figure in Figure::ALL {
                let Some(panel) = session.figure(figure) else { continue };
                assert!(!panel.title.is_empty() && !panel.reading.is_empty());
                for row in &panel.rows {
                    assert!(row.len() == panel.head.len(), "{figure:?}: {row:?}");
                }
            }
        }
    }
}
