//! Texts that are being typed, and why one of them is no number for its field.

use gyakusan_engine::plan::Id;

use super::{Field, Wanted};
use crate::document::Document;
use crate::text::number::NumberError;

/// A text that is being typed, or that was left unusable.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The text as typed.
    pub(super) text: String,
    /// The unit beside the field, which stays while typing.
    pub(super) unit: String,
    /// Why it cannot be used; `None` where the plan has taken it.
    pub(super) refusal: Option<Refusal>,
    /// Whether the refusal is shown: once the field has been left, never while first typing.
    pub(super) judged: bool,
    /// The document before the typing began.
    pub(super) before: Document,
}

/// The drafts of all fields, at most one for each; few enough to be searched one by one.
#[derive(Debug, Clone, Default)]
pub(super) struct Drafts(Vec<(Field, Draft)>);

impl Drafts {
    pub(super) fn get(&self, field: Field) -> Option<&Draft> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, draft)| draft)
    }

    pub(super) fn get_mut(&mut self, field: Field) -> Option<&mut Draft> {
        self.0.iter_mut().find(|(known, _)| *known == field).map(|(_, draft)| draft)
    }

    /// Sets the draft of a field in the place of its last one.
    pub(super) fn insert(&mut self, field: Field, draft: Draft) {
        match self.get_mut(field) {
            Some(last) => *last = draft,
            None => self.0.push((field, draft)),
        }
    }

    /// Whether a text that was left could not be used.
    pub(super) fn has_refused(&self) -> bool {
        self.0.iter().any(|(_, draft)| draft.judged)
    }

    pub(super) fn remove(&mut self, field: Field) -> Option<Draft> {
        let place = self.0.iter().position(|(known, _)| *known == field)?;
        Some(self.0.swap_remove(place).1)
    }

    /// Drops the drafts of all fields but those that are to be kept.
    pub(super) fn retain(&mut self, keep: impl Fn(Field) -> bool) {
        self.0.retain(|(field, _)| keep(*field));
    }
}

/// Why a text is no number or name for its field.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// It is no number.
    Unreadable(NumberError),
    /// It lies outside the limits.
    OutOfRange {
        /// The value typed.
        value: f64,
        /// The smallest allowed value.
        min: f64,
        /// The largest allowed value.
        max: f64,
    },
    /// It must be whole.
    NotWhole {
        /// The value typed.
        value: f64,
    },
    /// The target would take more entries than are calculated.
    TooManyEntries {
        /// The value typed.
        value: f64,
        /// The entries it would take.
        entries: f64,
    },
    /// The channel would bring more entries than are calculated.
    TooMuchVolume {
        /// The value typed.
        value: f64,
    },
    /// There is no name.
    NoName,
    /// A channel is counted at a stage that nobody would reach.
    NobodyCounted {
        /// The value typed.
        value: f64,
        /// The channel.
        channel: Id,
    },
    /// Every month of the period would bring nobody.
    NoSeason {
        /// The value typed.
        value: f64,
    },
    /// The two ends make no range of a rate.
    NoRange {
        /// The end typed.
        value: f64,
    },
    /// The number that would give way for a count ends before.
    OutOfReach {
        /// The count typed.
        value: f64,
        /// The number that would give way.
        freed: Wanted,
        /// Its value at the end of its range.
        limit: f64,
        /// The count there.
        count: f64,
    },
    /// A name has too many characters.
    NameTooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// The plan does not take it for another reason.
    Refused,
}
