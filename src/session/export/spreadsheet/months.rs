//! The sheets of months and of the tree.

use super::solve::Bill;
use super::{FIRST, MONTHS, Place, TOTAL, TREE, Writer};
use crate::session::Wanted;
use crate::share::spreadsheet::{Look, Span};
use crate::text::plan_name;
use gyakusan_engine::plan::SolveFor;

impl Writer<'_> {
    /// Arrivals of all channels by stage; gives the rows.
    pub(super) fn stage_months(&mut self) -> Vec<Place> {
        self.headings(MONTHS, &[self.words.months, "", "", "", "", "", self.words.total]);
        self.month_headings(MONTHS);
        let mut rows = Vec::new();
        for stage in 0..=self.last {
            let mut parts = Vec::new();
            for (channel, arrivals) in self.plan.channels.iter().zip(&self.arrivals) {
                let enters = self.plan.stage_index(&channel.enters).unwrap_or(0);
                parts.extend(stage.checked_sub(enters).map(|offset| arrivals[offset]));
            }
            let openings = self.openings.iter().filter(|(arrives, _)| *arrives == stage);
            parts.extend(openings.map(|(_, row)| *row));
            let name = self.stages[stage].clone();
            let sum = self.row(MONTHS, &name);
            self.add_up(sum, Look::Count, &parts);
            rows.push(sum);
        }
        rows
    }

    /// Revenue by month, and the tree on a sheet of its own.
    pub(super) fn finish(&mut self, stages: &[Place]) {
        let wins = stages[self.last];
        let bill = Bill { wins, value: "deal_value", joins: true, opening: true };
        let [fees, _, revenue] = self.bill(MONTHS, &bill);
        let sum = self.row(MONTHS, self.words.cumulative);
        for column in FIRST..=self.end() {
            self.book.formula(sum.column(column), Look::Money, "SUM({0})", &[revenue.to(column)]);
        }
        let title = self.next(TREE);
        self.book.heading(title, plan_name(self.plan, self.language));
        let note = self.next(TREE);
        self.book.text(note, self.words.tree_note);
        self.next(TREE);
        let goal = self.named(TREE, self.words.goal, "goal");
        self.goal(goal, fees, revenue);
        if self.plan.solve_for == SolveFor::Nothing
            && let Some(solved) = self.book.named("solved_value")
        {
            self.book.formula(solved, Look::Money, "goal", &[]);
        }
        for (label, formula, look) in [
            (self.words.target, "target", Look::Money),
            (self.words.short, "target-goal", Look::Money),
            (self.words.multiplier, "multiplier", Look::Count),
            (self.words.sums[0], "period_entries", Look::Count),
            (self.words.sums[1], "period_budget", Look::Money),
        ] {
            let place = self.row(TREE, label).column(1);
            self.book.formula(place, look, formula, &[]);
        }
        self.answer();
        let cost = self.row(TREE, self.words.cost_of_win).column(1);
        let won: Span = wins.column(TOTAL).into();
        self.book.formula(cost, Look::Money, "IF({0}>0,period_budget/{0},0)", &[won]);
        self.stage_table(stages);
    }

    /// What was solved for.
    fn answer(&mut self) {
        let name = Wanted::of(self.plan).name(self.plan, self.language);
        let label = crate::text::filled(self.words.answer, &[&name]);
        let place = self.row(TREE, &label).column(1);
        let look = match self.plan.solve_for {
            SolveFor::Rate(_) | SolveFor::Churn => Look::Rate,
            SolveFor::Volume | SolveFor::Delay(_) => Look::Count,
            _ => Look::Money,
        };
        self.book.formula(place, look, "solved_value", &[]);
    }

    fn stage_table(&mut self, stages: &[Place]) {
        self.next(TREE);
        self.headings(TREE, &self.words.tree_headings);
        for (stage, row) in stages.iter().enumerate() {
            let name = self.stages[stage].clone();
            let place = self.next(TREE);
            self.book.text(place, &name);
            if stage > 0 {
                self.book.formula(place.column(1), Look::Rate, "{0}", &[self.rates[stage].into()]);
                self.book.formula(place.column(2), Look::Count, "{0}", &[self.delays[stage].into()]);
            }
            let expected = place.column(3);
            self.book.formula(expected, Look::Count, "{0}", &[row.column(TOTAL).into()]);
            // A requirement is rounded up, but not for what is dust of the calculation.
            let formula = "MAX(0,ROUNDUP({0}-1E-9*MAX(1,{0}),0))";
            self.book.formula(place.column(4), Look::Money, formula, &[expected.into()]);
        }
    }
}
