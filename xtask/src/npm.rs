//! What checks take from npm: exactly what a lock file names, into the cache, never a part of what is built.

use crate::{cache::Cache, error::Error, process, search, stopwatch::Stopwatch};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where npm puts the programs of what it installs.
pub(crate) const BIN: &str = "node_modules/.bin";

/// A package with all that it stands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Package<'a> {
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    /// What it is for, and how to do without npm.
    pub(crate) use_of: &'a str,
    pub(crate) way_out: &'a str,
    /// Names the package and its version.
    pub(crate) manifest: &'a str,
    /// Names every package with its checksum.
    pub(crate) lock: &'a str,
    /// A file that is there when all is.
    pub(crate) proof: &'a str,
}

impl Package<'_> {
    /// The directory it is installed in; fetched once for all clones.
    pub(crate) fn ready(&self, cache: &Cache) -> Result<PathBuf, Error> {
        let is_complete = |slot: &Path| slot.join(self.proof).is_file();
        cache.filled(self.name, self.version, is_complete, |beside| self.install(beside))
    }

    /// npm refuses a package with another checksum, and runs no script of one.
    fn install(&self, beside: &Path) -> Result<(), Error> {
        let Self { name, version, use_of, .. } = self;
        let npm = search::on_path("npm").ok_or_else(|| Error::Missing {
            what: format!("{name} {version} comes from npm, and npm is not on PATH"),
            way_out: self.way_out.to_owned(),
        })?;
        println!("{name} {version} is fetched from npm ({use_of}; seconds, once for all clones)");
        let stopwatch = Stopwatch::start();
        fs::create_dir_all(beside).map_err(Error::io("creating", beside))?;
        for (file, content) in [("package.json", self.manifest), ("package-lock.json", self.lock)] {
            let path = beside.join(file);
            fs::write(&path, content).map_err(Error::io("writing", &path))?;
        }
        let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"];
        process::run(process::program(npm).arg("ci").args(quiet).arg("--prefix").arg(beside))?;
        println!("{name} {version} took {stopwatch}");
        Ok(())
    }
}
