//! The editor of the stages.

use gyakusan_engine::plan::{Rate, Step};

use super::choice::ChoicePanel;
use super::field::FieldPanel;
use super::tree::{self, Department};
use crate::session::funnel::{MAX_STAGES, MIN_STAGES};
use crate::session::{Choice, Edit, Field, Session, StageField, StepField};
use crate::text::stage_names;

/// The editor of the stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagesPanel {
    /// The stages in a line.
    pub summary: String,
    /// One row a stage, in the order of the funnel.
    pub rows: Vec<StagePanel>,
    /// What cannot be done, and why.
    pub limit: Option<&'static str>,
}

/// A stage with the step into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagePanel {
    /// Its name.
    pub name: FieldPanel,
    /// Who answers for it.
    pub department: Department,
    /// The list to choose that from.
    pub owner: ChoicePanel,
    /// The rate and the delay of the step into it; `None` for the first stage.
    pub step: Option<[FieldPanel; 2]>,
    /// What is still to be typed.
    pub note: Option<&'static str>,
    /// Labels of the buttons that add a stage before it, move it up, move it down, and remove it; `None` where that
    /// cannot be done.
    pub buttons: [Option<String>; 4],
}

pub(super) fn panel(session: &Session) -> StagesPanel {
    let words = &session.language.words().stages;
    let stages = &session.plan.stages;
    let names: Vec<_> = stages.iter().map(|stage| stage_names(stage, session.language).stage).collect();
    let limit = match session.refused {
        Some(Edit::Stage(_)) => Some(words.refused),
        _ if stages.len() >= MAX_STAGES => Some(words.full),
        _ if stages.len() <= MIN_STAGES => Some(words.fewest),
        _ => None,
    };
    StagesPanel {
        summary: names.join(" → "),
        rows: names.iter().enumerate().map(|(place, name)| row(session, place, name)).collect(),
        limit,
    }
}

fn row(session: &Session, place: usize, name: &str) -> StagePanel {
    let words = &session.language.words().stages;
    let stages = &session.plan.stages;
    let stage = &stages[place];
    let field = |field| FieldPanel::new(session, Field::Step(place, field));
    // A stage that was just added: everybody passes.
    let is_untyped = |step: Step| step.rate.evidence.is_none() && step.rate.mean.get() >= Rate::MAX;
    let last = stages.len() - 1;
    let label = |can: bool, words: fn(&str) -> String| can.then(|| words(name));
    StagePanel {
        name: FieldPanel::new(session, Field::Stage(place, StageField::Name)),
        department: tree::department(session, &[stage.owner]),
        owner: ChoicePanel::new(session, Choice::StageOwner(place)),
        step: stage.step.map(|_| [field(StepField::Rate), field(StepField::Delay)]),
        note: stage.step.filter(|step| is_untyped(*step)).map(|_| words.untyped),
        buttons: [
            label(stages.len() < MAX_STAGES, words.add_before),
            label(place > 0 && place < last, words.move_up),
            label(place + 1 < last, words.move_down),
            label(place < last && stages.len() > MIN_STAGES, words.remove),
        ],
    }
}
