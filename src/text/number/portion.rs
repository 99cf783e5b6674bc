//! Writes shares of a whole: rates, odds, their differences, and multiples.

use super::decimal::Decimal;
use super::written::{Written, change_sign, joined_range, rounded_text, sign, signed_text};
use crate::text::Language;
use std::fmt;

/// Percent are hundredths: two places to the left.
const PERCENT: i32 = 2;

/// A rate in percent to one decimal, none if it would be 0: "15%", "34.8%".
pub fn rate(fraction: f64) -> Written {
    percent(fraction, -1, sign)
}

/// A rate for a field, with all the decimals it takes to read back to the same `f64`: "14.7" and "%".
pub fn editable_rate(fraction: f64) -> Written {
    match Decimal::from_f64(fraction) {
        Some(number) => Written::new(signed_text(&number.shifted(PERCENT)), "%"),
        None => Written::none(),
    }
}

/// A range of rates in whole percent, the unit once: "10–21%". Below 1% the ends take one decimal.
pub fn rate_range(low: f64, high: f64) -> Written {
    let place = if low.abs() < 0.01 { -1 } else { 0 };
    let (low, high) = (percent(low, place, sign), percent(high, place, sign));
    if low.is_none() || high.is_none() {
        return Written::none();
    }
    Written::new(joined_range(low.number, &high.number), high.unit)
}

/// A relative change in whole percent with its sign: "+39%", "−5%", "±0%".
pub fn signed_percent(fraction: f64) -> Written {
    percent(fraction, 0, change_sign)
}

/// A difference of rates as a sentence says it, without a plus: 「9.8ポイント」, "9.8 points", below a tenth "0.02 points".
pub fn points(difference: f64, language: Language) -> Written {
    let place = if difference.abs() < 0.000_95 { -2 } else { -1 };
    let written = percent(difference, place, sign);
    let unit = match language {
        Language::Ja => "ポイント",
        Language::En if written.number == "1" => " point",
        Language::En => " points",
    };
    if written.is_none() { written } else { Written { unit: unit.to_owned(), ..written } }
}

/// A difference of rates as a chart labels it, in both languages: "+9.8pt".
pub fn point_change(difference: f64) -> Written {
    let written = percent(difference, -1, change_sign);
    if written.is_none() { written } else { Written { unit: "pt".to_owned(), ..written } }
}

/// How many times as much, to two decimals, none of them a trailing 0: 「1.45倍」, "1.45×".
pub fn multiplier(factor: f64, language: Language) -> Written {
    let unit = match language {
        Language::Ja => "倍",
        Language::En => "×",
    };
    rounded_text(factor, -2).map_or_else(Written::none, |number| Written::new(number, unit))
}

/// On which side of the written figure the odds are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddsBound {
    /// No trial reached the target; written like [`OddsBound::Under`].
    Never,
    /// Some did, but fewer than would round to 1%.
    Under,
    /// The figure is the odds, to the nearest percent.
    Near,
    /// Enough to round to 100%, yet not all.
    Over,
    /// Every trial reached the target; written like [`OddsBound::Over`].
    Always,
}

/// The odds of reaching a target. Its `Display` joins the parts: 「1%未満」, "over 99%".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odds {
    /// What English says before the figure: "under ", "over ", or nothing.
    pub before: &'static str,
    /// The figure and its "%".
    pub written: Written,
    /// What Japanese says after the figure: 「未満」, 「以上」, or nothing.
    pub after: &'static str,
    /// What the figure is to the odds.
    pub bound: OddsBound,
}

impl fmt::Display for Odds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", self.before, self.written, self.after)
    }
}

/// Odds in whole percent, never 0% and never 100%: what no trial showed may still happen.
///
/// Below 0 counts as 0 and above 1 as 1; NaN is written "—".
pub fn odds(probability: f64, language: Language) -> Odds {
    let (written, bound) = match probability {
        ..=0.0 => (Written::new("1", "%"), OddsBound::Never),
        1.0.. => (Written::new("99", "%"), OddsBound::Always),
        _ => match percent(probability, 0, sign) {
            written if written.number == "0" => (Written::new("1", "%"), OddsBound::Under),
            written if written.number == "100" => (Written::new("99", "%"), OddsBound::Over),
            written => (written, OddsBound::Near),
        },
    };
    let (before, after) = words_around(bound, language);
    Odds { before, written, after, bound }
}

fn words_around(bound: OddsBound, language: Language) -> (&'static str, &'static str) {
    match (bound, language) {
        (OddsBound::Near, _) => ("", ""),
        (OddsBound::Never | OddsBound::Under, Language::Ja) => ("", "未満"),
        (OddsBound::Never | OddsBound::Under, Language::En) => ("under ", ""),
        (OddsBound::Over | OddsBound::Always, Language::Ja) => ("", "以上"),
        (OddsBound::Over | OddsBound::Always, Language::En) => ("over ", ""),
    }
}

/// A fraction in percent, rounded to ten to the `place`, behind the sign that `sign_of` gives it.
fn percent(fraction: f64, place: i32, sign_of: fn(&Decimal) -> &'static str) -> Written {
    let Some(number) = Decimal::from_f64(fraction) else {
        return Written::none();
    };
    let number = number.shifted(PERCENT).rounded(place);
    Written::new(format!("{}{}", sign_of(&number), number.unsigned_text()), "%")
}
