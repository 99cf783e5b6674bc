//! The browser that the tests drive, with its driver: found, or installed where the system lets us.

use crate::{browser_install, error::Error, process, search, version};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The names under which Chromium and Chrome are installed, in the order of preference.
const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where Chrome is on macOS and Windows, which do not put it on PATH.
const OFF_PATH: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// No window, no sandbox (containers have none to give), and no request of the browser's own.
const ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser and the driver that fits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Browser {
    chrome: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds a browser with its driver, or installs both; `CHROME` and `CHROMEDRIVER` decide where they are set.
    pub(crate) fn ready() -> Result<Self, Error> {
        if let Some(browser) = Self::found()? {
            return Ok(browser);
        }
        browser_install::install()?;
        Self::found()?.ok_or_else(|| Error::Missing {
            what: "chromium was installed, and still no browser with its driver is on PATH".to_owned(),
            way_out: "set CHROME and CHROMEDRIVER to their paths".to_owned(),
        })
    }

    /// The driver, to be started.
    pub(crate) fn driver_command(&self) -> Command {
        process::program(&self.driver)
    }

    /// Tells a program where the two are.
    pub(crate) fn announce_to(&self, command: &mut Command) {
        command.env("CHROME", &self.chrome).env("CHROMEDRIVER", &self.driver);
    }

    /// Tells Lighthouse, which starts the browser itself, where it is and how it is started.
    pub(crate) fn announce_to_lighthouse(&self, command: &mut Command) {
        command.env("CHROME_PATH", &self.chrome).arg(format!("--chrome-flags={}", ARGUMENTS.join(" ")));
    }

    /// Writes the file from which `wasm-bindgen-test-runner` learns how to start the browser, beside this program.
    pub(crate) fn capabilities_file(&self) -> Result<PathBuf, Error> {
        let own = env::current_exe().map_err(Error::io("finding", "this program"))?;
        let path = own.with_file_name("webdriver.json");
        fs::write(&path, self.capabilities()).map_err(Error::io("writing", &path))?;
        Ok(path)
    }

    /// The browser and driver that are there; none is installed.
    pub(crate) fn found() -> Result<Option<Self>, Error> {
        let named = |variable| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
        let chrome = named("CHROME").or_else(first_browser);
        let driver = named("CHROMEDRIVER").or_else(|| search::on_path("chromedriver"));
        let (Some(chrome), Some(driver)) = (chrome, driver) else { return Ok(None) };
        let browser = Self { chrome, driver };
        browser.check()?;
        Ok(Some(browser))
    }

    /// A driver drives only browsers of its own major version.
    fn check(&self) -> Result<(), Error> {
        // On Windows Chrome opens a window when it is asked for its version; there the driver has to complain.
        if cfg!(windows) {
            return Ok(());
        }
        let (chrome, driver) = (major_of(&self.chrome)?, major_of(&self.driver)?);
        if chrome == driver {
            return Ok(());
        }
        Err(Error::Missing {
            what: format!(
                "the browser {} has version {chrome} and its driver {} version {driver}, and the two must match",
                self.chrome.display(),
                self.driver.display()
            ),
            way_out: format!(
                "install version {chrome} of chromedriver, or set CHROME and CHROMEDRIVER to a pair"
            ),
        })
    }

    /// What a driver is asked for to have it start the browser, as one JSON object on a line.
    pub(crate) fn capabilities(&self) -> String {
        let binary = json_text(&self.chrome.to_string_lossy());
        let arguments = ARGUMENTS.map(json_text).join(", ");
        format!("{{\"goog:chromeOptions\": {{\"binary\": {binary}, \"args\": [{arguments}]}}}}\n")
    }
}

/// The first browser that starts; Ubuntu's `chromium-browser` is a stub that does not.
fn first_browser() -> Option<PathBuf> {
    let starts = |path: &PathBuf| cfg!(windows) || process::version_output(path).is_some();
    let off_path = OFF_PATH.iter().map(PathBuf::from).filter(|path| path.is_file());
    BROWSERS.iter().filter_map(|name| search::on_path(name)).chain(off_path).find(starts)
}

fn major_of(program: &Path) -> Result<u32, Error> {
    let output = process::version_output(program).unwrap_or_default();
    version::stated_version(&output).and_then(version::major).ok_or_else(|| Error::Missing {
        what: format!("{} does not start or does not say its version", program.display()),
        way_out: "set CHROME and CHROMEDRIVER to a browser and a driver of the same version".to_owned(),
    })
}

/// A text as JSON writes it.
pub(crate) fn json_text(text: &str) -> String {
    let escaped = text.chars().fold(String::with_capacity(text.len()), |text, character| match character {
        '"' | '\\' => text + "\\" + character.encode_utf8(&mut [0; 4]),
        control if control < ' ' => text + &format!("\\u{:04x}", u32::from(control)),
        plain => text + plain.encode_utf8(&mut [0; 4]),
    });
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_escaped_in_the_capabilities() {
        let browser = Browser { chrome: PathBuf::from(r"C:\chrome.exe"), driver: PathBuf::from("driver") };
        let capabilities = browser.capabilities();
        assert!(
            capabilities.contains(r#""binary": "C:\\chrome.exe", "args": ["--headless=new", "--no-sandbox""#)
        );
    }

    #[test]
    fn texts_are_escaped_as_json_asks() {
        assert_eq!(json_text("a \"b\"\n\\ 逆算"), r#""a \"b\"\u000a\\ 逆算""#);
    }

    #[cfg(unix)]
    #[test]
    fn a_driver_of_another_version_is_refused_with_both_versions() {
        let scratch = crate::scratch::Scratch::new("browser-pair");
        scratch.program("chrome", "echo Chromium 150.0.1 built on Debian");
        scratch.program("driver", "echo 'ChromeDriver 150.0.2 (abc)'");
        scratch.program("old", "echo 'ChromeDriver 149.0.2 (abc)'");
        let pair = |driver| Browser { chrome: scratch.path("chrome"), driver: scratch.path(driver) };
        assert!(pair("driver").check().is_ok());
        let refusal = pair("old").check().expect_err("the versions differ").to_string();
        assert!(refusal.contains("version 150") && refusal.contains("version 149"), "{refusal}");
        assert!(pair("missing").check().is_err());
    }
}
