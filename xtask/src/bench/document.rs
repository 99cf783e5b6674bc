//! Where the tables are kept: between two marks of ARCHITECTURE.md.

use crate::{error::Error, process};
use std::fs;

/// What stands before and after them.
const MARKS: [&str; 2] = ["<!-- bench -->", "<!-- /bench -->"];

/// Puts the tables in the place of the last ones.
pub(crate) fn write(tables: &str) -> Result<(), Error> {
    let path = process::root().join("ARCHITECTURE.md");
    let text = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
    let text = with_tables(&text, tables).ok_or_else(|| Error::Missing {
        what: format!("ARCHITECTURE.md has no place between {} and {}", MARKS[0], MARKS[1]),
        way_out: "put both marks below its heading \"Speed\"".to_owned(),
    })?;
    fs::write(&path, text).map_err(Error::io("writing", &path))
}

fn with_tables(text: &str, tables: &str) -> Option<String> {
    let [begin, end] = MARKS;
    let (before, rest) = text.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n{}\n{end}{after}", tables.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let text = "## Speed\n\n<!-- bench -->\nold\n<!-- /bench -->\n\n## Why\n";
        let expected = "## Speed\n\n<!-- bench -->\n| new |\n<!-- /bench -->\n\n## Why\n";
        let once = with_tables(text, "| new |\n");
        assert_eq!(once.as_deref(), Some(expected));
        assert_eq!(once.and_then(|text| with_tables(&text, "| new |")).as_deref(), Some(expected));
        assert_eq!(with_tables("## Speed\n<!-- bench -->\n", "| new |"), None);
    }

    #[test]
    fn the_document_has_its_place() {
        let text = include_str!("../../../ARCHITECTURE.md");
        assert!(with_tables(text, "").is_some());
    }
}
