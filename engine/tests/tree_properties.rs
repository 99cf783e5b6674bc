//! What holds of every plan's tree, on plans drawn at random.

mod generated;
mod record;

use generated::Random;
use gyakusan_engine::plan::{DealKind, Money, Plan, Rate, SolveFor, Volume};
use gyakusan_engine::tree::{
    HoldError, Outcome, Tree, TreeError, WholeUnits, hold_count, reaches, required_count,
};

/// Plans a property is tried on.
const PLANS: usize = 400;

fn plans(seed: u64) -> impl Iterator<Item = Plan> {
    let mut random = Random(seed);
    (0..PLANS).map(move |_| generated::plan(&mut random))
}

/// The tree of a plan, where it has one.
fn tree(plan: &Plan) -> Option<Tree> {
    match Tree::solve(plan) {
        Ok(tree) => Some(tree),
        Err(TreeError::TooManyEntries { entries }) if entries > 1e12 => None,
        Err(error) => panic!("{error}"),
    }
}

/// The plan asked for another quantity.
fn asked_for(plan: &Plan, quantity: SolveFor) -> Plan {
    plan.edit(|document| document.solve_for = quantity).expect("a plan")
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-12 * expected.abs()
}

#[test]
fn forward_after_reverse_reaches_the_target_and_one_entry_fewer_does_not() {
    let mut solved = 0;
    for plan in plans(1) {
        let Some(tree) = tree(&plan).filter(|tree| tree.outcome == Outcome::Solved) else { continue };
        let target = plan.goal.target.get();
        assert!(close(tree.expected_goal, target), "{} for {target}", tree.expected_goal);
        // Entries of the channels that are scaled: all of them, less those that stand without any.
        let none = Tree::at_multiplier(&plan, 0.0).expect("a tree").period_entries;
        let one = Tree::at_multiplier(&plan, 1.0).expect("a tree").period_entries - none;
        let required = required_count(tree.multiplier * one);
        if required >= 1e8 {
            continue;
        }
        let goal = |entries: f64| Tree::at_multiplier(&plan, entries / one).expect("a tree").expected_goal;
        assert!(reaches(goal(required), target), "{required} entries");
        assert!(!reaches(goal(required - 1.0), target), "{required} entries");
        solved += 1;
    }
    assert!(solved > PLANS / 2, "{solved} plans were solved");
    record::record("reverse", &[solved.to_string()]);
}

#[test]
fn every_solved_quantity_meets_the_target() {
    let mut solved = std::collections::BTreeMap::new();
    for plan in plans(2) {
        for quantity in quantities(&plan) {
            let plan = asked_for(&plan, quantity.clone());
            let Some(tree) = tree(&plan) else { continue };
            let target = plan.goal.target.get();
            match tree.outcome {
                // Fixed delays make the goal jump over the target.
                Outcome::Solved if matches!(quantity, SolveFor::Delay(_)) && plan.delay_cv.get() == 0.0 => {
                    assert!(reaches(tree.expected_goal, target));
                }
                Outcome::Solved => {
                    assert!(close(tree.expected_goal, target), "{quantity}: {}", tree.expected_goal);
                }
                Outcome::AlreadyReached => {
                    assert!(reaches(tree.expected_goal, target), "{quantity}");
                }
                Outcome::Limit | Outcome::Impossible(_) => {
                    assert!(!reaches(tree.expected_goal, target), "{quantity}");
                }
                Outcome::Forward => panic!("{quantity} was asked for"),
            }
            let kind = quantity.to_string().split(':').next().unwrap_or_default().to_owned();
            *solved.entry(kind).or_insert(0) += usize::from(tree.outcome == Outcome::Solved);
        }
    }
    assert!(solved.len() == 6 && solved.values().all(|count| *count > 40), "{solved:?}");
}

/// Everything that a plan can be solved for.
fn quantities(plan: &Plan) -> Vec<SolveFor> {
    let steps = plan.stages[1..].iter().map(|stage| stage.id.clone());
    let bought = plan.channels.iter().filter(|channel| matches!(channel.volume, Volume::Budget { .. }));
    let mut quantities = vec![SolveFor::Volume, SolveFor::DealValue];
    quantities.extend(steps.clone().map(SolveFor::Rate));
    quantities.extend(steps.map(SolveFor::Delay));
    quantities.extend(bought.map(|channel| SolveFor::Budget(channel.id.clone())));
    quantities.extend(plan.customers.is_some().then_some(SolveFor::Churn));
    quantities
}

#[test]
fn requirements_rise_with_the_target_and_fall_with_every_rate() {
    let mut random = Random(3);
    for plan in plans(3) {
        let multiplier = |plan: &Plan| tree(plan).map(|tree| tree.multiplier);
        let Some(before) = multiplier(&plan) else { continue };
        let higher = Money::new(plan.goal.target.get() * random.between(1.0, 1.5)).expect("an amount");
        let higher = plan.edit(|document| document.goal.target = higher).expect("a plan");
        assert!(multiplier(&higher).is_none_or(|higher| higher >= before));
        for stage in 1..plan.stages.len() {
            let raised = plan.edit(|document| {
                if let Some(step) = &mut document.stages[stage].step {
                    let mean = step.rate.mean.get();
                    step.rate.mean = Rate::new(random.between(mean, 1.0)).expect("a rate");
                }
            });
            let Some(after) = multiplier(&raised.expect("a plan")) else { continue };
            assert!(after <= before * (1.0 + 1e-12), "{before} to {after}");
        }
    }
}

#[test]
fn units_and_orders_that_mean_nothing_change_nothing() {
    for plan in plans(4) {
        let Some(before) = tree(&plan) else { continue };
        // Another currency, of which one old unit makes four.
        let exchanged = plan.edit(|document| {
            let four = |amount: &mut Money| *amount = Money::new(amount.get() * 4.0).expect("an amount");
            four(&mut document.goal.target);
            four(&mut document.deal.value.mean);
            if let Some(customers) = &mut document.customers {
                four(&mut customers.monthly_fee);
                customers.expansions.iter_mut().for_each(|expansion| four(&mut expansion.value));
            }
        });
        let exchanged = tree(&exchanged.expect("a plan")).expect("a tree");
        assert_eq!(exchanged.multiplier.to_bits(), before.multiplier.to_bits());
        let turned = plan.edit(|document| document.channels.reverse()).expect("a plan");
        let turned = tree(&turned).expect("a tree");
        assert!(close(turned.multiplier, before.multiplier));
        assert!(close(turned.period_entries, before.period_entries));
    }
}

#[test]
fn the_order_of_steps_without_delay_does_not_change_the_requirement() {
    for plan in plans(5).filter(|plan| plan.stages.len() > 3) {
        let plain = plan.edit(|document| {
            document.channels.truncate(1);
            document.channels[0].rates = gyakusan_engine::plan::ById::new();
            document.channels[0].counted_at = document.channels[0].enters.clone();
            document.pipeline = gyakusan_engine::plan::ById::new();
            document.stages.iter_mut().filter_map(|stage| stage.step.as_mut()).for_each(|step| {
                step.delay_months = gyakusan_engine::plan::DelayMonths::ZERO;
            });
        });
        let plain = plain.expect("a plan");
        let swapped = plain.edit(|document| {
            let (first, second) = (document.stages[1].step, document.stages[2].step);
            document.stages[1].step = second;
            document.stages[2].step = first;
        });
        let (before, after) = (tree(&plain), tree(&swapped.expect("a plan")));
        let (Some(before), Some(after)) = (before, after) else { continue };
        assert!(close(after.multiplier, before.multiplier), "{} {}", before.multiplier, after.multiplier);
    }
}

#[test]
fn nobody_appears_or_is_lost() {
    for plan in plans(6) {
        let Ok(tree) = Tree::solve(&asked_for(&plan, SolveFor::Nothing)) else { continue };
        let standing =
            |place: usize| plan.pipeline.get(&plan.stages[place].id).map_or(0.0, |count| f64::from(*count));
        let everybody = tree.period_entries + (0..plan.stages.len()).map(standing).sum::<f64>();
        let entering = |place: usize| -> Vec<f64> {
            let channels = plan.channels.iter().zip(&tree.channels);
            let here = channels.filter(|(channel, _)| plan.stage_index(&channel.enters) == Some(place));
            here.fold(vec![0.0; plan.months()], |sum, (_, stages)| {
                sum.iter().zip(&stages[place]).map(|(sum, entries)| sum + entries).collect()
            })
        };
        let mut at_the_end = 0.0;
        for place in 0..plan.stages.len() {
            // Who has come by a month and not gone on by then stands in the stage: never fewer than nobody.
            let gone = tree.stages.get(place + 1).map(|next| (&next.monthly, entering(place + 1)));
            let mut here = standing(place);
            for month in 0..plan.months() {
                here += tree.stages[place].monthly[month];
                if let Some((next, entering)) = &gone {
                    here -= next[month] - entering[month];
                }
                assert!(here >= -1e-12 * everybody, "{here} of {everybody} in stage {place}, month {month}");
            }
            at_the_end += here;
        }
        assert!(close(at_the_end, everybody), "{at_the_end} of {everybody}");
    }
}

#[test]
fn a_typed_count_holds() {
    let mut random = Random(7);
    let (mut held_count, mut out_of_reach) = (0, 0);
    for plan in plans(7) {
        for quantity in [SolveFor::Volume, SolveFor::Nothing, SolveFor::Rate(plan.stages[1].id.clone())] {
            let plan = asked_for(&plan, quantity);
            let Some(before) = tree(&plan) else { continue };
            let stage = random.below(plan.stages.len());
            let count = before.stages[stage].expected * random.between(0.7, 1.4);
            match hold_count(&plan, stage, count) {
                Ok(held) => {
                    let after = Tree::solve(&held.plan).expect("a tree");
                    let found = after.stages[stage].expected;
                    assert!(
                        (found - count).abs() <= 1e-9 * count,
                        "{found}, typed {count}, {} freed",
                        held.freed
                    );
                    assert_eq!(held.plan.solve_for, plan.solve_for);
                    held_count += 1;
                }
                Err(HoldError::OutOfReach { freed, .. }) => {
                    assert!(
                        !is_between_the_ends(&plan, &freed, stage, count),
                        "{count} with {freed} freed, stage {stage}: {}",
                        plan.to_json()
                    );
                    out_of_reach += 1;
                }
                Err(HoldError::Tree(TreeError::TooManyEntries { .. })) => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
    assert!(held_count > out_of_reach && out_of_reach > 10, "{held_count} held, {out_of_reach} out of reach");
}

/// Whether a rate that gives way could make a count: whether the count lies between those at a tiny rate and at 1.
fn is_between_the_ends(plan: &Plan, freed: &SolveFor, stage: usize, count: f64) -> bool {
    let SolveFor::Rate(id) = freed else { return false };
    let at = |mean: f64| {
        let moved = plan.edit(|document| {
            let stage = document.stages.iter_mut().find(|stage| stage.id == *id).expect("a stage");
            stage.step.as_mut().expect("a step").rate.mean = Rate::new(mean).expect("a rate");
        });
        let answered = |tree: &Tree| matches!(tree.outcome, Outcome::Solved | Outcome::Forward);
        tree(&moved.expect("a plan")).filter(answered)
    };
    let (Some(low), Some(high)) = (at(1e-6), at(1.0)) else { return false };
    let (low, high) = (low.stages[stage].expected, high.stages[stage].expected);
    low.min(high) < count * (1.0 - 1e-9) && count * (1.0 + 1e-9) < low.max(high)
}

#[test]
fn whole_units_are_whole_and_never_more_than_the_exact_ones() {
    for plan in plans(8) {
        let undelayed = asked_for(&plan, SolveFor::Nothing).edit(|document| {
            document.stages.iter_mut().filter_map(|stage| stage.step.as_mut()).for_each(|step| {
                step.delay_months = gyakusan_engine::plan::DelayMonths::ZERO;
            });
        });
        let undelayed = undelayed.expect("a plan");
        let (whole, exact) = (WholeUnits::of(&undelayed).expect("counts"), tree(&undelayed).expect("a tree"));
        for (place, stage) in exact.stages.iter().enumerate() {
            assert!(whole.stages[place].iter().all(|count| count.fract() == 0.0 && *count >= 0.0));
            assert!(whole.total(place) <= stage.expected * (1.0 + 1e-9), "{}", stage.id);
        }
    }
}

#[test]
fn one_off_revenue_is_wins_times_value() {
    for plan in plans(9).filter(|plan| plan.deal.kind == DealKind::OneOff && plan.customers.is_none()) {
        let Some(tree) = tree(&plan) else { continue };
        let wins = &tree.stages[plan.stages.len() - 1].monthly;
        for (revenue, wins) in tree.monthly_revenue.iter().zip(wins) {
            assert!(close(*revenue, wins * plan.deal.value.mean.get()));
        }
    }
}
