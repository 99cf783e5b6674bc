//! Reading: rows out of bytes that come in pieces.

use super::decode::{Decoder, Encoding, Foreign};
use super::problem::{CsvError, CsvProblem};
use super::row::{Row, RowFault};
use super::{detect, restored};

/// Characters (as bytes of UTF-8) that are looked at before a separator is chosen.
const SAMPLE_BYTES: usize = 8192;

/// Characters of a value that an error shows.
const SHOWN_CHARACTERS: usize = 60;

/// What a table may hold. Each is checked before anything grows beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a cell as UTF-8.
    pub cell_bytes: usize,
    /// Columns of a row.
    pub columns: usize,
    /// Rows of a table, the headings among them.
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { cell_bytes: 65_536, columns: 500, rows: 5_000_000 }
    }
}

/// What is known of a file before it is read; what is `None` is found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// Its encoding.
    pub encoding: Option<Encoding>,
    /// What stands between cells: `,`, tab or `;`.
    pub separator: Option<u8>,
    /// What it may hold.
    pub limits: Limits,
}

/// Where in a row the reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quote that closes, or is the first half of one in the cell.
    AfterQuote,
}

/// Reads rows out of bytes.
///
/// ```
/// use gyakusan::share::csv::{Layout, Reader};
///
/// let mut reader = Reader::new(Layout::default(), None);
/// let mut rows = Vec::new();
/// for piece in ["id;name\n1;\"a", ";\"\"b\"\"\"\n2;'=1+1"] {
///     reader.push(piece.as_bytes(), &mut |row| rows.push(row.cells().map(str::to_owned).collect::<Vec<_>>()))?;
/// }
/// reader.finish(&mut |row| rows.push(row.cells().map(str::to_owned).collect::<Vec<_>>()))?;
/// assert_eq!(rows, [["id", "name"], ["1", "a;\"b\""], ["2", "=1+1"]]);
/// # Ok::<(), gyakusan::share::csv::CsvError>(())
/// ```
#[derive(Debug)]
pub struct Reader {
    decoder: Decoder,
    layout: Layout,
    /// Text that waits for the choice of a separator.
    sample: String,
    separator: Option<u8>,
    place: Place,
    is_after_return: bool,
    row: Row,
    /// Where the cell starts in the row's text.
    start: usize,
    /// Cells of the first row.
    width: Option<usize>,
    failed: Option<CsvError>,
}

impl Reader {
    /// A reader of a file of which this much is known. Without `foreign` `Shift_JIS` is an error.
    pub fn new(layout: Layout, foreign: Option<Foreign>) -> Self {
        Self {
            decoder: Decoder::new(layout.encoding, foreign),
            layout,
            sample: String::new(),
            separator: layout.separator.filter(|separator| detect::SEPARATORS.contains(separator)),
            place: Place::CellStart,
            is_after_return: false,
            row: Row { number: 1, ..Row::default() },
            start: 0,
            width: None,
            failed: None,
        }
    }

    /// The encoding; `None` while every byte was ASCII.
    pub fn encoding(&self) -> Option<Encoding> {
        self.decoder.encoding()
    }

    /// What stands between cells; `None` while too little is read to say.
    pub fn separator(&self) -> Option<u8> {
        self.separator
    }

    /// Reads the next bytes and hands over the rows that end in them.
    ///
    /// # Errors
    /// [`CsvError`]; from then on every call gives the same.
    pub fn push(&mut self, bytes: &[u8], to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        self.read(bytes, false, to)
    }

    /// Hands over the rows that no line break ends.
    ///
    /// # Errors
    /// As [`Reader::push`].
    pub fn finish(&mut self, to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        self.read(&[], true, to)
    }

    fn read(&mut self, bytes: &[u8], is_last: bool, to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let result = self.step(bytes, is_last, to);
        if let Err(error) = &result {
            self.failed = Some(error.clone());
        }
        result
    }

    fn step(&mut self, bytes: &[u8], is_last: bool, to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        let mut text = std::mem::take(&mut self.sample);
        self.decoder.decode(bytes, is_last, &mut text).map_err(|problem| self.error(problem))?;
        let separator = match self.separator {
            Some(separator) => separator,
            None if text.len() < SAMPLE_BYTES && !is_last => {
                self.sample = text;
                return Ok(());
            }
            None => {
                let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
                *self.separator.insert(detect::separator(sample))
            }
        };
        self.characters(&text, separator, to)?;
        if is_last { self.end(to) } else { Ok(()) }
    }

    fn characters(&mut self, text: &str, separator: u8, to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        let bytes = text.as_bytes();
        let is_delimiter = |byte: u8| byte == separator || byte == b'\r' || byte == b'\n';
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if std::mem::take(&mut self.is_after_return) && byte == b'\n' {
                at += 1;
                continue;
            }
            let is_quote = byte == b'"';
            match self.place {
                Place::CellStart if is_quote => {
                    self.place = Place::Quoted;
                    at += 1;
                }
                Place::AfterQuote if is_quote => {
                    self.add("\"")?;
                    self.place = Place::Quoted;
                    at += 1;
                }
                Place::Quoted if is_quote => {
                    self.place = Place::AfterQuote;
                    at += 1;
                }
                Place::Quoted => {
                    let run = bytes[at..].iter().take_while(|byte| **byte != b'"').count();
                    self.add(&text[at..at + run])?;
                    at += run;
                }
                _ if is_delimiter(byte) => {
                    self.delimiter(byte, separator, to)?;
                    at += 1;
                }
                place => {
                    if place == Place::AfterQuote {
                        self.row.fault.get_or_insert(RowFault::TextAfterQuote { column: self.column() });
                    }
                    let run = bytes[at..].iter().take_while(|byte| !is_delimiter(**byte)).count();
                    self.add(&text[at..at + run])?;
                    self.place = Place::Plain;
                    at += run;
                }
            }
        }
        Ok(())
    }

    /// Appends to the cell.
    fn add(&mut self, text: &str) -> Result<(), CsvError> {
        self.is_in_limits()?;
        let max = self.layout.limits.cell_bytes;
        let room = max - (self.row.text.len() - self.start).min(max);
        if text.len() > room {
            // What the error shows does not depend on how the bytes were cut.
            self.row.text.push_str(&text[..text.floor_char_boundary(room)]);
            return Err(self.error(CsvProblem::CellTooLong(max)));
        }
        self.row.text.push_str(text);
        Ok(())
    }

    fn is_in_limits(&self) -> Result<(), CsvError> {
        let Limits { columns, rows, .. } = self.layout.limits;
        if self.row.ends.len() >= columns {
            return Err(self.error(CsvProblem::TooManyColumns(columns)));
        }
        if self.row.number > rows {
            return Err(self.error(CsvProblem::TooManyRows(rows)));
        }
        Ok(())
    }

    fn delimiter(&mut self, byte: u8, separator: u8, to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        self.end_cell()?;
        if byte != separator {
            self.is_after_return = byte == b'\r';
            self.end_row(to);
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), CsvError> {
        self.is_in_limits()?;
        let cell = self.row.text.get(self.start..).unwrap_or_default();
        let is_damaged = cell.contains('\u{fffd}');
        if restored(cell).len() < cell.len() {
            self.row.text.remove(self.start);
        }
        if is_damaged {
            self.row.fault.get_or_insert(RowFault::Damaged { column: self.column() });
        }
        self.start = self.row.text.len();
        self.row.ends.push(self.start);
        self.place = Place::CellStart;
        Ok(())
    }

    fn end_row(&mut self, to: &mut dyn FnMut(&Row)) {
        let found = self.row.len();
        if found > 1 || !self.row.is_empty() {
            let expected = *self.width.get_or_insert(found);
            if expected != found {
                self.row.fault = Some(RowFault::OtherLength { found, expected });
            }
        }
        to(&self.row);
        self.row.number += 1;
        self.row.fault = None;
        self.row.text.clear();
        self.row.ends.clear();
        self.start = 0;
    }

    fn end(&mut self, to: &mut dyn FnMut(&Row)) -> Result<(), CsvError> {
        if self.place == Place::Quoted {
            return Err(self.error(CsvProblem::UnclosedQuote));
        }
        if self.place != Place::CellStart || !self.row.ends.is_empty() {
            self.end_cell()?;
            self.end_row(to);
        }
        Ok(())
    }

    fn column(&self) -> usize {
        self.row.ends.len() + 1
    }

    fn error(&self, problem: CsvProblem) -> CsvError {
        let cell = self.row.text.get(self.start..).unwrap_or_default();
        let value = cell.chars().take(SHOWN_CHARACTERS).collect();
        CsvError { row: self.row.number, column: self.column(), value, problem }
    }
}
