//! Calendar days, as dated prospects have them.

use crate::plan::Month;

/// Days in an average month, 365.25 ÷ 12: what turns days into the months that delays are measured in.
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// A calendar day from 2000-01-01 to 2199-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    month: Month,
    day: u8,
}

impl Date {
    /// The form of a day, for error messages.
    pub const FORM: &str = "YYYY-MM-DD from 2000-01-01 to 2199-12-31";

    /// Takes a day of a month, from 1; `None` beyond the month's last.
    pub fn new(month: Month, day: u8) -> Option<Self> {
        (1..=month.days()).contains(&day).then_some(Self { month, day })
    }

    /// Reads `YYYY-MM-DD`; `None` for any other form and for a day that no calendar has.
    ///
    /// ```
    /// use gyakusan_engine::actuals::Date;
    /// assert_eq!(Date::parse("2028-02-29").map(|date| date.to_string()).as_deref(), Some("2028-02-29"));
    /// assert_eq!([Date::parse("2026-02-29"), Date::parse("2026-4-1")], [None, None]);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_at_checked(7)?;
        let day = day.strip_prefix('-').filter(|day| day.len() == 2)?;
        let digits = day.bytes().all(|byte| byte.is_ascii_digit());
        Self::new(Month::parse(month)?, day.parse().ok().filter(|_| digits)?)
    }

    /// The month it lies in.
    pub const fn month(self) -> Month {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 2000-01-01.
    ///
    /// ```
    /// use gyakusan_engine::actuals::Date;
    /// let number = |text| Date::parse(text).map(Date::number);
    /// assert_eq!([number("2000-01-01"), number("2001-01-01"), number("2026-11-21")], [Some(0), Some(366), Some(9821)]);
    /// ```
    pub fn number(self) -> u32 {
        days_before_month(self.month) + u32::from(self.day) - 1
    }

    /// The day with this number; `None` after 2199-12-31.
    ///
    /// ```
    /// use gyakusan_engine::actuals::Date;
    /// assert_eq!(Date::from_number(9821).map(|date| date.to_string()).as_deref(), Some("2026-11-21"));
    /// assert_eq!(Date::from_number(73_049), None);
    /// ```
    pub fn from_number(number: u32) -> Option<Self> {
        // A month has 31 days at most, so the right one is this one or close behind.
        let months = number / 31;
        let mut month = Month::new(u16::try_from(2000 + months / 12).ok()?, (months % 12) as u8 + 1)?;
        let mut day = number - days_before_month(month);
        while day >= u32::from(month.days()) {
            day -= u32::from(month.days());
            let is_last = month.month() == 12;
            let (year, next) =
                if is_last { (month.year() + 1, 1) } else { (month.year(), month.month() + 1) };
            month = Month::new(year, next)?;
        }
        Self::new(month, day as u8 + 1)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.month, self.day)
    }
}

/// Days from 2000-01-01 to the first of a month.
pub(super) fn days_before_month(month: Month) -> u32 {
    let years = u32::from(month.year()) - 2000;
    // Every fourth year has a 366th day, but of the hundredth ones only every fourth; 2000 itself has it.
    let leap_days = years.div_ceil(4) - years.saturating_sub(1) / 100 + years.saturating_sub(1) / 400;
    let months = (1..month.month()).filter_map(|number| Month::new(month.year(), number));
    365 * years + leap_days + months.map(|month| u32::from(month.days())).sum::<u32>()
}

/// How many months lie from the start of one month to that of a later one; below 0 for an earlier one.
pub(super) fn months_between(from: Month, to: Month) -> i32 {
    let place = |month: Month| 12 * i32::from(month.year()) + i32::from(month.month());
    place(to) - place(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_each_other_over_two_centuries() {
        let mut month = Month::new(2000, 1).expect("a month");
        let mut days = 0;
        while month.year() <= 2199 {
            assert_eq!(days_before_month(month), days, "{month}");
            for day in 1..=month.days() {
                let date = Date::new(month, day).expect("a day");
                assert_eq!(Date::from_number(date.number()), Some(date));
            }
            days += u32::from(month.days());
            month = month.plus(1);
        }
    }
}
