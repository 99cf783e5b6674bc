//! Everything that building the page takes, made ready and put before PATH.

use crate::{
    cache::Cache,
    error::Error,
    packages, process, search,
    system::{self, WASM},
    tool::Tool,
    wasm_opt::{self, WasmOpt},
};
use std::{env, ffi::OsString, fs, process::Command};

/// The variable from which cargo takes flags of the page's target, beside those of `.cargo/config.toml`.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// How the page is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For trying out: seconds from a change to the page.
    Development,
    /// For shipping: small and fast, and slow to build.
    Release,
}

/// The tools, ready to be started.
#[derive(Debug)]
pub(crate) struct Toolbox {
    path: OsString,
    trunk_fetches_wasm_opt: bool,
}

impl Toolbox {
    /// Finds or installs what building the page with this profile takes.
    pub(crate) fn for_page(profile: Profile) -> Result<Self, Error> {
        let cache = Cache::of_user()?;
        system::require_wasm_target()?;
        let mut directories = Vec::new();
        directories.extend(Tool::trunk().ready(&cache)?);
        directories.extend(Tool::wasm_bindgen(&cargo_lock()?)?.ready(&cache)?);
        let mut trunk_fetches_wasm_opt = false;
        if profile == Profile::Release {
            match WasmOpt::ready(&cache)? {
                WasmOpt::OnPath => {}
                WasmOpt::In(directory) => directories.push(directory),
                WasmOpt::FetchedByTrunk => trunk_fetches_wasm_opt = true,
            }
        }
        fetch_crates()?;
        Ok(Self { path: search::path_after(directories)?, trunk_fetches_wasm_opt })
    }

    /// Finds or installs what running tests in a browser takes, the browser itself apart.
    pub(crate) fn for_wasm_tests() -> Result<Self, Error> {
        system::require_wasm_target()?;
        let directory = Tool::wasm_bindgen(&cargo_lock()?)?.ready(&Cache::of_user()?)?;
        Ok(Self { path: search::path_after(directory)?, trunk_fetches_wasm_opt: false })
    }

    /// trunk with a subcommand, kept to Cargo.lock and off the network unless it must fetch wasm-opt.
    pub(crate) fn trunk(&self, subcommand: &str, profile: Profile) -> Command {
        let mut trunk = process::program("trunk");
        trunk.env("PATH", &self.path).args([subcommand, "--locked", "--skip-version-check"]);
        if self.trunk_fetches_wasm_opt {
            trunk.env("TRUNK_TOOLS_WASM_OPT", wasm_opt::FROM_TRUNK);
        } else {
            trunk.arg("--offline");
        }
        if profile == Profile::Release {
            trunk.arg("--release").env(FLAGS, packages::flags_without_places());
        }
        // trunk reads this variable as a truth value and refuses the customary "1".
        if env::var_os("NO_COLOR").is_some() {
            trunk.env("NO_COLOR", "true");
        }
        trunk
    }

    /// One of these tools itself.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut program = process::program(name);
        program.env("PATH", &self.path);
        program
    }

    /// cargo with these tools before PATH.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        let mut cargo = process::cargo();
        cargo.env("PATH", &self.path).arg(subcommand);
        cargo
    }
}

fn cargo_lock() -> Result<String, Error> {
    let path = process::root().join("Cargo.lock");
    fs::read_to_string(&path).map_err(Error::io("reading", path))
}

/// Fetches the page's crates, since trunk is kept off the network. Nothing is asked where all are there.
fn fetch_crates() -> Result<(), Error> {
    process::run(process::cargo().args(["fetch", "--quiet", "--locked", "--target", WASM]))
}
