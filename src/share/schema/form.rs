//! The words of JSON Schema that the schema of plan files is made of.

use gyakusan_engine::json::Writer;
use gyakusan_engine::plan::Period;

/// What a field of an object is.
pub(super) type Fill<'a> = &'a dyn Fn(&mut Writer);

/// One number, or one for each month.
pub(super) fn per_month(w: &mut Writer, item: Fill<'_>) {
    either(w, item, &|w| {
        w.key("type").text("array");
        w.key("minItems").number(1.0);
        w.key("maxItems").number(Period::MAX_MONTHS.into());
        object(w.key("items"), item);
    });
}

pub(super) fn object(w: &mut Writer, fill: Fill<'_>) {
    w.open_object();
    fill(w);
    w.close_object();
}

pub(super) fn define(w: &mut Writer, name: &str, fill: Fill<'_>) {
    object(w.key(name), fill);
}

pub(super) fn reference(w: &mut Writer, name: &str) {
    w.key("$ref").text(&["#/$defs/", name].concat());
}

/// An object with these fields and no other.
pub(super) fn fields(w: &mut Writer, required: &[&str], fields: &[(&str, Fill<'_>)]) {
    w.key("type").text("object");
    w.key("properties").open_object();
    for (name, fill) in fields {
        define(w, name, fill);
    }
    w.close_object();
    w.key("required");
    texts(w, required);
    w.key("additionalProperties").boolean(false);
}

/// An object whose keys are ids.
pub(super) fn by_id(w: &mut Writer, item: Fill<'_>) {
    w.key("type").text("object");
    object(w.key("propertyNames"), &|w| reference(w, "id"));
    object(w.key("additionalProperties"), item);
}

pub(super) fn list(w: &mut Writer, (least, most): (usize, usize), item: &str) {
    w.key("type").text("array");
    w.key("minItems").number(least as f64);
    w.key("maxItems").number(most as f64);
    object(w.key("items"), &|w| reference(w, item));
}

pub(super) fn either(w: &mut Writer, one: Fill<'_>, other: Fill<'_>) {
    w.key("oneOf").open_list();
    object(w, one);
    object(w, other);
    w.close_list();
}

pub(super) fn names(w: &mut Writer, names: &[&str]) {
    w.key("enum");
    texts(w, names);
}

pub(super) fn texts(w: &mut Writer, texts: &[&str]) {
    w.open_list();
    for text in texts {
        w.text(text);
    }
    w.close_list();
}

pub(super) fn boolean(w: &mut Writer) {
    w.key("type").text("boolean");
}

pub(super) fn pattern(w: &mut Writer, form: &str) {
    w.key("type").text("string");
    w.key("pattern").text(&["^", form, "$"].concat());
}

pub(super) fn whole(w: &mut Writer, least: f64, most: f64) {
    w.key("type").text("integer");
    w.key("minimum").number(least);
    w.key("maximum").number(most);
}

pub(super) fn number(w: &mut Writer, least: f64, most: f64) {
    w.key("type").text("number");
    w.key("minimum").number(least);
    w.key("maximum").number(most);
}
