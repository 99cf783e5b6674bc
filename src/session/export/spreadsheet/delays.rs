//! The sheet of delays: which share of those who start in a stage has arrived in a later one by the end of each month.

use super::{DELAYS, FIRST, Place, Writer};
use crate::share::spreadsheet::{Look, Span};

/// Columns of a row's mean, variance, shape and scale.
const MEAN: usize = 1;
const VARIANCE: usize = 2;
const SHAPE: usize = 3;
const SCALE: usize = 4;

/// The integral of the share that has arrived, for entries that are even inside their month.
const EVEN: &str =
    "IF({1}=0,{0},IF({2}=0,MAX(0,{0}-{1}),{0}*GAMMADIST({0},{3},{4},1)-{1}*GAMMADIST({0},{3}+1,{4},1)))";
/// The share that has arrived of those who stand in the stage at the start.
const STANDING: &str = "MIN({5},MAX({6},IF({1}=0,1,IF({2}=0,IF({0}>{1},1,0),GAMMADIST({0},{3},{4},1)))))";

impl Writer<'_> {
    pub(super) fn delays(&mut self) {
        let note = self.next(DELAYS);
        self.book.text(note, self.words.delay_note);
        self.headings(DELAYS, &self.words.delay_headings);
        let months = self.row(DELAYS, self.words.months_passed);
        for month in 0..self.months() {
            self.book.number(months.column(FIRST + month), (month + 1) as f64, Look::Plain);
        }
        let plan = self.plan;
        for start in 0..=self.last {
            if plan.channels.iter().any(|channel| plan.stage_index(&channel.enters) == Some(start)) {
                self.even(start, months);
            }
        }
        for start in 0..self.last {
            self.standing(start, months);
        }
    }

    /// The name of a row: from a stage to another.
    fn way(&self, kind: usize, start: usize, stage: usize) -> String {
        let [from, to] = [start, stage].map(|place| self.stages[place].as_str());
        crate::text::filled(self.words.ways[kind], &[from, to])
    }

    /// The share that has arrived in the stage where all start: everybody.
    fn everybody(&mut self, name: &str) -> Place {
        let row = self.row(DELAYS, name);
        for month in 0..self.months() {
            self.book.number(row.column(FIRST + month), 1.0, Look::Rate);
        }
        row
    }

    /// Mean, variance, shape and scale of the time from the start to a stage, given the row of the stage before.
    fn moments(&mut self, row: Place, stage: usize, before: Option<Place>) {
        let delay: Span = self.delays[stage].into();
        let [mean, variance, shape, scale] = [MEAN, VARIANCE, SHAPE, SCALE].map(|column| row.column(column));
        if let Some(before) = before {
            self.book.formula(mean, Look::Count, "{0}+{1}", &[before.column(MEAN).into(), delay]);
            let cells = [before.column(VARIANCE).into(), delay];
            self.book.formula(variance, Look::Count, "{0}+(delay_variation*{1})^2", &cells);
        } else {
            self.book.formula(mean, Look::Count, "{0}", &[delay]);
            self.book.formula(variance, Look::Count, "(delay_variation*{0})^2", &[delay]);
        }
        let cells = [mean.into(), variance.into()];
        self.book.formula(shape, Look::Count, "IF({1}>0,{0}^2/{1},0)", &cells);
        self.book.formula(scale, Look::Count, "IF({1}>0,{1}/{0},0)", &cells);
    }

    /// The number of months, mean, variance, shape and scale, for the cell of a month.
    fn law(months: Place, row: Place, month: usize) -> Vec<Span> {
        let mut cells = vec![months.column(FIRST + month).into()];
        cells.extend([MEAN, VARIANCE, SHAPE, SCALE].map(|column| Span::from(row.column(column))));
        cells
    }

    fn even(&mut self, start: usize, months: Place) {
        let mut arrived = self.everybody(&self.way(0, start, start));
        self.lags(start, start, arrived);
        let mut before = None;
        for stage in start + 1..=self.last {
            let integral = self.row(DELAYS, &self.way(1, start, stage));
            self.moments(integral, stage, before);
            before = Some(integral);
            for month in 0..self.months() {
                let cells = Self::law(months, integral, month);
                self.book.formula(integral.column(FIRST + month), Look::Count, EVEN, &cells);
            }
            let next = self.row(DELAYS, &self.way(0, start, stage));
            for month in 0..self.months() {
                let cell = |row: Place, month: usize| Span::from(row.column(FIRST + month));
                let mut cells = vec![cell(arrived, month), cell(integral, month)];
                // Nobody has arrived before the first month.
                let formula = if month == 0 {
                    "MIN({0},MAX(0,{1}))"
                } else {
                    cells.extend([cell(integral, month - 1), cell(next, month - 1)]);
                    "MIN({0},MAX({3},{1}-{2}))"
                };
                self.book.formula(next.column(FIRST + month), Look::Rate, formula, &cells);
            }
            self.lags(start, stage, next);
            arrived = next;
        }
    }

    /// The shares that arrive after each number of months, the longest first, so that they stand under the months of entry.
    fn lags(&mut self, start: usize, stage: usize, arrived: Place) {
        let row = self.row(DELAYS, &self.way(2, start, stage));
        for column in 0..self.months() {
            let lag = self.months() - 1 - column;
            self.difference(row.column(FIRST + column), arrived, lag);
        }
        self.by_lag[start].push(row);
    }

    /// What arrives in a month: what has arrived by its end and had not by the end of the one before.
    fn difference(&mut self, place: Place, arrived: Place, month: usize) {
        let now: Span = arrived.column(FIRST + month).into();
        match month.checked_sub(1) {
            Some(before) => {
                let cells = [now, arrived.column(FIRST + before).into()];
                self.book.formula(place, Look::Rate, "{0}-{1}", &cells);
            }
            None => self.book.formula(place, Look::Rate, "{0}", &[now]),
        }
    }

    fn standing(&mut self, start: usize, months: Place) {
        let mut arrived: Option<Place> = None;
        for stage in start + 1..=self.last {
            let next = self.row(DELAYS, &self.way(3, start, stage));
            self.moments(next, stage, arrived);
            for month in 0..self.months() {
                let mut cells = Self::law(months, next, month);
                // Everybody is in the stage where all start.
                let one = months.into();
                cells.push(arrived.map_or(one, |row| row.column(FIRST + month).into()));
                let mut formula = STANDING.to_owned();
                if month == 0 {
                    formula = formula.replace("{6}", "0");
                } else {
                    cells.push(next.column(FIRST + month - 1).into());
                }
                self.book.formula(next.column(FIRST + month), Look::Rate, &formula, &cells);
            }
            let row = self.row(DELAYS, &self.way(4, start, stage));
            for month in 0..self.months() {
                self.difference(row.column(FIRST + month), next, month);
            }
            self.standing_months[start].push(row);
            arrived = Some(next);
        }
    }
}
