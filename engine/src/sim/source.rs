//! Sources of prospects: channels that enter the same stage, and who stands in the funnel at the start.
//!
//! Given a trial's parameters and monthly factors, the prospects of a source whose furthest stage by the end is j are
//! independent Poisson numbers, by thinning and splitting; so are the wins of each month.

use super::binomial::multinomial;
use super::luck::{DealSum, arrivals};
use super::parameters::Parameters;
use super::{Quantity, Stream};
use crate::flow::{Flow, Inflow, Opening, Transit};
use crate::plan::Plan;

/// Channels that enter the same stage and are scaled alike, so that their prospects share their draws.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// The stage its prospects enter.
    pub(crate) enters: usize,
    /// Whether the multiplier leaves it alone.
    pub(crate) fixed: bool,
    channels: Vec<SourceChannel>,
    /// The streams of those whose furthest stage is this one, by stage from `enters` on.
    furthest: Vec<Quantity>,
}

/// One channel of a source; arrivals are expected ones at multiplier 1, if all pass.
#[derive(Debug, Clone)]
struct SourceChannel {
    channel: usize,
    steps: Vec<usize>,
    /// Arrivals in the period by stage from the entered one on.
    landed: Vec<f64>,
    /// Arrivals in the last stage by month.
    won_by_month: Vec<f64>,
    overdispersion: Option<Overdispersion>,
}

/// A volume that varies from month to month more than chance alone.
#[derive(Debug, Clone)]
struct Overdispersion {
    /// Monthly factors are like a deal's value: of mean 1, with this spread.
    factor: DealSum,
    quantity: Quantity,
    monthly_entries: Vec<f64>,
    transit: Transit,
}

impl Source {
    /// The sources of a flow: one for each entered stage, apart for what is fixed.
    pub(crate) fn all(plan: &Plan, flow: &Flow) -> Vec<Self> {
        let kinds = (0..flow.stage_count).flat_map(|enters| [(enters, false), (enters, true)]);
        let sources = kinds.map(|(enters, fixed)| Self::new(plan, flow, enters, fixed));
        sources.filter(|source| !source.channels.is_empty()).collect()
    }

    fn new(plan: &Plan, flow: &Flow, enters: usize, fixed: bool) -> Self {
        let of_kind = |inflow: &&Inflow| inflow.enters == enters && inflow.fixed == fixed;
        // Those that enter the first stage and are scaled, the usual case, go without a suffix.
        let entry = if enters > 0 { format!("@{}", plan.stages[enters].id) } else { String::new() };
        let suffix = if fixed { ":fixed" } else { "" };
        let name = |part: &str| Quantity::new(plan.simulation.seed, &format!("luck:{part}{entry}{suffix}"));
        Self {
            enters,
            fixed,
            channels: flow
                .inflows
                .iter()
                .filter(of_kind)
                .map(|inflow| SourceChannel::new(plan, inflow))
                .collect(),
            furthest: plan.stages[enters..].iter().map(|stage| name(stage.id.as_str())).collect(),
        }
    }

    /// The expected numbers of a trial at multiplier 1: prospects by furthest stage, from the entered one on, into `furthest`;
    /// wins by month are added to `months`, which may be empty where nobody asks for them.
    pub(crate) fn expect(
        &self,
        trial: u64,
        parameters: &Parameters,
        furthest: &mut Vec<f64>,
        months: &mut [f64],
    ) {
        furthest.clear();
        furthest.resize(self.furthest.len(), 0.0);
        for channel in &self.channels {
            channel.expect(trial, parameters, furthest, months);
        }
    }

    /// Draws how many prospects are won, and where the stages are wanted how many have each one as their furthest; adds
    /// them to the arrivals of every stage on their way.
    pub(crate) fn draw_furthest(
        &self,
        trial: u64,
        expected: &[f64],
        multiplier: f64,
        with_stages: bool,
        stages: &mut [f64],
    ) -> f64 {
        let first = if with_stages { 0 } else { self.furthest.len() - 1 };
        let mut arrived = 0.0;
        let mut won = 0.0;
        for offset in (first..self.furthest.len()).rev() {
            let mean = multiplier * expected[offset];
            let stayed = arrivals(&mut self.furthest[offset].stream(trial), mean);
            if offset + 1 == self.furthest.len() {
                won = stayed;
            }
            arrived += stayed;
            stages[self.enters + offset] += arrived;
        }
        won
    }
}

impl SourceChannel {
    fn new(plan: &Plan, inflow: &Inflow) -> Self {
        let channel = &plan.channels[inflow.channel];
        let stages = 0..=inflow.steps.len();
        let arrivals: Vec<_> = stages.map(|offset| inflow.arrivals_if_all_pass(offset)).collect();
        let spread = Some(channel.overdispersion.get()).filter(|spread| *spread > 0.0);
        Self {
            channel: inflow.channel,
            steps: inflow.steps.clone(),
            landed: arrivals.iter().map(|months| months.iter().sum()).collect(),
            won_by_month: arrivals.last().cloned().unwrap_or_default(),
            overdispersion: spread.map(|spread| Overdispersion {
                factor: DealSum::new(spread),
                quantity: Quantity::new(plan.simulation.seed, &format!("luck:months:{}", channel.id)),
                monthly_entries: inflow.monthly_entries.clone(),
                transit: inflow.transit.clone(),
            }),
        }
    }

    fn expect(&self, trial: u64, parameters: &Parameters, furthest: &mut [f64], months: &mut [f64]) {
        let varied = self
            .overdispersion
            .as_ref()
            .map(|varied| varied.draw(trial, self.steps.len(), !months.is_empty()));
        let (landed, won_by_month) = match &varied {
            Some((landed, won_by_month)) => (landed, won_by_month),
            None => (&self.landed, &self.won_by_month),
        };
        let mut share = parameters.volumes[self.channel];
        let mut arrived = share * landed[0];
        for (offset, &step) in self.steps.iter().enumerate() {
            share *= parameters.rates[step];
            let next = share * landed[offset + 1];
            // Both are sums of shares that fall from stage to stage; rounding may cross them.
            furthest[offset] += (arrived - next).max(0.0);
            arrived = next;
        }
        furthest[self.steps.len()] += arrived;
        for (month, won) in months.iter_mut().zip(won_by_month) {
            *month += share * won;
        }
    }
}

impl Overdispersion {
    /// Arrivals in the period by stage and, where months are wanted, in the last stage by month, if all pass, with this
    /// trial's monthly factors.
    fn draw(&self, trial: u64, last_stage: usize, with_months: bool) -> (Vec<f64>, Vec<f64>) {
        let mut stream: Stream = self.quantity.stream(trial);
        let entries = self.monthly_entries.iter().map(|entries| entries * self.factor.draw(&mut stream, 1.0));
        let entries: Vec<_> = entries.collect();
        let last = entries.len() - 1;
        let landed = (0..=last_stage).map(|stage| {
            let months = entries.iter().enumerate();
            months.map(|(month, entries)| entries * self.transit.arrived(stage, last - month)).sum()
        });
        let won = if with_months { self.transit.arrivals(last_stage, &entries) } else { Vec::new() };
        (landed.collect(), won)
    }
}

/// Prospects that stand in one stage at the start: they go on to their furthest stages by a multinomial law.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// The stage they stand in.
    pub(crate) stage: usize,
    count: f64,
    steps: Vec<usize>,
    /// The share that has arrived by the end of the period, by stage from their own on, if all pass.
    landed: Vec<f64>,
    won_by_month: Vec<f64>,
    furthest: Quantity,
    months: MonthSplit,
}

impl Standing {
    pub(crate) fn new(plan: &Plan, opening: &Opening) -> Self {
        let (won, last) = (opening.steps.len(), plan.months() - 1);
        let id = &plan.stages[opening.stage].id;
        let name = |part: &str| Quantity::new(plan.simulation.seed, &format!("luck:{part}:standing@{id}"));
        Self {
            stage: opening.stage,
            count: f64::from(opening.count),
            steps: opening.steps.clone(),
            landed: (0..=won).map(|offset| opening.transit.arrived(offset, last)).collect(),
            won_by_month: opening.transit.by_month(won).collect(),
            furthest: name("furthest"),
            months: MonthSplit::new(name("months")),
        }
    }

    /// Draws how many get how far, adds them to the arrivals of every stage on their way, and gives the number won.
    pub(crate) fn draw_furthest(&self, trial: u64, parameters: &Parameters, stages: &mut [f64]) -> f64 {
        let mut share = 1.0;
        let mut arrived = Vec::with_capacity(self.steps.len() + 1);
        for (&step, landed) in self.steps.iter().zip(&self.landed[1..]) {
            share *= parameters.rates[step];
            arrived.push(share * landed);
        }
        arrived.push(0.0);
        let furthest: Vec<_> = arrived.windows(2).map(|pair| (pair[0] - pair[1]).max(0.0)).collect();
        let mut won = 0.0;
        multinomial(&mut self.furthest.stream(trial), self.count, &furthest, 1.0, |offset, number| {
            for stage in &mut stages[self.stage + 1..=self.stage + 1 + offset] {
                *stage += number;
            }
            won = number;
        });
        won
    }

    /// Spreads wins over the months they are expected in.
    pub(crate) fn split(&self, trial: u64, wins: f64, months: &mut [f64]) {
        self.months.split(trial, wins, &self.won_by_month, months);
    }
}

/// Spreads wins of the period over its months: a Poisson number split at random is as many independent Poisson numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MonthSplit {
    quantity: Quantity,
}

impl MonthSplit {
    pub(crate) fn new(quantity: Quantity) -> Self {
        Self { quantity }
    }

    /// Adds the wins to the months, in proportion to the wins expected in each.
    pub(crate) fn split(self, trial: u64, wins: f64, expected: &[f64], months: &mut [f64]) {
        let total = expected.iter().sum();
        multinomial(&mut self.quantity.stream(trial), wins, expected, total, |month, part| {
            months[month] += part;
        });
    }
}
