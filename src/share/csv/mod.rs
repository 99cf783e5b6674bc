//! Tables as CSV, written and read.
//!
//! What is written is UTF-8 with a byte order mark, lines ended by CR LF, cells quoted as RFC 4180 has it. Spreadsheets take a
//! cell that begins with `=`, `+`, `-` or `@` for a formula: such texts get an apostrophe before them, which [`restored`] takes
//! away again; numbers are written as they are.
//!
//! What is read may come in pieces of any size and in any of four encodings, separated by commas, tabs or semicolons
//! ([`Reader`]). What [`Table`] wrote comes back as it was.

mod decode;
mod detect;
mod problem;
mod read;
mod row;
#[cfg(test)]
mod tests;
mod write;

pub use decode::{Encoding, Foreign};
pub use problem::{CsvError, CsvProblem};
pub use read::{Layout, Limits, Reader};
pub use row::{Row, RowFault};
pub(in crate::share) use write::is_dangerous;
pub use write::{MARK, Table, neutralised, restored};
