//! Counts by month and channel while rows are read.

use std::collections::BTreeMap;

use gyakusan_engine::actuals::MonthCounts;
use gyakusan_engine::plan::{ById, Money, Month, Plan};

use super::meaning::Meaning;
use super::report::{Bucket, Conflict, Report};

/// The largest count, as in the actuals.
const MAX_COUNT: f64 = 1e9;

/// The largest amount.
const MAX_AMOUNT: f64 = 1e15;

/// Values of one month and channel: what they mean, the file they are from, and the sum of its rows.
#[derive(Debug, Default)]
struct Values {
    values: Vec<(Meaning, usize, f64)>,
    rows: Vec<(usize, usize, Bucket)>,
}

/// Counts by month and place of the channel.
#[derive(Debug)]
pub(super) struct Counts {
    cells: BTreeMap<(Month, usize), Values>,
    /// By channel, the place of the stage it enters.
    enters: Vec<usize>,
}

impl Counts {
    pub(super) fn new(plan: &Plan) -> Self {
        let enters = plan.channels.iter().map(|channel| plan.stage_index(&channel.enters).unwrap_or(0));
        Self { cells: BTreeMap::new(), enters: enters.collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether counts of a stage cannot belong to a channel.
    pub(super) fn is_before_entry(&self, plan: &Plan, channel: usize, meaning: &Meaning) -> bool {
        let first = self.enters[channel] + usize::from(matches!(meaning, Meaning::Losses(_)));
        let stage = meaning.stage().and_then(|stage| plan.stage_index(stage));
        stage.is_some_and(|stage| stage < first)
    }

    /// Takes in a row: added to those of its file, held against those of others.
    pub(super) fn add(
        &mut self,
        at: (Month, usize),
        (file, row): (usize, usize),
        values: &[(Meaning, f64)],
        report: &mut Report,
    ) -> Bucket {
        let cell = self.cells.entry(at).or_default();
        let bucket = match &cell.rows[..] {
            [] => Bucket::Kept,
            rows if rows.iter().any(|(known, ..)| *known == file) => Bucket::Added,
            _ => Bucket::JoinedByMonth,
        };
        for (meaning, value) in values {
            match cell.values.iter_mut().find(|(known, ..)| known == meaning) {
                None => cell.values.push((meaning.clone(), file, *value)),
                Some((_, known, sum)) if *known == file => {
                    let most = if meaning.stage().is_some() { MAX_COUNT } else { MAX_AMOUNT };
                    *sum = (*sum + value).min(most);
                }
                Some((_, _, kept)) if (*kept - value).abs() > 0.0 => {
                    let [kept, dropped] = [*kept, *value].map(gyakusan_engine::decimal::to_text);
                    report.conflict(Conflict { file, row, meaning: meaning.clone(), kept, dropped });
                }
                Some(_) => {}
            }
        }
        cell.rows.push((file, row, bucket));
        bucket
    }

    /// The counts up to a month.
    pub(super) fn finish(&self, plan: &Plan, as_of: Month, report: &mut Report) -> Vec<MonthCounts> {
        let mut rows = Vec::new();
        for ((month, channel), cell) in &self.cells {
            if *month > as_of {
                for (file, _, bucket) in &cell.rows {
                    report.moved(*file, *bucket, Bucket::Outside);
                }
                continue;
            }
            let Some(channel) = plan.channels.get(*channel) else { continue };
            let mut counts = MonthCounts {
                month: *month,
                channel: channel.id.clone(),
                arrivals: ById::new(),
                losses: ById::new(),
                revenue: None,
                spend: None,
            };
            for (meaning, _, value) in &cell.values {
                match meaning {
                    Meaning::Count(stage) => drop(counts.arrivals.insert(stage.clone(), *value as u32)),
                    Meaning::Losses(stage) => drop(counts.losses.insert(stage.clone(), *value as u32)),
                    Meaning::Revenue => counts.revenue = Money::new(*value).ok(),
                    Meaning::Spend => counts.spend = Money::new(*value).ok(),
                    _ => {}
                }
            }
            rows.push(counts);
        }
        rows
    }
}
