//! The departments side by side: what each answers for, as planned by now and as it came.

use std::ops::Range;

use gyakusan_engine::actuals::Record;
use gyakusan_engine::json::Value;
use gyakusan_engine::plan::{DealKind, Month, Owner, Volume};

use super::funnel::{Months, arrived, expected};
use super::{Compared, Span};
use crate::document::Step;
use crate::session::Session;
use crate::session::panel::{Department, department};
use crate::text::number::{Written, editable_count, exact_count, rate, rounded_count};
use crate::text::stage_names;

/// What is above this, in percent of the plan, is drawn as if it were at it.
const SCALE_END: f64 = 150.0;
/// Below this, in percent of the plan, a figure is behind.
const BEHIND: f64 = 90.0;
/// From here on a planned count is written in whole people.
const WHOLE_FROM: f64 = 20.0;

/// A department and what it answers for.
#[derive(Debug, Clone, PartialEq)]
pub struct DepartmentPanel {
    /// The department.
    pub department: Department,
    /// Its figures.
    pub bullets: Vec<BulletPanel>,
}

/// A figure beside its plan.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletPanel {
    /// What it is called.
    pub name: String,
    /// What it came to.
    pub actual: Written,
    /// By the plan.
    pub plan: String,
    /// How far that is.
    pub attainment: Attainment,
}

/// How far a figure has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attainment {
    /// In percent of the plan, written; a dash where the plan has nothing to be compared with.
    pub text: String,
    /// Percent of the bar's length, whose end is at 150 % of the plan.
    pub fill: f64,
    /// Whether it is less than nine tenths of the plan.
    pub is_behind: bool,
}

impl Attainment {
    /// Of a figure of which more is better.
    pub(super) fn of(actual: f64, plan: f64) -> Self {
        if !(plan > 0.0 && actual >= 0.0) {
            return Self { text: "–".to_owned(), ..Self::default() };
        }
        // What is written decides, so that no 90 % is said to be less than 90 %.
        let percent = (100.0 * actual / plan).round();
        Self {
            text: rounded_count(percent) + "%",
            fill: (100.0 * actual / plan).min(SCALE_END) / SCALE_END * 100.0,
            is_behind: percent < BEHIND,
        }
    }

    pub(super) fn without_warning(self) -> Self {
        Self { is_behind: false, ..self }
    }
}

/// A count that is planned.
pub(super) fn planned_count(count: f64) -> String {
    if count < WHOLE_FROM { exact_count(count) } else { rounded_count(count) }
}

/// Every department in its usual order.
pub(super) fn panels(session: &Session, compared: &Compared) -> Vec<DepartmentPanel> {
    let mut panels: Vec<_> = Owner::ALL
        .into_iter()
        .map(|(owner, _)| DepartmentPanel { department: department(session, &[owner]), bullets: Vec::new() })
        .collect();
    let mut add = |owner: Owner, bullet: BulletPanel| {
        let place = Owner::ALL.iter().position(|(each, _)| *each == owner).unwrap_or(0);
        panels[place].bullets.push(bullet);
    };
    add_stages(session, compared, &mut add);
    add_deal_value(session, compared, &mut add);
    add_churn(session, compared, &mut add);
    add_measures(session, compared, &mut add);
    panels
}

type Add<'a> = &'a mut dyn FnMut(Owner, BulletPanel);

fn add_stages(session: &Session, compared: &Compared, add: Add<'_>) {
    let months = Months::of(compared, Span::SoFar);
    for (place, stage) in compared.plan.stages.iter().enumerate() {
        let names = stage_names(stage, session.language);
        let [actual, plan] =
            [arrived(compared, None, place, &months), expected(compared, None, place, &months)];
        let unit = session.language.words().tree().count_unit;
        let count = |number: String| Written { number, unit: unit.to_owned() };
        add(
            stage.owner,
            bullet(
                session,
                names.count,
                count(rounded_count(actual)),
                &count(planned_count(plan)),
                Attainment::of(actual, plan),
            ),
        );
        if place == 0 {
            add_cost(session, compared, stage.owner, add);
            continue;
        }
        // Who stood in the stage before at the start may pass too.
        let waiting = compared.plan.pipeline.get(&compared.plan.stages[place - 1].id);
        let waiting = waiting.map_or(0.0, |count| f64::from(*count));
        let before =
            [arrived(compared, None, place - 1, &months), expected(compared, None, place - 1, &months)];
        let share = |passed: f64, before: f64| {
            let all = before + waiting;
            (all > 0.0 && passed <= all).then(|| passed / all)
        };
        if let (Some(found), Some(planned)) = (share(actual, before[0]), share(plan, before[1])) {
            add(
                stage.owner,
                bullet(session, names.rate, rate(found), &rate(planned), Attainment::of(found, planned)),
            );
        }
    }
}

/// What an entry cost, where costs are recorded: less is better.
fn add_cost(session: &Session, compared: &Compared, owner: Owner, add: Add<'_>) {
    let Record::Months(rows) = &compared.history.actuals().record else { return };
    let (mut spend, mut entries, mut planned_spend, mut planned) = (0.0, 0.0, 0.0, 0.0);
    let months = Months::of(compared, Span::SoFar);
    for (place, channel) in compared.plan.channels.iter().enumerate() {
        let Volume::Budget { cost_per_entry, .. } = &channel.volume else { continue };
        // What is counted further on is paid for before it is there.
        if channel.counted_at != channel.enters {
            continue;
        }
        for row in rows.iter().filter(|row| row.channel == channel.id) {
            if let Some(paid) = row.spend {
                spend += paid.get();
                entries += row.arrivals.get(&channel.enters).map_or(0.0, |count| f64::from(*count));
            }
        }
        let stage = compared.plan.stages.iter().position(|stage| stage.id == channel.enters);
        let count = expected(compared, Some(place), stage.unwrap_or(0), &months);
        planned_spend += count * cost_per_entry.get();
        planned += count;
    }
    if spend > 0.0 && entries > 0.0 && planned > 0.0 {
        let [found, plan] = [spend / entries, planned_spend / planned];
        let name = session.language.words().track().cost.to_owned();
        add(
            owner,
            bullet(session, name, session.money(found), &session.money(plan), Attainment::of(plan, found)),
        );
    }
}

fn add_deal_value(session: &Session, compared: &Compared, add: Add<'_>) {
    let (Some(value), Some(won)) = (&compared.learned.deal_value, compared.plan.stages.last()) else {
        return;
    };
    if value.deals > 0.0 && value.sum > 0.0 {
        let [found, plan] = [value.sum / value.deals, compared.plan.deal.value.mean.get()];
        let name = session.quantity_name("deal_value");
        add(
            won.owner,
            bullet(session, name, session.money(found), &session.money(plan), Attainment::of(found, plan)),
        );
    }
}

/// Churn: less is better.
fn add_churn(session: &Session, compared: &Compared, add: Add<'_>) {
    let Some(churn) = &compared.learned.churn else { return };
    let planned = compared.plan.customers.as_ref().and_then(|customers| customers.monthly_churn);
    if let Some(planned) = planned.filter(|_| churn.customer_months > 0.0) {
        let [found, plan] = [churn.lost / churn.customer_months, planned.mean.get()];
        // Without a single loss there is nothing to divide by, and nothing that could be better.
        let attainment = if found > 0.0 {
            Attainment::of(plan, found)
        } else {
            Attainment { fill: 100.0, ..Attainment::of(0.0, 0.0) }
        };
        let name = session.quantity_name("churn");
        add(Owner::CustomerSuccess, bullet(session, name, rate(found), &rate(plan), attainment));
    }
}

/// What is measured beside the plan: the newest number that was typed for a month up to the last known one.
fn add_measures(session: &Session, compared: &Compared, add: Add<'_>) {
    let Some(Value::List(rows)) = session.workbook.agreement.get(&[Step::Key("measures")]) else { return };
    for row in rows {
        let text = |key| if let Some(Value::Text(text)) = row.get(key) { text.as_str() } else { "" };
        let owner = Owner::ALL.into_iter().find(|(_, name)| *name == text("owner")).map(|(owner, _)| owner);
        let (Some(Value::List(months)), Some(Value::Number(target))) =
            (row.get("actuals"), row.get("target"))
        else {
            continue;
        };
        let known = months.iter().take(compared.elapsed()).rev();
        let newest =
            known.filter_map(|month| if let Value::Number(number) = month { Some(*number) } else { None });
        let (Some(owner), Some(found)) = (owner, newest.into_iter().next()) else { continue };
        let written = |number: f64| Written { number: editable_count(number), unit: text("unit").to_owned() };
        let is_less_better = text("direction") == "down";
        let mut attainment =
            if is_less_better { Attainment::of(*target, found) } else { Attainment::of(found, *target) };
        if found <= 0.0 || *target <= 0.0 {
            // Of numbers around 0 there is no share, but still a right side of the target.
            let is_reached = if is_less_better { found <= *target } else { found >= *target };
            attainment = Attainment { is_behind: !is_reached, ..Attainment::of(0.0, 0.0) };
        }
        add(owner, bullet(session, text("name").to_owned(), written(found), &written(*target), attainment));
    }
}

fn bullet(
    session: &Session,
    name: String,
    actual: Written,
    plan: &Written,
    attainment: Attainment,
) -> BulletPanel {
    let plan = crate::text::filled(session.language.words().track().planned, &[&plan.to_string()]);
    BulletPanel { name, actual, plan, attainment }
}

/// What the deals of a channel brought in months of the period; one whose amount is not known brings the learned mean.
pub(super) fn deals_of(compared: &Compared, channel: usize, months: &Range<usize>) -> f64 {
    let plan = &compared.plan;
    let (channel, won) = (&plan.channels[channel].id, &plan.stages[plan.stages.len() - 1].id);
    let learned = compared.learned.deal_value.as_ref();
    let mean = learned.map_or(plan.deal.value.mean.get(), |value| value.learned.mean.get());
    let is_within = |month: Month| {
        plan.period.iter().position(|each| each == month).is_some_and(|place| months.contains(&place))
    };
    let mut sum = 0.0;
    match &compared.history.actuals().record {
        Record::Months(rows) => {
            for row in rows.iter().filter(|row| row.channel == *channel && is_within(row.month)) {
                let wins = row.arrivals.get(won).map_or(0.0, |wins| f64::from(*wins));
                sum += row.revenue.map_or(mean * wins, gyakusan_engine::plan::Money::get);
            }
        }
        Record::Prospects(prospects) => {
            for prospect in prospects.iter().filter(|prospect| prospect.channel == *channel) {
                if prospect.entered.get(won).is_some_and(|date| is_within(date.month())) {
                    sum += prospect.amount.map_or(mean, gyakusan_engine::plan::Money::get);
                }
            }
        }
    }
    sum
}

/// Whether recurring deals are what the plan sells.
pub(super) fn is_recurring(compared: &Compared) -> bool {
    compared.plan.deal.kind == DealKind::Recurring
}
