//! The time prospects take for consecutive steps, and the share that has arrived by the end of each month.

use crate::math;

/// The time from one moment in the funnel to a later one: Gamma with this mean and variance, or fixed.
///
/// Steps take independent times, so the means and variances of consecutive steps add up; the sum of their Gamma
/// numbers is taken as the Gamma with the same two moments (Welch–Satterthwaite).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Delay {
    mean_months: f64,
    variance: f64,
}

impl Delay {
    /// No time at all.
    pub const NONE: Self = Self { mean_months: 0.0, variance: 0.0 };

    /// This delay and after it a step that takes `mean_months` (0 to 36) with a coefficient of variation of `cv`
    /// (0 to 3).
    #[must_use]
    pub fn then(self, mean_months: f64, cv: f64) -> Self {
        let sd = cv * mean_months;
        Self { mean_months: self.mean_months + mean_months, variance: self.variance + sd * sd }
    }

    /// The share that takes less than `months`, 0 for 0 months; for a fixed delay 1 from just after its end on.
    ///
    /// ```
    /// use gyakusan_engine::flow::Delay;
    /// let fixed = Delay::NONE.then(2.0, 0.0);
    /// assert_eq!([2.0, 2.1].map(|months| fixed.share_within(months)), [0.0, 1.0]);
    /// ```
    pub fn share_within(self, months: f64) -> f64 {
        self.after(months).share
    }

    /// The share that takes longer than `months`, accurate also where it is small.
    ///
    /// ```
    /// use gyakusan_engine::flow::Delay;
    /// let exponential = Delay::NONE.then(2.0, 1.0);
    /// assert!((exponential.share_beyond(100.0) / (-50_f64).exp() - 1.0).abs() < 1e-12);
    /// ```
    pub fn share_beyond(self, months: f64) -> f64 {
        match self.law() {
            Law::Gamma { shape, scale } if months > 0.0 => math::gamma_q(shape, months / scale),
            _ => 1.0 - self.share_within(months),
        }
    }

    /// The mean time since arrival after `months` have passed, those not yet there counted as 0: the integral of
    /// [`Delay::share_within`] from 0 to `months`.
    ///
    /// Of entries that are even inside a month, the share that has arrived `k` months after that month began is this at `k`
    /// less this at `k` − 1.
    pub fn mean_time_since(self, months: f64) -> f64 {
        self.after(months).time_since
    }

    fn after(self, months: f64) -> After {
        match self.law() {
            _ if months <= 0.0 => After { share: 0.0, time_since: 0.0 },
            Law::Fixed => After {
                share: if months > self.mean_months { 1.0 } else { 0.0 },
                time_since: (months - self.mean_months).max(0.0),
            },
            Law::Gamma { shape, scale } => {
                let (share, shortfall) = math::gamma_p_and_shortfall(shape, months / scale);
                After { share, time_since: scale * shortfall }
            }
        }
    }

    fn law(self) -> Law {
        let shape = self.mean_months * self.mean_months / self.variance;
        let scale = self.variance / self.mean_months;
        // A shape beyond the largest spreads the delay by less than 4e-8 of its mean.
        if shape <= math::LARGEST_SHAPE { Law::Gamma { shape, scale } } else { Law::Fixed }
    }
}

/// Where a delay stands some time after its start.
struct After {
    share: f64,
    time_since: f64,
}

/// What a delay is drawn from.
enum Law {
    Fixed,
    Gamma { shape: f64, scale: f64 },
}

/// When prospects that all start alike arrive in the stages after them, if they pass every step.
///
/// Nobody is in a later stage before an earlier one: the share that has arrived is never more than in the stage before.
#[derive(Debug, Clone, PartialEq)]
pub struct Transit {
    /// By stage from the start on and by month: the share that has arrived by the end of the month.
    arrived: Vec<Vec<f64>>,
}

impl Transit {
    /// The transit of prospects that enter evenly inside month 0, and of those that all stand at its start; `delays` are the
    /// times from the start to each stage, the starting one included.
    pub fn even_and_opening(delays: &[Delay], month_count: usize) -> [Self; 2] {
        let mut transits = [(); 2].map(|()| Self { arrived: Vec::with_capacity(delays.len()) });
        for delay in delays {
            let mut before = delay.after(0.0);
            let shares = (1..=month_count).map(|months| {
                let after = delay.after(months as f64);
                let even = after.time_since - before.time_since;
                before = after;
                [even, before.share]
            });
            let shares: Vec<_> = shares.collect();
            for (kind, transit) in transits.iter_mut().enumerate() {
                transit.add_stage(shares.iter().map(|shares| shares[kind]));
            }
        }
        transits
    }

    /// The transit with these shares that have arrived, by stage from the start on and by month.
    pub(crate) fn of_shares(arrived: Vec<Vec<f64>>) -> Self {
        let mut transit = Self { arrived: Vec::with_capacity(arrived.len()) };
        for stage in arrived {
            transit.add_stage(stage.into_iter());
        }
        transit
    }

    fn add_stage(&mut self, shares: impl Iterator<Item = f64>) {
        let before = self.arrived.last();
        let mut least = 0.0;
        let months = shares.enumerate().map(|(month, share)| {
            let most = before.map_or(1.0, |before| before[month]);
            // Both bounds only remove rounding: the share rises with time, and falls from stage to stage.
            least = share.max(least).min(most);
            least
        });
        let months = months.collect();
        self.arrived.push(months);
    }

    /// The share that has arrived in a stage, counted from the start, by the end of a month.
    pub fn arrived(&self, stage: usize, month: usize) -> f64 {
        self.arrived[stage][month]
    }

    /// Arrivals in each month in a stage, counted from the start, of those who enter by month, if all pass.
    pub fn arrivals(&self, stage: usize, monthly_entries: &[f64]) -> Vec<f64> {
        let mut arrivals = vec![0.0; monthly_entries.len()];
        let shares: Vec<_> = self.by_month(stage).collect();
        for (entered, entries) in monthly_entries.iter().enumerate() {
            for (arrived, share) in arrivals[entered..].iter_mut().zip(&shares) {
                *arrived += entries * share;
            }
        }
        arrivals
    }

    /// The share that arrives in a stage, counted from the start, in each month.
    pub fn by_month(&self, stage: usize) -> impl Iterator<Item = f64> {
        let mut before = 0.0;
        self.arrived[stage].iter().map(move |arrived| arrived - std::mem::replace(&mut before, *arrived))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Even inflow over 12 months at coefficient of variation 0.6, worked out elsewhere (`scipy.stats.gamma`).
    #[test]
    fn the_share_of_a_year_that_lands_falls_with_the_delay() {
        for (mean_months, percent) in [(3.0, 75.01), (5.0, 58.88), (6.0, 51.58), (9.0, 34.30)] {
            let [transit, _] = Transit::even_and_opening(&[Delay::NONE.then(mean_months, 0.6)], 12);
            let landed: f64 = (0..12).map(|month| transit.arrived(0, month)).sum();
            assert!((landed / 12.0 * 100.0 - percent).abs() < 0.005, "{mean_months}: {landed}");
        }
    }

    #[test]
    fn fixed_delays_move_the_month_and_split_it_where_they_end_inside() {
        let months = |mean| {
            let [even, _] = Transit::even_and_opening(&[Delay::NONE.then(mean, 0.0)], 4);
            even.by_month(0).collect::<Vec<_>>()
        };
        assert_eq!(months(0.0), [1.0, 0.0, 0.0, 0.0]);
        assert_eq!(months(2.0), [0.0, 0.0, 1.0, 0.0]);
        assert_eq!(months(1.25), [0.0, 0.75, 0.25, 0.0]);
        let [_, standing] = Transit::even_and_opening(&[Delay::NONE, Delay::NONE.then(1.0, 0.0)], 3);
        assert_eq!(standing.by_month(0).collect::<Vec<_>>(), [1.0, 0.0, 0.0]);
        assert_eq!(standing.by_month(1).collect::<Vec<_>>(), [0.0, 1.0, 0.0]);
    }

    #[test]
    fn the_law_changes_without_a_step() {
        // The variations on both sides of the change from Gamma to fixed.
        let cv = 1.0 / math::LARGEST_SHAPE.sqrt();
        for months in [2.999_999, 3.0, 3.000_001, 3.2] {
            let [gamma, fixed] =
                [1.000_01, 0.999_99].map(|side| Delay::NONE.then(3.0, cv * side).mean_time_since(months));
            assert!((gamma - fixed).abs() < 1e-7, "{months}: {gamma} {fixed}");
        }
    }

    #[test]
    fn nobody_is_in_a_later_stage_before_an_earlier_one() {
        // A long delay of high variation, then a short one: the sum's Gamma alone would overtake its first part.
        for delays in [[8.0, 0.01, 0.01], [0.5, 0.5, 0.5], [0.0, 0.0, 36.0]] {
            let mut delay = Delay::NONE;
            let mut path = vec![delay];
            for mean in delays {
                delay = delay.then(mean, 3.0);
                path.push(delay);
            }
            for transit in Transit::even_and_opening(&path, 60) {
                for stage in 1..path.len() {
                    for month in 0..60 {
                        assert!(transit.arrived(stage, month) <= transit.arrived(stage - 1, month));
                    }
                    assert!(transit.by_month(stage).all(|share| share >= 0.0));
                }
            }
        }
    }
}
