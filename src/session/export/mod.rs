//! What leaves the page as a file or a text: tables, the workbook, the summary, the trials themselves.
//!
//! Everything is plain data with the names of files; the page hands it to the browser.

mod digest;
mod spreadsheet;
mod tables;
mod trials;

#[cfg(test)]
mod tests;

pub use digest::{Digest, LeverTable};
pub use spreadsheet::spreadsheet;
pub use tables::TableKind;
pub use trials::TrialTable;

use gyakusan_engine::plan::{DealKind, SolveFor};

use super::{Run, Session, Summary};
use crate::share::file_name::file_name;

/// A file to be handed to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its name; every system takes it.
    pub name: String,
    /// What it holds, as browsers name it.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

const CSV: &str = "text/csv;charset=utf-8";
const MARKDOWN: &str = "text/markdown;charset=utf-8";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Session {
    /// A table of the plan as CSV.
    pub fn table_file(&self, kind: TableKind) -> ExportedFile {
        let bytes = tables::table(self, kind).into_text().into_bytes();
        self.exported(kind.name(), "csv", CSV, bytes)
    }

    /// The plan as a workbook with live formulas.
    pub fn spreadsheet_file(&self) -> ExportedFile {
        let bytes = spreadsheet(&self.plan, &self.tree, self.final_summary(), self.language);
        self.exported("workbook", "xlsx", WORKBOOK, bytes)
    }

    /// The summary as Markdown; with an address that opens the plan, where there is one.
    pub fn markdown_file(&self, link: Option<&str>) -> ExportedFile {
        self.exported("summary", "md", MARKDOWN, self.markdown(link).into_bytes())
    }

    /// The file that the trials are written into, still empty: [`TrialTable::chunk`] gives what follows.
    pub fn trials_file(&self) -> ExportedFile {
        self.exported("trials", "csv", CSV, Vec::new())
    }

    fn exported(&self, kind: &str, ending: &str, media_type: &'static str, bytes: Vec<u8>) -> ExportedFile {
        ExportedFile { name: file_name(self.plan_name(), kind, ending), media_type, bytes }
    }

    /// Rate and delay of the step into the stage at a place, as they are in the tree; `None` for the first stage.
    fn solved_step(&self, place: usize) -> Option<[f64; 2]> {
        let stage = &self.plan.stages[place];
        let step = stage.step?;
        let mut figures = [step.rate.mean.get(), step.delay_months.get()];
        match &self.plan.solve_for {
            SolveFor::Rate(id) if *id == stage.id => figures[0] = self.tree.solved_value,
            SolveFor::Delay(id) if *id == stage.id => figures[1] = self.tree.solved_value,
            _ => {}
        }
        Some(figures)
    }

    /// What a deal brings in the tree, and what that is called.
    fn solved_deal(&self) -> (f64, &'static str) {
        let deal = &self.plan.deal;
        let is_solved = self.plan.solve_for == SolveFor::DealValue;
        let value = if is_solved { self.tree.solved_value } else { deal.value.mean.get() };
        (value, self.language.words().exports().deal[usize::from(deal.kind == DealKind::Recurring)])
    }

    /// The odds of the plan as it stands, once all trials are done: what is passed on does not change any more.
    fn final_summary(&self) -> Option<&Summary> {
        self.summary.as_ref().filter(|_| self.run == Run::Done)
    }
}
