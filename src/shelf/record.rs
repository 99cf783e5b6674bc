//! A saved plan as it stands in the store.

use gyakusan_engine::json::{Value, Writer};
use gyakusan_engine::plan::Problem;

use crate::share::PlanFile;

/// The version of records that is written; readers know all up to it.
const RECORD_VERSION: f64 = 1.0;

/// A saved plan and how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Names this state of the plan, unlike any other.
    pub token: u64,
    /// The state that this one took the place of; `None` where it is the first.
    pub base: Option<u64>,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: f64,
    /// What was saved.
    pub file: PlanFile,
}

/// Why a record cannot be used; its text stays in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordError {
    /// It was written by a newer page.
    Newer,
    /// It is not what a page wrote.
    Damaged,
}

impl Record {
    /// Writes the record as JSON.
    pub fn write(&self) -> String {
        let mut writer = Writer::default();
        let w = &mut writer;
        w.open_object();
        w.key("record").number(RECORD_VERSION);
        w.key("token").text(&token_text(self.token));
        if let Some(base) = self.base {
            w.key("base").text(&token_text(base));
        }
        w.key("saved_at").number(self.saved_at);
        // As text, so that what reads the record need not read the plan.
        w.key("file").text(&self.file.write());
        w.close_object();
        writer.finish()
    }

    /// Reads a record.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn read(text: &str) -> Result<Self, RecordError> {
        let value = Value::parse(text).map_err(|_| RecordError::Damaged)?;
        let Some(Value::Number(version)) = value.get("record") else { return Err(RecordError::Damaged) };
        if *version > RECORD_VERSION {
            return Err(RecordError::Newer);
        }
        let (Some(token), Some(Value::Number(saved_at)), Some(file)) =
            (token(&value, "token"), value.get("saved_at"), value.get("file").and_then(Value::as_text))
        else {
            return Err(RecordError::Damaged);
        };
        let file = PlanFile::read_own(file).map_err(|errors| {
            let is_newer = errors.iter().any(|error| matches!(error.problem, Problem::Newer { .. }));
            if is_newer { RecordError::Newer } else { RecordError::Damaged }
        })?;
        Ok(Self { token, base: self::token(&value, "base"), saved_at: *saved_at, file })
    }
}

/// The token of a record's text, without reading the plan in it.
pub(super) fn token_of(text: &str) -> Option<u64> {
    token(&Value::parse(text).ok()?, "token")
}

fn token(value: &Value, key: &str) -> Option<u64> {
    u64::from_str_radix(value.get(key)?.as_text()?, 16).ok()
}

fn token_text(token: u64) -> String {
    format!("{token:x}")
}
