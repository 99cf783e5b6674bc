//! The tree against trees that were worked out elsewhere (`tree/reference.py`), and the plans at the edges.

use gyakusan_engine::plan::{Plan, SolveFor};
use gyakusan_engine::tree::{Economics, Outcome, StageFigures, Tree, TreeError, WholeUnits, reaches};
use serde_json::{Value, json};

#[test]
fn generated_plans_come_out_as_the_reference_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("tree/trees.json")).expect("JSON");
    assert!(cases.len() >= 60);
    for (number, case) in cases.iter().enumerate() {
        check(number, case);
    }
}

fn check(number: usize, case: &Value) {
    let plan = Plan::from_json(&case["plan"].to_string()).unwrap_or_else(|e| panic!("{number}: {e}"));
    let tree = Tree::solve(&plan).unwrap_or_else(|e| panic!("{number}: {e}"));
    let forward = case["plan"]["solve_for"] == "none";
    assert_eq!(tree.outcome, if forward { Outcome::Forward } else { Outcome::Solved }, "{number}");
    let close = |what: &str, found: f64, expected: &Value, scale: f64| {
        let expected = expected.as_f64().expect("a number");
        // Brent's method in the reference stops at 1e-15 of the value, and a flat goal magnifies that.
        let allowed = 1e-11 * scale.max(expected.abs());
        assert!((found - expected).abs() <= allowed, "{number}: {what} is {found}, expected {expected}");
    };
    let goal = case["expected_goal"].as_f64().expect("a goal");
    close("solved_value", tree.solved_value, &case["solved_value"], 0.0);
    close("multiplier", tree.multiplier, &case["multiplier"], 0.0);
    close("expected_goal", tree.expected_goal, &case["expected_goal"], 0.0);
    close("base", tree.base, &case["base"], goal);
    for (stage, expected) in tree.stages.iter().zip(case["stages"].as_array().expect("stages")) {
        close(stage.id.as_str(), stage.expected, expected, 0.0);
    }
    let months = case["monthly_revenue"].as_array().expect("months");
    for (month, (revenue, expected)) in tree.monthly_revenue.iter().zip(months).enumerate() {
        close(&format!("revenue of month {month}"), *revenue, expected, goal / months.len() as f64);
    }
}

/// The figures that the plan format's example gives, to their digits.
#[test]
fn the_example_of_the_plan_format_comes_out_to_its_digits() {
    let plan = Plan::from_json(include_str!("../plans/everything.json")).expect("a plan");
    let tree = Tree::solve(&plan).expect("a tree");
    let rounded = |figure: f64, digits: f64| (figure * digits).round() / digits;
    let figures = [
        (tree.solved_value, 1e6, 0.836_459),
        (tree.multiplier, 1e6, 0.836_459),
        (tree.base, 10.0, 39_030_918.6),
        (tree.expected_goal, 10.0, 1e8),
        (tree.period_budget, 10.0, 5_018_756.8),
        (tree.stages[0].expected, 100.0, 627.34),
        (tree.stages[1].expected, 100.0, 86.04),
        (tree.stages[2].expected, 100.0, 18.43),
        (tree.monthly_revenue[0], 10.0, 2_121_198.4),
        (tree.stages[0].monthly[0], 100.0, 47.05),
    ];
    for (found, digits, expected) in figures {
        assert_eq!(rounded(found, digits).to_bits(), f64::to_bits(expected), "{found} for {expected}");
    }
    assert_eq!(tree.stages.iter().map(StageFigures::required).collect::<Vec<_>>(), [628.0, 87.0, 19.0]);
}

#[test]
fn plans_at_the_edges_have_a_sensible_answer_or_a_clear_refusal() {
    let all_rates =
        |mean: f64| json!([{ "id": "lead" }, step("opportunity", mean, 1.0), step("won", mean, 3.0)]);
    let channels: Vec<_> = (0..12)
        .map(|n| json!({ "id": format!("c{n}"), "enters": (["lead", "opportunity"][n % 2]), "volume": { "monthly_entries": 10 } }))
        .collect();
    let mut fixed = channels.clone();
    for channel in &mut fixed {
        channel["fixed"] = json!(true);
    }
    let edges = [
        ("/stages", all_rates(0.0)),
        ("/stages", all_rates(1.0)),
        ("/goal/target", json!(0)),
        ("/goal/target", json!(1e15)),
        ("/period/months", json!(1)),
        ("/period/months", json!(60)),
        ("/channels", json!(channels)),
        ("/channels", json!(fixed)),
        ("/stages/1/rate/evidence", json!(0.1)),
        ("/stages/1/rate/evidence", json!(1e9)),
        ("/delay_cv", json!(0)),
        ("/delay_cv", json!(3)),
        ("/delay_cv", json!(1e-9)),
        ("/stages/2/delay_months", json!(36)),
        ("/stages/2/delay_months", json!(1e-300)),
        ("/stages/1/rate/mean", json!(1e-300)),
        ("/deal/value/mean", json!(1e-12)),
        ("/deal/value/mean", json!(0)),
        ("/pipeline/opportunity", json!(1_000_000_000)),
        ("/customers/monthly_churn/mean", json!(1)),
    ];
    for (path, value) in edges {
        let mut document: Value =
            serde_json::from_str(include_str!("../plans/everything.json")).expect("JSON");
        let channels = document["channels"].as_array_mut().expect("channels");
        channels.truncate(1);
        *place(&mut document, path) = value.clone();
        for quantity in ["volume", "none", "deal_value", "rate:won", "budget:ads", "churn", "delay:won"] {
            document["solve_for"] = json!(quantity);
            if path == "/channels" && quantity.starts_with("budget") {
                continue;
            }
            let plan =
                Plan::from_json(&document.to_string()).unwrap_or_else(|e| panic!("{path} {value}: {e}"));
            match Tree::solve(&plan) {
                Ok(tree) => assert_sensible(&plan, &tree, &format!("{path} {value} {quantity}")),
                Err(TreeError::TooManyEntries { entries }) => assert!(entries > 1e12, "{path} {value}"),
                Err(error) => panic!("{path} {value}: {error}"),
            }
        }
    }
}

fn step(id: &str, mean: f64, delay_months: f64) -> Value {
    json!({ "id": id, "rate": { "mean": mean }, "delay_months": delay_months })
}

fn place<'a>(document: &'a mut Value, path: &str) -> &'a mut Value {
    document.pointer_mut(path).unwrap_or_else(|| panic!("no {path}"))
}

fn assert_sensible(plan: &Plan, tree: &Tree, case: &str) {
    let months = tree.stages.iter().flat_map(|stage| &stage.monthly).chain(&tree.monthly_revenue);
    let figures = [tree.solved_value, tree.multiplier, tree.base, tree.expected_goal, tree.period_entries];
    for figure in figures.iter().chain(months) {
        assert!(figure.is_finite() && *figure >= 0.0 && figure.is_sign_positive(), "{case}: {figure}");
    }
    let reached = reaches(tree.expected_goal, plan.goal.target.get());
    match tree.outcome {
        Outcome::Solved | Outcome::AlreadyReached => assert!(reached, "{case}: {tree:?}"),
        Outcome::Limit | Outcome::Impossible(_) => assert!(!reached, "{case}: {tree:?}"),
        Outcome::Forward => {}
    }
}

/// What the article prints, and why it differs from the exact figures: whole leads and opportunities in each month.
#[test]
fn half_a_million_a_month_comes_out_whole_and_exact() {
    let case: Value = serde_json::from_str(include_str!("golden/forward.json")).expect("JSON");
    let plan = Plan::from_json(&case["plan"].to_string()).expect("a plan");
    let (tree, whole) = (Tree::solve(&plan).expect("a tree"), WholeUnits::of(&plan).expect("counts"));
    let exact = [
        tree.stages[0].monthly[0],
        tree.stages[1].monthly[0],
        tree.stages[1].expected,
        tree.stages[2].expected,
    ];
    assert_same(exact, [62.5, 9.375, 112.5, 28.125]);
    assert_same(
        [whole.stages[0][0], whole.stages[1][0], whole.total(1), whole.total(2)],
        [62.0, 9.0, 108.0, 27.0],
    );
}

#[track_caller]
fn assert_same<const N: usize>(found: [f64; N], expected: [f64; N]) {
    assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{found:?}, expected {expected:?}");
}

/// Cost and return, worked out by hand: 100 of 1,000 leads pass, 20 of those, ads cost 8,000 a lead.
#[test]
fn cost_and_return_are_worked_out_by_hand() {
    let plan = json!({
        "version": 1, "period": { "start": "2026-04", "months": 12 }, "goal": { "target": 1 }, "solve_for": "none",
        "stages": [{ "id": "lead" }, step("opportunity", 0.1, 0.0), step("won", 0.2, 6.0)],
        "delay_cv": 0,
        "deal": { "kind": "recurring", "monthly_fee": { "mean": 100_000 }, "gross_margin": 0.8 },
        "channels": [
            { "id": "ads", "volume": { "monthly_budget": 800_000, "cost_per_entry": 8000 } },
            { "id": "events", "counted_at": "opportunity", "volume": { "monthly_budget": 300_000, "cost_per_entry": 60_000 } },
            { "id": "referral", "enters": "opportunity", "volume": { "monthly_entries": 5 } }
        ]
    });
    let plan = Plan::from_json(&plan.to_string()).expect("a plan");
    let economics = Economics::of(&plan).expect("cost and return");
    let [ads, events, referral] = &economics.channels[..] else { panic!("three channels") };
    // 20 of 1,000 leads are won: 24 a year; 5 opportunities a month are 12 wins a year.
    assert_same([ads, events, referral].map(|channel| channel.eventual_wins.round()), [24.0, 12.0, 12.0]);
    assert_eq!([ads.spend, events.spend, referral.spend], [Some(9_600_000.0), Some(3_600_000.0), None]);
    assert_eq!(ads.cac.map(f64::round), Some(400_000.0));
    // A win is worth 1,200,000 of fees in its first year, 960,000 of it margin; a lead 2 % of that.
    assert_same([ads.limit_cpa, events.limit_cpa].map(f64::round), [19_200.0, 192_000.0]);
    assert_eq!(ads.roas.map(|roas| (roas * 1e6).round()), Some(3e6));
    assert_eq!(referral.cac.or(referral.roas), None);
    // Six fixed months of delay, and entries that are even inside a month: half of September's wins land in March.
    assert_eq!(ads.deadline.map(|month| month.to_string()).as_deref(), Some("2026-09"));
    // Wins from entries of April to September land in the period: 24 of 48, at 13,200,000.
    assert_eq!(economics.cac.map(f64::round), Some(550_000.0));
    assert_eq!(economics.payback_months.map(|months| (months * 1e6).round()), Some(6_875_000.0));
}

#[test]
fn a_limit_is_an_answer() {
    let plan = Plan::from_json(include_str!("../plans/article.json")).expect("a plan");
    let won = SolveFor::parse("rate:won").expect("a quantity");
    let tree = Tree::solve(&plan.edit(|document| document.solve_for = won).expect("a plan")).expect("a tree");
    // 12 leads, 1.8 opportunities, all of them won: 9,000,000 of 100,000,000.
    assert_eq!(
        (tree.outcome, tree.solved_value, tree.expected_goal.round()),
        (Outcome::Limit, 1.0, 9_000_000.0)
    );
}
