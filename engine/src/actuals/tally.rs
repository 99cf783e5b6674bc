//! What happened, counted: by channel and step who entered, passed, was lost and is still open since when.

use super::document::{Actuals, Record};
use super::{Age, date, dated, monthly};
use crate::flow::{Delay, Flow};
use crate::plan::{Id, Plan};

/// The record of a plan's actuals, counted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    /// Months from the start of the period to the end of `as_of`, 1 to 60.
    pub(super) elapsed: usize,
    /// Arrivals within the period by channel, stage and month up to `as_of`.
    pub(super) arrivals: Vec<Vec<Vec<f64>>>,
    /// The channels of which something is recorded.
    pub(super) is_recorded: Vec<bool>,
    /// Who stood in a stage and might pass the step after it, by channel and stage.
    pub(super) groups: Vec<Group>,
    /// Days from a stage to the next, or to being lost, of dated prospects.
    pub(super) times: Vec<Time>,
}

/// Prospects of one channel who entered one stage, and what became of them at the next step.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    /// The place of the channel; `None` for the plan's opening pipeline.
    pub(super) channel: Option<usize>,
    /// The place of the stage they entered.
    pub(super) stage: usize,
    /// Which of the flow's rates applies to each step from here on.
    pub(super) steps: Vec<usize>,
    /// How many entered.
    pub(super) arrivals: f64,
    /// How many passed. Those of the opening pipeline are counted among the channels'.
    pub(super) passes: f64,
    /// How many were lost.
    pub(super) losses: f64,
    /// Whether the record says who is lost at this step.
    pub(super) losses_recorded: bool,
    /// Who entered, by age; only where there are no dates.
    pub(super) entered: Vec<(Age, f64)>,
    /// Who is still open, by age.
    pub(super) open: Vec<(Age, f64)>,
}

/// How long some dated prospects took for a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Time {
    /// Which of the flow's rates the step has.
    pub(super) rate: usize,
    pub(super) days: u32,
    /// Whether they passed; else they were lost.
    pub(super) passed: bool,
    pub(super) count: f64,
}

/// One step of one channel, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct StepCounts {
    /// The channel; `None` for the plan's opening pipeline, whose passes are counted among the channels'.
    pub channel: Option<Id>,
    /// The stage that the step leads into.
    pub stage: Id,
    /// How many entered the stage before.
    pub arrivals: f64,
    /// How many passed.
    pub passes: f64,
    /// How many were lost.
    pub losses: f64,
    /// Whether the record says who is lost at this step: any loss is recorded there, of whatever channel.
    pub losses_recorded: bool,
    /// Who is still open, by age, the youngest first; without recorded losses the silently lost are among them.
    pub open: Vec<OpenCases>,
}

/// Prospects who are still open, of one age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenCases {
    /// Since when.
    pub age: Age,
    /// How many, a whole number.
    pub count: f64,
}

impl Tally {
    /// Counts actuals that fit the plan.
    pub(super) fn new(plan: &Plan, flow: &Flow, actuals: &Actuals) -> Self {
        let elapsed = (date::months_between(plan.period.start, actuals.as_of) + 1).max(1) as usize;
        match &actuals.record {
            Record::Months(rows) => monthly::tally(plan, flow, rows, elapsed),
            Record::Prospects(prospects) => dated::tally(plan, flow, prospects, actuals.as_of, elapsed),
        }
    }

    /// The counts with the names of the plan.
    pub(super) fn by_step(&self, plan: &Plan) -> Vec<StepCounts> {
        let named = self.groups.iter().map(|group| StepCounts {
            channel: group.channel.map(|channel| plan.channels[channel].id.clone()),
            stage: plan.stages[group.stage + 1].id.clone(),
            arrivals: group.arrivals,
            passes: group.passes,
            losses: group.losses,
            losses_recorded: group.losses_recorded,
            open: group.open.iter().map(|&(age, count)| OpenCases { age, count }).collect(),
        });
        named.collect()
    }

    /// The groups whose next step has this rate.
    pub(super) fn at_rate(&self, rate: usize) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| group.steps.first() == Some(&rate))
    }
}

impl Group {
    /// Nobody yet.
    pub(super) fn new(channel: Option<usize>, stage: usize, steps: Vec<usize>) -> Self {
        Self {
            channel,
            stage,
            steps,
            arrivals: 0.0,
            passes: 0.0,
            losses: 0.0,
            losses_recorded: false,
            entered: Vec::new(),
            open: Vec::new(),
        }
    }

    /// The groups of every channel and stage of a flow, in their order.
    pub(super) fn of_channels(flow: &Flow) -> Vec<Self> {
        let mut groups = Vec::new();
        for inflow in &flow.inflows {
            for offset in 0..inflow.steps.len() {
                let steps = inflow.steps[offset..].to_vec();
                groups.push(Self::new(Some(inflow.channel), inflow.enters + offset, steps));
            }
        }
        groups
    }
}

/// The delay of the step that leads out of a stage.
pub(super) fn delay_after(plan: &Plan, stage: usize) -> Delay {
    let step = plan.stages.get(stage + 1).and_then(|stage| stage.step);
    step.map_or(Delay::NONE, |step| Delay::NONE.then(step.delay_months.get(), plan.delay_cv.get()))
}
