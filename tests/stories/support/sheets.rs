//! How many sheets a printed page takes, read from its PDF.

use miniz_oxide::inflate::decompress_to_vec_zlib;

/// Counts the pages of a PDF.
pub(crate) fn count(pdf: &[u8]) -> usize {
    // What describes the pages stands openly, or is packed with other objects.
    let packed = places(pdf, b"/ObjStm").into_iter().map(|place| unpacked(&pdf[place..])).sum::<usize>();
    described(pdf) + packed
}

/// The pages that a text describes; the list of pages has a name that begins as a page's.
fn described(text: &[u8]) -> usize {
    places(text, b"/Type /Page").len() - places(text, b"/Type /Pages").len()
}

/// The pages that packed objects describe.
fn unpacked(object: &[u8]) -> usize {
    let begin = places(object, b"stream")[0] + b"stream".len();
    let begin = begin + object[begin..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    described(&decompress_to_vec_zlib(&object[begin..]).expect("packed objects"))
}

fn places(text: &[u8], part: &[u8]) -> Vec<usize> {
    let windows = text.windows(part.len()).enumerate();
    windows.filter(|(_, bytes)| *bytes == part).map(|(place, _)| place).collect()
}
