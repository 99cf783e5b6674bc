//! Sources of prospects: channels that enter the same stage, and who stands in the funnel at the start.
//!
//! Given a trial's parameters and monthly factors, the prospects of a source whose furthest stage by the end is j are
//! independent Poisson numbers, by thinning and splitting; so are the wins of each month.

use super::binomial::multinomial;
use super::luck::{DealSum, arrivals};
use super::parameters::Parameters;
use super::{Quantity, Stream};
use crate::flow::{Flow, Inflow, Opening, Transit, rate_of_waiting};
use crate::plan::Plan;

/// Channels that enter the same stage and are scaled alike, so that their prospects share their draws.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// The stage its prospects enter.
    pub(crate) enters: usize,
    /// Whether the multiplier leaves it alone.
    pub(crate) fixed: bool,
    paths: Vec<Path>,
    /// The streams of those whose furthest stage is this one, by stage from `enters` on.
    furthest: Vec<Quantity>,
}

/// Channels of a source whose prospects pass at the same rates; arrivals are expected ones at multiplier 1, if all pass.
#[derive(Debug, Clone)]
struct Path {
    channels: Vec<usize>,
    steps: Vec<usize>,
    /// Arrivals in the period from each channel, by stage from the entered one on.
    landed: Vec<Vec<f64>>,
    /// Arrivals in the last stage from each channel, by month.
    won_by_month: Vec<Vec<f64>>,
    /// Of a path's only channel.
    overdispersion: Option<Overdispersion>,
}

/// A volume that varies from month to month more than chance alone.
#[derive(Debug, Clone)]
struct Overdispersion {
    /// Monthly factors are like a deal's value: of mean 1, with this spread.
    factor: DealSum,
    quantity: Quantity,
    monthly_entries: Vec<f64>,
    /// Arrivals in the period from each month's entries, by stage from the entered one on.
    landed: Vec<Vec<f64>>,
    transit: Transit,
}

impl Source {
    /// The sources of a flow: one for each entered stage, apart for what is fixed.
    pub(crate) fn all(plan: &Plan, flow: &Flow) -> Vec<Self> {
        let kinds = (0..flow.stage_count).flat_map(|enters| [(enters, false), (enters, true)]);
        let sources = kinds.map(|(enters, fixed)| Self::new(plan, flow, enters, fixed));
        sources.filter(|source| !source.paths.is_empty()).collect()
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
            paths: Path::all(plan, flow.inflows.iter().filter(of_kind)),
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
        for path in &self.paths {
            path.expect(trial, parameters, furthest, months);
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

impl Path {
    fn all<'a>(plan: &Plan, inflows: impl Iterator<Item = &'a Inflow>) -> Vec<Self> {
        let mut paths: Vec<Self> = Vec::new();
        for inflow in inflows {
            let path = Self::new(plan, inflow);
            let same = |other: &&mut Self| {
                other.steps == path.steps && other.overdispersion.is_none() && path.overdispersion.is_none()
            };
            match paths.iter_mut().find(same) {
                Some(other) => other.join(path),
                None => paths.push(path),
            }
        }
        paths
    }

    fn new(plan: &Plan, inflow: &Inflow) -> Self {
        let channel = &plan.channels[inflow.channel];
        let stages = 0..=inflow.steps.len();
        let arrivals: Vec<_> = stages.map(|offset| inflow.arrivals_if_all_pass(offset)).collect();
        let spread = Some(channel.overdispersion.get()).filter(|spread| *spread > 0.0);
        Self {
            channels: vec![inflow.channel],
            steps: inflow.steps.clone(),
            landed: arrivals.iter().map(|months| vec![months.iter().sum()]).collect(),
            won_by_month: arrivals.last().into_iter().flatten().map(|won| vec![*won]).collect(),
            overdispersion: spread.map(|spread| Overdispersion {
                factor: DealSum::new(spread),
                quantity: Quantity::new(plan.simulation.seed, &format!("luck:months:{}", channel.id)),
                landed: landed_by_month(inflow),
                monthly_entries: inflow.monthly_entries.clone(),
                transit: inflow.transit.clone(),
            }),
        }
    }

    fn join(&mut self, other: Self) {
        self.channels.extend(other.channels);
        for (own, more) in [(&mut self.landed, other.landed), (&mut self.won_by_month, other.won_by_month)] {
            own.iter_mut().zip(more).for_each(|(own, more)| own.extend(more));
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
        let from_all = |arrivals: &Vec<f64>| -> f64 {
            arrivals
                .iter()
                .zip(&self.channels)
                .map(|(count, channel)| count * parameters.volumes[*channel])
                .sum()
        };
        let mut share = 1.0;
        let mut arrived = from_all(&landed[0]);
        for (offset, &step) in self.steps.iter().enumerate() {
            share *= parameters.rates[step];
            let next = share * from_all(&landed[offset + 1]);
            // Both are sums of shares that fall from stage to stage; rounding may cross them.
            furthest[offset] += (arrived - next).max(0.0);
            arrived = next;
        }
        furthest[self.steps.len()] += arrived;
        for (month, won) in months.iter_mut().zip(won_by_month) {
            *month += share * from_all(won);
        }
    }
}

impl Overdispersion {
    /// Arrivals in the period by stage and, where months are wanted, in the last stage by month, if all pass, with this
    /// trial's monthly factors.
    fn draw(&self, trial: u64, last_stage: usize, with_months: bool) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let mut stream: Stream = self.quantity.stream(trial);
        let factors: Vec<_> =
            self.monthly_entries.iter().map(|_| self.factor.draw(&mut stream, 1.0)).collect();
        let varied = |(count, factor): (&f64, &f64)| count * factor;
        let landed = self.landed.iter().map(|months| vec![months.iter().zip(&factors).map(varied).sum()]);
        let won = if with_months {
            let entries: Vec<_> = self.monthly_entries.iter().zip(&factors).map(varied).collect();
            self.transit.arrivals(last_stage, &entries)
        } else {
            Vec::new()
        };
        (landed.collect(), won.into_iter().map(|won| vec![won]).collect())
    }
}

fn landed_by_month(inflow: &Inflow) -> Vec<Vec<f64>> {
    let months = &inflow.monthly_entries;
    let landed = |stage: usize| {
        let arrived = |month: usize| inflow.transit.arrived(stage, months.len() - 1 - month);
        months.iter().enumerate().map(|(month, entries)| entries * arrived(month)).collect()
    };
    (0..=inflow.steps.len()).map(landed).collect()
}

/// Prospects that stand in one stage at the start: they go on to their furthest stages by a multinomial law.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// The stage they stand in.
    pub(crate) stage: usize,
    count: f64,
    /// See [`Opening::passed_before`].
    passed_before: f64,
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
        let label = &opening.name;
        let name =
            |part: &str| Quantity::new(plan.simulation.seed, &format!("luck:{part}:standing@{id}{label}"));
        Self {
            stage: opening.stage,
            count: f64::from(opening.count),
            passed_before: opening.passed_before,
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
        let mut passed_before = self.passed_before;
        let mut arrived = Vec::with_capacity(self.steps.len() + 1);
        for (&step, landed) in self.steps.iter().zip(&self.landed[1..]) {
            // Only the next step has been waited for; those after it are still fresh.
            share *= rate_of_waiting(parameters.rates[step], std::mem::take(&mut passed_before));
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
