//! The actuals document as plain data: what happened up to the end of a month.

use super::{Date, check, read, write};
use crate::plan::{ById, Id, Money, Month, Plan, PlanErrors};

/// The newest version of the actuals format that this engine reads, and the one it writes.
pub const ACTUALS_VERSION: u32 = 1;

/// The largest number of prospects in a document.
pub const MAX_PROSPECTS: usize = 100_000;

/// The largest number of rows of counts: one for each channel and month that a plan can have.
pub const MAX_MONTH_ROWS: usize = 720;

/// What happened up to the end of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct Actuals {
    /// The last month that is known in full.
    pub as_of: Month,
    /// What became of the prospects.
    pub record: Record,
    /// The customers at the end of `as_of`.
    pub customers: Option<CustomersNow>,
}

/// What became of the prospects: counts, or every one of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// Counts by month and channel, at most [`MAX_MONTH_ROWS`] rows. A channel without a row is one of which nothing is known.
    Months(Vec<MonthCounts>),
    /// One row for each prospect, at most [`MAX_PROSPECTS`]. The list is complete: a channel without prospects had none.
    Prospects(Vec<Prospect>),
}

/// Counts of one channel in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthCounts {
    /// The month.
    pub month: Month,
    /// The channel.
    pub channel: Id,
    /// How many entered each stage, 0 to 1e9.
    pub arrivals: ById<u32>,
    /// How many were lost on the way into each stage, 0 to 1e9.
    pub losses: ById<u32>,
    /// With one-off deals what the month's wins brought, with recurring deals the fees billed; `None` where it is not known.
    pub revenue: Option<Money>,
    /// What the channel cost.
    pub spend: Option<Money>,
}

/// One prospect and how far it got.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospect {
    /// Names the prospect; may be empty, else each is its own. It has at most 254 characters, as every text here.
    pub id: String,
    /// An address; only kept.
    pub email: String,
    /// A company; only kept.
    pub company: String,
    /// The channel it came from.
    pub channel: Id,
    /// The day it entered each stage, from its first one on without a gap.
    pub entered: ById<Date>,
    /// The day it was lost.
    pub lost: Option<Date>,
    /// Why it was lost.
    pub lost_reason: String,
    /// Value of a one-off deal, monthly fee of a recurring one; counts where the deal is won.
    pub amount: Option<Money>,
}

/// The customers at the end of the last month that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CustomersNow {
    /// How many there are: those that count towards the target.
    pub active: u32,
    /// What they pay a month in all.
    pub monthly_fees: Money,
    /// How many left since the period started.
    pub lost: u32,
    /// Of so many months of customers at risk: the customers at the start of each month, added up.
    pub customer_months: u32,
}

impl Actuals {
    /// Reads actuals from JSON in UTF-8 and checks that they fit a plan.
    ///
    /// # Errors
    /// Every error at once with its path, which starts with `actuals`: text over 16 MiB, no JSON, a newer version, unknown
    /// or missing fields, wrong types, numbers outside their limits, neither or both of `months` and `prospects`, stages
    /// and channels that the plan does not have, months and dates outside its record or out of order.
    ///
    /// ```
    /// use gyakusan_engine::{actuals::Actuals, plan::Plan};
    ///
    /// let plan = Plan::from_json(include_str!("../../plans/default.json"))?;
    /// let errors = Actuals::from_json(r#"{ "version": 1, "as_of": "2026-09", "months": [
    ///     { "month": "2026-04", "channel": "fair", "arrivals": { "lead": -1 } }
    /// ] }"#, &plan).expect_err("two errors");
    /// assert_eq!(errors.to_string(), "\
    ///     actuals.months[0].arrivals.lead: -1 is not within 0 to 1000000000\n\
    ///     actuals.months[0].channel: \"fair\" names nothing in this plan; known: search, webinar, content");
    /// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
    /// ```
    pub fn from_json(text: &str, plan: &Plan) -> Result<Self, PlanErrors> {
        read::actuals(text, Some(plan))
    }

    /// Reads actuals whose plan is not at hand; [`Actuals::check`] compares them with one.
    ///
    /// # Errors
    /// As [`Actuals::from_json`], but for what a plan decides.
    pub fn read(text: &str) -> Result<Self, PlanErrors> {
        read::actuals(text, None)
    }

    /// Checks that actuals fit a plan, which an edit of either may have ended.
    ///
    /// # Errors
    /// Every stage, channel, month and date that does not fit, at once.
    pub fn check(&self, plan: &Plan) -> Result<(), PlanErrors> {
        PlanErrors::new(check::misfits(self, plan)).map_or(Ok(()), Err)
    }

    /// Writes the actuals as JSON; reading it again gives equal actuals.
    ///
    /// ```
    /// use gyakusan_engine::actuals::Actuals;
    ///
    /// let text = r#"{"version":1,"as_of":"2026-09","prospects":[]}"#;
    /// assert_eq!(Actuals::read(text)?.to_json(), text);
    /// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
    /// ```
    pub fn to_json(&self) -> String {
        write::json(self)
    }
}
