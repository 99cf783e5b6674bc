//! Panels of plans, against figures worked out by hand.

mod author;
mod calendar;
mod costs;
mod embed;
pub(crate) mod figures;
mod notes;

use gyakusan_engine::plan::{
    CostPerEntry, DelayMonths, DelayVariation, Month, PerMonth, Plan, PlanDocument, SolveFor, Volume,
};
use gyakusan_engine::tree::Tree;

use crate::session::{Field, Session, WorkbookField};
use crate::text::Language;

const ARTICLE: &str = include_str!("../../../../engine/plans/article.json");
const EVERYTHING: &str = include_str!("../../../../engine/plans/everything.json");

/// A session with a plan of its own.
fn session_of(plan: Plan) -> Session {
    let mut session = Session::new(Language::Ja);
    let tree = Tree::solve(&plan).expect("a tree");
    session.replace(plan, tree, None);
    session
}

/// A session with the plan that the page opens with, after a change.
fn changed(change: impl FnOnce(&mut PlanDocument)) -> Session {
    session_of(Session::new(Language::Ja).plan().edit(change).expect("a plan"))
}

fn plan(json: &str) -> Plan {
    Plan::from_json(json).expect("a plan")
}

/// The plan that the page opens with, over other months.
fn over(months: u8) -> Session {
    changed(|document| document.period.months = months)
}

/// The same delay before each step, without variation.
fn delayed(months: f64) -> Session {
    changed(|document| {
        document.delay_cv = DelayVariation::new(0.0).expect("a variation");
        let won = document.stages.last_mut().and_then(|stage| stage.step.as_mut()).expect("a step");
        won.delay_months = DelayMonths::new(months).expect("a delay");
    })
}

/// The articles' forward case: 500,000円 a month at a CPA of 8,000円.
fn forward() -> Session {
    changed(|document| {
        document.solve_for = SolveFor::Nothing;
        document.channels.truncate(1);
        document.channels[0].volume = Volume::Budget {
            monthly_budget: PerMonth::Even(gyakusan_engine::plan::Money::new(500_000.0).expect("money")),
            cost_per_entry: CostPerEntry::new(8_000.0).expect("a cost"),
        };
    })
}

fn give(session: &mut Session, field: WorkbookField, text: &str) {
    session.type_into(Field::Workbook(field), text);
    session.commit(Field::Workbook(field));
}

/// A month of 2026 or 2027.
fn month(year: u16, month: u8) -> Month {
    Month::new(year, month).expect("a month")
}
