//! Actuals: their documents, what they teach, and where a plan lands.
//!
//! Histories with known parameters come from the generator of `examples/history.rs`, which shares no sampler with the engine;
//! figures known from elsewhere are in `reference.json`, with the program that made them beside it.

#[path = "../../examples/history/generator.rs"]
mod generator;

mod coverage;
mod documents;
mod known;
mod landing;
#[path = "../record/mod.rs"]
mod record;
mod recovery;

use gyakusan_engine::actuals::{Actuals, History};
use gyakusan_engine::plan::Plan;

/// Whether the full test runs, with as many histories as the figures that are given for it rest on.
fn is_full() -> bool {
    std::env::var_os("GYAKUSAN_FULL").is_some()
}

fn plan(text: &str) -> Plan {
    Plan::from_json(text).unwrap_or_else(|errors| panic!("{errors}\n{text}"))
}

fn history(plan: &Plan, actuals: &str) -> History {
    let actuals = Actuals::from_json(actuals, plan).unwrap_or_else(|errors| panic!("{errors}\n{actuals}"));
    History::new(plan, &actuals).expect("a history")
}

/// Two stages with one rate, one channel, deals of a million that are all equal.
fn two_stages(rate: &str, delay_months: f64, more: &str) -> Plan {
    plan(&format!(
        r#"{{ "version": 1, "period": {{ "start": "2026-04" }}, "goal": {{ "target": 30000000 }},
            "stages": [ {{ "id": "lead" }}, {{ "id": "won", "rate": {rate}, "delay_months": {delay_months} }} ],
            "deal": {{ "kind": "one_off", "value": {{ "mean": 1000000 }} }}, "solve_for": "none",
            "simulation": {{ "trials": 20000 }} {more} }}"#
    ))
}
