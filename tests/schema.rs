//! The JSON Schema of plan files: it takes the plans there are and refuses what the reader refuses.

#[path = "../engine/tests/generated/mod.rs"]
mod generated;

use std::fs;
use std::path::Path;

use generated::Random;
use gyakusan::share::{PlanFile, schema};
use serde_json::{Value, json};

/// Set to write the schema where it is another.
const WRITE: &str = "GYAKUSAN_WRITE_SCHEMA";

fn parsed() -> Value {
    serde_json::from_str(&schema()).expect("JSON")
}

fn plans() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("engine/plans");
    let paths = fs::read_dir(folder).expect("plans").map(|entry| entry.expect("an entry").path());
    paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a plan"))).collect()
}

/// The file that the page publishes is what the types say.
#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("gyakusan.schema.json");
    let fresh = serde_json::to_string_pretty(&parsed()).expect("JSON") + "\n";
    if std::env::var_os(WRITE).is_some() {
        fs::write(path, fresh).expect("a place for the schema");
    } else {
        let published = fs::read_to_string(path).unwrap_or_default();
        assert!(published == fresh, "{WRITE}=1 cargo test published_schema writes it");
    }
}

#[test]
fn every_plan_is_taken() {
    let schema = parsed();
    for (name, text) in plans() {
        let plan: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(fault(&schema, &schema, &plan), None, "{name}");
    }
    let random = &mut Random(17);
    for _ in 0..300 {
        let mut plan = generated::document(random);
        plan["workbook"] = json!({ "version": 1, "people": { "sales": 3 }, "last_year_revenue": 1e8 });
        plan["actuals"] = json!({ "version": 1 });
        assert_eq!(fault(&schema, &schema, &plan), None, "{plan}");
    }
}

/// What the schema refuses, the reader refuses too: each change breaks one field.
#[test]
fn broken_plans_are_refused() {
    let schema = parsed();
    let (_, text) = plans().into_iter().find(|(name, _)| name.ends_with("everything.json")).expect("a plan");
    let plan: Value = serde_json::from_str(&text).expect("JSON");
    for (pointer, value) in [
        ("/version", json!(2)),
        ("/version", json!(1.5)),
        ("/name", json!("逆".repeat(121))),
        ("/currency", json!("yen")),
        ("/period/start", json!("2026-13")),
        ("/period/start", json!("2200-01")),
        ("/period/months", json!(61)),
        ("/period/months", json!(0)),
        ("/goal/target", json!(-1)),
        ("/goal/target", json!(1.1e15)),
        ("/goal/measure", json!("profit")),
        ("/goal/target", json!(null)),
        ("/stages", json!([{ "id": "lead" }])),
        ("/stages", json!(vec![json!({ "id": "lead" }); 13])),
        ("/stages/1/id", json!("Lead")),
        ("/stages/1/id", json!("a".repeat(33))),
        ("/stages/1/owner", json!("ceo")),
        ("/stages/1/rate/mean", json!(1.01)),
        ("/stages/1/rate/evidence", json!(0.09)),
        ("/stages/1/rate", json!(0.5)),
        ("/stages/1/delay_months", json!(37)),
        ("/stages/1/colour", json!(1)),
        ("/delay_cv", json!(3.1)),
        ("/deal/kind", json!("recurring")),
        ("/deal/monthly_fee", json!({ "mean": 1 })),
        ("/deal/value/spread", json!(5.1)),
        ("/deal/gross_margin", json!("1")),
        ("/channels", json!([])),
        ("/channels/0/volume/cost_per_entry", json!(0)),
        ("/channels/0/volume/monthly_entries", json!(1)),
        ("/channels/0/fixed", json!(0)),
        ("/channels/0/rates/opportunity/mean", json!(2)),
        ("/channels/0/rates/Won", json!({ "mean": 0.5 })),
        ("/channels/1/volume/monthly_entries", json!([])),
        ("/channels/1/volume/monthly_entries/3", json!(1e10)),
        ("/solve_for", json!("rate:")),
        ("/solve_for", json!("luck")),
        ("/seasonality", json!([1])),
        ("/seasonality/2", json!(1001)),
        ("/pipeline/opportunity", json!(0.5)),
        ("/customers/opening", json!(1e10)),
        (
            "/customers/expansions",
            json!(vec![json!({ "id": "a", "yearly_rate": { "mean": 0.1 }, "value": 1 }); 5]),
        ),
        ("/customers/expansions/0/kind", json!("twice")),
        ("/market_correlation", json!(0.96)),
        ("/simulation/seed", json!(9_007_199_254_740_992_u64)),
        ("/simulation/trials", json!(99)),
        ("/simulation/confidence", json!(1)),
        ("/workbook", json!({})),
        ("/workbook", json!({ "version": 2 })),
        ("/workbook", json!({ "version": 1, "people": { "sales": 10_001 } })),
        ("/workbook", json!({ "version": 1, "last_year_revenue": -1 })),
        ("/mood", json!(1)),
    ] {
        let mut broken = plan.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        match broken.pointer_mut(parent).expect(pointer) {
            Value::Array(items) => items[key.parse::<usize>().expect("a place")] = value,
            Value::Object(fields) => {
                fields.insert(key.to_owned(), value);
            }
            _ => panic!("{pointer}"),
        }
        assert!(
            fault(&schema, &schema, &broken).is_some(),
            "{pointer}: the schema takes {}",
            broken.pointer(pointer).expect("a value")
        );
        assert!(PlanFile::read(&broken.to_string()).is_err(), "{pointer}: the reader takes it");
    }
    for pointer in ["version", "period", "goal", "stages", "deal"] {
        let mut broken = plan.clone();
        broken.as_object_mut().expect("an object").remove(pointer);
        assert!(fault(&schema, &schema, &broken).is_some(), "without {pointer}");
    }
}

/// What a schema finds wrong with a value, for the words that this schema uses; any other word is a fault of the test.
fn fault(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    let rules = schema.as_object().expect("a schema");
    rules.iter().find_map(|(word, rule)| {
        let bad = |is_bad: bool| is_bad.then(|| format!("{word} {rule}: {value}"));
        let inside = |schema: &Value, value: &Value| fault(root, schema, value);
        let above =
            |number: Option<f64>| number.is_some_and(|number| number > rule.as_f64().expect("a number"));
        let below =
            |number: Option<f64>| number.is_some_and(|number| number < rule.as_f64().expect("a number"));
        let count = value.as_array().map(|items| items.len() as f64);
        let known = |key: &str| rules.get("properties").is_some_and(|known| known.get(key).is_some());
        match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" => None,
            "$ref" => {
                let place = rule.as_str().expect("a reference").trim_start_matches('#');
                inside(root.pointer(place).expect("a definition"), value)
            }
            "type" => bad(!has_type(value, rule.as_str().expect("a type"))),
            "enum" => bad(!rule.as_array().expect("a list").contains(value)),
            "pattern" => bad(value
                .as_str()
                .is_some_and(|text| !matches_whole(rule.as_str().expect("a pattern"), text))),
            "maxLength" => bad(above(value.as_str().map(|text| text.chars().count() as f64))),
            "minimum" => bad(below(value.as_f64())),
            "maximum" => bad(above(value.as_f64())),
            "exclusiveMinimum" => {
                bad(value.as_f64().is_some_and(|number| number <= rule.as_f64().expect("a number")))
            }
            "minItems" => bad(below(count)),
            "maxItems" => bad(above(count)),
            "items" => value.as_array()?.iter().find_map(|item| inside(rule, item)),
            "properties" => {
                rule.as_object()?.iter().find_map(|(key, schema)| inside(schema, value.get(key)?))
            }
            "required" => {
                bad(rule.as_array()?.iter().any(|key| value.get(key.as_str().expect("a key")).is_none()))
            }
            "propertyNames" => value.as_object()?.keys().find_map(|key| inside(rule, &json!(key))),
            "additionalProperties" => value
                .as_object()?
                .iter()
                .filter(|(key, _)| !known(key))
                .find_map(|(_, value)| if rule.is_boolean() { bad(true) } else { inside(rule, value) }),
            "oneOf" => {
                let fitting = rule.as_array()?.iter().filter(|one| inside(one, value).is_none());
                bad(fitting.count() != 1)
            }
            _ => panic!("{word} is not understood here"),
        }
    })
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        _ => panic!("{name} is no type"),
    }
}

/// Whether a text matches a pattern from `^` to `$`, of classes, groups of choices, and counts in braces.
fn matches_whole(pattern: &str, text: &str) -> bool {
    let pattern = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).expect("a whole pattern");
    ends(pattern, text).contains(&"")
}

/// What may be left of a text after a pattern.
fn ends<'a>(pattern: &str, text: &'a str) -> Vec<&'a str> {
    let Some(first) = pattern.chars().next() else { return vec![text] };
    let close = match first {
        '(' => closing(pattern),
        '[' => pattern.find(']').expect("the end of a class"),
        _ => first.len_utf8() - 1,
    };
    let (atom, rest) = pattern.split_at(close + 1);
    let (least, most, rest) = match rest.strip_prefix('{').and_then(|counts| counts.split_once('}')) {
        Some((counts, rest)) => {
            let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
            (least.parse().expect("a count"), most.parse().expect("a count"), rest)
        }
        None => (1, 1, rest),
    };
    let (mut left, mut all) = (vec![text], Vec::new());
    for count in 0..=most {
        if count >= least {
            all.extend(left.iter().flat_map(|text| ends(rest, text)));
        }
        left = left.iter().flat_map(|text| after(atom, text)).collect();
    }
    all
}

/// What may be left of a text after one class, group or character.
fn after<'a>(atom: &str, text: &'a str) -> Vec<&'a str> {
    if let Some(group) = atom.strip_prefix('(').and_then(|group| group.strip_suffix(')')) {
        return choices(group).into_iter().flat_map(|choice| ends(choice, text)).collect();
    }
    let Some(next) = text.chars().next() else { return Vec::new() };
    let fits = match atom.strip_prefix('[').and_then(|class| class.strip_suffix(']')) {
        Some(class) => {
            let class: Vec<char> = class.chars().collect();
            let ranges = class.windows(3).any(|part| part[1] == '-' && (part[0]..=part[2]).contains(&next));
            ranges || (next != '-' && class.contains(&next))
        }
        None => atom.starts_with(next),
    };
    if fits { vec![&text[next.len_utf8()..]] } else { Vec::new() }
}

/// The place of the bracket that closes the first one.
fn closing(pattern: &str) -> usize {
    let mut depth = 0;
    let ends = pattern.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth == 0
    });
    ends.expect("the end of a group")
}

/// The choices of a group, those of groups inside it left together.
fn choices(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut all) = (0, 0, Vec::new());
    for (place, byte) in group.bytes().enumerate() {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        if byte == b'|' && depth == 0 {
            all.push(&group[start..place]);
            start = place + 1;
        }
    }
    all.push(&group[start..]);
    all
}
