//! How prospects flow through the funnel: which channels enter where, how many a month, and which rate applies to
//! each of their steps.

mod mechanism;
mod volume;

pub use mechanism::{Mechanism, Unsupported};

use crate::plan::{Channel, Id, Plan, UncertainRate};

/// A rate that some channel uses, named by its source: `rate:won`, or `rate:won@ads` for a channel's own.
#[derive(Debug, Clone, PartialEq)]
pub struct RateParameter {
    /// The source's name in reports.
    pub source: String,
    /// Its mean and how well it is known.
    pub rate: UncertainRate,
}

/// One channel's way through the funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Inflow {
    /// The place of the channel in the plan.
    pub channel: usize,
    /// The place of the stage its prospects enter.
    pub enters: usize,
    /// Expected entries by month, as the plan has them: before any multiplier.
    pub monthly_entries: Vec<f64>,
    /// Spend by month, as the plan has it; `None` where the channel has no cost.
    pub monthly_spend: Option<Vec<f64>>,
    /// Whether solving leaves it alone.
    pub fixed: bool,
    /// Which of [`Flow::rates`] applies to each step after `enters`, in order.
    pub steps: Vec<usize>,
}

/// All channels and the rates they use.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Every rate that is used, once.
    pub rates: Vec<RateParameter>,
    /// One for each channel of the plan, in its order.
    pub inflows: Vec<Inflow>,
    /// The number of stages.
    pub stage_count: usize,
}

/// Why no flow could be made of a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowError {
    /// The plan holds what this engine does not calculate yet.
    Unsupported(Vec<Unsupported>),
    /// A channel is counted at a stage that its mean rates never reach, so no number of entries explains the count.
    CountedBeyondZeroRate {
        /// The channel.
        channel: Id,
        /// The stage it is counted at.
        stage: Id,
    },
}

impl std::error::Error for FlowError {}

impl std::fmt::Display for FlowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unsupported(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    let separator = if index > 0 { "\n" } else { "" };
                    write!(f, "{separator}{part}")?;
                }
                Ok(())
            }
            Self::CountedBeyondZeroRate { channel, stage } => write!(
                f,
                "channel {channel} is counted at {stage}, which nobody reaches: a rate on the way there is 0"
            ),
        }
    }
}

impl Flow {
    /// Works out who enters where and which rate applies to whom.
    ///
    /// # Errors
    /// [`FlowError::Unsupported`] where the plan holds what is not calculated yet;
    /// [`FlowError::CountedBeyondZeroRate`] where a channel is counted at a stage that nobody reaches.
    pub fn new(plan: &Plan) -> Result<Self, FlowError> {
        let unsupported = mechanism::unsupported(plan);
        if !unsupported.is_empty() {
            return Err(FlowError::Unsupported(unsupported));
        }
        let mut rates = Rates::default();
        let inflows = plan.channels.iter().enumerate();
        let inflows = inflows.map(|(index, channel)| inflow(plan, index, channel, &mut rates));
        let inflows = inflows.collect::<Result<_, _>>()?;
        Ok(Self { rates: rates.list, inflows, stage_count: plan.stages.len() })
    }

    /// The share of an inflow's entries that reaches each stage at mean rates; 0 before the stage it enters.
    pub fn mean_reach(&self, inflow: &Inflow) -> Vec<f64> {
        let means: Vec<_> = self.rates.iter().map(|parameter| parameter.rate.mean.get()).collect();
        reach(inflow, &means, self.stage_count)
    }
}

/// The share of an inflow's entries that reaches each stage at the given rates; 0 before the stage it enters.
pub(crate) fn reach(inflow: &Inflow, rates: &[f64], stage_count: usize) -> Vec<f64> {
    let mut reach = vec![0.0; stage_count];
    let mut share = 1.0;
    reach[inflow.enters] = share;
    for (stage, &rate) in (inflow.enters + 1..).zip(&inflow.steps) {
        share *= rates[rate];
        reach[stage] = share;
    }
    reach
}

/// The rates used so far, each once; at most one for each stage and channel, so that they are searched one by one.
#[derive(Default)]
struct Rates {
    list: Vec<RateParameter>,
}

impl Rates {
    fn place(&mut self, source: String, rate: UncertainRate) -> usize {
        let known = self.list.iter().position(|parameter| parameter.source == source);
        known.unwrap_or_else(|| {
            self.list.push(RateParameter { source, rate });
            self.list.len() - 1
        })
    }
}

fn inflow(plan: &Plan, index: usize, channel: &Channel, rates: &mut Rates) -> Result<Inflow, FlowError> {
    let place = |id: &Id| plan.stage_index(id).unwrap_or_else(|| unreachable!("a plan has no dangling id"));
    let enters = place(&channel.enters);
    let steps: Vec<_> =
        (enters + 1..plan.stages.len()).map(|stage| step(plan, channel, stage, rates)).collect();
    let counted_steps = &steps[..place(&channel.counted_at) - enters];
    let counted_share: f64 = counted_steps.iter().map(|&rate| rates.list[rate].rate.mean.get()).product();
    if counted_share == 0.0 {
        let (channel, stage) = (channel.id.clone(), channel.counted_at.clone());
        return Err(FlowError::CountedBeyondZeroRate { channel, stage });
    }
    let counted = volume::by_month(plan, channel);
    let cost = channel.volume.cost_per_entry();
    Ok(Inflow {
        channel: index,
        enters,
        monthly_entries: counted.iter().map(|count| count / counted_share).collect(),
        monthly_spend: cost.map(|cost| counted.iter().map(|count| count * cost).collect()),
        fixed: channel.fixed,
        steps,
    })
}

/// The rate of the step into a stage: the channel's own where it has one, else the plan's.
fn step(plan: &Plan, channel: &Channel, stage: usize, rates: &mut Rates) -> usize {
    let stage = &plan.stages[stage];
    match (channel.rates.get(&stage.id), stage.step) {
        (Some(own), _) => rates.place(format!("rate:{}@{}", stage.id, channel.id), *own),
        (None, Some(step)) => rates.place(format!("rate:{}", stage.id), step.rate),
        (None, None) => unreachable!("every stage but the first has a step"),
    }
}
