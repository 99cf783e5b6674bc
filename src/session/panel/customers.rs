//! Existing customers: what they bring, and how much less is needed when they count.

use gyakusan_engine::flow::Billing;
use gyakusan_engine::plan::{Customers, DealKind, Owner, Plan, PlanDocument, SolveFor};
use gyakusan_engine::tree::{Outcome, Tree, required_count};

use super::tree::{self, Department};
use crate::session::{Session, supply};
use crate::text::number::{rate, rate_range, rounded_count};
use crate::text::{Sentence, expansion_name, stage_names};

/// The usual share that takes a cross-sell in a year; no source names where it comes from.
const CROSS_SELL: (f64, f64) = (0.2, 0.3);

/// Existing customers.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomersPanel {
    /// Who answers for them.
    pub department: Department,
    /// What is known of them; `None` before there are any.
    pub known: Option<KnownCustomersPanel>,
}

/// What is known of existing customers.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownCustomersPanel {
    /// For each thing that they add, the button that removes it and the benchmark of its rate.
    pub expansions: Vec<(String, Option<String>)>,
    /// Whether one more fits.
    pub can_add: bool,
    /// The retention as monthly churn.
    pub churn: String,
    /// What they bring, and how much less is needed.
    pub finding: Sentence,
    /// What to know about it.
    pub notes: Vec<&'static str>,
}

pub(super) fn panel(session: &Session) -> CustomersPanel {
    CustomersPanel {
        department: tree::department(session, &[Owner::CustomerSuccess]),
        known: session.plan.customers.as_ref().map(|customers| known(session, customers)),
    }
}

fn known(session: &Session, customers: &Customers) -> KnownCustomersPanel {
    let words = session.language.words().customers();
    let churn = customers.monthly_churn.map_or(0.0, |churn| churn.mean.get());
    let mut expansions = Vec::new();
    for expansion in &customers.expansions {
        let remove = session.language.words().channels().remove;
        let has_band = expansion.id.as_str() == "cross_sell";
        let band = has_band.then(|| (words.unsourced)(&rate_range(CROSS_SELL.0, CROSS_SELL.1).to_string()));
        expansions.push((remove(expansion_name(expansion, session.language)), band));
    }
    KnownCustomersPanel {
        expansions,
        can_add: customers.expansions.len() < Customers::MAX_EXPANSIONS,
        churn: (words.churn)(&rate(churn).to_string()),
        finding: finding(session, customers.counted),
        notes: notes(session, customers),
    }
}

/// What the opening customers bring, and the volume with them and without.
fn finding(session: &Session, is_counted: bool) -> Sentence {
    let words = session.language.words().customers();
    let Some(other) = counting(&session.plan, !is_counted) else { return Sentence::default() };
    let counted = if is_counted { &session.plan } else { &other };
    let amount = session.money(opening_goal(counted)).to_string();
    let sentence = if is_counted { (words.brings)(&amount) } else { (words.would_bring)(&amount) };
    if session.plan.solve_for != SolveFor::Volume {
        return sentence;
    }
    let Ok(other_tree) = Tree::solve(&other) else { return sentence };
    let (with, without) =
        if is_counted { (&session.tree, &other_tree) } else { (&other_tree, &session.tree) };
    let stage = stage_names(&session.plan.stages[0], session.language).stage;
    let count = |tree: &Tree| session.counted(&rounded_count(required_count(tree.stages[0].expected)));
    match (&with.outcome, &without.outcome) {
        (Outcome::AlreadyReached, _) => sentence.then(words.enough),
        (Outcome::Solved, Outcome::Solved) => {
            let rest = if is_counted {
                (words.would_need_without)(&stage, &count(without))
            } else {
                (words.would_need)(&stage, &count(without), &count(with))
            };
            rest.pieces().iter().cloned().fold(sentence, Sentence::with)
        }
        _ => sentence,
    }
}

/// The plan with its opening customers counted, or left out.
fn counting(plan: &Plan, counted: bool) -> Option<Plan> {
    let change = |document: &mut PlanDocument| {
        if let Some(customers) = &mut document.customers {
            customers.counted = counted;
        }
    };
    plan.edit(change).ok()
}

/// What opening customers that count bring by themselves.
fn opening_goal(plan: &Plan) -> f64 {
    let billing = Billing::of_means(plan);
    billing.goal(&billing.by_month(&vec![0.0; plan.months()], true))
}

fn notes(session: &Session, customers: &Customers) -> Vec<&'static str> {
    let words = session.language.words();
    let example = supply::example_customers(&session.plan, words);
    let is_example = customers.opening == example.opening && customers.monthly_fee == example.monthly_fee;
    let is_recurring = session.plan.deal.kind == DealKind::Recurring;
    let mut notes = Vec::new();
    if is_example {
        notes.push(words.customers().example);
    }
    if is_recurring {
        notes.push(words.customers().recurring);
    }
    notes
}
