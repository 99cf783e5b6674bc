//! The figures behind the project's promises: collected from checks that ran, kept in `promises.json`, shown in README.md and
//! on the page.
//!
//! A check notes the figures of a promise that it has just seen kept: tests in a file that a variable names
//! (`engine/tests/record/`), steps of this program with [`note`]. Once a step has passed, [`collect`] gives its notes day and
//! commit. [`write()`] puts them into `promises.json`; promises that were not checked keep the line they have.

mod lines;

use std::{fs, path::PathBuf};

use crate::{bench::today, error::Error, process};
use lines::{Line, merged, noted, summed};

/// The variable that names the file of notes.
pub(crate) const VARIABLE: &str = "GYAKUSAN_PROMISES";
/// Asks the page's tests to write README's table instead of comparing it.
const WRITES: &str = "GYAKUSAN_WRITE_PROMISES";
/// The test that does.
const README_TEST: &str = "the_readme_tells_the_promises";

/// What the page and README show.
fn measured() -> PathBuf {
    process::root().join("promises.json")
}

fn folder() -> PathBuf {
    process::root().join("target").join("promises")
}

/// What the step that runs has noted.
pub(crate) fn notes() -> PathBuf {
    folder().join("notes.tsv")
}

/// What steps that passed have noted, since it was last written.
fn collected() -> PathBuf {
    folder().join("collected.json")
}

/// Forgets what a step noted that did not pass.
pub(crate) fn begin() -> Result<(), Error> {
    let (folder, notes) = (folder(), notes());
    fs::create_dir_all(&folder).map_err(Error::io("making", &folder))?;
    fs::write(&notes, "").map_err(Error::io("writing", &notes))
}

/// Notes the figures of a promise, and whether they keep it.
pub(crate) fn note(promise: &str, is_kept: bool, figures: &[String]) -> Result<(), Error> {
    let path = notes();
    let mut text = fs::read_to_string(&path).unwrap_or_default();
    text += &noted(promise, is_kept, figures);
    fs::create_dir_all(folder()).map_err(Error::io("making", folder()))?;
    fs::write(&path, text).map_err(Error::io("writing", &path))
}

/// Takes what a step noted that has passed, with today's date and the commit.
pub(crate) fn collect() -> Result<(), Error> {
    let (notes, path) = (notes(), collected());
    let text = fs::read_to_string(&notes).map_err(Error::io("reading", &notes))?;
    let lines = summed(&text, &today(), &commit());
    put(&path, &lines)?;
    begin()
}

/// Writes what was collected into `promises.json` and README.md.
pub(crate) fn write() -> Result<(), Error> {
    let path = collected();
    let text = fs::read_to_string(&path).unwrap_or_default();
    let lines = lines::read(&text);
    if lines.is_empty() {
        return Err(Error::Missing {
            what: "no check has noted a figure since promises.json was written".to_owned(),
            way_out: "run `cargo xtask test`, or one step of it, first".to_owned(),
        });
    }
    put(&measured(), &lines)?;
    let mut cargo = process::cargo();
    cargo.args(["test", "--quiet", "--package", "gyakusan", "--lib", README_TEST]).env(WRITES, "1");
    process::run(&mut cargo)?;
    fs::remove_file(&path).map_err(Error::io("removing", &path))?;
    println!("{} promises have new figures in promises.json and README.md", lines.len());
    Ok(())
}

/// Puts lines into a file in the place of those of the same promises.
fn put(path: &PathBuf, lines: &[Line]) -> Result<(), Error> {
    let text = fs::read_to_string(path).unwrap_or_default();
    fs::write(path, merged(&text, lines)).map_err(Error::io("writing", path))
}

/// The commit that is checked; with a plus sign where files have changed since.
fn commit() -> String {
    let git = |arguments: &[&str]| process::output(process::program("git").args(arguments));
    let Some(commit) = git(&["rev-parse", "--short=7", "HEAD"]) else { return "?".to_owned() };
    let is_changed =
        git(&["status", "--porcelain", "--untracked-files=no"]).is_none_or(|text| !text.is_empty());
    [commit.trim(), if is_changed { "+" } else { "" }].concat()
}
