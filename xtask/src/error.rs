//! What can go wrong: every error is one sentence that ends in the way out.

use std::{fmt, io, path::PathBuf, process::ExitCode};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line says something this program does not know.
    Usage {
        /// What was said and what can be said instead.
        sentence: String,
    },
    /// Something is missing and cannot be installed from here.
    Missing {
        /// What is missing and what needs it.
        what: String,
        /// The command to run, or the place to go to.
        way_out: String,
    },
    /// A program was started and ended badly.
    Failed {
        /// The program with its arguments.
        command: String,
        /// How it ended.
        ending: String,
    },
    /// The file system or the system's process table said no.
    Io {
        /// What was being done, as in "writing the lock file".
        doing: &'static str,
        /// The file or program it was done to.
        path: PathBuf,
        /// The system's own words.
        source: io::Error,
    },
    /// Tests of the engine passed with faults planted in it.
    Survivors {
        /// The faults that went unnoticed.
        faults: Vec<String>,
    },
    /// The compiled program cannot be split.
    Program {
        /// What about it is not as it must be.
        finding: String,
    },
    /// What is measured does not answer as it must.
    Measured {
        /// What about it is not as it must be.
        finding: String,
    },
    /// Steps of the full test failed.
    Steps {
        /// Their names.
        failed: Vec<&'static str>,
    },
    /// Stories that were to be told were not.
    Untold {
        /// Which, or how many.
        finding: String,
    },
    /// The built page breaks one of its promises.
    Page {
        /// Each broken promise, with its file.
        findings: Vec<String>,
    },
}

impl Error {
    /// The exit code: 2 for a command line that cannot be read, 1 for everything else.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage { .. } => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }

    /// A closure for `map_err` that remembers what was being done to which path.
    pub(crate) fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { sentence } => write!(f, "{sentence}; `cargo xtask help` lists the commands"),
            Self::Missing { what, way_out } => write!(f, "{what}: {way_out}"),
            Self::Failed { command, ending } => {
                write!(f, "`{command}` {ending}; its own output above says why")
            }
            Self::Io { doing, path, source } => write!(f, "{doing} {} failed: {source}", path.display()),
            Self::Survivors { faults } => {
                write!(
                    f,
                    "the engine's tests pass with these faults planted: {}; sharpen them",
                    faults.join("; ")
                )
            }
            Self::Program { finding } => {
                write!(
                    f,
                    "the compiled program cannot be split: {finding}; xtask/src/split/ knows what it takes"
                )
            }
            Self::Measured { finding } => {
                write!(f, "nothing can be measured: {finding}; bench/src/ holds what is asked")
            }
            Self::Steps { failed } => {
                write!(f, "these steps failed: {}; each says above why", failed.join(", "))
            }
            Self::Untold { finding } => {
                write!(f, "{finding}; xtask/src/stories.rs says what is told where")
            }
            Self::Page { findings } => {
                write!(f, "the built page breaks what it promises: {}", findings.join("; "))
            }
        }
    }
}

impl std::error::Error for Error {}
