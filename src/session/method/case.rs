//! The cases of the self-check: plans whose answer `reference.py` worked out without the engine.

use gyakusan_engine::json::Value;
use gyakusan_engine::plan::Plan;

const CASES: &str = include_str!("cases.json");

/// A plan and the answer that is known of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its name; the words of the page tell what it is about.
    pub id: String,
    /// Which of the simulation's figures is compared.
    pub figure: KnownFigure,
    /// What that is, exactly.
    pub exact: f64,
    pub(super) plan: Plan,
}

/// Which figure of a simulation is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum KnownFigure {
    /// The share of trials that reach the target.
    Probability,
    /// The mean of the goal.
    Mean,
    /// The variance of the goal.
    Variance {
        /// The mean of the goal, which is known too.
        mean: f64,
    },
    /// The entries with which the target is reached 80 times in 100.
    Required {
        /// Entries in the period for a multiplier of 1.
        unit: f64,
    },
}

/// Every case in the order of the page. What is no case is left out; a test sees that nothing is.
pub fn cases() -> Vec<Case> {
    match Value::parse(CASES) {
        Ok(Value::List(cases)) => cases.iter().filter_map(case).collect(),
        _ => Vec::new(),
    }
}

fn case(value: &Value) -> Option<Case> {
    let figure = match value.get("figure")?.as_text()? {
        "probability" => KnownFigure::Probability,
        "mean" => KnownFigure::Mean,
        "variance" => KnownFigure::Variance { mean: number(value, "mean")? },
        "required" => KnownFigure::Required { unit: number(value, "unit")? },
        _ => return None,
    };
    Some(Case {
        id: value.get("id")?.as_text()?.to_owned(),
        figure,
        exact: number(value, "exact")?,
        plan: Plan::from_json(&value.get("plan")?.to_json()).ok()?,
    })
}

fn number(value: &Value, key: &str) -> Option<f64> {
    match value.get(key)? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}
