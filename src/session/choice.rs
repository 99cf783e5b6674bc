//! Choices: the places where one of a few things is chosen, by a list or by a box to tick.

use std::borrow::Cow;

use gyakusan_engine::plan::{DealKind, Owner, Plan, PlanDocument};
use gyakusan_engine::tree::Tree;

use super::{ChannelChoice, Session};
use crate::text::{Language, stage_names};

/// A box that is ticked.
pub(super) const TICKED: &str = "true";
/// Paid once.
const ONE_OFF: &str = "one_off";
/// Paid every month.
const RECURRING: &str = "recurring";

/// What a list or a box to tick holds; a box is "true" or "false".
pub(super) type Value = Cow<'static, str>;

/// A place of the plan where one of a few things is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Who answers for the stage at this place.
    StageOwner(usize),
    /// How the channel at this place brings prospects.
    Channel(usize, ChannelChoice),
    /// Whether the opening customers count towards the target.
    CustomersCounted,
    /// Whether the expansion at this place is paid once or every month.
    ExpansionKind(usize),
}

impl Session {
    /// Takes in what was chosen; a value that the plan does not take changes nothing.
    pub fn choose(&mut self, choice: Choice, value: &str) {
        let changed = self.plan.edit(|document| choice.set(document, value));
        if let Ok(plan) = changed
            && let Ok(tree) = Tree::solve(&plan)
        {
            self.replace(plan, tree, None);
        }
    }
}

impl Choice {
    /// What is chosen in the plan.
    pub(super) fn value(self, plan: &Plan) -> Value {
        match self {
            Self::StageOwner(place) => owner_name(plan.stages[place].owner).into(),
            Self::Channel(place, choice) => choice.value(&plan.channels[place]),
            Self::CustomersCounted => {
                ticked(plan.customers.as_ref().is_some_and(|customers| customers.counted))
            }
            Self::ExpansionKind(place) => {
                let customers = plan.customers.as_ref();
                let kind = customers.map(|customers| customers.expansions[place].kind);
                if kind == Some(DealKind::Recurring) { RECURRING } else { ONE_OFF }.into()
            }
        }
    }

    /// What can be chosen, and what each is called; nothing for a box to tick.
    pub(super) fn options(self, plan: &Plan, language: Language) -> Vec<(Value, Value)> {
        let words = language.words();
        match self {
            Self::StageOwner(_) => {
                let names = Owner::ALL.iter().zip(words.tree.departments);
                names.map(|((_, value), name)| ((*value).into(), name.into())).collect()
            }
            Self::Channel(place, choice) => choice.options(plan, place, language),
            Self::CustomersCounted => Vec::new(),
            Self::ExpansionKind(_) => {
                let [once, monthly] = words.customers.kinds;
                vec![(ONE_OFF.into(), once.into()), (RECURRING.into(), monthly.into())]
            }
        }
    }

    /// What the choice is called.
    pub(super) fn label(self, plan: &Plan, language: Language) -> String {
        let words = language.words();
        match self {
            Self::StageOwner(place) => {
                (words.stages.owner_label)(&stage_names(&plan.stages[place], language).stage)
            }
            Self::Channel(_, choice) => choice.label(language),
            Self::CustomersCounted => words.customers.counted.to_owned(),
            Self::ExpansionKind(_) => words.customers.kind.to_owned(),
        }
    }

    fn set(self, document: &mut PlanDocument, value: &str) {
        match self {
            Self::StageOwner(place) => {
                let owner = Owner::ALL.iter().find(|(_, name)| *name == value);
                if let (Some((owner, _)), Some(stage)) = (owner, document.stages.get_mut(place)) {
                    stage.owner = *owner;
                }
            }
            Self::Channel(place, choice) => choice.set(document, place, value),
            Self::CustomersCounted => {
                if let Some(customers) = &mut document.customers {
                    customers.counted = value == TICKED;
                }
            }
            Self::ExpansionKind(place) => {
                if let Some(customers) = &mut document.customers {
                    let kind = if value == RECURRING { DealKind::Recurring } else { DealKind::OneOff };
                    customers.expansions[place].kind = kind;
                }
            }
        }
    }
}

/// The name of an owner in plan files.
fn owner_name(owner: Owner) -> &'static str {
    Owner::ALL.iter().find(|(known, _)| *known == owner).map_or("", |(_, name)| *name)
}

/// A box, ticked or not.
pub(super) fn ticked(is_ticked: bool) -> Value {
    if is_ticked { TICKED } else { "false" }.into()
}
