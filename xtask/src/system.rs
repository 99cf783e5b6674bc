//! What the machine itself must offer: the Wasm target, cargo's own parts, a C compiler.

use crate::{error::Error, process, search, stopwatch::Stopwatch};
use std::path::{Path, PathBuf};

/// The target that the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler can build for the browser.
pub(crate) fn require_wasm_target() -> Result<(), Error> {
    let mut ask = process::program("rustc");
    ask.args(["--print", "target-libdir", "--target", WASM]);
    if process::output(&mut ask).is_some_and(|path| Path::new(path.trim()).is_dir()) {
        return Ok(());
    }
    rustup(
        &["target", "add", WASM],
        "The Wasm target is missing: adding it with rustup (the page is compiled for it; under a minute, once)",
        &format!("the compiler cannot build for {WASM}, and rustup, which could add it, is not on PATH"),
    )
}

/// Makes sure that cargo has a part of its own, "rustfmt" or "clippy", which rustup's smallest profile leaves out.
pub(crate) fn require_cargo_part(part: &str, subcommand: &str) -> Result<(), Error> {
    if process::output(process::cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    rustup(
        &["component", "add", part],
        &format!("{part} is missing: adding it with rustup (the tests ask it; under a minute, once)"),
        &format!("{part} is missing, and rustup, which could add it, is not on PATH"),
    )
}

/// rustup, with a nightly compiler behind it: only that one builds what a fuzzer follows.
pub(crate) fn nightly() -> Result<PathBuf, Error> {
    let rustup = search::on_path("rustup").ok_or_else(|| Error::Missing {
        what: "fuzzing takes rustup, which is not on PATH".to_owned(),
        way_out: "install Rust from https://rustup.rs and start again".to_owned(),
    })?;
    let version = process::output(process::program(&rustup).args(["run", "nightly", "rustc", "--version"]));
    if version.is_none() {
        return Err(Error::Missing {
            what: "fuzzing takes a nightly compiler, and there is none".to_owned(),
            way_out: "run `rustup toolchain install nightly --profile minimal` and start again".to_owned(),
        });
    }
    Ok(rustup)
}

/// Makes sure that a crate with C in it can be built; `tool` is the one that needs it.
pub(crate) fn require_c_compiler(tool: &str) -> Result<(), Error> {
    let has_compiler = || ["cc", "gcc", "clang"].iter().any(|name| search::on_path(name).is_some());
    if cfg!(windows) || std::env::var_os("CC").is_some() || has_compiler() {
        return Ok(());
    }
    Err(Error::Missing {
        what: format!("{tool} is built from source, which takes a C compiler, and none is on PATH"),
        way_out: c_compiler_way_out(),
    })
}

fn rustup(arguments: &[&str], headline: &str, without_rustup: &str) -> Result<(), Error> {
    let Some(rustup) = search::on_path("rustup") else {
        return Err(Error::Missing {
            what: without_rustup.to_owned(),
            way_out: "install Rust from https://rustup.rs and start again".to_owned(),
        });
    };
    println!("{headline}");
    let stopwatch = Stopwatch::start();
    process::run(process::program(rustup).args(arguments))?;
    println!("rustup took {stopwatch}");
    Ok(())
}

/// How to install a C compiler on this system.
fn c_compiler_way_out() -> String {
    let managers = [
        ("apt-get", "sudo apt-get install build-essential"),
        ("dnf", "sudo dnf install gcc"),
        ("pacman", "sudo pacman -S gcc"),
        ("apk", "sudo apk add build-base"),
        ("xcode-select", "xcode-select --install"),
    ];
    let known = managers.into_iter().find(|(manager, _)| search::on_path(manager).is_some());
    known.map_or_else(
        || "install gcc or clang and start again".to_owned(),
        |(_, command)| format!("run `{command}` and start again"),
    )
}
