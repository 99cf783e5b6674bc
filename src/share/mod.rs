//! Whatever leaves the process or comes into it: links, files, tables; each versioned, each read with suspicion.

mod explain;
mod file;
pub mod link;
mod schema;
mod workbook;

pub use explain::{file_sentence, link_sentence};
pub use file::{FILE_ENDING, PlanFile, write};
pub use schema::schema;
pub use workbook::WORKBOOK_VERSION;
