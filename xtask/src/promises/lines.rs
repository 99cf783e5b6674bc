//! Lines of `promises.json`: one promise each, so that a line can be replaced and a change be read.

/// A promise with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The name of the promise.
    promise: String,
    /// The whole line, without the comma behind it.
    text: String,
}

/// A note as a check leaves it; one that is not kept begins with an exclamation mark.
pub(super) fn noted(promise: &str, is_kept: bool, figures: &[String]) -> String {
    [if is_kept { "" } else { "!" }, promise, "\t", &figures.join("\t"), "\n"].concat()
}

/// The lines of notes. Where several tests noted figures of one promise, whole numbers are counts and add up, and of others
/// the largest stands.
pub(super) fn summed(notes: &str, date: &str, commit: &str) -> Vec<Line> {
    let mut promises: Vec<(String, bool, Vec<String>)> = Vec::new();
    for note in notes.lines() {
        let mut words = note.split('\t');
        let Some(name) = words.next().filter(|name| !name.is_empty()) else { continue };
        let (name, is_kept) = name.strip_prefix('!').map_or((name, true), |name| (name, false));
        let figures: Vec<_> = words.map(str::to_owned).collect();
        match promises.iter_mut().find(|(known, ..)| known == name) {
            Some((_, kept, known)) => {
                *kept &= is_kept;
                for (known, figure) in known.iter_mut().zip(figures) {
                    *known = both(known, &figure);
                }
            }
            None => promises.push((name.to_owned(), is_kept, figures)),
        }
    }
    let line = |(promise, is_kept, figures): (String, bool, Vec<String>)| {
        let figures: Vec<_> = figures.iter().map(|figure| quoted(figure)).collect();
        let text = format!(
            "{{\"promise\":{},\"figures\":[{}],\"kept\":{is_kept},\"date\":{},\"commit\":{}}}",
            quoted(&promise),
            figures.join(","),
            quoted(date),
            quoted(commit)
        );
        Line { promise, text }
    };
    promises.into_iter().map(line).collect()
}

/// Two figures of one promise as one.
fn both(one: &str, other: &str) -> String {
    if let (Ok(one), Ok(other)) = (one.parse::<u64>(), other.parse::<u64>()) {
        return (one + other).to_string();
    }
    match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(left), Ok(right)) if right > left => other.to_owned(),
        _ => one.to_owned(),
    }
}

/// The lines of a file.
pub(super) fn read(text: &str) -> Vec<Line> {
    let line = |line: &str| {
        let text = line.trim_end_matches(',');
        let (promise, _) = text.strip_prefix("{\"promise\":\"")?.split_once('"')?;
        Some(Line { promise: promise.to_owned(), text: text.to_owned() })
    };
    text.lines().filter_map(line).collect()
}

/// A file with lines in the place of those of the same promises; others stay as they are.
pub(super) fn merged(text: &str, newer: &[Line]) -> String {
    let mut lines = read(text);
    for line in newer {
        match lines.iter_mut().find(|known| known.promise == line.promise) {
            Some(known) => *known = line.clone(),
            None => lines.push(line.clone()),
        }
    }
    let texts: Vec<_> = lines.into_iter().map(|line| line.text).collect();
    if texts.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", texts.join(",\n")) }
}

fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .filter(|letter| !letter.is_control())
        .flat_map(|letter| matches!(letter, '"' | '\\').then_some('\\').into_iter().chain([letter]))
        .collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_become_lines_and_replace_those_of_the_same_promise() {
        let notes = noted("known", true, &["230".to_owned(), "3.1".to_owned()])
            + &noted("weight", false, &["9".to_owned()]);
        let lines = summed(&notes, "2026-11-21", "abc1234");
        let file = merged("", &lines);
        assert_eq!(
            file,
            "[\n{\"promise\":\"known\",\"figures\":[\"230\",\"3.1\"],\"kept\":true,\"date\":\"2026-11-21\",\"commit\":\"abc1234\"},\n\
             {\"promise\":\"weight\",\"figures\":[\"9\"],\"kept\":false,\"date\":\"2026-11-21\",\"commit\":\"abc1234\"}\n]\n"
        );
        assert_eq!(read(&file), lines);
        let newer = summed("weight\t7\n", "2026-11-22", "def5678");
        let file = merged(&file, &newer);
        assert!(
            file.contains("\"230\"") && file.contains("2026-11-21") && file.contains("\"7\"],\"kept\":true"),
            "{file}"
        );
        assert_eq!((read(&file).len(), file.contains("\"9\"")), (2, false));
    }

    #[test]
    fn notes_of_one_promise_add_up() {
        let notes = "a\t10\t2.5\tx\na\t5\t3.5\ty\n!a\t1\t3.0\tz\n\n";
        let [line] = &summed(notes, "d", "c")[..] else { panic!("one line") };
        assert!(line.text.contains("[\"16\",\"3.5\",\"x\"],\"kept\":false"), "{}", line.text);
    }

    #[test]
    fn what_is_written_is_quoted() {
        assert_eq!(quoted("a\"b\\c\n"), "\"a\\\"b\\\\c\"");
    }

    #[test]
    fn the_file_is_written_as_it_would_be() {
        let text = include_str!("../../../promises.json");
        assert_eq!(text, merged(text, &[]));
    }
}
