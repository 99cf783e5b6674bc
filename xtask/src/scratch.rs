//! A directory of its own for a test, gone when the test is over.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
};

/// A fresh directory that is removed on drop.
#[derive(Debug)]
pub(crate) struct Scratch {
    root: PathBuf,
}

impl Scratch {
    /// An empty directory under the system's temporary one; `name` keeps tests of one run apart.
    pub(crate) fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("gyakusan-xtask-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("the temporary directory takes a new directory");
        Self { root }
    }

    /// The directory itself.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A file with that text.
    pub(crate) fn file(&self, relative: &str, text: &str) {
        let path = self.path(relative);
        let parent = path.parent().expect("a path inside has a parent");
        fs::create_dir_all(parent).expect("the scratch directory takes a new directory");
        fs::write(&path, text).expect("the scratch directory takes a new file");
    }

    /// A shell script that can be started.
    #[cfg(unix)]
    pub(crate) fn program(&self, relative: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        self.file(relative, &format!("#!/bin/sh\n{script}\n"));
        let executable = fs::Permissions::from_mode(0o755);
        fs::set_permissions(self.path(relative), executable).expect("an own file's permissions can be set");
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}
