//! The baseline: how long each piece of work takes beside a yardstick, which is arithmetic that never changes. A machine that is
//! slower is slower at both, so a change that makes the engine slower is noticed on any machine.

use super::{case::Case, figures::Figures, runner::Place, verdict::shown};
use crate::{error::Error, process};
use std::{fs, path::PathBuf};

/// A piece of work may take this much longer than when the baseline was written. Processors differ in what they are good at,
/// and a busy machine makes ratios waver by a tenth.
const MOST_SLOWER: f64 = 1.4;

/// The work of one place beside the yardstick.
#[derive(Debug, Clone, PartialEq)]
struct Ratio {
    place: String,
    case: String,
    ratio: f64,
}

/// Writes what was measured as the new baseline.
pub(super) fn write(figures: &Figures) -> Result<(), Error> {
    let lines: String = ratios(figures)
        .iter()
        .map(|Ratio { place, case, ratio }| format!("{place}\t{case}\t{ratio:.3}\n"))
        .collect();
    fs::write(path(), lines).map_err(Error::io("writing", path()))
}

/// What was measured beside the baseline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Comparison {
    /// The largest ratio to the baseline.
    pub(super) largest: f64,
    /// What is slower by more than is allowed, in words.
    pub(super) findings: Vec<String>,
}

/// Prints what was measured beside the baseline, and says what has become slower by more than [`MOST_SLOWER`].
pub(super) fn compare(figures: &Figures) -> Result<Comparison, Error> {
    let text = fs::read_to_string(path()).map_err(Error::io("reading", path()))?;
    let found = compared(&read(&text), &ratios(figures));
    for (Ratio { place, case, ratio }, now) in &found {
        println!("{case}, {place}: {} times the yardstick, {} in the baseline", shown(*now), shown(*ratio));
    }
    if found.is_empty() {
        let finding = "nothing of the baseline was measured".to_owned();
        return Ok(Comparison { largest: f64::INFINITY, findings: vec![finding] });
    }
    let slower = found.iter().filter(|(before, now)| *now > before.ratio * MOST_SLOWER);
    let told = slower.map(|(Ratio { place, case, ratio }, now)| {
        format!(
            "{case} takes {} times the yardstick ({place}), {} times what the baseline says; {MOST_SLOWER} times is allowed \
             (make it faster, or write the new baseline with `cargo xtask bench --write` and say why)",
            shown(*now),
            shown(now / ratio)
        )
    });
    let largest = found.iter().map(|(before, now)| now / before.ratio).fold(0.0, f64::max);
    Ok(Comparison { largest, findings: told.collect() })
}

fn path() -> PathBuf {
    process::root().join("bench/baseline.tsv")
}

fn ratios(figures: &Figures) -> Vec<Ratio> {
    let mut ratios = Vec::new();
    for place in [Place::Native, Place::Node] {
        let Some(yardstick) = figures.microseconds_per_trial(place, &Case::yardstick()) else { continue };
        for case in Case::trial() {
            if let Some(time) = figures.microseconds_per_trial(place, &case) {
                let place = place.name().to_owned();
                ratios.push(Ratio { place, case: case.to_string(), ratio: time / yardstick });
            }
        }
    }
    ratios
}

fn read(text: &str) -> Vec<Ratio> {
    let line = |line: &str| {
        let mut words = line.split('\t').map(str::to_owned);
        Some(Ratio { place: words.next()?, case: words.next()?, ratio: words.next()?.parse().ok()? })
    };
    text.lines().filter_map(line).collect()
}

/// What stands in both, with the newer ratio.
fn compared(baseline: &[Ratio], measured: &[Ratio]) -> Vec<(Ratio, f64)> {
    let now = |before: &Ratio| {
        let is_same = |each: &&Ratio| (&each.place, &each.case) == (&before.place, &before.case);
        measured.iter().find(is_same).map(|found| (before.clone(), found.ratio))
    };
    baseline.iter().filter_map(now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_both_is_compared() {
        let before =
            read("native\tdetails bench trials=100000\t12.5\nnode\tgoals bench trials=100000\t8.0\nbroken\n");
        assert_eq!(before.len(), 2);
        let now = [Ratio { ratio: 25.0, ..before[0].clone() }];
        let found = compared(&before, &now);
        assert_eq!(found.iter().map(|(before, now)| now / before.ratio).collect::<Vec<_>>(), [2.0]);
    }

    #[test]
    fn the_baseline_holds_every_case_natively() {
        let text = fs::read_to_string(path()).expect("a baseline");
        let known = read(&text);
        for case in Case::trial() {
            let is_it = |ratio: &&Ratio| ratio.place == "native" && ratio.case == case.to_string();
            assert!(known.iter().find(is_it).is_some_and(|found| found.ratio > 0.0), "{case}");
        }
    }
}
