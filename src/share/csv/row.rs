//! A row of a table that is read.

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Which row it is, from 1; a line break within quotes begins none.
    pub number: usize,
    /// What is unusual about it; it is whole all the same.
    pub fault: Option<RowFault>,
    /// Its cells, one behind the other.
    pub(super) text: String,
    /// Where in the text each cell ends.
    pub(super) ends: Vec<usize>,
}

/// What is unusual about a row. Columns count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// It has more or fewer cells than the first row.
    OtherLength {
        /// Its cells.
        found: usize,
        /// Those of the first row.
        expected: usize,
    },
    /// Some of its bytes are no characters in this encoding; U+FFFD stands for them.
    Damaged {
        /// The first such column.
        column: usize,
    },
    /// Text follows a closing quote; it is part of the cell.
    TextAfterQuote {
        /// The column.
        column: usize,
    },
}

impl Row {
    /// How many cells it has, at least 1.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether every cell is empty or white space.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A cell, from 0; empty beyond the last.
    pub fn cell(&self, place: usize) -> &str {
        let Some(&end) = self.ends.get(place) else { return "" };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end).unwrap_or_default()
    }

    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|place| self.cell(place))
    }
}
