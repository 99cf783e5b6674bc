//! Choices: the places where one of a few things is chosen, by a list or by a box to tick.

use std::borrow::Cow;

use gyakusan_engine::plan::{Owner, Plan, PlanDocument};
use gyakusan_engine::tree::Tree;

use super::Session;
use crate::text::{Language, stage_names};

/// What a list or a box to tick holds; a box is "true" or "false".
pub(super) type Value = Cow<'static, str>;

/// A place of the plan where one of a few things is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Who answers for the stage at this place.
    StageOwner(usize),
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
        }
    }

    /// What can be chosen, and what each is called; nothing for a box to tick.
    pub(super) fn options(self, language: Language) -> Vec<(Value, Value)> {
        let words = language.words();
        match self {
            Self::StageOwner(_) => {
                let names = Owner::ALL.iter().zip(words.tree.departments);
                names.map(|((_, value), name)| ((*value).into(), name.into())).collect()
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
        }
    }
}

/// The name of an owner in plan files.
fn owner_name(owner: Owner) -> &'static str {
    Owner::ALL.iter().find(|(known, _)| *known == owner).map_or("", |(_, name)| *name)
}
