//! Stages of the funnel and the steps between them.

use crate::math;

use super::{DelayMonths, Evidence, Id, Name, Rate};

/// Who answers for a stage's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// マーケティング
    Marketing,
    /// インサイドセールス
    InsideSales,
    /// 営業
    Sales,
    /// カスタマーサクセス
    CustomerSuccess,
}

impl Owner {
    /// Every owner with its name in plan files.
    pub const ALL: [(Self, &str); 4] = [
        (Self::Marketing, "marketing"),
        (Self::InsideSales, "inside_sales"),
        (Self::Sales, "sales"),
        (Self::CustomerSuccess, "customer_success"),
    ];
}

/// A rate and how well it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UncertainRate {
    /// The mean.
    pub mean: Rate,
    /// The number of observed trials it is worth; `None` is known exactly.
    pub evidence: Option<Evidence>,
}

impl UncertainRate {
    /// A rate that is known exactly.
    pub const fn exact(mean: Rate) -> Self {
        Self { mean, evidence: None }
    }

    /// The two parameters of its Beta distribution, m·n and (1−m)·n; `None` where the rate is known exactly, a mean of
    /// 0 or 1 included, which no Beta distribution has.
    pub fn beta(self) -> Option<(f64, f64)> {
        let (mean, evidence) = (self.mean.get(), self.evidence?.get());
        (mean > 0.0 && mean < 1.0).then_some((mean * evidence, (1.0 - mean) * evidence))
    }
}

impl UncertainRate {
    /// The range that holds the rate with probability `mass`, as much of the rest below as above; the mean twice where
    /// the rate is known exactly.
    ///
    /// ```
    /// use gyakusan_engine::plan::{Evidence, Rate, UncertainRate};
    ///
    /// let rate = UncertainRate { mean: Rate::new(0.25)?, evidence: Some(Evidence::new(80.0)?) };
    /// let (low, high) = rate.central_range(0.9);
    /// assert_eq!((low * 100.0).round(), 17.0);
    /// assert_eq!((high * 100.0).round(), 33.0);
    /// # Ok::<(), gyakusan_engine::plan::OutOfRange>(())
    /// ```
    pub fn central_range(self, mass: f64) -> (f64, f64) {
        let tail = (1.0 - mass) / 2.0;
        match self.beta() {
            Some((a, b)) => (math::beta_i_inverse(a, b, tail), 1.0 - math::beta_i_inverse(b, a, tail)),
            None => (self.mean.get(), self.mean.get()),
        }
    }
}

/// The way into a stage from the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The share of those in the stage before who pass.
    pub rate: UncertainRate,
    /// Mean time from the stage before, in months.
    pub delay_months: DelayMonths,
}

/// A stage of the funnel; the last one is the won deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Names the stage inside the plan.
    pub id: Id,
    /// What people call it; the id where the plan does not say.
    pub name: Name,
    /// Who answers for it.
    pub owner: Owner,
    /// The way into it; `None` for the first stage and no other.
    pub step: Option<Step>,
}
