//! What still can be done where new entries come too late.

use gyakusan_engine::plan::{DealKind, Measure};
use gyakusan_engine::tree::reaches;

use super::Compared;

/// The dearest that deals are tried at.
const MOST_TIMES: f64 = 100.0;
/// Halvings of the range that is searched: more than a screen can tell apart.
const STEPS: usize = 30;

/// How many times as much every deal to come would have to bring for the target at a confidence; `None` where deals to come
/// are not all that comes, and where no price does it.
///
/// In each trial what is still to come grows in proportion to the price, so the share of trials that reach the target does
/// never fall with it.
pub(super) fn price_needed(compared: &Compared, confidence: f64) -> Option<f64> {
    let plan = &compared.plan;
    let is_deals_alone = plan.deal.kind == DealKind::OneOff
        && plan.goal.measure == Measure::PeriodRevenue
        && !plan.customers.as_ref().is_some_and(|customers| customers.counted);
    let goals = &compared.fold.trials().goals;
    if !is_deals_alone || compared.is_over() || goals.is_empty() {
        return None;
    }
    let (so_far, target) = (compared.so_far.goal, compared.landing.target());
    let is_enough = |times: f64| {
        let mut reached = 0_usize;
        for goal in goals {
            reached += usize::from(reaches(so_far + times * (goal - so_far), target));
        }
        reached as f64 >= confidence * goals.len() as f64
    };
    if !is_enough(MOST_TIMES) {
        return None;
    }
    let (mut low, mut high) = (1.0, MOST_TIMES);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if is_enough(middle) { high = middle } else { low = middle }
    }
    Some(high)
}
