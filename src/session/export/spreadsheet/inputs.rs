//! The sheet of inputs.

use gyakusan_engine::plan::{DealKind, PerMonth, SolveFor, Volume};

use super::{FIRST, INPUTS, Place, Writer, at};
use crate::share::spreadsheet::Look;
use crate::text::{expansion_name, plan_name};

/// Columns of a channel's row.
const ENTRIES: usize = 3;
pub(super) const BUDGET: usize = 4;
pub(super) const COST: usize = 5;

impl Writer<'_> {
    pub(super) fn inputs(&mut self) {
        let title = self.next(INPUTS);
        self.book.heading(title, plan_name(self.plan, self.language));
        let note = self.next(INPUTS);
        self.book.text(note, self.words.how_to_use);
        self.next(INPUTS);
        let plan = self.plan;
        let words = self.words;
        for (label, name, number, look) in [
            (words.target, "target", plan.goal.target.get(), Look::Money),
            (self.deal_label(), "deal_value", plan.deal.value.mean.get(), Look::Money),
            (words.delay_variation, "delay_variation", plan.delay_cv.get(), Look::Count),
        ] {
            let place = self.named(INPUTS, label, name);
            self.enter(place, number, look, name == "deal_value" && plan.solve_for == SolveFor::DealValue);
        }
        let period = self.row(INPUTS, words.period).column(1);
        self.book.text(period, &format!("{} – {}", plan.period.start, plan.period.last()));
        self.stage_inputs();
        self.season_inputs();
        self.channel_inputs();
        self.rate_inputs();
        self.customer_inputs();
    }

    fn deal_label(&self) -> &'static str {
        self.words.deal[usize::from(self.is_recurring())]
    }

    /// Puts down an input, or keeps its cell for what is solved for.
    fn enter(&mut self, place: Place, number: f64, look: Look, is_solved: bool) {
        if is_solved {
            self.solved_cells.push((place, look));
        } else {
            self.book.input(place, number, look);
        }
    }

    fn stage_inputs(&mut self) {
        self.next(INPUTS);
        self.headings(INPUTS, &self.words.stage_headings);
        let plan = self.plan;
        for (place, stage) in plan.stages.iter().enumerate() {
            let row = self.next(INPUTS);
            self.book.text(row, &self.stages[place]);
            let [rate, delay, standing] = [1, 2, 3].map(|column| row.column(column));
            if let Some(step) = stage.step {
                let id = &stage.id;
                self.enter(
                    rate,
                    step.rate.mean.get(),
                    Look::Rate,
                    plan.solve_for == SolveFor::Rate(id.clone()),
                );
                self.book.name(rate, &format!("rate_{id}"));
                // A delay that was solved for stands as a number: no formula finds it.
                let solved = plan.solve_for == SolveFor::Delay(id.clone());
                let months = if solved { self.tree.solved_value } else { step.delay_months.get() };
                self.book.input(delay, months, Look::Count);
                self.book.name(delay, &format!("delay_{id}"));
            }
            if place < self.last {
                let count = plan.pipeline.get(&stage.id).copied().unwrap_or(0);
                self.book.input(standing, f64::from(count), Look::Count);
            }
            self.rates.push(rate);
            self.delays.push(delay);
            self.standing.push(standing);
        }
    }

    fn season_inputs(&mut self) {
        self.next(INPUTS);
        self.headings(INPUTS, &[self.words.season]);
        let row = self.rows[INPUTS] - 1;
        for month in 0..12 {
            self.book.heading(at(INPUTS, row, FIRST + month), &(month + 1).to_string());
        }
        let weights = self.row(INPUTS, self.words.weights[0]);
        for (month, weight) in self.plan.seasonality.iter().enumerate() {
            self.book.input(weights.column(FIRST + month), weight.get(), Look::Count);
        }
        self.headings(INPUTS, &[self.words.months]);
        self.month_headings(INPUTS);
        let own = self.row(INPUTS, self.words.weights[1]);
        for (place, month) in self.plan.period.iter().enumerate() {
            let weight = weights.column(FIRST + usize::from(month.month()) - 1);
            self.book.formula(own.column(FIRST + place), Look::Count, "{0}", &[weight.into()]);
        }
        self.season = self.row(INPUTS, self.words.weights[2]);
        for month in 0..self.months() {
            let cells = [own.column(FIRST + month).into(), own.to(self.end())];
            self.book.formula(self.season.column(FIRST + month), Look::Count, "{0}/AVERAGE({1})", &cells);
        }
    }

    fn channel_inputs(&mut self) {
        self.next(INPUTS);
        self.headings(INPUTS, &self.words.channel_headings);
        self.month_headings(INPUTS);
        let plan = self.plan;
        for (place, channel) in plan.channels.iter().enumerate() {
            let row = self.next(INPUTS);
            self.book.text(row, &self.channels[place]);
            for (column, id) in [(1, &channel.enters), (2, &channel.counted_at)] {
                let stage = plan.stage_index(id).unwrap_or(0);
                self.book.text(row.column(column), &self.stages[stage]);
            }
            if channel.fixed {
                self.book.text(row.column(6), self.words.fixed);
            }
            self.volumes.push(row);
            let solved = plan.solve_for == SolveFor::Budget(channel.id.clone());
            match &channel.volume {
                Volume::Entries { monthly_entries: PerMonth::Even(entries) } => {
                    self.book.input(row.column(ENTRIES), entries.get(), Look::Count);
                }
                Volume::Entries { monthly_entries: PerMonth::Each(entries) } => {
                    let entries: Vec<_> = entries.iter().map(|each| each.get()).collect();
                    self.list(row, &entries, Look::Count);
                }
                Volume::Budget { monthly_budget, cost_per_entry } => {
                    self.book.input(row.column(COST), cost_per_entry.get(), Look::Money);
                    let budgets: Vec<_> = monthly_budget.as_slice().iter().map(|each| each.get()).collect();
                    match monthly_budget {
                        PerMonth::Even(budget) => {
                            self.enter(row.column(BUDGET), budget.get(), Look::Money, solved);
                        }
                        PerMonth::Each(_) if solved => {
                            self.solved_cells.push((row.column(BUDGET), Look::Money));
                            self.proportions(row, &budgets);
                        }
                        PerMonth::Each(_) => self.list(row, &budgets, Look::Money),
                    }
                }
            }
        }
    }

    fn list(&mut self, row: Place, numbers: &[f64], look: Look) {
        for (month, number) in numbers.iter().enumerate() {
            self.book.input(row.column(FIRST + month), *number, look);
        }
    }

    /// The months of a budget that is solved for keep their proportions, which stand in its row.
    fn proportions(&mut self, row: Place, budgets: &[f64]) {
        let mean = budgets.iter().sum::<f64>() / budgets.len() as f64;
        let share = |budget: &f64| if mean > 0.0 { budget / mean } else { 1.0 };
        let shares: Vec<_> = budgets.iter().map(share).collect();
        self.list(row, &shares, Look::Count);
    }

    /// Rates by channel: own ones are inputs, the others those of the plan.
    fn rate_inputs(&mut self) {
        self.next(INPUTS);
        self.headings(INPUTS, &[self.words.channel_rates]);
        let headings = self.rows[INPUTS] - 1;
        for (place, name) in self.stages.iter().enumerate() {
            self.book.heading(at(INPUTS, headings, place + 1), name);
        }
        let plan = self.plan;
        for (place, channel) in plan.channels.iter().enumerate() {
            let row = self.next(INPUTS);
            self.book.text(row, &self.channels[place]);
            let enters = plan.stage_index(&channel.enters).unwrap_or(0);
            let mut rates = vec![None; enters + 1];
            for stage in enters + 1..=self.last {
                let cell = row.column(stage + 1);
                if let Some(own) = channel.rates.get(&plan.stages[stage].id) {
                    self.book.input(cell, own.mean.get(), Look::Rate);
                } else if !self.is_solved_rate(stage) {
                    self.book.formula(cell, Look::Rate, "{0}", &[self.rates[stage].into()]);
                }
                rates.push(Some(cell));
            }
            self.own_rates.push(rates);
        }
    }

    /// Whether a channel has an own rate for the step into a stage.
    pub(super) fn has_own_rate(&self, channel: usize, stage: usize) -> bool {
        self.plan.channels[channel].rates.get(&self.plan.stages[stage].id).is_some()
    }

    /// Whether the plan's rate of the step into a stage is solved for.
    pub(super) fn is_solved_rate(&self, stage: usize) -> bool {
        self.plan.solve_for == SolveFor::Rate(self.plan.stages[stage].id.clone())
    }

    fn customer_inputs(&mut self) {
        self.next(INPUTS);
        let customers = self.plan.customers.as_ref();
        let counted = f64::from(u8::from(customers.is_some_and(|customers| customers.counted)));
        let opening = customers.map_or(0.0, |customers| f64::from(customers.opening));
        let fee = customers.map_or(0.0, |customers| customers.monthly_fee.get());
        let churn =
            customers.and_then(|customers| customers.monthly_churn).map_or(0.0, |churn| churn.mean.get());
        let labels = self.words.customers;
        let opening_cell = self.row(INPUTS, labels[0]).column(1);
        self.book.input(opening_cell, opening, Look::Count);
        let counted_cell = self.row(INPUTS, labels[1]).column(1);
        self.book.input(counted_cell, counted, Look::Plain);
        let place = self.named(INPUTS, labels[2], "opening_customers");
        self.book.formula(place, Look::Count, "{0}*{1}", &[opening_cell.into(), counted_cell.into()]);
        let place = self.named(INPUTS, labels[3], "customer_fee");
        self.book.input(place, fee, Look::Money);
        let place = self.named(INPUTS, labels[4], "monthly_churn");
        self.enter(place, churn, Look::Rate, self.plan.solve_for == SolveFor::Churn);
        self.expansion_inputs();
    }

    /// What customers add: each with what it brings a customer each month, fees apart from what is paid once.
    fn expansion_inputs(&mut self) {
        let expansions = self.plan.customers.as_ref().map_or(&[][..], |customers| &customers.expansions);
        self.next(INPUTS);
        self.headings(INPUTS, &self.words.expansion_headings);
        let first = self.rows[INPUTS];
        for expansion in expansions {
            let row = self.next(INPUTS);
            self.book.text(row, expansion_name(expansion, self.language));
            let [rate, value, fees, once] = [1, 2, 3, 4].map(|column| row.column(column));
            self.book.input(rate, expansion.yearly_rate.mean.get(), Look::Rate);
            self.book.input(value, expansion.value.get(), Look::Money);
            let brings = if expansion.kind == DealKind::Recurring { fees } else { once };
            self.book.formula(brings, Look::Count, "{0}/12*{1}", &[rate.into(), value.into()]);
        }
        let end = self.rows[INPUTS].max(first + 1) - 1;
        for (column, name) in [(3, "expansion_fees"), (4, "expansion_once")] {
            let place = at(INPUTS, end + 1, column);
            let first = at(INPUTS, first.min(end), column);
            let cells = crate::share::spreadsheet::Span { first, last: at(INPUTS, end, column) };
            self.book.formula(place, Look::Count, "SUM({0})", &[cells]);
            self.book.name(place, name);
        }
        self.book.text(at(INPUTS, end + 1, 0), self.words.total);
        self.rows[INPUTS] = end + 2;
    }
}
