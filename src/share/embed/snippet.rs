//! The texts that authors put into their pages.

use super::Options;

/// A way into a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A frame; needs no script.
    #[default]
    Frame,
    /// An element of its own that one script brings; as high as its content.
    Element,
    /// A block of `WordPress`.
    WordPress,
    /// Markdown, where frames are left out of texts.
    Markdown,
}

impl Form {
    /// All forms in order, with their names in forms.
    pub const ALL: [(Self, &str); 4] = [
        (Self::Frame, "frame"),
        (Self::Element, "element"),
        (Self::WordPress, "wordpress"),
        (Self::Markdown, "markdown"),
    ];
}

/// What a snippet is made of.
#[derive(Debug, Clone, Copy)]
pub struct Snippet<'a> {
    /// The address of the page, without query and fragment.
    pub page: &'a str,
    /// What its address says.
    pub options: &'a Options,
    /// The fragment with the plan, `#` included, or nothing for the plan that the page opens with.
    pub fragment: &'a str,
    /// What it is called, for those who hear it.
    pub name: &'a str,
    /// How high it is in a column and on a phone, in CSS pixels.
    pub heights: [u32; 2],
}

/// The widest page that is a phone's, in CSS pixels: beyond it the calculator has room for its two columns.
const PHONE_WIDTH: u32 = 640;

/// What a smaller phone may need beyond the one that was measured, in CSS pixels: a name more that takes two lines.
const PHONE_ROOM: u32 = 64;

impl Snippet<'_> {
    /// The address of the calculator.
    pub fn address(&self) -> String {
        [self.page, &self.options.query(), self.fragment].concat()
    }

    /// The text for a form.
    pub fn text(&self, form: Form) -> String {
        match form {
            Form::Frame => self.frame(),
            Form::WordPress => ["<!-- wp:html -->\n", &self.frame(), "\n<!-- /wp:html -->"].concat(),
            Form::Element => self.element(),
            Form::Markdown => {
                let name: String = self.name.chars().filter(|letter| !"[]\\<>".contains(*letter)).collect();
                ["[", &name, "](", &self.whole(), ")"].concat()
            }
        }
    }

    /// The address of the plan on the whole page.
    fn whole(&self) -> String {
        [self.page, "?lang=", self.options.language.tag(), self.fragment].concat()
    }

    fn frame(&self) -> String {
        let [column, phone] = self.heights;
        let width =
            self.options.width.map(|width| format!(";display:block;margin:0 auto;max-width:{width}px"));
        let width = width.unwrap_or_default();
        let height = if phone > column { phone_height(column, phone + PHONE_ROOM) } else { String::new() };
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{column}\" style=\"border:0{width}{height}\" loading=\"lazy\"></iframe>",
            escaped(&self.address()),
            escaped(self.name),
        )
    }

    fn element(&self) -> String {
        let folder = match self.page.rfind('/') {
            Some(end) => &self.page[..=end],
            None => self.page,
        };
        let mut text =
            format!("<script src=\"{}embed.js\" async></script>\n<gyakusan-calculator", escaped(folder));
        for (name, value) in self.options.pairs() {
            // A title attribute would be shown as a hint wherever the pointer rests.
            let name = if name == "title" { "heading" } else { name };
            text += &[" ", name, "=\"", &escaped(&value), "\""].concat();
        }
        if !self.fragment.is_empty() {
            text += &[" plan=\"", &escaped(self.fragment), "\""].concat();
        }
        text + &format!(
            " height=\"{}\"><a href=\"{}\">{}</a></gyakusan-calculator>",
            self.heights[0],
            escaped(&self.whole()),
            escaped(self.name),
        )
    }
}

/// One height on phones and another beyond, as a declaration: a frame's text has no place for a query of the width, so a slope
/// that is all but upright stands for it. Where styles are taken away, the attribute's height remains.
fn phone_height(column: u32, phone: u32) -> String {
    format!(";height:clamp({column}px,({PHONE_WIDTH}px - 100vw)*999,{phone}px)")
}

/// A text as attributes and elements of HTML take it.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '"' => escaped += "&quot;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            letter => escaped.push(letter),
        }
    }
    escaped
}
