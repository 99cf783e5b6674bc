//! The menus of saved plans and of the link.

use gyakusan_engine::actuals::Date;

use crate::session::{Session, ShelfPress};
use crate::shelf::{Entry, RecordError, StoreError};
use crate::text::number::{Currency, money};
use crate::text::{filled, plan_name_of};

/// The menu of saved plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryPanel {
    /// Each saved plan.
    pub rows: Vec<LibraryRow>,
    /// What is said where there is none.
    pub empty: Option<&'static str>,
    /// Why nothing is saved, and the way out.
    pub trouble: Option<&'static str>,
}

/// A saved plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryRow {
    /// Its name.
    pub name: String,
    /// Target and time, or that it is open.
    pub note: String,
    /// Whether it is the plan that is shown.
    pub is_current: bool,
    /// What can be done with it, each with its name; the first is opening it.
    pub presses: Vec<(ShelfPress, String)>,
}

impl Session {
    /// The menu of saved plans.
    pub fn library_panel(&self) -> LibraryPanel {
        let words = self.language.words().library();
        let library = &self.screen.library;
        let trouble = library.trouble.map(|trouble| match trouble {
            StoreError::Blocked => words.blocked,
            StoreError::Full => words.full,
        });
        LibraryPanel {
            rows: library.entries.iter().enumerate().map(|(place, entry)| row(self, place, entry)).collect(),
            empty: (library.entries.is_empty() && trouble.is_none()).then_some(words.empty),
            trouble,
        }
    }
}

fn row(session: &Session, place: usize, entry: &Entry) -> LibraryRow {
    let language = session.language;
    let words = language.words().library();
    let is_current = session.screen.library.current.as_deref() == Some(entry.id.as_str());
    match &entry.content {
        Ok(plan) => {
            let name = plan_name_of(&plan.name, language);
            let name = if name.is_empty() { language.words().settings().no_plan_name } else { name };
            let currency = Currency::from_code(&plan.currency).unwrap_or(Currency::JPY);
            let target = money(plan.target, currency, language).to_string();
            let [month, day, hour, minute] = local(plan.saved_at, session.screen.library.minutes_ahead);
            let note = filled(
                words.note,
                &[&target, &month.to_string(), &day.to_string(), &hour.to_string(), &two_digits(minute)],
            );
            let presses = [
                (ShelfPress::Open(place), words.open),
                (ShelfPress::Duplicate(place), words.duplicate),
                (ShelfPress::Remove(place), words.remove),
            ];
            LibraryRow {
                presses: presses.map(|(press, phrase)| (press, filled(phrase, &[name]))).to_vec(),
                name: name.to_owned(),
                note: if is_current { words.open_now.to_owned() } else { note },
                is_current,
            }
        }
        Err(error) => {
            let name = match error {
                RecordError::Newer => words.newer,
                RecordError::Damaged => words.damaged,
            };
            LibraryRow {
                name: name.to_owned(),
                note: String::new(),
                is_current,
                presses: vec![
                    (ShelfPress::Download(place), words.download.to_owned()),
                    (ShelfPress::Remove(place), filled(words.remove, &[name])),
                ],
            }
        }
    }
}

fn two_digits(number: u32) -> String {
    if number < 10 { format!("0{number}") } else { number.to_string() }
}

/// Month, day, hour and minute of a moment in milliseconds since 1970, so many minutes ahead of UTC; nothing but zeros for one
/// in no year from 2000 to 2199, in which no page was.
fn local(milliseconds: f64, minutes_ahead: i32) -> [u32; 4] {
    let minutes = (milliseconds / 60_000.0).floor() as i64 + i64::from(minutes_ahead) - MINUTES_TO_2000;
    let date = u32::try_from(minutes.div_euclid(1440)).ok().and_then(Date::from_number);
    let minute_of_day = minutes.rem_euclid(1440) as u32;
    date.map_or([0; 4], |date| {
        [date.month().month().into(), date.day().into(), minute_of_day / 60, minute_of_day % 60]
    })
}

/// Minutes from the start of 1970 to that of 2000.
const MINUTES_TO_2000: i64 = 10_957 * 1440;

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn moments_have_the_dates_of_calendars() {
        // `date -u -d @S` and `TZ=Asia/Tokyo date -d @S` say so.
        for (seconds, utc, tokyo) in [
            (946_684_800.0, [1, 1, 0, 0], [1, 1, 9, 0]),
            (951_782_340.0, [2, 28, 23, 59], [2, 29, 8, 59]),
            (951_782_400.0, [2, 29, 0, 0], [2, 29, 9, 0]),
            (1_795_276_800.0, [11, 21, 16, 0], [11, 22, 1, 0]),
            (1_798_761_599.0, [12, 31, 23, 59], [1, 1, 8, 59]),
        ] {
            assert_eq!([local(seconds * 1000.0, 0), local(seconds * 1000.0, 540)], [utc, tokyo], "{seconds}");
        }
        assert_eq!(local(1_798_761_599_000.0, -300), [12, 31, 18, 59]);
        assert_eq!(local(0.0, 0), [0; 4]);
    }
}
