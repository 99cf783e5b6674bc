//! The smallest volume at which one trial, with its own luck, reaches the target.
//!
//! Given its parameters, a trial's deals arrive as a Poisson process along the axis of the volume multiplier, each with
//! its own value, so revenue only ever rises with the multiplier and there is one smallest multiplier that reaches
//! the target. The trial's own number of deals and their sum fix the process at one point; it is filled in from there,
//! downwards by its bridge and upwards by new deals. Then the volume required at any confidence is a quantile of these
//! multipliers, and the probability against the volume is their distribution function, which never falls.

use rand::Rng;

use super::luck::{self, DealSum};

/// Beyond this many doublings upwards no deal comes that would reach the target.
const MAX_EXTENSIONS: usize = 10_000;

/// One trial's process of deals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Threshold {
    /// How deal values differ.
    pub(crate) deals: DealSum,
    /// The trial's mean deal value.
    pub(crate) value: f64,
    /// The revenue that the scaled channels must bring.
    pub(crate) floor: f64,
    /// Expected deals at multiplier 1.
    pub(crate) rate: f64,
    /// The multiplier at which the trial was run.
    pub(crate) multiplier: f64,
}

/// A count of deals and their sum in mean deal values.
#[derive(Debug, Clone, Copy)]
struct Point {
    count: f64,
    sum: f64,
}

impl Threshold {
    /// The smallest multiplier that reaches the target in a trial that won `won` deals with the sum `sum`.
    ///
    /// At the multiplier the trial was run with, it agrees with the trial's own goal: the result is at most that
    /// multiplier just where the goal reaches the target.
    pub(crate) fn multiplier(&self, rng: &mut impl Rng, won: f64, sum: f64) -> f64 {
        if self.floor <= 0.0 {
            return 0.0;
        }
        if self.rate == 0.0 || self.value == 0.0 {
            return f64::INFINITY;
        }
        let start = Point { count: 0.0, sum: 0.0 };
        let end = Point { count: won, sum };
        if self.reached(end) {
            let needed = self.first_reaching(rng, start, end);
            let share = place_in_order(rng, needed, won);
            self.multiplier * share
        } else {
            let Some((low, high)) = self.extend(rng, end) else { return f64::INFINITY };
            let needed = self.first_reaching(rng, low, high);
            self.multiplier + luck::waiting_time(rng, needed - won) / self.rate
        }
    }

    fn reached(&self, point: Point) -> bool {
        point.sum * self.value >= self.floor
    }

    /// Adds deals until the target is reached: the last point below and the first one above.
    fn extend(&self, rng: &mut impl Rng, mut low: Point) -> Option<(Point, Point)> {
        for _ in 0..MAX_EXTENSIONS {
            let missing = self.floor / self.value - low.sum;
            let more = missing.ceil().max(1.0);
            let high = Point { count: low.count + more, sum: low.sum + self.deals.draw(rng, more) };
            if self.reached(high) {
                return Some((low, high));
            }
            low = high;
        }
        None
    }

    /// The number of the first deal that reaches the target, between a point below it and one at or above it.
    fn first_reaching(&self, rng: &mut impl Rng, mut low: Point, mut high: Point) -> f64 {
        while high.count - low.count > 1.0 {
            let [count, sum] = [high.count - low.count, high.sum - low.sum];
            // Where equal deals would reach it is where to look: what is left then is mostly a few deals.
            let share = (self.floor / self.value - low.sum) / sum;
            let step = (share * count).round().max(1.0).min(count - 1.0);
            let part = self.deals.part(rng, step, count);
            let middle = Point { count: low.count + step, sum: low.sum + part * sum };
            if self.reached(middle) { high = middle } else { low = middle }
        }
        high.count
    }
}

/// Where the `place`-th of `count` deals falls on a line of length 1 on which they are spread at random.
fn place_in_order(rng: &mut impl Rng, place: f64, count: f64) -> f64 {
    let before = luck::waiting_time(rng, place);
    let after = luck::waiting_time(rng, count - place + 1.0);
    before / (before + after)
}
