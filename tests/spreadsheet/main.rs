//! The workbook in a real spreadsheet program: `LibreOffice` calculates every formula anew, and comes to the engine's tree, for the
//! plans as they are exported and after an input has been changed in the file.
//!
//! The test is compiled with the feature `spreadsheet`; `cargo xtask test` switches it on and sees to `LibreOffice`.

mod archive;
#[path = "../../engine/tests/generated/mod.rs"]
mod generated;
mod office;
#[path = "../../engine/tests/record/mod.rs"]
mod record;

use generated::Random;
use gyakusan::session::export;
use gyakusan::text::Language;
use gyakusan_engine::plan::{Name, Plan, Rate, SolveFor, Step};
use gyakusan_engine::tree::Tree;
use office::{Sheets, convert};

/// How near the spreadsheet comes to the engine, relative to the figure.
const TOLERANCE: f64 = 1e-9;
/// Months of less than this share of their row are differences of larger numbers, and held to the row.
const SMALL_MONTH: f64 = 1e-4;
/// Plans drawn at random of each kind.
const OF_EACH_KIND: usize = 4;

const FILES: [(&str, &str); 7] = [
    ("article", include_str!("../../engine/plans/article.json")),
    ("inquiry", include_str!("../../engine/plans/inquiry.json")),
    ("funnel", include_str!("../../engine/plans/funnel.json")),
    ("subscription", include_str!("../../engine/plans/subscription.json")),
    ("default", include_str!("../../engine/plans/default.json")),
    ("everything", include_str!("../../engine/plans/everything.json")),
    ("bench_full", include_str!("../../engine/plans/bench-full.json")),
];

/// A plan as it is exported, or with an input changed in the file.
struct Case {
    name: String,
    plan: Plan,
    tree: Tree,
    bytes: Vec<u8>,
}

#[test]
fn the_spreadsheet_calculates_the_engines_tree() {
    let mut cases = Vec::new();
    for (name, plan) in plans() {
        let tree = Tree::solve(&plan).unwrap_or_else(|error| panic!("{name}: {error}"));
        let bytes = export::spreadsheet(&plan, &tree, None, Language::En);
        let (changed, cell, value) = changed(&plan, &tree);
        let changed_tree = Tree::solve(&changed).unwrap_or_else(|error| panic!("{name}: {error}"));
        let changed_bytes = archive::with_input(&bytes, &cell, value);
        cases.push(Case {
            name: format!("{name}_changed"),
            plan: changed,
            tree: changed_tree,
            bytes: changed_bytes,
        });
        cases.push(Case { name, plan, tree, bytes: archive::without_values(&bytes) });
    }
    let files: Vec<_> = cases.iter().map(|case| (case.name.as_str(), case.bytes.as_slice())).collect();
    let books = convert("trees", &files);
    let mut worst: f64 = 0.0;
    let mut failures = Vec::new();
    for (case, sheets) in cases.iter().zip(&books) {
        worst = worst.max(compare(case, sheets, &mut failures));
    }
    println!("{} workbooks, the largest difference is {worst:e} of the figure", cases.len());
    assert!(
        failures.is_empty(),
        "{} differ:\n{}",
        failures.len(),
        failures[..failures.len().min(40)].join("\n")
    );
    record::record("workbooks", &[cases.len().to_string(), format!("{worst:.1e}")]);
}

/// The plans of files, and some drawn at random for everything that can be solved for.
fn plans() -> Vec<(String, Plan)> {
    let files = FILES.iter().map(|(name, text)| {
        ((*name).to_owned(), Plan::from_json(text).unwrap_or_else(|errors| panic!("{name}: {errors}")))
    });
    let mut plans: Vec<_> = files.collect();
    let mut random = Random(20_261_121);
    for kind in 0..7 {
        let mut found = 0;
        while found < OF_EACH_KIND {
            let plan = generated::plan(&mut random);
            let factor = random.between(0.5, 1.6);
            if let Some(plan) = asking(&plan, kind, factor) {
                found += 1;
                plans.push((format!("{}_{found}", plan.solve_for.to_string().replace(':', "_")), plan));
            }
        }
    }
    plans
}

/// The plan solved for another quantity, its target near what it brings; `None` where it has no such quantity.
fn asking(plan: &Plan, kind: usize, factor: f64) -> Option<Plan> {
    let forward = plan.edit(|document| document.solve_for = SolveFor::Nothing).ok()?;
    let goal = Tree::solve(&forward).ok()?.expected_goal;
    let last = plan.stages.last()?.id.clone();
    let second = plan.stages.get(1)?.id.clone();
    let bought = plan.channels.iter().find(|channel| channel.volume.cost_per_entry().is_some());
    let solve_for = match kind {
        0 => SolveFor::Volume,
        1 => SolveFor::Nothing,
        2 => SolveFor::DealValue,
        3 => SolveFor::Rate(if factor < 1.0 { last } else { second }),
        4 => SolveFor::Budget(bought?.id.clone()),
        5 => {
            plan.customers.as_ref()?.monthly_churn?;
            SolveFor::Churn
        }
        _ => SolveFor::Delay(last),
    };
    let target = gyakusan_engine::plan::Money::new((goal * factor).round()).ok()?;
    let plan = plan.edit(|document| {
        document.solve_for = solve_for;
        document.goal.target = target;
    });
    plan.ok().filter(|plan| Tree::solve(plan).is_ok())
}

/// The plan after a change of its last rate, or of the target where that rate is solved for; the name of the input's cell and its
/// value. A delay stands as it was solved.
fn changed(plan: &Plan, tree: &Tree) -> (Plan, String, f64) {
    let last = plan.stages.len() - 1;
    let id = plan.stages[last].id.clone();
    let mean = plan.stages[last].step.map_or(1.0, |Step { rate, .. }| rate.mean.get());
    let by_target = plan.solve_for == SolveFor::Rate(id.clone());
    let value = if by_target { (plan.goal.target.get() * 0.97).round() } else { mean * 0.93 };
    let changed = plan.edit(|document| {
        let money = gyakusan_engine::plan::Money::new(value);
        match (by_target, money, Rate::new(value), &mut document.stages[last].step) {
            (true, Ok(target), ..) => document.goal.target = target,
            (false, _, Ok(rate), Some(step)) => step.rate.mean = rate,
            _ => unreachable!("the value is in range"),
        }
        if let SolveFor::Delay(id) = document.solve_for.clone() {
            let step = document.stages.iter_mut().find(|stage| stage.id == id);
            if let (Some(step), Ok(delay)) = (
                step.and_then(|stage| stage.step.as_mut()),
                gyakusan_engine::plan::DelayMonths::new(tree.solved_value),
            ) {
                step.delay_months = delay;
            }
            document.solve_for = SolveFor::Nothing;
        }
    });
    let cell = if by_target { "target".to_owned() } else { format!("rate_{id}") };
    (changed.expect("a plan"), cell, value)
}

/// Compares every figure of the tree; gives the largest relative difference.
fn compare(case: &Case, sheets: &Sheets, failures: &mut Vec<String>) -> f64 {
    let Case { name, plan, tree, .. } = case;
    let mut worst: f64 = 0.0;
    let mut check = |what: String, found: Option<f64>, expected: f64, least: f64| {
        let size = expected.abs().max(least).max(1e-9);
        let difference = found.map_or(f64::INFINITY, |found| (found - expected).abs() / size);
        worst = worst.max(difference);
        if difference > TOLERANCE {
            failures.push(format!("{name}: {what} is {found:?} and should be {expected}"));
        }
    };
    let goal = tree.expected_goal;
    // Next to the goal what is missing is nothing.
    for (label, expected) in [
        ("Result", goal),
        ("Multiplier of the volumes", tree.multiplier),
        ("Entries in the period", tree.period_entries),
        ("Spend in the period", tree.period_budget),
    ] {
        check(label.to_owned(), sheets.number("Tree", label, 1), expected, 0.0);
    }
    // A delay that stands is no longer asked for.
    if !name.starts_with("delay") {
        check("answer".to_owned(), sheets.answer(), tree.solved_value, 0.0);
    }
    for (place, stage) in tree.stages.iter().enumerate() {
        let label = plan.stages[place].name.as_str();
        let label = gyakusan::text::usual_stage_name(stage.id.as_str(), Language::En).unwrap_or(label);
        let number = |column| sheets.last_number("Tree", label, column);
        check(format!("{label}: count"), number(3), stage.expected, 0.0);
        check(format!("{label}: needed"), number(4), stage.required(), 0.0);
        for (month, expected) in stage.monthly.iter().enumerate() {
            let found = sheets.number("Months", label, 7 + month);
            check(format!("{label}: month {month}"), found, *expected, SMALL_MONTH * stage.expected);
        }
    }
    let total: f64 = tree.monthly_revenue.iter().sum();
    for (month, expected) in tree.monthly_revenue.iter().enumerate() {
        let found = sheets.number("Months", "Revenue", 7 + month);
        check(format!("revenue of month {month}"), found, *expected, SMALL_MONTH * total);
    }
    for (index, channel) in plan.channels.iter().enumerate() {
        for (place, stage) in plan.stages.iter().enumerate() {
            let stage = gyakusan::text::stage_names(stage, Language::En).stage;
            let label = format!("{}: {stage}", gyakusan::text::channel_name(channel, Language::En));
            let months = &tree.channels[index][place];
            let total: f64 = months.iter().sum();
            for (month, expected) in months.iter().enumerate().filter(|_| total > 0.0) {
                let found = sheets.number("Channels", &label, 7 + month);
                check(format!("{label}: month {month}"), found, *expected, SMALL_MONTH * total);
            }
        }
    }
    worst
}

/// Texts that are dangerous in one format or another stay texts, in a program that would act on them.
#[test]
fn hostile_names_stay_texts() {
    let names = [
        "=cmd|'/c calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\t=1",
        "say \"hi\", <b>&amp;</b>",
        "a\u{1}b_x0041_",
        "line\none",
        "'=quoted",
        "=HYPERLINK(\"http://127.0.0.1\",\"x\")",
    ];
    let crabs = "🦀".repeat(120);
    let plan = Plan::from_json(FILES[4].1).expect("a plan");
    let mut files = Vec::new();
    for name in names.into_iter().chain([crabs.as_str()]) {
        let hostile = plan.edit(|document| {
            let given = Name::new(name).expect("a name");
            document.name = given.clone();
            document.stages[1].name = given.clone();
            document.channels[0].name = given;
        });
        let hostile = hostile.expect("a plan");
        let tree = Tree::solve(&hostile).expect("a tree");
        files
            .push((name, archive::without_values(&export::spreadsheet(&hostile, &tree, None, Language::Ja))));
    }
    let numbered: Vec<_> =
        files.iter().enumerate().map(|(place, (_, bytes))| (format!("hostile_{place}"), bytes)).collect();
    let numbered: Vec<_> = numbered.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    for ((name, _), sheets) in files.iter().zip(convert("hostile", &numbered)) {
        assert_eq!(sheets.text("ツリー", 0, 0), Some(*name), "the plan");
        assert!(
            sheets.number("ツリー", name, 3).is_some() || sheets.last_number("ツリー", name, 3).is_some(),
            "{name}"
        );
    }
}
