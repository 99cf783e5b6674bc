//! Older versions of the plan format, brought up to the newest one version at a time before anything else is read.

use super::PLAN_VERSION;
use crate::json::Value;

/// Turns a document of one version into one of the next. What it does not understand it leaves for the reader to refuse.
type Migration = fn(&mut Value);

/// The migration from version n stands at place n − 1; raising [`PLAN_VERSION`] does not compile without one more.
const MIGRATIONS: [Migration; PLAN_VERSION as usize - 1] = [];

/// Brings a document up to [`PLAN_VERSION`]; one of that version, of a newer one or of none stays as it is.
pub(super) fn migrate(document: &mut Value) {
    apply(document, &MIGRATIONS);
}

fn apply(document: &mut Value, migrations: &[Migration]) {
    let Some(Value::Number(version)) = document.get("version") else { return };
    // Versions are whole and count from 1; the reader refuses any other number.
    if *version >= 1.0 && version.fract() == 0.0 {
        let from = *version as usize - 1;
        migrations.iter().skip(from).for_each(|migration| migration(document));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two migrations as they may come: a field gets another name, a number another unit.
    const RENAME_THEN_RESCALE: [Migration; 2] = [
        |document| {
            let Value::Object(fields) = document else { return };
            fields.iter_mut().filter(|(key, _)| key == "cost").for_each(|(key, _)| "price".clone_into(key));
        },
        |document| {
            let Value::Object(fields) = document else { return };
            for (_, value) in fields.iter_mut().filter(|(key, _)| key == "price") {
                if let Value::Number(price) = value {
                    *price *= 100.0;
                }
            }
        },
    ];

    #[test]
    fn every_older_version_takes_the_steps_that_are_left_for_it() {
        for (before, after) in [
            (r#"{"cost":3,"version":1}"#, r#"{"price":300,"version":1}"#),
            (r#"{"price":3,"version":2}"#, r#"{"price":300,"version":2}"#),
            (r#"{"price":3,"version":3}"#, r#"{"price":3,"version":3}"#),
            (r#"{"cost":3,"version":4}"#, r#"{"cost":3,"version":4}"#),
            (r#"{"cost":3,"version":0.5}"#, r#"{"cost":3,"version":0.5}"#),
            (r#"{"cost":3}"#, r#"{"cost":3}"#),
            ("[]", "[]"),
        ] {
            let mut document = Value::parse(before).expect("JSON");
            apply(&mut document, &RENAME_THEN_RESCALE);
            assert_eq!(document, Value::parse(after).expect("JSON"), "{before}");
        }
    }
}
