//! The numbers of a plan: each has its own type and passes its limits once, in the constructor.

/// A number outside the limits of its type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutOfRange {
    /// The number that was given; may be NaN.
    pub found: f64,
    /// The smallest allowed number.
    pub min: f64,
    /// The largest allowed number.
    pub max: f64,
}

impl std::fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is not within {} to {}", self.found, self.min, self.max)
    }
}

impl std::error::Error for OutOfRange {}

/// A number type with limits, as the reader needs it.
pub(crate) trait Limited: Sized {
    const MAX: f64;
    fn checked(value: f64) -> Result<Self, OutOfRange>;
}

macro_rules! limited {
    ($($(#[$doc:meta])* $name:ident: $min:expr, $max:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// The smallest allowed number.
            pub const MIN: f64 = $min;
            /// The largest allowed number.
            pub const MAX: f64 = $max;

            /// Takes a number within the limits.
            ///
            /// # Errors
            /// [`OutOfRange`] for anything else, NaN included.
            pub fn new(value: f64) -> Result<Self, OutOfRange> {
                // NaN lies in no range; adding zero turns -0 into 0.
                if (Self::MIN..=Self::MAX).contains(&value) {
                    Ok(Self(value + 0.0))
                } else {
                    Err(OutOfRange { found: value, min: Self::MIN, max: Self::MAX })
                }
            }

            /// The number itself.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Limited for $name {
            const MAX: f64 = $name::MAX;
            fn checked(value: f64) -> Result<Self, OutOfRange> {
                Self::new(value)
            }
        }
    )*};
}

limited! {
    /// An amount in the plan's currency.
    Money: 0.0, 1e15;
    /// What one counted arrival costs, in the plan's currency; above zero, since budgets are divided by it.
    CostPerEntry: f64::MIN_POSITIVE, 1e15;
    /// A share of those who could: a conversion, churn or retention rate as a fraction of 1.
    Rate: 0.0, 1.0;
    /// How many observed trials the knowledge of a rate is worth.
    Evidence: 0.1, 1e9;
    /// Expected arrivals in one month.
    Entries: 0.0, 1e9;
    /// Standard deviation divided by the mean.
    CoefficientOfVariation: 0.0, 5.0;
    /// Coefficient of variation of every delay of the plan.
    DelayVariation: 0.0, 3.0;
    /// Mean time from one stage to the next, in months.
    DelayMonths: 0.0, 36.0;
    /// Weight of a calendar month; only ratios matter.
    Weight: 0.0, 1000.0;
    /// Correlation of the uncertain parameters with the market.
    Correlation: 0.0, 0.95;
    /// The probability at which a required volume is asked for.
    Confidence: 0.5, 0.99;
}

impl Money {
    /// No money at all.
    pub const ZERO: Self = Self(0.0);
}

impl CoefficientOfVariation {
    /// No variation at all.
    pub const ZERO: Self = Self(0.0);
}

impl DelayMonths {
    /// Passing at once.
    pub const ZERO: Self = Self(0.0);
}

impl DelayVariation {
    /// The variation of delays where a plan does not say.
    pub const DEFAULT: Self = Self(0.6);
}

impl Rate {
    /// Nobody.
    pub const ZERO: Self = Self(0.0);
    /// Everybody.
    pub const ONE: Self = Self(1.0);
}

impl Entries {
    /// One a month, the volume of a plan without channels.
    pub const ONE: Self = Self(1.0);
}

impl Weight {
    /// The weight of every month where a plan does not say.
    pub const ONE: Self = Self(1.0);
}

impl Correlation {
    /// Parameters that know nothing of each other.
    pub const ZERO: Self = Self(0.0);
}

impl Confidence {
    /// The confidence where a plan does not say.
    pub const DEFAULT: Self = Self(0.8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_part_of_the_range_and_everything_else_is_refused() {
        for (value, allowed) in
            [(0.0, true), (1.0, true), (0.5, true), (-1e-300, false), (1.0 + 1e-15, false), (f64::NAN, false)]
        {
            assert_eq!(Rate::new(value).is_ok(), allowed, "{value}");
        }
        assert!(CostPerEntry::new(0.0).is_err());
        assert!(Money::new(f64::INFINITY).is_err());
    }

    #[test]
    fn negative_zero_becomes_zero() {
        assert!(Money::new(-0.0).expect("zero is allowed").get().is_sign_positive());
    }
}
