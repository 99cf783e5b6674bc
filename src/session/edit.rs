//! Edits: the places where a plan is typed into, and what typing there does to it.

use gyakusan_engine::plan::{
    ById, Channel, CoefficientOfVariation, CostPerEntry, Id, Money, Name, PerMonth, PlanDocument, Volume,
};
use gyakusan_engine::tree::{Tree, TreeError};

use super::draft::{Draft, Refusal};
use super::{Field, RunField, Session, StepField, WorkbookField, field, panel};
use crate::text::number::{NumberError, Written, read_in_unit};

/// Steps of a rail's handle from one end to the other.
pub const RAIL_STEPS: f64 = 500.0;

/// What a user does to the plan other than typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Adds a channel at the end.
    AddChannel,
    /// Removes the channel at this place.
    RemoveChannel(usize),
}

impl Session {
    /// Takes in a text while it is being typed. A usable one changes the plan at once; whatever the text is, it stands
    /// as it was typed, and nothing is held against it before [`Session::commit`].
    pub fn type_into(&mut self, field: Field, text: &str) {
        let unit = self.unit_of(field);
        let before = self.drafts.get(field).map_or_else(|| self.document(), |draft| draft.before.clone());
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
            && let Ok(tree) = Tree::solve(&draft.before.plan)
        {
            self.replace(draft.before.plan, tree, Some(field));
            self.note(draft.before.workbook, field);
        }
    }

    /// Moves a number by steps of one: a percent point, or a round share of an amount.
    pub fn step(&mut self, field: Field, steps: f64) {
        let (value, step) = match field {
            Field::Step(_, StepField::Rate) => (self.value_of(field), 0.01),
            Field::Run(RunField::Seed) | Field::Workbook(WorkbookField::People(_)) => {
                (self.value_of(field), 1.0)
            }
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
        let name = self.language.words().channels.new_name;
        let changed = self.plan.edit(|document| match edit {
            Edit::AddChannel => add_channel(document, name),
            Edit::RemoveChannel(place) if place < document.channels.len() => {
                document.channels.remove(place);
            }
            Edit::RemoveChannel(_) => {}
        });
        if let Ok(plan) = changed
            && let Ok(tree) = Tree::solve(&plan)
        {
            // Fields of channels are known by place, and the places have changed.
            self.drafts.retain(|field| !matches!(field, Field::Channel(..)));
            self.replace(plan, tree, None);
        }
    }

    fn apply(&mut self, field: Field, text: &str, unit: &str) -> Result<(), Refusal> {
        let currency = field::currency(&self.plan);
        match field.reads(self.language.words()).kind(currency) {
            Some(kind) => match (read_in_unit(text, unit, kind), field) {
                // What may be left empty is then not given.
                (Err(NumberError::Empty), Field::Workbook(field)) => self.give(field, None),
                (read, _) => self.change(field, read.map_err(Refusal::Unreadable)?),
            },
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
        if let Field::Workbook(field) = field {
            return self.give(field, Some(value));
        }
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

    /// Notes a number in the workbook, or that it is not given.
    fn give(&mut self, field: WorkbookField, value: Option<f64>) -> Result<(), Refusal> {
        let mut workbook = self.workbook;
        field.set(&mut workbook, value)?;
        self.note(workbook, Field::Workbook(field));
        Ok(())
    }

    /// The number of a field; 0 where none is given.
    pub(super) fn value_of(&self, field: Field) -> f64 {
        match field {
            Field::Workbook(field) => field.value(&self.workbook).unwrap_or(0.0),
            _ => field.value(&self.plan),
        }
    }

    /// The number or name of a field as it is written for editing.
    pub(super) fn editable(&self, field: Field) -> Written {
        match field {
            Field::Workbook(field) => field.editable(&self.workbook, &self.plan, self.language),
            _ => field.editable(&self.plan, self.language),
        }
    }

    fn unit_of(&self, field: Field) -> String {
        match self.drafts.get(field) {
            Some(draft) => draft.unit.clone(),
            None => self.editable(field).unit,
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
