//! The plans that are measured, and larger and smaller ones made of them.

use gyakusan_engine::plan::{Channel, Id, Plan, PlanDocument, Rate, Stage};

use crate::request::Changes;

/// The plans by name.
const PLANS: [(&str, &str); 3] = [
    ("bench", include_str!("../../engine/plans/bench.json")),
    ("bench-full", include_str!("../../engine/plans/bench-full.json")),
    ("default", include_str!("../../engine/plans/default.json")),
];

/// A stage that is added lets most prospects pass, so that a longer funnel still ends in deals.
const ADDED_RATE: f64 = 0.9;

/// A plan with changes; the error is a sentence.
pub(crate) fn plan(name: &str, changes: Changes) -> Result<Plan, String> {
    let known = PLANS.iter().find(|(own, _)| *own == name);
    let (_, text) = known.ok_or_else(|| format!("there is no plan \"{name}\""))?;
    let plan = Plan::from_json(text).map_err(|errors| errors.to_string())?;
    plan.edit(|document| change(document, changes)).map_err(|errors| errors.to_string())
}

fn change(document: &mut PlanDocument, changes: Changes) {
    if let Some(trials) = changes.trials {
        document.simulation.trials = trials;
    }
    if let Some(months) = changes.months {
        document.period.months = months as u8;
    }
    if let Some(count) = changes.channels {
        document.channels = channels(&document.channels, count as usize);
    }
    if let Some(count) = changes.stages {
        document.stages = stages(&document.stages, count as usize);
    }
}

/// So many channels: the plan's own, over and over.
fn channels(own: &[Channel], count: usize) -> Vec<Channel> {
    let numbered = |(index, channel): (usize, &Channel)| {
        let id = numbered_id("channel", index).unwrap_or_else(|| channel.id.clone());
        Channel { id, ..channel.clone() }
    };
    own.iter().cycle().take(count).enumerate().map(numbered).collect()
}

/// So many stages: the first ones and the last one of the plan, with more of the last one's predecessor between them.
fn stages(own: &[Stage], count: usize) -> Vec<Stage> {
    let [before @ .., won] = own else { return own.to_vec() };
    let mut stages: Vec<_> = before.iter().take(count.saturating_sub(1)).cloned().collect();
    while let Some(last) = stages.last()
        && stages.len() + 1 < count
    {
        let added = added_stage(last, stages.len());
        stages.push(added);
    }
    stages.push(won.clone());
    stages
}

fn added_stage(like: &Stage, index: usize) -> Stage {
    let mut stage = like.clone();
    if let Some(id) = numbered_id("stage", index) {
        stage.id = id;
    }
    if let (Some(step), Ok(rate)) = (&mut stage.step, Rate::new(ADDED_RATE)) {
        step.rate.mean = rate;
    }
    stage
}

fn numbered_id(kind: &str, index: usize) -> Option<Id> {
    Id::new(&format!("{kind}_{index}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_is_read() {
        for (name, _) in PLANS {
            assert!(plan(name, Changes::default()).is_ok(), "{name}");
        }
        assert!(plan("other", Changes::default()).is_err());
    }

    #[test]
    fn plans_have_the_size_that_is_asked_for() {
        for count in [2, 5, 8, 12] {
            let changes = Changes { channels: Some(count), stages: Some(count), ..Changes::default() };
            let plan = plan("bench", changes).expect("a plan");
            assert_eq!([plan.channels.len(), plan.stages.len()], [count as usize; 2]);
        }
        let changes = Changes { months: Some(60), trials: Some(1000), ..Changes::default() };
        let plan = plan("bench", changes).expect("a plan");
        assert_eq!((plan.months(), plan.simulation.trials), (60, 1000));
    }
}
