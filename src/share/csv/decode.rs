//! Bytes to text: UTF-8 and UTF-16 here, `Shift_JIS` by whoever has a table of it.

use super::{CsvProblem, detect};

/// How the characters of a file are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// `Shift_JIS` as Windows writes it (code page 932).
    ShiftJis,
}

/// Decodes `Shift_JIS`: the next bytes, and whether they are the last, give the next characters, with U+FFFD for what is
/// none. Bytes of a character that is not whole yet wait for the next call, as `TextDecoder` has it.
pub type Foreign = Box<dyn FnMut(&[u8], bool) -> String>;

/// Bytes that are looked at before an encoding is chosen.
const HEAD_BYTES: usize = 1024;

/// Bytes from the first that is not ASCII on, which tell UTF-8 from `Shift_JIS`.
const EVIDENCE_BYTES: usize = 512;

/// Turns pieces of bytes into text; any way of cutting them gives the same text.
pub(super) struct Decoder {
    encoding: Option<Encoding>,
    foreign: Option<Foreign>,
    /// Bytes that wait for those after them.
    held: Vec<u8>,
    /// Whether the head has been looked at, and the mark taken away.
    is_head_read: bool,
    /// The first half of a surrogate pair.
    surrogate: Option<u16>,
}

impl Decoder {
    pub(super) fn new(encoding: Option<Encoding>, foreign: Option<Foreign>) -> Self {
        Self { encoding, foreign, held: Vec::new(), is_head_read: false, surrogate: None }
    }

    /// The encoding; `None` while every byte was ASCII.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// Appends the text of the next bytes.
    pub(super) fn decode(
        &mut self,
        bytes: &[u8],
        is_last: bool,
        text: &mut String,
    ) -> Result<(), CsvProblem> {
        self.held.extend_from_slice(bytes);
        if !self.is_head_read {
            if self.held.len() < HEAD_BYTES && !is_last {
                return Ok(());
            }
            // Workbooks of today are ZIP archives, older ones compound files.
            if self.held.starts_with(b"PK\x03\x04") || self.held.starts_with(b"\xD0\xCF\x11\xE0") {
                return Err(CsvProblem::Spreadsheet);
            }
            self.read_head();
        }
        if self.encoding.is_none() {
            self.choose(is_last, text);
        }
        let Some(encoding) = self.encoding else { return Ok(()) };
        let held = std::mem::take(&mut self.held);
        let used = match encoding {
            Encoding::Utf8 => utf8(&held, is_last, text),
            Encoding::Utf16Le => self.utf16(&held, is_last, u16::from_le_bytes, text),
            Encoding::Utf16Be => self.utf16(&held, is_last, u16::from_be_bytes, text),
            Encoding::ShiftJis => {
                let Some(foreign) = &mut self.foreign else { return Err(CsvProblem::NoDecoder) };
                text.push_str(&foreign(&held, is_last));
                held.len()
            }
        };
        self.held.extend_from_slice(&held[used..]);
        Ok(())
    }

    fn read_head(&mut self) {
        self.is_head_read = true;
        let head = &self.held[..self.held.len().min(HEAD_BYTES)];
        let (guessed, mark) = detect::head(head);
        let is_own = self.encoding.is_none() || self.encoding == guessed;
        self.encoding = self.encoding.or(guessed);
        if is_own {
            self.held.drain(..mark);
        }
    }

    /// Passes ASCII on, which is the same in UTF-8 and `Shift_JIS`, and tells them apart where it ends.
    fn choose(&mut self, is_last: bool, text: &mut String) {
        let ascii = self.held.iter().position(|byte| !byte.is_ascii()).unwrap_or(self.held.len());
        text.extend(self.held.drain(..ascii).map(char::from));
        if self.held.is_empty() || (self.held.len() < EVIDENCE_BYTES && !is_last) {
            return;
        }
        let evidence = &self.held[..self.held.len().min(EVIDENCE_BYTES)];
        self.encoding = Some(detect::wide(evidence));
    }

    /// Appends UTF-16; gives how many bytes were used.
    fn utf16(&mut self, bytes: &[u8], is_last: bool, unit: fn([u8; 2]) -> u16, text: &mut String) -> usize {
        let (pairs, rest) = bytes.as_chunks::<2>();
        for pair in pairs {
            let unit = unit(*pair);
            let before = self.surrogate.take();
            let is_second = (0xDC00..0xE000).contains(&unit);
            if let Some(first) = before {
                if is_second {
                    text.extend(char::decode_utf16([first, unit]).map(|found| found.unwrap_or('\u{fffd}')));
                    continue;
                }
                text.push('\u{fffd}');
            }
            if (0xD800..0xDC00).contains(&unit) {
                self.surrogate = Some(unit);
            } else {
                text.push(char::from_u32(unit.into()).unwrap_or('\u{fffd}'));
            }
        }
        if is_last && (self.surrogate.take().is_some() || !rest.is_empty()) {
            text.push('\u{fffd}');
            return bytes.len();
        }
        bytes.len() - rest.len()
    }
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoder").field("encoding", &self.encoding).finish_non_exhaustive()
    }
}

/// Appends UTF-8; gives how many bytes were used.
fn utf8(bytes: &[u8], is_last: bool, text: &mut String) -> usize {
    let mut used = 0;
    loop {
        let rest = &bytes[used..];
        match std::str::from_utf8(rest) {
            Ok(whole) => {
                text.push_str(whole);
                return bytes.len();
            }
            Err(error) => {
                let (good, _) = rest.split_at(error.valid_up_to());
                text.push_str(std::str::from_utf8(good).unwrap_or_default());
                used += good.len();
                match error.error_len() {
                    Some(length) => used += length,
                    None if is_last => used = bytes.len(),
                    None => return used,
                }
                text.push('\u{fffd}');
            }
        }
    }
}
