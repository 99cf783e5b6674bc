//! How every number of the tree comes about, with the user's own figures.

use gyakusan_engine::plan::{DealKind, Evidence};
use gyakusan_engine::tree::{Outcome, WholeUnits};

use super::benchmark::{benchmark, recommended_count};
use super::headline::goal;
use super::popover::PopoverPanel;
use crate::session::{DealField, Field, Session, StageField, StepField, Wanted};
use crate::text::number::{count_range, exact_count, fine_count, rate};
use crate::text::stage_names;

/// Counts exact and in whole units each month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholePanel {
    /// Each stage, then exact a month and in the period, rounded down a month and in the period.
    pub rows: Vec<[String; 5]>,
}

/// The root.
pub(super) fn revenue(session: &Session) -> PopoverPanel {
    let words = session.language.words().explain();
    let won = session.plan.stages.len() - 1;
    let mut notes = Vec::new();
    if session.plan.deal.kind == DealKind::Recurring {
        notes.push(words.recurring.to_owned());
    } else {
        let brings = session.money(from_deals(session)).to_string();
        notes.push(equation(&count(session, won), " × ", &deal_value(session), &brings));
        notes.extend(other_revenue(session));
    }
    if session.tree.outcome != Outcome::Forward {
        notes.push(words.given.to_owned());
    }
    popover(session, session.language.words().tree().revenue, notes)
}

/// A count.
pub(super) fn stage(session: &Session, place: usize) -> PopoverPanel {
    let words = session.language.words().explain();
    let expected = session.tree.stages[place].expected;
    let is_last = place + 1 == session.plan.stages.len();
    let mut notes = Vec::new();
    if matches!(session.tree.outcome, Outcome::Impossible(_)) {
        notes.push(super::headline::headline(session).to_string());
    } else if follows_from_goal(session, place) {
        if !is_last {
            let [next, rate] = [count(session, place + 1), step_rate(session, place + 1)];
            notes.push(equation(&next, " ÷ ", &rate, &result(session, place)));
            notes.extend(difference(session, place + 1));
        } else if session.plan.deal.kind == DealKind::Recurring {
            notes.push(words.recurring.to_owned());
        } else {
            let revenue = session.money(from_deals(session)).to_string();
            notes.push(equation(&revenue, " ÷ ", &deal_value(session), &result(session, place)));
            notes.extend(other_revenue(session));
        }
    } else if place == 0 {
        let months = session.plan.months();
        let monthly = session.counted(&exact_count(expected / months as f64));
        notes.push((words.entries)(&monthly, months, &result(session, 0)));
    } else {
        let [before, rate] = [count(session, place - 1), step_rate(session, place)];
        notes.push(equation(&before, " × ", &rate, &result(session, place)));
        notes.extend(difference(session, place));
    }
    let fine = fine_count(expected);
    if fine != exact_count(expected) {
        notes.push((words.exactly)(&fine));
    }
    notes.extend([words.rounding, words.luck_count].map(str::to_owned));
    let stage = &session.plan.stages[place];
    notes.extend(recommended_count(stage, session));
    popover(session, &stage_names(stage, session.language).count, notes)
}

/// The rate of the step into a stage.
pub(super) fn step(session: &Session, place: usize) -> PopoverPanel {
    let words = session.language.words().explain();
    let stage = &session.plan.stages[place];
    let mut notes = Vec::new();
    if session.is_solved(Field::Step(place, StepField::Rate)) && session.tree.outcome == Outcome::Solved {
        let [after, before] = [count(session, place), count(session, place - 1)];
        notes.push(equation(&after, " ÷ ", &before, &step_rate(session, place)));
        notes.push((words.exactly)(&format!("{}%", fine_count(100.0 * session.tree.solved_value))));
        notes.extend(difference(session, place));
    } else {
        notes.push(words.given.to_owned());
    }
    let known = stage.step.map(|step| step.rate).filter(|rate| rate.beta().is_some());
    notes.push(match known.and_then(|known| known.evidence).map(Evidence::get) {
        Some(cases) => (words.luck_rate)(&exact_count(cases)),
        None => words.luck_none.to_owned(),
    });
    notes.extend(
        benchmark(&session.plan.stages, place)
            .map(|band| format!("{} {}", band.figure(session), band.source(session))),
    );
    popover(session, &stage_names(stage, session.language).rate, notes)
}

/// The mean deal value.
pub(super) fn deal(session: &Session) -> PopoverPanel {
    let words = session.language.words().explain();
    let value = session.plan.deal.value;
    let is_quotient = session.plan.deal.kind == DealKind::OneOff && session.tree.outcome == Outcome::Solved;
    let mut notes = Vec::new();
    if !session.is_solved(Field::Deal(DealField::Value)) {
        notes.push(words.given.to_owned());
    } else if is_quotient {
        let revenue = session.money(from_deals(session)).to_string();
        let won = count(session, session.plan.stages.len() - 1);
        notes.push(equation(&revenue, " ÷ ", &won, &deal_value(session)));
        notes.extend(other_revenue(session));
    }
    let spread = rate(value.spread.get()).to_string();
    notes.push(match value.observed_deals() {
        Some(deals) => (words.luck_deal)(&spread, &exact_count(deals.round())),
        None => words.luck_none.to_owned(),
    });
    popover(session, session.language.words().tree().deal_value, notes)
}

/// The counts exact and rounded down each month; `None` where the plan has none.
pub(super) fn whole(session: &Session) -> Option<WholePanel> {
    let whole = WholeUnits::of(&session.plan).ok()?;
    let months = session.plan.months() as f64;
    let row = |place: usize| {
        let expected = session.tree.stages[place].expected;
        let monthly = &whole.stages[place];
        let least = monthly.iter().copied().fold(f64::INFINITY, f64::min);
        let most = monthly.iter().copied().fold(0.0, f64::max);
        [
            stage_names(&session.plan.stages[place], session.language).count,
            fine_count(expected / months),
            fine_count(expected),
            count_range(least, most),
            exact_count(whole.total(place)),
        ]
    };
    Some(WholePanel { rows: (0..session.plan.stages.len()).map(row).collect() })
}

/// What opens how a number comes about, before it is known.
pub(super) fn closed(session: &Session) -> PopoverPanel {
    PopoverPanel::closed(session.language.words().tree().explain_open.to_owned())
}

fn popover(session: &Session, name: &str, notes: Vec<String>) -> PopoverPanel {
    let words = session.language.words().explain();
    PopoverPanel {
        summary: session.language.words().tree().explain_open.to_owned(),
        title: (words.title)(name),
        notes,
        ..PopoverPanel::default()
    }
}

fn equation(left: &str, sign: &str, right: &str, result: &str) -> String {
    [left, sign, right, " = ", result].concat()
}

/// Whether a count is worked back from the goal, and not forward from what the channels bring.
fn follows_from_goal(session: &Session, place: usize) -> bool {
    let answer_is_before = match Wanted::of(&session.plan) {
        Wanted::Volume | Wanted::Budget(_) => true,
        Wanted::Rate(answer) | Wanted::Delay(answer) => answer <= place,
        Wanted::Revenue | Wanted::DealValue | Wanted::Churn => false,
    };
    answer_is_before && session.tree.outcome == Outcome::Solved
}

/// A count before rounding, with its unit.
fn count(session: &Session, place: usize) -> String {
    session.counted(&exact_count(session.tree.stages[place].expected))
}

/// A count before rounding, and the whole one where that is another.
fn result(session: &Session, place: usize) -> String {
    let words = session.language.words().explain();
    let whole = session.shown(Field::Stage(place, StageField::Count)).number;
    let exact = exact_count(session.tree.stages[place].expected);
    if exact == whole {
        return session.counted(&exact);
    }
    let rounded = if super::rounds_up(session) { words.rounded_up } else { words.rounded };
    session.counted(&exact) + &rounded(&session.counted(&whole))
}

fn step_rate(session: &Session, place: usize) -> String {
    rate(session.value_of(Field::Step(place, StepField::Rate))).to_string()
}

fn deal_value(session: &Session) -> String {
    session.money(session.value_of(Field::Deal(DealField::Value))).to_string()
}

/// What deals won bring, where they are paid once.
fn from_deals(session: &Session) -> f64 {
    let won = session.tree.stages.last().map_or(0.0, |won| won.expected);
    won * session.value_of(Field::Deal(DealField::Value))
}

/// Where the goal holds more than what deals bring.
fn other_revenue(session: &Session) -> Option<String> {
    let deals = from_deals(session);
    let differs = (session.tree.expected_goal - deals).abs() > 1e-6 * session.tree.expected_goal;
    let words = session.language.words().explain();
    differs.then(|| (words.other_revenue)(&goal(session), &session.money(deals).to_string()))
}

/// Where a count is not the one before times its rate.
fn difference(session: &Session, place: usize) -> Option<String> {
    let [before, after] = [place - 1, place].map(|place| session.tree.stages[place].expected);
    let difference = (before * session.value_of(Field::Step(place, StepField::Rate)) - after).abs();
    let words = session.language.words().explain();
    (difference > 1e-6 * after.max(1e-3))
        .then(|| (words.no_product)(&session.counted(&exact_count(difference))))
}
