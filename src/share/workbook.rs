//! The workbook as JSON, beside a plan.

use gyakusan_engine::json::{Value, Writer};
use gyakusan_engine::plan::{Name, Node, Object, Owner, Problem};

use super::file;
use crate::document::{Agreement, Scenario, Workbook};

/// The newest version of the workbook's format that is read, and the one that is written.
pub const WORKBOOK_VERSION: u32 = 1;

/// What looks at an agreement, whose fields stand among those of the workbook, and reports its faults.
pub(super) type Look = fn(&Node<'_>, &Object<'_>);

/// The workbook's fields in files, other than those of the agreement.
pub(super) const FIELDS: [&str; 4] = ["version", "people", "last_year_revenue", "scenarios"];

/// The fields of a scenario.
const SCENARIO_FIELDS: [&str; 2] = ["name", "plan"];

/// Reads a workbook; every fault is reported with its place, and a newer version by its number alone.
///
/// `with_scenarios` says whether scenarios may stand in it: a scenario has none of its own. What the page itself has saved
/// is not looked at any further than it is used, so that the look comes with what reads files and links.
pub(super) fn read(node: &Node<'_>, with_scenarios: bool, look: Option<Look>) -> (Workbook, Vec<Scenario>) {
    let (mut workbook, mut scenarios) = (Workbook::default(), Vec::new());
    let found = node.field("version").and_then(|version| version.whole(1..=u64::from(u32::MAX)));
    if let Some(found) = found.filter(|found| *found > u64::from(WORKBOOK_VERSION)) {
        node.report(Problem::Newer { found, newest: WORKBOOK_VERSION });
        return (workbook, scenarios);
    }
    let fields = if with_scenarios { &FIELDS[..] } else { &FIELDS[..FIELDS.len() - 1] };
    let all = if let Value::Object(all) = node.value() { all.as_slice() } else { &[] };
    let others = all.iter().filter(|(key, _)| !fields.contains(&key.as_str()));
    let keys: Vec<_> = others.clone().map(|(key, _)| key.as_str()).collect();
    let Some(object) = node.object(fields, &keys) else { return (workbook, scenarios) };
    workbook.agreement = Agreement::new(others.cloned().collect());
    if let Some(look) = look {
        look(node, &object);
    }
    object.required("version");
    if let Some(people) = object.optional("people") {
        let owners = Owner::ALL.map(|(_, name)| name);
        let people = people.object(&owners, &[]);
        for (owner, name) in Owner::ALL {
            let given = people.as_ref().and_then(|people| people.optional(name));
            let given = given.and_then(|given| given.whole(0..=u64::from(Workbook::MAX_PEOPLE)));
            workbook.set_people(owner, given.map(|given| given as u16));
        }
    }
    workbook.last_year_revenue = object.optional("last_year_revenue").map(|node| node.number());
    if let Some(list) = object.optional("scenarios").filter(|_| with_scenarios) {
        scenarios =
            list.list(0..=Scenario::MAX).iter().filter_map(|node| read_scenario(node, look)).collect();
    }
    (workbook, scenarios)
}

fn read_scenario(node: &Node<'_>, look: Option<Look>) -> Option<Scenario> {
    let object = node.object(&SCENARIO_FIELDS, &[])?;
    let name = object.optional("name").and_then(|node| {
        let text = node.text();
        let found = text.chars().count();
        Name::new(text).or_else(|| {
            node.report(Problem::TooLong { found, max: Name::MAX_CHARACTERS });
            None
        })
    });
    let plan = object.required("plan")?;
    match file::document(plan.value().clone(), false, look) {
        Ok((document, _)) => Some(Scenario { name: name.unwrap_or_default(), document }),
        Err(errors) => {
            plan.report_all(&errors);
            None
        }
    }
}

/// Writes a workbook as a value.
pub(super) fn write(w: &mut Writer, workbook: &Workbook, scenarios: &[Scenario]) {
    w.open_object();
    w.key("version").number(WORKBOOK_VERSION.into());
    if workbook.people.iter().any(Option::is_some) {
        w.key("people").open_object();
        for (owner, name) in Owner::ALL {
            if let Some(people) = workbook.people_of(owner) {
                w.key(name).number(people.into());
            }
        }
        w.close_object();
    }
    if let Some(revenue) = workbook.last_year_revenue {
        w.key("last_year_revenue").number(revenue.get());
    }
    for (key, value) in workbook.agreement.fields() {
        w.key(key).value(value);
    }
    if !scenarios.is_empty() {
        w.key("scenarios").open_list();
        for scenario in scenarios {
            w.open_object();
            w.key("name").text(scenario.name.as_str());
            w.key("plan").value(&file::value(&scenario.document));
            w.close_object();
        }
        w.close_list();
    }
    w.close_object();
}
