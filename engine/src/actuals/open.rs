//! Open prospects as a pipeline for the months to come.
//!
//! An open prospect of age a passes its next step with p(1−F(a))/(1−pF(a)), and with p where losses are recorded; its
//! remaining time is the delay beyond a, later steps are fresh. Prospects of nearly the same F go together: a class has the mean of
//! their F, which is off by less than 1e−4 of a probability, and the mean of when they arrive.

use super::Age;
use super::tally::{Group, Tally, delay_after};
use crate::flow::{Delay, Opening, Transit};
use crate::plan::Plan;

/// Classes of F between 0 and 1.
const CLASSES: usize = 12;

/// Slices of a month in which the next step's remaining time is taken as even, before the times of later steps are added.
const SLICES: usize = 16;

/// Everybody who is open at the end of the record, as pipelines of a period of so many months.
pub(super) fn openings(plan: &Plan, tally: &Tally, months: usize) -> Vec<Opening> {
    let mut ways: Vec<Way> = Vec::new();
    for group in tally.groups.iter().filter(|group| !group.open.is_empty()) {
        let same = |way: &Way| way.stage == group.stage && way.steps == group.steps;
        match ways.iter().position(same) {
            Some(place) => ways[place].groups.push(group),
            None => ways.push(Way { stage: group.stage, steps: &group.steps, groups: vec![group] }),
        }
    }
    ways.iter().enumerate().flat_map(|(number, way)| way.openings(plan, number, months)).collect()
}

/// Prospects who stand in the same stage and pass at the same rates.
struct Way<'a> {
    stage: usize,
    steps: &'a [usize],
    groups: Vec<&'a Group>,
}

/// Prospects of nearly the same F.
#[derive(Default, Clone)]
struct Class {
    count: f64,
    /// Sum of their F.
    passed_before: f64,
    /// Sum of their weights: 1 − F, or 1 where losses are recorded.
    weight: f64,
    /// Of these weights what has arrived in the next stage, by slice of the months to come.
    arrived: Vec<f64>,
}

impl Way<'_> {
    fn openings(&self, plan: &Plan, number: usize, months: usize) -> Vec<Opening> {
        let delay = delay_after(plan, self.stage);
        let mut classes = vec![Class::default(); CLASSES];
        for group in &self.groups {
            for (age, count) in &group.open {
                let share = age.share_passed(delay);
                let class = &mut classes[((share * CLASSES as f64) as usize).min(CLASSES - 1)];
                class.add(delay, *age, *count, group.losses_recorded, months);
            }
        }
        let later = later_delays(plan, self.stage);
        let people = classes.into_iter().enumerate().filter(|(_, class)| class.count > 0.0);
        let openings = people.map(|(place, class)| Opening {
            stage: self.stage,
            count: class.count.min(f64::from(u32::MAX)) as u32,
            passed_before: (class.passed_before / class.count).min(1.0),
            name: format!(":{number}:{place}"),
            steps: self.steps.to_vec(),
            transit: class.transit(&later, months),
        });
        openings.collect()
    }
}

impl Class {
    fn add(&mut self, delay: Delay, age: Age, count: f64, losses_recorded: bool, months: usize) {
        let beyond = waiting_after(delay, age, 0.0);
        self.count += count;
        self.arrived.resize(months * SLICES, 0.0);
        // An open prospect whose losses would be known passes with p, however long it has waited.
        let weight = if losses_recorded { 1.0 } else { beyond };
        self.passed_before += if losses_recorded { 0.0 } else { count * (1.0 - beyond) };
        self.weight += count * weight;
        for (slice, arrived) in self.arrived.iter_mut().enumerate() {
            let months = (slice + 1) as f64 / SLICES as f64;
            // Whose time is over for certain passes at once, if ever.
            let left = if beyond > 0.0 { waiting_after(delay, age, months) / beyond } else { 0.0 };
            *arrived += count * weight * (1.0 - left);
        }
    }

    /// When they arrive in each stage from their own on, if they pass.
    fn transit(&self, later: &[Delay], months: usize) -> Transit {
        let share = |arrived: f64| if self.weight > 0.0 { arrived / self.weight } else { 1.0 };
        let next: Vec<f64> = self.arrived.iter().map(|arrived| share(*arrived)).collect();
        let at_ends = |month: usize| next[(month + 1) * SLICES - 1];
        let mut stages = vec![vec![1.0; months], (0..months).map(at_ends).collect()];
        stages.extend(later.iter().map(|delay| and_then(&next, *delay, months)));
        Transit::of_shares(stages)
    }
}

/// The share of those who will pass that is still waiting some months after the record, 1 − F(a + months).
fn waiting_after(delay: Delay, age: Age, months: f64) -> f64 {
    match age {
        Age::Exact(age) => delay.share_beyond(age + months),
        Age::Month(age) => {
            let end = f64::from(age) + months;
            (1.0 - delay.mean_time_since(end) + delay.mean_time_since(end - 1.0)).max(0.0)
        }
    }
}

/// The times from the stage after this one to each later stage.
fn later_delays(plan: &Plan, stage: usize) -> Vec<Delay> {
    let mut delay = Delay::NONE;
    let steps = plan.stages[stage + 2..].iter().filter_map(|stage| stage.step);
    let delays = steps.map(|step| {
        delay = delay.then(step.delay_months.get(), plan.delay_cv.get());
        delay
    });
    delays.collect()
}

/// The share that has arrived in a stage by the end of each month, of those who arrive in the one before by slices, evenly
/// within each.
fn and_then(arrived_before: &[f64], delay: Delay, months: usize) -> Vec<f64> {
    let width = 1.0 / SLICES as f64;
    let since: Vec<_> =
        (0..=months * SLICES).map(|slice| delay.mean_time_since(slice as f64 * width)).collect();
    let arrived = |month: usize| {
        let end = (month + 1) * SLICES;
        let mut before = 0.0;
        let slices = arrived_before[..end].iter().enumerate();
        let arrived = slices.map(|(slice, &arrived)| {
            let entered = arrived - std::mem::replace(&mut before, arrived);
            entered * (since[end - slice] - since[end - slice - 1]) / width
        });
        arrived.sum()
    };
    (0..months).map(arrived).collect()
}
