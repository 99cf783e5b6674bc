//! The places where the engine runs: as a native program, as Wasm in node, as Wasm in Chromium.

use super::{
    case::Case, chromium, clock::Clock, figures::Sample, lines::Lines, programs::Programs, webdriver::Tab,
};
use crate::{browser::Browser, error::Error, process, search};
use std::process::Command;

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
    clock: Clock,
}

#[derive(Debug)]
enum Program {
    Lines(Lines),
    Tab(Tab),
}

impl Runner {
    /// The native program.
    pub(crate) fn native(programs: &Programs) -> Result<Self, Error> {
        Self::of_lines(Place::Native, &mut process::program(&programs.native))
    }

    /// The Wasm in node.
    pub(crate) fn node(programs: &Programs) -> Result<Self, Error> {
        let node = search::on_path("node").ok_or_else(|| absent("node"))?;
        let mut command = process::program(node);
        Self::of_lines(Place::Node, command.arg(&programs.node_script).arg(&programs.wasm))
    }

    fn of_lines(place: Place, command: &mut Command) -> Result<Self, Error> {
        let lines = Lines::start(command)?;
        Ok(Self { place, clock: Clock::of(lines.process()), program: Program::Lines(lines) })
    }

    /// The Wasm in a headless Chromium.
    pub(crate) fn chromium(programs: &Programs) -> Result<Self, Error> {
        let browser = Browser::found()?.ok_or_else(|| absent("a Chromium with its driver"))?;
        let tab = chromium::start(&browser, programs)?;
        let clock = Clock::of_pages_below(tab.process())?;
        Ok(Self { place: Place::Chromium, clock, program: Program::Tab(tab) })
    }

    /// Where it runs.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Has one piece of work done and measured.
    pub(crate) fn ask(&mut self, case: &Case) -> Result<Sample, Error> {
        let line = case.to_string();
        let refusal = |answer: &str| Error::Measured {
            finding: format!("{} answers \"{line}\" with \"{}\"", self.place.name(), answer.trim()),
        };
        let ready = self.program.ask(&line)?;
        if ready.trim() != "ready" {
            return Err(refusal(&ready));
        }
        let begin = self.clock.microseconds();
        let answer = self.program.ask("run")?;
        let end = self.clock.microseconds();
        let sample = Sample::parse(&answer).ok_or_else(|| refusal(&answer))?;
        let on_processor = begin.zip(end).map(|(begin, end)| end - begin);
        Ok(Sample { microseconds: on_processor.unwrap_or(sample.microseconds), ..sample })
    }
}

impl Program {
    fn ask(&mut self, line: &str) -> Result<String, Error> {
        match self {
            Self::Lines(lines) => lines.ask(line),
            Self::Tab(tab) => tab.text_of(&chromium::question(line)),
        }
    }
}

fn absent(what: &str) -> Error {
    Error::Missing {
        what: format!("{what} is not on PATH"),
        way_out: "install it to have its figures".to_owned(),
    }
}
