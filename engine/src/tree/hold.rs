//! Typing into a computed count: one other number gives way, so that the count holds.

use super::{MAX_ENTRIES, Outcome, Tree, TreeError, quantity};
use crate::math;
use crate::plan::{Entries, Id, Money, PerMonth, Plan, PlanDocument, SolveFor, Volume};

/// A plan in which a typed count holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The plan with the number that gave way rewritten; its evidence or variation is kept.
    pub plan: Plan,
    /// The number that gave way: a rate, the deal value, or the volume.
    pub freed: SolveFor,
    /// Its value now; for the volume the factor by which the channels that are not fixed grew.
    pub value: f64,
}

/// Why no plan holds a count.
#[derive(Debug, Clone, PartialEq)]
pub enum HoldError {
    /// The count is negative, not finite or above [`MAX_ENTRIES`].
    NoCount {
        /// The count that was given.
        found: f64,
    },
    /// The number that would give way ends before the count is met.
    OutOfReach {
        /// The number that would give way.
        freed: SolveFor,
        /// Its value at the end of its range.
        limit: f64,
        /// The count there, as near as it comes.
        count: f64,
    },
    /// The plan has no tree.
    Tree(TreeError),
}

impl From<TreeError> for HoldError {
    fn from(error: TreeError) -> Self {
        Self::Tree(error)
    }
}

impl std::error::Error for HoldError {}

impl std::fmt::Display for HoldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoCount { found } => write!(f, "{found} is no count from 0 to {MAX_ENTRIES:.0}"),
            Self::OutOfReach { freed, limit, count } => {
                write!(
                    f,
                    "with {freed} at its limit of {limit} the count is {count}; no other value comes nearer"
                )
            }
            Self::Tree(error) => error.fmt(f),
        }
    }
}

/// Rewrites one number of the plan so that the expected arrivals of the stage at `stage` come to `count`.
///
/// A computed count splits the chain between the plan's answer and its goal. Where the answer lies before the stage (a
/// volume, or a rate or delay up to there), the part towards the goal gives way with its nearest number: the rate of the next
/// step, or the deal value behind the wins. Otherwise the count comes from before, and the rate of the step into the
/// stage gives way, or where the count is the entry the volume of the channels that are not fixed.
///
/// # Errors
/// [`HoldError::NoCount`] for no count; [`HoldError::OutOfReach`] where that number's range ends before; [`HoldError::Tree`]
/// where the plan has no tree.
///
/// # Panics
/// Where the plan has no stage at `stage`.
///
/// ```
/// use gyakusan_engine::plan::Plan;
/// use gyakusan_engine::tree::{HoldError, hold_count};
///
/// // 20 deals from 100 opportunities instead of 80: the win rate gives way, from 25 % to 20 %.
/// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
/// let held = hold_count(&plan, 1, 100.0)?;
/// assert_eq!(held.freed.to_string(), "rate:won");
/// assert!((held.value - 0.2).abs() < 1e-15);
///
/// // 20 deals take 20 opportunities at least.
/// assert!(matches!(hold_count(&plan, 1, 19.0), Err(HoldError::OutOfReach { count, .. }) if count > 19.9));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hold_count(plan: &Plan, stage: usize, count: f64) -> Result<Held, HoldError> {
    if !(0.0..=MAX_ENTRIES).contains(&count) {
        return Err(HoldError::NoCount { found: count });
    }
    let tree = Tree::solve(plan)?;
    match freed(plan, stage) {
        SolveFor::Volume => hold_by_volume(plan, &tree, stage, count),
        freed => hold_by_quantity(plan, freed, stage, count),
    }
}

/// The number that gives way when a count is typed.
fn freed(plan: &Plan, stage: usize) -> SolveFor {
    let rate_into = |stage: usize| SolveFor::Rate(plan.stages[stage].id.clone());
    if answer_is_before(plan, stage) {
        if stage + 1 < plan.stages.len() { rate_into(stage + 1) } else { SolveFor::DealValue }
    } else if is_entry(plan, stage) {
        SolveFor::Volume
    } else {
        rate_into(stage)
    }
}

/// Whether the plan's answer lies before a count, so that the count follows from the goal.
fn answer_is_before(plan: &Plan, stage: usize) -> bool {
    let place = |id: &Id| plan.stage_index(id).is_some_and(|place| place <= stage);
    match &plan.solve_for {
        SolveFor::Volume | SolveFor::Budget(_) => true,
        SolveFor::Rate(id) | SolveFor::Delay(id) => place(id),
        SolveFor::Nothing | SolveFor::DealValue | SolveFor::Churn => false,
    }
}

/// Whether nobody comes to a stage from the one before.
fn is_entry(plan: &Plan, stage: usize) -> bool {
    plan.channels
        .iter()
        .all(|channel| plan.stage_index(&channel.enters).is_some_and(|enters| enters >= stage))
}

fn hold_by_quantity(plan: &Plan, freed: SolveFor, stage: usize, count: f64) -> Result<Held, HoldError> {
    let Some(range) = quantity::range(plan, &freed) else {
        unreachable!("a rate or the deal value has a range")
    };
    let follows_from_goal = answer_is_before(plan, stage);
    let count_at = |value: f64| count_at(&quantity::with_value(plan, &freed, value), stage);
    // A count that follows from the goal goes with the inverse of what gives way: inverted, it is a line.
    let distance = |value: f64| match count_at(value) {
        Ok(at) if follows_from_goal => count.recip() - at.recip(),
        Ok(at) => at - count,
        Err(_) => f64::NAN,
    };
    // A channel that is counted beyond a rate has no flow at 0, and too many entries a little above.
    let usable = |value: &f64| count_at(*value).is_ok_and(|at| follows_from_goal || at.is_finite());
    let least = [0.0, 1e-12, 1e-9, 1e-6, 1e-3].into_iter().find(usable).unwrap_or(0.0);
    let value = math::find_root(distance, least, range.largest, 0.0).unwrap_or(range.largest);
    let found = count_at(value)?;
    // Where the plan's own answer stands at a limit, the count jumps, and a jump is no root.
    if (found - count).abs() <= 1e-9 * count.max(f64::MIN_POSITIVE) {
        return Ok(Held { plan: quantity::with_value(plan, &freed, value), freed, value });
    }
    Err(HoldError::OutOfReach { freed, limit: value, count: found })
}

/// The count of a stage; infinite where no volume or none that is calculated reaches the goal.
fn count_at(plan: &Plan, stage: usize) -> Result<f64, TreeError> {
    match Tree::solve(plan) {
        Ok(tree) if matches!(tree.outcome, Outcome::Impossible(_)) => Ok(f64::INFINITY),
        Ok(tree) => Ok(tree.stages[stage].expected),
        Err(TreeError::TooManyEntries { .. }) => Ok(f64::INFINITY),
        Err(error) => Err(error),
    }
}

fn hold_by_volume(plan: &Plan, tree: &Tree, stage: usize, count: f64) -> Result<Held, HoldError> {
    let sum = |fixed: bool| -> f64 {
        let channels = plan.channels.iter().zip(&tree.channels).filter(|(channel, _)| channel.fixed == fixed);
        channels.flat_map(|(_, stages)| &stages[stage]).sum()
    };
    let (scaled, kept) = (sum(false), sum(true));
    let factor = (count - kept) / scaled;
    let held = |factor: f64| {
        scaled_plan(plan, factor).map(|plan| Held { plan, freed: SolveFor::Volume, value: factor })
    };
    let distance = |factor: f64| match scaled_plan(plan, factor).map(|plan| count_at(&plan, stage)) {
        Some(Ok(at)) => at - count,
        _ => f64::INFINITY,
    };
    let out_of_reach = HoldError::OutOfReach { freed: SolveFor::Volume, limit: 0.0, count: kept };
    if !(factor.is_finite() && factor >= 0.0) {
        return Err(out_of_reach);
    }
    if distance(factor).abs() <= 1e-9 * count {
        return held(factor).ok_or(out_of_reach);
    }
    // A channel that is counted beyond the rate that is solved for takes other entries at another rate.
    let factor = math::find_root(distance, 0.0, 1e3 * factor.max(1.0), 0.0);
    factor.ok().and_then(held).ok_or(out_of_reach)
}

/// The plan with the volumes of its channels multiplied, fixed ones excepted; `None` where that leaves a plan's limits.
fn scaled_plan(plan: &Plan, factor: f64) -> Option<Plan> {
    let mut within_limits = true;
    let scaled = plan.edit(|document| within_limits = scale_volumes(document, factor).is_some()).ok();
    scaled.filter(|_| within_limits)
}

fn scale_volumes(document: &mut PlanDocument, factor: f64) -> Option<()> {
    for channel in document.channels.iter_mut().filter(|channel| !channel.fixed) {
        match &mut channel.volume {
            Volume::Entries { monthly_entries } => {
                scale(monthly_entries, |entries| Entries::new(entries.get() * factor).ok())?;
            }
            Volume::Budget { monthly_budget, .. } => {
                scale(monthly_budget, |budget| Money::new(budget.get() * factor).ok())?;
            }
        }
    }
    Some(())
}

fn scale<T: Copy>(numbers: &mut PerMonth<T>, scaled: impl Fn(T) -> Option<T>) -> Option<()> {
    let numbers = match numbers {
        PerMonth::Even(number) => std::slice::from_mut(number),
        PerMonth::Each(numbers) => numbers,
    };
    for number in numbers {
        *number = scaled(*number)?;
    }
    Some(())
}
