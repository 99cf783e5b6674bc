//! Every phrase of the page, one file per region.
//!
//! A region's file holds the shape of its phrases and the constants that fill it in, one per language, so a new phrase
//! touches that file alone. What several regions share is in the files of the languages.
//!
//! Figures come in written (`&str`); a phrase only puts them in their place. Where a phrase takes several figures, its
//! parameters stand in the order of the comment.

use super::Language;

mod agree;
mod agreed;
mod author;
mod calendar;
mod channels;
mod checks;
mod costs;
mod customers;
mod embed;
mod en;
mod errors;
mod explain;
mod exports;
mod fields;
mod figures;
mod importing;
mod imports;
mod ja;
mod knowledge;
mod later;
mod levers;
mod library;
mod links;
mod market;
mod method;
mod notes;
mod notice;
mod odds;
mod run;
mod scenarios;
mod season;
mod settings;
mod shell;
mod stages;
mod strip;
mod track;
mod tree;

pub use agree::{AgreeHeadings, AgreeWords};
pub use agreed::AgreedWords;
pub use author::AuthorWords;
pub use calendar::CalendarWords;
pub use channels::ChannelWords;
pub use checks::CheckWords;
pub use costs::CostWords;
pub use customers::CustomerWords;
pub use embed::EmbedWords;
pub use errors::ErrorWords;
pub use explain::ExplainWords;
pub use exports::ExportWords;
pub use fields::FieldWords;
pub use figures::FigureWords;
pub use importing::ImportingWords;
pub use imports::ImportWords;
pub use knowledge::KnowledgeWords;
pub use later::LaterWords;
pub use levers::LeverWords;
pub use library::LibraryWords;
pub use links::LinkWords;
pub use market::MarketWords;
pub use method::{AccessWords, MethodWords, ModelSection, PromiseWords, SelfCheckWords};
pub use notes::NoteWords;
pub use notice::NoticeWords;
pub use odds::OddsWords;
pub use run::RunWords;
pub use scenarios::ScenarioWords;
pub use season::SeasonWords;
pub use settings::SettingWords;
pub use shell::ShellWords;
pub use stages::StageWords;
pub use strip::StripWords;
pub use track::TrackWords;
pub use tree::{LegendWords, TreeWords};

/// Every phrase of the page in one language, region by region.
///
/// Each region is a function of its own, so that the phrases of a part that is fetched later can come with that part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub(super) Language);

/// A region's phrases in the language of the words.
macro_rules! regions {
    ($($(#[$doc:meta])* $region:ident: $shape:ident,)*) => {
        impl Words {
            $($(#[$doc])*
            pub const fn $region(self) -> &'static $shape {
                match self.0 {
                    Language::Ja => &$region::JA,
                    Language::En => &$region::EN,
                }
            })*
        }
    };
}

regions! {
    /// Top bar and footer.
    shell: ShellWords,
    /// The strip of four figures.
    strip: StripWords,
    /// The tree.
    tree: TreeWords,
    /// The stages: their editor, and who stands in them at the start.
    stages: StageWords,
    /// The frame of the plan.
    settings: SettingWords,
    /// How well a number is known, and how long a step takes.
    knowledge: KnowledgeWords,
    /// How a number comes about.
    explain: ExplainWords,
    /// What was just done, and taking it back.
    notice: NoticeWords,
    /// What stands in the place of sections that are not there yet.
    later: LaterWords,
    /// The channel table.
    channels: ChannelWords,
    /// The months' shares.
    season: SeasonWords,
    /// Existing customers.
    customers: CustomerWords,
    /// The market, and how it is calculated.
    market: MarketWords,
    /// The calendar.
    calendar: CalendarWords,
    /// Cost and return.
    costs: CostWords,
    /// What to look at before relying on the plan.
    notes: NoteWords,
    /// The view of the odds.
    odds: OddsWords,
    /// The figures of that view.
    figures: FigureWords,
    /// What would make the target likelier, and what moves the result.
    levers: LeverWords,
    /// What fields are called.
    fields: FieldWords,
    /// What is wrong with links and files.
    links: LinkWords,
    /// The scenarios.
    scenarios: ScenarioWords,
    /// The actuals.
    track: TrackWords,
    /// The agreement.
    agree: AgreeWords,
    /// What is usually agreed.
    agreed: AgreedWords,
    /// The checklists of readiness.
    checks: CheckWords,
    /// What is exported.
    exports: ExportWords,
    /// What is read of other programs' tables.
    imports: ImportWords,
    /// The screens on which they are read.
    importing: ImportingWords,
    /// Saved plans, links and files.
    library: LibraryWords,
    /// The calculator inside other pages.
    embed: EmbedWords,
    /// The page of its authors.
    author: AuthorWords,
    /// The method.
    method: MethodWords,
    /// The state of the simulation.
    run: RunWords,
    /// What is wrong with an input.
    errors: ErrorWords,
}
