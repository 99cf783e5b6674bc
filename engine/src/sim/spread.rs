//! How arrivals by stage and revenue by month are spread over the trials.

use serde::Serialize;

use super::Trials;
use super::odds::quantile;
use crate::math::sorted;

/// Mean and quantiles of one figure; quantile a is the ⌈aN⌉-th smallest of N trials.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// 10 % of trials end at or below this.
    pub p10: f64,
    /// 25 % of trials end at or below this.
    pub p25: f64,
    /// Half of all trials end at or below this.
    pub p50: f64,
    /// 75 % of trials end at or below this.
    pub p75: f64,
    /// 90 % of trials end at or below this.
    pub p90: f64,
}

/// One month over the trials.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MonthSpread {
    /// The month's revenue.
    pub revenue: Spread,
    /// Revenue from the start to the month's end.
    pub cumulative: Spread,
}

impl Spread {
    /// The spread of some numbers; `None` without any.
    ///
    /// ```
    /// use gyakusan_engine::sim::Spread;
    /// let spread = Spread::of(&[1.0, 2.0, 3.0, 4.0]).expect("four numbers");
    /// assert_eq!((spread.mean, spread.p10, spread.p50), (2.5, 1.0, 2.0));
    /// assert_eq!(Spread::of(&[]), None);
    /// ```
    pub fn of(numbers: &[f64]) -> Option<Self> {
        if numbers.is_empty() {
            return None;
        }
        let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
        let sorted = sorted(numbers);
        let at = |a| quantile(&sorted, a);
        Some(Self { mean, p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) })
    }

    /// Arrivals in the period, by stage, over the trials that [`Chunk::stages`](super::Chunk::stages) are kept of.
    pub fn by_stage(trials: &Trials) -> Vec<Self> {
        trials.stages.iter().filter_map(|stage| Self::of(stage)).collect()
    }
}

impl MonthSpread {
    /// Every month, over the trials that [`Chunk::months`](super::Chunk::months) are kept of.
    pub fn by_month(trials: &Trials) -> Vec<Self> {
        let mut sums = vec![0.0; trials.months.first().map_or(0, Vec::len)];
        let months = trials.months.iter().filter_map(|month| {
            for (sum, revenue) in sums.iter_mut().zip(month) {
                *sum += revenue;
            }
            Some(Self { revenue: Spread::of(month)?, cumulative: Spread::of(&sums)? })
        });
        months.collect()
    }
}
