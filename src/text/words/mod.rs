//! Every phrase of the page, one file per region.
//!
//! A region's file holds the shape of its phrases and the constants that fill it in, one per language, so a new phrase
//! touches that file alone. What several regions share is in the files of the languages.
//!
//! Figures come in written (`&str`); a phrase only puts them in their place. Where a phrase takes several figures, its
//! parameters stand in the order of the comment.

mod calendar;
mod channels;
mod costs;
mod customers;
mod en;
mod errors;
mod explain;
mod exports;
mod figures;
mod ja;
mod knowledge;
mod later;
mod levers;
mod market;
mod notes;
mod notice;
mod odds;
mod run;
mod season;
mod settings;
mod shell;
mod stages;
mod strip;
mod tree;

pub use calendar::CalendarWords;
pub use channels::ChannelWords;
pub use costs::CostWords;
pub use customers::CustomerWords;
pub use errors::ErrorWords;
pub use explain::ExplainWords;
pub use exports::ExportWords;
pub use figures::FigureWords;
pub use knowledge::KnowledgeWords;
pub use later::LaterWords;
pub use levers::LeverWords;
pub use market::MarketWords;
pub use notes::NoteWords;
pub use notice::NoticeWords;
pub use odds::OddsWords;
pub use run::RunWords;
pub use season::SeasonWords;
pub use settings::SettingWords;
pub use shell::ShellWords;
pub use stages::StageWords;
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
    /// The stages: their editor, and who stands in them at the start.
    pub stages: StageWords,
    /// The frame of the plan.
    pub settings: SettingWords,
    /// How well a number is known, and how long a step takes.
    pub knowledge: KnowledgeWords,
    /// How a number comes about.
    pub explain: ExplainWords,
    /// What was just done, and taking it back.
    pub notice: NoticeWords,
    /// What stands in the place of sections that are not there yet.
    pub later: LaterWords,
    /// The channel table.
    pub channels: ChannelWords,
    /// The months' shares.
    pub season: SeasonWords,
    /// Existing customers.
    pub customers: CustomerWords,
    /// The market, and how it is calculated.
    pub market: MarketWords,
    /// The calendar.
    pub calendar: CalendarWords,
    /// Cost and return.
    pub costs: CostWords,
    /// What to look at before relying on the plan.
    pub notes: NoteWords,
    /// The view of the odds.
    pub odds: OddsWords,
    /// The figures of that view.
    pub figures: FigureWords,
    /// What would make the target likelier, and what moves the result.
    pub levers: LeverWords,
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
    stages: stages::JA,
    settings: settings::JA,
    knowledge: knowledge::JA,
    explain: explain::JA,
    notice: notice::JA,
    later: later::JA,
    channels: channels::JA,
    season: season::JA,
    customers: customers::JA,
    market: market::JA,
    calendar: calendar::JA,
    costs: costs::JA,
    notes: notes::JA,
    odds: odds::JA,
    figures: figures::JA,
    levers: levers::JA,
    run: run::JA,
    errors: errors::JA,
};

/// The phrases in English.
pub(super) const EN: Words = Words {
    shell: shell::EN,
    strip: strip::EN,
    tree: tree::EN,
    stages: stages::EN,
    settings: settings::EN,
    knowledge: knowledge::EN,
    explain: explain::EN,
    notice: notice::EN,
    later: later::EN,
    channels: channels::EN,
    season: season::EN,
    customers: customers::EN,
    market: market::EN,
    calendar: calendar::EN,
    costs: costs::EN,
    notes: notes::EN,
    odds: odds::EN,
    figures: figures::EN,
    levers: levers::EN,
    run: run::EN,
    errors: errors::EN,
};
