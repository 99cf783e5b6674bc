//! A lever put into the plan.
//!
//! A lever says what one quantity would have to be while everything else stands, volumes included. So the plan that takes
//! it keeps the volumes that were solved for, and from then on runs forward.

use gyakusan_engine::flow::Flow;
use gyakusan_engine::plan::{
    Channel, CostPerEntry, DelayMonths, Entries, Id, Money, PerMonth, Plan, PlanDocument, Rate, SolveFor,
    Volume,
};
use gyakusan_engine::sim::{Lever, LeverAnswer};
use gyakusan_engine::tree::Tree;

/// The plan with what was solved for put in, so that it runs forward to the same figures; `None` where a solved figure is
/// beyond what a plan holds.
pub(super) fn forward(plan: &Plan, tree: &Tree) -> Option<Plan> {
    let value = tree.solved_value;
    let mut fits = Some(());
    let forward = plan.edit(|document| {
        let wanted = std::mem::replace(&mut document.solve_for, SolveFor::Nothing);
        fits = match &wanted {
            SolveFor::Volume => scale(document, |channel| !channel.fixed, tree.multiplier),
            SolveFor::Nothing => Some(()),
            SolveFor::DealValue => set(document, &Lever::DealValue, value),
            SolveFor::Rate(id) => set(document, &Lever::Rate(id.clone()), value),
            SolveFor::Delay(id) => set(document, &Lever::Delay(id.clone()), value),
            SolveFor::Churn => set(document, &Lever::Churn, value),
            SolveFor::Budget(id) => {
                let channel = plan.channels.iter().find(|channel| channel.id == *id);
                let spent = channel.map_or(0.0, |channel| mean_arrivals(channel) * cost(channel));
                scale(document, |channel| channel.id == *id, if spent > 0.0 { value / spent } else { 1.0 })
            }
        };
    });
    fits?;
    forward.ok()
}

/// A plan that runs forward, with a lever moved to where an answer says.
pub(super) fn with_lever(forward: &Plan, answer: &LeverAnswer) -> Option<Plan> {
    let factor = match answer.lever {
        // The entries of fixed channels are counted with the volume and do not move.
        Lever::Volume => {
            let flow = Flow::new(forward).ok()?;
            let fixed = flow.inflows.iter().filter(|inflow| inflow.fixed);
            let fixed: f64 = fixed.map(|inflow| inflow.monthly_entries.iter().sum::<f64>()).sum();
            (answer.to - fixed) / (answer.from - fixed)
        }
        _ => answer.to / answer.from,
    };
    moved(forward, &answer.lever, factor, answer.to)
}

/// A plan that runs forward, with a lever moved by a factor, to a value.
pub(super) fn moved(forward: &Plan, lever: &Lever, factor: f64, value: f64) -> Option<Plan> {
    let mut fits = Some(());
    let moved = forward.edit(|document| {
        fits = match lever {
            Lever::Volume => scale(document, |channel| !channel.fixed, factor),
            Lever::ChannelVolume(id) => scale(document, |channel| channel.id == *id, factor),
            Lever::All => {
                scale_rates(document, factor);
                keep_entries(forward, document);
                let value = document.deal.value.mean.get() * factor;
                set(document, &Lever::DealValue, value)
                    .and_then(|()| scale(document, |channel| !channel.fixed, factor))
            }
            _ => {
                let fits = set(document, lever, value);
                keep_entries(forward, document);
                fits
            }
        };
    });
    fits?;
    moved.ok()
}

/// Puts one quantity's value into a plan.
fn set(document: &mut PlanDocument, lever: &Lever, value: f64) -> Option<()> {
    match lever {
        Lever::DealValue => document.deal.value.mean = Money::new(value).ok()?,
        Lever::Churn => {
            document.customers.as_mut()?.monthly_churn.as_mut()?.mean = Rate::new(value).ok()?;
        }
        Lever::Rate(id) | Lever::Delay(id) => {
            let step = document.stages.iter_mut().find(|stage| stage.id == *id)?.step.as_mut()?;
            if matches!(lever, Lever::Rate(_)) {
                step.rate.mean = Rate::new(value).ok()?;
            } else {
                step.delay_months = DelayMonths::new(value).ok()?;
            }
        }
        Lever::OwnRate { stage, channel } => {
            let channel = document.channels.iter_mut().find(|each| each.id == *channel)?;
            channel.rates.get_mut(stage)?.mean = Rate::new(value).ok()?;
        }
        Lever::Volume | Lever::ChannelVolume(_) | Lever::All => {}
    }
    Some(())
}

fn scale_rates(document: &mut PlanDocument, factor: f64) {
    let steps = document.stages.iter_mut().filter_map(|stage| Some(&mut stage.step.as_mut()?.rate));
    let own = document.channels.iter_mut().flat_map(|channel| channel.rates.values_mut());
    for rate in steps.chain(own) {
        rate.mean = Rate::new((rate.mean.get() * factor).min(1.0)).unwrap_or(rate.mean);
    }
}

/// Scales the volumes of some channels, month by month; `None` beyond what a plan holds.
fn scale(document: &mut PlanDocument, is_moved: impl Fn(&Channel) -> bool, factor: f64) -> Option<()> {
    for channel in document.channels.iter_mut().filter(|channel| is_moved(channel)) {
        match &mut channel.volume {
            Volume::Entries { monthly_entries } => {
                for entries in each(monthly_entries) {
                    *entries = Entries::new(entries.get() * factor).ok()?;
                }
            }
            Volume::Budget { monthly_budget, .. } => {
                for budget in each(monthly_budget) {
                    *budget = Money::new(budget.get() * factor).ok()?;
                }
            }
        }
    }
    Some(())
}

fn each<T>(months: &mut PerMonth<T>) -> &mut [T] {
    match months {
        PerMonth::Even(month) => std::slice::from_mut(month),
        PerMonth::Each(months) => months,
    }
}

/// Lets channels that are counted at a later stage keep their entries and their spend where a rate on the way there moved.
fn keep_entries(before: &PlanDocument, document: &mut PlanDocument) {
    let shares: Vec<_> = document
        .channels
        .iter()
        .zip(&before.channels)
        .map(|(channel, was)| counted_share(document, channel) / counted_share(before, was))
        .collect();
    for (channel, share) in document.channels.iter_mut().zip(shares) {
        if let Volume::Budget { cost_per_entry, .. } = &mut channel.volume {
            *cost_per_entry = CostPerEntry::new(cost_per_entry.get() / share).unwrap_or(*cost_per_entry);
        } else if let Volume::Entries { monthly_entries } = &mut channel.volume {
            for entries in each(monthly_entries) {
                *entries = Entries::new(entries.get() * share).unwrap_or(*entries);
            }
        }
    }
}

/// The share of a channel's entries that is counted.
fn counted_share(document: &PlanDocument, channel: &Channel) -> f64 {
    let place = |id: &Id| document.stages.iter().position(|stage| stage.id == *id).unwrap_or(0);
    let (enters, counted) = (place(&channel.enters), place(&channel.counted_at));
    let rates = document.stages[enters + 1..=counted.max(enters)].iter().map(|stage| {
        let rate = channel.rates.get(&stage.id).copied().or(stage.step.map(|step| step.rate));
        rate.map_or(1.0, |rate| rate.mean.get())
    });
    rates.product()
}

fn mean_arrivals(channel: &Channel) -> f64 {
    let arrivals = channel.volume.monthly_arrivals();
    arrivals.iter().sum::<f64>() / arrivals.len() as f64
}

fn cost(channel: &Channel) -> f64 {
    channel.volume.cost_per_entry().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gyakusan_engine::sim::{Odds, Simulation, levers};

    fn plan(text: &str, change: impl FnOnce(&mut PlanDocument)) -> Plan {
        let plan = Plan::from_json(text).expect("a plan");
        plan.edit(|document| {
            document.simulation.trials = 20_000;
            change(document);
        })
        .expect("a plan")
    }

    fn probability(plan: &Plan) -> f64 {
        let simulation = Simulation::new(plan).expect("a simulation");
        Odds::of(&simulation.run(), simulation.target()).expect("trials").probability
    }

    /// Every lever of every plan, put into the plan, gives the probability that the engine promised of it.
    #[test]
    fn a_plan_that_takes_a_lever_is_as_likely_as_the_lever_said() {
        let default = include_str!("../../engine/plans/default.json");
        let everything = include_str!("../../engine/plans/everything.json");
        let counted_later = |document: &mut PlanDocument| {
            document.channels[0].counted_at = document.stages[1].id.clone();
        };
        let plans = [
            plan(default, |_| {}),
            plan(default, |document| document.solve_for = SolveFor::DealValue),
            plan(default, counted_later),
            plan(everything, |document| document.channels[1].fixed = true),
            plan(everything, counted_later),
        ];
        for plan in plans {
            let tree = Tree::solve(&plan).expect("a tree");
            let forward = forward(&plan, &tree).expect("a plan");
            let same = Tree::solve(&forward).expect("a tree");
            assert!((same.expected_goal / tree.expected_goal - 1.0).abs() < 1e-12);
            assert!((same.period_budget - tree.period_budget).abs() <= 1e-9 * tree.period_budget);
            let trials = Simulation::new(&plan).expect("a simulation").run();
            for answer in levers(&plan, &trials, 0.8).expect("levers") {
                let Some(taken) = with_lever(&forward, &answer) else { continue };
                let found = probability(&taken);
                // The volume's answer comes from thresholds, whose luck is not that of trials at another volume.
                let tolerance = if answer.lever == Lever::Volume { 0.012 } else { 0.002 };
                assert!((found - answer.reaches).abs() < tolerance, "{}: {found}", answer.lever);
            }
        }
    }

    /// Solved for a budget, the plan runs forward with the solved one, in the proportions of its months.
    #[test]
    fn a_solved_budget_is_put_in() {
        let text = include_str!("../../engine/plans/default.json");
        let plan = plan(text, |document| {
            let Volume::Budget { monthly_budget, .. } = &mut document.channels[0].volume else { return };
            let months = (1..=12).map(|month| Money::new(f64::from(month) * 1e4).expect("an amount"));
            *monthly_budget = PerMonth::Each(months.collect());
            document.solve_for = SolveFor::Budget(document.channels[0].id.clone());
        });
        let tree = Tree::solve(&plan).expect("a tree");
        let forward = forward(&plan, &tree).expect("a plan");
        assert!((Tree::solve(&forward).expect("a tree").expected_goal - 1e8).abs() < 1.0);
    }
}
