//! The share of the year that falls into a calendar month: a twelfth of its weight, so that a weight of 1 is an even month.

use gyakusan_engine::plan::{Plan, PlanDocument, Weight};

use super::within;
use crate::session::Refusal;

/// Months of a year.
const MONTHS: f64 = 12.0;
/// Shares are shown to a hundredth of a percent: a twelfth has no end.
const GRAINS: f64 = 1e4;

pub(super) fn value(plan: &Plan, month: usize) -> f64 {
    (plan.seasonality[month].get() / MONTHS * GRAINS).round() / GRAINS
}

pub(super) fn set(document: &mut PlanDocument, month: usize, share: f64) -> Result<(), Refusal> {
    let in_shares = |refusal| match refusal {
        Refusal::OutOfRange { min, max, .. } => {
            Refusal::OutOfRange { value: share, min: min / MONTHS, max: max / MONTHS }
        }
        other => other,
    };
    document.seasonality[month] = within(Weight::new(share * MONTHS)).map_err(in_shares)?;
    Ok(())
}
