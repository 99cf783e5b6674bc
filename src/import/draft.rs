//! A prospect while its rows are read: what is known of it, and from which rows.

use gyakusan_engine::actuals::Date;

use super::cells::Cell;
use super::meaning::Meaning;
use super::plain::company_key;
use super::report::{Bucket, Conflict};

/// A row of a prospect: the places of file and row, and how it came to be the prospect's.
pub(super) type RowOf = (usize, usize, Bucket);

/// What is known of a prospect. Of two values the one that was there first stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) email: String,
    pub(super) company: String,
    pub(super) channel: Option<usize>,
    /// By place of the stage.
    pub(super) entered: Vec<Option<Date>>,
    pub(super) lost: Option<Date>,
    pub(super) lost_reason: String,
    pub(super) amount: Option<f64>,
    /// By place of the score's name.
    pub(super) scores: Vec<(usize, f64)>,
    /// Whether one of its rows is from a file with columns of behaviour.
    pub(super) is_scored: bool,
    /// Never empty but for a draft that another has taken in.
    pub(super) rows: Vec<RowOf>,
    /// Whether several prospects share one of its keys.
    pub(super) is_shared: bool,
}

/// A value that differs from the one that stands: its meaning, the one that stands, and itself.
type Clash = (Meaning, String, String);

impl Draft {
    /// Whether one of its rows is from a file.
    pub(super) fn is_in(&self, file: usize) -> bool {
        self.rows.iter().any(|(known, ..)| *known == file)
    }

    /// Whether all its rows are from one file.
    pub(super) fn is_in_one_file(&self) -> bool {
        self.rows.windows(2).all(|pair| pair[0].0 == pair[1].0)
    }

    /// Takes in what another knows.
    pub(super) fn absorb(
        &mut self,
        other: Self,
        bucket: Bucket,
        names: &[(Meaning, usize)],
    ) -> Vec<Conflict> {
        let mut clashes: Vec<Clash> = Vec::new();
        // Ids of two programs differ by nature; only those that were joined by id have the same.
        if self.id.is_empty() {
            self.id = other.id;
        }
        text(&mut self.email, other.email, &Meaning::Email, &mut clashes);
        text(&mut self.company, other.company, &Meaning::Company, &mut clashes);
        text(&mut self.lost_reason, other.lost_reason, &Meaning::LostReason, &mut clashes);
        value(&mut self.channel, other.channel, &Meaning::Channel, &mut clashes, |place| place.to_string());
        value(&mut self.lost, other.lost, &Meaning::LostOn, &mut clashes, |day| day.to_string());
        value(
            &mut self.amount,
            other.amount,
            &Meaning::Amount,
            &mut clashes,
            gyakusan_engine::decimal::to_text,
        );
        for (meaning, place) in names {
            if let (Some(own), Some(day)) = (self.entered.get_mut(*place), other.entered.get(*place)) {
                value(own, *day, meaning, &mut clashes, |day| day.to_string());
            }
        }
        for (score, found) in other.scores {
            if !self.scores.iter().any(|(known, _)| *known == score) {
                self.scores.push((score, found));
            }
        }
        self.is_shared |= other.is_shared;
        self.is_scored |= other.is_scored;
        let (file, row) = other.rows.first().map_or((0, 0), |(file, row, _)| (*file, *row));
        let rows = other.rows.into_iter();
        self.rows
            .extend(rows.map(|(file, row, how)| (file, row, if how == Bucket::Kept { bucket } else { how })));
        let conflict = |(meaning, kept, dropped)| Conflict { file, row, meaning, kept, dropped };
        clashes.into_iter().map(conflict).collect()
    }

    /// Sets what a cell says; of several columns with one meaning the first counts.
    pub(super) fn set(&mut self, meaning: &Meaning, stage: Option<usize>, score: Option<usize>, cell: Cell) {
        match (meaning, cell) {
            (Meaning::Id, Cell::Text(text)) => self.id = text,
            (Meaning::Email, Cell::Text(text)) => self.email = text,
            (Meaning::Company, Cell::Text(text)) => self.company = text,
            (Meaning::LostReason, Cell::Text(text)) => self.lost_reason = text,
            (Meaning::Channel, Cell::Channel(place)) => self.channel = Some(place),
            (Meaning::LostOn, Cell::Day(day)) => self.lost = Some(day),
            (Meaning::Amount, Cell::Number(amount)) => self.amount = Some(amount),
            (Meaning::Entered(_), Cell::Day(day)) => {
                if let Some(place) = stage.and_then(|stage| self.entered.get_mut(stage)) {
                    *place = Some(day);
                }
            }
            (Meaning::Score, Cell::Number(found)) => self.scores.extend(score.map(|score| (score, found))),
            _ => {}
        }
    }
}

fn text(own: &mut String, other: String, meaning: &Meaning, clashes: &mut Vec<Clash>) {
    if own.is_empty() {
        *own = other;
    } else if !other.is_empty() && *own != other && !is_same_company(meaning, own, &other) {
        clashes.push((meaning.clone(), own.clone(), other));
    }
}

/// Spellings of a company are no conflict.
fn is_same_company(meaning: &Meaning, one: &str, other: &str) -> bool {
    *meaning == Meaning::Company && company_key(one) == company_key(other)
}

fn value<T: Copy + PartialEq>(
    own: &mut Option<T>,
    other: Option<T>,
    meaning: &Meaning,
    clashes: &mut Vec<Clash>,
    write: impl Fn(T) -> String,
) {
    match (*own, other) {
        (None, found) => *own = found,
        (Some(kept), Some(found)) if kept != found => {
            clashes.push((meaning.clone(), write(kept), write(found)));
        }
        _ => {}
    }
}
