//! What the months to come still need.

use super::landing::Coming;
use crate::sim::{SEARCH_TRIALS, Trials, VolumeAnswer, required_volume};

/// New entries no longer help when less of next month's wins than this would come within the period.
pub const LEAST_IN_TIME: f64 = 0.05;

/// New entries no longer help when it takes more than so many times the solved plan's volume.
pub const MOST_TIMES_THE_PLAN: f64 = 20.0;

/// What the months to come still need for the target at a confidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StillNeeded {
    /// Entries.
    Entries {
        /// Entries of all channels in each month to come, in the mean over those months and in the plan's mix.
        per_month: f64,
        /// The multiplier of the volumes as entered that this is, fixed channels excepted; 0 where nothing more is needed of
        /// the others.
        multiplier: f64,
        /// Standard error of the multiplier.
        standard_error: f64,
    },
    /// New entries no longer reach it.
    NoLonger {
        /// Why.
        reason: NoLonger,
        /// The probability that the open prospects alone reach the target, over the first [`SEARCH_TRIALS`] trials.
        open_alone: f64,
    },
}

/// Why new entries no longer reach the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoLonger {
    /// The period is over.
    PeriodOver,
    /// Less than [`LEAST_IN_TIME`] of next month's wins would come within the period.
    TooLate {
        /// The share that would.
        in_time: f64,
    },
    /// It takes more than [`MOST_TIMES_THE_PLAN`] times the volume of the solved plan.
    TooMany,
}

impl std::fmt::Display for NoLonger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::PeriodOver => "the period is over",
            Self::TooLate { .. } => {
                "no longer reachable by new entries: less than 5 % of next month's wins would come within the period"
            }
            Self::TooMany => "no longer reachable by new entries: it takes more than 20 times the plan's volume",
        })
    }
}

pub(super) fn still_needed(coming: &Coming, trials: &Trials, confidence: f64) -> Option<StillNeeded> {
    let planned = coming.simulation.multiplier();
    let most = MOST_TIMES_THE_PLAN * if planned > 0.0 { planned } else { 1.0 };
    let answer = required_volume(&coming.simulation, trials, confidence)?;
    let no_longer = |reason| {
        let trials = SEARCH_TRIALS.min(coming.simulation.trial_count());
        StillNeeded::NoLonger { reason, open_alone: coming.open_alone.probability_of(trials) }
    };
    Some(match answer {
        VolumeAnswer::Reached(volume) if volume.multiplier <= 0.0 => {
            entries(coming, volume.multiplier, volume.standard_error)
        }
        _ if coming.lands_in_time < LEAST_IN_TIME => {
            no_longer(NoLonger::TooLate { in_time: coming.lands_in_time })
        }
        VolumeAnswer::Reached(volume) if volume.multiplier <= most => {
            entries(coming, volume.multiplier, volume.standard_error)
        }
        _ => no_longer(NoLonger::TooMany),
    })
}

fn entries(coming: &Coming, multiplier: f64, standard_error: f64) -> StillNeeded {
    let [fixed, scaled] = coming.monthly_entries;
    StillNeeded::Entries { per_month: fixed + multiplier * scaled, multiplier, standard_error }
}

/// The answer where no month is left.
pub(super) fn period_is_over(is_reached: bool) -> StillNeeded {
    StillNeeded::NoLonger { reason: NoLonger::PeriodOver, open_alone: f64::from(u8::from(is_reached)) }
}
