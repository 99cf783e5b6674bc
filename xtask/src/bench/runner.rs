//! The places where the engine runs: as a native program, as Wasm in node, as Wasm in Chromium.

use super::{case::Case, chromium, figures::Sample, lines::Lines, programs::Programs, webdriver::Tab};
use crate::{browser::Browser, error::Error, process, search};

/// Where something is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A native program.
    Native,
    /// Wasm in node.
    Node,
    /// Wasm in a headless Chromium.
    Chromium,
}

impl Place {
    /// What tables call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Node => "node",
            Self::Chromium => "Chromium",
        }
    }
}

/// A running program that measures what it is asked for.
#[derive(Debug)]
pub(crate) struct Runner {
    place: Place,
    program: Program,
}

#[derive(Debug)]
enum Program {
    Lines(Lines),
    Tab(Tab),
}

impl Runner {
    /// The native program.
    pub(crate) fn native(programs: &Programs) -> Result<Self, Error> {
        let lines = Lines::start(&mut process::program(&programs.native))?;
        Ok(Self { place: Place::Native, program: Program::Lines(lines) })
    }

    /// The Wasm in node.
    pub(crate) fn node(programs: &Programs) -> Result<Self, Error> {
        let node = search::on_path("node").ok_or_else(|| absent("node"))?;
        let mut command = process::program(node);
        let lines = Lines::start(command.arg(&programs.node_script).arg(&programs.wasm))?;
        Ok(Self { place: Place::Node, program: Program::Lines(lines) })
    }

    /// The Wasm in a headless Chromium.
    pub(crate) fn chromium(programs: &Programs) -> Result<Self, Error> {
        let browser = Browser::found()?.ok_or_else(|| absent("a Chromium with its driver"))?;
        Ok(Self { place: Place::Chromium, program: Program::Tab(chromium::start(&browser, programs)?) })
    }

    /// Where it runs.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Has one piece of work done and measured.
    pub(crate) fn ask(&mut self, case: &Case) -> Result<Sample, Error> {
        let line = case.to_string();
        let answer = match &mut self.program {
            Program::Lines(lines) => lines.ask(&line)?,
            Program::Tab(tab) => tab.text_of(&chromium::question(&line))?,
        };
        Sample::parse(&answer).ok_or_else(|| Error::Measured {
            finding: format!("{} answers \"{line}\" with \"{}\"", self.place.name(), answer.trim()),
        })
    }
}

fn absent(what: &str) -> Error {
    Error::Missing {
        what: format!("{what} is not on PATH"),
        way_out: "install it to have its figures".to_owned(),
    }
}
