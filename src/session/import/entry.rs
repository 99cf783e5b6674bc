//! What the user says of the files: each list of the screen has a name, which says what it is about.

use gyakusan_engine::plan::{Id, Month};

use super::order::ENCODINGS;
use super::{Importing, Reading};
use crate::import::{Confidence, DayOrder, Meaning, Shape};

/// Separators by the numbers that stand for them.
pub(super) const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

impl Importing {
    /// Takes in what was chosen from the list of this name. Whether anything changed.
    pub fn enter(&mut self, name: &str, value: &str) -> bool {
        let mut parts = name.split('-');
        let what = parts.next().unwrap_or_default();
        let mut place = || parts.next().and_then(|number| number.parse::<usize>().ok());
        let (first, second) = (place().unwrap_or(0), place());
        let is_known = match what {
            "asof" => {
                self.as_of = Month::parse(value);
                true
            }
            "skipped" => {
                self.assumes_skipped = value == "true";
                true
            }
            "stranger" => self.assign(first, value),
            "encoding" | "separator" | "shape" => self.look_again(what, first, value),
            _ => self.map(what, first, second, value),
        };
        if is_known {
            self.edition += 1;
            self.reading = Reading::Waiting;
        }
        is_known
    }

    fn assign(&mut self, place: usize, value: &str) -> bool {
        let Some((_, _, channel)) = self.strangers.get_mut(place) else { return false };
        *channel = Id::new(value);
        true
    }

    /// What changes how the whole file is taken.
    fn look_again(&mut self, what: &str, place: usize, value: &str) -> bool {
        let Some(file) = self.files.get_mut(place) else { return false };
        let number = value.parse::<usize>().ok();
        match what {
            "encoding" => file.layout.encoding = number.and_then(|number| ENCODINGS.get(number).copied()),
            "separator" => file.layout.separator = number.and_then(|number| SEPARATORS.get(number).copied()),
            _ => file.shape = Some(if value == "months" { Shape::Months } else { Shape::Prospects }),
        }
        file.wants_look = true;
        true
    }

    /// What changes how its columns are taken.
    fn map(&mut self, what: &str, place: usize, column: Option<usize>, value: &str) -> bool {
        let file = self.files.get_mut(place);
        let Some(preview) = file.and_then(|file| file.preview.as_mut()) else { return false };
        let mapping = &mut preview.mapping;
        match (what, column) {
            ("meaning", Some(column)) => {
                let Some(meaning) = Meaning::from_key(value) else { return false };
                if meaning == Meaning::Ignored {
                    // Several columns may be ignored.
                    let Some(column) = mapping.columns.get_mut(column) else { return false };
                    column.meaning = meaning;
                    column.confidence = Confidence::Chosen;
                } else {
                    mapping.choose(column, meaning);
                }
            }
            ("days", _) => {
                mapping.day_order = match value {
                    "month" => Some(DayOrder::MonthFirst),
                    "day" => Some(DayOrder::DayFirst),
                    _ => None,
                };
            }
            ("one", _) => mapping.one_channel = Id::new(value),
            _ => return false,
        }
        true
    }
}
