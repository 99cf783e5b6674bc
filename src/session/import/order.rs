//! What is to be read, so that a worker can read it too.

use gyakusan_engine::json::{Value, Writer};
use gyakusan_engine::plan::{Id, Month, Plan};

use super::Importing;
use crate::import::{Column, Confidence, DayOrder, Importer, Mapping, Meaning, Memory, Shape};
use crate::share::csv::{Encoding, Layout};

/// Encodings by the numbers that stand for them.
pub(super) const ENCODINGS: [Encoding; 4] =
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::ShiftJis];

/// What is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Names it.
    pub edition: u64,
    /// The plan that the files are actuals of.
    pub plan: Plan,
    /// The last month that they know in full.
    pub as_of: Option<Month>,
    /// Whether skipped stages are taken to have been passed.
    pub assumes_skipped: bool,
    /// What points are given for.
    pub conditions: Vec<String>,
    /// The files in their order.
    pub files: Vec<OrderedFile>,
}

/// A file to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderedFile {
    /// Names it.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: usize,
    /// How it is written.
    pub layout: Layout,
    /// What its columns mean.
    pub mapping: Mapping,
}

impl Importing {
    /// What is to be read; `None` where something is missing.
    pub fn order(&self, plan: &Plan) -> Option<Order> {
        if !self.lacks(plan).is_empty() {
            return None;
        }
        let files: Vec<_> = (0..self.files.len())
            .filter_map(|place| {
                let file = &self.files[place];
                Some(OrderedFile {
                    key: file.key,
                    name: file.name.clone(),
                    bytes: file.bytes,
                    layout: file.layout,
                    mapping: self.mapping_of(place)?,
                })
            })
            .collect();
        let is_something = !files.is_empty();
        is_something.then(|| Order {
            edition: self.edition,
            plan: plan.clone(),
            as_of: self.as_of,
            assumes_skipped: self.assumes_skipped,
            conditions: self.memory.conditions().to_vec(),
            files,
        })
    }
}

impl Order {
    /// An importer that waits for the files.
    pub fn importer(&self) -> Importer {
        let mut importer = Importer::new(self.plan.clone(), self.as_of, Memory::default());
        if self.assumes_skipped {
            importer.assume_skipped();
        }
        importer
    }

    /// Writes it as JSON.
    pub fn to_json(&self) -> String {
        let mut writer = Writer::default();
        let w = &mut writer;
        w.open_object();
        w.key("edition").number(self.edition as f64);
        w.key("plan").text(&self.plan.to_json());
        if let Some(month) = self.as_of {
            w.key("as_of").text(&month.to_string());
        }
        w.key("skipped").boolean(self.assumes_skipped);
        w.key("conditions").open_list();
        for condition in &self.conditions {
            w.text(condition);
        }
        w.close_list();
        w.key("files").open_list();
        for file in &self.files {
            w.open_object();
            w.key("key").number(file.key.into());
            w.key("name").text(&file.name);
            w.key("bytes").number(file.bytes as f64);
            let encoding = file.layout.encoding;
            let encoding = encoding.and_then(|encoding| ENCODINGS.iter().position(|each| *each == encoding));
            optional(w, "encoding", encoding.map(|place| place as f64));
            optional(w, "separator", file.layout.separator.map(f64::from));
            mapping_to(w, &file.mapping);
            w.close_object();
        }
        w.close_list();
        w.close_object();
        writer.finish()
    }

    /// Reads what [`Order::to_json`] wrote; `None` for anything else.
    pub fn from_json(text: &str) -> Option<Self> {
        let value = Value::parse(text).ok()?;
        let Some(Value::List(files)) = value.get("files") else { return None };
        let file = |value: &Value| {
            let encoding = number(value, "encoding").and_then(|place| ENCODINGS.get(place as usize).copied());
            let separator = number(value, "separator").map(|separator| separator as u8);
            Some(OrderedFile {
                key: number(value, "key")? as u32,
                name: text_of(value, "name")?.to_owned(),
                bytes: number(value, "bytes")? as usize,
                layout: Layout { encoding, separator, ..Layout::default() },
                mapping: mapping_from(value)?,
            })
        };
        Some(Self {
            edition: number(&value, "edition")? as u64,
            plan: Plan::from_json(text_of(&value, "plan")?).ok()?,
            as_of: text_of(&value, "as_of").and_then(Month::parse),
            assumes_skipped: value.get("skipped") == Some(&Value::Bool(true)),
            conditions: texts(&value, "conditions")?.into_iter().map(str::to_owned).collect(),
            files: files.iter().map(file).collect::<Option<_>>()?,
        })
    }
}

fn mapping_to(w: &mut Writer, mapping: &Mapping) {
    w.key("months").boolean(mapping.shape == Shape::Months);
    if let Some(order) = mapping.day_order {
        w.key("month_first").boolean(order == DayOrder::MonthFirst);
    }
    if let Some(one) = &mapping.one_channel {
        w.key("one").text(one.as_str());
    }
    // Lists, since an object holds no more than a thousand fields: by turns heading and meaning, name and channel.
    w.key("columns").open_list();
    for column in &mapping.columns {
        w.text(&column.heading);
        w.text(&column.meaning.key());
    }
    w.close_list();
    w.key("channels").open_list();
    for (name, channel) in &mapping.channels {
        w.text(name);
        w.text(channel.as_str());
    }
    w.close_list();
}

fn mapping_from(value: &Value) -> Option<Mapping> {
    let is = |key: &str| value.get(key) == Some(&Value::Bool(true));
    let mut columns = Vec::new();
    for (heading, meaning) in pairs(value, "columns")? {
        let meaning = Meaning::from_key(meaning)?;
        columns.push(Column { heading: heading.to_owned(), meaning, confidence: Confidence::Chosen });
    }
    let mut channels = Vec::new();
    for (name, channel) in pairs(value, "channels")? {
        channels.push((name.to_owned(), Id::new(channel)?));
    }
    let order = if is("month_first") { DayOrder::MonthFirst } else { DayOrder::DayFirst };
    Some(Mapping {
        shape: if is("months") { Shape::Months } else { Shape::Prospects },
        columns,
        day_order: value.get("month_first").map(|_| order),
        channels,
        one_channel: text_of(value, "one").and_then(Id::new),
    })
}

fn pairs<'a>(value: &'a Value, key: &str) -> Option<Vec<(&'a str, &'a str)>> {
    let texts = texts(value, key)?;
    let (pairs, _) = texts.as_chunks::<2>();
    Some(pairs.iter().map(|[first, second]| (*first, *second)).collect())
}

fn texts<'a>(value: &'a Value, key: &str) -> Option<Vec<&'a str>> {
    let Some(Value::List(items)) = value.get(key) else { return None };
    items.iter().map(Value::as_text).collect()
}

fn optional(w: &mut Writer, key: &str, number: Option<f64>) {
    if let Some(number) = number {
        w.key(key).number(number);
    }
}

pub(super) fn number(value: &Value, key: &str) -> Option<f64> {
    if let Some(Value::Number(number)) = value.get(key) { Some(*number) } else { None }
}

pub(super) fn text_of<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_text()
}
