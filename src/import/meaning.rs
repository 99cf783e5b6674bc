//! What a column of a table means.

use gyakusan_engine::plan::Id;

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing that is read.
    Ignored,
    /// Names the prospect.
    Id,
    /// An address.
    Email,
    /// A company.
    Company,
    /// The channel.
    Channel,
    /// The day a prospect entered this stage.
    Entered(Id),
    /// The day it was lost.
    LostOn,
    /// Why it was lost.
    LostReason,
    /// Value of the deal, or its monthly fee.
    Amount,
    /// The month of counts.
    Month,
    /// How many entered this stage.
    Count(Id),
    /// How many were lost on the way into this stage.
    Losses(Id),
    /// The month's revenue.
    Revenue,
    /// What the channel cost.
    Spend,
    /// Behaviour that scores are made of: a number, or yes and no.
    Score,
}

/// Those without a stage, with the names they are kept by.
const PLAIN: [(Meaning, &str); 12] = [
    (Meaning::Ignored, "ignored"),
    (Meaning::Id, "id"),
    (Meaning::Email, "email"),
    (Meaning::Company, "company"),
    (Meaning::Channel, "channel"),
    (Meaning::LostOn, "lost"),
    (Meaning::LostReason, "lost_reason"),
    (Meaning::Amount, "amount"),
    (Meaning::Month, "month"),
    (Meaning::Revenue, "revenue"),
    (Meaning::Spend, "spend"),
    (Meaning::Score, "score"),
];

impl Meaning {
    /// What it is kept by: `email`, `entered:won`.
    pub fn key(&self) -> String {
        match self {
            Self::Entered(stage) => ["entered:", stage.as_str()].concat(),
            Self::Count(stage) => ["count:", stage.as_str()].concat(),
            Self::Losses(stage) => ["losses:", stage.as_str()].concat(),
            _ => PLAIN[self.place().min(PLAIN.len() - 1)].1.to_owned(),
        }
    }

    /// The meaning kept by a text.
    ///
    /// ```
    /// use gyakusan::import::Meaning;
    /// for key in ["ignored", "id", "lost_reason", "score", "entered:won", "count:lead", "losses:won"] {
    ///     assert_eq!(Meaning::from_key(key).map(|meaning| meaning.key()).as_deref(), Some(key));
    /// }
    /// assert_eq!(Meaning::from_key("entered:"), None);
    /// ```
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some((kind, stage)) = key.split_once(':') {
            let stage = Id::new(stage)?;
            return match kind {
                "entered" => Some(Self::Entered(stage)),
                "count" => Some(Self::Count(stage)),
                "losses" => Some(Self::Losses(stage)),
                _ => None,
            };
        }
        PLAIN.iter().find(|(_, known)| *known == key).map(|(meaning, _)| meaning.clone())
    }

    /// The stage that it is about.
    pub fn stage(&self) -> Option<&Id> {
        match self {
            Self::Entered(stage) | Self::Count(stage) | Self::Losses(stage) => Some(stage),
            _ => None,
        }
    }

    /// Whether several columns may have it.
    pub fn is_shared(&self) -> bool {
        matches!(self, Self::Ignored | Self::Score)
    }

    /// Its place among the names of meanings in [`ImportWords`](crate::text::ImportWords).
    pub fn place(&self) -> usize {
        match self {
            Self::Entered(_) => 12,
            Self::Count(_) => 13,
            Self::Losses(_) => 14,
            _ => PLAIN.iter().position(|(meaning, _)| meaning == self).unwrap_or(0),
        }
    }
}
