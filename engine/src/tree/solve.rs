//! Solving: the value of one quantity that makes the goal, with every parameter at its mean, equal to the target.

use super::arrivals::{self, Arrivals, total};
use super::quantity::{self, Range};
use super::{MAX_ENTRIES, Outcome, Tree, TreeError, ZeroFactor, reaches};
use crate::flow::{Flow, FlowError, Inflow};
use crate::math;
use crate::plan::{Plan, SolveFor};

/// Steps in which a delay's range is scanned, in months.
const DELAY_STEP_MONTHS: f64 = 0.25;

/// A plan with the quantity it asks for put in.
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    /// The plan, the solved quantity at its solved value; volumes as entered.
    pub(crate) plan: Plan,
    /// The flow of that plan.
    pub(crate) flow: Flow,
    /// Expected arrivals of that plan.
    pub(super) arrivals: Arrivals,
    /// The multiplier of the volumes as entered, fixed channels excepted.
    pub(crate) multiplier: f64,
    /// The solved value; the multiplier for the volume, the goal for nothing.
    pub(super) value: f64,
    /// How the solved quantity came out.
    pub(super) outcome: Outcome,
}

impl Solution {
    /// Solves a plan for the quantity that it names.
    pub(crate) fn of(plan: &Plan) -> Result<Self, TreeError> {
        let solution = match quantity::range(plan, &plan.solve_for) {
            Some(range) => Self::of_quantity(plan, range)?,
            None => Self::of_volume(plan)?,
        };
        let entries = total(&solution.flow, solution.multiplier, |inflow| Some(&inflow.monthly_entries));
        if entries > MAX_ENTRIES {
            return Err(TreeError::TooManyEntries { entries });
        }
        Ok(solution)
    }

    /// The tree at another multiplier of the volumes as entered.
    pub(crate) fn at_multiplier(&self, multiplier: f64) -> Tree {
        Tree::of_solution(&Self { multiplier, outcome: Outcome::Forward, ..self.clone() })
    }

    fn of_volume(plan: &Plan) -> Result<Self, TreeError> {
        let flow = Flow::new(plan)?;
        let arrivals = Arrivals::new(plan, &flow);
        let target = plan.goal.target.get();
        let (multiplier, outcome) = match plan.solve_for {
            SolveFor::Volume if reaches(arrivals.base, target) => (0.0, Outcome::AlreadyReached),
            SolveFor::Volume if arrivals.new == 0.0 => (1.0, Outcome::Impossible(zero_factor(plan, &flow))),
            SolveFor::Volume => ((target - arrivals.base) / arrivals.new, Outcome::Solved),
            _ => (1.0, Outcome::Forward),
        };
        let value = if outcome == Outcome::Forward { arrivals.goal(1.0) } else { multiplier };
        Ok(Self { plan: plan.clone(), flow, arrivals, multiplier, value, outcome })
    }

    fn of_quantity(plan: &Plan, range: Range) -> Result<Self, TreeError> {
        let wanted = &plan.solve_for;
        let mut goal = |value| {
            let plan = quantity::with_value(plan, wanted, value);
            Ok(arrivals::goal(&plan, &Flow::new(&plan)?))
        };
        let target = plan.goal.target.get();
        let (value, outcome) = match wanted {
            SolveFor::Churn => highest_churn(&mut goal, target)?,
            SolveFor::Delay(_) => nearest_delay(&mut goal, target, range)?,
            _ => least_amount(&mut goal, target, range)?,
        };
        let plan = quantity::with_value(plan, wanted, value);
        let flow = Flow::new(&plan)?;
        let arrivals = Arrivals::new(&plan, &flow);
        Ok(Self { plan, flow, arrivals, multiplier: 1.0, value, outcome })
    }
}

/// The least value of a quantity in which the goal is affine and does not fall.
///
/// The line through two points gives the value; the goal's distance from the target there, which is rounding alone,
/// corrects it once more.
fn least_amount(
    goal: &mut impl FnMut(f64) -> Result<f64, FlowError>,
    target: f64,
    range: Range,
) -> Result<(f64, Outcome), FlowError> {
    let at_largest = goal(range.largest)?;
    // Some plans have no flow at 0, where nobody explains a count beyond a rate of 0: the line leads there, and where any
    // rate will do, the entered one stands.
    let (least, at_zero) = match goal(0.0) {
        Ok(at_zero) => (0.0, at_zero),
        Err(_) => (range.entered, 2.0 * goal(range.largest / 2.0)? - at_largest),
    };
    let slope = (at_largest - at_zero) / range.largest;
    if reaches(at_zero, target) {
        return Ok((least, Outcome::AlreadyReached));
    }
    if !reaches(at_largest, target) {
        return Ok((range.largest, Outcome::Limit));
    }
    let mut value = (target - at_zero) / slope;
    for _ in 0..2 {
        value = value.max(0.0).min(range.largest);
        value += (target - goal(value)?) / slope;
    }
    Ok((value.max(0.0).min(range.largest), Outcome::Solved))
}

/// The highest churn at which the plan reaches the target: the goal falls with it.
fn highest_churn(
    goal: &mut impl FnMut(f64) -> Result<f64, FlowError>,
    target: f64,
) -> Result<(f64, Outcome), FlowError> {
    if reaches(goal(1.0)?, target) {
        return Ok((1.0, Outcome::AlreadyReached));
    }
    if let Some(churn) = crossing(goal, target, 0.0, 1.0)? {
        return Ok((churn, Outcome::Solved));
    }
    let outcome = if reaches(goal(0.0)?, target) { Outcome::Solved } else { Outcome::Limit };
    Ok((0.0, outcome))
}

/// The delay nearest to the entered one at which the goal crosses the target.
///
/// The goal need not fall with a delay, so the range is scanned outwards from the entered value. Where it crosses
/// nowhere, the answer is the longest delay of a plan that reaches the target with any, else the delay that brings most.
fn nearest_delay(
    goal: &mut impl FnMut(f64) -> Result<f64, FlowError>,
    target: f64,
    range: Range,
) -> Result<(f64, Outcome), FlowError> {
    let at_entered = goal(range.entered)?;
    let (mut below, mut above) = ((range.entered, at_entered), (range.entered, at_entered));
    let mut best = above;
    while below.0 > 0.0 || above.0 < range.largest {
        let mut found: Option<f64> = None;
        for (end, step) in [(&mut below, -DELAY_STEP_MONTHS), (&mut above, DELAY_STEP_MONTHS)] {
            let last = *end;
            let delay = (last.0 + step).max(0.0).min(range.largest);
            *end = (delay, goal(delay)?);
            if (end.1 >= target) != (last.1 >= target) {
                let nearest = crossing(goal, target, last.0.min(delay), last.0.max(delay))?;
                let distance = |delay: f64| (delay - range.entered).abs();
                found = found.into_iter().chain(nearest).min_by(|a, b| distance(*a).total_cmp(&distance(*b)));
            }
            // Of equal goals the shortest delay is the best.
            if end.1 > best.1 || (end.1.total_cmp(&best.1).is_eq() && delay < best.0) {
                best = *end;
            }
        }
        if let Some(delay) = found {
            return Ok((delay, Outcome::Solved));
        }
    }
    if reaches(best.1, target) {
        return Ok((range.largest, Outcome::AlreadyReached));
    }
    Ok((best.0, Outcome::Limit))
}

/// Where the goal crosses the target between two values, on the side that reaches it; `None` where it does not cross.
fn crossing(
    goal: &mut impl FnMut(f64) -> Result<f64, FlowError>,
    target: f64,
    low: f64,
    high: f64,
) -> Result<Option<f64>, FlowError> {
    let mut failure = None;
    let mut distance = |value: f64| match goal(value) {
        Ok(goal) => goal - target,
        Err(error) => {
            failure = Some(error);
            f64::NAN
        }
    };
    let root = math::find_root(&mut distance, low, high, 0.0).ok();
    // Fixed delays make the goal jump; then one side of the root reaches the target and the other does not.
    let beside = root.map(|root| [root, root - 1e-9, root + 1e-9]);
    let reached = beside.and_then(|values| {
        let mut reached = |value: f64| distance(value) >= super::floor_of(target) - target;
        values.into_iter().find(|value| (low..=high).contains(value) && reached(*value))
    });
    match failure {
        Some(error) => Err(error),
        None => Ok(reached.or(root)),
    }
}

fn zero_factor(plan: &Plan, flow: &Flow) -> ZeroFactor {
    if plan.deal.value.mean.get() == 0.0 {
        return ZeroFactor::DealValue;
    }
    let rates = flow.mean_rates();
    let bring =
        |inflow: &&Inflow| !inflow.fixed && inflow.monthly_entries.iter().any(|entries| *entries > 0.0);
    let scaled: Vec<_> = flow.inflows.iter().filter(bring).collect();
    // The first stage that nobody on the way to the end reaches.
    let reaches = |inflow: &Inflow, stage: usize| {
        stage <= inflow.enters || inflow.reach(&rates)[stage - inflow.enters] > 0.0
    };
    let unreached = (1..plan.stages.len()).find(|&stage| scaled.iter().all(|inflow| !reaches(inflow, stage)));
    match unreached {
        Some(stage) if !scaled.is_empty() => ZeroFactor::Rate(plan.stages[stage].id.clone()),
        None if !scaled.is_empty() => ZeroFactor::Time,
        _ => ZeroFactor::Volume,
    }
}
