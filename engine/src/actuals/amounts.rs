//! What the record says about volumes, the mean deal value and churn.

use super::RateEvidence;
use super::date::months_between;
use super::density::{Density, Scale};
use super::document::{Actuals, Record};
use super::rates::{learned, with_evidence};
use super::tally::Tally;
use crate::flow::Inflow;
use crate::math;
use crate::plan::{CoefficientOfVariation, DealKind, Id, Money, Plan, UncertainMoney, UncertainRate};
use crate::tree::Solution;

/// What is known of one channel's volume after the record.
#[derive(Debug, Clone, PartialEq)]
pub struct VolumePosterior {
    /// The channel.
    pub channel: Id,
    /// The stage whose arrivals are compared: the entered one, or where nobody is recorded there the first with arrivals.
    pub stage: Id,
    /// Arrivals there so far.
    pub arrivals: f64,
    /// Arrivals there so far by the solved plan, at its means.
    pub expected: f64,
    /// Mean of the factor of the plan's volume; 1 where the plan takes it for known or nothing is recorded.
    pub factor: f64,
    /// Coefficient of variation of the factor.
    pub uncertainty: CoefficientOfVariation,
    /// The posterior itself; `None` where the plan takes the factor for known.
    pub density: Option<Density>,
}

/// What is known of the mean deal value, or the mean monthly fee, after the record.
#[derive(Debug, Clone, PartialEq)]
pub struct ValuePosterior {
    /// Deals won with a known amount.
    pub deals: f64,
    /// Their sum.
    pub sum: f64,
    /// Deals won whose amount is not known.
    pub without_amount: f64,
    /// The value after the record; its spread is the plan's.
    pub learned: UncertainMoney,
    /// The posterior itself; `None` where the plan takes the mean for known.
    pub density: Option<Density>,
}

/// What is known of the monthly churn after the record.
#[derive(Debug, Clone, PartialEq)]
pub struct ChurnPosterior {
    /// Customers lost.
    pub lost: f64,
    /// Of so many months of customers.
    pub customer_months: f64,
    /// The churn before the record.
    pub prior: UncertainRate,
    /// The churn after the record.
    pub learned: UncertainRate,
}

/// The posterior of each channel's volume, in the plan's order.
///
/// The factor U ~ log-normal of mean 1 before the record. Arrivals of a month are Poisson with the mean U μ, or where the
/// plan has an overdispersion o negative binomial with the variance U μ + (o U μ)².
pub(super) fn volumes(plan: &Plan, solution: &Solution, tally: &Tally) -> Vec<VolumePosterior> {
    solution.flow.inflows.iter().map(|inflow| volume(plan, solution, tally, inflow)).collect()
}

fn volume(plan: &Plan, solution: &Solution, tally: &Tally, inflow: &Inflow) -> VolumePosterior {
    let channel = &plan.channels[inflow.channel];
    let arrivals = &tally.arrivals[inflow.channel];
    let recorded = (inflow.enters..arrivals.len()).find(|stage| arrivals[*stage].iter().any(|n| *n > 0.0));
    let stage = recorded.unwrap_or(inflow.enters);
    let expected = expected(solution, inflow, stage, tally.elapsed);
    let arrived = &arrivals[stage];
    let u = channel.uncertainty;
    let months: Vec<_> = arrived.iter().zip(&expected).map(|(n, mean)| (*n, *mean)).collect();
    let is_uncertain = u.get() > 0.0 && tally.is_recorded[inflow.channel];
    let density = is_uncertain.then(|| factor(u.get(), channel.overdispersion.get(), &months)).flatten();
    let (mean, variation) = density.as_ref().map_or((1.0, u.get()), spread);
    VolumePosterior {
        channel: channel.id.clone(),
        stage: plan.stages[stage].id.clone(),
        arrivals: arrived.iter().fold(0.0, |sum, n| sum + n),
        expected: expected.iter().fold(0.0, |sum, n| sum + n),
        factor: mean,
        uncertainty: CoefficientOfVariation::new(variation.min(CoefficientOfVariation::MAX)).unwrap_or(u),
        density,
    }
}

/// Arrivals of a channel in a stage in each month so far, by the solved plan.
fn expected(solution: &Solution, inflow: &Inflow, stage: usize, elapsed: usize) -> Vec<f64> {
    let offset = stage - inflow.enters;
    let scale = if inflow.fixed { 1.0 } else { solution.multiplier };
    let share = scale * inflow.reach(&solution.flow.mean_rates())[offset];
    inflow.arrivals_if_all_pass(offset).iter().take(elapsed).map(|n| share * n).collect()
}

/// The posterior of a volume factor of coefficient of variation `u` before the record; `months` are arrivals and expected ones.
fn factor(u: f64, overdispersion: f64, months: &[(f64, f64)]) -> Option<Density> {
    let (total, mean) = months.iter().fold((0.0, 0.0), |(n, m), month| (n + month.0, m + month.1));
    let shape = 1.0 / (overdispersion * overdispersion);
    let ln_likelihood = |ln_factor: f64| -> f64 {
        let factor = math::exp(ln_factor);
        if overdispersion > 0.0 {
            let month = |(n, mean): &(f64, f64)| {
                if *mean > 0.0 {
                    n * ln_factor - (shape + n) * math::ln_1p(factor * mean / shape)
                } else {
                    0.0
                }
            };
            months.iter().map(month).sum()
        } else {
            total * ln_factor - factor * mean
        }
    };
    if mean <= 0.0 {
        return None;
    }
    log_normal(1.0, u, &ln_likelihood)
}

/// The posterior of a log-normal amount, given the logarithm of the likelihood along the amount's logarithm.
fn log_normal(mean: f64, variation: f64, ln_likelihood: &dyn Fn(f64) -> f64) -> Option<Density> {
    let variance = math::ln_1p(variation * variation);
    let middle = math::ln(mean) - variance / 2.0;
    let ln_density = |u: f64| ln_likelihood(u) - (u - middle) * (u - middle) / (2.0 * variance);
    Density::new(Scale::Logarithm, middle, &ln_density)
}

/// Mean and coefficient of variation.
fn spread(density: &Density) -> (f64, f64) {
    (density.mean(), density.variance().sqrt() / density.mean())
}

/// The posterior of the mean deal value V ~ log-normal: the amounts' sum is Gamma of shape W/c² and scale V c².
///
/// Counts by month of recurring deals hold the fees billed, which tell nothing of the deals won. Where the plan has no
/// spread of deals but an uncertain mean, the deals' own mean is known from the first one on.
pub(super) fn value(plan: &Plan, actuals: &Actuals) -> ValuePosterior {
    let (deals, sum, without_amount) = deals(plan, actuals);
    let prior = plan.deal.value;
    let (variation, spread_squared) = (prior.uncertainty.get(), prior.spread.get() * prior.spread.get());
    let mut posterior = ValuePosterior { deals, sum, without_amount, learned: prior, density: None };
    if variation <= 0.0 || deals <= 0.0 || sum <= 0.0 {
        return posterior;
    }
    if spread_squared > 0.0 {
        let ln_likelihood = |u: f64| -(deals * u + sum * math::exp(-u)) / spread_squared;
        posterior.density = log_normal(prior.mean.get(), variation, &ln_likelihood);
    }
    let (mean, variation) = posterior.density.as_ref().map_or((sum / deals, 0.0), spread);
    if let (Ok(mean), Ok(uncertainty)) = (Money::new(mean), CoefficientOfVariation::new(variation)) {
        posterior.learned = UncertainMoney { mean, uncertainty, ..prior };
    }
    posterior
}

/// Deals won in the period with a known amount, their sum, and those without one.
fn deals(plan: &Plan, actuals: &Actuals) -> (f64, f64, f64) {
    let won = plan.stages.last().map(|stage| &stage.id);
    let (mut known, mut sum, mut unknown) = (0.0, 0.0, 0.0);
    match &actuals.record {
        Record::Months(rows) => {
            let pays_once = plan.deal.kind == DealKind::OneOff;
            for row in rows {
                let wins = won.and_then(|won| row.arrivals.get(won)).map_or(0.0, |wins| f64::from(*wins));
                match row.revenue.filter(|_| pays_once) {
                    Some(revenue) => {
                        known += wins;
                        sum += if wins > 0.0 { revenue.get() } else { 0.0 };
                    }
                    None => unknown += wins,
                }
            }
        }
        Record::Prospects(prospects) => {
            for prospect in prospects {
                let Some(date) = won.and_then(|won| prospect.entered.get(won)) else { continue };
                // Only the dates before the period lie outside the months that are counted.
                if months_between(plan.period.start, date.month()) < 0 {
                    continue;
                }
                match prospect.amount {
                    Some(amount) => {
                        known += 1.0;
                        sum += amount.get();
                    }
                    None => unknown += 1.0,
                }
            }
        }
    }
    (known, sum, unknown)
}

/// The posterior of the churn: customers lost of customer-months; `None` where the plan has no churn.
pub(super) fn churn(plan: &Plan, actuals: &Actuals) -> Option<ChurnPosterior> {
    let prior = with_evidence(plan.customers.as_ref()?.monthly_churn?);
    let now = actuals.customers;
    let count = |of: fn(&super::CustomersNow) -> u32| now.as_ref().map_or(0.0, |now| f64::from(of(now)));
    let (lost, customer_months) = (count(|now| now.lost), count(|now| now.customer_months));
    let evidence = RateEvidence { passes: lost, losses: (customer_months - lost).max(0.0), open: Vec::new() };
    let density = prior.beta().and_then(|(a, b)| evidence.posterior(a, b));
    let learned = density.as_ref().and_then(learned).unwrap_or(prior);
    Some(ChurnPosterior { lost, customer_months, prior, learned })
}
