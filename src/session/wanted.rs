//! What a plan is solved for, by place: the one number of the tree that is the answer.

use gyakusan_engine::plan::{Id, Plan, PlanDocument, Rate, SolveFor};

use super::field::{self, Field};
use super::{ChannelField, DealField, StageField, StepField};
use crate::text::number::{self, exact_count, rate};
use crate::text::{Language, stage_names};

/// A number that the plan can be solved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// What the plan brings; it runs forward.
    Revenue,
    /// The volume of the channels that are not fixed, read off the first stage.
    Volume,
    /// The mean deal value, or monthly fee.
    DealValue,
    /// The rate of the step into the stage at this place.
    Rate(usize),
    /// The delay of the step into the stage at this place.
    Delay(usize),
    /// The monthly budget of the channel at this place.
    Budget(usize),
    /// The monthly churn.
    Churn,
}

impl Wanted {
    /// What a plan is solved for.
    pub fn of(plan: &Plan) -> Self {
        Self::of_engine(&plan.solve_for, plan)
    }

    /// The place of a quantity in the plan.
    pub(super) fn of_engine(quantity: &SolveFor, plan: &Plan) -> Self {
        let stage = |id: &Id| plan.stage_index(id).unwrap_or(0);
        match quantity {
            SolveFor::Nothing => Self::Revenue,
            SolveFor::Volume => Self::Volume,
            SolveFor::DealValue => Self::DealValue,
            SolveFor::Rate(id) => Self::Rate(stage(id)),
            SolveFor::Delay(id) => Self::Delay(stage(id)),
            SolveFor::Budget(id) => {
                Self::Budget(plan.channels.iter().position(|channel| channel.id == *id).unwrap_or(0))
            }
            SolveFor::Churn => Self::Churn,
        }
    }

    /// The quantity at its place.
    pub(super) fn engine(self, plan: &Plan) -> SolveFor {
        let stage = |place: usize| plan.stages[place].id.clone();
        match self {
            Self::Revenue => SolveFor::Nothing,
            Self::Volume => SolveFor::Volume,
            Self::DealValue => SolveFor::DealValue,
            Self::Rate(place) => SolveFor::Rate(stage(place)),
            Self::Delay(place) => SolveFor::Delay(stage(place)),
            Self::Budget(place) => SolveFor::Budget(plan.channels[place].id.clone()),
            Self::Churn => SolveFor::Churn,
        }
    }

    /// What a press on the lock of a field asks for; `None` for a field without one.
    pub(super) fn of_field(field: Field, plan: &Plan) -> Option<Self> {
        match field {
            Field::Revenue => Some(Self::Revenue),
            Field::Stage(0, StageField::Count) => Some(Self::Volume),
            Field::Deal(DealField::Value) => Some(Self::DealValue),
            Field::Step(place, StepField::Rate) => Some(Self::Rate(place)),
            Field::Step(place, StepField::Delay) => Some(Self::Delay(place)),
            Field::Channel(place, ChannelField::Budget) => {
                plan.channels[place].volume.cost_per_entry().map(|_| Self::Budget(place))
            }
            _ => None,
        }
    }

    /// The field that shows it.
    pub(super) fn field(self) -> Option<Field> {
        match self {
            Self::Revenue => Some(Field::Revenue),
            Self::Volume => Some(Field::Stage(0, StageField::Count)),
            Self::DealValue => Some(Field::Deal(DealField::Value)),
            Self::Rate(place) => Some(Field::Step(place, StepField::Rate)),
            Self::Delay(place) => Some(Field::Step(place, StepField::Delay)),
            Self::Budget(place) => Some(Field::Channel(place, ChannelField::Budget)),
            Self::Churn => None,
        }
    }

    /// What it is called.
    pub(super) fn name(self, plan: &Plan, language: Language) -> String {
        match (self, self.field()) {
            (Self::Volume, _) => stage_names(&plan.stages[0], language).count,
            (_, Some(field)) => field.label(plan, language),
            (_, None) => language.words().tree().churn.to_owned(),
        }
    }

    /// A value of it as a sentence writes it.
    pub(super) fn written(self, value: f64, plan: &Plan, language: Language) -> String {
        match self {
            Self::Revenue | Self::DealValue | Self::Budget(_) => {
                number::money(value, field::currency(plan), language).to_string()
            }
            Self::Rate(_) | Self::Churn => rate(value).to_string(),
            Self::Volume => number::multiplier(value, language).to_string(),
            Self::Delay(_) => exact_count(value) + language.words().stages().months,
        }
    }

    /// Puts a value of it into the plan, so that it is given there.
    pub(super) fn put(self, document: &mut PlanDocument, value: f64) {
        let churn = document.customers.as_mut().and_then(|customers| customers.monthly_churn.as_mut());
        match (self, self.field()) {
            (Self::Churn, _) => {
                if let (Some(churn), Ok(value)) = (churn, Rate::new(value)) {
                    churn.mean = value;
                }
            }
            (Self::Revenue | Self::Volume, _) | (_, None) => {}
            // A value that the engine has found lies within the limits.
            (_, Some(field)) => drop(field.set(document, value)),
        }
    }
}
