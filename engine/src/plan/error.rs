//! What can be wrong with a plan, as data; [`std::fmt::Display`] writes it in English for native programs.

use std::fmt;

/// One error of a document: where, and what is wrong there.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanError {
    /// The place, such as `stages[1].rate.mean`; empty for the document as a whole.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong, with the value found and the limit it broke.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// The text is longer than a plan may be.
    TooLarge {
        /// Bytes of the text.
        found: usize,
        /// Bytes allowed.
        max: usize,
    },
    /// The text is no JSON.
    NotJson {
        /// The line of the first fault, from 1.
        line: usize,
        /// The column of the first fault, from 1.
        column: usize,
        /// What the JSON reader says.
        reason: String,
    },
    /// The document was written by a newer version.
    Newer {
        /// The version found.
        found: u64,
        /// The newest version that is read.
        newest: u32,
    },
    /// A required field is absent.
    Missing,
    /// A field that the format does not have.
    Unknown,
    /// Another type of value is expected.
    WrongType {
        /// The value found, shortened.
        found: String,
        /// The type expected.
        expected: &'static str,
    },
    /// A number outside its limits.
    OutOfRange {
        /// The number found.
        found: f64,
        /// The smallest allowed number.
        min: f64,
        /// The largest allowed number.
        max: f64,
    },
    /// A number that must be whole and is not.
    NotWhole {
        /// The number found.
        found: f64,
    },
    /// A text that does not have its form.
    WrongForm {
        /// The text found, shortened.
        found: String,
        /// The form expected.
        expected: &'static str,
    },
    /// A text that is too long.
    TooLong {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A list with too few or too many items.
    WrongCount {
        /// Items found.
        found: usize,
        /// The smallest allowed number of items.
        min: usize,
        /// The largest allowed number of items.
        max: usize,
    },
    /// An id that stands twice in one list.
    Duplicate {
        /// The id.
        id: String,
    },
    /// An id that names nothing in this plan.
    Dangling {
        /// The id.
        id: String,
        /// The ids that would be understood.
        known: Vec<String>,
    },
    /// Two parts that contradict each other.
    Contradiction(Conflict),
}

/// Parts of a plan that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// The first stage has a rate or a delay, though nothing comes before it.
    StepIntoFirstStage,
    /// A channel has an own rate for a step at or before the stage it enters.
    RateBeforeEntry,
    /// A channel is counted at a stage before the one it enters.
    CountedBeforeEntry,
    /// Opening pipeline stands in the last stage, where deals are already won.
    PipelineInLastStage,
    /// Annual recurring revenue is asked of deals that are paid once.
    ExitArrOfOneOffDeals,
    /// A recurring deal carries a value, or a one-off deal a monthly fee.
    ValueOfOtherKind,
    /// No month of the period has a weight above zero.
    NoSeason,
    /// Budget ÷ cost gives more than 1e9 entries in a month.
    VolumeTooLarge,
    /// The plan solves for the budget of a channel that has none.
    SolveForMissingBudget,
    /// The plan solves for churn without having any.
    SolveForMissingChurn,
    /// Actuals hold both counts by month and prospects, or neither.
    NotOneRecord,
    /// Actuals lie outside the months from the plan's first to the last that is recorded, or that month outside the plan.
    OutsideRecord,
    /// A channel has actuals in a stage before the one it enters, or losses on the way into that one.
    ActualsBeforeEntry,
    /// A prospect is in a later stage without having entered the one before.
    StageSkipped,
    /// A prospect enters a stage before the one before it, or is lost before its last stage or after it is won.
    DatesOutOfOrder,
}

/// Every error of a document; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanErrors(Vec<PlanError>);

impl PlanErrors {
    /// The errors, or `None` where there are none.
    pub fn new(errors: Vec<PlanError>) -> Option<Self> {
        (!errors.is_empty()).then_some(Self(errors))
    }

    /// A single error.
    pub fn of(error: PlanError) -> Self {
        Self(vec![error])
    }

    /// These errors and others after them.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The errors in the order of the document's fields.
    pub fn iter(&self) -> std::slice::Iter<'_, PlanError> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a PlanErrors {
    type Item = &'a PlanError;
    type IntoIter = std::slice::Iter<'a, PlanError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl std::error::Error for PlanErrors {}

impl fmt::Display for PlanErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "plan" } else { &self.path };
        write!(f, "{path}: {}", self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { found, max } => {
                write!(f, "{found} bytes are more than the {max} a plan may have")
            }
            Self::NotJson { line, column, reason } => {
                write!(f, "no JSON at line {line}, column {column}: {reason}")
            }
            Self::Newer { found, newest } => {
                write!(
                    f,
                    "version {found} is newer than {newest}, the newest this program reads; use a newer program"
                )
            }
            Self::Missing => f.write_str("is missing"),
            Self::Unknown => f.write_str("is no field of a plan; remove it or check its spelling"),
            Self::WrongType { found, expected } => write!(f, "{found} is not {expected}"),
            Self::OutOfRange { found, min, max } if min.to_bits() == f64::MIN_POSITIVE.to_bits() => {
                write!(f, "{found} is not above 0 and at most {max}")
            }
            Self::OutOfRange { found, min, max } => write!(f, "{found} is not within {min} to {max}"),
            Self::NotWhole { found } => write!(f, "{found} is not a whole number"),
            Self::WrongForm { found, expected } => write!(f, "{found:?} does not have the form {expected}"),
            Self::TooLong { found, max } => write!(f, "{found} characters are more than the {max} allowed"),
            Self::WrongCount { found, min, max } if min == max => write!(f, "{found} items, {min} expected"),
            Self::WrongCount { found, min, max } => write!(f, "{found} items, {min} to {max} expected"),
            Self::Duplicate { id } => write!(f, "{id:?} stands here a second time; every id must be its own"),
            Self::Dangling { id, known } => {
                write!(f, "{id:?} names nothing in this plan; known: {}", known.join(", "))
            }
            Self::Contradiction(conflict) => write!(f, "{conflict}"),
        }
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StepIntoFirstStage => {
                "the first stage has no stage before it, so it takes no rate and no delay"
            }
            Self::RateBeforeEntry => "a channel has own rates only for steps after the stage it enters",
            Self::CountedBeforeEntry => "a channel is counted at the stage it enters or at a later one",
            Self::PipelineInLastStage => "who stands in the last stage has already been won",
            Self::ExitArrOfOneOffDeals => {
                "exit_arr needs recurring deals; use period_revenue for one-off deals"
            }
            Self::ValueOfOtherKind => "one_off deals take value, recurring deals take monthly_fee",
            Self::NoSeason => "every month of the period has weight 0; give at least one a weight above 0",
            Self::VolumeTooLarge => "budget ÷ cost gives more than 1000000000 entries in a month",
            Self::SolveForMissingBudget => "this channel has no monthly_budget that could be solved for",
            Self::SolveForMissingChurn => "the plan has no monthly_churn that could be solved for",
            Self::NotOneRecord => "actuals hold exactly one of months and prospects",
            Self::OutsideRecord => "the plan's first month, as_of and its last month come in this order, actuals between the first two",
            Self::ActualsBeforeEntry => "actuals of a channel begin at the stage it enters, losses at the step after it",
            Self::StageSkipped => "who is in a later stage has entered the one before",
            Self::DatesOutOfOrder => "stages are entered one after the other, and who is lost is lost after the last and never won",
        })
    }
}
