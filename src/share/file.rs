//! Plan files: a plan, the workbook beside it, and actuals, in one JSON document.

use std::sync::Arc;

use gyakusan_engine::json::{Value, Writer};
use gyakusan_engine::plan::{Faults, Name, Node, Plan, PlanDocument, PlanErrors};

use super::{agreement, workbook};
use crate::document::{Document, Scenario, Workbook};

/// How names of plan files end.
pub const FILE_ENDING: &str = ".gyakusan.json";

/// What a plan file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFile {
    /// The plan and its workbook.
    pub document: Document,
    /// What is kept to be compared with it, at most [`Scenario::MAX`].
    pub scenarios: Vec<Scenario>,
    /// The actuals as they stand in the file, which is JSON and not read any further here.
    pub actuals: Option<Arc<str>>,
}

impl From<Document> for PlanFile {
    /// The file of a document with nothing beside it.
    fn from(document: Document) -> Self {
        Self { document, scenarios: Vec::new(), actuals: None }
    }
}

impl PlanFile {
    /// Reads a plan file.
    ///
    /// # Errors
    /// Every error of plan and workbook at once, as those of [`Plan::from_json`]; a text over 16 MiB is not looked at.
    ///
    /// ```
    /// use gyakusan::share::PlanFile;
    ///
    /// let text = include_str!("../../engine/plans/article.json");
    /// let file = PlanFile::read(text)?;
    /// assert_eq!(PlanFile::read(&file.write())?, file);
    ///
    /// let text = text.replacen('{', r#"{ "workbook": { "version": 1, "last_year_revenue": -1 }, "#, 1);
    /// let errors = PlanFile::read(&text).expect_err("money below zero");
    /// assert_eq!(errors.to_string(), "workbook.last_year_revenue: -1 is not within 0 to 1000000000000000");
    /// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
    /// ```
    pub fn read(text: &str) -> Result<Self, PlanErrors> {
        Self::read_with(text, Some(agreement::look))
    }

    /// Reads a plan file that this page has written: its agreement is taken as it is.
    ///
    /// # Errors
    /// Those of [`PlanFile::read`], but for faults of the agreement.
    pub fn read_own(text: &str) -> Result<Self, PlanErrors> {
        Self::read_with(text, None)
    }

    fn read_with(text: &str, look: Option<workbook::Look>) -> Result<Self, PlanErrors> {
        let value = Plan::parse(text)?;
        let written = value.get("actuals").map(Value::to_json);
        let (document, scenarios) = document(value, true, look)?;
        let actuals =
            written.map(|written| top_level(text, "actuals").map_or_else(|| written.into(), Arc::from));
        Ok(Self { document, scenarios, actuals })
    }

    /// The same under another name, cut where it is too long for one.
    #[must_use]
    pub fn renamed(&self, name: &str) -> Self {
        let mut renamed = self.clone();
        let name: String = name.chars().take(Name::MAX_CHARACTERS).collect();
        let mut plan = PlanDocument::clone(&renamed.document.plan);
        plan.name = Name::new(&name).unwrap_or_default();
        // A name is part of no rule.
        if let Ok(plan) = Plan::new(plan) {
            renamed.document.plan = plan;
        }
        renamed
    }

    /// Writes the file; reading it again gives an equal one.
    pub fn write(&self) -> String {
        let mut text = with_workbook(&self.document, &self.scenarios);
        if let Some(actuals) = &self.actuals {
            text.pop();
            text.push_str(",\"actuals\":");
            text.push_str(actuals);
            text.push('}');
        }
        text
    }
}

/// A document as JSON; reading it again gives an equal one.
pub(super) fn value(document: &Document) -> Value {
    // What the engine writes is JSON.
    Value::parse(&with_workbook(document, &[])).unwrap_or(Value::Null)
}

/// A plan as JSON, and in it what stands beside the plan.
fn with_workbook(document: &Document, scenarios: &[Scenario]) -> String {
    let mut text = document.plan.to_json();
    if document.workbook != Workbook::default() || !scenarios.is_empty() {
        let mut writer = Writer::default();
        workbook::write(&mut writer, &document.workbook, scenarios);
        // Before the brace that closes the plan.
        text.pop();
        text.push_str(",\"workbook\":");
        text.push_str(&writer.finish());
        text.push('}');
    }
    text
}

/// A plan, its workbook, and its scenarios where it may have some, from JSON.
pub(super) fn document(
    value: Value,
    with_scenarios: bool,
    look: Option<workbook::Look>,
) -> Result<(Document, Vec<Scenario>), PlanErrors> {
    let faults = Faults::default();
    let beside =
        Node::root(&value, &faults).field("workbook").map(|node| workbook::read(&node, with_scenarios, look));
    let faults = faults.into_inner();
    let plan = Plan::from_value(value);
    match (plan, PlanErrors::new(faults)) {
        (Ok(plan), None) => {
            let (workbook, scenarios) = beside.unwrap_or_default();
            Ok((Document { plan, workbook }, scenarios))
        }
        (Err(errors), None) | (Ok(_), Some(errors)) => Err(errors),
        (Err(errors), Some(beside)) => Err(errors.and(beside)),
    }
}

/// The text of a field's value at the top of a JSON object; `None` where its key is written in another way.
fn top_level<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (mut depth, mut is_quoted, mut is_escaped) = (0, false, false);
    // Where the last text at the top began, and where the value of the field does.
    let (mut quote, mut start) = (0, None);
    for (place, byte) in text.bytes().enumerate() {
        if is_quoted {
            is_quoted = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
            if !is_quoted && depth == 1 && start.is_none() && &text[quote..place] == key {
                // A text that is a key is followed by a colon, one that is a value by something else.
                let rest = text[place + 1..].trim_start();
                start = rest.strip_prefix(':').map(|value| text.len() - value.len());
            }
            continue;
        }
        match byte {
            b'"' => (is_quoted, quote) = (true, place + 1),
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' => {
                let ends = depth == 1;
                if let (true, Some(start)) = (ends, start) {
                    return Some(text[start..place].trim());
                }
                depth -= i32::from(byte != b',');
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::top_level;

    #[test]
    fn a_field_of_the_top_is_found_as_it_is_written() {
        for (text, found) in [
            (
                r#"{ "a": {"actuals": 1}, "actuals" : [1.50, {"b": "}\","}] , "c": 2 }"#,
                Some(r#"[1.50, {"b": "}\","}]"#),
            ),
            (r#"{"name":"actuals","actuals":"\\"}"#, Some(r#""\\""#)),
            (r#"{"x":"\"actuals\": 3","actuals":  -0.0e1}"#, Some("-0.0e1")),
            (r#"{"a":1}"#, None),
            (r#"{"\u0061ctuals":1}"#, None),
        ] {
            assert_eq!(top_level(text, "actuals"), found, "{text}");
        }
    }
}
