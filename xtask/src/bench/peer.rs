//! The peer: the bench plan in `NumPy`, a program that is no part of the project and is named when it is there.

use super::{case, clock};
use crate::{process, search};
use std::path::Path;

/// Runs a program with the time it takes on the processor in the place of the time that passes.
const ON_PROCESSOR: &str = "\
import runpy, sys, time
time.perf_counter = time.process_time
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')";

/// Microseconds per trial of both of its versions.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PeerFigures {
    /// Whole arrays at a time, with the same algorithm as the engine's.
    pub(crate) vectorised: Option<f64>,
    /// Every prospect and every deal drawn.
    pub(crate) per_prospect: Option<f64>,
    /// Why there are no figures.
    pub(crate) absent: Option<&'static str>,
}

impl PeerFigures {
    /// Takes in another run: of each figure the better one.
    pub(crate) fn add(&mut self, other: &Self) {
        let better = |known: Option<f64>, new: Option<f64>| known.into_iter().chain(new).reduce(f64::min);
        self.vectorised = better(self.vectorised, other.vectorised);
        self.per_prospect = better(self.per_prospect, other.per_prospect);
        self.absent = other.absent;
    }

    fn parse(output: &str) -> Self {
        let figure = |name| {
            let line = output.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line?.split_whitespace().next()?.parse().ok()
        };
        let (vectorised, per_prospect) = (figure("aggregated"), figure("per_prospect"));
        let absent = vectorised.or(per_prospect).is_none().then_some("it prints no figures");
        Self { vectorised, per_prospect, absent }
    }
}

/// Runs the peer, where it is named and runs.
pub(crate) fn measure(path: Option<&Path>) -> PeerFigures {
    run(path).unwrap_or_else(|absent| PeerFigures { absent: Some(absent), ..PeerFigures::default() })
}

fn run(path: Option<&Path>) -> Result<PeerFigures, &'static str> {
    let path = path.ok_or("`--peer PATH` names the program")?;
    // The programs start in the project's root, and the path was written where the command was.
    let path = std::path::absolute(path).map_err(|_| "its path cannot be read")?;
    let python = ["python3", "python"].into_iter().find_map(search::on_path).ok_or("there is no python")?;
    let mut command = process::program(python);
    if clock::is_told() {
        command.args(["-c", ON_PROCESSOR]);
    }
    let trials = case::TRIALS.to_string();
    let output = process::output(command.arg(path).args(["engine/plans/bench.json", &trials]));
    output.map(|output| PeerFigures::parse(&output)).ok_or("it does not run here; it takes numpy and scipy")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "aggregated: 1.820 us/trial, mean revenue 1.79e+08\nper_prospect: 29.925 us/trial, mean revenue 1.795e+08\n";

    #[test]
    fn both_versions_are_read() {
        let figures = PeerFigures::parse(OUTPUT);
        assert_eq!((figures.vectorised, figures.per_prospect), (Some(1.82), Some(29.925)));
        assert_eq!(PeerFigures::parse("").absent, Some("it prints no figures"));
    }

    #[test]
    fn the_better_run_counts() {
        let mut figures = PeerFigures::default();
        figures.add(&PeerFigures::parse(OUTPUT));
        figures.add(&PeerFigures::parse("aggregated: 2.0 us\nper_prospect: 28.0 us\n"));
        assert_eq!((figures.vectorised, figures.per_prospect), (Some(1.82), Some(28.0)));
    }

    #[test]
    fn a_peer_that_is_not_named_says_so() {
        assert_eq!(measure(None).absent, Some("`--peer PATH` names the program"));
    }
}
