//! `cargo xtask shots`: pictures of every view, theme, width and language, to be looked at.

use std::path::Path;

use crate::{browser::Browser, build, error::Error, process};

/// The module of the stories that takes them.
pub(crate) const MODULE: &str = "shots::";

/// Takes the pictures of the page in dist/.
pub(crate) fn shots() -> Result<(), Error> {
    let browser = Browser::ready()?;
    let folder = Path::new("target").join("shots");
    let mut cargo = process::cargo();
    browser.announce_to(&mut cargo);
    cargo.args(["test", "--package", "gyakusan", "--test", "stories", "--features", "stories"]);
    cargo.args(["--", MODULE]);
    let folder = std::path::absolute(folder).unwrap_or_else(|_| unreachable!("the path is not empty"));
    process::run(cargo.env("GYAKUSAN_DIST", build::dist()).env("GYAKUSAN_SHOTS", &folder))?;
    println!("The pictures are in {}", folder.display());
    Ok(())
}
