//! Golden cases: plans whose tree and odds are known from elsewhere, each a file that a person can read.
//!
//! Odds are checked within 4.9 standard errors of the run itself, which a right engine misses once in a million.

use gyakusan_engine::plan::{Plan, SolveFor};
use gyakusan_engine::sim::{Odds, Simulation, VolumeAnswer, required_volume};
use gyakusan_engine::tree::Tree;
use serde_json::Value;

/// How many standard errors a simulated figure may lie from the known one.
const SIGMAS: f64 = 4.9;

const CASES: [(&str, &str); 6] = [
    ("article", include_str!("golden/article.json")),
    ("default", include_str!("golden/default.json")),
    ("forward", include_str!("golden/forward.json")),
    ("inquiries", include_str!("golden/inquiries.json")),
    ("june", include_str!("golden/june.json")),
    ("mixed", include_str!("golden/mixed.json")),
];

#[test]
fn every_case_comes_out() {
    for (name, text) in CASES {
        let case: Value = serde_json::from_str(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        check(name, &case);
    }
}

fn check(name: &str, case: &Value) {
    assert!(case["source"].is_string(), "{name}: a golden case says where its answer comes from");
    let plan = Plan::from_json(&case["plan"].to_string()).unwrap_or_else(|e| panic!("{name}: {e}"));
    check_tree(name, &plan, &case["tree"]);
    if case["odds"].is_object() {
        check_odds(name, &plan, &case["odds"]);
    }
}

fn check_tree(name: &str, plan: &Plan, expected: &Value) {
    let tree = Tree::solve(plan).unwrap_or_else(|e| panic!("{name}: {e}"));
    close(name, "expected_goal", tree.expected_goal, &expected["expected_goal"]);
    close(name, "multiplier", tree.multiplier, &expected["multiplier"]);
    close(name, "period_budget", tree.period_budget, &expected["period_budget"]);
    for (stage, expected) in tree.stages.iter().zip(expected["stages"].as_array().expect("stages")) {
        close(name, stage.id.as_str(), stage.expected, &expected["expected"]);
        if plan.solve_for == SolveFor::Volume {
            assert_eq!(Some(stage.required()), expected["required"].as_f64(), "{name}: {}", stage.id);
        }
        let by_month: f64 = stage.monthly.iter().sum();
        assert!((by_month - stage.expected).abs() <= 1e-9 * stage.expected, "{name}: months of {}", stage.id);
    }
}

fn close(name: &str, what: &str, found: f64, expected: &Value) {
    let Some(expected) = expected.as_f64() else { return };
    assert!(
        (found - expected).abs() <= 1e-12 * expected.abs(),
        "{name}: {what} is {found}, expected {expected}"
    );
}

fn check_odds(name: &str, plan: &Plan, expected: &Value) {
    let simulation = Simulation::new(plan).unwrap_or_else(|e| panic!("{name}: {e}"));
    let trials = simulation.run();
    let odds = Odds::of(&trials, simulation.target()).unwrap_or_else(|| panic!("{name}: no trials"));
    let count = odds.trials as f64;
    near(name, "probability", odds.probability, expected, odds.standard_error);
    near(name, "mean", odds.mean, expected, odds.sd / count.sqrt());
    // The standard error of a standard deviation is below 2·sd/√(2N) for every spread that a plan has here.
    near(name, "sd", odds.sd, expected, 2.0 * odds.sd / (2.0 * count).sqrt());
    for (confidence, entries) in expected["entries_for"].as_object().into_iter().flatten() {
        let confidence: f64 = confidence.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
        let answer = required_volume(&simulation, &trials, confidence);
        let Some(VolumeAnswer::Reached(volume)) = answer else { panic!("{name}: {answer:?}") };
        let tree = Tree::at_multiplier(plan, volume.multiplier).unwrap_or_else(|e| panic!("{name}: {e}"));
        let found = tree.period_entries;
        let error = found * volume.standard_error / volume.multiplier;
        let expected = entries.as_f64().expect("a number of entries");
        // The known figure is itself rounded to whole entries.
        let allowed = SIGMAS * error + 0.5;
        assert!(
            (found - expected).abs() <= allowed,
            "{name}: {found} entries for {confidence}, expected {expected}"
        );
    }
}

fn near(name: &str, what: &str, found: f64, expected: &Value, standard_error: f64) {
    let Some(known) = expected[what].as_f64() else { return };
    let known_error = expected["known_within"][what].as_f64().unwrap_or(0.0);
    let allowed = SIGMAS * standard_error + known_error;
    assert!((found - known).abs() <= allowed, "{name}: {what} is {found}, expected {known} within {allowed}");
}
