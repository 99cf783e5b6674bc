//! Columns that points are given for: which condition of the sheet of scores a heading is about.

use super::plain::name_key;

/// Particles that headings leave out: 「資料ダウンロード」 is about 「資料をダウンロード」.
const PARTICLES: [char; 5] = ['を', 'に', 'の', 'が', 'へ'];

/// A part of a condition says which it is from so many letters on.
const LEAST_LETTERS: usize = 4;

/// Words of headings whose columns hold points.
const POINTS: [&str; 5] = ["スコア", "score", "点数", "ポイント", "points"];

/// The place of the condition that a heading is about: the same words, else a longer heading, else a part of it.
///
/// ```
/// use gyakusan::import::condition_of;
/// let conditions = ["ウェビナーに参加", "資料をダウンロード"].map(str::to_owned);
/// assert_eq!(condition_of("資料ダウンロード数", &conditions), Some(1));
/// assert_eq!(condition_of("ウェビナー", &conditions), Some(0));
/// assert_eq!(condition_of("担当者", &conditions), None);
/// ```
pub fn condition_of(heading: &str, conditions: &[String]) -> Option<usize> {
    let heading = key(heading);
    let keys: Vec<_> = conditions.iter().map(|condition| key(condition)).collect();
    let find = |fits: &dyn Fn(&str) -> bool| keys.iter().position(|key| !key.is_empty() && fits(key));
    if heading.is_empty() {
        return None;
    }
    find(&|key| key == heading).or_else(|| find(&|key| heading.contains(key))).or_else(|| {
        let is_long = heading.chars().count() >= LEAST_LETTERS;
        find(&|key| is_long && key.contains(heading.as_str()))
    })
}

/// Whether the column under a heading holds points, and not something that points are given for.
pub(crate) fn holds_points(heading: &str, conditions: &[String]) -> bool {
    let key = name_key(heading);
    POINTS.iter().any(|word| key.contains(word)) && condition_of(heading, conditions).is_none()
}

fn key(text: &str) -> String {
    name_key(text).replace(PARTICLES, "")
}
