//! Edits: the places where a plan is typed into, and what typing there does to it.

use gyakusan_engine::plan::{CoefficientOfVariation, Plan, PlanDocument, Rate, UncertainRate};
use gyakusan_engine::tree::Tree;

use super::draft::Draft;
use super::field::Reads;
use super::history::Typed;
use super::{
    Field, Figure, NewChannel, RunField, ScenarioEdit, SeasonShape, Session, StageEdit, StepField, Template,
    Wanted, moved, panel, supply,
};

/// Steps of a rail's handle from one end to the other.
pub const RAIL_STEPS: f64 = 500.0;

/// What a user does to the plan other than typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Adds a channel at the end.
    AddChannel(NewChannel),
    /// Removes the channel at this place.
    RemoveChannel(usize),
    /// Changes the funnel.
    Stage(StageEdit),
    /// Puts a template in the place of the plan.
    Template(Template),
    /// Moves the channel at this place before the one above it, or after the one below.
    MoveChannel {
        /// Its place.
        place: usize,
        /// Before the one above.
        up: bool,
    },
    /// Spreads the year's entries over its months.
    Season(SeasonShape),
    /// Adds existing customers.
    AddCustomers,
    /// Removes the existing customers.
    RemoveCustomers,
    /// Adds something that existing customers take.
    AddExpansion,
    /// Removes what stands at this place of it.
    RemoveExpansion(usize),
    /// Makes a number the answer; the one that is it already leaves it to the volume.
    Solve(Wanted),
    /// Says how well the rate into the stage at this place is known.
    Know(usize, Knowledge),
    /// Takes the mean deal value for known exactly.
    ExactDealValue,
    /// The plan that the page opens with.
    Reset,
    /// Takes the lever at this place of the answers into the plan, which then runs forward.
    TakeLever(usize),
    /// Changes what is kept to be compared with the plan.
    Scenario(ScenarioEdit),
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
        let before = draft.map_or_else(|| self.document(), |draft| draft.before.clone());
        let refusal = self.apply(field, text, &unit, &before.plan).err();
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
            && let Ok(tree) = Tree::solve(&draft.before.plan)
        {
            self.replace(draft.before.plan, tree, Some(field));
            self.note(draft.before.workbook, Some(Typed::Field(field)));
        }
    }

    /// Moves a number by steps of one: a percent point, or a round share of an amount.
    pub fn step(&mut self, field: Field, steps: f64) {
        let value = self.value_of(field);
        // What is empty moves from 0.
        let value = if value.is_nan() { 0.0 } else { value };
        let step = match field.reads(self.language.words()) {
            _ if matches!(field, Field::Step(_, StepField::Delay)) => 0.5,
            Reads::Rate => 0.01,
            Reads::Count(_) if value <= 100.0 || field == Field::Run(RunField::Seed) => 1.0,
            _ => crate::chart::round_step(value / 100.0),
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
        let value = if field.reads(self.language.words()) == Reads::Rate {
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
        if let Edit::Scenario(edit) = edit {
            return self.edit_scenarios(edit);
        }
        let words = self.language.words();
        let wanted = match edit {
            // Exactly one number is the answer.
            Edit::Solve(wanted) if wanted == Wanted::of(&self.plan) => Wanted::Volume,
            Edit::Solve(wanted) => wanted,
            _ => Wanted::of(&self.plan),
        };
        let solve_for = wanted.engine(&self.plan);
        let changed = match edit {
            Edit::TakeLever(place) => self.with_lever(place),
            Edit::Stage(edit) => edit.of(&self.plan, self.language),
            Edit::Template(template) => template.plan(),
            Edit::Solve(_) => self.plan.edit(|document| document.solve_for = solve_for).ok(),
            Edit::Know(place, knowledge) => self.plan.edit(|document| know(document, place, knowledge)).ok(),
            Edit::ExactDealValue => {
                let exact = |document: &mut PlanDocument| {
                    document.deal.value.uncertainty = CoefficientOfVariation::ZERO;
                };
                self.plan.edit(exact).ok()
            }
            Edit::Reset => Some(self.first.clone()),
            _ => self.plan.edit(|document| supply::apply(document, words, edit)).ok(),
        };
        if self.take(changed) {
            // Fields of lists are known by place, and the places have changed.
            self.drafts.retain(|field| match edit {
                Edit::Template(_) | Edit::TakeLever(_) | Edit::Solve(_) | Edit::Reset => false,
                Edit::Know(place, _) => !matches!(field, Field::Step(at, _) if at == place),
                Edit::Stage(_) => !matches!(field, Field::Stage(..) | Field::Step(..)),
                _ => !matches!(field, Field::Channel(..) | Field::Customers(_) | Field::Expansion(..)),
            });
            self.moving = None;
            match edit {
                Edit::Solve(_) => {
                    self.notify((words.notice().solves)(&wanted.name(&self.plan, self.language)));
                }
                Edit::Reset => self.notify(words.notice().reset.to_owned()),
                _ => {}
            }
        } else {
            self.refused = Some(edit);
        }
    }

    /// Takes a changed plan in the place of the current one, as a step of its own; whether there is one and it has a tree.
    pub(super) fn take(&mut self, changed: Option<Plan>) -> bool {
        let Some(plan) = changed else { return false };
        let Ok(tree) = Tree::solve(&plan) else { return false };
        self.replace(plan, tree, None);
        true
    }

    /// The plan with a lever taken into it; one that was worked out for an older plan would not give what it says.
    fn with_lever(&self, place: usize) -> Option<Plan> {
        let answer = self.answers.levers.as_ref()?.get(place).filter(|_| !self.is_stale(Figure::Levers))?;
        moved::with_lever(&moved::forward(&self.plan, &self.tree)?, answer)
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

/// A value on a grid of a round step, without the dust that multiplying leaves.
fn round_digits(value: f64, step: f64) -> f64 {
    if step >= 1.0 { value.round() } else { (value * 1e9).round() / 1e9 }
}
