//! Bytes as letters that an address takes as they are, and back (RFC 4648, base64url without padding).

/// The letters in the order of their worth.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes as letters of six bits each.
pub(super) fn letters(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut waiting, mut count) = (0_u32, 0);
    for byte in bytes.iter().chain(&[0]) {
        waiting = waiting << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            text.push(char::from(LETTERS[(waiting >> count & 63) as usize]));
        }
    }
    // The zero behind the last byte has given the letters that hold its last bits, and perhaps one more.
    text.truncate((bytes.len() * 8).div_ceil(6));
    text
}

/// Reads letters up to the first character that is none.
pub(super) fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() * 6 / 8);
    let (mut waiting, mut count) = (0_u32, 0);
    for letter in text.bytes().map_while(|byte| LETTERS.iter().position(|letter| *letter == byte)) {
        waiting = waiting << 6 | letter as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((waiting >> count) as u8);
        }
    }
    bytes
}

/// The letters that a text begins with.
pub(super) fn leading(text: &str) -> &str {
    let end = text.bytes().take_while(|byte| LETTERS.contains(byte)).count();
    &text[..end]
}
