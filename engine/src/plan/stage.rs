//! Stages of the funnel and the steps between them.

use crate::math;

use super::{DelayMonths, Evidence, Id, Name, Rate};

/// The share of possible rates inside the range that people give or read.
const RANGE_MASS: f64 = 0.9;
/// How wide the range of a rate that is known "about" is, as a share of its distance from the nearer end.
const ABOUT_WIDTH: f64 = 0.6;

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

impl UncertainRate {
    /// The rate of which `passes` of `trials` cases are known. Where none or all passed, half a case more on both sides
    /// keeps the rate from being taken for certain: 0 of 8 is 0.5 of 9.
    ///
    /// `None` for no cases, more passes than cases, or numbers beyond the limits of [`Evidence`].
    pub fn from_counts(passes: f64, trials: f64) -> Option<Self> {
        let extreme = passes <= 0.0 || passes >= trials;
        let (part, whole) = if extreme { (passes + 0.5, trials + 1.0) } else { (passes, trials) };
        let possible = trials > 0.0 && (0.0..=trials).contains(&passes);
        let mean = Rate::new(part / whole).ok().filter(|_| possible)?;
        Some(Self { mean, evidence: Some(Evidence::new(whole).ok()?) })
    }

    /// The rate whose central 90 % is the range from `low` to `high`.
    ///
    /// `None` where no Beta distribution within the limits of [`Evidence`] has that range: an end at 0 or 1, ends in the
    /// wrong order or too near to each other.
    ///
    /// ```
    /// use gyakusan_engine::plan::UncertainRate;
    ///
    /// let rate = UncertainRate::from_range(0.1, 0.2).expect("a range");
    /// assert_eq!((rate.mean.get() * 1e3).round(), 147.0);
    /// assert!(UncertainRate::from_range(0.0, 0.2).is_none());
    /// ```
    pub fn from_range(low: f64, high: f64) -> Option<Self> {
        if !(low > 0.0 && low < high && high < 1.0) {
            return None;
        }
        // The evidence that puts the right mass into the range, for a mean inside it.
        let evidence = |mean: f64| {
            let outside = |ln_evidence: f64| {
                let (a, b) = shapes(mean, math::exp(ln_evidence));
                math::beta_i(a, b, low) + math::beta_i_complement(a, b, high) - (1.0 - RANGE_MASS)
            };
            math::find_root(outside, math::ln(Evidence::MIN), math::ln(Evidence::MAX), 0.0)
        };
        // The mean at which as much lies below the range as above it.
        let skew = |mean: f64| match evidence(mean) {
            Ok(ln_evidence) => {
                let (a, b) = shapes(mean, math::exp(ln_evidence));
                math::beta_i(a, b, low) - math::beta_i_complement(a, b, high)
            }
            Err(_) => f64::NAN,
        };
        let inset = (high - low) / 16.0;
        let mean = math::find_root(skew, low + inset, high - inset, 0.0).ok()?;
        let evidence = Evidence::new(math::exp(evidence(mean).ok()?)).ok()?;
        Some(Self { mean: Rate::new(mean).ok()?, evidence: Some(evidence) })
    }

    /// A rate that is known "about": its central 90 % is as wide as 0.6 of the distance to the nearer of 0 and 1. A mean of
    /// 0 or 1 is known exactly.
    pub fn about(mean: Rate) -> Self {
        let nearer = mean.get().min(1.0 - mean.get());
        let too_wide = |evidence: f64| {
            let (low, high) = Self { mean, evidence: Evidence::new(evidence).ok() }.central_range(RANGE_MASS);
            high - low - ABOUT_WIDTH * nearer
        };
        // With one case on the rarer side the range is about three times that distance wide, with a hundred a third of it.
        let evidence = if nearer > 0.0 {
            math::find_root(too_wide, 1.0 / nearer, 100.0 / nearer, 1e-9).ok()
        } else {
            None
        };
        Self { mean, evidence: evidence.and_then(|evidence| Evidence::new(evidence).ok()) }
    }
}

/// The two parameters of the Beta distribution with a mean and an evidence.
fn shapes(mean: f64, evidence: f64) -> (f64, f64) {
    (mean * evidence, (1.0 - mean) * evidence)
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
