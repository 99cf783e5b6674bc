//! The spreadsheet program that calculates exported workbooks: found, or installed where the system lets us.

use crate::{apt, error::Error, search};
use std::{env, path::PathBuf};

/// The names under which `LibreOffice` is installed.
const PROGRAMS: [&str; 2] = ["soffice", "libreoffice"];

/// Where it is on macOS and Windows, which do not put it on PATH.
const OFF_PATH: [&str; 2] = [
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
];

/// What Debian and Ubuntu call it, without its windows.
const PACKAGES: [&str; 1] = ["libreoffice-calc-nogui"];

/// Finds `LibreOffice`, or installs it; `SOFFICE` decides where it is set.
pub(crate) fn ready() -> Result<PathBuf, Error> {
    if let Some(program) = found() {
        return Ok(program);
    }
    let why = "the tests calculate exported workbooks in it";
    if apt::install("LibreOffice", why, &PACKAGES)?
        && let Some(program) = found()
    {
        return Ok(program);
    }
    Err(Error::Missing {
        what: "the tests calculate exported workbooks in LibreOffice, and no soffice is on PATH".to_owned(),
        way_out: way_out(|manager| search::on_path(manager).is_some()),
    })
}

fn found() -> Option<PathBuf> {
    let named = env::var_os("SOFFICE").filter(|value| !value.is_empty()).map(PathBuf::from);
    let off_path = OFF_PATH.iter().map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| PROGRAMS.iter().filter_map(|name| search::on_path(name)).chain(off_path).next())
}

/// What to run on a system where this program cannot install it itself.
fn way_out(has: impl Fn(&str) -> bool) -> String {
    let managers = [
        ("dnf", "sudo dnf install libreoffice-calc"),
        ("pacman", "sudo pacman -S libreoffice-still"),
        ("apk", "sudo apk add libreoffice-calc"),
        ("brew", "brew install --cask libreoffice"),
        ("winget", "winget install TheDocumentFoundation.LibreOffice"),
    ];
    if has("apt-get") {
        return apt::command(&PACKAGES);
    }
    let known = managers.into_iter().find(|(manager, _)| has(manager));
    known.map_or_else(
        || "install it from https://www.libreoffice.org, or set SOFFICE to the path of soffice".to_owned(),
        |(_, command)| format!("run `{command}` and start again"),
    )
}

#[cfg(test)]
mod tests {
    use super::way_out;

    #[test]
    fn every_system_gets_its_own_command() {
        for manager in ["apt-get", "dnf", "pacman", "apk", "brew", "winget"] {
            let command = way_out(|name| name == manager);
            assert!(command.contains(manager), "{command}");
        }
        assert!(way_out(|_| false).contains("SOFFICE"));
    }
}
