//! What leaves the page as a file or a text: the plan's tree, its months, its odds.

mod workbook;

pub use workbook::workbook;
