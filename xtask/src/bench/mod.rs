//! `cargo xtask bench`: how fast the engine is, each way it is run measured beside the others.
//!
//! Times move from machine to machine and from minute to minute, ratios much less. So everything is asked in rounds: in each
//! round every program does every piece of work once, and what counts is each one's best round. The time is the processor's
//! where the system says it ([`clock`]).

mod baseline;
mod case;
mod chromium;
mod clock;
mod document;
mod figures;
mod lines;
mod machine;
mod peer;
mod programs;
mod runner;
mod table;
mod verdict;
mod webdriver;

use crate::{error::Error, promises, stopwatch::Stopwatch};
use case::Case;
use figures::Figures;
use machine::Machine;
use programs::Programs;
use runner::{Place, Runner};
use std::path::PathBuf;

/// How often every piece of work of the first table is done, and how often in a quick run and for the long tables.
const ROUNDS: u32 = 9;
const FEW_ROUNDS: u32 = 3;

/// What is measured, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Options {
    /// Only the first table, natively and in node.
    pub(crate) quick: bool,
    /// Ten million trials too.
    pub(crate) full: bool,
    /// Whether ARCHITECTURE.md takes the tables, and the baseline the ratios.
    pub(crate) write: bool,
    /// The same plan in `NumPy`, a program to compare with.
    pub(crate) peer: Option<PathBuf>,
}

/// Today, as it is written.
pub(crate) fn today() -> String {
    Machine::this().date
}

/// Measures and prints the tables.
pub(crate) fn bench(options: &Options) -> Result<(), Error> {
    let programs = Programs::build()?;
    let stopwatch = Stopwatch::start();
    let figures = measured(&programs, options)?;
    let tables = table::tables(&figures, options, &Machine::this());
    println!("{tables}");
    eprintln!("measuring took {stopwatch}");
    if !options.write {
        return Ok(());
    }
    document::write(&tables)?;
    baseline::write(&figures)?;
    promises::begin()?;
    table::note_promises(&figures)?;
    promises::collect()
}

/// Fails where single trials have become slower than in the baseline, natively or in node. Where they seem so, everything is
/// measured once more: a machine that does other things too is slow at one piece of work by accident.
pub(crate) fn hold() -> Result<(), Error> {
    let programs = Programs::build()?;
    let options = Options { quick: true, ..Options::default() };
    let mut findings = Vec::new();
    for _ in 0..2 {
        let found = baseline::compare(&measured(&programs, &options)?)?;
        findings = found.findings;
        if findings.is_empty() {
            return promises::note("speed_kept", true, &[verdict::shown(found.largest)]);
        }
    }
    Err(Error::Page { findings })
}

/// The figures of all tables.
fn measured(programs: &Programs, options: &Options) -> Result<Figures, Error> {
    let mut figures = Figures::default();
    let mut runners = runners(programs, options.quick, &mut figures)?;
    let singles: Vec<_> = [Case::yardstick()].into_iter().chain(Case::trial()).collect();
    if options.quick {
        for _ in 0..FEW_ROUNDS {
            measure(&singles, &mut runners, &mut figures)?;
        }
        return Ok(figures);
    }
    for round in 0..ROUNDS {
        measure(&singles, &mut runners, &mut figures)?;
        // Each run of the peer is the best of three of its own; several of them stand apart in time.
        if round % 3 == 0 {
            figures.peer.add(&peer::measure(options.peer.as_deref()));
        }
    }
    runners.retain(|runner| runner.place() != Place::Chromium);
    let long: Vec<_> = Case::growth(options.full).into_iter().chain(Case::answers()).collect();
    for _ in 0..FEW_ROUNDS {
        measure(&long, &mut runners, &mut figures)?;
    }
    drop(runners);
    measure_memory(programs, &mut figures)?;
    Ok(figures)
}

/// Every way to run the engine that this machine has; why the others are not there is noted.
fn runners(programs: &Programs, quick: bool, figures: &mut Figures) -> Result<Vec<Runner>, Error> {
    let mut runners = vec![Runner::native(programs)?];
    let mut add = |place, started: Result<Runner, Error>| match started {
        Ok(runner) => runners.push(runner),
        Err(error) => figures.note_absent(place, error.to_string()),
    };
    add(Place::Node, Runner::node(programs));
    if !quick {
        add(Place::Chromium, Runner::chromium(programs));
    }
    Ok(runners)
}

/// One round: every case by every runner, the runners one right after the other.
fn measure(cases: &[Case], runners: &mut [Runner], figures: &mut Figures) -> Result<(), Error> {
    for case in cases {
        for runner in &mut *runners {
            let sample = runner.ask(case)?;
            figures.add(runner.place(), case, sample)?;
        }
    }
    Ok(())
}

/// What a million trials take; in programs of their own, since a program keeps what it once had.
fn measure_memory(programs: &Programs, figures: &mut Figures) -> Result<(), Error> {
    measure(&[Case::memory()], &mut [Runner::native(programs)?], figures)?;
    match Runner::node(programs) {
        Ok(node) => measure(&[Case::memory()], &mut [node], figures),
        Err(_) => Ok(()),
    }
}
