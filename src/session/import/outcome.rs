//! What the files of an import say, so that a worker can hand it over.

use std::sync::Arc;

use gyakusan_engine::actuals::{Actuals, Record};
use gyakusan_engine::json::{Value, Writer};
use gyakusan_engine::plan::{Month, Plan};

use super::monthly::monthly;
use super::order::{number, text_of};
use super::scored::scored;
use crate::import::{
    Alone, Bucket, Conflict, FileReport, Imported, Issue, Meaning, Problem, Report, Unjoined,
};
use crate::share::csv::{CsvError, CsvProblem};

/// What the files of an import say.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What became of every row; how columns were read is not in it.
    pub report: Report,
    /// The actuals; `None` where no row can be used, or a file broke off.
    pub made: Option<Made>,
}

/// Actuals that have not been taken in yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The actuals as JSON, without e-mail addresses and companies, which served joining alone.
    pub actuals: Arc<str>,
    /// The same as counts by month; `None` where they are that already.
    pub by_month: Option<Arc<str>>,
    /// The first month that they speak of.
    pub first: Month,
    /// The last month that they know in full.
    pub as_of: Month,
    /// Prospects, or rows of counts.
    pub count: usize,
    /// What the prospects did, counted: fields of a workbook as JSON.
    pub scored: Option<Arc<str>>,
}

impl Outcome {
    /// What an import gives for a plan whose sheet of scores has these conditions.
    pub fn new(imported: Imported, plan: &Plan, conditions: &[String]) -> Self {
        let scored = scored(&imported, conditions, plan);
        let Imported { actuals, mut report, .. } = imported;
        for file in &mut report.files {
            // The screens know from their previews how a file was read.
            (file.mapping, file.encoding, file.separator) = (None, None, None);
        }
        let made = actuals.map(|actuals| Made { scored, ..Made::new(actuals, plan) });
        Self { report, made }
    }

    /// Writes it as texts: the report, then the actuals, then the same by month.
    pub fn to_texts(&self) -> Vec<Arc<str>> {
        let mut texts = vec![report_to_json(&self.report, self.made.as_ref()).into()];
        if let Some(made) = &self.made {
            texts.push(Arc::clone(&made.actuals));
            texts.extend(made.by_month.clone());
        }
        texts
    }

    /// Reads what [`Outcome::to_texts`] wrote; `None` for anything else.
    pub fn from_texts(texts: Vec<String>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let value = Value::parse(&texts.next()?).ok()?;
        let report = report_from(&value)?;
        let made = match texts.next() {
            None => None,
            Some(actuals) => Some(Made {
                actuals: actuals.into(),
                by_month: texts.next().map(Arc::from),
                first: Month::parse(text_of(&value, "first")?)?,
                as_of: Month::parse(text_of(&value, "as_of")?)?,
                count: number(&value, "count")? as usize,
                scored: text_of(&value, "scored").map(Arc::from),
            }),
        };
        Some(Self { report, made })
    }
}

impl Made {
    fn new(mut actuals: Actuals, plan: &Plan) -> Self {
        let mut first = actuals.as_of;
        let count = match &mut actuals.record {
            Record::Months(rows) => {
                for row in &*rows {
                    first = first.min(row.month);
                }
                rows.len()
            }
            Record::Prospects(prospects) => {
                for prospect in prospects.iter_mut() {
                    prospect.email.clear();
                    prospect.company.clear();
                    for day in prospect.entered.values() {
                        first = first.min(day.month());
                    }
                }
                prospects.len()
            }
        };
        let by_month = monthly(&actuals, plan).map(|actuals| actuals.to_json().into());
        Self { actuals: actuals.to_json().into(), by_month, first, as_of: actuals.as_of, count, scored: None }
    }

    /// How many characters of the device's storage the actuals take: what is saved is a text within a text.
    pub fn saved_characters(&self) -> usize {
        let escaped = self.actuals.bytes().filter(|byte| matches!(byte, b'"' | b'\\')).count();
        self.actuals.len() + escaped
    }
}

fn report_to_json(report: &Report, made: Option<&Made>) -> String {
    let mut writer = Writer::default();
    let w = &mut writer;
    w.open_object();
    if let Some(made) = made {
        w.key("first").text(&made.first.to_string());
        w.key("as_of").text(&made.as_of.to_string());
        w.key("count").number(made.count as f64);
        if let Some(scored) = &made.scored {
            w.key("scored").text(scored);
        }
    }
    list(w, "files", &report.files, |w, file| {
        w.key("name").text(&file.name);
        w.key("rows").number(file.rows as f64);
        numbers(w, "buckets", &file.buckets);
        if let Some(error) = &file.broken {
            let (kind, limit) = error.problem.parts();
            numbers(w, "broken", &[error.row, error.column, kind, limit]);
            w.key("value").text(&error.value);
        }
    });
    list(w, "issues", &report.issues, |w, issue| {
        numbers(w, "at", &[issue.file, issue.row, issue.problem as usize]);
        w.key("column").text(&issue.column);
        w.key("value").text(&issue.value);
    });
    numbers(w, "issue_counts", &report.issue_counts);
    list(w, "unknown", &report.unknown_channels, |w, (name, rows)| {
        w.key("name").text(name);
        w.key("rows").number(*rows as f64);
    });
    list(w, "conflicts", &report.conflicts, |w, conflict| {
        numbers(w, "at", &[conflict.file, conflict.row]);
        w.key("meaning").text(&conflict.meaning.key());
        w.key("kept").text(&conflict.kept);
        w.key("dropped").text(&conflict.dropped);
    });
    list(w, "unjoined", &report.unjoined, |w, one| {
        numbers(w, "at", &[one.file, one.row, one.reason as usize]);
    });
    numbers(w, "unjoined_counts", &report.unjoined_counts);
    numbers(w, "others", &[report.conflict_count, report.later_days, report.assumed_days]);
    w.close_object();
    writer.finish()
}

fn report_from(value: &Value) -> Option<Report> {
    let mut report = Report {
        issue_counts: array(value, "issue_counts")?,
        unjoined_counts: array(value, "unjoined_counts")?,
        ..Report::default()
    };
    [report.conflict_count, report.later_days, report.assumed_days] = array(value, "others")?;
    for file in items(value, "files")? {
        let broken = match array(file, "broken") {
            Some([row, column, kind, limit]) => {
                let problem = CsvProblem::from_parts(kind, limit)?;
                Some(CsvError { row, column, value: text_of(file, "value")?.to_owned(), problem })
            }
            None => None,
        };
        report.files.push(FileReport {
            name: text_of(file, "name")?.to_owned(),
            mapping: None,
            encoding: None,
            separator: None,
            rows: number(file, "rows")? as usize,
            buckets: array::<{ Bucket::ALL.len() }>(file, "buckets")?,
            broken,
        });
    }
    for issue in items(value, "issues")? {
        let [file, row, problem] = array(issue, "at")?;
        report.issues.push(Issue {
            file,
            row,
            column: text_of(issue, "column")?.to_owned(),
            value: text_of(issue, "value")?.to_owned(),
            problem: *Problem::ALL.get(problem)?,
        });
    }
    for name in items(value, "unknown")? {
        let rows = number(name, "rows")? as usize;
        report.unknown_channels.push((text_of(name, "name")?.to_owned(), rows));
    }
    for conflict in items(value, "conflicts")? {
        let [file, row] = array(conflict, "at")?;
        report.conflicts.push(Conflict {
            file,
            row,
            meaning: Meaning::from_key(text_of(conflict, "meaning")?)?,
            kept: text_of(conflict, "kept")?.to_owned(),
            dropped: text_of(conflict, "dropped")?.to_owned(),
        });
    }
    for one in items(value, "unjoined")? {
        let [file, row, reason] = array(one, "at")?;
        let reasons = [Alone::NoKey, Alone::NotFound, Alone::Several];
        report.unjoined.push(Unjoined { file, row, reason: *reasons.get(reason)? });
    }
    Some(report)
}

fn list<T>(w: &mut Writer, key: &str, items: &[T], write: fn(&mut Writer, &T)) {
    w.key(key).open_list();
    for item in items {
        w.open_object();
        write(w, item);
        w.close_object();
    }
    w.close_list();
}

fn numbers(w: &mut Writer, key: &str, numbers: &[usize]) {
    w.key(key).open_list();
    for number in numbers {
        w.number(*number as f64);
    }
    w.close_list();
}

fn items<'a>(value: &'a Value, key: &str) -> Option<&'a [Value]> {
    if let Some(Value::List(items)) = value.get(key) { Some(items) } else { None }
}

fn array<const N: usize>(value: &Value, key: &str) -> Option<[usize; N]> {
    let found: Vec<usize> = items(value, key)?
        .iter()
        .filter_map(|item| if let Value::Number(number) = item { Some(*number as usize) } else { None })
        .collect();
    found.try_into().ok()
}
