//! Scenarios share their luck: the same trial of two plans differs by what differs between them, and by nothing else.

mod generated;

use generated::Random;
use gyakusan_engine::plan::{Plan, Rate, SolveFor};
use gyakusan_engine::sim::{Comparison, Simulation};

const DEFAULT: &str = include_str!("../plans/default.json");

/// The goals of the first trials.
fn goals(plan: &Plan) -> Vec<f64> {
    let simulation = Simulation::new(plan).expect("a simulation");
    (0..20).flat_map(|chunk| simulation.chunk(chunk).goals).collect()
}

/// The default plan at the volume that the tree asks for, whatever the rates are then.
fn at_fixed_volume() -> Plan {
    let plan = Plan::from_json(DEFAULT).expect("a plan");
    let multiplier = Simulation::new(&plan).expect("a simulation").multiplier();
    let mut document: serde_json::Value = serde_json::from_str(DEFAULT).expect("JSON");
    for channel in document["channels"].as_array_mut().expect("channels") {
        let budget = channel["volume"]["monthly_budget"].as_f64().expect("a budget");
        channel["volume"]["monthly_budget"] = serde_json::json!(budget * multiplier);
    }
    let scaled = Plan::from_json(&document.to_string()).expect("a plan");
    scaled.edit(|document| document.solve_for = SolveFor::Nothing).expect("a plan")
}

fn with_win_rate(plan: &Plan, mean: f64) -> Plan {
    let changed = plan.edit(|document| {
        let won = document.stages.last_mut().and_then(|stage| stage.step.as_mut()).expect("a step");
        won.rate.mean = Rate::new(mean).expect("a rate");
    });
    changed.expect("a plan")
}

#[test]
fn a_point_of_win_rate_changes_few_trials_hits() {
    let plan = at_fixed_volume();
    let run = |plan: &Plan| {
        let simulation = Simulation::new(plan).expect("a simulation").without_details();
        let trials = simulation.run();
        (simulation, trials)
    };
    let (before, after) = (run(&plan), run(&with_win_rate(&plan, 0.26)));
    let found = Comparison::of((&before.0, &before.1), (&after.0, &after.1)).expect("trials");
    let sd = found.standard_error * (found.trials as f64).sqrt();
    println!("the hit changes by {} with a standard deviation of {sd}", found.probability);
    assert!(found.probability > 0.01 && sd <= 0.3, "{found:?}");
}

#[test]
fn identical_plans_differ_by_nothing() {
    let mut random = Random(21);
    for _ in 0..20 {
        let plan = generated::plan(&mut random);
        let Ok(simulation) = Simulation::new(&plan) else { continue };
        let again =
            Simulation::new(&Plan::from_json(&plan.to_json()).expect("a plan")).expect("a simulation");
        assert_eq!(simulation.chunk(1), again.chunk(1));
    }
}

#[test]
fn what_is_added_to_a_plan_leaves_the_luck_of_the_rest() {
    // A channel that brings nobody, a name, a rate that nobody uses: the trials stay the same to the last bit.
    let plan = at_fixed_volume();
    let more = plan.edit(|document| {
        let mut silent = document.channels[0].clone();
        silent.id = gyakusan_engine::plan::Id::new("silent").expect("an id");
        silent.volume = gyakusan_engine::plan::Volume::Entries {
            monthly_entries: gyakusan_engine::plan::PerMonth::Even(
                gyakusan_engine::plan::Entries::new(0.0).expect("a number"),
            ),
        };
        document.channels.push(silent);
    });
    assert_eq!(goals(&plan), goals(&more.expect("a plan")));
}
