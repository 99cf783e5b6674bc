//! What a file's first bytes and first lines say of its encoding and its separator.

use super::Encoding;

/// What may stand between cells; of equals the first is taken.
pub(super) const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// The encoding that a file's beginning shows beyond doubt, and the length of its byte order mark. Text in UTF-16 without
/// a mark has separators and digits, whose higher bytes are 0, where other text has no 0 at all.
pub(super) fn head(bytes: &[u8]) -> (Option<Encoding>, usize) {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return (Some(Encoding::Utf8), 3),
        [0xFF, 0xFE, ..] => return (Some(Encoding::Utf16Le), 2),
        [0xFE, 0xFF, ..] => return (Some(Encoding::Utf16Be), 2),
        _ => {}
    }
    let (pairs, _) = bytes.as_chunks::<2>();
    let zeros = |place: usize| pairs.iter().filter(|pair| pair[place] == 0).count();
    let [first, second] = [zeros(0), zeros(1)];
    let is_meant = |zeros: usize, others: usize| 20 * zeros > pairs.len() && 4 * others <= zeros;
    if is_meant(second, first) {
        (Some(Encoding::Utf16Le), 0)
    } else if is_meant(first, second) {
        (Some(Encoding::Utf16Be), 0)
    } else {
        (None, 0)
    }
}

/// The encoding of bytes that begin with one beyond ASCII: text that is no UTF-8 hardly ever reads as UTF-8.
pub(super) fn wide(bytes: &[u8]) -> Encoding {
    match std::str::from_utf8(bytes) {
        // The last character may be cut.
        Err(error) if error.error_len().is_some() => Encoding::ShiftJis,
        _ => Encoding::Utf8,
    }
}

/// The separator of a text's first lines: the one that divides the first row, most of the others into as many cells, and
/// all into most cells.
pub(super) fn separator(text: &str) -> u8 {
    let mut best = (0, 0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let counts = counts(text.as_bytes(), separator);
        let first = counts.first().copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == first).count();
        if first > 0 && (alike, first) > (best.0, best.1) {
            best = (alike, first, separator);
        }
    }
    best.2
}

/// How many separators each row has that are not quoted; the last row may be cut.
fn counts(text: &[u8], separator: u8) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut is_quoted, mut is_cell_start, mut is_blank) = (0, false, true, true);
    for &byte in text {
        if byte == b'"' && (is_quoted || is_cell_start) {
            is_quoted = !is_quoted;
            // A quote that closes may be half of one in the cell.
            is_cell_start = !is_quoted;
            is_blank = false;
            continue;
        }
        if is_quoted {
            continue;
        }
        match byte {
            b'\r' | b'\n' => {
                if !is_blank {
                    counts.push(count);
                }
                (count, is_blank) = (0, true);
            }
            _ => is_blank = false,
        }
        count += usize::from(byte == separator);
        is_cell_start = byte == separator || matches!(byte, b'\r' | b'\n');
    }
    if counts.is_empty() && count > 0 {
        counts.push(count);
    }
    counts
}
