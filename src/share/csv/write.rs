//! Writing: cells that every spreadsheet reads as they are.

use std::borrow::Cow;

use gyakusan_engine::decimal;

/// Tells spreadsheets that the text is UTF-8.
pub const MARK: &str = "\u{feff}";

/// Ends every line.
const LINE_END: &str = "\r\n";

/// What spreadsheets begin formulas with, in both widths, and white space that some of them drop before looking.
const FORMULA_STARTS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A table that grows line by line.
///
/// ```
/// use gyakusan::share::csv::Table;
///
/// let mut table = Table::default();
/// table.text("say \"hi\"").text("=1+1").number(-0.25).end_line();
/// assert_eq!(table.into_text(), "\u{feff}\"say \"\"hi\"\"\",'=1+1,-0.25\r\n");
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    text: String,
    is_line_start: bool,
}

impl Default for Table {
    fn default() -> Self {
        Self { text: MARK.to_owned(), is_line_start: true }
    }
}

impl Table {
    /// Lines that follow those of a table that has begun elsewhere.
    pub fn going_on() -> Self {
        Self { text: String::new(), is_line_start: true }
    }

    /// A cell with a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        let safe = neutralised(text);
        let is_plain = |character: char| !matches!(character, ',' | ';' | '"' | '\r' | '\n' | '\t');
        if safe.chars().all(is_plain) && safe.trim() == safe {
            self.text.push_str(&safe);
        } else {
            self.text.push('"');
            self.text.push_str(&safe.replace('"', "\"\""));
            self.text.push('"');
        }
        self
    }

    /// A cell with a number, in full precision and without separators; empty for what is no number.
    pub fn number(&mut self, number: f64) -> &mut Self {
        self.separate();
        if number.is_finite() {
            self.text.push_str(&decimal::to_text(number));
        }
        self
    }

    /// Several numbers.
    pub fn numbers(&mut self, numbers: &[f64]) -> &mut Self {
        for number in numbers {
            self.number(*number);
        }
        self
    }

    /// Several texts.
    pub fn texts(&mut self, texts: &[&str]) -> &mut Self {
        for text in texts {
            self.text(text);
        }
        self
    }

    /// Ends the line.
    pub fn end_line(&mut self) -> &mut Self {
        self.text.push_str(LINE_END);
        self.is_line_start = true;
        self
    }

    /// All lines.
    pub fn into_text(self) -> String {
        self.text
    }

    fn separate(&mut self) {
        if !std::mem::replace(&mut self.is_line_start, false) {
            self.text.push(',');
        }
    }
}

/// The text, behind an apostrophe where a spreadsheet would take it for a formula.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`neutralised`] was given.
///
/// ```
/// use gyakusan::share::csv::{neutralised, restored};
/// for text in ["=1+1", "'=1+1", "'quoted'", " @cmd", "-", "plain"] {
///     assert_eq!(restored(&neutralised(text)), text);
/// }
/// ```
pub fn restored(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_dangerous(rest)).unwrap_or(text)
}

/// Whether the text begins like a formula, apostrophes and spaces before it aside. With an apostrophe more it still does:
/// that makes [`restored`] certain.
pub(in crate::share) fn is_dangerous(text: &str) -> bool {
    let skipped = ['\'', ' ', '\u{a0}', '\u{3000}', '\u{feff}', '\u{200b}'];
    text.trim_start_matches(skipped).starts_with(FORMULA_STARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back() {
        let parts =
            ["'", "=", "+", "-", "@", " ", "\t", "\r", "\n", "a", "1", "\"", ",", "＝", "\u{3000}", ""];
        for first in parts {
            for second in parts {
                for third in parts {
                    let text = [first, second, third].concat();
                    let safe = neutralised(&text);
                    assert_eq!(restored(&safe), text);
                    assert!(!safe.starts_with(FORMULA_STARTS), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn cells_are_quoted_where_they_would_break_the_table() {
        let mut table = Table::going_on();
        table.texts(&["a,b", "c;d", "e\"f", "g\r\nh", " i ", "j"]).end_line();
        table.text("").numbers(&[f64::NAN, 0.1 + 0.2, 1e15]).end_line();
        let expected =
            "\"a,b\",\"c;d\",\"e\"\"f\",\"g\r\nh\",\" i \",j\r\n,,0.30000000000000004,1000000000000000\r\n";
        assert_eq!(table.into_text(), expected);
    }
}
