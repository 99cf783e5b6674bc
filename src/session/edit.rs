//! Edits: the places where a plan is typed into, and what typing there does to it.

use gyakusan_engine::plan::{
    ById, Channel, CoefficientOfVariation, CostPerEntry, Id, Money, Name, PerMonth, PlanDocument, Volume,
};
use gyakusan_engine::tree::{Tree, TreeError};

use super::draft::{Draft, Drafts, Refusal};
use super::{Field, Figure, RunField, Session, StepField, field, moved, panel};
use crate::text::number::read_in_unit;

/// Steps of a rail's handle from one end to the other.
pub const RAIL_STEPS: f64 = 500.0;

/// What a user does to the plan other than typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Adds a channel at the end.
    AddChannel,
    /// Removes the channel at this place.
    RemoveChannel(usize),
    /// Takes the lever at this place of the answers into the plan, which then runs forward.
    TakeLever(usize),
}

impl Session {
    /// Takes in a text while it is being typed. A usable one changes the plan at once; whatever the text is, it stands
    /// as it was typed, and nothing is held against it before [`Session::commit`].
    pub fn type_into(&mut self, field: Field, text: &str) {
        let unit = self.unit_of(field);
        let before = self.drafts.get(field).map_or_else(|| self.plan.clone(), |draft| draft.before.clone());
        let refusal = self.apply(field, text, &unit).err();
        let judged = self.drafts.get(field).is_some_and(|draft| draft.judged && refusal.is_some());
        self.drafts.insert(field, Draft { text: text.to_owned(), unit, refusal, judged, before });
    }

    /// Ends the typing: a usable text is written in its normal form, an unusable one stays with its refusal.
    pub fn commit(&mut self, field: Field) {
        self.end_move(field);
        self.history.end_group();
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
        let (value, step) = match field {
            Field::Step(_, StepField::Rate) => (self.value_of(field), 0.01),
            Field::Run(RunField::Seed) => (self.value_of(field), 1.0),
            _ => (self.value_of(field), crate::chart::round_step(self.value_of(field) / 100.0)),
        };
        // Whole steps keep 15 % + 1 % from becoming 16.000000000000004 %.
        let moved = ((value / step).round() + steps).max(0.0) * step;
        self.move_to(field, round_digits(moved, step));
    }

    /// Moves a number to a value, as a rail does; a value that the plan does not take changes nothing.
    pub fn move_to(&mut self, field: Field, value: f64) {
        let end = self.rail_end(field);
        if self.change(field, value).is_ok() {
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
            _ => panel::rail_end(&self.plan, field),
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
        if let Edit::TakeLever(place) = edit {
            self.take_lever(place);
            return;
        }
        let name = self.language.words().channels.new_name;
        let changed = self.plan.edit(|document| match edit {
            Edit::AddChannel => add_channel(document, name),
            Edit::RemoveChannel(place) if place < document.channels.len() => {
                document.channels.remove(place);
            }
            Edit::RemoveChannel(_) | Edit::TakeLever(_) => {}
        });
        if let Ok(plan) = changed
            && let Ok(tree) = Tree::solve(&plan)
        {
            // Fields of channels are known by place, and the places have changed.
            self.drafts.retain(|field| !matches!(field, Field::Channel(..)));
            self.replace(plan, tree, None);
        }
    }

    /// Puts a lever into the plan; one that was worked out for an older plan would not give what it says.
    fn take_lever(&mut self, place: usize) {
        let answer = self.answers.levers.as_ref().and_then(|levers| levers.get(place));
        let Some(answer) = answer.filter(|_| !self.is_stale(Figure::Levers)) else { return };
        let taken = moved::forward(&self.plan, &self.tree).and_then(|plan| moved::with_lever(&plan, answer));
        if let Some(plan) = taken
            && let Ok(tree) = Tree::solve(&plan)
        {
            self.drafts = Drafts::default();
            self.replace(plan, tree, None);
        }
    }

    fn apply(&mut self, field: Field, text: &str, unit: &str) -> Result<(), Refusal> {
        let currency = field::currency(&self.plan);
        match field.reads(self.language.words()).kind(currency) {
            Some(kind) => {
                let value = read_in_unit(text, unit, kind).map_err(Refusal::Unreadable)?;
                self.change(field, value)
            }
            None => self.rename(field, text),
        }
    }

    fn rename(&mut self, field: Field, text: &str) -> Result<(), Refusal> {
        let too_long = Refusal::NameTooLong { limit: Name::MAX_CHARACTERS };
        let name = Name::new(text.trim()).ok_or(too_long)?;
        let plan = self.plan.edit(|document| match field {
            Field::Channel(place, _) => document.channels[place].name = name,
            Field::Stage(place, _) => document.stages[place].name = name,
            _ => {}
        });
        self.replace(plan.map_err(|_| Refusal::Refused)?, self.tree.clone(), Some(field));
        Ok(())
    }

    /// Changes one number of the plan and solves it again.
    fn change(&mut self, field: Field, value: f64) -> Result<(), Refusal> {
        let mut set = Ok(());
        let changed = self.plan.edit(|document| set = field.set(document, value));
        set?;
        let changed = changed.map_err(|_| match field {
            Field::Channel(..) => Refusal::TooMuchVolume { value },
            _ => Refusal::Refused,
        })?;
        let tree = Tree::solve(&changed).map_err(|error| match error {
            TreeError::TooManyEntries { entries } => Refusal::TooManyEntries { value, entries },
            TreeError::Flow(_) => Refusal::Refused,
        })?;
        self.replace(changed, tree, Some(field));
        Ok(())
    }

    /// The number of a field in the plan.
    pub(super) fn value_of(&self, field: Field) -> f64 {
        field.value(&self.plan)
    }

    fn unit_of(&self, field: Field) -> String {
        match self.drafts.get(field) {
            Some(draft) => draft.unit.clone(),
            None => field.editable(&self.plan, self.language).unit,
        }
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
