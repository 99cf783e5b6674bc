//! Months: a calendar month and the period of a plan.

use serde::{Serialize, Serializer};

/// A calendar month from 2000-01 to 2199-12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The form of a month, for error messages.
    pub const FORM: &str = "YYYY-MM from 2000-01 to 2199-12";

    /// Takes a year and a month of 1 to 12; `None` outside 2000-01 to 2199-12.
    pub fn new(year: u16, month: u8) -> Option<Self> {
        ((2000..=2199).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Reads `YYYY-MM`; `None` for any other form and outside 2000-01 to 2199-12.
    ///
    /// ```
    /// use gyakusan_engine::plan::Month;
    /// assert_eq!(Month::parse("2026-04"), Month::new(2026, 4));
    /// assert_eq!(Month::parse("2026-13"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month of the year, 1 for January.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The number of its days, 28 to 31.
    ///
    /// ```
    /// use gyakusan_engine::plan::Month;
    /// let days = |text| Month::parse(text).map(Month::days);
    /// assert_eq!([days("2026-02"), days("2028-02"), days("2100-02"), days("2026-04")], [Some(28), Some(29), Some(28), Some(30)]);
    /// ```
    pub fn days(self) -> u8 {
        let every = |years| self.year.is_multiple_of(years);
        let leap_year = every(4) && (!every(100) || every(400));
        match self.month {
            2 if leap_year => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The month `count` months later; the year may pass 2199, since a period may start in its December.
    #[must_use]
    pub fn plus(self, count: usize) -> Self {
        let since_year = usize::from(self.month) - 1 + count;
        Self { year: self.year + (since_year / 12) as u16, month: (since_year % 12) as u8 + 1 }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The months that count towards the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first month.
    pub start: Month,
    /// How many months, 1 to 60.
    pub months: u8,
}

impl Period {
    /// The largest number of months in a period.
    pub const MAX_MONTHS: u8 = 60;

    /// The months in order.
    ///
    /// ```
    /// use gyakusan_engine::plan::{Month, Period};
    /// let period = Period { start: Month::new(2026, 12).expect("a month"), months: 2 };
    /// assert_eq!(period.iter().map(|m| m.to_string()).collect::<Vec<_>>(), ["2026-12", "2027-01"]);
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Month> {
        (0..usize::from(self.months)).map(move |t| self.start.plus(t))
    }

    /// The last month.
    pub fn last(self) -> Month {
        self.start.plus(usize::from(self.months).saturating_sub(1))
    }
}
