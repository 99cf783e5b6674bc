//! Whatever leaves the process or comes into it: links, files, tables; each versioned, each read with suspicion.

mod agreement;
pub mod csv;
pub mod embed;
mod explain;
mod file;
pub mod file_name;
pub mod link;
pub mod markdown;
mod schema;
pub mod spreadsheet;
mod workbook;
pub mod zip;

pub use explain::{file_sentence, link_sentence};
pub use file::{FILE_ENDING, PlanFile};
pub use schema::schema;
pub use workbook::WORKBOOK_VERSION;
