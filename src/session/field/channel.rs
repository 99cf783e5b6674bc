//! Fields of a channel.

use gyakusan_engine::plan::{Channel, CostPerEntry, Money, PerMonth, Volume};

use super::{Reads, within};
use crate::session::Refusal;
use crate::text::{Language, channel_name};

/// A field of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelField {
    /// Its name.
    Name,
    /// Its monthly budget.
    Budget,
    /// Its cost per entry.
    Cost,
}

impl ChannelField {
    pub(super) fn reads(self) -> Reads {
        match self {
            Self::Name => Reads::Name,
            Self::Budget | Self::Cost => Reads::Money,
        }
    }

    pub(super) fn value(self, channel: &Channel) -> f64 {
        match (self, &channel.volume) {
            (Self::Budget, Volume::Budget { monthly_budget, .. }) => {
                let months = monthly_budget.as_slice();
                months.iter().map(|month| month.get()).sum::<f64>() / months.len() as f64
            }
            (Self::Cost, volume) => volume.cost_per_entry().unwrap_or(0.0),
            _ => 0.0,
        }
    }

    pub(super) fn set(self, channel: &mut Channel, value: f64) -> Result<(), Refusal> {
        let Volume::Budget { monthly_budget, cost_per_entry } = &mut channel.volume else { return Ok(()) };
        match self {
            Self::Name => {}
            Self::Budget => *monthly_budget = PerMonth::Even(within(Money::new(value))?),
            Self::Cost => *cost_per_entry = within(CostPerEntry::new(value))?,
        }
        Ok(())
    }

    pub(super) fn label(self, channel: &Channel, language: Language) -> String {
        let words = &language.words().channels;
        let name = channel_name(channel, language);
        match self {
            Self::Name => words.name_label.to_owned(),
            Self::Budget => (words.budget_label)(name),
            Self::Cost => (words.cost_label)(name),
        }
    }
}
