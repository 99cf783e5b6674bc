//! What is taken in: the known actuals, counts by month, what does not fit, and the report.

use super::*;

#[test]
fn tables_of_two_departments_give_the_known_actuals_and_undo_brings_the_older_ones_back() {
    let files = [("marketing.csv", GOLDEN[0]), ("sales.csv", GOLDEN[1])];
    let mut importing = chosen(&files);
    finish(&mut importing, &files);
    let mut known = Actuals::read(GOLDEN_ACTUALS).expect("actuals");
    let Record::Prospects(prospects) = &mut known.record else { panic!("prospects") };
    for prospect in prospects {
        prospect.email.clear();
        prospect.company.clear();
    }
    let made = outcome(&importing).made.clone().expect("actuals");
    let mut found = Actuals::read(&made.actuals).expect("actuals");
    found.as_of = known.as_of;
    assert_eq!(found, known);
    let mut session = Session::new(Language::Ja);
    session.set_actuals(Some("{\"old\":1}".into()));
    let edition = session.edition();
    assert!(session.take_in(&mut importing, false, None));
    assert!(session.edition() > edition, "it is to be saved");
    assert_eq!(session.file().actuals.as_deref(), Some(&*made.actuals));
    assert!(importing.files().is_empty());
    session.travel(true);
    assert_eq!(actuals_of(&session).as_deref(), Some("{\"old\":1}"));
    session.travel(false);
    assert_eq!(actuals_of(&session).as_deref(), Some(&*made.actuals));
    session.remove_actuals();
    assert_eq!(actuals_of(&session), None);
    session.travel(true);
    assert!(actuals_of(&session).is_some());
}

#[test]
fn counts_by_month_are_those_of_the_prospects() {
    let actuals = Actuals::read(GOLDEN_ACTUALS).expect("actuals");
    let Record::Prospects(prospects) = &actuals.record else { panic!("prospects") };
    let plan = plan();
    let counted = monthly::monthly(&actuals, &plan).expect("counts");
    counted.check(&plan).expect("counts of the plan");
    let Record::Months(rows) = &counted.record else { panic!("counts") };
    assert_eq!(rows.len(), 3 * plan.period.iter().take_while(|month| *month <= actuals.as_of).count());
    for row in rows {
        let own = || prospects.iter().filter(|prospect| prospect.channel == row.channel);
        for stage in &plan.stages {
            let day = |prospect: &&gyakusan_engine::actuals::Prospect| {
                prospect.entered.get(&stage.id).is_some_and(|day| day.month() == row.month)
            };
            let count = own().filter(day).count() as u32;
            assert_eq!(
                row.arrivals.get(&stage.id).copied().unwrap_or(0),
                count,
                "{} {}",
                row.month,
                stage.id
            );
        }
        let lost = own().filter(|prospect| prospect.lost.is_some_and(|day| day.month() == row.month)).count();
        assert_eq!(row.losses.values().sum::<u32>() as usize, lost);
    }
    let revenue: f64 = rows.iter().filter_map(|row| row.revenue).map(Money::get).sum();
    let sold: f64 = prospects.iter().filter_map(|prospect| prospect.amount).map(Money::get).sum();
    assert!((revenue - sold).abs() < 1.0, "{revenue} {sold}");
    assert!(monthly::monthly(&counted, &plan).is_none());
}

#[test]
fn actuals_beyond_the_device_s_room_say_so_with_the_way_out() {
    let files = [("marketing.csv", MARKETING), ("sales.csv", SALES)];
    let mut importing = chosen(&files);
    finish(&mut importing, &files);
    let small = panel(&importing).report.expect("a report");
    assert_eq!(small.actions, [("import-take", "取り込む")]);
    let Reading::Done(outcome) = &mut importing.reading else { panic!("done") };
    let made = outcome.made.as_mut().expect("actuals");
    let by_month = made.by_month.clone().expect("counts");
    let long = format!("{}{}", made.actuals, " ".repeat(report::MAX_SAVED));
    made.actuals = long.into();
    for language in [Language::Ja, Language::En] {
        let large = importing.panel(&plan(), language, true).report.expect("a report");
        assert_eq!(
            large.actions.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
            ["import-count", "import-take"]
        );
        assert_ne!(large.actions[1].1, "取り込む", "it says that nothing is saved");
        let note = &large.notes[0];
        let parts = if language == Language::Ja {
            ["4MB", "計画ファイル"]
        } else {
            ["4 MB", "save the plan as a file"]
        };
        assert!(parts.iter().all(|part| note.contains(part)), "{note}");
    }
    let mut session = Session::new(Language::Ja);
    let mut counted = importing.clone();
    assert!(session.take_in(&mut counted, true, None));
    assert_eq!(actuals_of(&session), Some(by_month));
    assert!(session.take_in(&mut importing, false, None));
    assert!(session.screen.notice.as_ref().is_some_and(|notice| notice.text.contains("計画ファイル")));
}

#[test]
fn the_report_is_saved_whole() {
    let files = [("marketing.csv", MARKETING), ("sales.csv", SALES)];
    let mut importing = chosen(&files);
    finish(&mut importing, &files);
    let session = Session::new(Language::Ja);
    let file = session.import_report(&importing).expect("a file");
    let text = String::from_utf8(file.bytes).expect("text");
    let report = &outcome(&importing).report;
    let kept = report.issues.len() + report.conflicts.len() + report.unjoined.len();
    assert!(text.lines().count() > kept, "{text}");
    assert!(text.contains("展示会"), "{text}");
    let shown = panel(&importing).report.expect("a report");
    assert!(shown.findings.iter().all(|(_, sentences, _)| sentences.len() <= 10));
    assert!(shown.has_findings);
}
