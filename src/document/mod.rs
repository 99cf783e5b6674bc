//! The document: everything a user enters, as it is saved, shared and taken back.

pub mod agreed;
mod agreement;
mod scenario;
mod workbook;

use gyakusan_engine::plan::Plan;

pub use agreement::{Agreement, Step};
pub use scenario::Scenario;
pub use workbook::Workbook;

/// A plan and the notes beside it: what undo goes back to, what is saved, what a file or a link carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The plan.
    pub plan: Plan,
    /// The notes beside it.
    pub workbook: Workbook,
}
