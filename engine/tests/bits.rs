//! The same plan and seed give the same bits: for any number of workers, any order of chunks, natively and in Wasm.
//!
//! The expected hash stands here and in `sim/fingerprint.rs`, so the same test passing on two machines shows that they agree.

mod generated;
#[path = "../examples/history/generator.rs"]
mod generator;

#[cfg(not(target_arch = "wasm32"))]
use std::sync::mpsc;

use generated::Random;

use gyakusan_engine::actuals::Actuals;
use gyakusan_engine::plan::{Month, Plan};
use gyakusan_engine::report::Forecast;
use gyakusan_engine::sim::{
    DEFAULT_PLAN_FINGERPRINT, Fold, HASH_START, Simulation, Trials, fingerprint, hash_on,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// As [`DEFAULT_PLAN_FINGERPRINT`], to which the page's check of itself holds the reader's browser, for a plan with volume
/// uncertainty, own rates, a fixed channel and extreme evidence.
const WIDE_PLAN: u64 = 11_835_701_453_853_894_792;

/// The same over fifty generated plans and three seeds.
const GENERATED_PLANS: u64 = 14_313_062_552_855_065_523;

/// The same over the forecasts of simulated histories of three plans, with dates, with losses and by month.
const FORECASTS: u64 = 7_118_758_247_261_063_003;

const WIDE: &str = r#"{
    "version": 1, "period": { "start": "2026-04" }, "goal": { "target": 300000000 },
    "stages": [
        { "id": "visit" }, { "id": "lead", "rate": { "mean": 0.02, "evidence": 3000 } },
        { "id": "opportunity", "rate": { "mean": 0.3, "evidence": 0.5 } }, { "id": "won", "rate": { "mean": 0.25, "evidence": 80 } }
    ],
    "deal": { "kind": "one_off", "value": { "mean": 4000000, "spread": 2.5, "uncertainty": 0.3 } },
    "channels": [
        { "id": "search", "volume": { "monthly_entries": 8000 }, "uncertainty": 0.15 },
        { "id": "ads", "enters": "lead", "volume": { "monthly_budget": 500000, "cost_per_entry": 8000 }, "uncertainty": 1.5,
          "rates": { "opportunity": { "mean": 0.9, "evidence": 1000000000 } } },
        { "id": "referral", "enters": "opportunity", "volume": { "monthly_entries": 1.5 }, "fixed": true }
    ],
    "simulation": { "seed": 9007199254740991, "trials": 12345 }
}"#;

#[test]
fn the_default_plan_has_these_bits() {
    assert_eq!(hash_of(include_str!("../plans/default.json")), DEFAULT_PLAN_FINGERPRINT);
}

#[test]
fn a_wide_plan_has_these_bits() {
    assert_eq!(hash_of(WIDE), WIDE_PLAN);
}

#[test]
fn the_order_of_chunks_changes_nothing() {
    let simulation = simulation(WIDE);
    let in_order = simulation.run();
    let chunk_count = simulation.chunk_count();
    for stride in [5, 7, 11] {
        let mut fold = Fold::default();
        // The stride shares no factor with 13 chunks, so every chunk comes once, far out of order.
        for step in 0..chunk_count {
            fold.insert(simulation.chunk((step * stride + 3) % chunk_count));
        }
        assert_eq!(
            fingerprint(&simulation, &fold.into_trials()),
            fingerprint(&simulation, &in_order),
            "stride {stride}"
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn the_number_of_workers_changes_nothing() {
    for plan in [WIDE, include_str!("../plans/everything.json")] {
        let simulation = simulation(plan);
        let alone = fingerprint(&simulation, &simulation.run());
        for workers in [2, 3, 8, 64] {
            assert_eq!(fingerprint(&simulation, &run_with(&simulation, workers)), alone, "{workers} workers");
        }
    }
}

/// Fifty generated plans with every mechanism, three seeds each, all results in one hash.
#[test]
fn generated_plans_have_these_bits() {
    let mut random = Random(31);
    let mut hash = HASH_START;
    for _ in 0..50 {
        let plan = generated::plan(&mut random);
        for seed in [1, 2, 9_007_199_254_740_991] {
            let seeded = plan.edit(|document| {
                document.simulation.seed = seed;
                document.simulation.trials = 300;
            });
            match Simulation::new(&seeded.expect("a plan")) {
                Ok(simulation) => {
                    hash = hash_on(hash, &fingerprint(&simulation, &simulation.run()).to_le_bytes());
                }
                Err(error) => hash = hash_on(hash, error.to_string().as_bytes()),
            }
        }
    }
    assert_eq!(hash, GENERATED_PLANS);
}

/// Nine histories of a year up to September, and everything that follows from them.
#[test]
fn forecasts_have_these_bits() {
    let mut hash = HASH_START;
    for text in [
        include_str!("../plans/default.json"),
        include_str!("../plans/everything.json"),
        include_str!("../plans/subscription.json"),
    ] {
        let plan = Plan::from_json(text).expect("a plan");
        let plan = plan.edit(|document| document.simulation.trials = 1500).expect("a plan");
        for (by_month, with_losses) in [(false, false), (false, true), (true, false)] {
            let as_of = Month::new(2026, 9).expect("a month");
            let wanted = generator::Wanted { as_of, by_month, with_losses, draw_parameters: true };
            let written = generator::history(&plan, 9, wanted).actuals.to_json();
            let actuals = Actuals::from_json(&written, &plan).expect("actuals");
            let forecast = Forecast::of(&plan, &actuals).expect("a forecast").to_json();
            hash = hash_on(hash_on(hash, written.as_bytes()), forecast.as_bytes());
        }
    }
    assert_eq!(hash, FORECASTS);
}

#[test]
fn more_trials_extend_a_run() {
    let few = simulation(include_str!("../plans/default.json"));
    let document = Plan::from_json(include_str!("../plans/default.json")).expect("a plan");
    let more = document.edit(|document| document.simulation.trials = 2 * few.trial_count()).expect("a plan");
    let more = Simulation::new(&more).expect("a simulation");
    for index in [0, 41, few.chunk_count() - 1] {
        assert_eq!(few.chunk(index), more.chunk(index));
    }
}

fn simulation(plan: &str) -> Simulation {
    Simulation::new(&Plan::from_json(plan).expect("a plan")).expect("a simulation")
}

fn hash_of(plan: &str) -> u64 {
    let simulation = simulation(plan);
    fingerprint(&simulation, &simulation.run())
}

#[cfg(not(target_arch = "wasm32"))]
fn run_with(simulation: &Simulation, workers: u32) -> Trials {
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let sender = sender.clone();
            scope.spawn(move || {
                for index in (worker..simulation.chunk_count()).step_by(workers as usize) {
                    sender.send(simulation.chunk(index)).expect("the receiver waits");
                }
            });
        }
    });
    drop(sender);
    let mut fold = Fold::default();
    for chunk in receiver {
        fold.insert(chunk);
    }
    fold.into_trials()
}
