//! Prospects counted by month and channel: a record of a few kilobytes, whatever their number.

use gyakusan_engine::actuals::{Actuals, Date, MonthCounts, Prospect, Record};
use gyakusan_engine::plan::{ById, DealKind, Id, Money, Plan};

/// What a channel saw in a month, by place of the stage.
#[derive(Debug, Clone, Default)]
struct Tally {
    arrivals: Vec<u32>,
    losses: Vec<u32>,
    revenue: f64,
    /// Whether a win has no amount.
    is_unknown: bool,
}

/// The same actuals as counts of every month and channel from the start of the plan on; `None` where they are counts
/// already. What happened before the plan starts is not in them, and neither are the days between stages.
pub(super) fn monthly(actuals: &Actuals, plan: &Plan) -> Option<Actuals> {
    let Record::Prospects(prospects) = &actuals.record else { return None };
    let (stages, channels) = (plan.stages.len(), plan.channels.len());
    let months: Vec<_> = plan.period.iter().take_while(|month| *month <= actuals.as_of).collect();
    let empty = Tally { arrivals: vec![0; stages], losses: vec![0; stages], ..Tally::default() };
    let mut tallies = vec![empty; months.len() * channels];
    let mut has_losses = false;
    for prospect in prospects {
        let Some(channel) = plan.channels.iter().position(|channel| channel.id == prospect.channel) else {
            continue;
        };
        let place_of = |day: &Date| {
            let month = months.iter().position(|month| *month == day.month())?;
            Some(month * channels + channel)
        };
        let mut reached = 0;
        for (place, stage) in plan.stages.iter().enumerate() {
            let Some(day) = prospect.entered.get(&stage.id) else { continue };
            reached = place;
            let Some(tally) = place_of(day).and_then(|place| tallies.get_mut(place)) else { continue };
            tally.arrivals[place] += 1;
            if place + 1 == stages {
                count_win(tally, prospect);
            }
        }
        if let Some(day) = prospect.lost {
            has_losses = true;
            let tally = place_of(&day).and_then(|place| tallies.get_mut(place));
            if let Some(losses) = tally.and_then(|tally| tally.losses.get_mut(reached + 1)) {
                *losses += 1;
            }
        }
    }
    let mut rows = Vec::new();
    for (place, tally) in tallies.into_iter().enumerate() {
        let channel = &plan.channels[place % channels];
        let first = plan.stage_index(&channel.enters).unwrap_or(0);
        let is_known = plan.deal.kind == DealKind::OneOff && !tally.is_unknown;
        rows.push(MonthCounts {
            month: months[place / channels],
            channel: channel.id.clone(),
            arrivals: by_stage(&tally.arrivals, first, plan),
            losses: if has_losses { by_stage(&tally.losses, first + 1, plan) } else { ById::new() },
            revenue: Money::new(tally.revenue).ok().filter(|_| is_known),
            spend: None,
        });
    }
    Some(Actuals { as_of: actuals.as_of, record: Record::Months(rows), customers: actuals.customers })
}

fn count_win(tally: &mut Tally, prospect: &Prospect) {
    match prospect.amount {
        Some(amount) => tally.revenue += amount.get(),
        None => tally.is_unknown = true,
    }
}

fn by_stage(counts: &[u32], first: usize, plan: &Plan) -> ById<u32> {
    let mut by_stage = ById::new();
    let ids: Vec<&Id> = plan.stages.iter().map(|stage| &stage.id).collect();
    for (count, id) in counts.iter().zip(ids).skip(first) {
        by_stage.insert(id.clone(), *count);
    }
    by_stage
}
