//! Markdown: headings, paragraphs, lists and tables whose texts are only ever text.

/// A text with every character escaped that Markdown or HTML would take for markup; line ends and control characters
/// become spaces.
///
/// ```
/// use gyakusan::share::markdown::escaped;
/// assert_eq!(escaped("a|b <i>*c*</i>"), r"a\|b \<i\>\*c\*\</i\>");
/// ```
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$' | '=' | '@' => {
                safe.push('\\');
                safe.push(character);
            }
            '+' | '-' if safe.is_empty() => {
                safe.push('\\');
                safe.push(character);
            }
            control if control.is_control() => safe.push(' '),
            plain => safe.push(plain),
        }
    }
    // An address in a name is no link.
    safe.replace("://", ":\\//").replace("www.", "www\\.")
}

/// A document that grows block by block.
#[derive(Debug, Clone, Default)]
pub struct Markdown(String);

impl Markdown {
    /// A heading of a level of 1 to 6.
    pub fn heading(&mut self, level: usize, text: &str) -> &mut Self {
        self.block();
        self.line(&[&"######"[..level.clamp(1, 6)], " ", &escaped(text)].concat())
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) -> &mut Self {
        self.block();
        self.line(&escaped(text))
    }

    /// A list.
    pub fn list(&mut self, items: &[String]) -> &mut Self {
        self.block();
        for item in items {
            self.line(&["- ", &escaped(item)].concat());
        }
        self
    }

    /// A table: the headings, then its rows, whose first cells stand left and the others right.
    pub fn table(&mut self, headings: &[&str], rows: &[Vec<String>]) -> &mut Self {
        self.block();
        self.row(headings.iter().copied());
        self.line(&["| --- |", &" ---: |".repeat(headings.len().saturating_sub(1))].concat());
        for row in rows {
            self.row(row.iter().map(String::as_str));
        }
        self
    }

    /// An address as a link of its own; nothing for one that could end the link.
    pub fn link(&mut self, address: &str) -> &mut Self {
        if address.starts_with("http")
            && !address.contains(|each: char| each.is_control() || "<> \"".contains(each))
        {
            self.block();
            self.line(&["<", address, ">"].concat());
        }
        self
    }

    /// The document.
    pub fn into_text(self) -> String {
        self.0
    }

    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        self.0.push('|');
        for cell in cells {
            self.0.push(' ');
            self.0.push_str(&escaped(cell));
            self.0.push_str(" |");
        }
        self.0.push('\n');
    }

    fn block(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }

    fn line(&mut self, line: &str) -> &mut Self {
        self.0.push_str(line);
        self.0.push('\n');
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_cells_stay_in_their_table() {
        let mut markdown = Markdown::default();
        markdown
            .heading(2, "# a\nb")
            .table(&["x", "y"], &[vec!["a|b\r\n| c".to_owned(), "\\|<b>".to_owned()]]);
        let text = markdown.into_text();
        assert_eq!(text, "## \\# a b\n\n| x | y |\n| --- | ---: |\n| a\\|b  \\| c | \\\\\\|\\<b\\> |\n");
    }

    #[test]
    fn only_an_address_is_a_link() {
        let link = |address| {
            let mut markdown = Markdown::default();
            markdown.link(address);
            markdown.into_text()
        };
        assert_eq!(link("https://example.org/#p=1"), "<https://example.org/#p=1>\n");
        assert_eq!(link("javascript:alert(1)"), "");
        assert_eq!(link("https://example.org/> <b>"), "");
    }
}
