//! What every panel shows, as plain data: written figures, sentences, places in percent.

mod channels;
mod field;
mod odds;
mod strip;
mod tree;

pub use channels::{ChannelPanel, ChannelsPanel};
pub use field::{FieldPanel, LockPanel};
pub use odds::{HistogramPanel, OddsPanel, PlacedLabel, RunPanel};
pub use strip::{SpreadPanel, StripPanel};
pub use tree::{
    ColumnPanel, CountPanel, Department, PiecePanel, PopoverPanel, RailPanel, RatePanel, TreePanel,
    WholePanel,
};

pub(super) use field::rail_end;
pub(super) use tree::{benchmark, written_count};

use super::{Field, Session};
use crate::text::number::{Odds, odds};
use crate::text::plan_name;

impl Session {
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
        field.exists(&self.plan).then(|| FieldPanel::new(self, field))
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
    pub(super) fn money(&self, value: f64) -> crate::text::number::Written {
        crate::text::number::money(value, super::field::currency(&self.plan), self.language)
    }

    /// A count with the unit that the language puts after it.
    pub(super) fn counted(&self, count: &str) -> String {
        format!("{count}{}", self.language.words().tree.count_unit)
    }
}
