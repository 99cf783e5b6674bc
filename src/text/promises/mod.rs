//! What the project promises, in both languages: what, how it is checked, and the words around the figures of the last check.
//!
//! The figures themselves stand in `promises.json`, which `cargo xtask test` writes. A new promise is an entry in the file of
//! its group and a call of `record` where it is checked (`engine/tests/record/`), or a line of `xtask/src/promises/`.

mod everyone;
mod numbers;
mod robust;
mod safe;
mod speed;

use super::Language;

/// Promises about one thing.
#[derive(Debug)]
pub struct PromiseGroupText {
    ja: &'static str,
    en: &'static str,
    /// The promises, in the order of the page.
    pub promises: &'static [PromiseText],
}

/// A promise in words.
#[derive(Debug)]
pub struct PromiseText {
    /// Its name in `promises.json`.
    pub id: &'static str,
    ja: PromisePhrases,
    en: PromisePhrases,
}

/// A promise in one language.
#[derive(Debug)]
pub struct PromisePhrases {
    /// What is promised.
    pub promise: &'static str,
    /// How it is checked.
    pub check: &'static str,
    /// The words around its figures.
    pub figure: &'static str,
}

/// Every promise, in the order of the page.
pub static PROMISE_GROUPS: [&PromiseGroupText; 5] =
    [&speed::GROUP, &numbers::GROUP, &safe::GROUP, &robust::GROUP, &everyone::GROUP];

impl PromiseGroupText {
    /// Heads the promises.
    pub const fn heading(&self, language: Language) -> &'static str {
        match language {
            Language::Ja => self.ja,
            Language::En => self.en,
        }
    }
}

impl PromiseText {
    /// Its phrases in a language.
    pub const fn in_language(&self, language: Language) -> &PromisePhrases {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}
