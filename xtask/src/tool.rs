//! Tools that come as Rust crates: found on PATH in the right version, or built once into the cache.

use crate::{
    cache::{self, Cache},
    error::Error,
    process, search,
    stopwatch::Stopwatch,
    system, version,
};
use std::path::{Path, PathBuf};

/// A crate with programs, wanted in exactly one version.
#[derive(Debug, Clone)]
pub(crate) struct Tool {
    /// The first program's name; also the name in the cache.
    pub(crate) name: &'static str,
    /// The crate on the registry.
    pub(crate) package: &'static str,
    /// The one version that is right.
    pub(crate) version: String,
    /// Every program that is used; the crate's own name first.
    pub(crate) programs: &'static [&'static str],
    /// Whether its own lock file is kept to when it is built.
    pub(crate) locked: bool,
    /// What it does for this project, as in "trunk builds the page".
    pub(crate) purpose: &'static str,
    /// How long building it takes on a small machine.
    pub(crate) minutes: u32,
}

impl Tool {
    /// trunk, which builds and serves the page. Later versions ask for a newer compiler.
    pub(crate) fn trunk() -> Self {
        Self {
            name: "trunk",
            package: "trunk",
            version: "0.21.14".to_owned(),
            programs: &["trunk"],
            locked: true,
            purpose: "it builds and serves the page",
            minutes: 8,
        }
    }

    /// geckodriver, which drives Firefox.
    pub(crate) fn geckodriver() -> Self {
        Self {
            name: "geckodriver",
            package: "geckodriver",
            version: "0.37.1".to_owned(),
            programs: &["geckodriver"],
            locked: true,
            purpose: "the tests drive Firefox through it",
            minutes: 4,
        }
    }

    /// cargo-deny, which looks at libraries.
    pub(crate) fn cargo_deny() -> Self {
        Self {
            name: "cargo-deny",
            package: "cargo-deny",
            version: "0.20.2".to_owned(),
            programs: &["cargo-deny"],
            locked: true,
            purpose: "it looks at licences, sources and known weaknesses of libraries",
            minutes: 8,
        }
    }

    /// cargo-fuzz, which damages input and looks what becomes of it.
    pub(crate) fn cargo_fuzz() -> Self {
        Self {
            name: "cargo-fuzz",
            package: "cargo-fuzz",
            version: "0.13.2".to_owned(),
            programs: &["cargo-fuzz"],
            locked: true,
            purpose: "it damages what the readers are given",
            minutes: 2,
        }
    }

    /// The other half of the wasm-bindgen library, which must be of the version that Cargo.lock pins.
    ///
    /// Built without its own lock file, which pins dependencies that later compilers warn about or refuse.
    pub(crate) fn wasm_bindgen(lock: &str) -> Result<Self, Error> {
        let version = version::locked_version(lock, "wasm-bindgen").ok_or_else(|| Error::Missing {
            what: "Cargo.lock names no version of wasm-bindgen".to_owned(),
            way_out: "restore it with `git checkout Cargo.lock`".to_owned(),
        })?;
        Ok(Self {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: version.to_owned(),
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            locked: false,
            purpose: "it joins the compiled page to the browser and must match Cargo.lock exactly",
            minutes: 5,
        })
    }

    /// The directory to search before PATH for this tool, installed where it was missing; none if PATH has it.
    pub(crate) fn ready(&self, cache: &Cache) -> Result<Option<PathBuf>, Error> {
        if self.is_right(search::on_path) {
            return Ok(None);
        }
        let is_complete = |slot: &Path| {
            let bin = slot.join("bin");
            self.programs.iter().all(|program| search::in_directory(&bin, program).is_some())
        };
        let install = |beside: &Path| self.install(cache, beside);
        let slot = cache.filled(self.name, &self.version, is_complete, install)?;
        Ok(Some(slot.join("bin")))
    }

    /// Whether all programs of the tool are where `find` finds them, in the right version.
    fn is_right(&self, find: impl Fn(&str) -> Option<PathBuf>) -> bool {
        self.programs.iter().all(|program| {
            let output = find(program).and_then(|path| process::version_output(&path));
            output.is_some_and(|output| version::stated_version(&output) == Some(self.version.as_str()))
        })
    }

    fn install(&self, cache: &Cache, beside: &Path) -> Result<(), Error> {
        let slot = cache.slot(self.name, &self.version);
        if search::on_path("cargo-binstall").is_some() && self.fetch(&slot, beside).is_ok() {
            return Ok(());
        }
        cache::remove(beside)?;
        self.build(&slot, beside)
    }

    fn fetch(&self, slot: &Path, beside: &Path) -> Result<(), Error> {
        let Self { name, version, purpose, .. } = self;
        println!(
            "{name} {version} is not on PATH: fetching it with cargo-binstall into {} ({purpose}; usually under a \
             minute, once for all clones)",
            slot.display()
        );
        let stopwatch = Stopwatch::start();
        process::run(process::cargo().args(self.fetch_arguments()).arg("--root").arg(beside))?;
        println!("{name} {version} took {stopwatch}");
        Ok(())
    }

    fn build(&self, slot: &Path, beside: &Path) -> Result<(), Error> {
        let Self { name, version, purpose, minutes, .. } = self;
        system::require_c_compiler(name)?;
        println!(
            "{name} {version} is not on PATH: building it from source into {} ({purpose}; about {minutes} \
             minutes, once for all clones)",
            slot.display()
        );
        let stopwatch = Stopwatch::start();
        // With the directory on PATH cargo does not ask to put it there.
        let path = search::path_after([beside.join("bin")])?;
        process::run(
            process::cargo().args(self.build_arguments()).arg("--root").arg(beside).env("PATH", path),
        )?;
        println!("{name} {version} took {stopwatch}");
        Ok(())
    }

    fn fetch_arguments(&self) -> Vec<&str> {
        // Compiling is left to cargo itself, which says what it does.
        let only_finished = ["--no-confirm", "--disable-strategies", "compile"];
        [&["binstall", self.package, "--version", self.version.as_str()], &only_finished[..]].concat()
    }

    fn build_arguments(&self) -> Vec<&str> {
        let mut arguments = vec!["install", self.package, "--version", self.version.as_str()];
        arguments.extend(self.locked.then_some("--locked"));
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_follows_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let tool = Tool::wasm_bindgen(lock).expect("the lock names a version");
        let built = ["install", "wasm-bindgen-cli", "--version", "0.2.130"];
        assert_eq!(tool.build_arguments(), built);
        assert!(Tool::wasm_bindgen("").is_err());
    }

    #[test]
    fn trunk_keeps_to_its_own_lock_file() {
        assert!(Tool::trunk().build_arguments().contains(&"--locked"));
    }

    #[cfg(unix)]
    #[test]
    fn only_the_right_version_counts_and_only_with_all_programs() {
        let scratch = crate::scratch::Scratch::new("tool-version");
        scratch.program("old/trunk", "echo trunk 0.20.0");
        scratch.program("new/trunk", "echo trunk 0.21.14");
        scratch.program("broken/trunk", "exit 1");
        scratch.program("half/wasm-bindgen", "echo wasm-bindgen 0.2.130");
        let is_right =
            |tool: &Tool, place| tool.is_right(|name| search::in_directory(&scratch.path(place), name));
        assert!(!is_right(&Tool::trunk(), "old"));
        assert!(!is_right(&Tool::trunk(), "broken"));
        assert!(!is_right(&Tool::trunk(), "nowhere"));
        assert!(is_right(&Tool::trunk(), "new"));
        let lock = "name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let wasm_bindgen = Tool::wasm_bindgen(lock).expect("the lock names a version");
        assert!(!is_right(&wasm_bindgen, "half"));
    }
}
