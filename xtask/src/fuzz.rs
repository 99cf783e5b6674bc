//! The readers of links, files and tables under damaged input, by cargo-fuzz.
//!
//! It takes a nightly compiler and hours rather than minutes, so it is a command of its own and no part of the test, which
//! calls the same functions with input from fixed random numbers.

use std::fs;

use crate::{cache::Cache, error::Error, process, promises, search, system, tool::Tool};

/// A reader that is fuzzed.
#[derive(Debug, Clone, Copy)]
struct Target {
    /// Its name in `fuzz/`, and that of its seeds.
    name: &'static str,
    /// Seeds of another that it takes too.
    further_seeds: Option<&'static str>,
    /// The longest input, in bytes.
    longest: u32,
}

/// What is promised of each of them.
pub(crate) const PROMISED: u64 = 10_000_000;

const TARGETS: [Target; 4] = [
    Target { name: "link", further_seeds: None, longest: 16 << 10 },
    Target { name: "csv", further_seeds: None, longest: 4 << 10 },
    Target { name: "plan_file", further_seeds: None, longest: 4 << 10 },
    Target { name: "import", further_seeds: Some("csv"), longest: 4 << 10 },
];

/// An input that takes more memory than this, in MiB, is a finding.
const MOST_MEMORY: u32 = 512;

/// Gives each reader so many damaged inputs, and notes it where they are as many as promised; stops at the first that falls.
pub(crate) fn fuzz(runs: u64) -> Result<(), Error> {
    let rustup = system::nightly()?;
    let directory = Tool::cargo_fuzz().ready(&Cache::of_user()?)?;
    let path = search::path_after(directory)?;
    promises::begin()?;
    for target in TARGETS {
        println!("\n=== {}", target.name);
        let found = process::root().join("target").join("fuzz").join(target.name);
        fs::create_dir_all(&found).map_err(Error::io("making", &found))?;
        let mut command = process::program(&rustup);
        command.env("PATH", &path).args(["run", "nightly", "cargo", "fuzz", "run"]);
        // The readers are safe code: what an address sanitizer looks for cannot be, and without it four times as much is tried.
        command.args(["--sanitizer", "none", target.name]).arg(&found);
        command.args([Some(target.name), target.further_seeds].into_iter().flatten().map(seeds));
        command.args(["--", "-print_final_stats=1", "-verbosity=0"]);
        command.args([format!("-runs={runs}"), format!("-max_len={}", target.longest)]);
        command.arg(format!("-rss_limit_mb={MOST_MEMORY}"));
        process::run(&mut command)?;
    }
    if runs >= PROMISED {
        promises::note("fuzzing", true, &[TARGETS.len().to_string(), runs.to_string()])?;
    }
    promises::collect()
}

fn seeds(of: &str) -> String {
    format!("fuzz/corpus/{of}")
}
