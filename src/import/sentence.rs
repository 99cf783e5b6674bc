//! Errors and reports as sentences.

use gyakusan_engine::plan::Plan;

use super::meaning::Meaning;
use super::report::{Bucket, Conflict, Issue, Problem, Report};
use crate::share::csv::CsvError;
use crate::text::number::exact_count;
use crate::text::{Language, channel_name, filled, stage_names};

/// Channels that a line names; the others are counted.
const NAMED: usize = 20;

/// What a column's meaning is called.
pub fn meaning_name(meaning: &Meaning, plan: &Plan, language: Language) -> String {
    let stage = meaning.stage().map_or(String::new(), |id| {
        let stage = plan.stages.iter().find(|stage| stage.id == *id);
        stage.map_or(id.as_str().to_owned(), |stage| stage_names(stage, language).stage)
    });
    let place = meaning.place();
    filled(language.words().imports().meanings.get(place).copied().unwrap_or_default(), &[&stage])
}

/// What is wrong with a row: file, row, column, value, way out.
pub fn issue_sentence(issue: &Issue, report: &Report, plan: &Plan, language: Language) -> String {
    let words = language.words().imports();
    let channels = plan.channels.iter().map(|channel| channel_name(channel, language));
    let known = channels.collect::<Vec<_>>().join(words.comma);
    // These are about a stage, which the column names.
    let is_about_column = matches!(issue.problem, Problem::NoEntry | Problem::StageSkipped);
    let value = if is_about_column || issue.value.is_empty() { &issue.column } else { &issue.value };
    let phrase = words.problems.get(issue.problem as usize).copied().unwrap_or_default();
    let sentence = filled(phrase, &[value, &known]);
    let row = issue.row.to_string();
    let file = file_name(report, issue.file);
    if issue.column.is_empty() {
        filled(words.at_row, &[file, &row, &sentence])
    } else {
        filled(words.at_column, &[file, &row, &issue.column, &sentence])
    }
}

/// Why a file could not be read to its end: place, value, limit, way out.
pub fn broken_sentence(name: &str, error: &CsvError, language: Language) -> String {
    let words = language.words().imports();
    let (place, limit) = error.problem.parts();
    let sentence = filled(words.broken[place], &[&count(limit), &error.value]);
    filled(words.broken_at, &[name, &error.row.to_string(), &error.column.to_string(), &sentence])
}

/// Two values for one thing, and which of them stands.
pub fn conflict_sentence(conflict: &Conflict, report: &Report, plan: &Plan, language: Language) -> String {
    let file = file_name(report, conflict.file);
    let meaning = meaning_name(&conflict.meaning, plan, language);
    let row = conflict.row.to_string();
    filled(language.words().imports().conflict, &[file, &row, &meaning, &conflict.kept, &conflict.dropped])
}

/// What became of all rows, line by line: the files, what did not join, what differed, what was left out.
pub fn report_lines(report: &Report, language: Language) -> Vec<String> {
    let words = language.words().imports();
    let mut lines = Vec::new();
    for file in &report.files {
        let used = Bucket::ALL.iter().filter(|bucket| file.count(**bucket) > 0);
        let parts =
            used.map(|bucket| filled(words.buckets[*bucket as usize], &[&count(file.count(*bucket))]));
        let parts = parts.collect::<Vec<_>>().join(words.comma);
        lines.push(filled(words.rows, &[&file.name, &count(file.rows), &parts]));
        lines.extend(file.broken.as_ref().map(|error| broken_sentence(&file.name, error, language)));
    }
    let mut counted = |phrase: &str, number: usize| {
        if number > 0 {
            lines.push(filled(phrase, &[&count(number)]));
        }
    };
    for (phrase, number) in words.unjoined.iter().zip(report.unjoined_counts) {
        counted(phrase, number);
    }
    counted(words.conflicts, report.conflict_count);
    counted(words.later_days, report.later_days);
    counted(words.assumed_days, report.assumed_days);
    let channels = report.unknown_channels.iter().take(NAMED);
    let named: Vec<_> = channels.map(|(name, rows)| filled(words.named, &[name, &count(*rows)])).collect();
    if !named.is_empty() {
        lines.push(filled(words.unknown_channels, &[&named.join(words.comma)]));
    }
    if let Some(more) = report.unknown_channels.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(filled(words.more, &[&count(more)]));
    }
    lines
}

fn file_name(report: &Report, file: usize) -> &str {
    report.files.get(file).map_or("", |file| file.name.as_str())
}

fn count(number: usize) -> String {
    exact_count(number as f64)
}
