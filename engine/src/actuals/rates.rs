//! What the record says about the rate of a step.
//!
//! A prospect who passed contributes p to the likelihood. Without recorded losses one who has not passed at age a may still
//! do so: it contributes 1 − p F(a), F the law of the step's delay. With recorded losses (which are taken to come as fast as
//! passes do) a lost one contributes 1 − p, and an open one (1 − F(a)), in which there is no p.
//!
//! Counts by month tell the number of passes S only. It is a sum of binomial numbers of N and p φ over the entry months, taken as
//! one binomial number with the same mean and variance.

use super::density::{Density, Scale};
use super::tally::{Tally, delay_after};
use crate::flow::Flow;
use crate::math;
use crate::plan::{Evidence, Id, Plan, Rate, UncertainRate};

/// The evidence of a rate that the plan gives without any: a wish, not knowledge.
pub const EVIDENCE_OF_A_WISH: f64 = 2.0;

/// What is known of one rate after the record.
#[derive(Debug, Clone, PartialEq)]
pub struct RatePosterior {
    /// The rate's name in reports, such as `rate:won` or `rate:won@ads`.
    pub source: String,
    /// The stage that the step leads into.
    pub stage: Id,
    /// The channel whose own rate it is; `None` for the plan's.
    pub channel: Option<Id>,
    /// How many entered the stage before, the opening pipeline included.
    pub arrivals: f64,
    /// How many of them passed.
    pub passes: f64,
    /// How many were lost.
    pub losses: f64,
    /// How many are still open; without recorded losses the silently lost are among them.
    pub open: f64,
    /// Whether losses are recorded at this step.
    pub losses_recorded: bool,
    /// The rate before the record, with the evidence it was given; `None` for the evidence of a mean of 0 or 1, which is known.
    pub prior: UncertainRate,
    /// The Beta with the posterior's mean and variance, its evidence held within the limits of [`Evidence`].
    pub learned: UncertainRate,
    /// The posterior itself; `None` where the rate is known exactly and nothing can be learned.
    pub density: Option<Density>,
}

impl RatePosterior {
    /// The value that the rate lies below with a probability from 0 to 1.
    pub fn quantile(&self, probability: f64) -> f64 {
        self.density.as_ref().map_or(self.learned.mean.get(), |density| density.quantile(probability))
    }
}

/// What a record says of one rate: the exponents of its likelihood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RateEvidence {
    /// Factors p.
    pub passes: f64,
    /// Factors 1 − p.
    pub losses: f64,
    /// Factors 1 − p F: the share F from 0 to 1, and how many.
    pub open: Vec<(f64, f64)>,
}

impl RateEvidence {
    /// The posterior of a rate ~ Beta(a, b) before the record, both above 0.
    ///
    /// ```
    /// use gyakusan_engine::actuals::RateEvidence;
    ///
    /// // Ten of forty passed at once, nobody is still on the way: Beta(1 + 10, 3 + 30).
    /// let evidence = RateEvidence { passes: 10.0, losses: 0.0, open: vec![(1.0, 30.0)] };
    /// let density = evidence.posterior(1.0, 3.0).expect("a density");
    /// assert!((density.mean() - 11.0 / 44.0).abs() < 1e-9);
    /// ```
    pub fn posterior(&self, a: f64, b: f64) -> Option<Density> {
        let (passes, losses) = (a + self.passes, b + self.losses);
        let failed: f64 = self.open.iter().map(|(share, count)| share * count).sum();
        let ln_density = |u: f64| {
            let (p, q) = (1.0 / (1.0 + math::exp(-u)), 1.0 / (1.0 + math::exp(u)));
            let still_open = |(share, count): &(f64, f64)| count * math::ln(q + p * (1.0 - share));
            let open: f64 = self.open.iter().map(still_open).sum();
            -passes * softplus(-u) - losses * softplus(u) + open
        };
        Density::new(Scale::LogOdds, math::ln(passes / (losses + failed)), &ln_density)
    }
}

/// ln(1 + eᵘ).
fn softplus(u: f64) -> f64 {
    u.max(0.0) + math::ln_1p(math::exp(-u.abs()))
}

/// The posterior of every rate that the plan uses, in the order of its flow.
pub(super) fn posteriors(plan: &Plan, flow: &Flow, tally: &Tally) -> Vec<RatePosterior> {
    (0..flow.rates.len()).filter_map(|rate| posterior(plan, flow, tally, rate)).collect()
}

fn posterior(plan: &Plan, flow: &Flow, tally: &Tally, rate: usize) -> Option<RatePosterior> {
    let parameter = &flow.rates[rate];
    let (stage, channel) = named(&parameter.source)?;
    let groups = || tally.at_rate(rate);
    let sum =
        |of: &dyn Fn(&super::tally::Group) -> f64| groups().map(of).fold(0.0, |sum, number| sum + number);
    let prior = with_evidence(parameter.rate);
    let density = prior.beta().and_then(|(a, b)| evidence(plan, tally, rate).posterior(a, b));
    Some(RatePosterior {
        source: parameter.source.clone(),
        stage,
        channel,
        arrivals: sum(&|group| group.arrivals),
        passes: sum(&|group| group.passes),
        losses: sum(&|group| group.losses),
        open: sum(&|group| group.open.iter().map(|(_, count)| count).sum()),
        losses_recorded: groups().any(|group| group.losses_recorded),
        prior,
        learned: density.as_ref().and_then(learned).unwrap_or(prior),
        density,
    })
}

/// Stage and channel of a rate's name.
fn named(source: &str) -> Option<(Id, Option<Id>)> {
    let name = source.strip_prefix("rate:")?;
    match name.split_once('@') {
        Some((stage, channel)) => Some((Id::new(stage)?, Some(Id::new(channel)?))),
        None => Some((Id::new(name)?, None)),
    }
}

/// A rate with the evidence of a wish where it has none; a mean of 0 or 1 without any is known.
pub(super) fn with_evidence(rate: UncertainRate) -> UncertainRate {
    let is_known = rate.mean <= Rate::ZERO || rate.mean >= Rate::ONE;
    let wish = Evidence::new(EVIDENCE_OF_A_WISH).ok().filter(|_| !is_known);
    UncertainRate { evidence: rate.evidence.or(wish), ..rate }
}

/// The Beta with the mean and variance of a density: m n and (1 − m) n with n = m(1 − m)/variance − 1.
pub(super) fn learned(density: &Density) -> Option<UncertainRate> {
    let mean = density.mean();
    let evidence = mean * (1.0 - mean) / density.variance() - 1.0;
    let evidence = Evidence::new(evidence.max(Evidence::MIN).min(Evidence::MAX)).ok()?;
    Some(UncertainRate { mean: Rate::new(mean).ok()?, evidence: Some(evidence) })
}

/// What the record says of one rate of the flow.
fn evidence(plan: &Plan, tally: &Tally, rate: usize) -> RateEvidence {
    let mut evidence = RateEvidence::default();
    let (mut expected, mut squares) = (0.0, 0.0);
    for group in tally.at_rate(rate) {
        let delay = delay_after(plan, group.stage);
        evidence.passes += group.passes;
        if group.losses_recorded {
            evidence.losses += group.losses;
        } else if group.entered.is_empty() {
            evidence.open.extend(group.open.iter().map(|(age, count)| (age.share_passed(delay), *count)));
        } else if group.channel.is_some() || has_channels(tally, rate) {
            for (age, count) in &group.entered {
                let share = age.share_passed(delay);
                expected += count * share;
                squares += count * share * share;
            }
        }
    }
    if squares > 0.0 {
        let trials = expected * expected / squares;
        evidence.open.push((squares / expected, (trials - evidence.passes).max(0.0)));
    }
    evidence
}

/// Whether the passes of any channel are known at this rate: else those of the opening pipeline are not known either.
fn has_channels(tally: &Tally, rate: usize) -> bool {
    tally.at_rate(rate).any(|group| group.channel.is_some() && !group.entered.is_empty())
}
