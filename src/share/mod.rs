//! Whatever leaves the process or comes into it: links, files, tables; each versioned, each read with suspicion.

pub mod csv;
pub mod file_name;
pub mod markdown;
pub mod workbook;
pub mod zip;
