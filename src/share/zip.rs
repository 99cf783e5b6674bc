//! ZIP archives whose files are stored as they are, without compression.
//!
//! Source: PKWARE, APPNOTE.TXT, version 6.3.

/// The first of January 1980, the earliest day an archive knows: there is no clock here.
const DAY: u16 = 0x21;
/// Versions of the format that can read it, and the flag that names are UTF-8.
const VERSION_AND_FLAG: [u16; 2] = [20, 0x800];

/// An archive of files with their paths; the sizes must stay below 4 GiB.
///
/// ```
/// use gyakusan::share::zip::archive;
/// let bytes = archive(&[("a.txt", b"abc".to_vec())]);
/// assert!(bytes.starts_with(b"PK\x03\x04") && bytes.windows(3).any(|part| part == b"abc"));
/// ```
pub fn archive(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let table = table();
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (path, content) in files {
        let start = bytes.len() as u32;
        let mut facts = Vec::new();
        let [version, flag] = VERSION_AND_FLAG;
        shorts(&mut facts, &[version, flag, 0, 0, DAY]);
        let size = content.len() as u32;
        longs(&mut facts, &[checksum(content, &table), size, size]);
        shorts(&mut facts, &[path.len() as u16, 0]);
        bytes.extend_from_slice(b"PK\x03\x04");
        bytes.extend_from_slice(&facts);
        bytes.extend_from_slice(path.as_bytes());
        bytes.extend_from_slice(content);
        directory.extend_from_slice(b"PK\x01\x02");
        shorts(&mut directory, &[version]);
        directory.extend_from_slice(&facts);
        shorts(&mut directory, &[0, 0, 0]);
        longs(&mut directory, &[0, start]);
        directory.extend_from_slice(path.as_bytes());
    }
    let (start, size, count) = (bytes.len() as u32, directory.len() as u32, files.len() as u16);
    bytes.append(&mut directory);
    bytes.extend_from_slice(b"PK\x05\x06");
    shorts(&mut bytes, &[0, 0, count, count]);
    longs(&mut bytes, &[size, start]);
    shorts(&mut bytes, &[0]);
    bytes
}

fn shorts(bytes: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
}

fn longs(bytes: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
}

/// What each byte does to a checksum.
fn table() -> [u32; 256] {
    std::array::from_fn(|byte| {
        (0..8).fold(byte as u32, |rest, _| if rest & 1 == 1 { (rest >> 1) ^ 0xEDB8_8320 } else { rest >> 1 })
    })
}

/// CRC-32.
fn checksum(bytes: &[u8], table: &[u32; 256]) -> u32 {
    !bytes.iter().fold(!0, |rest: u32, byte| {
        let place = usize::from(*byte ^ rest as u8);
        (rest >> 8) ^ table[place]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(checksum(b"123456789", &table()), 0xCBF4_3926);
    }
}
