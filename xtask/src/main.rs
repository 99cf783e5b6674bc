//! The project's commands: `cargo xtask help` lists them.
//!
//! Each command first makes ready what it needs and says so; [`toolbox`] lists what that is for the page,
//! [`browser`] for the tests. Nothing is installed twice, and nothing outside the user's cache directory except
//! what only the system's own managers can install (rustup's target, the browser).

mod apt;
mod arguments;
mod axe;
mod bench;
mod browser;
mod browser_install;
mod build;
mod cache;
mod deny;
mod embed;
mod engines;
mod error;
mod faults;
mod fuzz;
mod host;
mod licences;
mod lighthouse;
mod names;
mod npm;
mod office;
mod offline;
mod pack;
mod packages;
mod page;
mod process;
mod promises;
#[cfg(test)]
mod scratch;
mod search;
mod serve;
mod shots;
mod sizes;
mod split;
mod stopwatch;
mod stories;
mod system;
mod test;
mod tool;
mod toolbox;
mod version;
mod wasm_opt;

use arguments::{HELP, Request};
use error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            error.exit_code()
        }
    }
}

fn run() -> Result<(), Error> {
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    match Request::parse(&words)? {
        Request::Help => {
            println!("{HELP}");
            Ok(())
        }
        Request::Serve { port, profile } => serve::serve(port, profile),
        Request::Test { steps } => test::test(steps),
        Request::Build => build::build(),
        Request::Sizes => sizes::sizes(),
        Request::Bench { options } => bench::bench(&options),
        Request::Shots => shots::shots(),
        Request::Fuzz { runs } => fuzz::fuzz(runs),
        Request::Promises => promises::write(),
    }
}
