//! The sheet that solves: the goal without what is solved for, what one unit of it brings, and the unit count that makes the two
//! the target. The goal is affine in volume, rates, amounts and budgets; the churn is found by halving its range; a delay stands
//! as the page found it.

use gyakusan_engine::plan::{Measure, SolveFor, Volume};

use super::{FIRST, Place, SOLVE, TOTAL, Writer};
use crate::session::Wanted;
use crate::share::spreadsheet::{Look, Span};
use crate::text::filled;

/// Halvings of the churn's range: as many as its last digit takes.
const HALVINGS: usize = 60;
/// The amount of money, and entries a month, that no plan passes.
const MOST_MONEY: &str = "1000000000000000";
const MOST_ENTRIES: &str = "1000000000";

/// Everything that a block of billing rows is worked out from.
pub(super) struct Bill<'a> {
    /// Wins by month.
    pub(super) wins: Place,
    /// What a win brings, as a formula.
    pub(super) value: &'a str,
    /// Whether recurring wins become customers.
    pub(super) joins: bool,
    /// Whether the opening customers are there.
    pub(super) opening: bool,
}

impl Writer<'_> {
    /// What every plan has: the multiplier, 1 where the volume is not solved for, and a note on what is.
    pub(super) fn solve_head(&mut self) {
        let wanted = Wanted::of(self.plan);
        let note = self.next(SOLVE);
        let name = wanted.name(self.plan, self.language);
        let kind = match self.plan.solve_for {
            SolveFor::Nothing => 0,
            SolveFor::Delay(_) => 2,
            _ => 1,
        };
        self.book.text(note, &filled(self.words.solve_notes[kind], &[&name]));
        let solved = self.named(SOLVE, &name, "solved_value");
        if kind == 2 {
            self.book.number(solved, self.tree.solved_value, Look::Count);
        }
        let multiplier = self.named(SOLVE, self.words.multiplier, "multiplier");
        if self.plan.solve_for != SolveFor::Volume {
            self.book.number(multiplier, 1.0, Look::Count);
        }
        self.headings(SOLVE, &["", self.words.reach, "", "", "", "", self.words.total]);
        self.month_headings(SOLVE);
    }

    pub(super) fn solve(&mut self) {
        let solved = self.plan.solve_for.clone();
        if matches!(solved, SolveFor::Nothing | SolveFor::Delay(_) | SolveFor::Churn) {
            return;
        }
        let [base, unit] = self.wins();
        let by_value = solved == SolveFor::DealValue;
        // A unit of the deal's value comes with every win.
        let unit = if by_value { base } else { unit };
        let value = |amount| if by_value { amount } else { "deal_value" };
        let base = Bill { wins: base, value: value("0"), joins: true, opening: true };
        let base = self.goal_of(0, &base);
        let unit = Bill { wins: unit, value: value("1"), joins: !by_value, opening: false };
        let unit = self.goal_of(1, &unit);
        let cells = [base.into(), unit.into()];
        let place = |writer: &Self, name| writer.book.named(name).unwrap_or(base);
        if solved == SolveFor::Volume {
            let multiplier = place(self, "multiplier");
            let formula = "IF({0}>=target*(1-1E-9),0,IF({1}=0,1,(target-{0})/{1}))";
            self.book.formula(multiplier, Look::Count, formula, &cells);
            self.book.formula(place(self, "solved_value"), Look::Count, "multiplier", &[]);
            return;
        }
        let [least, largest] = self.limits();
        let formula = "IF({0}>=target*(1-1E-9),{2},IF({0}+{3}*{1}<target*(1-1E-9),{3},\
                       MAX(0,MIN({3},(target-{0})/{1}))))";
        let look = if matches!(solved, SolveFor::Rate(_)) { Look::Rate } else { Look::Money };
        let cells = [cells[0], cells[1], least.into(), largest.into()];
        self.book.formula(place(self, "solved_value"), look, formula, &cells);
    }

    /// Wins by month without what is solved for, and those that one unit of it brings.
    fn wins(&mut self) -> [Place; 2] {
        let mut sums = [Vec::new(), Vec::new()];
        let plan = self.plan;
        for (place, channel) in plan.channels.iter().enumerate() {
            let [enters, counted] =
                [&channel.enters, &channel.counted_at].map(|id| plan.stage_index(id).unwrap_or(0));
            let mut flow = self.flows[place];
            let mut scaled = plan.solve_for == SolveFor::Volume && !channel.fixed;
            if plan.solve_for == SolveFor::Budget(channel.id.clone()) {
                scaled = true;
                flow = self.row(SOLVE, &filled(self.words.unit_budget, &[&self.channels[place]]));
                self.flow(place, flow, Some("1"));
            }
            let mut rates = Vec::new();
            for stage in counted + 1..=self.last {
                if self.is_solved_rate(stage) && !self.has_own_rate(place, stage) {
                    scaled = true;
                } else {
                    rates.extend(self.own_rates[place][stage]);
                }
            }
            let name = filled(self.words.arrivals, &[&self.channels[place], &self.stages[self.last]]);
            let row = self.row(SOLVE, &name);
            let share = row.column(1);
            self.book.joined(share, Look::Rate, "*", &rates, "1");
            self.convolve(row, share, flow, self.by_lag[enters][self.last - enters]);
            sums[usize::from(scaled)].push(row);
        }
        for start in 0..self.last {
            let stages = start + 1..=self.last;
            let rates: Vec<_> = (stages.clone()).filter(|stage| !self.is_solved_rate(*stage)).collect();
            let scaled = rates.len() < stages.count();
            let rates: Vec<_> = rates.into_iter().map(|stage| self.rates[stage]).collect();
            let name = filled(self.words.standing, &[&self.stages[start], &self.stages[self.last]]);
            let row = self.row(SOLVE, &name);
            let share = row.column(1);
            self.book.joined(share, Look::Rate, "*", &rates, "1");
            self.standing_row(row, start, self.last, share);
            sums[usize::from(scaled)].push(row);
        }
        let mut kind = 0;
        sums.map(|rows| {
            let sum = self.row(SOLVE, self.words.wins[kind]);
            kind += 1;
            self.add_up(sum, Look::Count, &rows);
            sum
        })
    }

    /// Rows added month by month.
    pub(super) fn add_up(&mut self, sum: Place, look: Look, rows: &[Place]) {
        for column in FIRST..=self.end() {
            let cells: Vec<_> = rows.iter().map(|row| row.column(column)).collect();
            self.book.joined(sum.column(column), look, "+", &cells, "0");
        }
        self.total(sum, look);
    }

    /// The goal of some wins, in a cell; `kind` names it.
    fn goal_of(&mut self, kind: usize, bill: &Bill) -> Place {
        let [fees, _, revenue] = self.bill(SOLVE, bill);
        let goal = self.row(SOLVE, self.words.goals[kind]).column(1);
        self.goal(goal, fees, revenue);
        goal
    }

    /// What the months come to in the plan's measure.
    pub(super) fn goal(&mut self, place: Place, fees: Place, revenue: Place) {
        match self.plan.goal.measure {
            Measure::PeriodRevenue => {
                self.book.formula(place, Look::Money, "{0}", &[revenue.column(TOTAL).into()]);
            }
            Measure::ExitArr => {
                self.book.formula(place, Look::Money, "12*{0}", &[fees.column(self.end()).into()]);
            }
        }
    }

    /// Customers, fees, what is paid once, and revenue, month by month; gives the rows of the last three.
    pub(super) fn bill(&mut self, sheet: usize, bill: &Bill) -> [Place; 3] {
        let labels = self.words.billing;
        let [customers, fees, once, revenue] = [0, 1, 2, 3].map(|label| self.row(sheet, labels[label]));
        let won = ["{1}*", bill.value].concat();
        let is_recurring = self.is_recurring();
        for column in FIRST..=self.end() {
            let cell = |row: Place| Span::from(row.column(column));
            let before = |row: Place| Span::from(row.column(column - 1));
            let is_first = column == FIRST;
            let start = |opening: &'static str| match (is_first, bill.opening) {
                (true, true) => opening,
                (true, false) => "0",
                (false, _) => "{0}",
            };
            let joined = if is_recurring && bill.joins { "+{1}" } else { "" };
            let formula = [start("opening_customers"), "*(1-monthly_churn)", joined].concat();
            let cells = [before(customers), cell(bill.wins)];
            self.book.formula(customers.column(column), Look::Count, &formula, &cells);
            let paid = if is_recurring { ["+", &won].concat() } else { String::new() };
            let formula =
                [start("opening_customers*customer_fee"), "*(1-monthly_churn)", &paid, "+{2}*expansion_fees"];
            let cells = [before(fees), cell(bill.wins), cell(customers)];
            self.book.formula(fees.column(column), Look::Money, &formula.concat(), &cells);
            let paid = if is_recurring { "0" } else { &won };
            let formula = [paid, "+{2}*expansion_once"].concat();
            self.book.formula(once.column(column), Look::Money, &formula, &cells);
            let cells = [cell(fees), cell(once)];
            self.book.formula(revenue.column(column), Look::Money, "{0}+{1}", &cells);
        }
        for row in [fees, once, revenue] {
            self.total(row, Look::Money);
        }
        [fees, once, revenue]
    }

    /// The least and the largest value of what is solved for, in cells.
    fn limits(&mut self) -> [Place; 2] {
        let plan = self.plan;
        let [least, largest] = self.words.limits.map(|label| self.row(SOLVE, label).column(1));
        self.book.number(least, 0.0, Look::Plain);
        match &plan.solve_for {
            SolveFor::Rate(id) => {
                self.book.number(largest, 1.0, Look::Rate);
                // A count beyond a rate of 0 is explained by no number of entries; there the entered rate stands.
                let step = plan.stage_index(id).unwrap_or(0);
                let place = |id| plan.stage_index(id).unwrap_or(0);
                let is_counted_beyond = plan.channels.iter().enumerate().any(|(index, channel)| {
                    let way = place(&channel.enters) + 1..=place(&channel.counted_at);
                    way.contains(&step) && !self.has_own_rate(index, step)
                });
                if let Some(entered) = plan.stages[step].step.filter(|_| is_counted_beyond) {
                    self.book.number(least, entered.rate.mean.get(), Look::Rate);
                }
            }
            SolveFor::Budget(id) => {
                let channel = plan.channels.iter().position(|channel| channel.id == *id).unwrap_or(0);
                let input = self.volumes[channel];
                let cost = input.column(super::inputs::COST).into();
                let is_list = matches!(&plan.channels[channel].volume, Volume::Budget { .. } if !plan.channels[channel].volume.is_even());
                let mut formula = ["MIN({0}*", MOST_ENTRIES, "*(1-1E-12),", MOST_MONEY, ")"].concat();
                let mut cells: Vec<Span> = vec![cost];
                if is_list {
                    formula += "/MAX({1})";
                    cells.push(input.column(FIRST).to(self.end()));
                }
                self.book.formula(largest, Look::Money, &formula, &cells);
            }
            _ => self.book.formula(largest, Look::Money, MOST_MONEY, &[]),
        }
        [least, largest]
    }

    /// The goal is a polynomial in the share of customers that stays, with coefficients that are never negative, so it falls
    /// with the churn and halving finds the highest that reaches the target.
    pub(super) fn solve_churn(&mut self, wins: Place) {
        let months = self.months();
        let powers = self.row(SOLVE, self.words.churn[0]);
        let coefficients = self.row(SOLVE, self.words.churn[1]);
        for power in 0..=months {
            self.book.number(powers.column(FIRST + power), power as f64, Look::Plain);
            self.coefficient(coefficients.column(FIRST + power), powers.column(FIRST + power), power, wins);
        }
        let all = coefficients.to(FIRST + months);
        self.headings(SOLVE, &self.words.halving_headings);
        let start = self.next(SOLVE);
        self.book.number(start.column(1), 0.0, Look::Rate);
        self.book.number(start.column(2), 1.0, Look::Rate);
        let mut before = start;
        for step in 0..HALVINGS {
            let row = self.next(SOLVE);
            let [low, high, middle, goal] = [1, 2, 3, 4].map(|column| row.column(column));
            // The first range is the whole; each that follows is the half in which the goal crosses the target.
            let [last_low, last_high, last_middle, last_goal] =
                [1, 2, 3, 4].map(|column| Span::from(before.column(column)));
            let cells = [last_low, last_high, last_middle, last_goal];
            let formulas = if step == 0 {
                ["{0}", "{1}"]
            } else {
                ["IF({3}>=target,{2},{0})", "IF({3}>=target,{1},{2})"]
            };
            self.book.formula(low, Look::Rate, formulas[0], &cells);
            self.book.formula(high, Look::Rate, formulas[1], &cells);
            self.book.formula(middle, Look::Rate, "({0}+{1})/2", &[low.into(), high.into()]);
            self.book.formula(goal, Look::Money, "SERIESSUM(1-{0},0,1,{1})", &[middle.into(), all]);
            before = row;
        }
        if let Some(solved) = self.book.named("solved_value") {
            let formula = "IF({0}>=target*(1-1E-9),1,IF(SUM({1})<target,0,{2}))";
            let cells = [coefficients.into(), all, before.column(1).into()];
            self.book.formula(solved, Look::Rate, formula, &cells);
        }
        for (place, look) in self.solved_cells.clone() {
            self.book.formula(place, look, "solved_value", &[]);
        }
    }

    /// What stays of the goal after so many months of churn.
    fn coefficient(&mut self, place: Place, power: Place, number: usize, wins: Place) {
        let months = self.months();
        let is_exit = self.plan.goal.measure == Measure::ExitArr;
        let mut parts = Vec::new();
        if number < months {
            parts.push(match (self.is_recurring(), is_exit) {
                (true, false) => "SUM({1})*(deal_value+expansion_fees*({0}+1)+expansion_once)",
                (true, true) => "12*{2}*(deal_value+expansion_fees*({0}+1))",
                (false, _) if number == 0 => "SUM({1})*deal_value",
                (false, _) => "0",
            });
        }
        if number > 0 && (!is_exit || number == months) {
            parts.push(if is_exit {
                "12*opening_customers*(customer_fee+expansion_fees*{0})"
            } else {
                "opening_customers*(customer_fee+expansion_fees*{0}+expansion_once)"
            });
        }
        let last = FIRST + months - 1 - number.min(months - 1);
        let cells = [power.into(), wins.column(FIRST).to(last), wins.column(last).into()];
        self.book.formula(place, Look::Count, &parts.join("+"), &cells);
    }
}
