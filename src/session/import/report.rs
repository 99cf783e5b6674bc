//! What an import found, in words, and as a file.

use gyakusan_engine::plan::Plan;

use super::panel::{size, span};
use super::{Made, Outcome, unused};
use crate::import::{
    Bucket, Report, broken_sentence, conflict_sentence, issue_sentence, meaning_name, report_lines,
};
use crate::share::csv::Table;
use crate::text::number::exact_count;
use crate::text::{Language, filled};

/// Findings of each kind that are shown; the file has all that are kept.
const SHOWN: usize = 10;

/// Characters of actuals that a device can save beside the plan and others: half of what browsers give a page.
pub(super) const MAX_SAVED: usize = 4_000_000;

/// Characters of actuals that a plan file can hold beside the plan.
pub(super) const MAX_IN_FILE: usize = 16_000_000;

/// A table of counts.
pub type CountTable = (Vec<String>, Vec<(String, Vec<String>)>);

/// A heading, the first findings below it, and how many there are beyond them.
pub type Findings = (&'static str, Vec<String>, Option<String>);

/// What an import found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPanel {
    /// What is made of the files.
    pub headline: String,
    /// Whether anything is made.
    pub is_made: bool,
    /// What is to be known before it is taken in.
    pub notes: Vec<String>,
    /// Where rows went: the names of the files, and by bucket the rows of each; the last line has all of them.
    pub rows: CountTable,
    /// What did not join, differed, or was left out, counted.
    pub lines: Vec<String>,
    /// Findings with their places.
    pub findings: Vec<Findings>,
    /// Whether there are findings to be saved.
    pub has_findings: bool,
    /// How the actuals can be taken in, the best way first: the id of its button, and its name.
    pub actions: Vec<(&'static str, &'static str)>,
}

impl ReportPanel {
    pub(super) fn new(outcome: &Outcome, plan: &Plan, language: Language, replaces: bool) -> Self {
        let words = language.words().importing();
        let report = &outcome.report;
        let rows: usize = report.files.iter().map(|file| file.rows).sum();
        let rows = exact_count(rows as f64);
        let made = outcome.made.as_ref();
        let headline = match made {
            None => filled(words.made_nothing, &[&rows]),
            Some(made) => {
                let phrase = if made.by_month.is_some() { words.made } else { words.made_months };
                let span = span(made.first, made.as_of, language);
                let counts = [unused(outcome), made.count].map(|count| exact_count(count as f64));
                filled(phrase, &[&rows, &counts[0], &span, &counts[1]])
            }
        };
        let saved = made.map_or(0, Made::saved_characters);
        let is_far = made.is_some_and(|made| made.actuals.len() > MAX_IN_FILE);
        let is_large = saved > MAX_SAVED;
        let mut notes = Vec::new();
        if is_large {
            let phrase = if is_far { words.far_too_large } else { words.too_large };
            let limit = if is_far { MAX_IN_FILE } else { MAX_SAVED };
            notes.push(filled(phrase, &[&size(saved, language), &size(limit, language)]));
        }
        if made.is_some_and(|made| made.by_month.is_some()) {
            notes.push(words.personal.to_owned());
        }
        if replaces && made.is_some() {
            notes.push(words.replaces.to_owned());
        }
        let [take, count, unsaved, _] = words.take;
        let mut actions = Vec::new();
        if is_large && made.is_some_and(|made| made.by_month.is_some()) {
            actions.push(("import-count", count));
        }
        if made.is_some() && !is_far {
            actions.push(("import-take", if is_large { unsaved } else { take }));
        }
        let findings = findings(report, plan, language);
        Self {
            headline,
            is_made: made.is_some(),
            notes,
            rows: row_table(report, language),
            lines: lines(report, language),
            has_findings: findings.iter().any(|(_, sentences, _)| !sentences.is_empty()),
            findings,
            actions,
        }
    }
}

/// Rows by what became of them, a column each file; buckets that no file has are left out.
fn row_table(report: &Report, language: Language) -> CountTable {
    let words = language.words().imports();
    let names = report.files.iter().map(|file| file.name.clone()).collect();
    let mut lines = Vec::new();
    for bucket in Bucket::ALL {
        if report.files.iter().any(|file| file.count(bucket) > 0) {
            let name = filled(words.buckets[bucket as usize], &[""]).trim().to_owned();
            let counts = report.files.iter().map(|file| exact_count(file.count(bucket) as f64));
            lines.push((name, counts.collect()));
        }
    }
    let all = report.files.iter().map(|file| exact_count(file.rows as f64));
    lines.push((language.words().importing().table[1].to_owned(), all.collect()));
    (names, lines)
}

/// What is counted beside the rows: the lines after those of the files.
fn lines(report: &Report, language: Language) -> Vec<String> {
    let of_files: usize = report.files.iter().map(|file| 1 + usize::from(file.broken.is_some())).sum();
    report_lines(report, language).into_iter().skip(of_files).collect()
}

fn findings(report: &Report, plan: &Plan, language: Language) -> Vec<Findings> {
    let words = language.words().importing();
    let issues: usize = report.issue_counts.iter().sum();
    let alone: usize = report.unjoined_counts.iter().sum();
    let first = |count: usize| 0..count.min(SHOWN);
    let issue = |place: usize| issue_sentence(&report.issues[place], report, plan, language);
    let conflict = |place: usize| conflict_sentence(&report.conflicts[place], report, plan, language);
    let unjoined = |place: usize| unjoined_sentence(report, place, language);
    let more = |count: usize| {
        let rest = count.saturating_sub(SHOWN);
        (rest > 0).then(|| filled(language.words().imports().more, &[&exact_count(rest as f64)]))
    };
    vec![
        (words.lists[0], first(report.issues.len()).map(issue).collect(), more(issues)),
        (words.lists[1], first(report.conflicts.len()).map(conflict).collect(), more(report.conflict_count)),
        (words.lists[2], first(report.unjoined.len()).map(unjoined).collect(), more(alone)),
    ]
}

fn unjoined_sentence(report: &Report, place: usize, language: Language) -> String {
    let words = language.words().importing();
    let one = report.unjoined[place];
    let name = report.files.get(one.file).map_or("", |file| file.name.as_str());
    filled(words.unjoined, &[name, &one.row.to_string(), words.alone[one.reason as usize]])
}

/// Everything that a report says, as a table in CSV.
pub(super) fn report_file(report: &Report, plan: &Plan, language: Language) -> String {
    let words = language.words().importing();
    let mut table = Table::default();
    table.texts(&words.download_columns).end_line();
    let name = |file: usize| report.files.get(file).map_or("", |file| file.name.as_str());
    for line in report_lines(report, language) {
        table.texts(&["", "", "", "", &line]).end_line();
    }
    for file in &report.files {
        if let Some(error) = &file.broken {
            let sentence = broken_sentence(&file.name, error, language);
            table.text(&file.name).number(error.row as f64).texts(&["", &error.value, &sentence]).end_line();
        }
    }
    for issue in &report.issues {
        let sentence = issue_sentence(issue, report, plan, language);
        table
            .text(name(issue.file))
            .number(issue.row as f64)
            .texts(&[&issue.column, &issue.value, &sentence])
            .end_line();
    }
    for conflict in &report.conflicts {
        let sentence = conflict_sentence(conflict, report, plan, language);
        let meaning = meaning_name(&conflict.meaning, plan, language);
        table
            .text(name(conflict.file))
            .number(conflict.row as f64)
            .texts(&[&meaning, &conflict.dropped, &sentence])
            .end_line();
    }
    for (place, one) in report.unjoined.iter().enumerate() {
        let sentence = unjoined_sentence(report, place, language);
        table.text(name(one.file)).number(one.row as f64).texts(&["", "", &sentence]).end_line();
    }
    table.into_text()
}
