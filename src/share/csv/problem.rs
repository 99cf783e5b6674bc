//! Why a table cannot be read on.

/// Why a table cannot be read on, and where. Rows before the place have been handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvError {
    /// The row, from 1.
    pub row: usize,
    /// The column, from 1.
    pub column: usize,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong.
    pub problem: CsvProblem,
}

/// Why a table cannot be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvProblem {
    /// A cell is longer than so many bytes.
    CellTooLong(usize),
    /// A row has more than so many columns.
    TooManyColumns(usize),
    /// There are more than so many rows.
    TooManyRows(usize),
    /// A quote is never closed; it opened at this place.
    UnclosedQuote,
    /// It is `Shift_JIS`, which nobody here decodes.
    NoDecoder,
    /// It is the file of a spreadsheet program, and no text.
    Spreadsheet,
}

impl CsvProblem {
    /// The place of its kind among all kinds, and its limit; 0 where it has none.
    pub fn parts(self) -> (usize, usize) {
        match self {
            Self::CellTooLong(limit) => (0, limit),
            Self::TooManyColumns(limit) => (1, limit),
            Self::TooManyRows(limit) => (2, limit),
            Self::UnclosedQuote => (3, 0),
            Self::NoDecoder => (4, 0),
            Self::Spreadsheet => (5, 0),
        }
    }

    /// The problem with these [`parts`](Self::parts); `None` where there is no such kind.
    pub fn from_parts(kind: usize, limit: usize) -> Option<Self> {
        let all = [
            Self::CellTooLong(limit),
            Self::TooManyColumns(limit),
            Self::TooManyRows(limit),
            Self::UnclosedQuote,
            Self::NoDecoder,
            Self::Spreadsheet,
        ];
        all.get(kind).copied()
    }
}
