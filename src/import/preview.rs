//! The first rows of a file, to show what its columns are taken for before all of it is read.

use gyakusan_engine::plan::Plan;

use super::mapping::{Mapping, Memory};
use crate::share::csv::{CsvError, Encoding, Foreign, Layout, Reader, Row};

/// Rows that are shown and guessed from.
const ROWS: usize = 100;

/// The beginning of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Its encoding; `None` where all is ASCII.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub separator: Option<u8>,
    /// The headings.
    pub headings: Vec<String>,
    /// The first rows after them, at most a hundred.
    pub rows: Vec<Vec<String>>,
    /// What the columns are taken for.
    pub mapping: Mapping,
}

impl Preview {
    /// Reads the beginning of a file: some tens of kilobytes are enough. Its last row may be cut.
    ///
    /// # Errors
    /// Where not even the headings can be read.
    pub fn new(
        bytes: &[u8],
        layout: Layout,
        foreign: Option<Foreign>,
        plan: &Plan,
        memory: &Memory,
    ) -> Result<Self, CsvError> {
        let mut reader = Reader::new(layout, foreign);
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut take = |row: &Row| {
            if rows.len() <= ROWS && !row.is_empty() {
                rows.push(row.cells().map(str::to_owned).collect());
            }
        };
        let result = reader.push(bytes, &mut take).and_then(|()| reader.finish(&mut take));
        // A quote that the cut left open is no fault of the file.
        if let Err(error) = result
            && rows.is_empty()
        {
            return Err(error);
        }
        let headings = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let headings: Vec<_> = headings.iter().map(|heading| heading.trim().to_owned()).collect();
        let mapping = Mapping::guess(&headings, &rows, plan, memory);
        Ok(Self { encoding: reader.encoding(), separator: reader.separator(), headings, rows, mapping })
    }
}
