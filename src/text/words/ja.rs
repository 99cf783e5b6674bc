//! What several regions say alike in Japanese.

/// The length of a period: 年, 6か月.
pub(super) fn span(months: usize) -> String {
    match months {
        12 => "年".to_owned(),
        1 => "月".to_owned(),
        months => format!("{months}か月"),
    }
}

/// A count within a period: 年534件, 6か月で534件.
pub(super) fn within(months: usize) -> String {
    match months {
        1 | 12 => span(months),
        _ => format!("{}で", span(months)),
    }
}
