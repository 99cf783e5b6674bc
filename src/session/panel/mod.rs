//! What every panel shows, as plain data: written figures, sentences, places in percent.

mod channels;
mod curve;
mod dots;
mod fan;
mod field;
mod figure;
mod funnel;
mod histogram;
mod levers;
mod odds;
mod strip;
mod subject;
mod tree;
mod variance;

pub use channels::{ChannelPanel, ChannelsPanel};
pub use dots::DotsPanel;
pub use field::FieldPanel;
pub use figure::{Drawing, FigurePanel, Look, PlacedLabel, PlotLabel, PlotPanel, RowPanel, Side};
pub use odds::{OddsPanel, RunPanel};
pub use strip::{SpreadPanel, StripPanel};
pub use tree::{ColumnPanel, CountPanel, Department, RailPanel, RatePanel, TreePanel};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::answered;

pub(super) use field::rail_end;

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
    fn money(&self, value: f64) -> crate::text::number::Written {
        crate::text::number::money(value, super::field::currency(&self.plan), self.language)
    }

    /// A count with the unit that the language puts after it.
    fn counted(&self, count: &str) -> String {
        format!("{count}{}", self.language.words().tree.count_unit)
    }
}
