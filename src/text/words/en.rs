//! What several regions say alike in English.

/// The length of a period: year, 6 months.
pub(super) fn span(months: usize) -> String {
    match months {
        12 => "year".to_owned(),
        1 => "month".to_owned(),
        months => format!("{months} months"),
    }
}

/// A count within a period: a year, in 6 months.
pub(super) fn within(months: usize) -> String {
    match months {
        12 => "a year".to_owned(),
        1 => "in a month".to_owned(),
        months => format!("in {months} months"),
    }
}

/// A name inside a sentence: Leads → leads, but MQLs stays.
pub(super) fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// The short English name of a month from 1 to 12.
pub(super) fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[usize::from(month - 1) % 12]
}
