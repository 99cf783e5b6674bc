//! A look at the agreement in files and links: every fault with its place.

use gyakusan_engine::json::Value;
use gyakusan_engine::plan::{Id, Month, Node, Object, Problem};

use crate::document::agreed::{
    CHECKS, Column, GOAL, Kind, MAX_KEPT, MAX_LINE, MAX_MONTHS, MAX_NUMBER, MAX_TEXT, OWNERS, RECORDS, Rows,
    Section,
};

/// The form of a day, for error messages.
pub(super) const DAY: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

/// Reports every fault of the agreement whose fields stand in this workbook, and fields that none has.
pub(super) fn look(node: &Node<'_>, object: &Object<'_>) {
    let Value::Object(fields) = node.value() else { return };
    for (key, _) in fields {
        let is_known = super::workbook::FIELDS.contains(&key.as_str())
            || RECORDS.iter().any(|(known, ..)| known == key)
            || Section::ALL.iter().any(|section| first_key(*section) == key);
        if !is_known {
            object.report(key, Problem::Unknown);
        }
    }
    if let Some(scoring) = node.field("scoring") {
        scoring.object(&["threshold", "items"], &[]);
    }
    for (key, most, columns) in RECORDS {
        if let Some(found) = node.field(key) {
            found.list(0..=most).iter().for_each(|row| look_at_row(row, columns));
        }
    }
    for section in Section::ALL {
        if let Some(found) = section.keys().iter().try_fold(node.clone(), |node, key| node.field(key)) {
            look_at(&found, section);
        }
    }
}

/// The key of a section among the fields of a workbook.
fn first_key(section: Section) -> &'static str {
    section.keys().first().copied().unwrap_or(section.columns()[0].key)
}

fn look_at(node: &Node<'_>, section: Section) {
    let known = |known: &dyn Fn(&str) -> bool| {
        if let Value::Object(fields) = node.value()
            && fields.len() > MAX_KEPT.max(CHECKS.len())
        {
            return node.report(Problem::WrongCount { found: fields.len(), min: 0, max: MAX_KEPT });
        }
        for (key, row) in node.map() {
            if known(key) { look_at_row(&row, section.columns()) } else { row.report(Problem::Unknown) }
        }
    };
    match section.rows() {
        // Of these two a column stands where other fields do.
        Rows::One if matches!(section, Section::Threshold | Section::Notes) => {
            let column = &section.columns()[0];
            if let Some(cell) = node.field(column.key) {
                look_at_cell(&cell, column);
            }
        }
        Rows::One => look_at_row(node, section.columns()),
        Rows::Stages => known(&|key| Id::new(key).is_some()),
        Rows::GoalAndStages => known(&|key| key == GOAL || Id::new(key).is_some()),
        Rows::Owners => known(&|key| OWNERS.contains(&key)),
        Rows::Checks => known(&|key| CHECKS.iter().any(|check| check.key == key)),
        Rows::List(most) => node.list(0..=most).iter().for_each(|row| look_at_row(row, section.columns())),
    }
}

fn look_at_row(row: &Node<'_>, columns: &[Column]) {
    if columns[0].key.is_empty() {
        return look_at_cell(row, &columns[0]);
    }
    let keys: Vec<_> = columns.iter().map(|column| column.key).collect();
    let Some(object) = row.object(&keys, &[]) else { return };
    for column in columns {
        if let Some(cell) = object.optional(column.key) {
            look_at_cell(&cell, column);
        }
    }
}

fn look_at_cell(cell: &Node<'_>, column: &Column) {
    match column.kind {
        Kind::Line => look_at_text(cell, MAX_LINE),
        Kind::Text => look_at_text(cell, MAX_TEXT),
        Kind::Number { min, max, whole } => look_at_number(cell, min, max, whole),
        Kind::Months => {
            for month in cell.list(0..=MAX_MONTHS) {
                if *month.value() != Value::Null {
                    look_at_number(&month, -MAX_NUMBER, MAX_NUMBER, false);
                }
            }
        }
        Kind::Tick => _ = cell.boolean(),
        Kind::Choice(names) => {
            cell.form(form_of(names), |text| names.contains(&text).then_some(()));
        }
        Kind::Stage => {
            cell.form(Id::FORM, |text| Id::new(text).map(|_| ()));
        }
        Kind::Month => {
            cell.form(Month::FORM, Month::parse);
        }
        Kind::Day => {
            cell.form(DAY, |text| is_day(text).then_some(()));
        }
    }
}

/// The names of a choice, for error messages.
fn form_of(names: &[&str]) -> &'static str {
    match names[0] {
        "up" => "up, down",
        "behaviour" => "behaviour, attribute",
        _ => "marketing, inside_sales, sales, customer_success",
    }
}

fn look_at_text(cell: &Node<'_>, max: usize) {
    let found = cell.text().chars().count();
    if found > max {
        cell.report(Problem::TooLong { found, max });
    }
}

fn look_at_number(cell: &Node<'_>, min: f64, max: f64, whole: bool) {
    let Value::Number(found) = *cell.value() else {
        // What it is instead is said by who reads numbers.
        cell.whole(0..=0);
        return;
    };
    if !(min..=max).contains(&found) {
        cell.report(Problem::OutOfRange { found, min, max });
    } else if whole && found.fract() != 0.0 {
        cell.report(Problem::NotWhole { found });
    }
}

/// Whether a text has the form of a day; that the calendar has it no file need prove.
fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}
