//! axe-core, whose rules of accessibility the stories ask: fetched from npm into the cache, never a part of what is built.

use crate::{cache::Cache, error::Error, process, search, stopwatch::Stopwatch};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The variable that names its source to the stories.
pub(crate) const VARIABLE: &str = "AXE_CORE";
/// The stories that ask it.
pub(crate) const MODULE: &str = "accessible::";

const VERSION: &str = "4.14.1";
/// What npm holds the package to before it is unpacked.
const INTEGRITY: &str =
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==";
const SOURCE: &str = "node_modules/axe-core/axe.min.js";

/// Finds its source, or fetches it once.
pub(crate) fn ready(cache: &Cache) -> Result<PathBuf, Error> {
    if let Some(path) = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
        return Ok(path.into());
    }
    let is_complete = |slot: &Path| slot.join(SOURCE).is_file();
    let slot = cache.filled("axe-core", VERSION, is_complete, install)?;
    Ok(slot.join(SOURCE))
}

/// npm takes exactly what the lock file names, and refuses a package with another checksum.
fn install(beside: &Path) -> Result<(), Error> {
    let npm = search::on_path("npm").ok_or_else(|| Error::Missing {
        what: format!("axe-core {VERSION} comes from npm, and npm is not on PATH"),
        way_out: format!("install Node.js, or set {VARIABLE} to the path of its axe.min.js"),
    })?;
    println!(
        "axe-core {VERSION} is fetched from npm (the stories ask its rules; seconds, once for all clones)"
    );
    let stopwatch = Stopwatch::start();
    for (name, content) in [("package.json", package()), ("package-lock.json", lock())] {
        let path = beside.join(name);
        fs::create_dir_all(beside).map_err(Error::io("creating", beside))?;
        fs::write(&path, content).map_err(Error::io("writing", &path))?;
    }
    let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"];
    process::run(process::program(npm).arg("ci").args(quiet).arg("--prefix").arg(beside))?;
    println!("axe-core {VERSION} took {stopwatch}");
    Ok(())
}

fn package() -> String {
    format!("{{\"name\":\"tools\",\"private\":true,\"dependencies\":{{\"axe-core\":\"{VERSION}\"}}}}\n")
}

fn lock() -> String {
    format!(
        "{{\"name\":\"tools\",\"lockfileVersion\":3,\"requires\":true,\"packages\":{{\"\":{{\"name\":\"tools\",\
         \"dependencies\":{{\"axe-core\":\"{VERSION}\"}}}},\"node_modules/axe-core\":{{\"version\":\"{VERSION}\",\
         \"integrity\":\"{INTEGRITY}\",\
         \"license\":\"MPL-2.0\"}}}}}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_one_version_and_its_checksum() {
        assert!(lock().contains(INTEGRITY) && lock().matches(VERSION).count() == 2, "{}", lock());
        assert!(package().contains(VERSION));
    }
}
