//! Words and written numbers in Japanese and English.
//!
//! [`Words`] gives every phrase of the page, region by region; there are two constants of each region, so a phrase that is
//! missing in one language does not compile. A phrase with figures in it is a text with places for them ([`filled`]) or a
//! function of the written figures.

mod fill;
mod names;
pub mod number;
pub mod promises;
mod sentence;
mod words;

pub use fill::filled;
pub use names::{
    StageNames, channel_name, expansion_name, plan_name, plan_name_of, stage_names, usual_stage_name,
};
pub use sentence::{Piece, Sentence};
pub use words::{
    AccessWords, AgreeHeadings, AgreeWords, AgreedWords, AuthorWords, CalendarWords, ChannelWords,
    CheckWords, CostWords, CustomerWords, EmbedWords, ErrorWords, ExplainWords, ExportWords, FieldWords,
    FigureWords, ImportWords, ImportingWords, KnowledgeWords, LaterWords, LegendWords, LeverWords,
    LibraryWords, LinkWords, MarketWords, MethodWords, ModelSection, NoteWords, NoticeWords, OddsWords,
    PromiseWords, RunWords, ScenarioWords, SeasonWords, SelfCheckWords, SettingWords, ShellWords, StageWords,
    StripWords, TrackWords, TreeWords, Words,
};

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

impl Language {
    /// The language with this tag, region and case aside; `None` for any other.
    ///
    /// ```
    /// use gyakusan::text::Language;
    /// assert_eq!(Language::from_tag("en-GB"), Some(Language::En));
    /// assert_eq!(Language::from_tag("fr"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        [Self::Ja, Self::En].into_iter().find(|language| language.tag() == primary)
    }

    /// The tag for `lang` attributes and addresses.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }

    /// Every phrase in this language.
    pub const fn words(self) -> Words {
        Words(self)
    }
}
