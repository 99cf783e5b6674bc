//! The plan document: every field read, every error with its path, every plan the same after writing and reading.

mod generated;
mod record;

use generated::Random;
use gyakusan_engine::plan::{Evidence, Plan, Rate, SolveFor, UncertainRate};
use gyakusan_engine::tree::{Outcome, Tree, ZeroFactor};
use serde_json::{Value, json};

const EVERYTHING: &str = include_str!("../plans/everything.json");
const DEFAULT: &str = include_str!("../plans/default.json");

#[test]
fn a_plan_is_the_same_after_writing_and_reading() {
    for text in [EVERYTHING, DEFAULT, include_str!("../plans/article.json")] {
        let plan = Plan::from_json(text).expect("a plan");
        let again = Plan::from_json(&plan.to_json()).expect("a plan");
        assert_eq!(plan, again);
    }
}

#[test]
fn absent_fields_have_their_defaults() {
    let plan = Plan::from_json(include_str!("../plans/article.json")).expect("a plan");
    let written: Value = serde_json::from_str(&plan.to_json()).expect("JSON");
    for (path, expected) in [
        ("/currency", json!("JPY")),
        ("/period/months", json!(12)),
        ("/goal/measure", json!("period_revenue")),
        ("/stages/0/owner", json!("marketing")),
        ("/stages/2/owner", json!("sales")),
        ("/stages/2/delay_months", json!(0)),
        ("/delay_cv", json!(0.6)),
        ("/deal/gross_margin", json!(1)),
        ("/channels/0/id", json!("all")),
        ("/channels/0/volume/monthly_entries", json!(1)),
        ("/channels/0/counted_at", json!("lead")),
        ("/solve_for", json!("volume")),
        ("/simulation", json!({ "seed": 1, "trials": 100_000, "confidence": 0.8 })),
    ] {
        assert_eq!(written.pointer(path), Some(&expected), "{path}");
    }
}

#[test]
fn each_error_names_path_value_and_limit() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("plan_errors.json")).expect("JSON");
    for case in cases {
        let path = case["path"].as_str().expect("a path");
        let errors = errors_after(path, case["value"].clone());
        assert_eq!(json!(errors), case["errors"], "{path}");
    }
}

#[test]
fn workbook_and_actuals_are_passed_over() {
    for field in ["/workbook", "/actuals"] {
        assert_eq!(errors_after(field, json!({ "anything": [1, 2, 3] })), Vec::<String>::new());
    }
}

#[test]
fn text_that_is_no_plan_is_refused_with_its_place() {
    for (text, error) in [
        ("", "plan: no JSON at line 1, column 1: the text ends too early"),
        ("{\n  \"version\" 1 }", "plan: no JSON at line 2, column 13: a colon is expected"),
        ("[]", "plan: a list is not an object"),
        (
            "{}",
            "version: is missing\nperiod: is missing\ngoal: is missing\nstages: is missing\ndeal: is missing",
        ),
    ] {
        assert_eq!(Plan::from_json(text).expect_err(text).to_string(), error);
    }
    let large = " ".repeat((16 << 20) + 1);
    let error = Plan::from_json(&large).expect_err("too large").to_string();
    assert_eq!(error, "plan: 16777217 bytes are more than the 16777216 a plan may have");
}

#[test]
fn damaged_documents_never_panic() {
    // Every truncation, and every byte replaced by another, of a document that uses every field.
    for end in 0..EVERYTHING.trim_end().len() {
        if let Some(text) = EVERYTHING.get(..end) {
            assert!(Plan::from_json(text).is_err(), "{end}");
        }
    }
    for place in 0..EVERYTHING.len() {
        for replacement in [b'"', b'{', b'9', b'-', b' '] {
            let mut bytes = EVERYTHING.as_bytes().to_vec();
            bytes[place] = replacement;
            if let Ok(plan) = Plan::from_json(&String::from_utf8_lossy(&bytes)) {
                assert_eq!(Plan::from_json(&plan.to_json()), Ok(plan), "{place}");
            }
        }
    }
}

/// How many arbitrary documents are tried: a million in the full test.
fn document_count() -> usize {
    if std::env::var_os("GYAKUSAN_FULL").is_some() { 1_000_000 } else { 50_000 }
}

#[test]
fn arbitrary_documents_are_plans_or_refused() {
    let mut random = Random(11);
    let everything: Value = serde_json::from_str(EVERYTHING).expect("JSON");
    let (mut plans, mut refused) = (0, 0);
    for _ in 0..document_count() {
        let mut document =
            if random.happens(0.5) { everything.clone() } else { generated::document(&mut random) };
        generated::damage(&mut random, &mut document);
        match Plan::from_json(&document.to_string()) {
            Ok(plan) => {
                plans += 1;
                assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
                if let Ok(tree) = Tree::solve(&plan) {
                    let figures =
                        [tree.solved_value, tree.multiplier, tree.expected_goal, tree.period_budget];
                    assert!(
                        figures.iter().all(|figure| figure.is_finite() && figure.is_sign_positive()),
                        "{document}"
                    );
                }
            }
            Err(errors) => {
                refused += 1;
                assert!(errors.iter().all(|error| !error.to_string().is_empty()));
            }
        }
    }
    assert!(
        plans > document_count() / 50 && refused > document_count() / 2,
        "{plans} plans, {refused} refused"
    );
    if document_count() >= 1_000_000 {
        record::record("any_document", &[document_count().to_string()]);
    }
}

#[test]
fn a_long_list_is_refused_without_reading_it() {
    let zeros = vec!["0"; 2_000_000].join(",");
    for field in ["stages", "channels", "seasonality"] {
        let text = format!(r#"{{ "version": 1, "{field}": [{zeros}] }}"#);
        let errors = Plan::from_json(&text).expect_err("too long");
        assert!(errors.iter().count() < 20, "{errors}");
        assert!(errors.to_string().contains(&format!("{field}: 2000000 items")), "{errors}");
    }
}

#[test]
fn targets_that_nothing_reaches_name_the_zero() {
    for (path, value, factor) in [
        ("/stages/1/rate/mean", json!(0), "the rate into opportunity is 0"),
        ("/stages/2/rate/mean", json!(0), "the rate into won is 0"),
        ("/deal/value/mean", json!(0), "a deal brings 0"),
        ("/channels/0/volume/monthly_budget", json!(0), "no channel that could be scaled brings anybody"),
    ] {
        let mut document: Value = serde_json::from_str(DEFAULT).expect("JSON");
        document["channels"].as_array_mut().expect("channels").truncate(1);
        *document.pointer_mut(path).expect("a place") = value;
        let tree = Tree::solve(&Plan::from_json(&document.to_string()).expect("a plan")).expect("a tree");
        let Outcome::Impossible(zero) = tree.outcome else { panic!("{path}: {:?}", tree.outcome) };
        assert_eq!(zero.to_string(), factor);
        assert!(!matches!(zero, ZeroFactor::Rate(_)) || tree.expected_goal == 0.0);
    }
}

#[test]
fn a_target_that_is_reached_already_takes_nothing() {
    let plan = Plan::from_json(DEFAULT).expect("a plan");
    let zero =
        plan.edit(|document| document.goal.target = gyakusan_engine::plan::Money::ZERO).expect("a plan");
    let tree = Tree::solve(&zero).expect("a tree");
    assert_eq!((tree.outcome, tree.multiplier), (Outcome::AlreadyReached, 0.0));
}

#[test]
fn a_requirement_without_measure_is_refused() {
    let plan = Plan::from_json(DEFAULT).expect("a plan");
    let tiny = plan.edit(|document| {
        document.goal.target = gyakusan_engine::plan::Money::new(1e15).expect("a limit");
        document.deal.value.mean = gyakusan_engine::plan::Money::new(1e-3).expect("a limit");
    });
    let error = Tree::solve(&tiny.expect("a plan")).expect_err("too many");
    assert!(error.to_string().starts_with("the target takes 266666666666666"), "{error}");
}

#[test]
fn solve_for_reads_what_it_writes() {
    for name in ["volume", "none", "deal_value", "churn", "rate:won", "delay:won", "budget:ads"] {
        assert_eq!(SolveFor::parse(name).expect("a quantity").to_string(), name);
    }
    for name in ["", "rate", "rate:", "rate:Won", "volume:ads"] {
        assert_eq!(SolveFor::parse(name), None, "{name}");
    }
}

/// The errors of the document with everything after one value has been put in.
fn errors_after(path: &str, value: Value) -> Vec<String> {
    let mut document: Value = serde_json::from_str(EVERYTHING).expect("JSON");
    let (parent, key) = path.rsplit_once('/').expect("a path");
    match document.pointer_mut(parent).expect("a parent") {
        Value::Array(items) => items[key.parse::<usize>().expect("a place")] = value,
        parent => parent[key] = value,
    }
    match Plan::from_json(&document.to_string()) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

/// `SciPy` 1.17: `fsolve` on the two tails of `scipy.stats.beta`, `brentq` on the width between its quantiles.
#[test]
fn ranges_and_abouts_become_the_rates_that_scipy_finds() {
    for (low, high, mean, evidence) in [
        (0.1, 0.2, 0.146_995_035_912, 133.882_420_647),
        (0.11, 0.2, 0.152_687_542_466, 171.100_645_359),
        (0.15, 0.2, 0.174_404_197_108, 621.744_826_323),
        (0.001, 0.5, 0.146_711_735_531, 3.626_437_046_96),
        (0.9, 0.99, 0.954_780_491_924, 52.081_080_637_5),
        (0.0001, 0.001, 0.000_448_240_903_504, 5_435.612_929_38),
        (0.49, 0.51, 0.5, 6_763.005_738_15),
    ] {
        let rate = UncertainRate::from_range(low, high).expect("a range");
        assert_rate(rate, mean, evidence);
        let (found_low, found_high) = rate.central_range(0.9);
        assert!((found_low / low - 1.0).abs() < 1e-9 && (found_high / high - 1.0).abs() < 1e-9);
    }
    for (mean, evidence) in [
        (0.15, 168.569_314_082),
        (0.25, 89.002_017_157_3),
        (0.5, 29.179_279_830_8),
        (0.9, 267.993_778_653),
        (0.01, 2_952.014_581_04),
    ] {
        assert_rate(UncertainRate::about(Rate::new(mean).expect("a rate")), mean, evidence);
    }
    assert!(UncertainRate::about(Rate::ONE).evidence.is_none());
    for (low, high) in [(0.0, 0.2), (0.2, 1.0), (0.2, 0.2), (0.3, 0.2), (0.2, 0.200_000_1), (f64::NAN, 0.5)] {
        assert_eq!(UncertainRate::from_range(low, high), None, "{low} {high}");
    }
}

#[test]
fn none_or_all_of_some_cases_leave_room() {
    for (passes, trials, expected) in [
        (18.0, 120.0, Some((0.15, 120.0))),
        (0.0, 8.0, Some((0.5 / 9.0, 9.0))),
        (8.0, 8.0, Some((8.5 / 9.0, 9.0))),
        (9.0, 8.0, None),
        (-1.0, 8.0, None),
        (0.0, 0.0, None),
    ] {
        let rate = UncertainRate::from_counts(passes, trials);
        match (rate, expected) {
            (Some(rate), Some((mean, evidence))) => assert_rate(rate, mean, evidence),
            (rate, expected) => assert!(rate.is_none() && expected.is_none(), "{passes} of {trials}"),
        }
    }
}

fn assert_rate(rate: UncertainRate, mean: f64, evidence: f64) {
    let found = (rate.mean.get(), rate.evidence.map_or(f64::NAN, Evidence::get));
    assert!((found.0 / mean - 1.0).abs() < 1e-9, "{found:?} for {mean}");
    assert!((found.1 / evidence - 1.0).abs() < 1e-8, "{found:?} for {evidence}");
}
