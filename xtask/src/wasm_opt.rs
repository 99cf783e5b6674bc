//! wasm-opt, which makes the shipped page smaller: from PATH, from npm, or fetched by trunk.

use crate::{cache::Cache, error::Error, npm::BIN, process, search, stopwatch::Stopwatch, version};
use std::path::{Path, PathBuf};

/// The oldest wasm-opt that was seen to read what this project's compiler writes.
const OLDEST: u32 = 117;

/// The version that npm's package binaryen is asked for.
const FROM_NPM: &str = "132";

/// The version that trunk is asked for, in trunk's own spelling; it is the one trunk itself was made with.
pub(crate) const FROM_TRUNK: &str = "version_123";

/// Where wasm-opt comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WasmOpt {
    /// PATH has it.
    OnPath,
    /// It is in this directory.
    In(PathBuf),
    /// trunk fetches it on its own, for which it must be let onto the network.
    FetchedByTrunk,
}

impl WasmOpt {
    /// Finds wasm-opt, or installs it, or leaves it to trunk.
    pub(crate) fn ready(cache: &Cache) -> Result<Self, Error> {
        // The first one on PATH decides, since it is the one that trunk would take.
        if search::on_path("wasm-opt").and_then(|path| process::version_output(&path)).is_some_and(is_recent)
        {
            return Ok(Self::OnPath);
        }
        let Some(npm) = search::on_path("npm") else {
            println!(
                "wasm-opt is not on PATH, nor is npm: trunk fetches wasm-opt (it makes the page smaller; once)"
            );
            return Ok(Self::FetchedByTrunk);
        };
        let is_complete = |slot: &Path| search::in_directory(&slot.join(BIN), "wasm-opt").is_some();
        let slot = cache.slot("binaryen", FROM_NPM);
        let install = |beside: &Path| install(&npm, beside, &slot);
        match cache.filled("binaryen", FROM_NPM, is_complete, install) {
            Ok(slot) => Ok(Self::In(slot.join(BIN))),
            Err(Error::Failed { .. }) => {
                println!("npm could not fetch binaryen: trunk fetches wasm-opt instead (once)");
                Ok(Self::FetchedByTrunk)
            }
            Err(error) => Err(error),
        }
    }
}

fn is_recent(output: impl AsRef<str>) -> bool {
    version::stated_version(output.as_ref()).and_then(version::major).is_some_and(|major| major >= OLDEST)
}

fn install(npm: &Path, beside: &Path, slot: &Path) -> Result<(), Error> {
    let stopwatch = Stopwatch::start();
    println!(
        "wasm-opt {OLDEST} or later is not on PATH: fetching npm's binaryen {FROM_NPM} into {} (it makes the page \
         smaller; under a minute, once for all clones)",
        slot.display()
    );
    let package = format!("binaryen@{FROM_NPM}");
    let quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
    process::run(process::program(npm).args(["install", "--prefix"]).arg(beside).args(quiet).arg(package))?;
    println!("binaryen {FROM_NPM} took {stopwatch}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_one_is_not_taken() {
        assert!(is_recent("wasm-opt version 132 (version_132)"));
        assert!(is_recent("wasm-opt version 117"));
        assert!(!is_recent("wasm-opt version 108"));
        assert!(!is_recent("no version at all"));
    }
}
