//! What a link need not carry, because a reader of plans fills it in again.

use gyakusan_engine::json::Value;

/// Fields whose values a plan has where it does not say. Each has this meaning wherever it stands.
const DEFAULTS: &str = r#"{"confidence":0.8,"counted":true,"currency":"JPY","delay_cv":0.6,"delay_months":0,
"expansions":[],"fee_spread":0,"fixed":false,"gross_margin":1,"market_correlation":0,"measure":"period_revenue",
"monthly_fee":0,"months":12,"opening":0,"overdispersion":0,"pipeline":{},"rates":{},
"seasonality":[1,1,1,1,1,1,1,1,1,1,1,1],"seed":1,"simulation":{},"solve_for":"volume","spread":0,"trials":100000,
"uncertainty":0}"#;

/// The document of a plan without what is as it would be anyway.
pub(super) fn shortened(mut document: Value) -> Value {
    let stages = document.get("stages").cloned();
    let first = stages.as_ref().and_then(|stages| match stages {
        Value::List(stages) => stages.first()?.get("id").cloned(),
        _ => None,
    });
    each_object(&mut document, "channels", &|_, fields| {
        let enters = field(fields, "enters").cloned();
        remove_where(fields, "counted_at", enters.as_ref());
        remove_where(fields, "enters", first.as_ref());
    });
    each_object(&mut document, "stages", &|place, fields| {
        let owner = if place == 0 { "marketing" } else { "sales" };
        remove_where(fields, "owner", Some(&Value::Text(owner.to_owned())));
    });
    if let Value::Object(fields) = &mut document {
        remove_where(fields, "name", Some(&Value::Text(String::new())));
    }
    if let Ok(defaults) = Value::parse(DEFAULTS) {
        remove_defaults(&mut document, &defaults);
    }
    document
}

/// Takes the longest field of the workbook away; its key, or `None` where no field is left.
pub(super) fn without_longest_note(document: &mut Value) -> Option<String> {
    let Value::Object(fields) = document else { return None };
    let place = fields.iter().position(|(key, _)| key == "workbook")?;
    let Value::Object(notes) = &mut fields[place].1 else { return None };
    let written = notes.iter().enumerate().filter(|(_, (key, _))| key != "version");
    let (longest, _) = written.max_by_key(|(_, (_, value))| value.to_json().len())?;
    Some(notes.remove(longest).0)
}

type Fields = Vec<(String, Value)>;

fn each_object(document: &mut Value, list: &str, change: &dyn Fn(usize, &mut Fields)) {
    let Value::Object(fields) = document else { return };
    let Some((_, Value::List(items))) = fields.iter_mut().find(|(key, _)| key == list) else { return };
    for (place, item) in items.iter_mut().enumerate() {
        if let Value::Object(fields) = item {
            change(place, fields);
        }
    }
}

fn field<'a>(fields: &'a Fields, key: &str) -> Option<&'a Value> {
    fields.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

fn remove_where(fields: &mut Fields, key: &str, value: Option<&Value>) {
    fields.retain(|(known, found)| known != key || Some(found) != value);
}

/// Objects inside first, since one may become empty and with that a default itself.
fn remove_defaults(value: &mut Value, defaults: &Value) {
    match value {
        Value::List(items) => items.iter_mut().for_each(|item| remove_defaults(item, defaults)),
        Value::Object(fields) => {
            // The workbook has its own format.
            for (_, inside) in fields.iter_mut().filter(|(key, _)| key != "workbook") {
                remove_defaults(inside, defaults);
            }
            fields.retain(|(key, value)| defaults.get(key) != Some(value));
            // A name that is not given is the id.
            let id = field(fields, "id").cloned();
            if id.is_some() {
                remove_where(fields, "name", id.as_ref());
            }
        }
        _ => {}
    }
}
