//! Luck, given the parameters: counts of people and sums of deal values.

use rand::Rng;

use super::binomial::binomial;
use super::gamma::gamma;
use super::poisson::poisson;

/// A number of arrivals ~ Poisson(`mean`); 0 where the mean is 0.
///
/// The mean is at most about 1e15, where floats still tell whole numbers apart.
pub(crate) fn arrivals(rng: &mut impl Rng, mean: f64) -> f64 {
    poisson(rng, mean)
}

/// How many of `count` succeed ~ Binomial(`count`, `probability`).
pub(crate) fn successes(rng: &mut impl Rng, count: f64, probability: f64) -> f64 {
    binomial(rng, count, probability)
}

/// The sum of positive amounts of mean 1 that differ from one to the next: a random walk in the number of deals.
///
/// One amount ~ Gamma(1/c², c²), so n of them sum to Gamma(n/c², c²) in one draw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DealSum {
    spread_squared: f64,
}

impl DealSum {
    /// Amounts with a coefficient of variation of `spread`.
    pub(crate) fn new(spread: f64) -> Self {
        Self { spread_squared: spread * spread }
    }

    /// The sum of `count` amounts.
    pub(crate) fn draw(self, rng: &mut impl Rng, count: f64) -> f64 {
        // Beyond this shape, and without any spread, the standard deviation is below the last digit of the mean.
        const SHAPE_MAX: f64 = 1e34;
        let shape = count / self.spread_squared;
        if count == 0.0 || shape > SHAPE_MAX {
            return count;
        }
        self.spread_squared * gamma(rng, shape)
    }

    /// The part that the first `count` of `total` amounts have in their sum, between 0 and 1.
    ///
    /// It is Beta(k/c², (n−k)/c²), drawn as a share of two Gamma numbers, which stays accurate for large n/c².
    pub(crate) fn part(self, rng: &mut impl Rng, count: f64, total: f64) -> f64 {
        let first = self.draw(rng, count);
        let rest = self.draw(rng, total - count);
        if first + rest > 0.0 { first / (first + rest) } else { count / total }
    }

    /// Adds to each month its part of the sum of amounts, of which each has a count.
    ///
    /// The parts of a sum of Gamma numbers are those of any Gamma numbers of the same shapes: Dirichlet's law.
    pub(crate) fn share_out(self, rng: &mut impl Rng, counts: &[f64], sum: f64, months: &mut [f64]) {
        let amounts: Vec<_> = counts.iter().map(|count| self.draw(rng, *count)).collect();
        let total: f64 = amounts.iter().sum();
        // Numbers of very small shapes may all be too small for a float.
        let (parts, total) = if total > 0.0 { (&amounts[..], total) } else { (counts, counts.iter().sum()) };
        for (month, part) in months.iter_mut().zip(parts) {
            *month += sum * (part / total);
        }
    }
}

/// The waiting time for the `count`-th arrival of a process with one arrival per unit, ~ Gamma(count, 1).
pub(crate) fn waiting_time(rng: &mut impl Rng, count: f64) -> f64 {
    DealSum { spread_squared: 1.0 }.draw(rng, count)
}
