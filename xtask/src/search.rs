//! Where programs are: the PATH, searched the way a shell does.

use crate::error::Error;
use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// The first program of that name on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    first(env::split_paths(&env::var_os("PATH").unwrap_or_default()), name)
}

/// The program of that name directly in one directory.
pub(crate) fn in_directory(directory: &Path, name: &str) -> Option<PathBuf> {
    file_names(name).map(|file| directory.join(file)).find(|path| is_program(path))
}

/// PATH with these directories searched before it.
pub(crate) fn path_after(directories: impl IntoIterator<Item = PathBuf>) -> Result<OsString, Error> {
    let path = env::var_os("PATH").unwrap_or_default();
    joined(directories, &path).map_err(|_| Error::Missing {
        what: "the tools' directory has the character in its name that separates the entries of PATH"
            .to_owned(),
        way_out: "set XDG_CACHE_HOME to another directory".to_owned(),
    })
}

fn joined(
    directories: impl IntoIterator<Item = PathBuf>,
    path: &OsStr,
) -> Result<OsString, env::JoinPathsError> {
    env::join_paths(directories.into_iter().chain(env::split_paths(path)))
}

fn first(directories: impl IntoIterator<Item = PathBuf>, name: &str) -> Option<PathBuf> {
    directories.into_iter().find_map(|directory| in_directory(&directory, name))
}

/// The file names under which the system starts a program: Windows adds an ending.
fn file_names(name: &str) -> impl Iterator<Item = String> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings.iter().map(move |ending| format!("{name}{ending}"))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn the_first_directory_with_a_program_wins() {
        let scratch = Scratch::new("search-order");
        scratch.program("second/trunk", "exit 0");
        scratch.program("third/trunk", "exit 0");
        scratch.file("first/trunk", "a text, not a program");
        let directories = ["missing", "first", "second", "third"].map(|name| scratch.path(name));
        assert_eq!(first(directories, "trunk"), Some(scratch.path("second/trunk")));
    }

    #[test]
    fn tools_come_before_path() {
        let path = joined(["/cache/a/bin".into(), "/cache/b/bin".into()], OsStr::new("/usr/bin:/bin"));
        assert_eq!(path.expect("no colon inside"), "/cache/a/bin:/cache/b/bin:/usr/bin:/bin");
        assert!(joined(["/odd:name".into()], OsStr::new("/bin")).is_err());
    }
}
