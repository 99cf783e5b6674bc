//! The sheet of channels: who is counted, who enters and who arrives in every later stage, month by month.

use gyakusan_engine::plan::{SolveFor, Volume};

use super::inputs::{BUDGET, COST};
use super::{CHANNELS, FIRST, Place, TOTAL, Writer};
use crate::share::spreadsheet::{Look, Span};
use crate::text::filled;

/// The column of a row's share of those who start.
const REACH: usize = 1;

impl Writer<'_> {
    /// What is counted of each channel. A budget that is solved for is not there yet.
    pub(super) fn flows(&mut self) {
        let note = self.next(CHANNELS);
        self.book.text(note, self.words.channel_note);
        self.headings(CHANNELS, &["", self.words.reach, "", "", "", "", self.words.total]);
        self.month_headings(CHANNELS);
        let plan = self.plan;
        for (place, channel) in plan.channels.iter().enumerate() {
            let stage = plan.stage_index(&channel.counted_at).unwrap_or(0);
            let name = filled(self.words.counted, &[&self.channels[place], &self.stages[stage]]);
            let row = self.row(CHANNELS, &name);
            self.flows.push(row);
            if plan.solve_for != SolveFor::Budget(channel.id.clone()) {
                self.flow(place, row, None);
            }
        }
    }

    /// What a channel counts in each month, at its own budget or another one of which `unit` is the amount.
    pub(super) fn flow(&mut self, channel: usize, row: Place, unit: Option<&str>) {
        let volume = &self.plan.channels[channel].volume;
        let input = self.volumes[channel];
        let list = input.column(FIRST);
        let (even, cost) = (volume.is_even(), input.column(COST));
        let by_month = if even { self.season } else { list };
        let is_solved = self.plan.solve_for == SolveFor::Budget(self.plan.channels[channel].id.clone());
        for month in 0..self.months() {
            let cells: [Span; 3] =
                [by_month.column(FIRST + month).into(), input.column(BUDGET).into(), cost.into()];
            let formula = match (volume, unit) {
                (Volume::Entries { .. }, _) if even => {
                    let cells = [cells[0], input.column(BUDGET - 1).into()];
                    self.book.formula(row.column(FIRST + month), Look::Count, "{1}*{0}", &cells);
                    continue;
                }
                (Volume::Entries { .. }, _) => "{0}",
                (_, Some(_)) => "{0}/{2}",
                _ if even || is_solved => "{1}*{0}/{2}",
                _ => "{0}/{2}",
            };
            self.book.formula(row.column(FIRST + month), Look::Count, formula, &cells);
        }
    }

    /// Everything of each channel, and of those who stand in the funnel at the start.
    pub(super) fn channel_months(&mut self) {
        self.finish_inputs();
        let mut entries = Vec::new();
        let mut spends = Vec::new();
        for place in 0..self.plan.channels.len() {
            let (entered, spent) = self.channel(place);
            entries.push(entered.column(TOTAL));
            spends.extend(spent);
        }
        for start in 0..self.last {
            self.opening(start);
        }
        let [entries_total, spend_total] = [(0, "period_entries"), (1, "period_budget")]
            .map(|(label, name)| self.named(CHANNELS, self.words.sums[label], name));
        self.book.joined(entries_total, Look::Count, "+", &entries, "0");
        let totals: Vec<_> = spends.iter().map(|spent: &Place| spent.column(TOTAL)).collect();
        self.book.joined(spend_total, Look::Money, "+", &totals, "0");
    }

    /// Puts down what had to wait for what is solved for.
    fn finish_inputs(&mut self) {
        if self.plan.solve_for == SolveFor::Churn {
            // Nothing of the channels hangs on it.
            return;
        }
        for (place, look) in self.solved_cells.clone() {
            self.book.formula(place, look, "solved_value", &[]);
        }
        for channel in 0..self.plan.channels.len() {
            for stage in 1..=self.last {
                if let Some(cell) = self.own_rates[channel][stage]
                    && self.is_solved_rate(stage)
                    && !self.has_own_rate(channel, stage)
                {
                    self.book.formula(cell, Look::Rate, "{0}", &[self.rates[stage].into()]);
                }
            }
            if self.plan.solve_for == SolveFor::Budget(self.plan.channels[channel].id.clone()) {
                self.flow(channel, self.flows[channel], None);
            }
        }
    }

    /// One channel's rows; gives those of its entries and of its spend.
    fn channel(&mut self, place: usize) -> (Place, Option<Place>) {
        let plan = self.plan;
        let channel = &plan.channels[place];
        let [enters, counted] =
            [&channel.enters, &channel.counted_at].map(|id| plan.stage_index(id).unwrap_or(0));
        let scale = if channel.fixed { "" } else { "*multiplier" };
        let name = filled(self.words.arrivals, &[&self.channels[place], &self.stages[enters]]);
        let entries = self.row(CHANNELS, &name);
        let counted_share = self.product(entries.column(REACH), place, enters, counted);
        for month in 0..self.months() {
            let cells = [self.flows[place].column(FIRST + month).into(), counted_share.into()];
            self.book.formula(
                entries.column(FIRST + month),
                Look::Count,
                &["{0}/{1}", scale].concat(),
                &cells,
            );
        }
        self.total(entries, Look::Count);
        let mut rows = vec![entries];
        for stage in enters + 1..=self.last {
            let name = filled(self.words.arrivals, &[&self.channels[place], &self.stages[stage]]);
            let row = self.row(CHANNELS, &name);
            let share = self.product(row.column(REACH), place, enters, stage);
            self.convolve(row, share, entries, self.by_lag[enters][stage - enters]);
            self.total(row, Look::Count);
            rows.push(row);
        }
        self.arrivals.push(rows);
        let spent = channel.volume.cost_per_entry().map(|_| {
            let row = self.row(CHANNELS, &filled(self.words.spend, &[&self.channels[place]]));
            for month in 0..self.months() {
                let cells =
                    [self.flows[place].column(FIRST + month).into(), self.volumes[place].column(COST).into()];
                self.book.formula(
                    row.column(FIRST + month),
                    Look::Money,
                    &["{0}*{1}", scale].concat(),
                    &cells,
                );
            }
            self.total(row, Look::Money);
            row
        });
        (entries, spent)
    }

    /// The share of those in one stage that reaches a later one, in a cell.
    fn product(&mut self, cell: Place, channel: usize, from: usize, to: usize) -> Place {
        let rates = &self.own_rates[channel][from + 1..=to];
        let cells: Vec<_> = rates.iter().flatten().copied().collect();
        self.book.joined(cell, Look::Rate, "*", &cells, "1");
        cell
    }

    /// Those who arrive in each month: a share of all who entered before, each after its time.
    pub(super) fn convolve(&mut self, row: Place, share: Place, entries: Place, by_lag: Place) {
        let months = self.months();
        for month in 0..months {
            let cells = [
                share.into(),
                entries.to(FIRST + month),
                by_lag.column(FIRST + months - 1 - month).to(FIRST + months - 1),
            ];
            self.book.formula(row.column(FIRST + month), Look::Count, "{0}*SUMPRODUCT({1},{2})", &cells);
        }
    }

    /// Those who stand in a stage at the start, in every later one.
    fn opening(&mut self, start: usize) {
        for stage in start + 1..=self.last {
            let row =
                self.row(CHANNELS, &filled(self.words.standing, &[&self.stages[start], &self.stages[stage]]));
            let rates = self.rates[start + 1..=stage].to_vec();
            let share = row.column(REACH);
            self.book.joined(share, Look::Rate, "*", &rates, "1");
            self.standing_row(row, start, stage, share);
            self.total(row, Look::Count);
            self.openings.push((stage, row));
        }
    }

    /// How many of those who stand in a stage arrive in a later one in each month.
    pub(super) fn standing_row(&mut self, row: Place, start: usize, stage: usize, share: Place) {
        let by_month = self.standing_months[start][stage - start - 1];
        for month in 0..self.months() {
            let cells = [self.standing[start].into(), share.into(), by_month.column(FIRST + month).into()];
            self.book.formula(row.column(FIRST + month), Look::Count, "{0}*{1}*{2}", &cells);
        }
    }
}
