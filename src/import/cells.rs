//! A row's cells as values.

use gyakusan_engine::actuals::Date;
use gyakusan_engine::plan::{Money, Month};

use super::day::{DayError, read_day, read_month};
use super::guess::Names;
use super::mapping::Mapping;
use super::meaning::Meaning;
use super::plain::{email_key, narrow, yes};
use super::report::Problem;
use crate::share::csv::Row;
use crate::text::number::{Currency, Kind, read_number};

/// The largest number of characters of a text that the actuals keep.
const MAX_CHARACTERS: usize = 254;

/// The largest count of people, as in the actuals.
const MAX_COUNT: f64 = 1e9;

/// Units that a heading may state for its column: 「売上（万円）」.
const UNITS: [&str; 4] = ["百万円", "千円", "万円", "億円"];

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Day(Date),
    Month(Month),
    Number(f64),
    Channel(usize),
}

/// A column with something wrong in it, by place.
pub(super) type Fault = (usize, Problem);

/// The cells of a row that say something, with the places of their columns, and what is wrong with others.
pub(super) fn cells(row: &Row, mapping: &Mapping, names: &Names) -> (Vec<(usize, Cell)>, Vec<Fault>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (place, column) in mapping.columns.iter().enumerate() {
        let text = row.cell(place).trim();
        if text.is_empty() || column.meaning == Meaning::Ignored {
            continue;
        }
        let day = |text| {
            read_day(text, mapping.day_order).map_err(|error| match error {
                DayError::NoDay => Problem::NoDay,
                DayError::Ambiguous => Problem::AmbiguousDay,
            })
        };
        let cell = match &column.meaning {
            Meaning::Ignored => continue,
            Meaning::Email => {
                let key = email_key(text);
                if key.is_none() {
                    faults.push((place, Problem::NoEmail));
                }
                Ok(Cell::Text(key.unwrap_or_else(|| text.to_owned())))
            }
            Meaning::Id => Ok(Cell::Text(narrow(text))),
            Meaning::Company | Meaning::LostReason => Ok(Cell::Text(text.to_owned())),
            Meaning::Channel => names.channel(text).map(Cell::Channel).ok_or(Problem::UnknownChannel),
            Meaning::Entered(_) | Meaning::LostOn => day(text).map(Cell::Day),
            Meaning::Month => {
                read_month(text, mapping.day_order, names.period).map(Cell::Month).ok_or(Problem::NoMonth)
            }
            Meaning::Amount | Meaning::Revenue | Meaning::Spend => {
                amount(text, &column.heading, names.currency).map(Cell::Number).ok_or(Problem::NoAmount)
            }
            Meaning::Count(_) | Meaning::Losses(_) => count(text).map(Cell::Number).ok_or(Problem::NoCount),
            Meaning::Score => score(text).map(Cell::Number).ok_or(Problem::NoScore),
        };
        match cell {
            Ok(cell) => found.push((place, shortened(cell, place, &mut faults))),
            Err(problem) => faults.push((place, problem)),
        }
    }
    (found, faults)
}

fn shortened(cell: Cell, place: usize, faults: &mut Vec<Fault>) -> Cell {
    match cell {
        Cell::Text(text) if text.chars().nth(MAX_CHARACTERS).is_some() => {
            faults.push((place, Problem::Shortened));
            Cell::Text(text.chars().take(MAX_CHARACTERS).collect())
        }
        cell => cell,
    }
}

/// An amount; a bare number is in the unit that the heading states.
fn amount(text: &str, heading: &str, currency: Option<Currency>) -> Option<f64> {
    let kind = Kind::Money(currency?);
    let text = narrow(text);
    let unit = UNITS.iter().find(|unit| heading.contains(**unit));
    let is_bare = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.');
    let value = match unit.filter(|_| is_bare) {
        Some(unit) => read_number(&[text.as_str(), unit].concat(), kind),
        None => read_number(&text, kind),
    };
    value.ok().and_then(|value| Money::new(value).ok()).map(Money::get)
}

fn count(text: &str) -> Option<f64> {
    let value = read_number(text, Kind::Count).ok()?;
    ((0.0..=MAX_COUNT).contains(&value) && value.fract() <= 0.0).then_some(value)
}

fn score(text: &str) -> Option<f64> {
    let is_yes = || yes(text).map(|is_yes| f64::from(u8::from(is_yes)));
    read_number(text, Kind::Count).ok().or_else(is_yes)
}
