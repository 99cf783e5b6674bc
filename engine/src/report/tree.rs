//! The tree in a report.

use serde::Serialize;

use crate::plan::{Month, Plan, SolveFor};
use crate::tree::{StageFigures, Tree};

/// The tree in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeReport {
    /// What was solved for, and its value.
    pub solved: Solved,
    /// Multiplier of the volumes as entered.
    pub multiplier: f64,
    /// The goal without any scaled volume.
    pub base: f64,
    /// The goal at the multiplier.
    pub expected_goal: f64,
    /// Spend in the period.
    pub period_budget: f64,
    /// Figures of each stage.
    pub stages: Vec<StageReport>,
    /// Figures of each month.
    pub months: Vec<MonthReport>,
}

/// The quantity that was solved for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Solved {
    /// Its name as in the plan.
    #[serde(rename = "for")]
    pub quantity: SolveFor,
    /// Its value; the goal where nothing was solved for.
    pub value: f64,
}

/// A stage in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageReport {
    /// The stage's id.
    pub id: String,
    /// Expected arrivals in the period.
    pub expected: f64,
    /// The same as a requirement in whole people; `None` unless the plan is solved for volume.
    pub required: Option<f64>,
}

/// A month in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthReport {
    /// The month.
    pub month: Month,
    /// Expected revenue.
    pub revenue: f64,
    /// Expected arrivals by stage id.
    pub stages: std::collections::BTreeMap<String, f64>,
}

impl TreeReport {
    pub(super) fn new(plan: &Plan, tree: &Tree) -> Self {
        let solves_volume = plan.solve_for == SolveFor::Volume;
        let stage = |stage: &StageFigures| StageReport {
            id: stage.id.to_string(),
            expected: stage.expected,
            required: solves_volume.then(|| stage.required()),
        };
        let month = |(t, month)| MonthReport {
            month,
            revenue: tree.monthly_revenue[t],
            stages: tree.stages.iter().map(|stage| (stage.id.to_string(), stage.monthly[t])).collect(),
        };
        Self {
            solved: Solved { quantity: plan.solve_for.clone(), value: tree.solved_value },
            multiplier: tree.multiplier,
            base: tree.base,
            expected_goal: tree.expected_goal,
            period_budget: tree.period_budget,
            stages: tree.stages.iter().map(stage).collect(),
            months: plan.period.iter().enumerate().map(month).collect(),
        }
    }
}
