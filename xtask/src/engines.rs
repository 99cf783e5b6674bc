//! The other two browser engines that stories run in: found, or installed where the system lets us.

use crate::{apt, cache::Cache, error::Error, search, tool::Tool};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// An engine that stories run in besides Chromium's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Firefox through geckodriver.
    Firefox,
    /// `WebKitGTK`'s small browser through its driver, on screens that nobody sees.
    WebKit,
}

/// The programs of an engine, ready to be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ready {
    engine: Engine,
    browser: PathBuf,
    driver: PathBuf,
    /// What makes the screens that nobody sees, where the engine needs one.
    screen: Option<PathBuf>,
}

impl Engine {
    /// Both, in the order in which they are asked.
    pub(crate) const ALL: [Self; 2] = [Self::Firefox, Self::WebKit];

    /// The name that people know.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// What Debian and Ubuntu call it.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// Finds its programs, or installs them.
    pub(crate) fn ready(self) -> Result<Ready, Error> {
        if let Some(ready) = self.found()? {
            return Ok(ready);
        }
        if apt::install(self.name(), "the tests drive the page in it", self.packages())?
            && let Some(ready) = self.found()?
        {
            return Ok(ready);
        }
        let variables = match self {
            Self::Firefox => "FIREFOX",
            Self::WebKit => "WEBKITDRIVER, MINIBROWSER and XVFB",
        };
        Err(Error::Missing {
            what: format!("the tests drive the page in {} too, and it is not on PATH", self.name()),
            way_out: format!(
                "{}, or set {variables} to the paths of its programs",
                apt::command(self.packages()).trim_end_matches(" and start again")
            ),
        })
    }

    fn found(self) -> Result<Option<Ready>, Error> {
        let ready = |browser, driver, screen| Ready { engine: self, browser, driver, screen };
        Ok(match self {
            Self::Firefox => match program("FIREFOX", &["firefox-esr", "firefox"]) {
                Some(browser) => Some(ready(browser, geckodriver()?, None)),
                None => None,
            },
            Self::WebKit => mini_browser()
                .zip(program("WEBKITDRIVER", &["WebKitWebDriver"]))
                .zip(program("XVFB", &["Xvfb"]))
                .map(|((browser, driver), screen)| ready(browser, driver, Some(screen))),
        })
    }
}

impl Ready {
    /// Tells a command where the programs are.
    pub(crate) fn announce_to(&self, command: &mut Command) {
        match self.engine {
            Engine::Firefox => command
                .env("GYAKUSAN_ENGINE", "firefox")
                .env("FIREFOX", &self.browser)
                .env("GECKODRIVER", &self.driver),
            Engine::WebKit => command
                .envs(self.screen.as_ref().map(|screen| ("XVFB", screen)))
                .env("GYAKUSAN_ENGINE", "webkit")
                .env("MINIBROWSER", &self.browser)
                .env("WEBKITDRIVER", &self.driver),
        };
    }
}

/// Firefox's driver, built where it is not on PATH.
fn geckodriver() -> Result<PathBuf, Error> {
    if let Some(driver) = program("GECKODRIVER", &["geckodriver"]) {
        return Ok(driver);
    }
    let tool = Tool::geckodriver();
    let directory = tool.ready(&Cache::of_user()?)?.unwrap_or_default();
    search::in_directory(&directory, tool.name).ok_or_else(|| Error::Missing {
        what: "geckodriver was built, and is not where it was built".to_owned(),
        way_out: "set GECKODRIVER to its path".to_owned(),
    })
}

/// `WebKitGTK`'s small browser, which Debian keeps among the libraries.
fn mini_browser() -> Option<PathBuf> {
    let libraries = [Path::new("/usr/lib"), Path::new("/usr/libexec")];
    let below = |directory: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(directory).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
    };
    let named = program("MINIBROWSER", &["MiniBrowser"]);
    named.or_else(|| {
        let folders =
            libraries.into_iter().flat_map(|library| [vec![library.to_owned()], below(library)].concat());
        let mut found: Vec<_> = folders
            .flat_map(|folder| below(&folder))
            .filter(|folder| {
                folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4"))
            })
            .map(|folder| folder.join("MiniBrowser"))
            .filter(|path| path.is_file())
            .collect();
        // The newest of several.
        found.sort();
        found.pop()
    })
}

/// The program that a variable names, or the first of these on PATH.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    named.or_else(|| names.iter().find_map(|name| search::on_path(name)))
}
