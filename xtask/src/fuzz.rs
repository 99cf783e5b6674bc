//! The readers of links, files and tables under damaged input, by cargo-fuzz.
//!
//! It takes a nightly compiler and most of an hour, so it is a command of its own and no part of the test, which calls the
//! same functions with input from fixed random numbers.

use std::{fs, io::Write, process::Command, thread};

use crate::{
    cache::Cache, error::Error, process, promises, search, stopwatch::Stopwatch, system, tool::Tool,
};

/// A reader that is fuzzed.
#[derive(Debug, Clone, Copy)]
struct Target {
    /// Its name in `fuzz/`, and that of its seeds.
    name: &'static str,
    /// Seeds of another that it takes too.
    further_seeds: Option<&'static str>,
    /// The longest input, in bytes.
    longest: u32,
    /// It is given one in so many of the inputs: what takes longer is tried less often.
    one_in: u64,
}

/// What is promised of the readers of links, files and tables.
pub(crate) const PROMISED: u64 = 10_000_000;

const TARGETS: [Target; 4] = [
    Target { name: "link", further_seeds: None, longest: 16 << 10, one_in: 1 },
    Target { name: "csv", further_seeds: None, longest: 4 << 10, one_in: 1 },
    Target { name: "plan_file", further_seeds: None, longest: 4 << 10, one_in: 1 },
    Target { name: "import", further_seeds: Some("csv"), longest: 4 << 10, one_in: 100 },
];

/// An input that takes more memory than this, in MiB, is a finding.
const MOST_MEMORY: u32 = 512;

/// Gives all readers so many damaged inputs at the same time, and notes it where they are as many as promised. What made one
/// fall is shown.
pub(crate) fn fuzz(runs: u64) -> Result<(), Error> {
    let rustup = system::nightly()?;
    let directory = Tool::cargo_fuzz().ready(&Cache::of_user()?)?;
    let path = search::path_after(directory)?;
    promises::begin()?;
    let found = thread::scope(|scope| {
        let given = TARGETS.map(|target| {
            let mut command = process::program(&rustup);
            command.env("PATH", &path).args(["run", "nightly", "cargo", "fuzz", "run"]);
            scope.spawn(move || give(target, runs, command))
        });
        given.map(|given| given.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    found.into_iter().collect::<Result<(), _>>()?;
    if runs >= PROMISED {
        let readers = TARGETS.iter().filter(|target| target.one_in == 1).count();
        promises::note("fuzzing", true, &[readers.to_string(), runs.to_string()])?;
    }
    promises::collect()
}

/// Gives one reader its inputs; `command` is what runs a target.
fn give(target: Target, runs: u64, mut command: Command) -> Result<(), Error> {
    let stopwatch = Stopwatch::start();
    let kept = process::root().join("target").join("fuzz").join(target.name);
    fs::create_dir_all(&kept).map_err(Error::io("making", &kept))?;
    // The readers are safe code: what an address sanitizer looks for cannot be, and without it more is tried in the same time.
    command.args(["--sanitizer", "none", target.name]).arg(&kept);
    command.args([Some(target.name), target.further_seeds].into_iter().flatten().map(seeds));
    let runs = (runs / target.one_in).max(1);
    command.args(["--", "-verbosity=0", &format!("-runs={runs}"), &format!("-max_len={}", target.longest)]);
    command.arg(format!("-rss_limit_mb={MOST_MEMORY}"));
    let output = command.output().map_err(Error::io("running", "cargo-fuzz"))?;
    if output.status.success() {
        println!("{}: {runs} inputs in {stopwatch}", target.name);
        return Ok(());
    }
    let shown = std::io::stderr().write_all(&output.stderr);
    shown.map_err(Error::io("showing", "what cargo-fuzz said"))?;
    let finding = format!("{} does not stand what fuzz/artifacts/ holds", target.name);
    Err(Error::Page { findings: vec![finding] })
}

fn seeds(of: &str) -> String {
    format!("fuzz/corpus/{of}")
}
