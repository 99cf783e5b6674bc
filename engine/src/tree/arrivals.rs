//! Expected arrivals at mean rates, apart for what solving scales and what it leaves alone.

use crate::flow::{Billing, Flow, Inflow, MonthBilled};
use crate::plan::Plan;

/// Expected arrivals by stage and month.
pub(super) type Months = Vec<Vec<f64>>;

/// Expected arrivals at multiplier 1 and what they bring.
#[derive(Debug, Clone)]
pub(super) struct Arrivals {
    /// By channel, stage and month.
    pub(super) channels: Vec<Months>,
    /// Of the fixed channels and the opening pipeline, by stage and month.
    pub(super) fixed: Months,
    /// Of the channels that are scaled, by stage and month.
    pub(super) scaled: Months,
    /// What the fixed ones and the opening customers bring, by month.
    pub(super) fixed_billed: Vec<MonthBilled>,
    /// What the scaled ones bring, by month.
    pub(super) scaled_billed: Vec<MonthBilled>,
    /// The goal of the fixed ones and the opening customers.
    pub(super) base: f64,
    /// The goal of the scaled ones.
    pub(super) new: f64,
}

impl Arrivals {
    pub(super) fn new(plan: &Plan, flow: &Flow) -> Self {
        let rates = flow.mean_rates();
        let nobody = vec![vec![0.0; plan.months()]; flow.stage_count];
        let (mut fixed, mut scaled) = (nobody.clone(), nobody.clone());
        let mut channels = Vec::with_capacity(flow.inflows.len());
        for inflow in &flow.inflows {
            let mut arrivals = nobody.clone();
            add(&mut arrivals, inflow.enters, &inflow.reach(&rates), |offset| {
                inflow.arrivals_if_all_pass(offset)
            });
            let sum = if inflow.fixed { &mut fixed } else { &mut scaled };
            for (sum, arrivals) in sum.iter_mut().flatten().zip(arrivals.iter().flatten()) {
                *sum += arrivals;
            }
            channels.push(arrivals);
        }
        for opening in &flow.openings {
            add(&mut fixed, opening.stage, &opening.reach(&rates), |offset| {
                opening.arrivals_if_all_pass(offset)
            });
        }
        let billing = Billing::of_means(plan);
        let last = flow.stage_count - 1;
        let fixed_billed = billing.by_month(&fixed[last], true);
        let scaled_billed = billing.by_month(&scaled[last], false);
        let (base, new) = (billing.goal(&fixed_billed), billing.goal(&scaled_billed));
        Self { channels, fixed, scaled, fixed_billed, scaled_billed, base, new }
    }

    /// The goal at a multiplier.
    pub(super) fn goal(&self, multiplier: f64) -> f64 {
        self.base + multiplier * self.new
    }
}

/// The goal of a plan as it stands, for solving: the wins alone, without the stages before.
pub(super) fn goal(plan: &Plan, flow: &Flow) -> f64 {
    let rates = flow.mean_rates();
    let mut wins = vec![0.0; plan.months()];
    let mut add = |reach: Vec<f64>, if_all_pass: &dyn Fn(usize) -> Vec<f64>| {
        let share = reach[reach.len() - 1];
        for (wins, arrivals) in wins.iter_mut().zip(if_all_pass(reach.len() - 1)) {
            *wins += share * arrivals;
        }
    };
    for inflow in &flow.inflows {
        add(inflow.reach(&rates), &|offset| inflow.arrivals_if_all_pass(offset));
    }
    for opening in &flow.openings {
        add(opening.reach(&rates), &|offset| opening.arrivals_if_all_pass(offset));
    }
    let billing = Billing::of_means(plan);
    billing.goal(&billing.by_month(&wins, true))
}

/// Adds the arrivals of prospects that start in one stage, given the share of them that reaches each stage.
fn add(sum: &mut Months, start: usize, reach: &[f64], if_all_pass: impl Fn(usize) -> Vec<f64>) {
    for (offset, share) in reach.iter().enumerate() {
        for (month, arrivals) in sum[start + offset].iter_mut().zip(if_all_pass(offset)) {
            *month += share * arrivals;
        }
    }
}

/// The sum over all channels and months, the scaled channels' at a multiplier.
pub(super) fn total(flow: &Flow, multiplier: f64, monthly: impl Fn(&Inflow) -> Option<&Vec<f64>>) -> f64 {
    let sum = |fixed: bool| -> f64 {
        let chosen = flow.inflows.iter().filter(|inflow| inflow.fixed == fixed);
        // A fold from 0, since the sum of nothing is -0.
        chosen.filter_map(&monthly).flatten().fold(0.0, |sum, month| sum + month)
    };
    sum(true) + multiplier * sum(false)
}
