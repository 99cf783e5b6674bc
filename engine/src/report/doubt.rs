//! What an answer should be taken with.

use serde::Serialize;

use crate::flow::Flow;
use crate::plan::{DealKind, Measure, Plan, SolveFor};
use crate::sim::{Odds, RequiredVolume};
use crate::tree::{Outcome, Tree};

/// A recurring expansion above this part of the mean fee spreads exit ARR by more than the pool of fees says.
const SMALL_EXPANSION: f64 = 0.3;

/// A volume above this many times the one entered rests on rates that were seen at a tenth of it.
const FAR_VOLUME: f64 = 10.0;

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
    /// The answer lies far from what the plan's numbers were seen at.
    Extrapolated,
    /// The answer is close to what the model says, not equal.
    Approximated,
    /// A number of the plan that no channel uses.
    Unused,
}

pub(super) fn tree_doubt(quantity: &SolveFor, tree: &Tree) -> Option<Doubt> {
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
pub(super) fn unused_rates(plan: &Plan) -> Vec<Doubt> {
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
pub(super) fn few_trials(odds: &Odds) -> Option<Doubt> {
    let rarer = odds.probability.min(1.0 - odds.probability) * odds.trials as f64;
    let detail = format!("{rarer:.0} of {} trials are on the rarer side of the target", odds.trials);
    (rarer < 10.0).then_some(Doubt { about: "odds", kind: DoubtKind::FewTrials, detail })
}

/// Where the required volume lies far beyond the volumes that the plan's rates stem from.
pub(super) fn extrapolated(volume: &RequiredVolume) -> Option<Doubt> {
    let detail = format!("{} times the volumes as entered; rates may not hold there", volume.multiplier);
    (volume.multiplier > FAR_VOLUME).then_some(Doubt {
        about: "confidence",
        kind: DoubtKind::Extrapolated,
        detail,
    })
}

/// Where large recurring expansions are spread over the pool of fees as if all customers had taken a part of them.
pub(super) fn approximated(plan: &Plan) -> Option<Doubt> {
    let customers = plan.customers.as_ref().filter(|_| plan.goal.measure == Measure::ExitArr)?;
    let fee = plan.deal.value.mean.get();
    let is_large = |value: f64| value > SMALL_EXPANSION * fee;
    let large = customers
        .expansions
        .iter()
        .find(|each| each.kind == DealKind::Recurring && is_large(each.value.get()))?;
    let detail = format!("expansion:{} is spread over all fees, which narrows the odds a little", large.id);
    Some(Doubt { about: "odds", kind: DoubtKind::Approximated, detail })
}
