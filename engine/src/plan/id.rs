//! Texts with a form: ids, names, currencies.

/// Names a stage, channel or expansion inside a plan: `[a-z][a-z0-9_]{0,31}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// The form of an id, for error messages.
    pub const FORM: &str = "[a-z][a-z0-9_]{0,31}";

    /// Takes a text of the form [`Id::FORM`]; `None` for any other.
    pub fn new(text: &str) -> Option<Self> {
        let mut bytes = text.bytes();
        let fits = text.len() <= 32
            && bytes.next().is_some_and(|first| first.is_ascii_lowercase())
            && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        fits.then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stands for a refused text while the rest of a document is read, so that references to it resolve.
    pub(crate) fn refused(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What people call something: up to 120 characters of any kind, shown as text and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name(String);

impl Name {
    /// The largest number of characters in a name.
    pub const MAX_CHARACTERS: usize = 120;

    /// Takes a text of up to [`Name::MAX_CHARACTERS`] characters; `None` for a longer one.
    pub fn new(text: &str) -> Option<Self> {
        (text.chars().count() <= Self::MAX_CHARACTERS).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Three capitals such as `JPY`; decides how amounts are written, never what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency(String);

impl Currency {
    /// The form of a currency, for error messages.
    pub const FORM: &str = "[A-Z]{3}";

    /// Takes three capital letters; `None` for any other text.
    pub fn new(text: &str) -> Option<Self> {
        let fits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        fits.then(|| Self(text.to_owned()))
    }

    /// The three letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self("JPY".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_their_form() {
        for (text, allowed) in [
            ("lead", true),
            ("a1_b", true),
            ("a2345678901234567890123456789012", true),
            ("a23456789012345678901234567890123", false),
            ("", false),
            ("1a", false),
            ("_a", false),
            ("Lead", false),
            ("リード", false),
        ] {
            assert_eq!(Id::new(text).is_some(), allowed, "{text}");
        }
    }

    #[test]
    fn names_are_measured_in_characters() {
        assert!(Name::new(&"逆".repeat(120)).is_some());
        assert!(Name::new(&"逆".repeat(121)).is_none());
    }
}
