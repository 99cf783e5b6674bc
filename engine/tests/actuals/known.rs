//! Figures that are known: closed forms, and those of `reference.json`.

use gyakusan_engine::actuals::{Actuals, History, RateEvidence};
use gyakusan_engine::math;
use gyakusan_engine::plan::{Evidence, Plan};
use gyakusan_engine::sim::Odds;
use serde_json::Value;

use crate::{history, is_full, two_stages};

const SIGMAS: f64 = 4.9;

#[test]
fn without_open_cases_the_posterior_is_the_beta_of_the_counts() {
    for (a, b, passes, losses) in [
        (1.0, 1.0, 0.0, 0.0),
        (20.0, 60.0, 9.0, 21.0),
        (0.05, 0.05, 1.0, 1.0),
        (0.4, 1.6, 3.0, 0.0),
        (1e6, 9e6, 4.0, 0.0),
        (0.002, 1.998, 0.0, 0.0),
        (1e-4, 1e-3, 0.0, 0.0),
    ] {
        let evidence = RateEvidence { passes, losses, open: Vec::new() };
        let density = evidence.posterior(a, b).expect("a density");
        let (a, b) = (a + passes, b + losses);
        let (mean, variance) = (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1.0)));
        assert!((density.mean() / mean - 1.0).abs() < 1e-9, "Beta({a}, {b}): {}", density.mean());
        assert!((density.variance() / variance - 1.0).abs() < 1e-8, "Beta({a}, {b}): {}", density.variance());
        for u in [1e-6, 0.01, 0.05, 0.5, 0.95, 0.999_999] {
            let quantile = density.quantile(u);
            let found = math::beta_i(a, b, quantile);
            // Rates that are very near to 0 or 1 are taken for them.
            let is_end = !(1e-290..1.0).contains(&quantile);
            assert!((found - u).abs() < 2e-5 || is_end, "Beta({a}, {b}) at {u}: {found}");
        }
        for z in [-7.0, 7.0] {
            let found = density.at_normal(z);
            let below =
                if z < 0.0 { math::beta_i(a, b, found) } else { math::beta_i_complement(a, b, found) };
            let wanted = math::normal_cdf(-7.0);
            // The ends of a rate are reached where a float cannot tell it from 0 or 1.
            assert!(
                (below / wanted - 1.0).abs() < 0.02 || !(1e-290..1.0).contains(&found),
                "Beta({a}, {b}) at {z}: {below}"
            );
        }
    }
}

#[test]
fn open_cases_whose_time_is_over_have_failed_and_fresh_ones_say_nothing() {
    let over = RateEvidence { passes: 3.0, losses: 0.0, open: vec![(1.0, 17.0)] }.posterior(2.0, 8.0);
    let lost = RateEvidence { passes: 3.0, losses: 17.0, open: Vec::new() }.posterior(2.0, 8.0);
    let fresh = RateEvidence { passes: 3.0, losses: 0.0, open: vec![(0.0, 1e9)] }.posterior(2.0, 8.0);
    let [over, lost, fresh] = [over, lost, fresh].map(|density| density.expect("a density").mean());
    assert!((over - lost).abs() < 1e-12 && (over - 5.0 / 30.0).abs() < 1e-9);
    assert!((fresh - 5.0 / 13.0).abs() < 1e-9);
}

#[test]
fn one_open_case_of_half_its_time_is_worked_out_by_hand() {
    // Uniform before: density 1 − p/2 over 3/4, so the mean is (1/2 − 1/6) ÷ (3/4).
    let evidence = RateEvidence { passes: 0.0, losses: 0.0, open: vec![(0.5, 1.0)] };
    let density = evidence.posterior(1.0, 1.0).expect("a density");
    assert!((density.mean() - 4.0 / 9.0).abs() < 1e-9);
    assert!((density.quantile(0.5) - (2.0 - 2.5_f64.sqrt())).abs() < 1e-5);
}

#[test]
fn a_wish_counts_for_two_and_certainty_for_ever() {
    let rows = r#"{ "version": 1, "as_of": "2026-04", "months": [
        { "month": "2026-04", "channel": "all", "arrivals": { "lead": 40, "won": 10 } } ] }"#;
    for (rate, mean, evidence) in [
        (r#"{ "mean": 0.5 }"#, 11.0 / 42.0, Some(42.0)),
        (r#"{ "mean": 0.5, "evidence": 8 }"#, 14.0 / 48.0, Some(48.0)),
        (r#"{ "mean": 1 }"#, 1.0, None),
        (r#"{ "mean": 0 }"#, 0.0, None),
    ] {
        let plan = two_stages(rate, 0.0, "");
        let learned = &history(&plan, rows).posteriors().rates[0];
        assert!((learned.learned.mean.get() - mean).abs() < 1e-9, "{rate}");
        assert!(
            (learned.learned.evidence.map_or(0.0, Evidence::get) - evidence.unwrap_or(0.0)).abs() < 1e-5,
            "{rate}"
        );
    }
}

#[test]
fn everything_comes_out_as_it_does_elsewhere() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference.json")).expect("JSON");
    assert!(cases.len() >= 7);
    for case in &cases {
        let name = case["name"].as_str().expect("a name");
        let plan = Plan::from_json(&case["plan"].to_string()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let actuals = Actuals::from_json(&case["actuals"].to_string(), &plan);
        let actuals = actuals.unwrap_or_else(|e| panic!("{name}: {e}"));
        let history = History::new(&plan, &actuals).unwrap_or_else(|e| panic!("{name}: {e}"));
        check_posteriors(name, &history, &case["expected"]);
        check_landing(name, &plan, &history, &case["expected"]);
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn check_posteriors(name: &str, history: &History, expected: &Value) {
    let learned = history.posteriors();
    for (rate, expected) in learned.rates.iter().zip(expected["rates"].as_array().expect("rates")) {
        let density = rate.density.as_ref().expect("a density");
        let sd = number(&expected["variance"]).sqrt();
        let close = |what: &str, found: f64, known: f64, tolerance: f64| {
            assert!(
                (found - known).abs() <= tolerance,
                "{name}: {what} of {}: {found}, known {known}",
                rate.source
            );
        };
        close("mean", density.mean(), number(&expected["mean"]), 1e-8);
        close("variance", density.variance(), number(&expected["variance"]), 1e-9);
        for (key, u) in [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)] {
            close(key, density.quantile(u), number(&expected[key]), 3e-4 * sd);
        }
    }
    let (volume, expected_volume) = (&learned.volumes[0], &expected["volume"]);
    assert!((volume.factor - number(&expected_volume["factor"])).abs() < 1e-6, "{name}: {}", volume.factor);
    let uncertainty = volume.uncertainty.get();
    assert!((uncertainty - number(&expected_volume["uncertainty"])).abs() < 1e-5, "{name}: {uncertainty}");
    let known: Vec<f64> =
        expected["delays"].as_array().expect("delays").iter().filter_map(Value::as_f64).collect();
    let measured: Vec<f64> = history.delays().iter().map(|delay| delay.months).collect();
    assert_eq!(measured.len(), known.len(), "{name}: delays");
    for (found, known) in measured.iter().zip(&known) {
        assert!((found / known - 1.0).abs() < 1e-4, "{name}: delay {found}, known {known}");
    }
}

fn check_landing(name: &str, plan: &Plan, history: &History, expected: &Value) {
    let trial_count = if is_full() { 400_000 } else { 40_000 };
    let plan = plan.edit(|document| document.simulation.trials = trial_count).expect("a plan");
    let actuals = history.actuals();
    let history = History::new(&plan, actuals).expect("a history");
    let landing = history.landing(&history.posteriors()).expect("a landing");
    let so_far = landing.so_far().revenue();
    assert!((so_far - number(&expected["revenue_so_far"])).abs() < 1e-6, "{name}: {so_far} so far");
    let trials = landing.run();
    let odds = Odds::of(&trials, landing.target()).expect("trials");
    let root = f64::from(trial_count).sqrt();
    let off = (odds.mean - number(&expected["mean"])) / (odds.sd / root);
    assert!(
        off.abs() < SIGMAS,
        "{name}: mean {} is off by {off} standard errors from {}",
        odds.mean,
        expected["mean"]
    );
    if let Some(known) = expected["probability"].as_f64() {
        let off = (odds.probability - known) / ((known * (1.0 - known)).sqrt() / root);
        assert!(
            off.abs() < SIGMAS,
            "{name}: {} is off by {off} standard errors from {known}",
            odds.probability
        );
    }
    if let Some(known) = expected["multiplier"].as_f64() {
        use gyakusan_engine::actuals::StillNeeded;
        let needed = landing.still_needed(&trials, 0.8).expect("trials");
        let StillNeeded::Entries { multiplier, standard_error, .. } = needed else {
            panic!("{name}: {needed:?}")
        };
        assert!(
            (multiplier - known).abs() < SIGMAS * standard_error,
            "{name}: {multiplier} ± {standard_error}, known {known}"
        );
    }
}
