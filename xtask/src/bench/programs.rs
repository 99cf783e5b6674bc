//! The programs that are measured, built as the page is: the same profile, and the same pass of wasm-opt over the Wasm.

use crate::{
    error::Error,
    page, process,
    system::WASM,
    toolbox::{Profile, Toolbox},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

const PACKAGE: &str = "gyakusan-bench";

/// What wasm-bindgen names the files after.
const NAME: &str = "bench";

/// Where they are.
#[derive(Debug)]
pub(crate) struct Programs {
    /// The native program.
    pub(crate) native: PathBuf,
    /// The Wasm.
    pub(crate) wasm: PathBuf,
    /// Glue and driver around the Wasm, for a browser's tab.
    pub(crate) script: String,
    /// The same as a file, and what node takes to ask it by lines.
    pub(crate) node_script: PathBuf,
}

impl Programs {
    /// Builds all of them.
    pub(crate) fn build() -> Result<Self, Error> {
        let tools = Toolbox::for_page(Profile::Release)?;
        let target = target_directory()?;
        let cargo_build = |what: &[&str]| {
            let mut cargo = tools.cargo("build");
            cargo.args(["--release", "--locked", "--package", PACKAGE, "--target-dir"]).arg(&target);
            process::run(cargo.args(what))
        };
        cargo_build(&["--bin", PACKAGE])?;
        cargo_build(&["--lib", "--target", WASM])?;
        let folder = target.join(NAME);
        let compiled =
            target.join(WASM).join("release").join(PACKAGE.replace('-', "_")).with_extension("wasm");
        let wasm = finish(&tools, &compiled, &folder)?;
        let script = read(&folder.join(NAME).with_extension("js"))? + &source("driver.js")?;
        let node_script = folder.join("node.cjs");
        let text = format!("{script}{}", source("node.js")?);
        fs::write(&node_script, text).map_err(Error::io("writing", &node_script))?;
        let native = target.join("release").join(PACKAGE).with_extension(env::consts::EXE_EXTENSION);
        Ok(Self { native, wasm, script, node_script })
    }
}

/// Joins compiled Wasm to scripts and passes it through wasm-opt, as trunk does with the page's; gives the finished file.
fn finish(tools: &Toolbox, compiled: &Path, folder: &Path) -> Result<PathBuf, Error> {
    let mut bindgen = tools.program("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    process::run(bindgen.arg(folder).arg(compiled))?;
    let index = read(&process::root().join("index.html"))?;
    let wasm = folder.join(NAME).with_extension("wasm");
    let mut optimiser = tools.program("wasm-opt");
    optimiser.args(optimisation(&index)).arg("--output").arg(&wasm);
    process::run(optimiser.arg(folder.join(format!("{NAME}_bg.wasm"))))?;
    Ok(wasm)
}

/// What index.html asks of wasm-opt for the page.
fn optimisation(index: &str) -> Vec<String> {
    let link = page::tags(index).find(|tag| page::attribute(tag, "data-wasm-opt").is_some());
    let of_link = |name| link.and_then(|tag| page::attribute(tag, name)).unwrap_or_default();
    let level = format!("-O{}", of_link("data-wasm-opt"));
    let more = of_link("data-wasm-opt-params").split_whitespace().map(str::to_owned);
    std::iter::once(level).chain(more).collect()
}

/// The directory that this very program was built in, two levels above it.
fn target_directory() -> Result<PathBuf, Error> {
    let own = env::current_exe().map_err(Error::io("finding", "this program"))?;
    Ok(own.ancestors().nth(2).unwrap_or(&own).to_owned())
}

fn source(name: &str) -> Result<String, Error> {
    read(&process::root().join("bench").join(name))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::io("reading", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pass_is_the_one_of_the_page() {
        let index = r#"<link data-trunk rel="rust" data-wasm-opt="z" data-wasm-opt-params="--fast -Oz" data-bin="page">"#;
        assert_eq!(optimisation(index), ["-Oz", "--fast", "-Oz"]);
    }

    #[test]
    fn the_page_names_its_pass() {
        let index = include_str!("../../../index.html");
        assert!(optimisation(index).len() > 1, "index.html asks wasm-opt for nothing");
    }
}
