//! Counting dated prospects.
//!
//! A date is taken as the middle of its day: who entered a stage d days before the last one of the record has an age of
//! (d + ½) ÷ 30.4375 months at its end. The list is complete, so that the plan's opening pipeline is not counted besides it:
//! who stood in the funnel at the start is in the list with earlier dates, which tell of rates and times but not of volumes.

use std::collections::BTreeMap;

use super::Age;
use super::date::{DAYS_PER_MONTH, Date, days_before_month, months_between};
use super::document::Prospect;
use super::tally::{Group, Tally, Time};
use crate::flow::Flow;
use crate::plan::{Month, Plan};

pub(super) fn tally(plan: &Plan, flow: &Flow, prospects: &[Prospect], as_of: Month, elapsed: usize) -> Tally {
    let channel_count = plan.channels.len();
    let mut counting = Counting {
        plan,
        end: days_before_month(as_of.plus(1)),
        elapsed,
        arrivals: vec![vec![vec![0.0; elapsed]; plan.stages.len()]; channel_count],
        groups: Group::of_channels(flow),
        open: BTreeMap::new(),
        times: BTreeMap::new(),
    };
    for prospect in prospects {
        counting.add(prospect);
    }
    counting.finish(vec![true; channel_count])
}

struct Counting<'a> {
    plan: &'a Plan,
    /// The first day after the record, in days since 2000-01-01.
    end: u32,
    elapsed: usize,
    arrivals: Vec<Vec<Vec<f64>>>,
    groups: Vec<Group>,
    /// By place of the group and days since entering, both days counted; nobody of them has passed.
    open: BTreeMap<(usize, u32, bool), f64>,
    /// By rate, days and whether they passed.
    times: BTreeMap<(usize, u32, bool), f64>,
}

impl Counting<'_> {
    fn add(&mut self, prospect: &Prospect) {
        let Some(channel) = self.plan.channels.iter().position(|channel| channel.id == prospect.channel)
        else {
            return;
        };
        let entered = self.plan.stages.iter().enumerate();
        let entered = entered.filter_map(|(place, stage)| Some((place, *prospect.entered.get(&stage.id)?)));
        let entered: Vec<_> = entered.collect();
        for &(stage, date) in &entered {
            let month = months_between(self.plan.period.start, date.month());
            if let Some(count) = self.arrivals[channel][stage].get_mut(month as usize).filter(|_| month >= 0)
            {
                *count += 1.0;
            }
        }
        for pair in entered.windows(2) {
            self.step(channel, pair[0], Ending::Passed(pair[1].1));
        }
        if let Some(&last) = entered.last() {
            self.step(channel, last, prospect.lost.map_or(Ending::Open, Ending::Lost));
        }
    }

    /// What became of a prospect at the step after a stage.
    fn step(&mut self, channel: usize, (stage, since): (usize, Date), ending: Ending) {
        let own = |group: &Group| group.channel == Some(channel) && group.stage == stage;
        // Nobody stands before a step in the last stage.
        let Some(place) = self.groups.iter().position(own) else { return };
        let group = &mut self.groups[place];
        group.arrivals += 1.0;
        let (until, passed) = match ending {
            Ending::Open => {
                *self.open.entry((place, self.end - since.number(), false)).or_default() += 1.0;
                return;
            }
            Ending::Passed(date) => (date, true),
            Ending::Lost(date) => (date, false),
        };
        *(if passed { &mut group.passes } else { &mut group.losses }) += 1.0;
        let days = until.number() - since.number();
        *self.times.entry((group.steps[0], days, passed)).or_default() += 1.0;
    }

    fn finish(mut self, is_recorded: Vec<bool>) -> Tally {
        for ((place, days, _), count) in self.open {
            let months = (f64::from(days) - 0.5) / DAYS_PER_MONTH;
            self.groups[place].open.push((Age::Exact(months), count));
        }
        let with_losses: Vec<_> =
            self.groups.iter().filter(|group| group.losses > 0.0).map(|group| group.stage).collect();
        for group in &mut self.groups {
            group.losses_recorded = with_losses.contains(&group.stage);
        }
        let times = self.times.into_iter();
        let times = times.map(|((rate, days, passed), count)| Time { rate, days, passed, count });
        Tally {
            elapsed: self.elapsed,
            arrivals: self.arrivals,
            is_recorded,
            groups: self.groups,
            times: times.collect(),
        }
    }
}

#[derive(Clone, Copy)]
enum Ending {
    Open,
    Passed(Date),
    Lost(Date),
}
