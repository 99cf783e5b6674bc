//! What a row says: the counts of a month, or a prospect, which may be known already.

use gyakusan_engine::actuals::Date;
use gyakusan_engine::plan::Id;

use super::{Importer, MAX_DRAFTS, Open, shown};
use crate::import::cells::{Cell, cells};
use crate::import::draft::Draft;
use crate::import::mapping::{Mapping, Shape};
use crate::import::meaning::Meaning;
use crate::import::report::{Bucket, Problem};
use crate::share::csv::Row;

impl Importer {
    /// Takes in a row. Rows of prospects get their bucket at the end, when it is known what joined.
    pub(super) fn judge(&mut self, open: &Open, mapping: &Mapping, row: &Row) -> Option<Bucket> {
        let file = open.file;
        if let Some(fault) = row.fault {
            let (column, problem) = crate::import::row_fault(fault);
            self.issue(file, row, column.map(|column| column - 1), mapping, problem);
        }
        if self.shape != Some(mapping.shape) {
            return Some(self.refuse(file, row, mapping, Problem::OtherShape));
        }
        let Some(names) = &open.names else { return Some(Bucket::Refused) };
        let (found, faults) = cells(row, mapping, names);
        for (place, problem) in &faults {
            if *problem == Problem::UnknownChannel {
                self.report.unknown_channel(&shown(row.cell(*place)));
            }
            self.issue(file, row, Some(*place), mapping, *problem);
        }
        if faults.iter().any(|(_, problem)| problem.refuses()) {
            return Some(Bucket::Refused);
        }
        // A name that is not known is none that is missing.
        let is_unknown = faults.iter().any(|(_, problem)| *problem == Problem::UnknownChannel);
        let one = if is_unknown { None } else { self.one_channel(mapping.one_channel.as_ref()) };
        match mapping.shape {
            Shape::Months => Some(self.month(open, mapping, row, &found, one)),
            Shape::Prospects => self.prospect(open, row, found, mapping, one),
        }
    }

    fn month(
        &mut self,
        open: &Open,
        mapping: &Mapping,
        row: &Row,
        found: &[(usize, Cell)],
        one: Option<usize>,
    ) -> Bucket {
        let of = |meaning: &Meaning| {
            let place = mapping.place(meaning)?;
            found.iter().find(|(known, _)| *known == place).map(|(_, cell)| cell)
        };
        let Some(&Cell::Month(month)) = of(&Meaning::Month) else {
            return self.refuse(open.file, row, mapping, Problem::NoMonth);
        };
        let channel = match of(&Meaning::Channel) {
            Some(&Cell::Channel(place)) => Some(place),
            _ => one,
        };
        let Some(channel) = channel else {
            return self.refuse(open.file, row, mapping, Problem::NoChannel);
        };
        if month < self.plan.period.start || month > self.plan.period.last() {
            return Bucket::Outside;
        }
        self.latest = self.latest.max(Some(month));
        let mut values = Vec::new();
        for (place, cell) in found {
            let Cell::Number(number) = cell else { continue };
            let column = &mapping.columns[*place];
            if self.counts.is_before_entry(&self.plan, channel, &column.meaning) {
                self.issue(open.file, row, Some(*place), mapping, Problem::BeforeEntry);
            } else {
                values.push((column.meaning.clone(), *number));
            }
        }
        self.counts.add((month, channel), (open.file, row.number), &values, &mut self.report)
    }

    fn prospect(
        &mut self,
        open: &Open,
        row: &Row,
        found: Vec<(usize, Cell)>,
        mapping: &Mapping,
        one: Option<usize>,
    ) -> Option<Bucket> {
        let mut draft = Draft {
            entered: vec![None; self.plan.stages.len()],
            rows: vec![(open.file, row.number, Bucket::Kept)],
            is_scored: open.scores.iter().any(Option::is_some),
            ..Draft::default()
        };
        for (place, cell) in found {
            if let Cell::Day(day) = cell {
                self.latest = self.latest.max(Some(Date::month(day)));
            }
            draft.set(&mapping.columns[place].meaning, open.stages[place], open.scores[place], cell);
        }
        draft.channel = draft.channel.or(one);
        let key = match (draft.id.as_str(), draft.email.as_str()) {
            ("", "") => None,
            ("", email) => Some((Some(open.file), email.to_owned())),
            (id, _) => Some((None, id.to_owned())),
        };
        if let Some(&place) = key.as_ref().and_then(|key| self.keys.get(key)) {
            let is_here = self.drafts[place].is_in(open.file);
            let bucket = if is_here { Bucket::Duplicate } else { Bucket::JoinedById };
            self.absorb(place, draft, bucket);
            return None;
        }
        if self.drafts.len() >= MAX_DRAFTS {
            return Some(self.refuse(open.file, row, mapping, Problem::TooMany));
        }
        if let Some(key) = key {
            self.keys.insert(key, self.drafts.len());
        }
        self.drafts.push(draft);
        None
    }

    /// Lets one prospect take in another.
    pub(in crate::import) fn absorb(&mut self, place: usize, other: Draft, bucket: Bucket) {
        let stages = self.plan.stages.iter().enumerate();
        let names: Vec<_> =
            stages.map(|(place, stage)| (Meaning::Entered(stage.id.clone()), place)).collect();
        let Some(draft) = self.drafts.get_mut(place) else { return };
        for mut conflict in draft.absorb(other, bucket, &names) {
            if conflict.meaning == Meaning::Channel {
                for value in [&mut conflict.kept, &mut conflict.dropped] {
                    let channel = value.parse().ok().and_then(|place: usize| self.plan.channels.get(place));
                    *value = channel.map(|channel| channel.name.as_str().to_owned()).unwrap_or_default();
                }
            }
            self.report.conflict(conflict);
        }
    }

    fn one_channel(&self, id: Option<&Id>) -> Option<usize> {
        self.plan.channels.iter().position(|channel| Some(&channel.id) == id)
    }
}
