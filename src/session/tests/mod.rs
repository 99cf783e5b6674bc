//! A session as a user has it: typing, leaving a field, reading what is shown.

mod known;
mod reading;
mod scenarios;
mod supply;
mod tree;

use super::*;
use crate::text::number::Written;

fn session(language: Language) -> Session {
    Session::new(language)
}

/// What the tree shows: the headline and every count, from the won deal to the first stage.
fn tree(session: &Session) -> (String, Vec<String>) {
    let panel = session.tree_panel();
    let counts =
        panel.columns.iter().map(|column| format!("{}{}", column.count.field.text, column.count.field.unit));
    (panel.headline.to_string(), counts.collect())
}

/// Runs the simulation to its last odds; the questions that follow are not answered.
fn finish(session: &mut Session) {
    let mut job = session.job();
    let mut worker = Worker::default();
    while let Some(task) = job.next_task() {
        let news = job.take(worker.perform(&task, job.trials()).expect("a reply"));
        session.receive(job.revision(), job.trials_done(), news);
    }
}

#[test]
fn the_page_opens_answered() {
    let (headline, counts) = tree(&session(Language::Ja));
    assert_eq!(headline, "売上1億円には、年534件のリードが必要です。");
    assert_eq!(counts, ["20件", "80件", "534件"]);
    let (headline, counts) = tree(&session(Language::En));
    assert_eq!(headline, "¥100M needs 534 leads a year.");
    assert_eq!(counts, ["20", "80", "534"]);
}

#[test]
fn typing_a_target_answers_on_the_keystroke() {
    for text in ["2億", "２億", "20000万", "２００００万", "200,000,000円", "2億円", "200M"] {
        let mut session = session(Language::Ja);
        session.type_into(Field::Target, text);
        assert_eq!(tree(&session).1, ["40件", "160件", "1,067件"], "{text}");
        assert_eq!(session.strip().target.text, text, "the text stands as typed");
        session.commit(Field::Target);
        assert_eq!(session.tree_panel().target.text, "2億");
    }
}

#[test]
fn one_number_has_many_spellings() {
    for text in ["１２０００万", "1.2億", "120,000,000円"] {
        let mut session = session(Language::Ja);
        session.type_into(Field::Target, text);
        assert!((session.plan().goal.target.get() - 1.2e8).abs() < f64::EPSILON, "{text}");
    }
}

#[test]
fn a_bad_text_keeps_the_last_good_answer_and_is_judged_on_leaving() {
    for (field, text, sentence) in [
        (
            Field::Target,
            "abc",
            "売上の「abc」は、1文字目の「a」で読めなくなります。1.2億 や 15 のように入れてください。",
        ),
        (Field::Target, "", "売上が空です。数字を入れてください。"),
        (Field::Target, "-5", "売上が −5円 です。0円以上にしてください。"),
        (Field::Step(1, StepField::Rate), "120", "商談化率が 120% です。100%以下にしてください。"),
        (Field::Step(2, StepField::Rate), "5億", "受注率に「億」は使えません。単位を取ってください。"),
        (Field::Channel(0, ChannelField::Cost), "0", "検索広告のCPAが 0円 です。0 より大きくしてください。"),
        (Field::Run(RunField::Seed), "1.5", "乱数の種が 1.5 です。整数にしてください。"),
    ] {
        let mut session = session(Language::Ja);
        let before = (tree(&session), session.revision());
        session.type_into(field, text);
        assert_eq!(error(&session, field), None, "{text} is judged while typing");
        session.commit(field);
        assert_eq!(error(&session, field).as_deref(), Some(sentence));
        assert_eq!((tree(&session), session.revision()), before, "{text}");
    }
}

#[test]
fn a_target_out_of_reach_says_what_it_would_take() {
    let mut session = session(Language::Ja);
    session.type_into(Field::Deal(DealField::Value), "0.00001円");
    session.commit(Field::Deal(DealField::Value));
    let error = error(&session, Field::Deal(DealField::Value)).expect("a refusal");
    assert!(error.contains("計算できる 1,000,000,000,000件 を超えます"), "{error}");
    assert_eq!(tree(&session).1, ["20件", "80件", "534件"]);
}

#[test]
fn escape_takes_back_what_was_typed() {
    let mut session = session(Language::Ja);
    session.type_into(Field::Step(1, StepField::Rate), "3");
    session.type_into(Field::Step(1, StepField::Rate), "30");
    assert_eq!(tree(&session).1[2], "267件");
    session.restore(Field::Step(1, StepField::Rate));
    assert_eq!(tree(&session).1[2], "534件");
    assert_eq!(session.tree_panel().columns[2].rate.field.text, "15");
}

#[test]
fn arrows_move_by_round_steps() {
    let mut session = session(Language::Ja);
    session.step(Field::Step(1, StepField::Rate), 1.0);
    assert_eq!(session.tree_panel().columns[2].rate.field.text, "16");
    session.step(Field::Step(1, StepField::Rate), -10.0);
    assert_eq!(session.tree_panel().columns[2].rate.field.text, "6");
    session.step(Field::Step(1, StepField::Rate), -10.0);
    assert_eq!(session.tree_panel().columns[2].rate.field.text, "0");
    assert_eq!(tree(&session).0, "商談化率が 0% なので、何件集めても売上1億円には届きません。");
    // What no number of leads brings about has no number of leads, month by month or in sum.
    let leads = &session.calendar().stages[0].figures;
    assert!(leads.iter().chain(&session.calendar().pace.rows[0].figures).all(|figure| figure == "—"));
    assert_eq!(session.season().months[0].count.as_ref().map(|(count, _)| count.as_str()), Some("—"));
    session.step(Field::Deal(DealField::Value), 1.0);
    assert_eq!(session.tree_panel().columns[0].rate.field.text, "505");
}

#[test]
fn channels_supply_what_the_target_takes_or_say_what_is_missing() {
    let mut session = session(Language::Ja);
    let balance = |session: &Session| session.channels().balance.expect("a balance").0.to_string();
    assert_eq!(balance(&session), "年540件。必要な534件に 6件の余裕");
    session.type_into(Field::Channel(0, ChannelField::Budget), "9");
    assert_eq!(balance(&session), "年420件。必要な534件に 114件の不足。予算をあと月7.33万円で足ります");
    let panel = session.channels();
    assert_eq!(panel.budget, Written { number: "27".into(), unit: "万円".into() });
    let figure = panel::CellPanel::Figure(Written { number: "10".into(), unit: String::new() });
    assert_eq!((&panel.rows[0].entries, panel.entries.as_str()), (&figure, "35"));
    session.edit(Edit::RemoveChannel(0));
    session.edit(Edit::AddChannel(NewChannel::Bought));
    let names: Vec<_> = session.channels().rows.iter().map(|row| row.name.text.clone()).collect();
    assert_eq!(names, ["ウェビナー", "記事・資料", "新しいチャネル"]);
}

#[test]
fn the_odds_are_the_engines_own() {
    let mut session = session(Language::Ja);
    assert!(session.figure(Figure::Histogram).is_none());
    finish(&mut session);
    let report = gyakusan_engine::report::Report::of_plan(session.plan()).expect("a report");
    let summary = session.summary.as_ref().expect("answers");
    assert_eq!(summary.odds, report.odds.expect("odds").odds);
    let strip = session.strip();
    assert_eq!(strip.chance.expect("a chance").to_string(), "45%");
    assert_eq!(strip.required.expect("a count").to_string(), "770件");
    assert_eq!(strip.more.as_deref(), Some("+236件"));
    let odds = session.odds();
    assert_eq!(odds.headline.to_string(), "この計画どおりにリードを集めても、1億円に届く確率は 45% です。");
    let lead = odds.lead.to_string();
    assert_eq!(
        lead,
        "80% にするには、リードを 534件 から 770件 に増やします（広告費 月35.6万円 → 月51.3万円）。"
    );
    assert!(!odds.is_interim);
}

#[test]
fn the_histograms_table_holds_every_trial() {
    let mut session = session(Language::En);
    finish(&mut session);
    let histogram = session.figure(Figure::Histogram).expect("a histogram");
    let shares = histogram.rows.iter().filter_map(|row| row[1].strip_suffix('%'));
    let sum: f64 = shares.map(|share| share.parse::<f64>().expect("a share")).sum();
    // Each row is rounded to a tenth of a percent.
    assert!((sum - 100.0).abs() <= 0.05 * histogram.rows.len() as f64, "{sum}");
    let panel::Drawing::Plot(plot) = histogram.drawing else { panic!("a plot") };
    assert_eq!(plot.labels[0].text.to_string(), "Target ¥100M");
}

#[test]
fn answers_of_an_older_plan_are_dropped() {
    let mut session = session(Language::Ja);
    finish(&mut session);
    let old = session.summary.clone();
    session.type_into(Field::Target, "2億");
    assert!(session.is_interim());
    session.receive(
        0,
        100_000,
        old.clone().map(|summary| News::Summary(Box::new(summary), session.hits.clone())),
    );
    assert!(session.is_interim(), "the old plan's answers are not the new one's");
    finish(&mut session);
    assert_ne!(session.summary, old);
    session.type_into(Field::Target, "1億");
    finish(&mut session);
    assert_eq!(session.summary, old, "the same plan gives the same answers again");
}

#[test]
fn a_stopped_run_says_where_it_stands() {
    let mut session = session(Language::Ja);
    session.receive(0, 19_000, None);
    session.set_stopped(true);
    assert_eq!(session.odds().run.state.to_string(), "19,000回で止めました");
    session.set_stopped(false);
    assert_eq!(session.odds().run.state.to_string(), "計算中 19,000 / 100,000回");
}

#[test]
fn every_panel_of_every_state_can_be_shown_in_both_languages() {
    for language in [Language::Ja, Language::En] {
        for (field, text) in [
            (Field::Target, "0"),
            (Field::Target, "1000兆"),
            (Field::Step(1, StepField::Rate), "0"),
            (Field::Step(2, StepField::Rate), "100"),
            (Field::Deal(DealField::Value), "0"),
            (Field::Channel(0, ChannelField::Budget), "0"),
            (Field::Channel(0, ChannelField::Name), "=HYPERLINK(\"x\")<script>"),
        ] {
            let mut session = session(language);
            session.type_into(field, text);
            session.commit(field);
            finish(&mut session);
            let shown = format!(
                "{:?}{:?}{:?}{:?}",
                session.strip(),
                session.tree_panel(),
                session.channels(),
                session.odds()
            );
            for wrong in ["NaN", "inf", "-0"] {
                assert!(!shown.contains(wrong), "{language:?} {field:?} {text}: {wrong}");
            }
        }
    }
}

fn error(session: &Session, field: Field) -> Option<String> {
    session.field(field).expect("a field").error
}

#[test]
fn undo_takes_a_rejected_text_back_and_nothing_else() {
    let mut session = session(Language::Ja);
    session.type_into(Field::Step(1, StepField::Rate), "20");
    session.commit(Field::Step(1, StepField::Rate));
    session.type_into(Field::Target, "abc");
    session.commit(Field::Target);
    session.travel(true);
    assert_eq!(session.unfolded_tree().target.error, None);
    assert_eq!(tree(&session).1, ["20件", "80件", "400件"], "the rate stands");
    session.travel(true);
    assert_eq!(tree(&session).1, ["20件", "80件", "534件"]);
}
