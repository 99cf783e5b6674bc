//! The sheet of the odds: figures of the simulation, as they were when the file was written.

use super::{ODDS, Writer};
use crate::session::{Required, Summary};
use crate::share::spreadsheet::Look;
use crate::text::filled;

impl Writer<'_> {
    pub(super) fn odds(&mut self, summary: Option<&Summary>) {
        let words = self.words;
        let note = self.next(ODDS);
        let settings = self.plan.simulation;
        let Some(Summary { odds, required, histogram }) = summary else {
            self.book.text(note, words.no_odds);
            return;
        };
        let [trials, seed] = [odds.trials as u64, settings.seed].map(|number| number.to_string());
        self.book.text(note, &filled(words.odds_note, &[&trials, &seed]));
        self.next(ODDS);
        let rows = [(0, odds.probability), (1, odds.standard_error)];
        for (label, number) in rows {
            let place = self.row(ODDS, words.odds[label]).column(1);
            self.book.number(place, number, Look::Rate);
        }
        let amounts =
            [odds.mean, odds.sd, odds.p05, odds.p10, odds.p25, odds.p50, odds.p75, odds.p90, odds.p95];
        for (label, amount) in words.odds[2..].iter().zip(amounts) {
            let place = self.row(ODDS, label).column(1);
            self.book.number(place, amount, Look::Money);
        }
        if let Required::Reached { confidence, arrivals, monthly_budget } = *required {
            for (label, number, look) in [
                (words.required[0], confidence, Look::Rate),
                (words.required[1], arrivals, Look::Count),
                (words.required[2], monthly_budget, Look::Money),
            ] {
                let place = self.row(ODDS, label).column(1);
                self.book.number(place, number, look);
            }
        }
        self.next(ODDS);
        self.headings(ODDS, &words.bins);
        for (bin, count) in histogram.counts.iter().enumerate() {
            let row = self.next(ODDS);
            let edges = [bin as f64, (bin + 1) as f64].map(|edge| edge * histogram.width);
            self.book.number(row, edges[0], Look::Money);
            self.book.number(row.column(1), edges[1], Look::Money);
            self.book.number(row.column(2), f64::from(*count), Look::Money);
        }
        let row = self.next(ODDS);
        self.book.number(row, histogram.counts.len() as f64 * histogram.width, Look::Money);
        self.book.number(row.column(2), f64::from(histogram.above), Look::Money);
    }
}
