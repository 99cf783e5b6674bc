//! What is chosen on the import screens: lists, and boxes.

use gyakusan_engine::plan::Plan;

use super::month_name;
use crate::import::{DayOrder, Meaning, Preview, Shape};
use crate::session::import::Chosen;
use crate::session::import::entry::SEPARATORS;
use crate::session::import::order::ENCODINGS;
use crate::share::csv::Encoding;
use crate::text::{Language, channel_name, filled};

/// A list to choose from, or a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicePanel {
    /// Its name, which [`Importing::enter`](crate::session::import::Importing::enter) knows.
    pub name: String,
    /// What is chosen.
    pub label: String,
    /// Values and what they are called.
    pub options: Vec<[String; 2]>,
    /// The value that stands.
    pub value: String,
}

fn choice(
    what: &str,
    place: usize,
    label: &str,
    options: Vec<[String; 2]>,
    value: impl Into<String>,
) -> ChoicePanel {
    let name = [what, "-", &place.to_string()].concat();
    ChoicePanel { name, label: label.to_owned(), options, value: value.into() }
}

pub(super) fn shape_choice(place: usize, preview: &Preview, language: Language) -> ChoicePanel {
    let shapes = language.words().imports().shapes;
    let options = ["months", "prospects"].iter().zip(shapes);
    let options = options.map(|(value, name)| [(*value).to_owned(), name.to_owned()]).collect();
    let value = if preview.mapping.shape == Shape::Months { "months" } else { "prospects" };
    choice("shape", place, language.words().importing().labels[0], options, value)
}

pub(super) fn encoding_choice(place: usize, file: &Chosen, language: Language) -> ChoicePanel {
    let words = language.words().importing();
    let number = |encoding: Encoding| ENCODINGS.iter().position(|each| *each == encoding).unwrap_or(0);
    let found = file.preview.as_ref().and_then(|preview| preview.encoding).unwrap_or(Encoding::Utf8);
    let found =
        if file.layout.encoding.is_some() { String::new() } else { words.encodings[number(found)].into() };
    let mut options = vec![[String::new(), automatic(words.encodings[4], &found)]];
    options.extend((0..4).map(|number| [number.to_string(), words.encodings[number].to_owned()]));
    let value = file.layout.encoding.map(|encoding| number(encoding).to_string());
    choice("encoding", place, words.labels[1], options, value.unwrap_or_default())
}

pub(super) fn separator_choice(place: usize, file: &Chosen, language: Language) -> ChoicePanel {
    let words = language.words().importing();
    let number = |separator: u8| SEPARATORS.iter().position(|each| *each == separator);
    let found = file.preview.as_ref().and_then(|preview| number(preview.separator?));
    let found = found.filter(|_| file.layout.separator.is_none()).map_or("", |found| words.separators[found]);
    let mut options = vec![[String::new(), automatic(words.separators[3], found)]];
    options.extend((0..3).map(|number| [number.to_string(), words.separators[number].to_owned()]));
    let value = file.layout.separator.and_then(number).map(|number| number.to_string());
    choice("separator", place, words.labels[2], options, value.unwrap_or_default())
}

/// What is found out, and what that is where it is known.
fn automatic(phrase: &str, found: &str) -> String {
    if found.is_empty() {
        phrase.split(['（', '(']).next().unwrap_or_default().trim().to_owned()
    } else {
        filled(phrase, &[found])
    }
}

/// The order of days.
pub(super) fn day_choice(place: usize, preview: &Preview, language: Language) -> ChoicePanel {
    let words = language.words().importing();
    let options = ["", "month", "day"].iter().zip(words.orders);
    let options = options.map(|(value, name)| [(*value).to_owned(), name.to_owned()]).collect();
    let value = match preview.mapping.day_order {
        None => "",
        Some(DayOrder::MonthFirst) => "month",
        Some(DayOrder::DayFirst) => "day",
    };
    choice("days", place, words.labels[3], options, value)
}

/// The channel of all rows, where no column says it.
pub(super) fn one_channel_choice(
    place: usize,
    preview: &Preview,
    plan: &Plan,
    language: Language,
) -> Option<ChoicePanel> {
    let words = language.words().importing();
    if preview.mapping.place(&Meaning::Channel).is_some() {
        return None;
    }
    let options = channels(plan, words.no_channel, language);
    let value = preview.mapping.one_channel.as_ref().map(|id| id.as_str().to_owned());
    Some(choice("one", place, words.labels[4], options, value.unwrap_or_default()))
}

pub(super) fn channels(plan: &Plan, none: &str, language: Language) -> Vec<[String; 2]> {
    let mut options = vec![[String::new(), none.to_owned()]];
    options.extend(
        plan.channels
            .iter()
            .map(|channel| [channel.id.as_str().to_owned(), channel_name(channel, language).to_owned()]),
    );
    options
}

pub(super) fn months(plan: &Plan, language: Language) -> Vec<[String; 2]> {
    let words = language.words().importing();
    let mut options = vec![[String::new(), words.as_of[1].to_owned()]];
    options.extend(plan.period.iter().map(|month| [month.to_string(), month_name(month, language)]));
    options
}
