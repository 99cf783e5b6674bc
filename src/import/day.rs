//! Days and months as tables have them, in Japanese and international forms.

use gyakusan_engine::actuals::Date;
use gyakusan_engine::plan::{Month, Period};

use super::plain::lowered;

/// Which number comes first where the year comes last, as in 4/3/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// 4/3/2026 is the third of April.
    MonthFirst,
    /// 4/3/2026 is the fourth of March.
    DayFirst,
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayError {
    /// It has no form of a day, or no calendar has that day.
    NoDay,
    /// It is one of two days, which only the order of the numbers decides.
    Ambiguous,
}

/// Eras and the year before their first.
const ERAS: [(&str, u16); 4] = [("令和", 2018), ("平成", 1988), ("r", 2018), ("h", 1988)];

/// What spreadsheets call 2000-01-01 where a day has lost its format.
const SERIAL_OF_2000: u32 = 36_526;

/// Reads a day; a time after it is passed over, and the day stands as it is written in whatever zone.
///
/// ```
/// use gyakusan::import::{DayError, DayOrder, read_day};
///
/// for text in ["2026/4/3", "2026-04-03", "2026年4月3日(金)", "令和８年４月３日", "R8.4.3", "20260403", "2026-04-03T23:59:00+09:00"] {
///     assert_eq!(read_day(text, None).map(|day| day.to_string()).as_deref(), Ok("2026-04-03"), "{text}");
/// }
/// assert_eq!(read_day("4/3/2026", None), Err(DayError::Ambiguous));
/// assert_eq!(read_day("4/13/2026", None), read_day("13/4/2026", None));
/// assert_eq!(read_day("4/3/2026", Some(DayOrder::DayFirst)), read_day("2026-03-04", None));
/// assert_eq!(read_day("2026/2/29", None), Err(DayError::NoDay));
/// ```
///
/// # Errors
/// See [`DayError`]. Years of two digits without an era are no days.
pub fn read_day(text: &str, order: Option<DayOrder>) -> Result<Date, DayError> {
    let text = lowered(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(&text).ok_or(DayError::NoDay);
    }
    let parts = parts(&text).filter(|parts| parts.is_whole).ok_or(DayError::NoDay)?;
    let [first, middle, last] = parts.numbers;
    if parts.year_first {
        return day(first, middle, last).ok_or(DayError::NoDay);
    }
    let month_first = day(last, first, middle);
    let day_first = day(last, middle, first);
    match (order, month_first, day_first) {
        (Some(DayOrder::MonthFirst), found, _) | (Some(DayOrder::DayFirst), _, found) => {
            found.ok_or(DayError::NoDay)
        }
        (None, Some(one), Some(other)) if one != other => Err(DayError::Ambiguous),
        (None, one, other) => one.or(other).ok_or(DayError::NoDay),
    }
}

/// Reads a month: 2026-04, 2026年4月, 令和8年4月, 202604, 4/2026, any day of it, and 4月 alone where the period has one.
///
/// ```
/// use gyakusan::import::read_month;
/// use gyakusan_engine::plan::{Month, Period};
///
/// let period = Period { start: Month::new(2026, 4).expect("a month"), months: 12 };
/// for text in ["2026-05", "2026/5", "２０２６年５月", "R8/5", "202605", "5/2026", "2026/05/01", "5月"] {
///     assert_eq!(read_month(text, None, period), Month::new(2026, 5), "{text}");
/// }
/// ```
pub fn read_month(text: &str, order: Option<DayOrder>, period: Period) -> Option<Month> {
    let text = lowered(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            6 => Month::new(text[..4].parse().ok()?, text[4..].parse().ok()?),
            _ => digits(&text).map(Date::month),
        };
    }
    if let Some(number) = text.strip_suffix('月').and_then(|number| number.parse::<u8>().ok()) {
        let mut found = period.iter().filter(|month| month.month() == number);
        return found.next().filter(|_| found.next().is_none());
    }
    let parts = parts(&text)?;
    if parts.is_whole {
        return read_day(&text, order).ok().map(Date::month);
    }
    let [first, second, _] = parts.numbers;
    let (year, month) = if parts.year_first { (first, second) } else { (second, first) };
    Month::new(year, u8::try_from(month).ok()?)
}

/// Eight digits of a day, or five of a spreadsheet's count of days.
fn digits(text: &str) -> Option<Date> {
    let number: u32 = text.parse().ok()?;
    match text.len() {
        8 => day((number / 10_000) as u16, (number / 100 % 100) as u16, (number % 100) as u16),
        5 | 6 => numbered(number.checked_sub(SERIAL_OF_2000)?),
        _ => None,
    }
}

/// The day so many days after 2000-01-01.
fn numbered(mut days: u32) -> Option<Date> {
    for year in 2000..=2199 {
        for month in (1..=12).filter_map(|month| Month::new(year, month)) {
            let length = u32::from(month.days());
            if days < length {
                return Date::new(month, days as u8 + 1);
            }
            days -= length;
        }
    }
    None
}

fn day(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(Month::new(year, u8::try_from(month).ok()?)?, u8::try_from(day).ok()?)
}

/// The numbers of a day or month as they are written.
struct Parts {
    numbers: [u16; 3],
    /// Whether all three are there.
    is_whole: bool,
    /// Whether the first is a year, else the last.
    year_first: bool,
}

fn parts(text: &str) -> Option<Parts> {
    let era = ERAS.iter().find_map(|(name, before)| Some((text.strip_prefix(name)?, *before)));
    let (rest, before) = era.unwrap_or((text, 0));
    let (first, first_length, rest) = number(rest, era.is_some())?;
    let separator = rest.chars().next().filter(|found| matches!(found, '/' | '-' | '.' | '年'))?;
    let (second, second_length, rest) = number(&rest[separator.len_utf8()..], false)?;
    let year_first = era.is_some() || first_length == 4;
    let next = if separator == '年' { '月' } else { separator };
    let has_third = rest.strip_prefix(next).map(str::trim_start).filter(|rest| !rest.is_empty());
    let Some(rest) = has_third else {
        let fits = if year_first { second_length <= 2 } else { first_length <= 2 && second_length == 4 };
        let is_ended = if next == '月' { rest == "月" } else { rest.is_empty() };
        let numbers = [first + before, second, 0];
        return (fits && is_ended).then_some(Parts { numbers, is_whole: false, year_first });
    };
    let (third, third_length, rest) = number(rest, false)?;
    let rest = if separator == '年' { rest.strip_prefix('日')? } else { rest };
    let fits = second_length <= 2
        && if year_first {
            third_length <= 2
        } else {
            first_length <= 2 && third_length == 4 && separator != '年'
        };
    let numbers = [first + before, second, third];
    (fits && is_time(rest)).then_some(Parts { numbers, is_whole: true, year_first })
}

/// A number of up to four digits at the start, its length, and what follows it.
fn number(text: &str, of_era: bool) -> Option<(u16, usize, &str)> {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix('元').filter(|_| of_era) {
        return Some((1, 1, rest));
    }
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..length].parse().ok().filter(|_| length <= 4)?;
    Some((number, length, text[length..].trim_start_matches(' ')))
}

/// Whether nothing but a time of day or a day of the week follows a day.
fn is_time(rest: &str) -> bool {
    rest.chars().all(|character| {
        character.is_ascii_digit() || " :.+-tzapm時分秒午前後()月火水木金土日曜".contains(character)
    })
}
