//! Installing the browser: by apt where that is possible, else the sentence with the command to run.

use crate::{apt, error::Error, search};
use std::fs;

/// What Debian calls the browser, its driver, and a font with Japanese letters.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// Installs Chromium and its driver, or says what to run.
pub(crate) fn install() -> Result<(), Error> {
    let os_release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !is_debian(&os_release) || search::on_path("apt-get").is_none() {
        return Err(no_browser(command_for(&os_release, |manager| search::on_path(manager).is_some())));
    }
    let why = "the tests drive the page in it";
    if apt::install("Chromium with its driver", why, &PACKAGES)? {
        return Ok(());
    }
    Err(no_browser(apt::command(&PACKAGES)))
}

fn no_browser(way_out: String) -> Error {
    Error::Missing {
        what:
            "the tests drive the page in Chromium or Chrome through chromedriver, and no such pair is on PATH"
                .to_owned(),
        way_out,
    }
}

/// Debian and what is made from it, Ubuntu apart: its package chromium is a stub for a snap.
fn is_debian(os_release: &str) -> bool {
    let names = |id| os_release.lines().any(|line| names_system(line, id));
    names("debian") && !names("ubuntu")
}

fn is_ubuntu(os_release: &str) -> bool {
    os_release.lines().any(|line| names_system(line, "ubuntu"))
}

/// Whether a line `ID=...` or `ID_LIKE="... ..."` names this system.
fn names_system(line: &str, id: &str) -> bool {
    let value = line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE="));
    value.is_some_and(|value| value.trim_matches('"').split_whitespace().any(|word| word == id))
}

/// What to run on a system where this program cannot install the browser itself.
fn command_for(os_release: &str, has: impl Fn(&str) -> bool) -> String {
    if is_ubuntu(os_release) {
        return "run `sudo snap install chromium`, and then with CHROME=/snap/bin/chromium and \
                CHROMEDRIVER=/snap/bin/chromium.chromedriver set start again"
            .to_owned();
    }
    let managers = [
        ("apt-get", apt::command(&PACKAGES)),
        ("dnf", run("sudo dnf install chromium chromedriver google-noto-sans-cjk-fonts")),
        ("pacman", run("sudo pacman -S chromium noto-fonts-cjk")),
        ("apk", run("sudo apk add chromium chromium-chromedriver font-noto-cjk")),
        ("brew", run("brew install --cask google-chrome chromedriver")),
        ("winget", run("winget install Google.Chrome Chromium.ChromeDriver")),
    ];
    let known = managers.into_iter().find(|(manager, _)| has(manager));
    known.map_or_else(
        || {
            "install both from https://googlechromelabs.github.io/chrome-for-testing and start again"
                .to_owned()
        },
        |(_, way_out)| way_out,
    )
}

fn run(command: &str) -> String {
    format!("run `{command}` and start again")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEBIAN: &str = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n";
    const MINT: &str = "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n";
    const FEDORA: &str = "ID=fedora\n";

    #[test]
    fn debian_is_told_from_what_ships_chromium_as_a_snap() {
        assert!(is_debian(DEBIAN) && !is_ubuntu(DEBIAN));
        assert!(!is_debian(MINT) && is_ubuntu(MINT));
        assert!(!is_debian(FEDORA) && !is_debian(""));
    }

    #[test]
    fn every_system_gets_its_own_command() {
        assert!(command_for(MINT, |_| true).contains("snap install chromium"));
        for manager in ["apt-get", "dnf", "pacman", "apk", "brew", "winget"] {
            let command = command_for(FEDORA, |name| name == manager);
            assert!(command.contains(manager), "{command}");
        }
        assert!(command_for("", |_| false).contains("chrome-for-testing"));
    }
}
