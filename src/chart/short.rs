//! Numbers as a drawing's attributes take them.

/// A number with two decimals at most, none of them a 0 at the end: `27`, `50.98`.
///
/// It is rounded through whole hundredths, since writing a float exactly takes much more of the page. What is no number
/// is written as 0, and what lies beyond all whole hundredths as the last of them.
///
/// ```
/// use gyakusan::chart::short;
/// assert_eq!([27.0, 50.98, 1.957, -6.5].map(short), ["27", "50.98", "1.96", "-6.5"]);
/// ```
pub fn short(number: f64) -> String {
    let hundredths = (number * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (rest / 10, rest % 10) {
        (0, 0) => format!("{sign}{whole}"),
        (tenths, 0) => format!("{sign}{whole}.{tenths}"),
        (tenths, hundredths) => format!("{sign}{whole}.{tenths}{hundredths}"),
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn two_decimals_stand_without_zeros_at_the_end() {
        for (number, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (0.05, "0.05"),
            (-0.05, "-0.05"),
            (0.1 + 0.2, "0.3"),
            (99.999, "100"),
            (100.0 / 3.0, "33.33"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(short(number), text, "{number}");
        }
    }
}
