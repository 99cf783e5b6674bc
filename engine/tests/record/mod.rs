//! Records the figures of a promise that a test has just seen kept, for `promises.json`.

use std::fs::OpenOptions;
use std::io::Write;

/// Notes the figures of a promise where `cargo xtask test` collects them; nothing happens otherwise. To be called behind the last
/// assertion, and only where as much was tried as the promise says.
pub(crate) fn record(promise: &str, figures: &[String]) {
    let Some(path) = std::env::var_os("GYAKUSAN_PROMISES") else { return };
    let line = [promise, "\t", &figures.join("\t"), "\n"].concat();
    let file = OpenOptions::new().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(line.as_bytes())).expect("the figures are written down");
}
