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

/// A name inside a sentence: Leads → leads, but MQLs stays. Only English letters have another case here: the table of all
/// others' weighs more than a view.
pub(super) fn lower(name: &str) -> String {
    let mut name = name.to_owned();
    if name.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase)
        && let Some(first) = name.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    name
}

/// The short English name of a month from 1 to 12.
pub(super) fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[usize::from(month - 1) % 12]
}
