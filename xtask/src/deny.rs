//! Licences, packages and sources of all libraries by cargo-deny, and known weaknesses where their list can be had.

use crate::{cache::Cache, error::Error, process, promises, search, tool::Tool};
use std::process::Command;

/// What holds without a network.
const HELD: [&str; 3] = ["licenses", "bans", "sources"];

/// Checks the libraries by deny.toml. Weaknesses are checked where their list can be fetched; where it cannot, that is said, and
/// noted with the promise.
pub(crate) fn deny() -> Result<(), Error> {
    let directory = Tool::cargo_deny().ready(&Cache::of_user()?)?;
    let path = search::path_after(directory)?;
    let deny = |arguments: &[&str]| {
        let mut deny = process::program("cargo-deny");
        deny.env("PATH", &path).args(["--all-features", "check", "--hide-inclusion-graph"]).args(arguments);
        deny
    };
    process::run(&mut deny(&HELD))?;
    let advisories = advisories(&mut deny(&["advisories"]))?;
    promises::note("supply", advisories != Advisories::NotFetched, &[advisories.words().to_owned()])
}

/// What became of the look at known weaknesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Advisories {
    /// None is open.
    None,
    /// Their list could not be fetched.
    NotFetched,
}

impl Advisories {
    fn words(self) -> &'static str {
        match self {
            Self::None => "licences, packages, sources, advisories",
            Self::NotFetched => "licences, packages, sources (advisories not checked)",
        }
    }
}

fn advisories(command: &mut Command) -> Result<Advisories, Error> {
    let output = command.output().map_err(Error::io("running", "cargo-deny"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    eprintln!("{said}");
    if output.status.success() {
        return Ok(Advisories::None);
    }
    if is_unfetched(&said) {
        println!("known weaknesses were not checked: their list could not be fetched");
        return Ok(Advisories::NotFetched);
    }
    Err(Error::Page { findings: vec!["cargo-deny names weaknesses of libraries (above)".to_owned()] })
}

/// Whether this is the error of a list that did not come, not one of a library.
fn is_unfetched(said: &str) -> bool {
    said.contains("failed to load advisory database") || said.contains("failed to fetch advisory database")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_did_not_come_is_no_weakness() {
        assert!(is_unfetched("[ERROR] failed to fetch advisory database https://host/db"));
        assert!(!is_unfetched("error[vulnerability]: Out-of-bounds read"));
        assert_ne!(Advisories::None.words(), Advisories::NotFetched.words());
    }
}
