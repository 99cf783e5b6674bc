//! What was measured: the best of every piece of work in every place.

use super::{case::Case, peer::PeerFigures, runner::Place};
use crate::error::Error;
use std::collections::BTreeMap;

/// What a program says of one piece of work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sample {
    /// How long it took.
    pub(crate) microseconds: f64,
    /// The most memory the program ever had; 0 where it is not known.
    pub(crate) peak_bytes: u64,
    /// What the work came to.
    pub(crate) value: f64,
}

impl Sample {
    /// Reads a program's line.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let microseconds = words.next()?.parse().ok()?;
        let peak_bytes = words.next()?.parse().ok()?;
        let value = words.next()?.parse().ok()?;
        words.next().is_none().then_some(Self { microseconds, peak_bytes, value })
    }
}

/// Everything that the tables are made of.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    best: BTreeMap<(Place, Case), Sample>,
    absent: BTreeMap<Place, String>,
    /// What the peer took.
    pub(crate) peer: PeerFigures,
}

impl Figures {
    /// Takes in a sample. Every place has to come to the same value: other work would be no comparison.
    pub(crate) fn add(&mut self, place: Place, case: &Case, sample: Sample) -> Result<(), Error> {
        let known = self.best.iter().find(|((_, known), _)| known == case).map(|(_, sample)| sample.value);
        if known.is_some_and(|value| value.to_bits() != sample.value.to_bits()) {
            return Err(Error::Measured {
                finding: format!("\"{case}\" does not come to the same in {}", place.name()),
            });
        }
        let best = self.best.entry((place, *case)).or_insert(sample);
        if sample.microseconds < best.microseconds {
            *best = sample;
        }
        Ok(())
    }

    /// Notes why a place is not measured.
    pub(crate) fn note_absent(&mut self, place: Place, reason: String) {
        self.absent.insert(place, reason);
    }

    /// Why places are not measured.
    pub(crate) fn absent(&self) -> impl Iterator<Item = (Place, &str)> {
        self.absent.iter().map(|(place, reason)| (*place, reason.as_str()))
    }

    /// How long the work takes for each of its trials.
    pub(crate) fn microseconds_per_trial(&self, place: Place, case: &Case) -> Option<f64> {
        Some(self.best.get(&(place, *case))?.microseconds / f64::from(case.trials()))
    }

    /// How long the work takes.
    pub(crate) fn milliseconds(&self, place: Place, case: &Case) -> Option<f64> {
        Some(self.best.get(&(place, *case))?.microseconds / 1000.0)
    }

    /// The most memory that the work took.
    pub(crate) fn peak_mebibytes(&self, place: Place, case: &Case) -> Option<f64> {
        let bytes = self.best.get(&(place, *case))?.peak_bytes;
        (bytes > 0).then(|| bytes as f64 / (1024.0 * 1024.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(microseconds: f64, value: f64) -> Sample {
        Sample { microseconds, peak_bytes: 2 << 20, value }
    }

    #[test]
    fn a_line_is_three_numbers() {
        assert_eq!(Sample::parse("1.5 2097152 0.25"), Some(sample(1.5, 0.25)));
        assert_eq!(Sample::parse("1.5 2097152 Infinity"), Some(sample(1.5, f64::INFINITY)));
        for line in ["", "1 2", "1 2 3 4", "error: no plan"] {
            assert_eq!(Sample::parse(line), None, "{line}");
        }
    }

    #[test]
    fn the_best_round_counts() {
        let mut figures = Figures::default();
        for microseconds in [300_000.0, 200_000.0, 400_000.0] {
            figures
                .add(Place::Node, &Case::with_trials(100_000), sample(microseconds, 1.0))
                .expect("the same value");
        }
        let case = Case::with_trials(100_000);
        assert_eq!(figures.microseconds_per_trial(Place::Node, &case), Some(2.0));
        assert_eq!(figures.milliseconds(Place::Node, &case), Some(200.0));
        assert_eq!(figures.peak_mebibytes(Place::Node, &case), Some(2.0));
        assert_eq!(figures.milliseconds(Place::Native, &case), None);
    }

    #[test]
    fn other_work_is_no_comparison() {
        let mut figures = Figures::default();
        assert!(figures.add(Place::Native, &Case::memory(), sample(1.0, 0.5)).is_ok());
        let refusal = figures.add(Place::Node, &Case::memory(), sample(1.0, 0.25));
        assert!(refusal.expect_err("another value").to_string().contains("in node"));
    }
}
