//! The plan as a workbook: its tree as formulas on its inputs, its odds as they were simulated.
//!
//! Sheets stand in the order in which they are read, and are filled in the order in which they are calculated: inputs, shares that
//! have arrived by the end of each month, what is solved for, channels, months, tree.

mod channels;
mod delays;
mod inputs;
mod months;
mod odds;
mod solve;

use gyakusan_engine::plan::{DealKind, Plan, SolveFor};
use gyakusan_engine::tree::Tree;

use crate::session::Summary;
use crate::share::spreadsheet::{Book, Look, Place};
use crate::text::{ExportWords, Language, channel_name, stage_names};

const TREE: usize = 0;
const INPUTS: usize = 1;
const MONTHS: usize = 2;
const CHANNELS: usize = 3;
const DELAYS: usize = 4;
const SOLVE: usize = 5;
const ODDS: usize = 6;

/// The column with the sum of a row's months.
const TOTAL: usize = 6;
/// The column of the first month, on every sheet.
const FIRST: usize = 7;

/// The workbook of a plan, as the bytes of an .xlsx file; `summary` are the odds, where they are known.
pub fn spreadsheet(plan: &Plan, tree: &Tree, summary: Option<&Summary>, language: Language) -> Vec<u8> {
    book(plan, tree, summary, language).to_bytes()
}

pub(super) fn book(plan: &Plan, tree: &Tree, summary: Option<&Summary>, language: Language) -> Book {
    let words = language.words().exports();
    let last = plan.stages.len() - 1;
    let mut writer = Writer {
        plan,
        tree,
        language,
        words,
        stages: plan.stages.iter().map(|stage| stage_names(stage, language).stage).collect(),
        channels: plan.channels.iter().map(|channel| channel_name(channel, language).to_owned()).collect(),
        last,
        book: Book::new(&words.sheets),
        rows: [0; 7],
        rates: Vec::new(),
        delays: Vec::new(),
        standing: Vec::new(),
        season: at(INPUTS, 0, FIRST),
        volumes: Vec::new(),
        own_rates: Vec::new(),
        by_lag: vec![Vec::new(); last + 1],
        standing_months: vec![Vec::new(); last],
        flows: Vec::new(),
        openings: Vec::new(),
        arrivals: Vec::new(),
        solved_cells: Vec::new(),
    };
    writer.inputs();
    writer.solve_head();
    writer.delays();
    writer.flows();
    writer.solve();
    writer.channel_months();
    let stages = writer.stage_months();
    if plan.solve_for == SolveFor::Churn {
        writer.solve_churn(stages[writer.last]);
    }
    writer.finish(&stages);
    writer.odds(summary);
    writer.book
}

/// A cell of a sheet.
const fn at(sheet: usize, row: usize, column: usize) -> Place {
    Place { sheet, row, column }
}

/// Where things stand that formulas refer to; rows are named by their first month.
struct Writer<'a> {
    plan: &'a Plan,
    tree: &'a Tree,
    language: Language,
    words: &'static ExportWords,
    stages: Vec<String>,
    channels: Vec<String>,
    /// The place of the last stage.
    last: usize,
    book: Book,
    /// The next free row of each sheet.
    rows: [usize; 7],
    /// The rate and the delay of the step into each stage, and who stands in it at the start.
    rates: Vec<Place>,
    delays: Vec<Place>,
    standing: Vec<Place>,
    /// The normalised weights of the months.
    season: Place,
    /// The input row of each channel.
    volumes: Vec<Place>,
    /// The rate of each step for each channel; `None` up to the stage it enters.
    own_rates: Vec<Vec<Option<Place>>>,
    /// By starting stage and offset: the share that arrives after each number of months, the longest first.
    by_lag: Vec<Vec<Place>>,
    /// The same for those who stand there at the start, by month.
    standing_months: Vec<Vec<Place>>,
    /// What each channel's counted arrivals are, by month.
    flows: Vec<Place>,
    /// Arrivals of those who stand in the funnel at the start, with the stage.
    openings: Vec<(usize, Place)>,
    /// Arrivals of each channel, by stage from entry on.
    arrivals: Vec<Vec<Place>>,
    /// Cells that hold what is solved for.
    solved_cells: Vec<(Place, Look)>,
}

impl Writer<'_> {
    fn months(&self) -> usize {
        self.plan.months()
    }

    /// The column of the last month.
    fn end(&self) -> usize {
        FIRST + self.months() - 1
    }

    /// A place in the next free row of a sheet, which is taken.
    fn next(&mut self, sheet: usize) -> Place {
        self.rows[sheet] += 1;
        at(sheet, self.rows[sheet] - 1, 0)
    }

    /// A row with a name; gives the cell of the first month.
    fn row(&mut self, sheet: usize, name: &str) -> Place {
        let place = self.next(sheet);
        self.book.text(place, name);
        place.column(FIRST)
    }

    /// A row of headings.
    fn headings(&mut self, sheet: usize, headings: &[&str]) {
        let place = self.next(sheet);
        for (column, heading) in headings.iter().enumerate() {
            self.book.heading(place.column(column), heading);
        }
    }

    /// The months as headings, in the last row.
    fn month_headings(&mut self, sheet: usize) {
        let row = self.rows[sheet] - 1;
        for (month, name) in self.plan.period.iter().enumerate() {
            self.book.heading(at(sheet, row, FIRST + month), &name.to_string());
        }
    }

    /// The sum of a row's months, in its column.
    fn total(&mut self, row: Place, look: Look) {
        self.book.formula(row.column(TOTAL), look, "SUM({0})", &[row.to(self.end())]);
    }

    /// A named number in the second column.
    fn named(&mut self, sheet: usize, label: &str, name: &str) -> Place {
        let place = self.row(sheet, label).column(1);
        self.book.name(place, name);
        place
    }

    fn is_recurring(&self) -> bool {
        self.plan.deal.kind == DealKind::Recurring
    }
}

#[cfg(test)]
mod tests {
    use gyakusan_engine::plan::Plan;
    use gyakusan_engine::tree::Tree;

    use super::*;

    #[test]
    fn the_tree_comes_out_of_the_formulas() {
        for text in [
            include_str!("../../../../engine/plans/article.json"),
            include_str!("../../../../engine/plans/default.json"),
            include_str!("../../../../engine/plans/everything.json"),
            include_str!("../../../../engine/plans/subscription.json"),
            include_str!("../../../../engine/plans/inquiry.json"),
            include_str!("../../../../engine/plans/bench-full.json"),
        ] {
            let plan = Plan::from_json(text).expect("a plan");
            let tree = Tree::solve(&plan).expect("a tree");
            let book = book(&plan, &tree, None, Language::En);
            let value = |name: &str| book.value(book.named(name).expect("a name")).expect("a number");
            for (name, expected) in [
                ("goal", tree.expected_goal),
                ("multiplier", tree.multiplier),
                ("period_entries", tree.period_entries),
                ("period_budget", tree.period_budget),
            ] {
                let found = value(name);
                assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{name}: {found} {expected}");
            }
        }
    }
}
