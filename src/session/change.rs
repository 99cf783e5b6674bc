//! Changes: what a number or a name that is typed does to the plan, and what stands in its field then.

use gyakusan_engine::flow::FlowError;
use gyakusan_engine::plan::{Name, Plan, SolveFor};
use gyakusan_engine::tree::{self, HoldError, Tree, TreeError, hold_count};

use super::draft::Refusal;
use super::field::Reads;
use super::history::Typed;
use super::{Field, Session, StageField, StepField, Wanted, WorkbookField, field, panel};
use crate::text::number::{
    NumberError, Written, editable_money, exact_count, fine_count, rate, read_in_unit,
};

/// The most decimals that a field shows of a number, rounded beyond.
const TYPED_DECIMALS: usize = 6;

impl Session {
    pub(super) fn apply(
        &mut self,
        field: Field,
        text: &str,
        unit: &str,
        before: &Plan,
    ) -> Result<(), Refusal> {
        let currency = field::currency(&self.plan);
        match field.reads(self.language.words()).kind(currency) {
            Some(kind) => {
                let value = match read_in_unit(text, unit, kind) {
                    // What may be empty, and is, stands for nothing.
                    Err(NumberError::Empty) if field.is_optional() => field::ABSENT,
                    read => read.map_err(Refusal::Unreadable)?,
                };
                self.change(field, value, before)
            }
            None => self.rename(field, text),
        }
    }

    fn rename(&mut self, field: Field, text: &str) -> Result<(), Refusal> {
        let too_long = Refusal::NameTooLong { limit: Name::MAX_CHARACTERS };
        let name = Name::new(text.trim()).ok_or(too_long)?;
        if text.trim().is_empty() && matches!(field, Field::Stage(..)) {
            return Err(Refusal::NoName);
        }
        let plan = self.plan.edit(|document| match field {
            Field::PlanName => document.name = name,
            Field::Channel(place, _) => document.channels[place].name = name,
            Field::Stage(place, _) => document.stages[place].name = name,
            Field::Expansion(place, _) => {
                if let Some(customers) = &mut document.customers {
                    customers.expansions[place].name = name;
                }
            }
            _ => {}
        });
        self.replace(plan.map_err(|_| Refusal::Refused)?, self.tree.clone(), Some(field));
        Ok(())
    }

    /// Changes one number of a plan and solves it again. `before` is the plan before the typing began, so that a number
    /// that gives way goes by what stands there now, not by what stood there a keystroke ago.
    pub(super) fn change(&mut self, field: Field, value: f64, before: &Plan) -> Result<(), Refusal> {
        match field {
            Field::Stage(place, StageField::Count) => return self.hold(field, place, value, before),
            Field::Workbook(field) => return self.give(field, (!value.is_nan()).then_some(value)),
            _ => {}
        }
        let answer = Wanted::of(before);
        // Who types into the answer gives it, and the volume is the answer again.
        let gives_the_answer = Wanted::of_field(field, before) == Some(answer);
        let mut set = Ok(());
        let changed = before.edit(|document| {
            set = field.set(document, value);
            if gives_the_answer {
                document.solve_for = SolveFor::Volume;
            }
        });
        set?;
        let changed = changed.map_err(|_| match field {
            Field::Channel(..) => Refusal::TooMuchVolume { value },
            Field::Season(_) => Refusal::NoSeason { value },
            _ => Refusal::Refused,
        })?;
        let tree = Tree::solve(&changed).map_err(|error| match error {
            TreeError::TooManyEntries { entries } => Refusal::TooManyEntries { value, entries },
            TreeError::Flow(FlowError::CountedBeyondZeroRate { channel, .. }) => {
                Refusal::NobodyCounted { value, channel }
            }
        })?;
        self.replace(changed, tree, Some(field));
        if gives_the_answer {
            let name = |wanted: Wanted| wanted.name(&self.plan, self.language);
            self.pending = Some((self.language.words().notice().given)(&name(answer), &name(Wanted::Volume)));
        }
        Ok(())
    }

    /// Notes a number in the workbook, or that it is not given.
    fn give(&mut self, field: WorkbookField, value: Option<f64>) -> Result<(), Refusal> {
        let mut workbook = self.workbook.clone();
        field.set(&mut workbook, value)?;
        self.note(workbook, Some(Typed::Field(Field::Workbook(field))));
        Ok(())
    }

    /// Lets a typed count hold: one other number gives way, and is named once the field is left.
    fn hold(&mut self, field: Field, stage: usize, value: f64, before: &Plan) -> Result<(), Refusal> {
        let held = hold_count(before, stage, value).map_err(|error| match error {
            HoldError::NoCount { found } => {
                Refusal::OutOfRange { value: found, min: 0.0, max: tree::MAX_ENTRIES }
            }
            HoldError::OutOfReach { freed, limit, count } if count.is_finite() => {
                Refusal::OutOfReach { value, freed: Wanted::of_engine(&freed, before), limit, count }
            }
            HoldError::Tree(TreeError::TooManyEntries { entries }) => {
                Refusal::TooManyEntries { value, entries }
            }
            _ => Refusal::Refused,
        })?;
        let tree = Tree::solve(&held.plan).map_err(|_| Refusal::Refused)?;
        let freed = Wanted::of_engine(&held.freed, before);
        self.replace(held.plan, tree, Some(field));
        let words = self.language.words().notice();
        let [was, is] = match freed {
            Wanted::DealValue => [before, &self.plan].map(|plan| plan.deal.value.mean.get()),
            Wanted::Rate(place) => {
                [before, &self.plan].map(|plan| Field::Step(place, StepField::Rate).value(plan))
            }
            _ => [1.0, held.value],
        };
        let [was, is] = [was, is].map(|value| freed.written(value, &self.plan, self.language));
        let label = field.label(&self.plan, self.language);
        let count = self.counted(&exact_count(value));
        self.pending = Some(match freed {
            Wanted::Volume => (words.held_by_volume)(&label, &count, &is),
            _ => (words.held)(&label, &count, &freed.name(&self.plan, self.language), [&was, &is]),
        });
        Ok(())
    }

    /// The number of a field: the plan's, the tree's for a count, the solved one for the answer; 0 where the workbook has
    /// none.
    pub(super) fn value_of(&self, field: Field) -> f64 {
        match field {
            Field::Stage(place, StageField::Count) => self.tree.stages[place].expected,
            Field::Workbook(field) => field.value(&self.workbook).unwrap_or(0.0),
            _ if self.is_solved(field) => self.tree.solved_value,
            _ => field.value(&self.plan),
        }
    }

    /// Whether a field shows the number that the plan is solved for, counts aside.
    pub(super) fn is_solved(&self, field: Field) -> bool {
        let wanted = Wanted::of_field(field, &self.plan);
        wanted.is_some_and(|wanted| wanted == Wanted::of(&self.plan) && wanted != Wanted::Volume)
    }

    /// What stands in a field that nobody is typing into.
    pub(super) fn shown(&self, field: Field) -> Written {
        let value = self.value_of(field);
        let reads = field.reads(self.language.words());
        match (field, reads) {
            (Field::Workbook(field), _) => field.editable(&self.workbook, &self.plan, self.language),
            (Field::Stage(place, StageField::Count), _) => {
                Written { number: panel::written_count(self, place), unit: reads.unit() }
            }
            (_, Reads::Money) if self.is_solved(field) => self.money(value),
            (_, Reads::Rate) if self.is_solved(field) => rate(value),
            (_, Reads::Count(_)) if self.is_solved(field) => {
                Written { number: exact_count(value), unit: reads.unit() }
            }
            _ => {
                let written = field.editable(&self.plan, self.language);
                let decimals = written.number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                match reads {
                    // Nobody typed so many digits: the number gave way for another.
                    Reads::Rate if decimals > TYPED_DECIMALS => {
                        Written { number: fine_count(100.0 * value), ..written }
                    }
                    Reads::Money if decimals > TYPED_DECIMALS => {
                        editable_money(value.round(), field::currency(&self.plan), self.language)
                    }
                    _ => written,
                }
            }
        }
    }
}
