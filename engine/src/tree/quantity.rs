//! Quantities of a plan that can be solved for: what they are now, how far they go, and a plan with another value.

use crate::plan::{
    Channel, DelayMonths, Entries, Id, Money, PerMonth, Plan, PlanDocument, Rate, SolveFor, Volume,
};

/// The values that a quantity of a plan may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range {
    /// The value it has in the plan.
    pub(crate) entered: f64,
    /// The largest value; the smallest is 0.
    pub(crate) largest: f64,
}

/// The range of a quantity; `None` for the volume and for nothing, which are no values of the plan, and for a quantity
/// that the plan does not have.
pub(crate) fn range(plan: &Plan, quantity: &SolveFor) -> Option<Range> {
    let step = |id: &Id| plan.stages[plan.stage_index(id)?].step;
    let (entered, largest) = match quantity {
        SolveFor::Volume | SolveFor::Nothing => return None,
        SolveFor::DealValue => (plan.deal.value.mean.get(), Money::MAX),
        SolveFor::Rate(id) => (step(id)?.rate.mean.get(), Rate::MAX),
        SolveFor::Delay(id) => (step(id)?.delay_months.get(), DelayMonths::MAX),
        SolveFor::Churn => (plan.customers.as_ref()?.monthly_churn?.mean.get(), Rate::MAX),
        SolveFor::Budget(id) => budget_range(plan.channels.iter().find(|channel| channel.id == *id)?)?,
    };
    Some(Range { entered, largest })
}

/// The plan with a quantity at another value of its range; the quantity's evidence or variation is kept.
///
/// A budget is the mean of the months: a budget given month by month keeps its proportions.
pub(crate) fn with_value(plan: &Plan, quantity: &SolveFor, value: f64) -> Plan {
    let changed = plan.edit(|document| set(document, quantity, value));
    changed.unwrap_or_else(|_| unreachable!("a value in range keeps a plan valid"))
}

fn set(document: &mut PlanDocument, quantity: &SolveFor, value: f64) {
    let rate = Rate::new(value.max(Rate::MIN).min(Rate::MAX));
    let money = Money::new(value.max(Money::MIN).min(Money::MAX));
    let delay = DelayMonths::new(value.max(DelayMonths::MIN).min(DelayMonths::MAX));
    let (Ok(rate), Ok(money), Ok(delay)) = (rate, money, delay) else { return };
    match quantity {
        SolveFor::Volume | SolveFor::Nothing => {}
        SolveFor::DealValue => document.deal.value.mean = money,
        SolveFor::Rate(id) | SolveFor::Delay(id) => {
            let stage = document.stages.iter_mut().find(|stage| stage.id == *id);
            match (stage.and_then(|stage| stage.step.as_mut()), quantity) {
                (Some(step), SolveFor::Rate(_)) => step.rate.mean = rate,
                (Some(step), _) => step.delay_months = delay,
                (None, _) => {}
            }
        }
        SolveFor::Churn => {
            let churn = document.customers.as_mut().and_then(|customers| customers.monthly_churn.as_mut());
            if let Some(churn) = churn {
                churn.mean = rate;
            }
        }
        SolveFor::Budget(id) => {
            if let Some(channel) = document.channels.iter_mut().find(|channel| channel.id == *id) {
                set_budget(channel, money);
            }
        }
    }
}

fn set_budget(channel: &mut Channel, mean: Money) {
    let Volume::Budget { monthly_budget, .. } = &mut channel.volume else { return };
    match monthly_budget {
        PerMonth::Even(budget) => *budget = mean,
        PerMonth::Each(budgets) => {
            let before = mean_of(budgets);
            for budget in budgets.iter_mut() {
                let share = if before > 0.0 { budget.get() / before } else { 1.0 };
                *budget = Money::new((mean.get() * share).min(Money::MAX)).unwrap_or(mean);
            }
        }
    }
}

/// The mean monthly budget of a channel, and the largest one whose every month stays within the limits of a plan.
fn budget_range(channel: &Channel) -> Option<(f64, f64)> {
    let Volume::Budget { monthly_budget, cost_per_entry } = &channel.volume else { return None };
    let budgets = monthly_budget.as_slice();
    let mean = mean_of(budgets);
    let peak = budgets.iter().fold(0.0_f64, |peak, budget| peak.max(budget.get()));
    let peak_share = if mean > 0.0 { peak / mean } else { 1.0 };
    // A grain below the limit, which dividing by the cost again could otherwise pass.
    let limit = (cost_per_entry.get() * Entries::MAX * (1.0 - 1e-12)).min(Money::MAX);
    Some((mean, limit / peak_share))
}

fn mean_of(budgets: &[Money]) -> f64 {
    budgets.iter().map(|budget| budget.get()).sum::<f64>() / budgets.len() as f64
}
