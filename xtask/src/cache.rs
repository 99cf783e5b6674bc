//! The user's cache of tools: one directory a version, shared by every clone, never half filled.

use crate::error::Error;
use std::{
    env, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The directory below which every tool has its own.
#[derive(Debug, Clone)]
pub(crate) struct Cache {
    tools: PathBuf,
}

impl Cache {
    /// The cache of the user who runs this program, where the system keeps such things.
    pub(crate) fn of_user() -> Result<Self, Error> {
        let directory = user_directory(|name| env::var_os(name).map(PathBuf::from));
        let directory = directory.ok_or_else(|| Error::Missing {
            what: "no directory for tools, since no home directory is known".to_owned(),
            way_out: "set XDG_CACHE_HOME to one you can write to".to_owned(),
        })?;
        Ok(Self::within(&directory))
    }

    /// The cache inside a given directory.
    pub(crate) fn within(directory: &Path) -> Self {
        Self { tools: directory.join("gyakusan").join("tools") }
    }

    /// Where a tool in this version lives once it is installed.
    pub(crate) fn slot(&self, tool: &str, version: &str) -> PathBuf {
        self.tools.join(format!("{tool}-{version}"))
    }

    /// The slot of a tool, filled by `install` unless `is_complete` says that it is already.
    ///
    /// `install` fills a directory beside the slot, which takes the slot's place only when all is there: an
    /// interrupted installation leaves nothing that counts. A second program that wants the same slot waits.
    pub(crate) fn filled(
        &self,
        tool: &str,
        version: &str,
        is_complete: impl Fn(&Path) -> bool,
        install: impl FnOnce(&Path) -> Result<(), Error>,
    ) -> Result<PathBuf, Error> {
        let slot = self.slot(tool, version);
        if is_complete(&slot) {
            return Ok(slot);
        }
        fs::create_dir_all(&self.tools).map_err(Error::io("creating", &self.tools))?;
        let lock_path = self.tools.join(format!(".{tool}-{version}.lock"));
        let lock = fs::File::create(&lock_path).map_err(Error::io("writing", &lock_path))?;
        if lock.try_lock().is_err() {
            println!("{tool} {version} is being installed by another program; waiting for it");
            lock.lock().map_err(Error::io("locking", &lock_path))?;
        }
        if !is_complete(&slot) {
            let beside = self.tools.join(format!(".{tool}-{version}.partial"));
            remove(&beside)?;
            install(&beside)?;
            remove(&slot)?;
            fs::rename(&beside, &slot).map_err(Error::io("renaming", &beside))?;
        }
        Ok(slot)
    }
}

/// Removes a directory and all in it; one that is not there is fine.
pub(crate) fn remove(directory: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::io("removing", directory)(error)),
        _ => Ok(()),
    }
}

/// The system's place for caches. A variable that is set but empty counts as not set.
fn user_directory(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let variable = |name| variable(name).filter(|path| path.is_absolute());
    variable("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            variable("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            variable("HOME").map(|home| home.join("Library/Caches"))
        } else {
            variable("HOME").map(|home| home.join(".cache"))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    fn has_program(slot: &Path) -> bool {
        slot.join("program").is_file()
    }

    fn install_program(beside: &Path) -> Result<(), Error> {
        fs::create_dir_all(beside).map_err(Error::io("creating", beside))?;
        let program = beside.join("program");
        fs::write(&program, "").map_err(Error::io("writing", program))
    }

    #[test]
    fn a_slot_is_filled_once() {
        let scratch = Scratch::new("cache-once");
        let cache = Cache::within(scratch.root());
        let slot =
            cache.filled("tool", "1", has_program, install_program).expect("an empty cache takes a tool");
        assert_eq!(slot, cache.slot("tool", "1"));
        let again = cache.filled("tool", "1", has_program, |_| panic!("it is there already"));
        assert_eq!(again.expect("a filled slot is found"), slot);
    }

    #[test]
    fn what_an_interrupted_installation_left_does_not_count() {
        let scratch = Scratch::new("cache-half");
        let cache = Cache::within(scratch.root());
        let interrupted = cache.filled("tool", "1", has_program, |beside| {
            install_program(beside)?;
            Err(Error::Failed { command: "install".to_owned(), ending: "was stopped".to_owned() })
        });
        assert!(interrupted.is_err());
        assert!(!cache.slot("tool", "1").exists());
        scratch.file("gyakusan/tools/tool-1/half", "left by an older way to install");
        let slot = cache.filled("tool", "1", has_program, install_program).expect("a second try succeeds");
        assert!(has_program(&slot) && !slot.join("half").exists());
    }

    #[test]
    fn an_empty_or_relative_variable_does_not_count() {
        let named = |name: &str| match name {
            "XDG_CACHE_HOME" => Some(PathBuf::new()),
            "HOME" | "LOCALAPPDATA" => Some(env::temp_dir()),
            _ => None,
        };
        assert!(user_directory(named).is_some_and(|path| path.is_absolute()));
        assert_eq!(user_directory(|_| None), None);
    }
}
