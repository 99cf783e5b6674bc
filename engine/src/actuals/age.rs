//! How long somebody has been in a stage, and what that says.

use crate::flow::Delay;

/// The time since a stage was entered, up to the end of the last month that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Age {
    /// So many months exactly.
    Exact(f64),
    /// Entered evenly within the month that began so many months ago, 1 for the last month.
    Month(u8),
}

impl Age {
    /// The middle of the ages it stands for, in months.
    pub fn months(self) -> f64 {
        match self {
            Self::Exact(months) => months,
            Self::Month(months) => f64::from(months) - 0.5,
        }
    }

    /// The share of those who will pass that has done so by now: F(a), or its mean over the month, G(k) − G(k−1).
    pub(super) fn share_passed(self, delay: Delay) -> f64 {
        let share = match self {
            Self::Exact(months) => delay.share_within(months),
            Self::Month(months) => {
                let months = f64::from(months);
                delay.mean_time_since(months) - delay.mean_time_since(months - 1.0)
            }
        };
        // The difference of two means may leave the range by rounding.
        share.max(0.0).min(1.0)
    }
}
