//! Reading actuals from JSON: every error at once.

use super::document::{
    ACTUALS_VERSION, Actuals, CustomersNow, MAX_MONTH_ROWS, MAX_PROSPECTS, MonthCounts, Prospect, Record,
};
use super::{Date, check};
use crate::plan::json::{Faults, Node, Object};
use crate::plan::{ById, Conflict, Id, Month, Plan, PlanErrors, Problem, read};

/// Stands before every path.
pub(super) const NAME: &str = "actuals";

/// The largest count of people, as in a plan.
const MAX_COUNT: u64 = 1_000_000_000;

/// The largest number of characters in a text that is only kept: an address has up to 254.
const MAX_CHARACTERS: usize = 254;

pub(super) fn actuals(text: &str, plan: Option<&Plan>) -> Result<Actuals, PlanErrors> {
    let faults = Faults::default();
    let value = read::parse(text, NAME)?;
    let document = document(&Node::named(NAME, &value, &faults));
    let mut errors = faults.into_inner();
    if let (Some(document), Some(plan)) = (&document, plan) {
        errors.extend(check::misfits(document, plan));
    }
    match (PlanErrors::new(errors), document) {
        (None, Some(document)) => Ok(document),
        (Some(errors), _) => Err(errors),
        (None, None) => unreachable!("a document is refused only with a reason"),
    }
}

fn document(node: &Node<'_>) -> Option<Actuals> {
    if !read::version_is_read(node, ACTUALS_VERSION) {
        return None;
    }
    let top = node.object(&["version", "as_of", "months", "prospects", "customers"], &[])?;
    top.required("version");
    let as_of = top.required("as_of").and_then(|node| month(&node));
    let record = match (present(&top, "months"), present(&top, "prospects")) {
        (Some(node), None) => {
            Some(Record::Months(node.list(0..=MAX_MONTH_ROWS).iter().filter_map(counts).collect()))
        }
        (None, Some(node)) => {
            Some(Record::Prospects(node.list(0..=MAX_PROSPECTS).iter().filter_map(prospect).collect()))
        }
        _ => {
            node.report(Problem::Contradiction(Conflict::NotOneRecord));
            None
        }
    };
    let customers = present(&top, "customers").and_then(|node| customers(&node));
    Some(Actuals { as_of: as_of?, record: record?, customers })
}

/// A field that is there and not `null`.
fn present<'a>(object: &Object<'a>, key: &str) -> Option<Node<'a>> {
    object.optional(key).and_then(Node::present)
}

fn month(node: &Node<'_>) -> Option<Month> {
    node.form(Month::FORM, Month::parse)
}

fn date(node: &Node<'_>) -> Option<Date> {
    node.form(Date::FORM, Date::parse)
}

fn channel(object: &Object<'_>) -> Option<Id> {
    object
        .required("channel")
        .map(|node| node.form(Id::FORM, Id::new).unwrap_or_else(|| Id::refused(node.quiet_text())))
}

fn counts(node: &Node<'_>) -> Option<MonthCounts> {
    let object = node.object(&["month", "channel", "arrivals", "losses", "revenue", "spend"], &[])?;
    let month = object.required("month").and_then(|node| month(&node));
    let channel = channel(&object);
    let amount = |key| present(&object, key).map(|node| node.number());
    let count = |node: &Node<'_>| node.whole(0..=MAX_COUNT).map(|count| count as u32);
    Some(MonthCounts {
        arrivals: by_stage(&object, "arrivals", count),
        losses: by_stage(&object, "losses", count),
        revenue: amount("revenue"),
        spend: amount("spend"),
        month: month?,
        channel: channel?,
    })
}

/// An object with stages as its keys; it may be absent.
fn by_stage<T>(object: &Object<'_>, key: &str, value: impl Fn(&Node<'_>) -> Option<T>) -> ById<T> {
    let mut stages = ById::new();
    for (stage, node) in present(object, key).map(|node| node.map()).unwrap_or_default() {
        if let Some(value) = value(&node) {
            stages.insert(Id::refused(stage), value);
        }
    }
    stages
}

fn prospect(node: &Node<'_>) -> Option<Prospect> {
    const FIELDS: [&str; 8] =
        ["id", "email", "company", "channel", "entered", "lost", "lost_reason", "amount"];
    let object = node.object(&FIELDS, &[])?;
    let channel = channel(&object);
    object.required("entered");
    Some(Prospect {
        id: text(&object, "id"),
        email: text(&object, "email"),
        company: text(&object, "company"),
        entered: by_stage(&object, "entered", date),
        lost: present(&object, "lost").and_then(|node| date(&node)),
        lost_reason: text(&object, "lost_reason"),
        amount: present(&object, "amount").map(|node| node.number()),
        channel: channel?,
    })
}

/// A text that is only kept; empty where it is absent.
fn text(object: &Object<'_>, key: &str) -> String {
    let Some(node) = present(object, key) else { return String::new() };
    let text = node.text();
    let found = text.chars().count();
    if found > MAX_CHARACTERS {
        node.report(Problem::TooLong { found, max: MAX_CHARACTERS });
    }
    text.to_owned()
}

fn customers(node: &Node<'_>) -> Option<CustomersNow> {
    let object = node.object(&["active", "monthly_fees", "lost", "customer_months"], &[])?;
    let count = |node: Option<Node<'_>>| node.and_then(|node| node.whole(0..=MAX_COUNT));
    let active = count(object.required("active"));
    let monthly_fees = object.required_number("monthly_fees");
    let [lost, customer_months] = ["lost", "customer_months"].map(|key| count(object.optional(key)));
    Some(CustomersNow {
        active: active? as u32,
        monthly_fees: monthly_fees?,
        lost: lost.unwrap_or(0) as u32,
        customer_months: customer_months.unwrap_or(0) as u32,
    })
}
