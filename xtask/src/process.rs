//! Starting other programs: from the project's root, without the traces of the `cargo run` around this one.

use crate::error::Error;
use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

/// The project's root, where every program starts.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// A program to start from the project's root.
///
/// `cargo run` describes this package in variables; a build that inherits them can look changed when it is not.
pub(crate) fn program(path: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(path);
    command.current_dir(root());
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(describes_this_package) {
            command.env_remove(name);
        }
    }
    command
}

/// The cargo that started this program.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end, its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(Error::io("starting", command.get_program()))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::Failed { command: in_words(command), ending: ending(status) })
    }
}

/// What became of a program of tests.
#[derive(Debug)]
pub(crate) struct Tests {
    /// How many passed.
    pub(crate) passed: usize,
    /// The names of those that failed.
    pub(crate) failed: Vec<String>,
    /// How the program ended, where that was badly.
    pub(crate) error: Option<Error>,
}

/// Runs a program of tests to its end, its output shown as it comes.
pub(crate) fn tests(command: &mut Command) -> Result<Tests, Error> {
    let starting = || Error::io("starting", command.get_program().to_owned());
    let (started, read) = (starting(), starting());
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(started)?;
    let (mut passed, mut failed) = (0, Vec::new());
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
        .map_while(Result::ok)
    {
        println!("{line}");
        passed += passed_tests(&line);
        failed.extend(failed_test(&line).map(str::to_owned));
    }
    let status = child.wait().map_err(read)?;
    let error =
        (!status.success()).then(|| Error::Failed { command: in_words(command), ending: ending(status) });
    Ok(Tests { passed, failed, error })
}

/// Runs a program of tests to its end, its output shown as it comes, and counts those that passed.
pub(crate) fn run_tests(command: &mut Command) -> Result<usize, Error> {
    let tests = tests(command)?;
    tests.error.map_or(Ok(tests.passed), Err)
}

/// The names of the tests that a program lists.
pub(crate) fn test_names(command: &mut Command) -> Result<Vec<String>, Error> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.map_err(Error::io("starting", command.get_program()))?;
    if !output.status.success() {
        return Err(Error::Failed { command: in_words(command), ending: ending(output.status) });
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
}

/// How many tests passed, by the line that says so.
fn passed_tests(line: &str) -> usize {
    let count = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(" passed"));
    let count = count.and_then(|(before, _)| before.rsplit_once(' '));
    count.and_then(|(_, count)| count.parse().ok()).unwrap_or(0)
}

/// The name of a test that failed, by its line.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// What a program prints, or nothing where it cannot be started or ends badly.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program prints when asked for its version.
pub(crate) fn version_output(path: &Path) -> Option<String> {
    output(program(path).arg("--version"))
}

fn describes_this_package(variable: &str) -> bool {
    variable.starts_with("CARGO_PKG_") || variable.starts_with("CARGO_MANIFEST_")
}

/// The command as one would type it, the program without its directory.
fn in_words(command: &Command) -> String {
    let path = Path::new(command.get_program());
    let name = path.file_stem().unwrap_or(path.as_os_str());
    let words: Vec<_> = std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

fn ending(status: ExitStatus) -> String {
    status.code().map_or_else(|| "was stopped".to_owned(), |code| format!("ended with code {code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_told_without_its_directory() {
        let mut command = Command::new("/somewhere/bin/trunk");
        command.args(["build", "--release"]);
        assert_eq!(in_words(&command), "trunk build --release");
    }

    #[test]
    fn passed_tests_are_read_from_the_line_that_counts_them() {
        assert_eq!(passed_tests("test result: ok. 51 passed; 0 failed; 2 ignored"), 51);
        assert_eq!(passed_tests("test a ... ok"), 0);
        assert_eq!(passed_tests("test result: FAILED. 50 passed; 1 failed"), 50);
        assert_eq!(failed_test("test reader::it_opens ... FAILED"), Some("reader::it_opens"));
        assert_eq!(failed_test("test reader::it_opens ... ok"), None);
    }

    #[test]
    fn only_the_description_of_this_package_is_taken_away() {
        assert!(describes_this_package("CARGO_PKG_NAME"));
        assert!(describes_this_package("CARGO_MANIFEST_DIR"));
        assert!(!describes_this_package("CARGO_TARGET_DIR"));
        assert!(!describes_this_package("CARGO_HOME"));
    }
}
