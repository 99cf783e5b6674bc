//! Why prospects were lost.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::document::{Actuals, Record};
use crate::plan::{Id, Plan};

/// Prospects lost at one step for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostReason {
    /// The stage they did not reach.
    pub stage: Id,
    /// The reason as it was given; may be empty.
    pub reason: String,
    /// How many.
    pub count: u32,
}

/// Every reason of every step in the order of the funnel, the most frequent first and equal ones in the order of their texts;
/// empty for counts by month, which give none.
pub(super) fn lost_reasons(plan: &Plan, actuals: &Actuals) -> Vec<LostReason> {
    let Record::Prospects(prospects) = &actuals.record else { return Vec::new() };
    let mut counts: BTreeMap<(usize, &str), u32> = BTreeMap::new();
    for prospect in prospects.iter().filter(|prospect| prospect.lost.is_some()) {
        let last = plan.stages.iter().rposition(|stage| prospect.entered.get(&stage.id).is_some());
        if let Some(last) = last {
            *counts.entry((last + 1, &prospect.lost_reason)).or_default() += 1;
        }
    }
    let reasons: BinaryHeap<_> =
        counts.into_iter().map(|((stage, reason), count)| (stage, Reverse(count), reason)).collect();
    let named = reasons.into_sorted_vec().into_iter().filter_map(|(stage, Reverse(count), reason)| {
        Some(LostReason { stage: plan.stages.get(stage)?.id.clone(), reason: reason.to_owned(), count })
    });
    named.collect()
}
