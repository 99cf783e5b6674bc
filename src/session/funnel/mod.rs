//! Changes of the funnel: stages added, moved and removed, and everything that names them brought along.

mod remove;
#[cfg(test)]
mod tests;

use gyakusan_engine::plan::{
    Channel, CostPerEntry, DelayMonths, Entries, Id, Name, Owner, PerMonth, Plan, PlanDocument, Rate,
    SolveFor, Stage, Step, UncertainRate, Volume,
};

use crate::text::{Language, stage_names, usual_stage_name};

/// The smallest number of stages in a plan.
pub(super) const MIN_STAGES: usize = 2;
/// The largest number of stages in a plan.
pub(super) const MAX_STAGES: usize = 12;

/// The usual stages in the order of a funnel, by id: what a new stage is taken for between two of them.
const USUAL: [&str; 6] = ["visit", "lead", "mql", "sql", "opportunity", "won"];

/// A change of the funnel by a button. The last stage is the won deal: it stays last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageEdit {
    /// Adds a stage before the one at this place. Everybody passes it, so that the expected wins stay.
    Insert(usize),
    /// Moves the stage at this place before the one before it.
    MoveUp(usize),
    /// Moves the stage at this place behind the one after it.
    MoveDown(usize),
    /// Removes the stage at this place. Its rate goes into that of the next step, so that the expected wins stay.
    Remove(usize),
}

impl StageEdit {
    /// The plan after the change; `None` where there is no such change or the plan cannot take it.
    pub(super) fn of(self, plan: &Plan, language: Language) -> Option<Plan> {
        let mut done = None;
        let changed = plan.edit(|document| done = self.apply(document, language)).ok();
        changed.filter(|_| done.is_some())
    }

    fn apply(self, document: &mut PlanDocument, language: Language) -> Option<()> {
        match self {
            Self::Insert(place) => insert(document, place, language),
            Self::MoveUp(place) => move_up(document, place),
            Self::MoveDown(place) => move_up(document, place + 1),
            Self::Remove(place) => remove::stage(document, place),
        }
    }
}

/// Adds a stage that everybody passes.
fn insert(document: &mut PlanDocument, place: usize, language: Language) -> Option<()> {
    if document.stages.len() >= MAX_STAGES {
        return None;
    }
    let id = new_id(&document.stages, place)?;
    let name = usual_stage_name(id.as_str(), language).unwrap_or(language.words().stages().new_name);
    let all_pass = Step { rate: UncertainRate::exact(Rate::ONE), delay_months: DelayMonths::ZERO };
    let next = document.stages.get_mut(place)?;
    let (owner, step) = if place == 0 {
        next.step = Some(all_pass);
        // Who came into the first stage still does; what a channel pays for is still counted where it was.
        for channel in document.channels.iter_mut().filter(|channel| channel.enters == next.id) {
            channel.enters = id.clone();
        }
        (Owner::Marketing, None)
    } else {
        (document.stages[place - 1].owner, Some(all_pass))
    };
    let name = free_name(&document.stages, name, language);
    document.stages.insert(place, Stage { id, name: Name::new(&name).unwrap_or_default(), owner, step });
    Some(())
}

/// The name, with a number behind it where another stage has it already.
fn free_name(stages: &[Stage], name: &str, language: Language) -> String {
    let is_free = |name: &str| stages.iter().all(|stage| stage_names(stage, language).stage != name);
    if is_free(name) {
        return name.to_owned();
    }
    let numbered = (2..=MAX_STAGES + 1).map(|number| format!("{name} {number}"));
    numbered.into_iter().find(|name| is_free(name)).unwrap_or_default()
}

/// The id of a stage that is added at a place: that of a usual stage which is missing there, or a free number.
fn new_id(stages: &[Stage], place: usize) -> Option<Id> {
    let usual = |stage: &Stage| USUAL.iter().position(|id| *id == stage.id.as_str());
    let next = stages.get(place).and_then(usual);
    let missing = match place.checked_sub(1) {
        None => next.and_then(|next| next.checked_sub(1)),
        Some(before) => usual(&stages[before]).map(|before| before + 1),
    };
    let is_free = |id: &str| stages.iter().all(|stage| stage.id.as_str() != id);
    let missing = missing.filter(|missing| next.is_none_or(|next| *missing < next));
    let missing = missing.and_then(|missing| USUAL.get(missing)).copied().filter(|id| is_free(id));
    // One more number than there are stages, so one of them is free.
    let mut numbered = (1..=stages.len() + 1).map(|n| format!("stage_{n}"));
    missing.and_then(Id::new).or_else(|| numbered.find(|id| is_free(id)).and_then(|id| Id::new(&id)))
}

/// Lets a stage and the one before it change places; rates and delays go with their stages.
fn move_up(document: &mut PlanDocument, place: usize) -> Option<()> {
    let stages = &mut document.stages;
    if place == 0 || place + 1 >= stages.len() {
        return None;
    }
    stages.swap(place - 1, place);
    let [upper, lower] = [place - 1, place].map(|place| stages[place].id.clone());
    if place == 1 {
        swap_first(document, &upper, &lower);
        return Some(());
    }
    let step = stages[place - 1].step?;
    for channel in document.channels.iter_mut().filter(|channel| channel.enters == lower) {
        // What it was counted at lies before its entry now: the same entries are counted there.
        let own = channel.rates.remove(&upper);
        if channel.counted_at == upper {
            recount(channel, &lower, 1.0 / own.unwrap_or(step.rate).mean.get())?;
        }
    }
    Some(())
}

/// The first two stages have changed places. The only step between them stays there, and so do the channels: whoever came
/// in first still does.
fn swap_first(document: &mut PlanDocument, upper: &Id, lower: &Id) {
    document.stages[1].step = document.stages[0].step.take();
    rename_solved(document, upper, lower);
    for channel in &mut document.channels {
        for at in [&mut channel.enters, &mut channel.counted_at] {
            if at == upper {
                *at = lower.clone();
            } else if at == lower {
                *at = upper.clone();
            }
        }
        if let Some(own) = channel.rates.remove(upper) {
            channel.rates.insert(lower.clone(), own);
        }
    }
}

/// Lets what is solved for follow a step from one stage to another.
fn rename_solved(document: &mut PlanDocument, from: &Id, to: &Id) {
    if let SolveFor::Rate(id) | SolveFor::Delay(id) = &mut document.solve_for
        && id == from
    {
        *id = to.clone();
    }
}

/// Counts and pays a channel at another stage, where `factor` times as many arrive; its entries and its spend stay.
fn recount(channel: &mut Channel, at: &Id, factor: f64) -> Option<()> {
    channel.counted_at = at.clone();
    match &mut channel.volume {
        Volume::Budget { cost_per_entry, .. } => {
            *cost_per_entry = CostPerEntry::new(cost_per_entry.get() / factor).ok()?;
        }
        Volume::Entries { monthly_entries } => {
            let months = match monthly_entries {
                PerMonth::Even(number) => std::slice::from_mut(number),
                PerMonth::Each(numbers) => numbers,
            };
            for month in months {
                *month = Entries::new(month.get() * factor).ok()?;
            }
        }
    }
    Some(())
}
