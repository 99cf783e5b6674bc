//! Phrases as plain text with places for figures, where a function for each would weigh more than its words.

/// A phrase with its written figures put in: `{0}` is the first, up to `{9}`. A figure is never searched for places.
///
/// ```
/// use gyakusan::text::filled;
/// assert_eq!(filled("{1} of {0}", &["{1}", "8"]), "8 of {1}");
/// ```
pub fn filled(phrase: &str, figures: &[&str]) -> String {
    let mut written = String::new();
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        written.push_str(before);
        let place = after.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        written.push_str(figures.get(place).copied().unwrap_or_default());
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    written.push_str(rest);
    written
}
