//! What is asked of a plan: its goal, the quantity that is solved for, the settings of the simulation.

use serde::{Serialize, Serializer};

use super::{Confidence, Id, Money};

/// What the target is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The sum of monthly revenue over the period.
    PeriodRevenue,
    /// Twelve times the fees billed in the last month; recurring deals only.
    ExitArr,
}

impl Measure {
    /// Every measure with its name in plan files.
    pub const ALL: [(Self, &str); 2] = [(Self::PeriodRevenue, "period_revenue"), (Self::ExitArr, "exit_arr")];
}

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// What the target is measured in.
    pub measure: Measure,
    /// The amount.
    pub target: Money,
}

/// The quantity that makes the goal, with every parameter at its mean, equal to the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolveFor {
    /// One multiplier of all channels that are not fixed.
    Volume,
    /// Nothing: the plan runs forward and the revenue is the answer.
    Nothing,
    /// The mean deal value or monthly fee.
    DealValue,
    /// The mean rate of the step into a stage.
    Rate(Id),
    /// The budget of a channel.
    Budget(Id),
    /// The mean monthly churn.
    Churn,
    /// The mean delay of the step into a stage.
    Delay(Id),
}

impl SolveFor {
    /// The form of the name in plan files, for error messages.
    pub const FORM: &str = "volume, none, deal_value, churn, rate:<stage>, delay:<stage> or budget:<channel>";

    /// Reads the name used in plan files; `None` for any other text.
    ///
    /// ```
    /// use gyakusan_engine::plan::{Id, SolveFor};
    /// assert_eq!(SolveFor::parse("rate:won"), Some(SolveFor::Rate(Id::new("won").expect("an id"))));
    /// assert_eq!(SolveFor::parse("luck"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None => match text {
                "volume" => Some(Self::Volume),
                "none" => Some(Self::Nothing),
                "deal_value" => Some(Self::DealValue),
                "churn" => Some(Self::Churn),
                _ => None,
            },
            Some(("rate", id)) => Id::new(id).map(Self::Rate),
            Some(("budget", id)) => Id::new(id).map(Self::Budget),
            Some(("delay", id)) => Id::new(id).map(Self::Delay),
            Some(_) => None,
        }
    }
}

impl std::fmt::Display for SolveFor {
    /// Writes the name used in plan files.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Volume => f.write_str("volume"),
            Self::Nothing => f.write_str("none"),
            Self::DealValue => f.write_str("deal_value"),
            Self::Churn => f.write_str("churn"),
            Self::Rate(id) => write!(f, "rate:{id}"),
            Self::Budget(id) => write!(f, "budget:{id}"),
            Self::Delay(id) => write!(f, "delay:{id}"),
        }
    }
}

impl Serialize for SolveFor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Seed, trials and confidence of the simulation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SimulationSettings {
    /// Starts every stream of random numbers; 0 to 2^53 − 1, so that it survives any JSON reader.
    pub seed: u64,
    /// How many trials, 100 to 10,000,000.
    pub trials: u32,
    /// The probability at which the required volume is asked for.
    pub confidence: Confidence,
}

impl SimulationSettings {
    /// The largest seed.
    pub const MAX_SEED: u64 = (1 << 53) - 1;
    /// The smallest number of trials.
    pub const MIN_TRIALS: u32 = 100;
    /// The largest number of trials.
    pub const MAX_TRIALS: u32 = 10_000_000;
}

impl Default for SimulationSettings {
    fn default() -> Self {
        Self { seed: 1, trials: 100_000, confidence: Confidence::DEFAULT }
    }
}
