//! Installing packages by apt, where the system has it and this user may.

use crate::{error::Error, process, search, stopwatch::Stopwatch};
use std::process::Command;

/// Installs packages and says why; `false` where this user cannot.
pub(crate) fn install(what: &str, why: &str, packages: &[&str]) -> Result<bool, Error> {
    if search::on_path("apt-get").is_none() {
        return Ok(false);
    }
    let Some(rights) = Rights::of_this_user() else { return Ok(false) };
    println!(
        "{what} is not on PATH: installing {} with apt-get ({why}; a few minutes, once)",
        packages.join(", ")
    );
    let stopwatch = Stopwatch::start();
    process::run(rights.apt_get().arg("update"))?;
    process::run(rights.apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages))?;
    println!("{what} took {stopwatch}");
    Ok(true)
}

/// The command that does the same by hand.
pub(crate) fn command(packages: &[&str]) -> String {
    format!("run `sudo apt-get update && sudo apt-get install {}` and start again", packages.join(" "))
}

/// How this user may install packages.
#[derive(Debug, Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn of_this_user() -> Option<Self> {
        if process::output(process::program("id").arg("-u")).is_some_and(|id| id.trim() == "0") {
            return Some(Self::Root);
        }
        process::output(process::program("sudo").args(["-n", "true"])).map(|_| Self::Sudo)
    }

    fn apt_get(self) -> Command {
        let mut command = match self {
            Self::Root => process::program("apt-get"),
            Self::Sudo => process::program("sudo"),
        };
        if let Self::Sudo = self {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}
