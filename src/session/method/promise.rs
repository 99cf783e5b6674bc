//! What the project promises, and the figures that its last checks measured: `promises.json`, which `cargo xtask test`
//! writes. A promise without a measured figure is not measured yet, and is never taken for kept.

use gyakusan_engine::json::Value;

use crate::text::number::rounded_count;
use crate::text::promises::{PROMISE_GROUPS, PromiseGroupText, PromiseText};
use crate::text::{Language, filled};

/// What was measured, promise by promise.
const MEASURED: &str = include_str!("../../../promises.json");

/// Whether a promise is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The figure that was measured keeps it.
    Kept,
    /// It does not.
    Missed,
    /// Nothing was measured.
    NotMeasured,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseLine {
    /// What is promised.
    pub promise: &'static str,
    /// How it is checked.
    pub check: &'static str,
    /// The figure; empty where none was measured.
    pub figure: String,
    /// When, and at which state of the sources; empty where it was not measured.
    pub measured: String,
    /// Whether it is kept.
    pub verdict: Verdict,
}

/// Promises about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseGroup {
    /// What they are about.
    pub heading: &'static str,
    /// The promises.
    pub lines: Vec<PromiseLine>,
}

/// Every promise, group by group.
pub fn promises(language: Language) -> Vec<PromiseGroup> {
    promises_of(MEASURED, language)
}

/// The same with what a file says was measured.
pub(super) fn promises_of(file: &str, language: Language) -> Vec<PromiseGroup> {
    let measured = match Value::parse(file) {
        Ok(Value::List(lines)) => lines,
        _ => Vec::new(),
    };
    let line = |promise: &'static PromiseText| {
        let measured = measured.iter().find(|line| text(line, "promise") == Some(promise.id));
        line_of(promise, measured, language)
    };
    let group = |group: &PromiseGroupText| PromiseGroup {
        heading: group.heading(language),
        lines: group.promises.iter().map(line).collect(),
    };
    PROMISE_GROUPS.map(group).into()
}

fn line_of(promise: &'static PromiseText, measured: Option<&Value>, language: Language) -> PromiseLine {
    let phrases = promise.in_language(language);
    let (figure, stamp, verdict) = match measured.and_then(read) {
        Some((figures, stamp, is_kept)) => {
            let figures: Vec<_> = figures.iter().map(|figure| written(figure)).collect();
            let figures: Vec<_> = figures.iter().map(String::as_str).collect();
            let verdict = if is_kept { Verdict::Kept } else { Verdict::Missed };
            (filled(phrases.figure, &figures), stamp, verdict)
        }
        None => (String::new(), String::new(), Verdict::NotMeasured),
    };
    PromiseLine { promise: phrases.promise, check: phrases.check, figure, measured: stamp, verdict }
}

/// A figure as it is shown: whole numbers with their thousands apart, others as they were noted.
fn written(figure: &str) -> String {
    match figure.parse::<u32>() {
        Ok(number) => rounded_count(f64::from(number)),
        Err(_) => figure.to_owned(),
    }
}

/// The figures of a line, when and where they were measured, and whether they keep the promise.
fn read(line: &Value) -> Option<(Vec<String>, String, bool)> {
    let Value::List(figures) = line.get("figures")? else { return None };
    let figures = figures.iter().map(|figure| figure.as_text().map(str::to_owned)).collect::<Option<_>>()?;
    let Value::Bool(is_kept) = line.get("kept")? else { return None };
    Some((figures, [text(line, "date")?, " · ", text(line, "commit")?].concat(), *is_kept))
}

fn text<'a>(line: &'a Value, key: &str) -> Option<&'a str> {
    line.get(key)?.as_text()
}
