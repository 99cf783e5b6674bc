//! Measured delays: the mean time of a step that explains best how long prospects took, and how long others are waiting.
//!
//! The mean of the times seen so far is no estimate of it, since long ones are not seen yet: after half a year a delay of five
//! months shows as three.

use super::Age;
use super::date::DAYS_PER_MONTH;
use super::tally::{Group, Tally};
use crate::flow::{Delay, Flow};
use crate::math;
use crate::plan::{DelayMonths, Id, Plan};

/// A delay is measured from this many passes on.
pub const LEAST_PASSES: f64 = 10.0;

/// A delay as the record shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredDelay {
    /// The stage that the step leads into.
    pub stage: Id,
    /// Its mean, 0 to 36 months.
    pub months: f64,
    /// How many prospects it rests on: those who passed with a known date.
    pub passes: f64,
}

/// The shortest mean that is considered, in months: a tenth of a day.
const SHORTEST: f64 = 0.1 / DAYS_PER_MONTH;

/// Means that are tried before the best one is refined.
const POINTS: i32 = 60;

/// The delay of every step with [`LEAST_PASSES`] dated passes, in the order of the funnel.
///
/// It maximises Π p f(t) over those who passed × Π (1 − p F(a)) over those who are open, jointly with p of every rate of the
/// step; where losses are recorded, Π f(t) over those who passed or were lost × Π (1 − F(a)) over those who are open. A time
/// in days stands for half a day before to half a day after it. The variation is the plan's; without one delays are fixed,
/// and the mean of the times is given.
pub(super) fn measured(plan: &Plan, flow: &Flow, tally: &Tally) -> Vec<MeasuredDelay> {
    let steps = 0..plan.stages.len() - 1;
    let measured = steps.filter_map(|stage| {
        let step = Step::new(plan, flow, tally, stage);
        let passes = step.passes();
        (passes >= LEAST_PASSES).then(|| MeasuredDelay {
            stage: plan.stages[stage + 1].id.clone(),
            months: step.best(),
            passes,
        })
    });
    measured.collect()
}

/// All that is known of the times of one step.
struct Step<'a> {
    cv: f64,
    losses_recorded: bool,
    rates: Vec<AtRate<'a>>,
}

/// The cases of one rate.
struct AtRate<'a> {
    /// Months taken and how many took them; of those who passed, and of those who were lost where losses are recorded.
    times: Vec<(f64, f64)>,
    passes: f64,
    open: Vec<&'a (Age, f64)>,
}

impl<'a> Step<'a> {
    fn new(plan: &Plan, flow: &Flow, tally: &'a Tally, stage: usize) -> Self {
        let is_here = |group: &&Group| group.stage == stage;
        let losses_recorded = tally.groups.iter().filter(is_here).any(|group| group.losses_recorded);
        let rates = (0..flow.rates.len()).filter_map(|rate| {
            let mut groups = tally.at_rate(rate).filter(is_here).peekable();
            groups.peek()?;
            let times = tally.times.iter().filter(|time| time.rate == rate);
            Some(AtRate {
                passes: times.clone().filter(|time| time.passed).map(|time| time.count).sum(),
                times: times
                    .filter(|time| time.passed || losses_recorded)
                    .map(|time| (f64::from(time.days) / DAYS_PER_MONTH, time.count))
                    .collect(),
                open: groups.flat_map(|group| &group.open).collect(),
            })
        });
        Self { cv: plan.delay_cv.get(), losses_recorded, rates: rates.collect() }
    }

    fn passes(&self) -> f64 {
        self.rates.iter().map(|rate| rate.passes).sum()
    }

    /// The most likely mean.
    fn best(&self) -> f64 {
        if self.cv <= 0.0 {
            return self.mean_time();
        }
        // A grid in the logarithm, then golden sections around its best point.
        let (low, high) = (math::ln(SHORTEST), math::ln(DelayMonths::MAX));
        let place = |point: i32| low + (high - low) * f64::from(point.max(0).min(POINTS)) / f64::from(POINTS);
        let height = |ln_mean: f64| self.ln_likelihood(math::exp(ln_mean));
        let mut best = (0, f64::NEG_INFINITY);
        for point in 0..=POINTS {
            let height = height(place(point));
            if height > best.1 {
                best = (point, height);
            }
        }
        let ln_mean = super::density::golden(place(best.0 - 1), place(best.0 + 1), &height);
        math::exp(ln_mean).min(DelayMonths::MAX)
    }

    fn mean_time(&self) -> f64 {
        let times = || self.rates.iter().flat_map(|rate| &rate.times);
        let count: f64 = times().map(|(_, count)| count).sum();
        let sum: f64 = times().map(|(months, count)| months * count).sum();
        (sum / count).min(DelayMonths::MAX)
    }

    fn ln_likelihood(&self, mean: f64) -> f64 {
        let delay = Delay::NONE.then(mean, self.cv);
        self.rates.iter().map(|rate| rate.ln_likelihood(delay, self.losses_recorded)).sum()
    }
}

impl AtRate<'_> {
    fn ln_likelihood(&self, delay: Delay, losses_recorded: bool) -> f64 {
        const HALF_A_DAY: f64 = 0.5 / DAYS_PER_MONTH;
        // What lies too far out for a float is very unlikely, and the farther the less.
        let ln = |share: f64, far: f64| if share > 0.0 { math::ln(share) } else { -700.0 * (1.0 + far) };
        let times = self.times.iter().map(|(months, count)| {
            let within = |end: f64| delay.share_within(end);
            count * ln(within(months + HALF_A_DAY) - within(months - HALF_A_DAY), *months)
        });
        let times: f64 = times.sum();
        let shares = self.open.iter().map(|(age, count)| (age.share_passed(delay), *count));
        if losses_recorded {
            return times + shares.map(|(share, count)| count * ln(1.0 - share, 0.0)).sum::<f64>();
        }
        let shares: Vec<_> = shares.collect();
        let p = most_likely_rate(self.passes, &shares);
        let open = shares.iter().map(|(share, count)| count * ln(1.0 - p * share, 0.0)).sum::<f64>();
        times + if self.passes > 0.0 { self.passes * math::ln(p) } else { 0.0 } + open
    }
}

/// The rate p that maximises p^S Π (1 − p F): S/p falls with p and Σ F/(1 − pF) rises.
fn most_likely_rate(passes: f64, open: &[(f64, f64)]) -> f64 {
    // Just below 1, where an open case whose time is over would divide by zero.
    const MOST: f64 = 1.0 - 1e-12;
    let slope = |p: f64| {
        passes - open.iter().map(|(share, count)| count * p * share / (1.0 - p * share)).sum::<f64>()
    };
    if passes <= 0.0 {
        return 0.0;
    }
    math::find_root(slope, 0.0, MOST, 1e-12).unwrap_or(MOST)
}
