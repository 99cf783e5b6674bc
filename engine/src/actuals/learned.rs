//! The plan with what has been learned taken in.

use super::MeasuredDelay;
use super::history::Posteriors;
use crate::plan::{
    CostPerEntry, DelayMonths, Entries, PerMonth, Plan, PlanDocument, PlanErrors, UncertainRate, Volume,
};

/// The plan with the posteriors and measured delays in place of what it had; whoever wants only some of them takes the
/// others out of the lists first.
///
/// Rates and churn become the Beta of the posterior's mean and variance, the deal value takes its mean and uncertainty. A
/// channel's volume is multiplied by its factor, one that is bought by dividing the cost of an entry, so that the budget stands.
/// Nothing is learned twice: the same actuals must be compared with the plan as it was, not with the learned one.
///
/// # Errors
/// As [`Plan::new`]; a volume or cost that would leave its limits stays as it is.
pub fn with_learned(plan: &Plan, learned: &Posteriors, delays: &[MeasuredDelay]) -> Result<Plan, PlanErrors> {
    plan.edit(|document| {
        set_rates(document, learned, |rate| rate);
        for volume in &learned.volumes {
            let channel = document.channels.iter_mut().find(|channel| channel.id == volume.channel);
            if let Some(channel) = channel.filter(|_| volume.density.is_some()) {
                channel.volume = scaled(&channel.volume, volume.factor);
                channel.uncertainty = volume.uncertainty;
            }
        }
        for delay in delays {
            let stage = document.stages.iter_mut().find(|stage| stage.id == delay.stage);
            let step = stage.and_then(|stage| stage.step.as_mut());
            if let (Some(step), Ok(months)) = (step, DelayMonths::new(delay.months)) {
                step.delay_months = months;
            }
        }
    })
}

/// Puts the learned rates, deal value and churn into a plan, rates as `form` has them.
pub(super) fn set_rates(
    document: &mut PlanDocument,
    learned: &Posteriors,
    form: impl Fn(UncertainRate) -> UncertainRate,
) {
    for posterior in &learned.rates {
        let rate = if let Some(channel) = &posterior.channel {
            let channel = document.channels.iter_mut().find(|each| each.id == *channel);
            channel.and_then(|channel| channel.rates.get_mut(&posterior.stage))
        } else {
            let stage = document.stages.iter_mut().find(|stage| stage.id == posterior.stage);
            stage.and_then(|stage| stage.step.as_mut()).map(|step| &mut step.rate)
        };
        if let Some(rate) = rate {
            *rate = form(posterior.learned);
        }
    }
    if let Some(value) = &learned.deal_value {
        document.deal.value = value.learned;
    }
    if let (Some(churn), Some(customers)) = (&learned.churn, &mut document.customers) {
        customers.monthly_churn = Some(churn.learned);
    }
}

/// A volume times a factor.
fn scaled(volume: &Volume, factor: f64) -> Volume {
    match volume {
        Volume::Entries { monthly_entries } => {
            let scaled = |entries: &Entries| Entries::new(entries.get() * factor).unwrap_or(*entries);
            let monthly_entries = match monthly_entries {
                PerMonth::Even(entries) => PerMonth::Even(scaled(entries)),
                PerMonth::Each(months) => PerMonth::Each(months.iter().map(scaled).collect()),
            };
            Volume::Entries { monthly_entries }
        }
        Volume::Budget { monthly_budget, cost_per_entry } => Volume::Budget {
            monthly_budget: monthly_budget.clone(),
            cost_per_entry: CostPerEntry::new(cost_per_entry.get() / factor).unwrap_or(*cost_per_entry),
        },
    }
}
