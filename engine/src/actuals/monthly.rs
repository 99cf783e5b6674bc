//! Counting by month, where nobody has a date.
//!
//! Who passed is known in number only, so passes and losses are taken from the cohorts of entry months in proportion to the
//! passes expected of each, N φ; who is left is open. The plan's opening pipeline entered at the start. Its passes stand in the
//! rows of some channel or other, so it shares those of the channels that have the plan's own rate at its step.

use super::Age;
use super::date::months_between;
use super::document::MonthCounts;
use super::tally::{Group, Tally, delay_after};
use crate::flow::Flow;
use crate::plan::{ById, Id, Plan};

pub(super) fn tally(plan: &Plan, flow: &Flow, rows: &[MonthCounts], elapsed: usize) -> Tally {
    let channels = 0..plan.channels.len();
    let of_channel = |channel: usize| rows.iter().filter(move |row| row.channel == plan.channels[channel].id);
    let arrivals: Vec<_> =
        channels.clone().map(|channel| arrivals(plan, of_channel(channel), elapsed)).collect();
    let mut groups = Group::of_channels(flow);
    for group in &mut groups {
        let Some(channel) = group.channel else { continue };
        fill(group, &arrivals[channel], elapsed);
        let next = &plan.stages[group.stage + 1].id;
        group.losses = of_channel(channel).map(|row| count(&row.losses, next)).sum();
    }
    groups.extend(flow.openings.iter().map(|opening| {
        let count = f64::from(opening.count);
        let mut group = Group::new(None, opening.stage, opening.steps.clone());
        group.arrivals = count;
        group.entered.push((Age::Exact(elapsed as f64), count));
        group
    }));
    for group in &mut groups {
        let next = &plan.stages[group.stage + 1].id;
        group.losses_recorded = rows.iter().any(|row| row.losses.get(next).is_some());
    }
    for rate in 0..flow.rates.len() {
        leave_open(plan, &mut groups, rate);
    }
    let is_recorded = channels.map(|channel| of_channel(channel).next().is_some()).collect();
    Tally { elapsed, arrivals, is_recorded, groups, times: Vec::new() }
}

fn count(counts: &ById<u32>, stage: &Id) -> f64 {
    counts.get(stage).map_or(0.0, |count| f64::from(*count))
}

/// Arrivals of one channel by stage and month.
fn arrivals<'a>(plan: &Plan, rows: impl Iterator<Item = &'a MonthCounts>, elapsed: usize) -> Vec<Vec<f64>> {
    let mut arrivals = vec![vec![0.0; elapsed]; plan.stages.len()];
    for row in rows {
        let month = months_between(plan.period.start, row.month).max(0) as usize;
        for (stage, months) in plan.stages.iter().zip(&mut arrivals) {
            if let Some(arrived) = months.get_mut(month) {
                *arrived += count(&row.arrivals, &stage.id);
            }
        }
    }
    arrivals
}

/// Who entered the group's stage, and who the next. Where the channel's first recorded stage is a later one, nobody is known
/// to have entered this one, and arrivals in the next are no passes.
fn fill(group: &mut Group, arrivals: &[Vec<f64>], elapsed: usize) {
    let months = &arrivals[group.stage];
    group.arrivals = months.iter().sum();
    if arrivals[..=group.stage].iter().flatten().all(|arrived| *arrived <= 0.0) {
        return;
    }
    group.passes = arrivals[group.stage + 1].iter().sum();
    let cohorts = months.iter().enumerate().rev().filter(|(_, arrived)| **arrived > 0.0);
    group.entered = cohorts.map(|(month, arrived)| (Age::Month((elapsed - month) as u8), *arrived)).collect();
}

/// Works out who is still open in every group whose next step has this rate.
fn leave_open(plan: &Plan, groups: &mut [Group], rate: usize) {
    let expected = |group: &Group| -> Vec<f64> {
        let delay = delay_after(plan, group.stage);
        group.entered.iter().map(|(age, count)| count * age.share_passed(delay)).collect()
    };
    let mut members: Vec<_> = groups.iter_mut().filter(|group| group.steps.first() == Some(&rate)).collect();
    let expected_of: Vec<Vec<f64>> = members.iter().map(|group| expected(group)).collect();
    let sum = |opening: bool| -> f64 {
        let chosen = members.iter().zip(&expected_of).filter(|(group, _)| group.channel.is_none() == opening);
        chosen.flat_map(|(_, expected)| expected).sum()
    };
    let (opening, channels) = (sum(true), sum(false));
    // Without any channel whose passes are known those of the opening pipeline are not known either.
    let part = if channels > 0.0 { opening / (opening + channels) } else { 0.0 };
    let moved: f64 = members.iter().map(|group| group.passes + group.losses).sum();
    for (group, expected) in members.iter_mut().zip(&expected_of) {
        let gone =
            if group.channel.is_none() { moved * part } else { (group.passes + group.losses) * (1.0 - part) };
        group.open = open(&group.entered, expected, gone);
    }
}

/// Who is left of the cohorts when so many are gone, in whole numbers.
fn open(entered: &[(Age, f64)], expected: &[f64], gone: f64) -> Vec<(Age, f64)> {
    let all: f64 = entered.iter().map(|(_, count)| count).sum();
    let total: f64 = expected.iter().sum();
    let left = |((_, count), expected): (&(Age, f64), &f64)| {
        let share = if total > 0.0 { expected / total } else { count / all };
        (count - gone * share).max(0.0)
    };
    let mut left: Vec<f64> = entered.iter().zip(expected).map(left).collect();
    let (sum, wanted): (f64, f64) = (left.iter().sum(), (all - gone).max(0.0).round());
    let scale = if sum > 0.0 { wanted / sum } else { 0.0 };
    // The sums up to each cohort are rounded, so that whole numbers add up to the whole.
    let (mut before, mut rounded_before) = (0.0_f64, 0.0);
    for (number, (_, most)) in left.iter_mut().zip(entered) {
        before += *number * scale;
        *number = (before.round() - rounded_before).max(0.0).min(*most);
        rounded_before += *number;
    }
    let open = entered.iter().zip(left).map(|((age, _), number)| (*age, number));
    open.filter(|(_, number)| *number > 0.0).collect()
}
