//! The report: every answer about a plan as one JSON object.

use serde::Serialize;

use crate::flow::Flow;
use crate::plan::{Month, Plan, SolveFor};
use crate::sim::{Odds, Simulation, VolumeAnswer, required_volume};
use crate::tree::{Outcome, Tree, TreeError};

/// The version of the report's format.
const REPORT_VERSION: u32 = 1;

/// Every answer about a plan.
///
/// ```
/// use gyakusan_engine::{plan::Plan, report::Report};
///
/// let plan = Plan::from_json(include_str!("../plans/article.json"))?;
/// let report = Report::of_tree(&plan)?;
/// assert_eq!(report.tree.stages[0].required, Some(534.0));
/// assert!(report.to_json().starts_with(r#"{"version":1,"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The version of this format.
    pub version: u32,
    /// The generation of the figures, [`crate::ENGINE_VERSION`].
    pub engine: u32,
    /// The tree at mean parameters.
    pub tree: TreeReport,
    /// The odds; `None` where only the tree was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub odds: Option<OddsReport>,
    /// The volume required at the plan's confidence; `None` where no volume gives it.
    pub confidence: Option<ConfidenceReport>,
    /// Why `confidence` is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence_reason: Option<String>,
    /// What the answers should be taken with.
    pub doubts: Vec<Doubt>,
}

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

/// The odds in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OddsReport {
    /// The seed that the trials ran with.
    pub seed: u64,
    /// The odds.
    #[serde(flatten)]
    pub odds: Odds,
}

/// The volume required at a confidence, in a report.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ConfidenceReport {
    /// The confidence.
    pub probability: f64,
    /// The multiplier of the volumes as entered that gives it.
    pub multiplier: f64,
    /// Standard error of the multiplier.
    pub standard_error: f64,
    /// Entries of all channels in the period.
    pub entries: f64,
    /// Spend of all channels in the period.
    pub period_budget: f64,
}

/// What an answer should be taken with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Doubt {
    /// The answer it is about.
    pub about: &'static str,
    /// What kind of doubt it is.
    pub kind: DoubtKind,
    /// What causes it.
    pub detail: String,
}

/// Kinds of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    /// The figure rests on few trials.
    FewTrials,
    /// The quantity stands at a limit.
    Saturated,
    /// Nothing in range gives the answer asked for.
    Unreachable,
    /// A number of the plan that no channel uses.
    Unused,
}

impl Report {
    /// The tree alone.
    ///
    /// # Errors
    /// As [`Tree::solve`].
    pub fn of_tree(plan: &Plan) -> Result<Self, TreeError> {
        let tree = Tree::solve(plan)?;
        let doubts = tree_doubt(&plan.solve_for, &tree).into_iter().chain(unused_rates(plan)).collect();
        Ok(Self {
            version: REPORT_VERSION,
            engine: crate::ENGINE_VERSION,
            tree: TreeReport::new(plan, &tree),
            odds: None,
            confidence: None,
            confidence_reason: None,
            doubts,
        })
    }

    /// The tree, the odds and the required volume, all trials run here and now.
    ///
    /// # Errors
    /// As [`Tree::solve`].
    pub fn of_plan(plan: &Plan) -> Result<Self, TreeError> {
        let mut report = Self::of_tree(plan)?;
        let simulation = Simulation::new(plan)?;
        let trials = simulation.run();
        let seed = plan.simulation.seed;
        report.odds = Odds::of(&trials, simulation.target()).map(|odds| OddsReport { seed, odds });
        report.doubts.extend(report.odds.as_ref().and_then(|report| few_trials(&report.odds)));
        match required_volume(&simulation, &trials, plan.simulation.confidence.get()) {
            Some(VolumeAnswer::Reached(volume)) => {
                let tree = Tree::at_multiplier(plan, volume.multiplier)?;
                report.confidence = Some(ConfidenceReport {
                    probability: volume.probability,
                    multiplier: volume.multiplier,
                    standard_error: volume.standard_error,
                    entries: tree.period_entries,
                    period_budget: tree.period_budget,
                });
            }
            Some(VolumeAnswer::Unreachable { limit, probability }) => report.unreachable(limit, probability),
            None => {}
        }
        Ok(report)
    }

    /// The report as one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("a report holds no unwritable value"))
    }

    fn unreachable(&mut self, limit: f64, probability: f64) {
        let detail = format!("at {limit} times the volumes as entered the probability is {probability}");
        self.confidence_reason = Some(detail.clone());
        self.doubts.push(Doubt { about: "confidence", kind: DoubtKind::Unreachable, detail });
    }
}

impl TreeReport {
    fn new(plan: &Plan, tree: &Tree) -> Self {
        let solves_volume = plan.solve_for == SolveFor::Volume;
        let stage = |stage: &crate::tree::StageFigures| StageReport {
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

fn tree_doubt(quantity: &SolveFor, tree: &Tree) -> Option<Doubt> {
    let detail = match &tree.outcome {
        Outcome::Forward | Outcome::Solved => return None,
        Outcome::AlreadyReached => format!("the target is reached whatever {quantity} is"),
        Outcome::Limit => {
            let (value, goal) = (tree.solved_value, tree.expected_goal);
            format!("with {quantity} at its limit of {value} the goal is {goal}, short of the target")
        }
        Outcome::Impossible(factor) => format!("no volume reaches the target: {factor}"),
    };
    Some(Doubt { about: "tree", kind: DoubtKind::Saturated, detail })
}

/// Rates of the plan that nobody passes by: every channel enters later or has its own.
fn unused_rates(plan: &Plan) -> Vec<Doubt> {
    // A plan with a tree has a flow.
    let used = Flow::new(plan).map_or_else(|_| Vec::new(), |flow| flow.rates);
    let sources = plan.stages[1..].iter().map(|stage| format!("rate:{}", stage.id));
    let unused = sources.filter(|source| used.iter().all(|parameter| parameter.source != *source));
    let doubt = |source| Doubt {
        about: "tree",
        kind: DoubtKind::Unused,
        detail: format!("{source} is used by no channel"),
    };
    unused.map(doubt).collect()
}

/// Ten trials on the rarer side leave a relative error of a third; below that the figure is a rumour.
fn few_trials(odds: &Odds) -> Option<Doubt> {
    let rarer = odds.probability.min(1.0 - odds.probability) * odds.trials as f64;
    let detail = format!("{rarer:.0} of {} trials are on the rarer side of the target", odds.trials);
    (rarer < 10.0).then_some(Doubt { about: "odds", kind: DoubtKind::FewTrials, detail })
}
