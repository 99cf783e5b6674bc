//! Whatever leaves the process or comes into it: links, files, tables; each versioned, each read with suspicion.

mod explain;
mod file;
pub mod link;
mod workbook;

pub use explain::{file_sentence, link_sentence};
pub use file::{FILE_ENDING, PlanFile};
pub use workbook::WORKBOOK_VERSION;
