//! Where and when it was measured: the processor's name and the day.

use crate::process;
use std::{
    fs,
    time::{SystemTime, UNIX_EPOCH},
};

const SECONDS_OF_A_DAY: u64 = 86_400;

/// What stands above the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Machine {
    /// As the system names it.
    pub(crate) processor: String,
    /// In the form 2026-04-01, at Greenwich.
    pub(crate) date: String,
}

impl Machine {
    /// This machine, today.
    pub(crate) fn this() -> Self {
        let named = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| model_name(&text));
        let processor = named.or_else(|| {
            let mut ask = process::program("sysctl");
            process::output(ask.args(["-n", "machdep.cpu.brand_string"])).map(|name| name.trim().to_owned())
        });
        let processor = processor.unwrap_or_else(|| format!("a processor ({})", std::env::consts::ARCH));
        Self { processor, date: date(days_since_1970()) }
    }
}

fn model_name(cpuinfo: &str) -> Option<String> {
    let line = cpuinfo.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

#[expect(clippy::disallowed_methods, reason = "the day is told to a person and decides nothing")]
fn days_since_1970() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    now.as_secs() / SECONDS_OF_A_DAY
}

/// A day as it is written; every year from 1970 on is counted through, which is soon done.
fn date(days: u64) -> String {
    let (mut year, mut left) = (1970, days);
    while left >= days_of_year(year) {
        left -= days_of_year(year);
        year += 1;
    }
    let february = days_of_year(year) - 337;
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", left + 1)
}

fn days_of_year(year: u64) -> u64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    365 + u64::from(is_leap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_dates() {
        let cases = [
            (0, "1970-01-01"),
            (364, "1970-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_544, "2026-04-01"),
        ];
        for (days, expected) in cases {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn the_processor_is_named_by_its_model() {
        let text = "processor\t: 0\nmodel name\t: A Processor 3000\nflags\t: fpu\n";
        assert_eq!(model_name(text).as_deref(), Some("A Processor 3000"));
        assert_eq!(model_name("processor : 0"), None);
    }
}
