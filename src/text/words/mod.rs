//! Every phrase of the page, one file per region.
//!
//! A region's file holds the shape of its phrases and the constants that fill it in, one per language, so a new phrase
//! touches that file alone. What several regions share is in the files of the languages.
//!
//! Figures come in written (`&str`); a phrase only puts them in their place. Where a phrase takes several figures, its
//! parameters stand in the order of the comment.

mod channels;
mod en;
mod errors;
mod explain;
mod ja;
mod knowledge;
mod notice;
mod odds;
mod run;
mod shell;
mod strip;
mod tree;

pub use channels::ChannelWords;
pub use errors::ErrorWords;
pub use explain::ExplainWords;
pub use knowledge::KnowledgeWords;
pub use notice::NoticeWords;
pub use odds::OddsWords;
pub use run::RunWords;
pub use shell::ShellWords;
pub use strip::StripWords;
pub use tree::{LegendWords, TreeWords};

/// Every phrase of the page in one language.
#[derive(Debug)]
pub struct Words {
    /// Top bar and footer.
    pub shell: ShellWords,
    /// The strip of four figures.
    pub strip: StripWords,
    /// The tree.
    pub tree: TreeWords,
    /// How well a number is known, and how long a step takes.
    pub knowledge: KnowledgeWords,
    /// How a number comes about.
    pub explain: ExplainWords,
    /// What was just done, and taking it back.
    pub notice: NoticeWords,
    /// The channel table.
    pub channels: ChannelWords,
    /// The view of the odds.
    pub odds: OddsWords,
    /// The state of the simulation.
    pub run: RunWords,
    /// What is wrong with an input.
    pub errors: ErrorWords,
}

/// The phrases in Japanese.
pub(super) const JA: Words = Words {
    shell: shell::JA,
    strip: strip::JA,
    tree: tree::JA,
    knowledge: knowledge::JA,
    explain: explain::JA,
    notice: notice::JA,
    channels: channels::JA,
    odds: odds::JA,
    run: run::JA,
    errors: errors::JA,
};

/// The phrases in English.
pub(super) const EN: Words = Words {
    shell: shell::EN,
    strip: strip::EN,
    tree: tree::EN,
    knowledge: knowledge::EN,
    explain: explain::EN,
    notice: notice::EN,
    channels: channels::EN,
    odds: odds::EN,
    run: run::EN,
    errors: errors::EN,
};
