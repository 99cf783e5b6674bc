//! A chosen file: its beginning, and what that shows.

use gyakusan_engine::plan::Plan;

use super::{Decoders, Importing};
use crate::import::{Mapping, Memory, Preview, Shape};
use crate::share::csv::{CsvError, CsvProblem, Encoding, Layout, Reader, Row};

/// Bytes of a file that are looked at before all of it is read.
pub const HEAD_BYTES: usize = 1 << 17;

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has no bytes.
    Empty,
    /// It is no text.
    Binary,
    /// It has headings and no row.
    NoRows,
    /// The browser cannot read it.
    Unreadable,
    /// It breaks off.
    Broken(CsvError),
}

/// A chosen file.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Names it among the files of an import.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: usize,
    /// What was said of its encoding and separator.
    pub layout: Layout,
    /// What its beginning shows.
    pub preview: Option<Preview>,
    /// Why it cannot be used.
    pub fault: Option<Fault>,
    /// Rows of its beginning.
    pub head_rows: usize,
    /// A day of its first rows that may be one of two, while nothing says which number comes first.
    pub open_day: Option<String>,
    /// Whether the order of the numbers decides any day of its first rows.
    pub has_day_order: bool,
    /// What was said of its rows.
    pub(super) shape: Option<Shape>,
    /// Whether it has to be looked at.
    pub(super) wants_look: bool,
    head: Vec<u8>,
}

impl Chosen {
    pub(super) fn new(key: u32, name: String, bytes: usize, head: Vec<u8>) -> Self {
        let layout = Layout::default();
        Self {
            key,
            name,
            bytes,
            layout,
            preview: None,
            fault: None,
            head_rows: 0,
            open_day: None,
            has_day_order: false,
            shape: None,
            wants_look: true,
            head,
        }
    }

    /// Whether the beginning is all of it.
    pub fn is_whole(&self) -> bool {
        self.head.len() >= self.bytes
    }

    /// Whether it can be read.
    pub fn is_usable(&self) -> bool {
        self.fault.is_none() && self.preview.is_some()
    }

    /// Looks at its beginning where that is needed, and at its days.
    fn look(&mut self, plan: &Plan, memory: &Memory, decoders: Decoders) {
        if std::mem::take(&mut self.wants_look) {
            self.look_anew(plan, memory, decoders);
        }
        (self.open_day, self.has_day_order) = (None, false);
        if let Some(Preview { mapping, rows, .. }) = &self.preview {
            self.open_day = mapping.ambiguous_day(rows).map(str::to_owned);
            let any_order = Mapping { day_order: None, ..mapping.clone() };
            self.has_day_order = any_order.ambiguous_day(rows).is_some();
        }
    }

    fn look_anew(&mut self, plan: &Plan, memory: &Memory, decoders: Decoders) {
        self.preview = None;
        self.fault = None;
        if self.bytes == 0 {
            self.fault = Some(Fault::Empty);
            return;
        }
        match Preview::new(&self.head, self.layout, decoders(), plan, memory) {
            Err(error) => self.fault = Some(Fault::Broken(error)),
            Ok(preview) if is_binary(&preview) => self.fault = Some(Fault::Binary),
            Ok(mut preview) => {
                if let Some(shape) = self.shape {
                    let (headings, rows) = (&preview.headings, &preview.rows);
                    preview.mapping = Mapping::of_shape(shape, headings, rows, plan, memory);
                }
                if preview.rows.is_empty() && self.is_whole() {
                    self.fault = Some(Fault::NoRows);
                }
                self.preview = Some(preview);
            }
        }
        let mut rows = 0;
        let mut reader = Reader::new(self.layout, decoders());
        let mut count = |_: &Row| rows += 1;
        let result = reader.push(&self.head, &mut count).and_then(|()| reader.finish(&mut count));
        self.head_rows = rows;
        // What is wrong beyond the cut is found out when all of it is read.
        if let Err(error) = result
            && self.is_whole()
            && self.fault != Some(Fault::Binary)
        {
            self.fault = Some(Fault::Broken(error));
        }
    }

    /// Its rows, as many as its beginning makes likely where that is not all of it.
    pub fn rows(&self) -> usize {
        if self.is_whole() || self.head.is_empty() {
            return self.head_rows;
        }
        // The beginning's last row is cut.
        let rows = self.head_rows.saturating_sub(1) as f64;
        (rows * self.bytes as f64 / self.head.len() as f64) as usize
    }

    /// The encoding that it is read in.
    pub fn encoding(&self) -> Encoding {
        let found = self.preview.as_ref().and_then(|preview| preview.encoding);
        self.layout.encoding.or(found).unwrap_or(Encoding::Utf8)
    }

    /// Whether it is the workbook of a spreadsheet program.
    pub fn is_workbook(&self) -> bool {
        matches!(&self.fault, Some(Fault::Broken(error)) if error.problem == CsvProblem::Spreadsheet)
    }
}

impl Importing {
    /// Looks at the files that were chosen, or said something new of, and remembers what was agreed to; to be called after
    /// each of these.
    pub fn look(&mut self, plan: &Plan, decoders: Decoders) {
        for mapping in std::mem::take(&mut self.agreed) {
            self.memory.learn(&mapping);
        }
        for file in &mut self.files {
            // One that cannot be read has nothing to look at.
            if file.fault != Some(Fault::Unreadable) {
                file.look(plan, &self.memory, decoders);
            }
        }
    }
}

/// Whether there are characters that no text has.
fn is_binary(preview: &Preview) -> bool {
    let is_control = |text: &String| text.chars().any(|found| ('\0'..='\x08').contains(&found));
    preview.headings.iter().any(is_control) || preview.rows.iter().take(20).flatten().any(is_control)
}
