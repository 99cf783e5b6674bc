//! The landing's ends and limits.

use gyakusan_engine::actuals::{Actuals, History, NoLonger, StillNeeded, with_learned};
use gyakusan_engine::plan::{Month, Plan};
use gyakusan_engine::sim::{Fold, Odds};
use gyakusan_engine::tree::Tree;

use crate::generator::{self, Wanted};
use crate::{history, plan, two_stages};

fn odds(history: &History) -> Odds {
    let landing = history.landing(&history.posteriors()).expect("a landing");
    Odds::of(&landing.run(), landing.target()).expect("trials")
}

#[test]
fn a_full_year_is_certain() {
    for text in [
        include_str!("../../plans/default.json"),
        include_str!("../../plans/everything.json"),
        include_str!("../../plans/subscription.json"),
    ] {
        let plan = plan(text).edit(|document| document.simulation.trials = 1000).expect("a plan");
        let as_of = plan.period.last();
        let mut seen = [false; 2];
        for seed in 0..20 {
            for by_month in [false, true] {
                let wanted = Wanted { as_of, by_month, with_losses: true, draw_parameters: true };
                let history =
                    History::new(&plan, &generator::history(&plan, seed, wanted).actuals).expect("a history");
                let odds = odds(&history);
                assert!(odds.probability.to_bits() == 0 || odds.probability.to_bits() == 1_f64.to_bits());
                assert_eq!(odds.p05.to_bits(), odds.p95.to_bits());
                seen[odds.probability as usize] = true;
            }
        }
        assert_eq!(seen, [true; 2], "some years of {} reach the target and some do not", plan.name.as_str());
    }
}

/// Before anything is known but that nothing happened yet, a landing is the plan's own odds: here after one month without volume.
#[test]
fn with_nothing_known_the_landing_is_the_plan() {
    let text = include_str!("../../plans/default.json");
    let base = plan(text);
    let whole = Tree::solve(&base).expect("a tree").multiplier;
    let actuals = r#"{ "version": 1, "as_of": "2026-04", "months": [] }"#;
    let history = history(&base, actuals);
    let landing = history.landing(&history.posteriors()).expect("a landing");
    let goals = odds(&history);
    // Eleven of twelve months of a plan whose year comes to 1億円 in the mean.
    let mean = 1e8 * 11.0 / 12.0;
    assert!((goals.mean - mean).abs() < 4.9 * goals.sd / 100_000_f64.sqrt(), "{}", goals.mean);
    assert_eq!(landing.months(&landing.run()).len(), 12);
    assert!(whole > 0.0);
}

#[test]
fn chunks_in_any_order_make_the_same_landing() {
    let plan = plan(include_str!("../../plans/everything.json"));
    let plan = plan.edit(|document| document.simulation.trials = 7500).expect("a plan");
    let wanted = Wanted {
        as_of: Month::new(2026, 9).expect("a month"),
        by_month: false,
        with_losses: false,
        draw_parameters: true,
    };
    let history = History::new(&plan, &generator::history(&plan, 2, wanted).actuals).expect("a history");
    let landing = history.landing(&history.posteriors()).expect("a landing");
    let mut fold = Fold::default();
    for step in 0..landing.chunk_count() {
        fold.insert(landing.chunk((5 * step + 3) % landing.chunk_count()));
    }
    assert_eq!(fold.into_trials(), landing.run());
    assert_eq!(landing.chunk(8).goals.len(), 0);
}

#[test]
fn still_needed_gives_the_confidence_that_it_promises() {
    let plan = two_stages(
        r#"{ "mean": 0.25, "evidence": 40 }"#,
        1.0,
        r#", "channels": [ { "id": "all", "volume": { "monthly_entries": 10 } } ]"#,
    );
    let rows = r#"{ "version": 1, "as_of": "2026-08", "months": [
        { "month": "2026-04", "channel": "all", "arrivals": { "lead": 11, "won": 0 }, "revenue": 0 },
        { "month": "2026-06", "channel": "all", "arrivals": { "lead": 25, "won": 8 }, "revenue": 8000000 } ] }"#;
    let base = history(&plan, rows);
    let landing = base.landing(&base.posteriors()).expect("a landing");
    let Some(StillNeeded::Entries { per_month, multiplier, .. }) = landing.still_needed(&landing.run(), 0.8)
    else {
        panic!("reachable");
    };
    assert!((per_month - 10.0 * multiplier).abs() < 1e-9);
    // A plan that lets so many enter in the months to come is as likely as was asked.
    let more = plan.edit(|document| {
        document.channels[0].volume = gyakusan_engine::plan::Volume::Entries {
            monthly_entries: gyakusan_engine::plan::PerMonth::Even(
                gyakusan_engine::plan::Entries::new(per_month).expect("entries"),
            ),
        };
    });
    let again = odds(&history(&more.expect("a plan"), rows));
    assert!((again.probability - 0.8).abs() < 4.9 * again.standard_error + 0.005, "{}", again.probability);
}

#[test]
fn too_late_and_too_many_are_said() {
    let needed = |plan: &Plan, as_of: &str| {
        let rows = format!(
            r#"{{ "version": 1, "as_of": "{as_of}", "months": [
            {{ "month": "2026-05", "channel": "all", "arrivals": {{ "lead": 20, "won": 1 }}, "revenue": 1000000 }} ] }}"#
        );
        let history = history(plan, &rows);
        let landing = history.landing(&history.posteriors()).expect("a landing");
        landing.still_needed(&landing.run(), 0.8).expect("trials")
    };
    let slow = two_stages(r#"{ "mean": 0.25 }"#, 6.0, "");
    let StillNeeded::NoLonger { reason: NoLonger::TooLate { in_time }, open_alone } =
        needed(&slow, "2027-02")
    else {
        panic!("too late");
    };
    assert!(in_time < 0.05 && open_alone < 0.01);
    let few = two_stages(r#"{ "mean": 0.25 }"#, 0.0, "");
    assert!(matches!(needed(&few, "2027-02"), StillNeeded::NoLonger { reason: NoLonger::TooMany, .. }));
    assert!(matches!(needed(&few, "2027-03"), StillNeeded::NoLonger { reason: NoLonger::PeriodOver, .. }));
    let low =
        few.edit(|document| document.goal.target = gyakusan_engine::plan::Money::new(1e6).expect("money"));
    let StillNeeded::Entries { multiplier, per_month, .. } = needed(&low.expect("a plan"), "2026-10") else {
        panic!("nothing is needed");
    };
    assert!(multiplier.to_bits() == 0 && per_month.to_bits() == 0);
}

#[test]
fn recurring_deals_start_from_the_customers_of_the_last_month() {
    let plan = plan(include_str!("../../plans/subscription.json"));
    let plan = plan.edit(|document| document.simulation.trials = 20_000).expect("a plan");
    let actuals = r#"{ "version": 1, "as_of": "2027-02", "prospects": [],
        "customers": { "active": 50, "monthly_fees": 6000000, "lost": 4, "customer_months": 396 } }"#;
    let history = history(&plan, actuals);
    let learned = history.posteriors();
    let churn = learned.churn.as_ref().expect("a churn").learned.mean.get();
    assert!((churn - 12.0 / 1196.0).abs() < 1e-9);
    let landing = history.landing(&learned).expect("a landing");
    let odds = Odds::of(&landing.run(), landing.target()).expect("trials");
    // One month is left: twelve times the fees of those who stay and of that month's wins.
    let entries = plan.channels.iter().map(|channel| channel.volume.monthly_arrivals()[0]).sum::<f64>();
    let tree = Tree::solve(&plan).expect("a tree");
    let rates: f64 = learned.rates.iter().map(|rate| rate.learned.mean.get()).product();
    let mean = 12.0 * (6e6 * (1.0 - churn) + tree.multiplier * entries * rates * 1e5);
    assert!((odds.mean - mean).abs() < 4.9 * odds.sd / 20_000_f64.sqrt(), "{} of {mean}", odds.mean);
}

#[test]
fn taking_in_what_was_learned_gives_its_means() {
    let base = plan(include_str!("../../plans/everything.json"));
    let as_of = Month::new(2026, 12).expect("a month");
    let wanted = Wanted { as_of, by_month: false, with_losses: true, draw_parameters: true };
    let actuals = generator::history(&base, 11, wanted).actuals;
    let history = History::new(&base, &actuals).expect("a history");
    let (learned, delays) = (history.posteriors(), history.delays());
    let taken = with_learned(&base, &learned, &delays).expect("a plan");
    let rate = learned.rates.iter().find(|rate| rate.source == "rate:opportunity@ads").expect("a rate");
    let id = gyakusan_engine::plan::Id::new("opportunity").expect("an id");
    assert_eq!(taken.channels[0].rates.get(&id), Some(&rate.learned));
    let before = base.channels[0].volume.cost_per_entry().expect("a cost");
    let after = taken.channels[0].volume.cost_per_entry().expect("a cost");
    assert!((before / after - learned.volumes[0].factor).abs() < 1e-12);
    assert!(!delays.is_empty());
    for delay in &delays {
        let stage = taken.stages.iter().find(|stage| stage.id == delay.stage).expect("a stage");
        assert_eq!(stage.step.map(|step| step.delay_months.get().to_bits()), Some(delay.months.to_bits()));
    }
    assert_eq!(Actuals::from_json(&actuals.to_json(), &taken), Ok(actuals));
}

#[test]
fn volumes_are_compared_with_the_solved_plan_where_the_record_begins() {
    let base = plan(include_str!("../../plans/funnel.json"));
    let base = base.edit(|document| {
        for channel in &mut document.channels {
            channel.uncertainty =
                gyakusan_engine::plan::CoefficientOfVariation::new(0.5).expect("a variation");
        }
    });
    let base = base.expect("a plan");
    let tree = Tree::solve(&base).expect("a tree");
    // Visits are not recorded, so leads are compared: of the first channel twice as many as planned, of the second nothing is known.
    let planned = tree.channels[0][1][0];
    let rows = format!(
        r#"{{ "version": 1, "as_of": "2026-04", "months": [
            {{ "month": "2026-04", "channel": "search", "arrivals": {{ "lead": {}, "mql": 3 }} }} ] }}"#,
        (2.0 * planned).round()
    );
    let volumes = history(&base, &rows).posteriors().volumes;
    assert_eq!(volumes[0].stage.as_str(), "lead");
    assert!((volumes[0].expected / planned - 1.0).abs() < 1e-12);
    assert!((volumes[0].factor - 1.9).abs() < 0.1, "{}", volumes[0].factor);
    assert!(volumes[1].density.is_none() && volumes[1].uncertainty.get() > 0.49);
}
