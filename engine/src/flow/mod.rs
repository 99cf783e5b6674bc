//! How prospects flow through the funnel: who enters where and when, which rate applies to each of their steps, and how
//! long they take.

mod billing;
mod delay;
mod inflow;
mod opening;
mod rates;
mod volume;

pub use billing::{Billing, ExpansionTerms, MonthBilled};
pub use delay::{Delay, Transit};
pub use inflow::Inflow;
pub use opening::{Opening, rate_of_waiting};
pub use rates::RateParameter;

use crate::plan::{Id, Plan};
use rates::Rates;

/// All channels, the opening pipeline and the rates they use.
///
/// ```
/// use gyakusan_engine::{flow::Flow, plan::Plan};
///
/// let flow = Flow::new(&Plan::from_json(include_str!("../../plans/everything.json"))?)?;
/// let sources: Vec<_> = flow.rates.iter().map(|parameter| parameter.source.as_str()).collect();
/// assert_eq!(sources, ["rate:opportunity@ads", "rate:won"]);
/// // Of the prospects that ads bring in the first month of twelve, this share is won by the end, if all pass.
/// assert!((flow.inflows[0].transit.arrived(2, 11) - 0.9977).abs() < 0.0001);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Every rate that is used, once.
    pub rates: Vec<RateParameter>,
    /// One for each channel of the plan, in its order.
    pub inflows: Vec<Inflow>,
    /// One for each stage that prospects stand in at the start, in the order of the funnel.
    pub openings: Vec<Opening>,
    /// The number of stages.
    pub stage_count: usize,
}

/// Why no flow could be made of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlowError {
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
        let Self::CountedBeyondZeroRate { channel, stage } = self;
        write!(
            f,
            "channel {channel} is counted at {stage}, which nobody reaches: a rate on the way there is 0; \
             raise it, or count the channel where it enters"
        )
    }
}

impl Flow {
    /// Works out who enters where, which rate applies to whom, and when they arrive.
    ///
    /// # Errors
    /// [`FlowError::CountedBeyondZeroRate`] where a channel is counted at a stage that nobody reaches.
    pub fn new(plan: &Plan) -> Result<Self, FlowError> {
        let (mut rates, mut transits) = (Rates::default(), Transits::default());
        let inflows = plan.channels.iter().enumerate();
        let inflows =
            inflows.map(|(index, channel)| Inflow::new(plan, index, channel, &mut rates, &mut transits));
        let inflows = inflows.collect::<Result<_, _>>()?;
        let stages = 0..plan.stages.len();
        let openings =
            stages.filter_map(|stage| Opening::new(plan, stage, &mut rates, &mut transits)).collect();
        Ok(Self { rates: rates.list, inflows, openings, stage_count: plan.stages.len() })
    }

    /// The mean of every rate, in the order of [`Flow::rates`].
    pub fn mean_rates(&self) -> Vec<f64> {
        self.rates.iter().map(|parameter| parameter.rate.mean.get()).collect()
    }
}

/// The share of prospects that reaches each stage from `start` on, itself included, at the given rates.
pub(crate) fn reach(steps: &[usize], rates: &[f64]) -> Vec<f64> {
    let mut share = 1.0;
    let later = steps.iter().map(|&step| {
        share *= rates[step];
        share
    });
    std::iter::once(1.0).chain(later.collect::<Vec<_>>()).collect()
}

/// The transits from each stage, worked out once for all that start there.
#[derive(Default)]
struct Transits {
    known: Vec<(usize, [Transit; 2])>,
}

impl Transits {
    /// The transit from a stage of entries that are even inside a month, and of those that stand there at the start.
    fn from(&mut self, plan: &Plan, start: usize) -> &[Transit; 2] {
        let known = self.known.iter().position(|(known, _)| *known == start);
        let place = known.unwrap_or_else(|| {
            self.known.push((start, Transit::even_and_opening(&delays_from(plan, start), plan.months())));
            self.known.len() - 1
        });
        &self.known[place].1
    }
}

/// The time from a stage to each stage from there on, itself included.
fn delays_from(plan: &Plan, start: usize) -> Vec<Delay> {
    let mut delay = Delay::NONE;
    let mut delays = vec![delay];
    for step in plan.stages[start + 1..].iter().filter_map(|stage| stage.step) {
        delay = delay.then(step.delay_months.get(), plan.delay_cv.get());
        delays.push(delay);
    }
    delays
}
