//! What every fuzz target does with its bytes. The tests call the same functions, with bytes of their own.
#![allow(dead_code, reason = "each target uses one of these functions")]

use gyakusan::share::link::{self, LINK_VERSION};
use gyakusan::share::{PlanFile, file_sentence, link_sentence};
use gyakusan::text::Language;

/// Opens a link: bytes that begin with 0 are what a link holds, behind a checksum that fits; all others are its text.
pub(crate) fn link(data: &[u8]) {
    let text = match data.split_first() {
        Some((0, body)) => link::sealed(LINK_VERSION, 1, body),
        _ => String::from_utf8_lossy(data).into_owned(),
    };
    match link::decode(&text) {
        Ok(opened) => {
            if let Ok(again) = link::encode(&opened.document) {
                let document = link::decode(&again.fragment).map(|opened| opened.document);
                assert_eq!(document, Ok(opened.document), "{}", again.fragment);
            }
        }
        Err(error) => assert!(!link_sentence(&error, Language::Ja).is_empty()),
    }
}

/// Reads a plan file; what is one is written and read again.
pub(crate) fn plan_file(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match PlanFile::read(text) {
        Ok(file) => assert_eq!(PlanFile::read(&file.write()), Ok(file)),
        Err(errors) => {
            for error in &errors {
                assert!(file_sentence(error, Language::En).len() > error.path.len());
            }
        }
    }
}
