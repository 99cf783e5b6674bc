//! The finding of the tree, and what stands in its way.

use gyakusan_engine::plan::SolveFor;
use gyakusan_engine::tree::{Outcome, Tree, ZeroFactor};

use crate::session::{Field, Session, StepField, Wanted};
use crate::text::number::{required_count, rounded_count};
use crate::text::{Sentence, stage_names};

pub(super) fn headline(session: &Session) -> Sentence {
    let words = session.language.words().tree();
    let target = session.target();
    let months = session.plan.months();
    let wanted = Wanted::of(&session.plan);
    let name = || wanted.name(&session.plan, session.language);
    let value = || wanted.written(session.tree.solved_value, &session.plan, session.language);
    match &session.tree.outcome {
        Outcome::Solved if wanted != Wanted::Volume => (words.headline_solved)(&target, &name(), &value()),
        Outcome::Solved => {
            let first = &session.tree.stages[0];
            let stage = stage_names(&session.plan.stages[0], session.language).stage;
            (words.headline)(&target, &session.counted(&required_count(first.expected)), &stage, months)
        }
        Outcome::Forward => {
            let entries = session.counted(&rounded_count(session.tree.period_entries));
            (words.headline_forward)(&entries, &goal(session), months)
        }
        Outcome::Limit => (words.headline_limit)(&name(), &value(), &goal(session)),
        Outcome::AlreadyReached if wanted != Wanted::Volume => (words.headline_any)(&target, &name()),
        Outcome::AlreadyReached => (words.headline_reached)(&target),
        Outcome::Impossible(ZeroFactor::Rate(id)) => {
            let stage = session.plan.stages.iter().find(|stage| stage.id == *id);
            let name = stage.map(|stage| stage_names(stage, session.language).rate).unwrap_or_default();
            (words.headline_zero_rate)(&target, &name)
        }
        Outcome::Impossible(ZeroFactor::DealValue) => (words.headline_zero_value)(&target),
        Outcome::Impossible(ZeroFactor::Volume | ZeroFactor::Time) => (words.headline_zero_volume)(&target),
    }
}

/// What is wrong at the number itself: it ends before the target, with the way out, or it is the zero that makes everything
/// worthless.
pub(super) fn obstacle(session: &Session, field: Field) -> Option<String> {
    let words = session.language.words().tree();
    let wanted = Wanted::of_field(field, &session.plan)?;
    let name = || wanted.name(&session.plan, session.language);
    let is_zero = match (&session.tree.outcome, field) {
        (Outcome::Impossible(ZeroFactor::Rate(id)), Field::Step(place, StepField::Rate)) => {
            session.plan.stages[place].id == *id
        }
        (Outcome::Impossible(ZeroFactor::DealValue), Field::Deal(_)) => true,
        (Outcome::Limit, _) if session.is_solved(field) => return Some(limit(session, wanted)),
        _ => false,
    };
    is_zero.then(|| (words.zero)(&name(), &wanted.written(0.0, &session.plan, session.language)))
}

/// The number at its limit, what the plan reaches there, and the volume that would do.
fn limit(session: &Session, wanted: Wanted) -> String {
    let words = session.language.words().tree();
    let value = session.tree.solved_value;
    let name = wanted.name(&session.plan, session.language);
    let written = wanted.written(value, &session.plan, session.language);
    let at_limit = session.plan.edit(|document| {
        wanted.put(document, value);
        document.solve_for = SolveFor::Volume;
    });
    let tree = at_limit.ok().and_then(|plan| Tree::solve(&plan).ok());
    let way_out = match tree.filter(|tree| tree.outcome == Outcome::Solved) {
        Some(tree) => (words.limit_way_out)(
            &Wanted::Volume.name(&session.plan, session.language),
            &session.counted(&required_count(tree.stages[0].expected)),
        ),
        None => words.limit_no_way.to_owned(),
    };
    format!("{}{}{way_out}", (words.limit)(&name, &written, &goal(session)), words.space)
}

/// What the plan brings.
pub(super) fn goal(session: &Session) -> String {
    session.money(session.tree.expected_goal).to_string()
}
