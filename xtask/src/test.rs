//! `cargo xtask test`: every check there is, in the order in which a mistake is found soonest.

use crate::{
    bench,
    browser::Browser,
    build::build,
    deny,
    error::Error,
    faults::faults,
    lighthouse, office, process, promises,
    sizes::sizes,
    stopwatch::Stopwatch,
    stories::stories,
    system::{self, WASM},
    toolbox::{Profile, Toolbox},
};
/// How long a test file may take in the browser, in seconds; the runner's own limit is 20.
const BROWSER_SECONDS: &str = "600";

/// One step of the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The code is formatted.
    Fmt,
    /// No lint has anything to say, natively and for the browser.
    Clippy,
    /// The documentation builds without a warning.
    Docs,
    /// Every native test and every example in the documentation.
    Native,
    /// What must hold in the browser's Wasm too.
    Wasm,
    /// The deployable page builds and keeps its promises.
    Build,
    /// It weighs no more than it may.
    Sizes,
    /// A browser walks through the built page.
    Stories,
    /// A spreadsheet program calculates the workbooks.
    Spreadsheet,
    /// Licences, packages and sources of all libraries; a part of the full test alone.
    Supply,
    /// What Lighthouse says of the built page; a part of the full test alone.
    Lighthouse,
    /// Single trials are as fast as in the baseline; a part of the full test alone.
    Speed,
    /// The engine's tests notice faults that are planted in it; a part of the full test alone.
    Faults,
}

/// Which steps are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Steps {
    /// All but the long ones.
    Usual,
    /// All, the engine's own tests with many more trials.
    Full,
    /// One alone.
    Only(Step),
    /// One alone, as the full test runs it.
    OnlyFull(Step),
}

impl Steps {
    /// Whether the long checks are run too.
    fn are_full(self) -> bool {
        matches!(self, Self::Full | Self::OnlyFull(_))
    }
}

impl Step {
    /// All steps in their order.
    pub(crate) const ALL: [Self; 13] = [
        Self::Fmt,
        Self::Clippy,
        Self::Docs,
        Self::Native,
        Self::Wasm,
        Self::Build,
        Self::Sizes,
        Self::Stories,
        Self::Spreadsheet,
        Self::Supply,
        Self::Lighthouse,
        Self::Speed,
        Self::Faults,
    ];

    /// The name that `--only` takes.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Docs => "docs",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::Sizes => "sizes",
            Self::Stories => "stories",
            Self::Spreadsheet => "spreadsheet",
            Self::Supply => "supply",
            Self::Lighthouse => "lighthouse",
            Self::Speed => "speed",
            Self::Faults => "faults",
        }
    }

    fn headline(self) -> &'static str {
        match self {
            Self::Fmt => "is the code formatted",
            Self::Clippy => "has a lint anything to say",
            Self::Docs => "does the documentation build without a warning",
            Self::Native => "native tests and the documentation's examples",
            Self::Wasm => "tests in the browser's Wasm",
            Self::Build => "the deployable page",
            Self::Sizes => "what the page weighs",
            Self::Stories => "browsers walk through the page",
            Self::Spreadsheet => "LibreOffice calculates the workbooks",
            Self::Supply => "licences, packages and sources of libraries",
            Self::Lighthouse => "what Lighthouse says of the page",
            Self::Speed => "are trials as fast as in the baseline",
            Self::Faults => "do the engine's tests notice planted faults",
        }
    }

    /// Runs the step; where it passes, what it noted of promises is kept.
    fn check(self, steps: Steps) -> Result<(), Error> {
        let stopwatch = Stopwatch::start();
        println!("\n=== {}: {}", self.name(), self.headline());
        promises::begin()?;
        self.run(steps)?;
        promises::collect()?;
        println!("=== {} passed in {stopwatch}", self.name());
        Ok(())
    }

    fn run(self, steps: Steps) -> Result<(), Error> {
        match self {
            Self::Fmt => fmt(),
            Self::Clippy => clippy(),
            Self::Docs => docs(),
            Self::Native => native(steps),
            Self::Wasm => wasm(),
            Self::Build => build(),
            Self::Sizes => sizes(),
            Self::Stories => stories(steps.are_full()),
            Self::Spreadsheet => spreadsheet(),
            Self::Supply => deny::deny(),
            Self::Lighthouse => lighthouse::lighthouse(),
            Self::Speed => bench::hold(),
            Self::Faults => faults(),
        }
    }
}

/// Runs steps one after the other, and stops at the first that fails; the full test goes on, as nobody wants to learn of the
/// next failure an hour later.
pub(crate) fn test(steps: Steps) -> Result<(), Error> {
    let whole = Stopwatch::start();
    if !matches!(steps, Steps::Only(_) | Steps::OnlyFull(_)) {
        prepare()?;
    }
    let is_run = |step: &Step| match steps {
        Steps::Usual => !matches!(step, Step::Supply | Step::Lighthouse | Step::Speed | Step::Faults),
        Steps::Full => true,
        Steps::Only(only) | Steps::OnlyFull(only) => *step == only,
    };
    let mut failed = Vec::new();
    for step in Step::ALL.into_iter().filter(is_run) {
        match step.check(steps) {
            Err(error) if steps == Steps::Full => {
                println!("=== {} failed: {error}", step.name());
                failed.push(step.name());
            }
            checked => checked?,
        }
    }
    if !failed.is_empty() {
        return Err(Error::Steps { failed });
    }
    println!("\nAll passed in {whole}");
    // What was measured becomes what is promised only where everything was green.
    if steps == Steps::Full { promises::write() } else { Ok(()) }
}

/// Installs what the steps need, or says what is missing, before the first minute of waiting, not after the tenth.
fn prepare() -> Result<(), Error> {
    Browser::ready()?;
    office::ready()?;
    Toolbox::for_page(Profile::Release).map(drop)
}

fn fmt() -> Result<(), Error> {
    system::require_cargo_part("rustfmt", "fmt")?;
    process::run(process::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<(), Error> {
    system::require_cargo_part("clippy", "clippy")?;
    system::require_wasm_target()?;
    let runs: [&[&str]; 4] = [
        &["--workspace", "--all-targets"],
        &["--package", "gyakusan", "--test", "stories", "--features", "stories"],
        &["--package", "gyakusan", "--test", "spreadsheet", "--features", "spreadsheet"],
        &["--package", "gyakusan", "--package", "gyakusan-bench", "--target", WASM, "--all-targets"],
    ];
    runs.into_iter().try_for_each(|targets| {
        process::run(process::cargo().arg("clippy").args(targets).args(["--", "--deny", "warnings"]))
    })
}

/// The full test takes more trials, and the release profile for them.
fn native(steps: Steps) -> Result<(), Error> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--workspace"]).env(promises::VARIABLE, promises::notes());
    if steps.are_full() {
        cargo.arg("--release").env("GYAKUSAN_FULL", "1");
    }
    process::run(&mut cargo)
}

fn docs() -> Result<(), Error> {
    let mut cargo = process::cargo();
    process::run(cargo.args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "--deny warnings"))
}

fn wasm() -> Result<(), Error> {
    let tools = Toolbox::for_wasm_tests()?;
    let browser = Browser::ready()?;
    let mut passed = Vec::new();
    let runs: [&[&str]; 2] = [
        &["--package", "gyakusan-engine", "--test", "bits", "--release"],
        &["--package", "gyakusan", "--test", "dom"],
    ];
    for targets in runs {
        let mut cargo = tools.cargo("test");
        browser.announce_to(&mut cargo);
        cargo
            .args(["--target", WASM])
            .args(targets)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities_file()?)
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_SECONDS);
        passed.push(process::run_tests(&mut cargo)?);
    }
    // The first run is that of the fixed bits.
    promises::note("same_bits", passed[0] > 0, &[passed[0].to_string()])
}

fn spreadsheet() -> Result<(), Error> {
    let program = office::ready()?;
    let mut cargo = process::cargo();
    cargo.args(["test", "--package", "gyakusan", "--test", "spreadsheet", "--features", "spreadsheet"]);
    process::run(cargo.env("SOFFICE", program).env(promises::VARIABLE, promises::notes()))
}
