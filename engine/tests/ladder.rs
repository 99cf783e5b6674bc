//! Whole plans whose odds or mean are known exactly (`ladder/reference.py`): 230 generated ones, every mechanism in many.
//!
//! Each is checked within 4.9 standard errors, which a right engine misses once in a million; together their p-values
//! must look uniform, which shows errors too small for any single one.

mod record;

use gyakusan_engine::math::{ln, normal_cdf};
use gyakusan_engine::plan::Plan;
use gyakusan_engine::sim::{Odds, Simulation};
use serde_json::Value;

const SIGMAS: f64 = 4.9;

/// Trials of each plan: more in the full test.
fn trial_count() -> u32 {
    if std::env::var_os("GYAKUSAN_FULL").is_some() { 400_000 } else { 20_000 }
}

#[test]
fn generated_plans_have_the_odds_and_means_that_are_known() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("ladder/plans.json")).expect("JSON");
    assert!(cases.len() >= 200);
    let mut p_values = Vec::new();
    let (mut misses, mut worst) = (Vec::new(), 0.0_f64);
    for (number, case) in cases.iter().enumerate() {
        for (what, deviation) in deviations(case) {
            worst = worst.max(deviation.abs());
            p_values.push(2.0 * normal_cdf(-deviation.abs()));
            if deviation.abs() > SIGMAS {
                misses.push(format!(
                    "{number}: {what} is off by {deviation} standard errors: {}",
                    case["plan"]
                ));
            }
        }
    }
    assert!(misses.is_empty(), "{} of {}\n{}", misses.len(), p_values.len(), misses.join("\n"));
    let distance = distance_from_uniform(&mut p_values);
    // Kolmogorov and Smirnov's limit that chance passes once in a million.
    let limit = (ln(2.0 / 1e-6) / (2.0 * p_values.len() as f64)).sqrt();
    assert!(distance < limit, "{distance} of {limit}");
    let counts = [cases.len().to_string(), p_values.len().to_string(), trial_count().to_string()];
    record::record("known_plans", &[&counts[..], &[format!("{worst:.2}")]].concat());
}

/// How many standard errors the simulated figures lie from the known ones.
fn deviations(case: &Value) -> Vec<(&'static str, f64)> {
    let plan = Plan::from_json(&case["plan"].to_string()).unwrap_or_else(|e| panic!("{e}\n{}", case["plan"]));
    let plan = plan.edit(|document| document.simulation.trials = trial_count()).expect("a plan");
    let simulation = Simulation::new(&plan).expect("a simulation").without_details();
    let odds = Odds::of(&simulation.run(), simulation.target()).expect("trials");
    assert_eq!(odds.trials, trial_count() as usize, "every trial is counted");
    let root = (odds.trials as f64).sqrt();
    let mean = case["mean"].as_f64().expect("a mean");
    let mut deviations = vec![("mean", (odds.mean - mean) / (odds.sd / root))];
    if let Some(known) = case["probability"].as_f64() {
        let error = (known * (1.0 - known)).sqrt() / root;
        deviations.push(("probability", (odds.probability - known) / error));
    }
    deviations
}

fn distance_from_uniform(p_values: &mut [f64]) -> f64 {
    p_values.sort_by(f64::total_cmp);
    let count = p_values.len() as f64;
    let distances = p_values.iter().enumerate().map(|(place, p)| {
        let (below, above) = (place as f64 / count, (place as f64 + 1.0) / count);
        (p - below).abs().max((above - p).abs())
    });
    distances.fold(0.0, f64::max)
}

/// Whether a plan has a mechanism.
type Has<'a> = &'a dyn Fn(&Value) -> bool;

#[test]
fn every_mechanism_stands_in_many_plans() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("ladder/plans.json")).expect("JSON");
    let count = |has: &dyn Fn(&Value) -> bool| cases.iter().filter(|case| has(&case["plan"])).count();
    let any = |list: &Value, has: &dyn Fn(&Value) -> bool| {
        list.as_array().is_some_and(|items| items.iter().any(has))
    };
    let is_uncertain = |rate: &Value| rate["evidence"].is_number();
    let mechanisms: [(&str, Has); 7] = [
        ("delay", &|plan| any(&plan["stages"], &|stage| stage["delay_months"].as_f64() > Some(0.0))),
        ("pipeline", &|plan| plan["pipeline"].as_object().is_some_and(|stages| !stages.is_empty())),
        ("own rates", &|plan| {
            any(&plan["channels"], &|channel| {
                channel["rates"].as_object().is_some_and(|rates| !rates.is_empty())
            })
        }),
        ("overdispersion", &|plan| {
            any(&plan["channels"], &|channel| channel["overdispersion"].as_f64() > Some(0.0))
        }),
        ("recurring with churn", &|plan| {
            plan["deal"]["kind"] == "recurring"
                && plan["customers"]["monthly_churn"]["mean"].as_f64() > Some(0.0)
        }),
        ("expansion", &|plan| any(&plan["customers"]["expansions"], &|_| true)),
        ("uncertain rates", &|plan| any(&plan["stages"], &|stage| is_uncertain(&stage["rate"]))),
    ];
    for (name, has) in mechanisms {
        assert!(count(has) >= 25, "{name}: {}", count(has));
    }
}
