//! A stage removed: what passed through it passes from the stage before to the stage after.

use gyakusan_engine::plan::{
    ById, Channel, DelayMonths, Id, PlanDocument, Rate, SolveFor, Stage, Step, UncertainRate,
};

use super::{MIN_STAGES, recount, rename_solved};

/// The largest number of prospects standing in a stage at the start.
const MAX_OPENING: f64 = 1e9;

/// Removes the stage at a place; `None` for the last one, the won deal, and where too few would be left.
pub(super) fn stage(document: &mut PlanDocument, place: usize) -> Option<()> {
    if document.stages.len() <= MIN_STAGES || place + 1 >= document.stages.len() {
        return None;
    }
    let gone = document.stages.remove(place);
    let out = document.stages[place].step?;
    match gone.step {
        None => first(document, &gone.id, out),
        Some(into) => inner(document, place, &gone, [into, out]),
    }
}

/// Those who came in first now come in at the next stage, as many as got there.
fn first(document: &mut PlanDocument, gone: &Id, out: Step) -> Option<()> {
    let next = &mut document.stages[0];
    next.step = None;
    for channel in &mut document.channels {
        let own = channel.rates.remove(&next.id);
        if channel.enters == *gone {
            channel.enters = next.id.clone();
            if channel.counted_at == *gone {
                recount(channel, &next.id, own.unwrap_or(out.rate).mean.get())?;
            }
        }
    }
    move_opening(&mut document.pipeline, gone, &next.id, out.rate.mean.get());
    if let SolveFor::Rate(id) | SolveFor::Delay(id) = &document.solve_for
        && *id == next.id
    {
        document.solve_for = SolveFor::Volume;
    }
    Some(())
}

/// The two steps around the stage become one.
fn inner(document: &mut PlanDocument, place: usize, gone: &Stage, steps: [Step; 2]) -> Option<()> {
    let [into, out] = steps;
    let before = document.stages[place - 1].id.clone();
    let next = &mut document.stages[place];
    let months = into.delay_months.get() + out.delay_months.get();
    next.step = Some(Step {
        rate: both(into.rate, out.rate),
        delay_months: DelayMonths::new(months.min(DelayMonths::MAX)).ok()?,
    });
    let next = next.id.clone();
    for channel in &mut document.channels {
        merge_own(channel, [&before, &gone.id, &next], [into.rate, out.rate])?;
    }
    // As many in the stage before as have as many here to be expected.
    let share = into.rate.mean.get();
    move_opening(&mut document.pipeline, &gone.id, &before, if share > 0.0 { 1.0 / share } else { 1.0 });
    rename_solved(document, &gone.id, &next);
    Some(())
}

/// Merges what a channel says of the two steps around a stage, given the stage and its neighbours and the plan's rates.
fn merge_own(
    channel: &mut Channel,
    [before, gone, next]: [&Id; 3],
    [into, out]: [UncertainRate; 2],
) -> Option<()> {
    let own_into = channel.rates.remove(gone);
    if channel.enters == *gone {
        // It comes in one stage earlier and passes as it did, so that its volume and its cost stay as they were typed.
        let own = channel.rates.get(next).copied().unwrap_or(out);
        channel.rates.insert(next.clone(), own);
        channel.enters = before.clone();
        if channel.counted_at == *gone {
            channel.counted_at = before.clone();
        }
        return Some(());
    }
    let own_out = channel.rates.get(next).copied();
    if own_into.is_some() || own_out.is_some() {
        channel.rates.insert(next.clone(), both(own_into.unwrap_or(into), own_out.unwrap_or(out)));
    }
    if channel.counted_at == *gone {
        recount(channel, before, 1.0 / own_into.unwrap_or(into).mean.get())?;
    }
    Some(())
}

/// One rate for two steps, known as well as the less known of them.
fn both(first: UncertainRate, second: UncertainRate) -> UncertainRate {
    let evidence = match (first.evidence, second.evidence) {
        (Some(first), Some(second)) if first > second => Some(second),
        (first, second) => first.or(second),
    };
    // A product of shares is a share.
    let mean = Rate::new(first.mean.get() * second.mean.get()).unwrap_or(Rate::ZERO);
    UncertainRate { mean, evidence }
}

/// Moves those who stand in a stage at the start to another one, `factor` times as many of them, in whole people.
fn move_opening(pipeline: &mut ById<u32>, from: &Id, to: &Id, factor: f64) {
    let Some(count) = pipeline.remove(from) else { return };
    let there = f64::from(pipeline.get(to).copied().unwrap_or(0));
    let sum = there + (f64::from(count) * factor).round();
    pipeline.insert(to.clone(), sum.min(MAX_OPENING) as u32);
}
