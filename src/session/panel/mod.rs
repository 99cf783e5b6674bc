//! What every panel shows, as plain data: written figures, sentences, places in percent.

mod channels;
mod field;
mod odds;
mod strip;
mod tree;

pub use channels::{ChannelPanel, ChannelsPanel};
pub use field::FieldPanel;
pub use odds::{HistogramPanel, OddsPanel, PlacedLabel, RunPanel};
pub use strip::{SpreadPanel, StripPanel};
pub use tree::{ColumnPanel, CountPanel, Department, RailPanel, RatePanel, TreePanel};

pub(super) use field::{currency, editable, rail_end, value_of};

use super::{Field, Session};
use crate::text::number::{Odds, odds};
use crate::text::{Language, Words, plan_name};

/// What the whole page shows.
#[derive(Debug, Clone)]
pub struct Panels {
    /// The language of every text.
    pub language: Language,
    /// Its phrases.
    pub words: &'static Words,
    /// The plan's name.
    pub plan_name: String,
    /// The strip of four figures.
    pub strip: StripPanel,
    /// The tree.
    pub tree: TreePanel,
    /// The channel table.
    pub channels: ChannelsPanel,
    /// The view of the odds.
    pub odds: OddsPanel,
}

impl PartialEq for Panels {
    fn eq(&self, other: &Self) -> bool {
        // The phrases follow from the language.
        self.language == other.language
            && self.plan_name == other.plan_name
            && self.strip == other.strip
            && self.tree == other.tree
            && self.channels == other.channels
            && self.odds == other.odds
    }
}

impl Session {
    /// What the whole page shows.
    pub fn panels(&self) -> Panels {
        Panels {
            language: self.language,
            words: self.language.words(),
            plan_name: self.plan_name().to_owned(),
            strip: self.strip(),
            tree: self.tree_panel(),
            channels: self.channels(),
            odds: self.odds(),
        }
    }

    /// The strip of four figures.
    pub fn strip(&self) -> StripPanel {
        strip::panel(self)
    }

    /// The tree with its sentence.
    pub fn tree_panel(&self) -> TreePanel {
        tree::panel(self)
    }

    /// The channel table.
    pub fn channels(&self) -> ChannelsPanel {
        channels::panel(self)
    }

    /// The view of the odds.
    pub fn odds(&self) -> OddsPanel {
        odds::panel(self)
    }

    /// A field; `None` where the plan has no such place (any more).
    pub fn field(&self, field: Field) -> Option<FieldPanel> {
        let channels = self.plan.channels.len();
        let exists = match field {
            Field::Rate(place) => (1..self.plan.stages.len()).contains(&place),
            Field::ChannelName(place) | Field::ChannelBudget(place) | Field::ChannelCost(place) => {
                place < channels
            }
            Field::Target | Field::DealValue | Field::Seed => true,
        };
        exists.then(|| FieldPanel::new(self, field))
    }

    /// The plan's name.
    pub fn plan_name(&self) -> &str {
        plan_name(&self.plan, self.language)
    }

    /// The chance in the last answers, written; `None` before the first.
    fn chance(&self) -> Option<Odds> {
        self.summary.as_ref().map(|summary| odds(summary.odds.probability, self.language))
    }

    /// An amount in the plan's currency, written.
    fn money(&self, value: f64) -> crate::text::number::Written {
        crate::text::number::money(value, currency(&self.plan), self.language)
    }

    /// A count with the unit that the language puts after it.
    fn counted(&self, count: &str) -> String {
        format!("{count}{}", self.language.words().tree.count_unit)
    }
}
