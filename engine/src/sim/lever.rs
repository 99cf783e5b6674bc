//! Levers: what one quantity alone would have to be to make the target as likely as asked.
//!
//! From the solved plan one quantity moves and everything else stands, volumes included: nothing is solved again.

use super::moved::State;
use super::search::search;
use super::{SEARCH_TRIALS, Simulation, Trials, VolumeAnswer, required_volume};
use crate::flow::Inflow;
use crate::plan::{DelayMonths, Id, Plan, SolveFor};
use crate::tree::{Solution, TreeError};

/// The volume and the deal value are raised to at most this many times what they are.
const MOST_TIMES: f64 = 1000.0;

/// A search ends when it knows the value to this part of its range, well below what the trials can tell.
const TOLERANCE: f64 = 1e-3;

/// A quantity that is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lever {
    /// The volume of all channels that are not fixed.
    Volume,
    /// The volume of one channel.
    ChannelVolume(Id),
    /// The mean rate of the step into a stage; channels with an own rate keep it.
    Rate(Id),
    /// A channel's own rate for the step into a stage.
    OwnRate {
        /// The stage.
        stage: Id,
        /// The channel.
        channel: Id,
    },
    /// The mean deal value or fee.
    DealValue,
    /// The mean delay of the step into a stage.
    Delay(Id),
    /// The mean monthly churn.
    Churn,
    /// Volume, every rate and the deal value times one factor, rates up to 1.
    All,
}

impl Lever {
    /// The lever with this name in reports; `None` for any other text.
    ///
    /// ```
    /// use gyakusan_engine::sim::Lever;
    /// for name in ["volume", "volume:ads", "rate:won", "rate:won@ads", "deal_value", "delay:won", "churn", "all"] {
    ///     assert_eq!(Lever::parse(name).expect("a lever").to_string(), name);
    /// }
    /// assert_eq!(Lever::parse("rate:"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name.split_once(':') {
            None => match name {
                "volume" => Self::Volume,
                "deal_value" => Self::DealValue,
                "churn" => Self::Churn,
                "all" => Self::All,
                _ => return None,
            },
            Some(("volume", channel)) => Self::ChannelVolume(Id::new(channel)?),
            Some(("delay", stage)) => Self::Delay(Id::new(stage)?),
            Some(("rate", place)) => match place.split_once('@') {
                Some((stage, channel)) => {
                    Self::OwnRate { stage: Id::new(stage)?, channel: Id::new(channel)? }
                }
                None => Self::Rate(Id::new(place)?),
            },
            Some(_) => return None,
        })
    }
}

impl std::fmt::Display for Lever {
    /// Writes the name used in reports.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Volume => f.write_str("volume"),
            Self::ChannelVolume(channel) => write!(f, "volume:{channel}"),
            Self::Rate(stage) => write!(f, "rate:{stage}"),
            Self::OwnRate { stage, channel } => write!(f, "rate:{stage}@{channel}"),
            Self::DealValue => f.write_str("deal_value"),
            Self::Delay(stage) => write!(f, "delay:{stage}"),
            Self::Churn => f.write_str("churn"),
            Self::All => f.write_str("all"),
        }
    }
}

/// How far a lever has to be moved.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverAnswer {
    /// The quantity.
    pub lever: Lever,
    /// What it is in the solved plan: entries in the period for a volume (all channels' for the volume as a whole), 1 for all.
    pub from: f64,
    /// What it would have to be, or its limit where that is not enough.
    pub to: f64,
    /// The probability there: the one asked for, or what the limit gives.
    pub reaches: f64,
    /// Entries added x cost, for a volume; `None` where a channel that is moved has no cost, and for all other levers.
    pub cost: Option<f64>,
}

/// Every lever of a plan, each on its own, given the trials of its simulation; in the order of the model.
///
/// The volume's answer is that of [`required_volume`]. For the others the first [`SEARCH_TRIALS`] trials are run again, with
/// the same luck, at other values of the quantity.
///
/// # Errors
/// As [`Tree::solve`](crate::tree::Tree::solve).
pub fn levers(plan: &Plan, trials: &Trials, confidence: f64) -> Result<Vec<LeverAnswer>, TreeError> {
    let state = State::from(&Solution::of(plan)?);
    let simulation = Simulation::of_state(&state);
    let trial_count = SEARCH_TRIALS.min(simulation.trial_count());
    let planned = simulation.probability_of(trial_count);
    let search = Search { state: &state, simulation: &simulation, trial_count, planned, confidence };
    let mut volume = required_volume(&simulation, trials, confidence);
    let answer = |way: Way| match volume.take_if(|_| way.lever == Lever::Volume) {
        Some(volume) => way.of_volume(&state, volume),
        None => search.answer(way),
    };
    Ok(ways(&state).into_iter().map(answer).collect())
}

/// A lever's way: what is moved, from where, and how far.
struct Way {
    lever: Lever,
    /// What is moved, in the solved plan.
    from: f64,
    /// The end at which the target is most likely.
    best: f64,
    /// The end at which it is least likely.
    worst: f64,
    /// What stands beside it and is counted with it: the entries of fixed channels.
    beside: f64,
    /// What it costs now; `None` where a part of it has no cost.
    spend: Option<f64>,
}

impl Way {
    /// The answer where what is moved comes to `to`.
    fn answer(self, to: f64, reaches: f64) -> LeverAnswer {
        let cost = self.spend.map(|spend| spend * (to / self.from - 1.0));
        LeverAnswer { from: self.from + self.beside, to: to + self.beside, reaches, cost, lever: self.lever }
    }

    /// The answer of the volume, which the trials' thresholds give.
    fn of_volume(self, state: &State, answer: VolumeAnswer) -> LeverAnswer {
        let (multiplier, reaches) = match answer {
            VolumeAnswer::Reached(volume) => (volume.multiplier, volume.probability),
            VolumeAnswer::Unreachable { limit, probability } => (limit, probability),
        };
        let to = self.from * multiplier / state.multiplier;
        self.answer(to, reaches)
    }
}

/// Runs the first trials with a quantity moved.
struct Search<'a> {
    state: &'a State,
    simulation: &'a Simulation,
    trial_count: u32,
    /// The probability of the solved plan.
    planned: f64,
    confidence: f64,
}

impl Search<'_> {
    fn answer(&self, way: Way) -> LeverAnswer {
        let end = if self.planned < self.confidence { way.best } else { way.worst };
        let start = (way.from, self.planned);
        match search(|value| self.probability(&way, value), start, end, self.confidence, TOLERANCE) {
            Ok(value) => way.answer(value, self.confidence),
            Err((end, probability)) => way.answer(end, probability),
        }
    }

    fn probability(&self, way: &Way, value: f64) -> f64 {
        let moved = self.state.moved(&way.lever, value / way.from, value);
        let moved = moved.unwrap_or_else(|_| self.state.clone());
        self.simulation.moved_to(&moved).probability_of(self.trial_count)
    }
}

/// Every lever that can move anything in a plan.
fn ways(state: &State) -> Vec<Way> {
    let State { plan, flow, multiplier } = state;
    let mut ways = Vec::new();
    let mut add = |way: Way| ways.extend((way.from > 0.0).then_some(way));
    let scale = |inflow: &Inflow| if inflow.fixed { 1.0 } else { *multiplier };
    let entries = |inflow: &Inflow| scale(inflow) * inflow.monthly_entries.iter().sum::<f64>();
    let spend = |inflow: &Inflow| Some(scale(inflow) * inflow.monthly_spend.as_ref()?.iter().sum::<f64>());
    let amount =
        |lever, from: f64| Way { lever, from, best: MOST_TIMES * from, worst: 0.0, beside: 0.0, spend: None };
    let share = |lever, from: f64, best, worst| Way { lever, from, best, worst, beside: 0.0, spend: None };
    let (fixed, scaled): (Vec<_>, Vec<_>) = flow.inflows.iter().partition(|inflow| inflow.fixed);
    let sum = |inflows: &[&Inflow]| inflows.iter().fold(0.0, |sum, inflow| sum + entries(inflow));
    let scaled_spend = scaled.iter().map(|inflow| spend(inflow)).sum::<Option<f64>>();
    add(Way { beside: sum(&fixed), spend: scaled_spend, ..amount(Lever::Volume, sum(&scaled)) });
    for inflow in &flow.inflows {
        let id = plan.channels[inflow.channel].id.clone();
        add(Way { spend: spend(inflow), ..amount(Lever::ChannelVolume(id), entries(inflow)) });
    }
    for stage in &plan.stages[1..] {
        let used = flow.rates.iter().any(|parameter| parameter.source == format!("rate:{}", stage.id));
        if let Some(step) = stage.step.filter(|_| used) {
            add(share(Lever::Rate(stage.id.clone()), step.rate.mean.get(), 1.0, 0.0));
        }
    }
    for channel in &plan.channels {
        for (stage, own) in channel.rates.iter() {
            let lever = Lever::OwnRate { stage: stage.clone(), channel: channel.id.clone() };
            add(share(lever, own.mean.get(), 1.0, 0.0));
        }
    }
    add(amount(Lever::DealValue, plan.deal.value.mean.get()));
    for (stage, step) in plan.stages.iter().filter_map(|stage| Some((stage, stage.step?))) {
        add(share(Lever::Delay(stage.id.clone()), step.delay_months.get(), 0.0, DelayMonths::MAX));
    }
    let churn = plan.customers.as_ref().and_then(|customers| customers.monthly_churn);
    add(share(Lever::Churn, churn.map_or(0.0, |churn| churn.mean.get()), 0.0, 1.0));
    add(amount(Lever::All, 1.0));
    ways
}

impl Lever {
    /// The quantity of a plan that this lever moves, where it is one that can be solved for.
    pub(crate) fn quantity(&self) -> Option<SolveFor> {
        match self {
            Self::Rate(stage) => Some(SolveFor::Rate(stage.clone())),
            Self::DealValue => Some(SolveFor::DealValue),
            Self::Delay(stage) => Some(SolveFor::Delay(stage.clone())),
            Self::Churn => Some(SolveFor::Churn),
            Self::Volume | Self::ChannelVolume(_) | Self::OwnRate { .. } | Self::All => None,
        }
    }
}
