//! The reports: every answer about a plan, or about a plan and its actuals, as one JSON object.

use serde::Serialize;

mod doubt;
mod forecast;
mod tree;

pub use doubt::{Doubt, DoubtKind};
pub use forecast::{
    ChurnReport, Forecast, LostReasonReport, MeasuredDelayReport, RateReport, StillNeededReport, ValueReport,
    VolumeReport,
};
pub use tree::{MonthReport, Solved, StageReport, TreeReport};

use crate::plan::{Month, Plan};
use crate::sim::{
    Coverage, CurvePoint, LeverAnswer, Measuring, MonthSpread, Odds, Simulation, Spread, Trials,
    VarianceShare, VolumeAnswer, coverage, curve, levers, measuring, required_volume, variance_shares,
};
use crate::tree::{Tree, TreeError};

/// The version of the report's format.
const REPORT_VERSION: u32 = 1;

/// Every answer about a plan.
///
/// ```
/// use gyakusan_engine::{plan::Plan, report::Report};
///
/// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
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
    /// The number of trials that `months` rests on, the first ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months_trials: Option<usize>,
    /// Revenue of each month; empty where only the tree was asked for, as all that follows but `doubts`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<MonthOddsReport>,
    /// Arrivals in each stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<StageOddsReport>,
    /// The volume required at the plan's confidence; `None` where no volume gives it.
    pub confidence: Option<ConfidenceReport>,
    /// Why `confidence` is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence_reason: Option<String>,
    /// The probability against the volume.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub curve: Vec<CurvePoint>,
    /// What the pipeline has to be worth.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<Coverage>,
    /// What each quantity alone would have to be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levers: Vec<LeverReport>,
    /// What moves the result.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variance: Vec<VarianceShare>,
    /// What is worth measuring.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measuring: Vec<Measuring>,
    /// What the answers should be taken with.
    pub doubts: Vec<Doubt>,
}

/// A month of the simulation in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthOddsReport {
    /// The month.
    pub month: Month,
    /// Its revenue, and that from the start to its end.
    #[serde(flatten)]
    pub spread: MonthSpread,
}

/// A stage of the simulation in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageOddsReport {
    /// The stage's id.
    pub id: String,
    /// Its arrivals in the period.
    #[serde(flatten)]
    pub spread: Spread,
}

/// A lever in a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeverReport {
    /// The quantity.
    pub lever: String,
    /// What it is.
    pub from: f64,
    /// What it would have to be, or its limit.
    pub to: f64,
    /// The probability there.
    pub reaches: f64,
    /// What it costs, where that is known.
    pub cost: Option<f64>,
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

impl Report {
    /// The tree alone.
    ///
    /// # Errors
    /// As [`Tree::solve`].
    pub fn of_tree(plan: &Plan) -> Result<Self, TreeError> {
        let tree = Tree::solve(plan)?;
        let doubts =
            doubt::tree_doubt(&plan.solve_for, &tree).into_iter().chain(doubt::unused_rates(plan)).collect();
        Ok(Self {
            version: REPORT_VERSION,
            engine: crate::ENGINE_VERSION,
            tree: TreeReport::new(plan, &tree),
            odds: None,
            months_trials: None,
            months: Vec::new(),
            stages: Vec::new(),
            curve: Vec::new(),
            coverage: Vec::new(),
            levers: Vec::new(),
            variance: Vec::new(),
            measuring: Vec::new(),
            confidence: None,
            confidence_reason: None,
            doubts,
        })
    }

    /// Every answer, all trials run here and now.
    ///
    /// # Errors
    /// As [`Tree::solve`].
    pub fn of_plan(plan: &Plan) -> Result<Self, TreeError> {
        let mut report = Self::of_tree(plan)?;
        let simulation = Simulation::new(plan)?;
        let trials = simulation.run();
        let confidence = plan.simulation.confidence.get();
        report.add_odds(plan, &simulation, &trials);
        report.add_required_volume(plan, &simulation, &trials)?;
        report.curve = curve(&simulation, &trials);
        report.coverage = coverage(plan, &trials)?;
        report.levers = levers(plan, &trials, confidence)?.into_iter().map(LeverReport::from).collect();
        report.variance = variance_shares(plan)?;
        report.measuring = measuring(plan, confidence)?;
        report.doubts.extend(doubt::approximated(plan));
        Ok(report)
    }

    /// The report as one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("a report holds no unwritable value"))
    }

    fn add_odds(&mut self, plan: &Plan, simulation: &Simulation, trials: &Trials) {
        let seed = plan.simulation.seed;
        self.odds = Odds::of(trials, simulation.target()).map(|odds| OddsReport { seed, odds });
        self.doubts.extend(self.odds.as_ref().and_then(|report| doubt::few_trials(&report.odds)));
        self.months_trials = trials.months.first().map(Vec::len);
        let months = plan.period.iter().zip(MonthSpread::by_month(trials));
        self.months = months.map(|(month, spread)| MonthOddsReport { month, spread }).collect();
        let stages = plan.stages.iter().zip(Spread::by_stage(trials));
        self.stages =
            stages.map(|(stage, spread)| StageOddsReport { id: stage.id.to_string(), spread }).collect();
    }

    fn add_required_volume(
        &mut self,
        plan: &Plan,
        simulation: &Simulation,
        trials: &Trials,
    ) -> Result<(), TreeError> {
        match required_volume(simulation, trials, plan.simulation.confidence.get()) {
            Some(VolumeAnswer::Reached(volume)) => {
                let tree = Tree::at_multiplier(plan, volume.multiplier)?;
                self.doubts.extend(doubt::extrapolated(&volume));
                self.confidence = Some(ConfidenceReport {
                    probability: volume.probability,
                    multiplier: volume.multiplier,
                    standard_error: volume.standard_error,
                    entries: tree.period_entries,
                    period_budget: tree.period_budget,
                });
            }
            Some(VolumeAnswer::Unreachable { limit, probability }) => self.unreachable(limit, probability),
            None => {}
        }
        Ok(())
    }

    fn unreachable(&mut self, limit: f64, probability: f64) {
        let detail = format!("at {limit} times the volumes as entered the probability is {probability}");
        self.confidence_reason = Some(detail.clone());
        self.doubts.push(Doubt { about: "confidence", kind: DoubtKind::Unreachable, detail });
    }
}

impl From<LeverAnswer> for LeverReport {
    fn from(answer: LeverAnswer) -> Self {
        let LeverAnswer { lever, from, to, reaches, cost } = answer;
        Self { lever: lever.to_string(), from, to, reaches, cost }
    }
}
