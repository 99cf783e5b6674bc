//! Spreadsheets with live formulas, as .xlsx files.
//!
//! A formula is written once, as spreadsheets have it, and worked out at the moment it is put down, so that programs which do
//! not calculate show the same figures. What it refers to has to be put down before.
//!
//! Source: ECMA-376, Office Open XML, part 1 (`SpreadsheetML`).

mod evaluate;
mod xml;

use crate::text::filled;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As it comes.
    Plain,
    /// Bold.
    Heading,
    /// A count with up to three decimals.
    Count,
    /// An amount without decimals.
    Money,
    /// In percent.
    Rate,
}

impl Look {
    /// Every look with its format, in the order of the file's styles.
    const ALL: [(Self, &str); 5] = [
        (Self::Plain, "General"),
        (Self::Heading, "General"),
        (Self::Count, "#,##0.0##"),
        (Self::Money, "#,##0"),
        (Self::Rate, "0.0##%"),
    ];
}

/// A cell of a book: sheet, row and column, each from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The sheet.
    pub sheet: usize,
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The cell in another column of the same row.
    #[must_use]
    pub const fn column(self, column: usize) -> Self {
        Self { column, ..self }
    }

    /// The cell so many rows below.
    #[must_use]
    pub const fn below(self, rows: usize) -> Self {
        Self { row: self.row + rows, ..self }
    }

    /// The cells from this one to a column of the same row.
    pub const fn to(self, column: usize) -> Span {
        Span { first: self, last: self.column(column) }
    }
}

/// The cells of a rectangle; one cell where both corners are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The upper left corner.
    pub first: Place,
    /// The lower right corner, on the same sheet.
    pub last: Place,
}

impl From<Place> for Span {
    fn from(place: Place) -> Self {
        Self { first: place, last: place }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone)]
enum Content {
    Text(String),
    Number(f64),
    /// The formula without its `=`, and what it comes to.
    Formula(String, f64),
}

#[derive(Debug, Clone)]
struct Cell {
    column: usize,
    content: Content,
    look: Look,
    /// Whether it is there to be changed.
    is_input: bool,
}

/// Rows by number; their cells in the order of the columns.
#[derive(Debug, Clone)]
struct Sheet {
    name: String,
    rows: Vec<Vec<Cell>>,
}

/// A book of sheets.
///
/// ```
/// use gyakusan::share::spreadsheet::{Book, Look, Place};
///
/// let mut book = Book::new(&["Plan"]);
/// let [target, value, wins] = [0, 1, 2].map(|row| Place { sheet: 0, row, column: 1 });
/// book.input(target, 1e8, Look::Money);
/// book.input(value, 5e6, Look::Money);
/// book.formula(wins, Look::Count, "{0}/{1}", &[target.into(), value.into()]);
/// assert_eq!(book.value(wins), Some(20.0));
/// ```
#[derive(Debug, Clone)]
pub struct Book {
    sheets: Vec<Sheet>,
    names: Vec<(String, Place)>,
}

impl Book {
    /// A book of empty sheets. Names of sheets hold none of `'[]:*?/\` and at most 31 characters.
    pub fn new(sheets: &[&str]) -> Self {
        let sheets = sheets.iter().map(|name| Sheet { name: (*name).to_owned(), rows: Vec::new() });
        Self { sheets: sheets.collect(), names: Vec::new() }
    }

    /// Puts down a text; it is never a formula.
    pub fn text(&mut self, place: Place, text: &str) {
        self.put(place, Content::Text(text.to_owned()), Look::Plain, false);
    }

    /// Puts down a heading.
    pub fn heading(&mut self, place: Place, text: &str) {
        self.put(place, Content::Text(text.to_owned()), Look::Heading, false);
    }

    /// Puts down a number that is there to be changed.
    pub fn input(&mut self, place: Place, number: f64, look: Look) {
        self.put(place, Content::Number(number), look, true);
    }

    /// Puts down a number that stands.
    pub fn number(&mut self, place: Place, number: f64, look: Look) {
        self.put(place, Content::Number(number), look, false);
    }

    /// Puts down a formula; `{0}` to `{9}` stand for cells.
    pub fn formula(&mut self, place: Place, look: Look, formula: &str, cells: &[Span]) {
        let cells: Vec<_> = cells.iter().map(|span| self.written(place.sheet, *span)).collect();
        let cells: Vec<_> = cells.iter().map(String::as_str).collect();
        self.put_formula(place, look, filled(formula, &cells));
    }

    /// Puts down cells joined by a sign; `otherwise` where there are none.
    pub fn joined(&mut self, place: Place, look: Look, sign: &str, cells: &[Place], otherwise: &str) {
        let written: Vec<_> = cells.iter().map(|cell| self.written(place.sheet, (*cell).into())).collect();
        let formula = if written.is_empty() { otherwise.to_owned() } else { written.join(sign) };
        self.put_formula(place, look, formula);
    }

    /// Gives a cell a name that formulas may use: letters, digits and underscores, not like the address of a cell.
    pub fn name(&mut self, place: Place, name: &str) {
        self.names.push((name.to_owned(), place));
    }

    /// The place of a name.
    pub fn named(&self, name: &str) -> Option<Place> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, place)| *place)
    }

    /// The number in a cell; `None` where there is none.
    pub fn value(&self, place: Place) -> Option<f64> {
        let row = self.sheets.get(place.sheet)?.rows.get(place.row)?;
        let cell = &row[row.binary_search_by_key(&place.column, |cell| cell.column).ok()?];
        match cell.content {
            Content::Text(_) => None,
            Content::Number(number) | Content::Formula(_, number) => Some(number),
        }
    }

    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        xml::file(self)
    }

    fn put_formula(&mut self, place: Place, look: Look, formula: String) {
        let value = evaluate::evaluate(self, place.sheet, &formula);
        self.put(place, Content::Formula(formula, value), look, false);
    }

    fn put(&mut self, place: Place, content: Content, look: Look, is_input: bool) {
        let rows = &mut self.sheets[place.sheet].rows;
        if rows.len() <= place.row {
            rows.resize_with(place.row + 1, Vec::new);
        }
        let cells = &mut rows[place.row];
        let cell = Cell { column: place.column, content, look, is_input };
        match cells.binary_search_by_key(&place.column, |cell| cell.column) {
            Ok(found) => cells[found] = cell,
            Err(next) => cells.insert(next, cell),
        }
    }

    /// Cells as a formula on a sheet names them.
    fn written(&self, sheet: usize, Span { first, last }: Span) -> String {
        let mut text = String::new();
        if first.sheet != sheet {
            text.push('\'');
            text.push_str(&self.sheets[first.sheet].name);
            text.push_str("'!");
        }
        address(first, &mut text);
        if first != last {
            text.push(':');
            address(last, &mut text);
        }
        text
    }
}

/// Adds a cell's address: B3.
fn address(place: Place, text: &mut String) {
    let Place { row, column, .. } = place;
    if let Some(before) = (column / 26).checked_sub(1) {
        text.push(char::from(b'A' + before as u8));
    }
    text.push(char::from(b'A' + (column % 26) as u8));
    text.push_str(&(row + 1).to_string());
}
