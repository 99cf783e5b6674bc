//! The forecast: what actuals say about a plan, and where it will land, as one JSON object.

use serde::Serialize;

use super::{MonthOddsReport, OddsReport};
use crate::actuals::{
    Actuals, ChurnPosterior, History, HistoryError, Posteriors, RatePosterior, StillNeeded, ValuePosterior,
    VolumePosterior,
};
use crate::plan::{Month, Plan};
use crate::sim::Odds;

/// The version of the forecast's format.
const FORECAST_VERSION: u32 = 1;

/// Everything that actuals say about a plan.
///
/// ```
/// use gyakusan_engine::{actuals::Actuals, plan::Plan, report::Forecast};
///
/// let plan = Plan::from_json(include_str!("../../plans/article.json"))?;
/// let actuals = Actuals::from_json(r#"{ "version": 1, "as_of": "2027-03", "months": [
///     { "month": "2026-04", "channel": "all", "arrivals": { "lead": 3, "opportunity": 2, "won": 1 }, "revenue": 100000000 }
/// ] }"#, &plan)?;
/// let forecast = Forecast::of(&plan, &actuals)?;
/// assert_eq!(forecast.landing.map(|landing| landing.odds.probability), Some(1.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forecast {
    /// The version of this format.
    pub version: u32,
    /// The generation of the figures, [`crate::ENGINE_VERSION`].
    pub engine: u32,
    /// The last month that is known.
    pub as_of: Month,
    /// Every rate that the plan uses.
    pub rates: Vec<RateReport>,
    /// Every channel's volume.
    pub volumes: Vec<VolumeReport>,
    /// The mean deal value or monthly fee.
    pub deal_value: Option<ValueReport>,
    /// The monthly churn; `None` where the plan has none.
    pub churn: Option<ChurnReport>,
    /// Measured delays, of steps with enough dated passes.
    pub delays: Vec<MeasuredDelayReport>,
    /// Why prospects were lost.
    pub lost_reasons: Vec<LostReasonReport>,
    /// Revenue up to the end of `as_of`.
    pub revenue_so_far: f64,
    /// The odds of the target.
    pub landing: Option<OddsReport>,
    /// The number of trials that the months to come rest on, the first ones; 0 where none is left.
    pub months_trials: usize,
    /// Revenue of each month, those up to `as_of` as they were.
    pub months: Vec<MonthOddsReport>,
    /// What the months to come still need at the plan's confidence.
    pub still_needed: Option<StillNeededReport>,
}

/// A rate in a forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RateReport {
    /// Its name.
    pub source: String,
    /// How many entered the stage before.
    pub arrivals: f64,
    /// How many passed.
    pub passes: f64,
    /// How many were lost.
    pub losses: f64,
    /// How many are open.
    pub open: f64,
    /// Whether losses are recorded at this step.
    pub losses_recorded: bool,
    /// The evidence before the record; `None` where the rate is known exactly.
    pub prior_evidence: Option<f64>,
    /// The mean now.
    pub mean: f64,
    /// The evidence now.
    pub evidence: Option<f64>,
    /// The rate lies below this with a probability of 5 %.
    pub p05: f64,
    /// The rate lies below this with a probability of 95 %.
    pub p95: f64,
}

/// A volume in a forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VolumeReport {
    /// The channel.
    pub channel: String,
    /// The stage that is compared.
    pub stage: String,
    /// Arrivals there so far.
    pub arrivals: f64,
    /// Arrivals there so far by the solved plan.
    pub expected: f64,
    /// Mean factor of the plan's volume.
    pub factor: f64,
    /// Its coefficient of variation.
    pub uncertainty: f64,
}

/// The deal value in a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ValueReport {
    /// Deals won with a known amount.
    pub deals: f64,
    /// Their sum.
    pub sum: f64,
    /// Deals won without one.
    pub without_amount: f64,
    /// The mean now.
    pub mean: f64,
    /// Its coefficient of variation.
    pub uncertainty: f64,
}

/// The churn in a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ChurnReport {
    /// Customers lost.
    pub lost: f64,
    /// Of so many months of customers.
    pub customer_months: f64,
    /// The mean now.
    pub mean: f64,
    /// The evidence now.
    pub evidence: Option<f64>,
}

/// A measured delay in a forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasuredDelayReport {
    /// The stage that the step leads into.
    pub stage: String,
    /// Its mean in months.
    pub months: f64,
    /// How many passes it rests on.
    pub passes: f64,
}

/// A reason in a forecast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LostReasonReport {
    /// The stage that was not reached.
    pub stage: String,
    /// The reason.
    pub reason: String,
    /// How often.
    pub count: u32,
}

/// What is still needed, in a forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StillNeededReport {
    /// Entries of all channels in each month to come; `None` where new entries no longer reach the target.
    pub entries_per_month: Option<f64>,
    /// The multiplier of the volumes as entered that this is.
    pub multiplier: Option<f64>,
    /// Why new entries no longer reach the target.
    pub reason: Option<String>,
    /// The probability that the open prospects alone reach it, where new entries do not.
    pub open_alone: Option<f64>,
}

impl Forecast {
    /// Every answer, all trials run here and now.
    ///
    /// # Errors
    /// As [`History::new`] and [`History::landing`].
    pub fn of(plan: &Plan, actuals: &Actuals) -> Result<Self, HistoryError> {
        let history = History::new(plan, actuals)?;
        let learned = history.posteriors();
        let landing = history.landing(&learned)?;
        let trials = landing.run();
        let Posteriors { rates, volumes, deal_value, churn } = &learned;
        let delays = history.delays().into_iter();
        let delays = delays.map(|delay| MeasuredDelayReport {
            stage: delay.stage.to_string(),
            months: delay.months,
            passes: delay.passes,
        });
        let reasons = history.lost_reasons().into_iter();
        let reasons = reasons.map(|lost| LostReasonReport {
            stage: lost.stage.to_string(),
            reason: lost.reason,
            count: lost.count,
        });
        let months = landing.months(&trials).into_iter();
        let seed = plan.simulation.seed;
        Ok(Self {
            version: FORECAST_VERSION,
            engine: crate::ENGINE_VERSION,
            as_of: actuals.as_of,
            rates: rates.iter().map(RateReport::from).collect(),
            volumes: volumes.iter().map(VolumeReport::from).collect(),
            deal_value: deal_value.as_ref().map(ValueReport::from),
            churn: churn.as_ref().map(ChurnReport::from),
            delays: delays.collect(),
            lost_reasons: reasons.collect(),
            revenue_so_far: landing.so_far().revenue(),
            landing: Odds::of(&trials, landing.target()).map(|odds| OddsReport { seed, odds }),
            months_trials: trials.months.first().map_or(0, Vec::len),
            months: months.map(|(month, spread)| MonthOddsReport { month, spread }).collect(),
            still_needed: landing
                .still_needed(&trials, plan.simulation.confidence.get())
                .map(StillNeededReport::from),
        })
    }

    /// The forecast as one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("a forecast holds no unwritable value"))
    }
}

impl From<&RatePosterior> for RateReport {
    fn from(rate: &RatePosterior) -> Self {
        Self {
            source: rate.source.clone(),
            arrivals: rate.arrivals,
            passes: rate.passes,
            losses: rate.losses,
            open: rate.open,
            losses_recorded: rate.losses_recorded,
            prior_evidence: rate.prior.evidence.map(crate::plan::Evidence::get),
            mean: rate.learned.mean.get(),
            evidence: rate.learned.evidence.map(crate::plan::Evidence::get),
            p05: rate.quantile(0.05),
            p95: rate.quantile(0.95),
        }
    }
}

impl From<&VolumePosterior> for VolumeReport {
    fn from(volume: &VolumePosterior) -> Self {
        Self {
            channel: volume.channel.to_string(),
            stage: volume.stage.to_string(),
            arrivals: volume.arrivals,
            expected: volume.expected,
            factor: volume.factor,
            uncertainty: volume.uncertainty.get(),
        }
    }
}

impl From<&ValuePosterior> for ValueReport {
    fn from(value: &ValuePosterior) -> Self {
        Self {
            deals: value.deals,
            sum: value.sum,
            without_amount: value.without_amount,
            mean: value.learned.mean.get(),
            uncertainty: value.learned.uncertainty.get(),
        }
    }
}

impl From<&ChurnPosterior> for ChurnReport {
    fn from(churn: &ChurnPosterior) -> Self {
        Self {
            lost: churn.lost,
            customer_months: churn.customer_months,
            mean: churn.learned.mean.get(),
            evidence: churn.learned.evidence.map(crate::plan::Evidence::get),
        }
    }
}

impl From<StillNeeded> for StillNeededReport {
    fn from(needed: StillNeeded) -> Self {
        match needed {
            StillNeeded::Entries { per_month, multiplier, .. } => Self {
                entries_per_month: Some(per_month),
                multiplier: Some(multiplier),
                reason: None,
                open_alone: None,
            },
            StillNeeded::NoLonger { reason, open_alone } => Self {
                entries_per_month: None,
                multiplier: None,
                reason: Some(reason.to_string()),
                open_alone: Some(open_alone),
            },
        }
    }
}
