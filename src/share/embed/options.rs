//! What the address of an embedded calculator may say beside the plan, all of it optional.

use super::{Colour, Palette};
use crate::text::Language;

/// The most letters of a title and of a call to action.
pub const MAX_WORDS: usize = 120;
/// The most letters of a link.
pub const MAX_LINK: usize = 500;
/// The widths that a calculator may have, in CSS pixels.
const WIDTHS: (u32, u32) = (280, 1200);
/// The most fields that are named.
const MAX_FIELDS: usize = 40;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// Every scheme with its name in addresses.
    pub const ALL: [(Self, &str); 3] = [(Self::System, "auto"), (Self::Light, "light"), (Self::Dark, "dark")];

    /// The scheme of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(scheme, _)| *scheme)
    }

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(scheme, _)| *scheme == self).map_or("auto", |(_, name)| name)
    }
}

/// What the address says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The fields that are shown, by name: `target`, `months`, `deal`, `rate:<stage>`, `budget:<channel>`,
    /// `cost:<channel>`; `None` for target, deal and every rate.
    pub shown: Option<Vec<String>>,
    /// The fields that readers may edit; `None` for all that are shown.
    pub editable: Option<Vec<String>>,
    /// Whether the outcomes are drawn.
    pub hides_dots: bool,
    /// The title; empty for the page's own.
    pub title: String,
    /// The words of a link of the author's; empty without one.
    pub call: String,
    /// Where it leads; `https` only.
    pub link: String,
    /// The language of every text.
    pub language: Language,
    /// Light or dark.
    pub scheme: Scheme,
    /// Paper, ink, and the colour behind the answer.
    pub colours: [Option<Colour>; 3],
    /// The greatest width, in CSS pixels.
    pub width: Option<u32>,
}

/// The names of the colours in addresses.
const COLOURS: [&str; 3] = ["paper", "ink", "accent"];

impl Options {
    /// Reads what an address says; `value` gives the value of a name. What cannot be used is as if it were not there.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        let words = |name: &str, most: usize| {
            let text = value(name).unwrap_or_default();
            text.chars()
                .filter(|letter| !letter.is_control())
                .take(most)
                .collect::<String>()
                .trim()
                .to_owned()
        };
        let names = |name: &str| value(name).map(|list| list_of(&list));
        let link = words("cta-link", MAX_LINK);
        let width = value("width").and_then(|width| width.parse::<u32>().ok());
        Self {
            shown: names("show"),
            editable: names("edit"),
            hides_dots: value("figure").as_deref() == Some("none"),
            title: words("title", MAX_WORDS),
            call: words("cta", MAX_WORDS),
            link: if is_link(&link) { link } else { String::new() },
            language: value("lang").and_then(|tag| Language::from_tag(&tag)).unwrap_or_default(),
            scheme: value("theme").and_then(|name| Scheme::named(&name)).unwrap_or_default(),
            colours: COLOURS.map(|name| value(name).and_then(|text| Colour::read(&text))),
            width: width.map(|width| width.max(WIDTHS.0).min(WIDTHS.1)),
        }
    }

    /// What is said, each with its name, in one order; what is as usual is left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut say = |name, text: String| {
            if !text.is_empty() {
                pairs.push((name, text));
            }
        };
        for (name, list) in [("show", &self.shown), ("edit", &self.editable)] {
            if let Some(list) = list {
                // A list without a name says that there are none.
                say(name, if list.is_empty() { "none".to_owned() } else { list.join(",") });
            }
        }
        say("figure", if self.hides_dots { "none".to_owned() } else { String::new() });
        say("title", self.title.clone());
        if !self.call.is_empty() && !self.link.is_empty() {
            say("cta", self.call.clone());
            say("cta-link", self.link.clone());
        }
        say(
            "lang",
            if self.language == Language::default() { String::new() } else { self.language.tag().to_owned() },
        );
        say(
            "theme",
            if self.scheme == Scheme::System { String::new() } else { self.scheme.name().to_owned() },
        );
        for (name, colour) in COLOURS.into_iter().zip(self.colours) {
            say(name, colour.map(Colour::digits).unwrap_or_default());
        }
        say("width", self.width.map(|width| width.to_string()).unwrap_or_default());
        pairs
    }

    /// The query of the address, `?` included.
    pub fn query(&self) -> String {
        let mut query = "?embed=1".to_owned();
        for (name, value) in self.pairs() {
            query += "&";
            query += name;
            query += "=";
            escape(&value, &mut query);
        }
        query
    }

    /// The colours; `None` where the author gives none.
    pub fn palette(&self) -> Option<Palette> {
        let is_dark = self.scheme == Scheme::Dark;
        self.colours.iter().any(Option::is_some).then(|| Palette::new(self.colours, is_dark))
    }

    /// Whether a field is shown; `is_usual` says whether it is where the address names none.
    pub fn is_shown(&self, name: &str, is_usual: bool) -> bool {
        self.shown.as_ref().map_or(is_usual, |names| names.iter().any(|each| each == name))
    }

    /// Whether readers may edit a field.
    pub fn is_editable(&self, name: &str) -> bool {
        self.editable.as_ref().is_none_or(|names| names.iter().any(|each| each == name))
    }
}

/// Whether a text is a link that may be shown: `https`, a host, nothing that would end an attribute.
pub fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").unwrap_or_default();
    let bad = |letter: char| letter.is_whitespace() || letter.is_control() || "\"'<>\\`@".contains(letter);
    host.starts_with(|first: char| first.is_alphanumeric()) && !text.contains(bad)
}

fn list_of(list: &str) -> Vec<String> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty() && *name != "none");
    names.take(MAX_FIELDS).map(str::to_owned).collect()
}

/// Writes a value as queries take it.
fn escape(value: &str, query: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~,:/".contains(&byte) {
            query.push(char::from(byte));
        } else {
            query.push('%');
            let digit = |number: u8| char::from(b"0123456789ABCDEF"[usize::from(number)]);
            query.push(digit(byte >> 4));
            query.push(digit(byte & 15));
        }
    }
}
