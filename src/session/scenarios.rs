//! Scenarios: plans kept beside the current one, each step of which can be taken back.

use gyakusan_engine::plan::{Name, Plan};
use gyakusan_engine::tree::Tree;

use super::inputs::{Difference, differences};
use super::lineup::with_settings;
use super::{Session, panel};
use crate::document::{Agreement, Document, Scenario, Workbook};
use crate::text::filled;

/// So many differences are named one by one.
const NAMED: usize = 2;

/// What a button does to the scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScenarioEdit {
    /// Keeps the current plan.
    Keep,
    /// Puts the current plan in the place of the scenario here.
    Replace(usize),
    /// Removes the scenario here.
    Remove(usize),
    /// Makes the scenario here the current plan.
    Promote(usize),
    /// Keeps the plan that a scenario took the place of, where that scenario stood.
    KeepFormer,
}

/// A plan that a scenario took the place of.
#[derive(Debug, Clone)]
pub(super) struct Promoted {
    /// Names the plan that the scenario became: later ones are no longer the scenario.
    revision: u64,
    /// The place of the scenario.
    pub(super) place: usize,
    /// What was there before.
    former: Document,
}

impl Session {
    pub(super) fn edit_scenarios(&mut self, edit: ScenarioEdit) {
        let words = self.language.words().scenarios();
        let mut scenarios = self.scenarios.to_vec();
        let notice = match edit {
            ScenarioEdit::Keep if scenarios.len() < Scenario::MAX => {
                scenarios.push(self.kept(self.document(), None));
                words.kept
            }
            ScenarioEdit::Replace(place) if place < scenarios.len() => {
                scenarios[place] = self.kept(self.document(), Some(place));
                words.kept
            }
            ScenarioEdit::Remove(place) if place < scenarios.len() => {
                let name = panel::scenario_name(self, place);
                scenarios.remove(place);
                self.keep_scenarios(scenarios);
                return self.notify(filled(words.removed, &[&name]));
            }
            ScenarioEdit::Promote(place) if place < scenarios.len() => return self.promote(place),
            ScenarioEdit::KeepFormer => {
                let Some(Promoted { place, former, .. }) = self.former().cloned() else { return };
                scenarios[place] = self.kept(former, Some(place));
                words.kept
            }
            _ => return,
        };
        self.keep_scenarios(scenarios);
        self.notify(notice.to_owned());
    }

    /// Calls a scenario by another name.
    pub(super) fn rename_scenario(&mut self, place: usize, name: &str) {
        let mut scenarios = self.scenarios.to_vec();
        // What is too long ends where a name does.
        let name: String = name.trim().chars().take(Name::MAX_CHARACTERS).collect();
        if let (Some(scenario), Some(name)) = (scenarios.get_mut(place), Name::new(&name))
            && scenario.name != name
        {
            scenario.name = name;
            self.keep_scenarios(scenarios);
        }
    }

    /// The plan that a scenario has just taken the place of.
    pub(super) fn former(&self) -> Option<&Promoted> {
        let promoted = self.promoted.as_ref()?;
        // Once it is kept, or the scenario is gone, there is nothing to be kept in its place.
        let scenario = self.scenarios.get(promoted.place)?;
        let stands = promoted.revision == self.revision && self.is_current(&scenario.document.plan);
        stands.then_some(promoted)
    }

    /// Whether a plan is the current one, the settings of its simulation aside.
    pub(super) fn is_current(&self, plan: &Plan) -> bool {
        with_settings(plan, self.plan.simulation) == self.plan
    }

    /// Puts scenarios in the place of those before, as a step of its own.
    fn keep_scenarios(&mut self, scenarios: Vec<Scenario>) {
        self.history.record(self.moment(), None);
        self.set_scenarios(scenarios);
    }

    fn promote(&mut self, place: usize) {
        let plan = self.compared(place);
        let Ok(tree) = Tree::solve(&plan) else { return };
        let former = self.document();
        if plan == self.plan {
            return;
        }
        let name = panel::scenario_name(self, place);
        self.replace(plan, tree, None);
        // What the departments agree on goes with the work, not with one of its plans.
        let agreement = std::mem::take(&mut self.workbook.agreement);
        self.workbook = Workbook { agreement, ..self.scenarios[place].document.workbook.clone() };
        // What is half typed belonged to the plan that goes.
        self.drafts = super::Drafts::default();
        self.moving = None;
        self.promoted = Some(Promoted { revision: self.revision, place, former });
        self.notify(filled(self.language.words().scenarios().promoted, &[&name]));
    }

    /// A document as it is kept, called by what tells it from the other plans; `but` is the scenario whose place it takes.
    fn kept(&self, mut document: Document, but: Option<usize>) -> Scenario {
        document.workbook.agreement = Agreement::default();
        let name = self.proposed_name(&document.plan, but);
        Scenario { name: Name::new(&name).unwrap_or_default(), document }
    }

    /// What tells a plan from the kept plan that is most like it, or from the one that the page opened with.
    fn proposed_name(&self, plan: &Plan, but: Option<usize>) -> String {
        let words = self.language.words().scenarios();
        let found = |other: &Plan| -> Option<Vec<Difference>> {
            let (tree, other_tree) = (Tree::solve(plan).ok()?, Tree::solve(other).ok()?);
            Some(differences(&[(other, &other_tree), (plan, &tree)], self.language))
        };
        let kept = self.scenarios.iter().enumerate().filter(|(place, _)| Some(*place) != but);
        let mut others: Vec<&Plan> = kept.map(|(_, scenario)| &scenario.document.plan).collect();
        if others.is_empty() {
            others.push(&self.first);
        }
        let all = others.into_iter().filter_map(found);
        let nearest = all.filter(|found| !found.is_empty()).min_by_key(Vec::len);
        let Some(nearest) = nearest else { return words.unchanged.to_owned() };
        let given: Vec<_> = nearest.iter().filter(|each| !each.values[1].is_empty()).collect();
        let mut name = String::new();
        for each in given.iter().take(NAMED) {
            if !name.is_empty() {
                name += self.language.words().tree().separator;
            }
            name += &filled(words.named, &[&each.label, &each.values[1]]);
        }
        if given.len() > NAMED {
            name += &filled(words.and_more, &[&(given.len() - NAMED).to_string()]);
        }
        // A name is one line of so many letters.
        name.chars().take(Name::MAX_CHARACTERS).collect()
    }
}
