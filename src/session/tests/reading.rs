//! What the tests of the tree read of a session.

use crate::session::panel::{PiecePanel, PopoverPanel, RatePanel};
use crate::session::*;
use crate::text::Language;

pub(super) const WON: Field = Field::Step(2, StepField::Rate);
pub(super) const OPPORTUNITY: Field = Field::Step(1, StepField::Rate);

pub(super) fn session() -> Session {
    Session::new(Language::Ja)
}

/// A session with a changed plan.
pub(super) fn with(change: impl FnOnce(&mut gyakusan_engine::plan::PlanDocument)) -> Session {
    let mut session = session();
    let plan = session.plan.edit(change).expect("a plan");
    let tree = Tree::solve(&plan).expect("a tree");
    session.replace(plan, tree, None);
    session
}

pub(super) fn typed(session: &mut Session, field: Field, text: &str) {
    session.type_into(field, text);
    session.commit(field);
}

pub(super) fn text(session: &Session, field: Field) -> String {
    let field = session.field(field).expect("a field");
    field.text + &field.unit
}

pub(super) fn error(session: &Session, field: Field) -> String {
    session.field(field).expect("a field").error.expect("an error")
}

pub(super) fn counts(session: &Session) -> Vec<String> {
    let columns = session.unfolded_tree().columns;
    columns.iter().map(|column| format!("{}{}", column.count.field.text, column.count.field.unit)).collect()
}

pub(super) fn headline(session: &Session) -> String {
    session.unfolded_tree().headline.to_string()
}

pub(super) fn notice(session: &Session) -> &str {
    session.screen.notice.as_ref().map_or("", |notice| &notice.text)
}

/// How many numbers wear the answer's yellow.
pub(super) fn answers(session: &Session) -> usize {
    let panel = session.unfolded_tree();
    let columns = panel.columns.iter();
    let fields = columns.flat_map(|column| [&column.count.field, &column.rate.field]);
    fields.chain([&panel.target]).filter(|field| field.is_answer()).count()
}

pub(super) fn rate(session: &Session, column: usize) -> RatePanel {
    session.unfolded_tree().columns.swap_remove(column).rate
}

pub(super) fn lines(popover: &PopoverPanel) -> Vec<String> {
    let piece = |piece: &PiecePanel| match piece {
        PiecePanel::Words(words) => words.clone(),
        PiecePanel::Field(field) => format!("[{}]{}", field.text, field.unit),
    };
    popover.lines.iter().map(|line| line.iter().map(piece).collect()).collect()
}
