//! The Wasm in a headless Chromium: glue, driver and bytes all go into an empty tab as one script, so nothing is served.

use super::{programs::Programs, webdriver::Tab};
use crate::{browser::Browser, error::Error};
use std::fs;

/// Opens a tab with the Wasm in it.
pub(crate) fn start(browser: &Browser, programs: &Programs) -> Result<Tab, Error> {
    let bytes = fs::read(&programs.wasm).map_err(Error::io("reading", &programs.wasm))?;
    let mut tab = Tab::open(browser)?;
    let script = format!("{}\nwindow.answer = driver({}); return 'ready';", programs.script, array(&bytes));
    match tab.text_of(&script)?.as_str() {
        "ready" => Ok(tab),
        other => Err(Error::Measured { finding: format!("Chromium does not take the Wasm: {other}") }),
    }
}

/// The script that asks a line.
pub(crate) fn question(line: &str) -> String {
    format!("return window.answer('{line}');")
}

/// Bytes as a script writes them.
fn array(bytes: &[u8]) -> String {
    let numbers: Vec<_> = bytes.iter().map(u8::to_string).collect();
    format!("new Uint8Array([{}])", numbers.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_numbers() {
        assert_eq!(array(&[0, 97, 255]), "new Uint8Array([0,97,255])");
    }
}
