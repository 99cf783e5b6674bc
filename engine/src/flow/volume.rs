//! Counted arrivals of a channel by month: the plan's numbers, spread over the months by seasonality.

use crate::plan::{Channel, Month, Plan};

/// Expected counted arrivals in each month of the period.
///
/// Seasonality applies to volumes given as one number; a number for each month stands as it is.
pub(super) fn by_month(plan: &Plan, channel: &Channel) -> Vec<f64> {
    let arrivals = channel.volume.monthly_arrivals();
    if channel.volume.is_even() {
        weights(plan).iter().map(|weight| arrivals[0] * weight).collect()
    } else {
        arrivals
    }
}

/// The weights of the period's months, normalised to mean 1.
fn weights(plan: &Plan) -> Vec<f64> {
    let weight = |month: Month| plan.seasonality[usize::from(month.month()) - 1].get();
    let weights: Vec<_> = plan.period.iter().map(weight).collect();
    let mean = weights.iter().sum::<f64>() / weights.len() as f64;
    weights.iter().map(|weight| weight / mean).collect()
}
