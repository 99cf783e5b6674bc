//! Edits: the places where a plan is typed into, and what typing there does to it.

use gyakusan_engine::plan::{
    ById, Channel, CoefficientOfVariation, CostPerEntry, Id, Money, Name, PerMonth, PlanDocument, Rate,
    UncertainRate, Volume,
};
use gyakusan_engine::tree::Tree;

use super::draft::{Draft, Drafts};
use super::field::Reads;
use super::{Field, RunField, Session, StepField, Wanted, panel};

/// Steps of a rail's handle from one end to the other.
pub const RAIL_STEPS: f64 = 500.0;

/// What a user does to the plan other than typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Adds a channel at the end.
    AddChannel,
    /// Removes the channel at this place.
    RemoveChannel(usize),
    /// Makes a number the answer; the one that is it already leaves it to the volume.
    Solve(Wanted),
    /// Says how well the rate into the stage at this place is known.
    Know(usize, Knowledge),
    /// Takes the mean deal value for known exactly.
    ExactDealValue,
    /// The plan that the page opens with.
    Reset,
}

/// How well a rate is known, other than by cases or a range of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knowledge {
    /// Its mean, about.
    About,
    /// What others see.
    Benchmark,
    /// Its mean, exactly.
    Exact,
}

impl Session {
    /// Takes in a text while it is being typed. A usable one changes the plan at once; whatever the text is, it stands
    /// as it was typed, and nothing is held against it before [`Session::commit`].
    pub fn type_into(&mut self, field: Field, text: &str) {
        let unit = self.unit_of(field);
        // A text that was left unusable begins anew: other fields may have changed the plan since.
        let draft = self.drafts.get(field).filter(|draft| !draft.judged);
        let before = draft.map_or_else(|| self.plan.clone(), |draft| draft.before.clone());
        let refusal = self.apply(field, text, &unit, &before).err();
        let judged = self.drafts.get(field).is_some_and(|draft| draft.judged && refusal.is_some());
        self.drafts.insert(field, Draft { text: text.to_owned(), unit, refusal, judged, before });
    }

    /// Ends the typing: a usable text is written in its normal form, an unusable one stays with its refusal.
    pub fn commit(&mut self, field: Field) {
        self.end_move(field);
        self.history.end_group();
        if let Some(text) = self.pending.take() {
            self.notify(text);
        }
        match self.drafts.get_mut(field) {
            Some(draft) if draft.refusal.is_some() => draft.judged = true,
            _ => {
                self.drafts.remove(field);
            }
        }
    }

    /// Takes back what was typed since the field was last in its normal form.
    pub fn restore(&mut self, field: Field) {
        self.end_move(field);
        if let Some(draft) = self.drafts.remove(field)
            && let Ok(tree) = Tree::solve(&draft.before)
        {
            self.replace(draft.before, tree, Some(field));
        }
    }

    /// Moves a number by steps of one: a percent point, or a round share of an amount.
    pub fn step(&mut self, field: Field, steps: f64) {
        let value = self.value_of(field);
        if value.is_nan() {
            return;
        }
        let step = match field {
            Field::Run(RunField::Seed) => 1.0,
            Field::Step(_, StepField::Delay) => 0.5,
            _ => match field.reads(self.language.words()) {
                Reads::Rate => 0.01,
                Reads::Count(_) => crate::chart::round_step(value / 100.0).max(1.0),
                _ => crate::chart::round_step(value / 100.0),
            },
        };
        // Whole steps keep 15 % + 1 % from becoming 16.000000000000004 %.
        let moved = ((value / step).round() + steps).max(0.0) * step;
        self.move_to(field, round_digits(moved, step));
    }

    /// Moves a number to a value, as a rail does; a value that the plan does not take changes nothing.
    pub fn move_to(&mut self, field: Field, value: f64) {
        let end = self.rail_end(field);
        if self.change(field, value, &self.plan.clone()).is_ok() {
            self.drafts.remove(field);
            self.moving = Some((field, end));
        }
    }

    /// Moves a number to a place on its rail, counted in [`RAIL_STEPS`] from 0 to `end`.
    pub fn move_along(&mut self, field: Field, place: f64, end: f64) {
        let value = end * place / RAIL_STEPS;
        // Without the dust that dividing leaves.
        let value = if let Field::Step(_, StepField::Rate) = field {
            (value * 1e6).round() / 1e6
        } else {
            value.round()
        };
        self.move_to(field, value);
    }

    /// The end of a field's rail: kept while the value is being moved, round and beyond the value otherwise.
    pub(super) fn rail_end(&self, field: Field) -> f64 {
        match self.moving {
            Some((moving, end)) if moving == field && end >= self.value_of(field) => end,
            _ => panel::rail_end(self, field),
        }
    }

    /// Lets the end of a field's rail follow its value again.
    fn end_move(&mut self, field: Field) {
        if self.moving.is_some_and(|(moving, _)| moving == field) {
            self.moving = None;
        }
    }

    /// Changes the plan by a button; a change that it does not take leaves it as it is.
    pub fn edit(&mut self, edit: Edit) {
        let name = self.language.words().channels.new_name;
        let wanted = match edit {
            // Exactly one number is the answer.
            Edit::Solve(wanted) if wanted == Wanted::of(&self.plan) => Wanted::Volume,
            Edit::Solve(wanted) => wanted,
            _ => Wanted::of(&self.plan),
        };
        let solve_for = wanted.engine(&self.plan);
        let changed = self.plan.edit(|document| match edit {
            Edit::AddChannel => add_channel(document, name),
            Edit::RemoveChannel(place) if place < document.channels.len() => {
                document.channels.remove(place);
            }
            Edit::RemoveChannel(_) => {}
            Edit::Solve(_) => document.solve_for = solve_for,
            Edit::Know(place, knowledge) => know(document, place, knowledge),
            Edit::ExactDealValue => document.deal.value.uncertainty = CoefficientOfVariation::ZERO,
            Edit::Reset => *document = super::default_plan().into_document(),
        });
        if let Ok(plan) = changed
            && let Ok(tree) = Tree::solve(&plan)
        {
            // Fields are known by place, and the places may have changed.
            match edit {
                Edit::Solve(_) | Edit::Reset => self.drafts = Drafts::default(),
                Edit::Know(place, _) => {
                    self.drafts.retain(|field| !matches!(field, Field::Step(at, _) if at == place));
                }
                _ => self.drafts.retain(|field| !matches!(field, Field::Channel(..))),
            }
            self.moving = None;
            self.replace(plan, tree, None);
            let words = &self.language.words().notice;
            match edit {
                Edit::Solve(_) => self.notify((words.solves)(&wanted.name(&self.plan, self.language))),
                Edit::Reset => self.notify(words.reset.to_owned()),
                _ => {}
            }
        }
    }

    fn unit_of(&self, field: Field) -> String {
        match self.drafts.get(field) {
            Some(draft) => draft.unit.clone(),
            None => self.shown(field).unit,
        }
    }
}

/// Says how well a rate is known.
fn know(document: &mut PlanDocument, place: usize, knowledge: Knowledge) {
    let benchmark = panel::benchmark(&document.stages, place);
    let Some(step) = document.stages.get_mut(place).and_then(|stage| stage.step.as_mut()) else { return };
    let about = |mean: f64| Rate::new(mean).ok().map(UncertainRate::about);
    let rate = match (knowledge, benchmark) {
        (Knowledge::Exact, _) => Some(UncertainRate::exact(step.rate.mean)),
        (Knowledge::About, _) => Some(UncertainRate::about(step.rate.mean)),
        // A single figure is a recommendation, no range.
        (Knowledge::Benchmark, Some(band)) if band.low >= band.high => about(band.low),
        (Knowledge::Benchmark, Some(band)) => UncertainRate::from_range(band.low, band.high),
        (Knowledge::Benchmark, None) => None,
    };
    if let Some(rate) = rate {
        step.rate = rate;
    }
}

/// Adds a channel like the last one that is bought, without a budget of its own yet.
fn add_channel(document: &mut PlanDocument, name: &str) {
    let bought = document.channels.iter().rev().find(|channel| channel.volume.cost_per_entry().is_some());
    let typical = CostPerEntry::new(8000.0).unwrap_or_else(|_| unreachable!("8000 is a cost"));
    let cost_per_entry = match bought.map(|channel| &channel.volume) {
        Some(Volume::Budget { cost_per_entry, .. }) => *cost_per_entry,
        _ => typical,
    };
    let enters = document.stages[0].id.clone();
    // One more name than there are channels, so one of them is free.
    let names = 1..=document.channels.len() + 1;
    let free = names
        .map(|n| format!("channel_{n}"))
        .find(|id| document.channels.iter().all(|c| c.id.as_str() != id));
    let Some(id) = free.and_then(|id| Id::new(&id)) else { return };
    document.channels.push(Channel {
        id,
        name: Name::new(name).unwrap_or_default(),
        counted_at: enters.clone(),
        enters,
        volume: Volume::Budget { monthly_budget: PerMonth::Even(Money::ZERO), cost_per_entry },
        uncertainty: CoefficientOfVariation::ZERO,
        overdispersion: CoefficientOfVariation::ZERO,
        fixed: false,
        rates: ById::new(),
    });
}

/// A value on a grid of a round step, without the dust that multiplying leaves.
fn round_digits(value: f64, step: f64) -> f64 {
    if step >= 1.0 { value.round() } else { (value * 1e9).round() / 1e9 }
}
