//! Actuals: what happened so far, what it teaches about the plan, and where the plan will land.
//!
//! | question | answer |
//! | --- | --- |
//! | Is this document the actuals of that plan? | [`Actuals::from_json`], or every error in it with its path |
//! | Who entered, passed, was lost, is still open? | [`History::counts`] |
//! | What do we know of rates, volumes, deal value and churn now? | [`History::posteriors`] |
//! | How long do steps really take? | [`History::delays`] |
//! | Why are prospects lost? | [`History::lost_reasons`] |
//! | Where will the period land, and how likely is the target? | [`History::landing`] |
//! | What is still needed? | [`Landing::still_needed`] |
//! | What does the plan become with all this? | [`with_learned`] |
//!
//! What the record leaves open is decided thus. *Before the record* parameters are the plan's as entered (a quantity that is
//! solved for is a wish and no knowledge), volumes those of the solved plan. *Losses* are recorded at a step where any loss
//! is. *A channel* is compared at the stage it enters, or where nobody is recorded there at its first stage with arrivals.
//! *Dates* before the period tell of rates and times, not of volumes and revenue.
//!
//! ```
//! use gyakusan_engine::actuals::{Actuals, History, StillNeeded, with_learned};
//! use gyakusan_engine::plan::Plan;
//!
//! let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
//! let plan = plan.edit(|document| document.simulation.trials = 2000)?;
//! let actuals = Actuals::from_json(r#"{ "version": 1, "as_of": "2026-06", "months": [
//!     { "month": "2026-04", "channel": "all", "arrivals": { "lead": 40, "opportunity": 4, "won": 1 }, "revenue": 5000000 },
//!     { "month": "2026-05", "channel": "all", "arrivals": { "lead": 44, "opportunity": 6, "won": 2 }, "revenue": 10000000 },
//!     { "month": "2026-06", "channel": "all", "arrivals": { "lead": 41, "opportunity": 5, "won": 1 }, "revenue": 5000000 }
//! ] }"#, &plan)?;
//! let history = History::new(&plan, &actuals)?;
//! let learned = history.posteriors();
//! let landing = history.landing(&learned)?;
//! let trials = landing.run();
//! let Some(StillNeeded::Entries { per_month, .. }) = landing.still_needed(&trials, 0.8) else { panic!("reachable") };
//! assert!(per_month > 50.0);
//! assert_eq!(with_learned(&plan, &learned, &[])?.stages[1].step.map(|step| step.rate), Some(learned.rates[0].learned));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod age;
mod amounts;
mod check;
mod date;
mod dated;
mod delays;
mod density;
mod document;
mod history;
mod landing;
mod learned;
mod monthly;
mod needed;
mod open;
mod rates;
mod read;
mod reasons;
mod so_far;
mod tally;
mod write;

pub use age::Age;
pub use amounts::{ChurnPosterior, ValuePosterior, VolumePosterior};
pub use date::{DAYS_PER_MONTH, Date};
pub use delays::{LEAST_PASSES, MeasuredDelay};
pub use density::{Density, Scale};
pub use document::{
    ACTUALS_VERSION, Actuals, CustomersNow, MAX_MONTH_ROWS, MAX_PROSPECTS, MonthCounts, Prospect, Record,
};
pub use history::{History, HistoryError, Posteriors};
pub use landing::Landing;
pub use learned::with_learned;
pub use needed::{LEAST_IN_TIME, MOST_TIMES_THE_PLAN, NoLonger, StillNeeded};
pub use rates::{EVIDENCE_OF_A_WISH, RateEvidence, RatePosterior};
pub use reasons::LostReason;
pub use so_far::SoFar;
pub use tally::{OpenCases, StepCounts};
