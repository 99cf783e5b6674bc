//! The workbook as JSON, beside a plan.

use gyakusan_engine::json::Writer;
use gyakusan_engine::plan::{Node, Owner, Problem};

use crate::document::Workbook;

/// The newest version of the workbook's format that is read, and the one that is written.
pub const WORKBOOK_VERSION: u32 = 1;

/// The workbook's fields in files.
const FIELDS: [&str; 3] = ["version", "people", "last_year_revenue"];

/// Reads a workbook; every fault is reported with its place, and a newer version by its number alone.
pub(super) fn read(node: &Node<'_>) -> Workbook {
    let mut workbook = Workbook::default();
    let found = node.field("version").and_then(|version| version.whole(1..=u64::from(u32::MAX)));
    if let Some(found) = found.filter(|found| *found > u64::from(WORKBOOK_VERSION)) {
        node.report(Problem::Newer { found, newest: WORKBOOK_VERSION });
        return workbook;
    }
    let Some(object) = node.object(&FIELDS, &[]) else { return workbook };
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
    workbook
}

/// Writes a workbook as a value.
pub(super) fn write(w: &mut Writer, workbook: &Workbook) {
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
    w.close_object();
}
