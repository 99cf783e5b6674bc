//! Every sampler against distribution functions from `SciPy` (`tests/samplers/reference.py`), and against `rand_distr`.

#[path = "../../tests/record/mod.rs"]
mod record;

use rand::Rng;
use rand_distr::Distribution;
use serde_json::Value;

use super::binomial::binomial;
use super::gamma::gamma;
use super::luck::DealSum;
use super::normal::normal;
use super::parameter::{Market, Parameter};
use super::poisson::poisson;
use super::{Quantity, Stream};
use crate::math;
use crate::plan::{CoefficientOfVariation, Evidence, Rate, UncertainRate};

/// Draws at each parameter point: a million in the full test.
const DRAWS: usize = if IS_FULL { 1_000_000 } else { 50_000 };

/// Asked when the test is built, since the engine reads no environment.
const IS_FULL: bool =
    option_env!("GYAKUSAN_FULL").is_some() || option_env!("GYAKUSAN_FULL_SAMPLERS").is_some();

#[test]
fn every_sampler_draws_from_its_law() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../../tests/samplers/samplers.json")).expect("JSON");
    assert!(cases.len() >= 60);
    let misses: Vec<_> = cases.iter().flat_map(misses).collect();
    assert!(misses.is_empty(), "{}", misses.join("\n"));
    if IS_FULL {
        record::record("samplers", &[cases.len().to_string(), DRAWS.to_string()]);
    }
}

/// What is wrong with the draws of one law at one parameter point.
fn misses(case: &Value) -> Vec<String> {
    let number = |key: &str| case[key].as_f64().expect("a number");
    let parameters: Vec<_> =
        case["parameters"].as_array().expect("a list").iter().filter_map(Value::as_f64).collect();
    let law = case["law"].as_str().expect("a name");
    let mut draws = draws(law, &parameters, DRAWS);
    draws.sort_by(f64::total_cmp);
    let count = draws.len() as f64;
    let mut misses = Vec::new();
    // The bound of Dvoretzky, Kiefer and Wolfowitz that chance passes once in a million; tables may be 1e-7 off.
    let bound = (math::ln(2.0 / 1e-6) / (2.0 * count)).sqrt() + 1e-7;
    for point in case["points"].as_array().expect("points") {
        let (place, expected) =
            (point[0].as_f64().expect("a place"), point[1].as_f64().expect("a probability"));
        let below = draws.partition_point(|draw| *draw <= place) as f64 / count;
        if (below - expected).abs() > bound {
            misses
                .push(format!("{law} {parameters:?}: {below} of draws at most {place}, expected {expected}"));
        }
    }
    let (mean, variance) = (number("mean"), number("variance"));
    let average = |part: &dyn Fn(f64) -> f64| draws.iter().map(|draw| part(*draw)).sum::<f64>() / count;
    let offset = average(&|draw| draw - mean);
    let error = (variance / count).sqrt();
    if offset.abs() > 5.0 * error {
        misses.push(format!("{law} {parameters:?}: the mean is off by {} standard errors", offset / error));
    }
    let spread = average(&|draw| (draw - mean) * (draw - mean)) - variance;
    let spread_error = ((number("fourth") - variance * variance).max(0.0) / count).sqrt();
    // Heavy tails make the variance of the variance itself a rare event's.
    let tame = number("fourth") < 1e3 * variance * variance;
    if tame && spread.abs() > 5.0 * spread_error + 1e-9 * variance {
        misses.push(format!(
            "{law} {parameters:?}: the variance is off by {} standard errors",
            spread / spread_error
        ));
    }
    misses
}

fn draws(law: &str, parameters: &[f64], count: usize) -> Vec<f64> {
    let quantity = Quantity::new(1, &format!("{law} {parameters:?}"));
    let mut stream: Stream = quantity.stream(0);
    let mut each = |draw: &mut dyn FnMut(&mut Stream) -> f64| (0..count).map(|_| draw(&mut stream)).collect();
    match (law, parameters) {
        ("normal", []) => each(&mut |rng| normal(rng)),
        ("gamma", [shape]) => each(&mut |rng| gamma(rng, *shape)),
        ("poisson", [mean]) => each(&mut |rng| poisson(rng, *mean)),
        ("binomial", [count, probability]) => each(&mut |rng| binomial(rng, *count, *probability)),
        ("sum", [count, spread]) => each(&mut |rng| DealSum::new(*spread).draw(rng, *count)),
        ("part", [part, count, spread]) => each(&mut |rng| DealSum::new(*spread).part(rng, *part, *count)),
        ("beta", [a, b]) => {
            let rate = UncertainRate {
                mean: Rate::new(a / (a + b)).expect("a rate"),
                evidence: Some(Evidence::new(a + b).expect("an evidence")),
            };
            parameter_draws(&Parameter::rate(1, "rate", rate, &[]), count)
        }
        ("factor", [variation]) => {
            let variation = CoefficientOfVariation::new(*variation).expect("a variation");
            parameter_draws(&Parameter::factor(1, "factor", 1.0, variation), count)
        }
        _ => panic!("no sampler of {law}"),
    }
}

/// The parameter in the first trials.
fn parameter_draws(parameter: &Parameter, count: usize) -> Vec<f64> {
    let market = Market::new(1, 0.0);
    let mut draws = vec![0.0; count];
    parameter.draw(0, market, &vec![0.0; count], draws.iter_mut());
    draws
}

#[test]
fn a_market_moves_parameters_together_and_churn_against_them() {
    let known = |text: f64| UncertainRate {
        mean: Rate::new(text).expect("a rate"),
        evidence: Evidence::new(50.0).ok(),
    };
    let market = Market::new(3, 0.5);
    let (rate, churn) = (
        Parameter::rate(3, "rate:won", known(0.25), &[]),
        Parameter::rate(3, "churn", known(0.1), &[]).against_the_market(),
    );
    let factors: Vec<_> = (0..DRAWS as u64).map(|trial| market.draw(trial)).collect();
    let draws = [rate, churn].map(|parameter| {
        let mut draws = vec![0.0; DRAWS];
        parameter.draw(0, market, &factors, draws.iter_mut());
        draws
    });
    let pairs: Vec<_> = draws[0].iter().zip(&draws[1]).map(|(rate, churn)| [*rate, *churn]).collect();
    let count = pairs.len() as f64;
    let mean = |place: usize| pairs.iter().map(|pair| pair[place]).sum::<f64>() / count;
    let (left, right) = (mean(0), mean(1));
    let moment = |a: usize, b: usize| {
        pairs.iter().map(|pair| (pair[a] - [left, right][a]) * (pair[b] - [left, right][b])).sum::<f64>()
            / count
    };
    let correlation = moment(0, 1) / (moment(0, 0) * moment(1, 1)).sqrt();
    // Normal numbers would have -0.5; of these two Betas it is -0.487 (by numerical integration with `SciPy`).
    assert!((correlation + 0.487).abs() < 0.015, "{correlation}");
}

#[test]
fn samplers_agree_with_those_of_rand_distr() {
    let mut stream = Quantity::new(9, "rand_distr").stream(0);
    let theirs = |mut draw: Box<dyn FnMut(&mut Stream) -> f64>| {
        let mut rng = Quantity::new(10, "rand_distr").stream(0);
        (0..DRAWS).map(|_| draw(&mut rng)).collect::<Vec<_>>()
    };
    let gamma_law = rand_distr::Gamma::new(2.78, 1.0).expect("a law");
    let poisson_law = rand_distr::Poisson::new(533.3).expect("a law");
    let pairs = [
        (
            (0..DRAWS).map(|_| gamma(&mut stream, 2.78)).collect(),
            theirs(Box::new(move |rng| gamma_law.sample(rng))),
        ),
        (
            (0..DRAWS).map(|_| poisson(&mut stream, 533.3)).collect(),
            theirs(Box::new(move |rng| poisson_law.sample(rng))),
        ),
        (
            (0..DRAWS).map(|_| normal(&mut stream)).collect(),
            theirs(Box::new(|rng| rand_distr::StandardNormal.sample(rng))),
        ),
    ];
    for (ours, theirs) in pairs {
        assert!(distance(ours, theirs) < (math::ln(2.0 / 1e-6) / DRAWS as f64).sqrt());
    }
    assert!(stream.next_u64() > 0);
}

/// The largest distance between the distribution functions of two samples of one size.
fn distance(mut left: Vec<f64>, mut right: Vec<f64>) -> f64 {
    left.sort_by(f64::total_cmp);
    right.sort_by(f64::total_cmp);
    let distances = left.iter().enumerate().map(|(place, draw)| {
        let (before, after) =
            (right.partition_point(|other| other < draw), right.partition_point(|other| other <= draw));
        before.saturating_sub(place + 1).max(place.saturating_sub(after))
    });
    distances.max().unwrap_or(0) as f64 / left.len() as f64
}
