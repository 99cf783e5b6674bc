//! Writes amounts of money: rounded to read, exact to edit.
//!
//! Japanese counts in 万, 億 and 兆 and names the currency after the amount; English shortens to K, M, B and T
//! behind the symbol.

use super::Currency;
use super::decimal::Decimal;
use super::written::{RANGE_DASH, Written, joined_range, sign};
use crate::text::Language;

/// A unit that shortens large amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scale {
    /// Its power of ten.
    power: i32,
    /// The power of ten of the least amount written with it.
    from: i32,
    mark: &'static str,
    /// To how many decimals an amount is rounded in this unit; three significant figures if not given.
    decimals: Option<i32>,
}

/// No unit: whole yen.
const PLAIN: Scale = Scale { power: 0, from: i32::MIN, mark: "", decimals: Some(0) };

const JAPANESE: [Scale; 4] = [
    Scale { power: 12, from: 12, mark: "兆", decimals: Some(2) },
    Scale { power: 8, from: 8, mark: "億", decimals: Some(2) },
    Scale { power: 4, from: 4, mark: "万", decimals: None },
    PLAIN,
];

const MILLIONS: Scale = Scale { power: 6, from: 6, mark: "M", decimals: None };

/// Below 10,000 English writes all digits too: "¥9,000".
const ENGLISH: [Scale; 5] = [
    Scale { power: 12, from: 12, mark: "T", decimals: None },
    Scale { power: 9, from: 9, mark: "B", decimals: None },
    MILLIONS,
    Scale { power: 3, from: 4, mark: "K", decimals: None },
    PLAIN,
];

/// From this power of ten on an amount is written "1e20", without a unit.
const BEYOND_UNITS: i32 = 20;

/// From this power of ten on, 億 and 兆 belong to the figures of an editable amount.
const UNIT_IN_FIGURES: i32 = 8;

/// Up to this power of ten both ends of a range are written out if the lower one is: 「5,000–10,000円」.
const WRITTEN_OUT_IN_RANGES: i32 = 4;

/// An amount in a unit with more decimals than this is easier to edit in full: "12,345", not 「1.2345万」.
const EDITABLE_DECIMALS: i32 = 2;

/// An amount to read: 「8,000円」, 「1,310万円」, 「1.55億円」; "¥8,000", "¥13.1M", "¥155M".
///
/// Below 1万 it is rounded to the whole, below 1億 to three significant figures, above to two decimals of the
/// unit; English rounds to three significant figures from 10,000 on. What rounds up to the next unit is
/// written in it, so 9,996万 is 「1億円」.
pub fn money(value: f64, currency: Currency, language: Language) -> Written {
    let Some(amount) = Decimal::from_f64(value) else {
        return Written::none();
    };
    let (amount, scale) = rounded_for_reading(&amount, language);
    written(&amount, scale, currency, language)
}

/// An amount for a field, in the shortest usual form that reads back to the same `f64` with
/// [`read_in_unit`](super::read_in_unit) or, joined, with [`read_number`](super::read_number).
///
/// 「1億」 + 「円」, 「500」 + 「万円」, 「1億2,345万」 + 「円」, 「12,345」 + 「円」; "¥100M", "¥2,345M", "¥12,345". From 1億 on the
/// units are part of the figures, because there an edit changes them too.
pub fn editable_money(value: f64, currency: Currency, language: Language) -> Written {
    let Some(amount) = Decimal::from_f64(value) else {
        return Written::none();
    };
    let scale = editable_scale(&amount, language);
    let has_unit_in_figures = language == Language::Ja && amount.magnitude() >= UNIT_IN_FIGURES;
    if !has_unit_in_figures {
        return written(&amount, scale, currency, language);
    }
    let compound = compound_text(&amount).filter(|_| scale == PLAIN);
    let figures = compound.unwrap_or_else(|| format!("{}{}", figures(&amount, scale), scale.mark));
    Written::new(format!("{}{figures}", sign(&amount)), currency.suffix())
}

/// A range of amounts, each unit once: 「440–570万円」, 「5,710万–1.55億円」, "¥4.4M–¥5.7M", "¥5,000–10,000".
pub fn money_range(low: f64, high: f64, currency: Currency, language: Language) -> Written {
    let (Some(low), Some(high)) = (Decimal::from_f64(low), Decimal::from_f64(high)) else {
        return Written::none();
    };
    let (low, low_scale) = rounded_for_reading(&low, language);
    let (high, high_scale) = rounded_for_reading(&high, language);
    let is_written_out = low_scale == PLAIN && !low.is_zero() && high.magnitude() <= WRITTEN_OUT_IN_RANGES;
    let high_scale = if is_written_out { PLAIN } else { high_scale };
    match language {
        Language::Ja => japanese_range((&low, low_scale), (&high, high_scale), currency),
        Language::En => english_range((&low, low_scale), (&high, high_scale), currency),
    }
}

/// An amount on an axis, where Japanese names the currency on the last tick only: 「5,000万」 … 「2.5億円」.
pub fn axis_money(value: f64, is_last: bool, currency: Currency, language: Language) -> String {
    let written = money(value, currency, language);
    if is_last || written.is_none() || language == Language::En {
        return written.to_string();
    }
    let joined = written.to_string();
    joined.strip_suffix(&currency.suffix()).unwrap_or(&joined).to_owned()
}

fn japanese_range(low: (&Decimal, Scale), high: (&Decimal, Scale), currency: Currency) -> Written {
    let low_mark = if low.1 == high.1 { "" } else { low.1.mark };
    let [low_text, high_text] =
        [low, high].map(|(amount, scale)| format!("{}{}", sign(amount), figures(amount, scale)));
    let number = joined_range(low_text + low_mark, &high_text);
    Written::new(number, format!("{}{}", high.1.mark, currency.suffix()))
}

fn english_range(low: (&Decimal, Scale), high: (&Decimal, Scale), currency: Currency) -> Written {
    let [low_text, high_text] =
        [low, high].map(|(amount, scale)| written(amount, scale, currency, Language::En).number);
    if low.1 == PLAIN && high.1 == PLAIN && low_text != high_text && !high.0.is_negative() {
        return Written::new(format!("{low_text}{RANGE_DASH}{}", high.0.unsigned_text()), "");
    }
    Written::new(joined_range(low_text, &high_text), "")
}

fn written(amount: &Decimal, scale: Scale, currency: Currency, language: Language) -> Written {
    let (sign, figures, mark) = (sign(amount), figures(amount, scale), scale.mark);
    match language {
        Language::Ja => Written::new(format!("{sign}{figures}"), format!("{mark}{}", currency.suffix())),
        Language::En => Written::new(format!("{sign}{}{figures}{mark}", currency.prefix()), ""),
    }
}

/// The amount rounded for reading, and the unit it then falls into.
fn rounded_for_reading(amount: &Decimal, language: Language) -> (Decimal, Scale) {
    let scale = scale_of(amount, language);
    let place =
        scale.decimals.map_or(amount.magnitude().saturating_sub(2), |decimals| scale.power - decimals);
    let rounded = amount.rounded(place);
    let scale = scale_of(&rounded, language);
    (rounded, scale)
}

/// The largest unit the amount fills.
fn scale_of(amount: &Decimal, language: Language) -> Scale {
    let magnitude = amount.magnitude();
    let fitting = scales(language).iter().find(|scale| magnitude >= scale.from);
    fitting.filter(|_| magnitude < BEYOND_UNITS).copied().unwrap_or(PLAIN)
}

/// The largest unit the amount fills if few decimals are enough in it, no unit otherwise. English has no word for what 億 and
/// 万 say together, so amounts that are too fine for billions are counted in millions.
fn editable_scale(amount: &Decimal, language: Language) -> Scale {
    let largest = scale_of(amount, language);
    let millions = (language == Language::En && largest.power > MILLIONS.power).then_some(MILLIONS);
    let is_short = |scale: &Scale| amount.shifted(-scale.power).places() <= EDITABLE_DECIMALS;
    [Some(largest), millions].into_iter().flatten().find(is_short).unwrap_or(PLAIN)
}

fn scales(language: Language) -> &'static [Scale] {
    match language {
        Language::Ja => &JAPANESE,
        Language::En => &ENGLISH,
    }
}

/// Whole 万 from 1億 on, section by section: 「1億2,345万」; nothing for amounts with digits below 1万.
fn compound_text(amount: &Decimal) -> Option<String> {
    let is_whole = amount.shifted(-4).places() == 0;
    if !is_whole || !(8..BEYOND_UNITS).contains(&amount.magnitude()) {
        return None;
    }
    let mut rest = amount.clone();
    let mut sections = Vec::new();
    for scale in JAPANESE.iter().filter(|&&scale| scale != PLAIN) {
        let (section, below) = rest.split(scale.power);
        if !section.is_zero() {
            sections.push(format!("{}{}", section.unsigned_text(), scale.mark));
        }
        rest = below;
    }
    Some(sections.concat())
}

/// The figures in front of the unit, without a sign.
fn figures(amount: &Decimal, scale: Scale) -> String {
    amount.shifted(-scale.power).unsigned_text()
}
