//! How time grows with the plan.

use super::{
    super::case::{self, Case},
    cell, grouped, row, written,
};
use crate::bench::{figures::Figures, runner::Place};

/// What time may exceed proportion by, since no two measurements are alike.
const TOLERANCE: f64 = 1.1;

/// Where growth is measured.
const PLACES: [Place; 2] = [Place::Native, Place::Node];

pub(super) fn table(figures: &Figures, full: bool) -> String {
    let head = ["a run of bench.json with", "native, µs per trial", "node, µs per trial", "promised", ""];
    let mut rows = vec![row(&head)];
    let trials: Vec<_> =
        case::MORE_TRIALS.into_iter().filter(|trials| full || *trials <= 1_000_000).collect();
    let with = |name| move |number| Case::with(name, number);
    rows.push(line(figures, "trials", &trials, "linear", |_| 1.0, Case::with_trials));
    let sizes: [(&'static str, &[u32]); 3] =
        [("months", &case::MONTHS), ("channels", &case::CHANNELS), ("stages", &case::STAGES)];
    for (name, numbers) in sizes {
        let promised = "at most in proportion";
        rows.push(line(figures, name, numbers, promised, f64::from, with(name)));
    }
    written(&rows)
}

/// One row: numbers of something, and what a trial takes with each in each place.
fn line(
    figures: &Figures,
    name: &str,
    numbers: &[u32],
    promised: &str,
    in_proportion: impl Fn(u32) -> f64,
    case: impl Fn(u32) -> Case,
) -> Vec<String> {
    let shown: Vec<_> = numbers.iter().map(|number| grouped(*number)).collect();
    let mut cells = vec![format!("{} {name}", shown.join(" / "))];
    let mut is_kept = true;
    for place in PLACES {
        let times: Vec<_> =
            numbers.iter().map(|number| figures.microseconds_per_trial(place, &case(*number))).collect();
        cells.push(times_and_ratios(&times));
        if let (Some(Some(first)), Some(smallest)) = (times.first(), numbers.first()) {
            is_kept &= times.iter().zip(numbers).all(|(time, number)| {
                let limit = TOLERANCE * in_proportion(*number) / in_proportion(*smallest);
                time.is_none_or(|time| time / first <= limit)
            });
        }
    }
    cells.extend(row(&[promised, if is_kept { "met" } else { "nearest" }]));
    cells
}

/// Times, all after the first one with their ratio to it.
fn times_and_ratios(times: &[Option<f64>]) -> String {
    let first = times.first().copied().flatten();
    let shown = times.iter().enumerate().map(|(place, time)| match (time, first) {
        (Some(time), Some(first)) if place > 0 => format!("{} (×{:.2})", cell(Some(*time)), time / first),
        _ => cell(*time),
    });
    shown.collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::figures::Sample;

    fn figures(times: [f64; 4]) -> Figures {
        let mut figures = Figures::default();
        for (months, microseconds_per_trial) in case::MONTHS.into_iter().zip(times) {
            let microseconds = microseconds_per_trial * f64::from(case::TRIALS);
            let sample = Sample { microseconds, peak_bytes: 0, value: 1.0 };
            let added = figures.add(Place::Native, &Case::with("months", months), sample);
            added.expect("a first value");
        }
        figures
    }

    #[test]
    fn growth_in_proportion_is_promised() {
        let kept = table(&figures([2.0, 3.0, 4.0, 5.0]), false);
        let line = "| 12 / 24 / 36 / 60 months | 2.00 / 3.00 (×1.50) / 4.00 (×2.00) / 5.00 (×2.50) | – / – / – / – | at most in proportion | met |";
        assert!(kept.contains(line), "{kept}");
        let broken = table(&figures([2.0, 3.0, 4.0, 20.0]), false);
        assert!(broken.contains("(×10.00) | – / – / – / – | at most in proportion | nearest |"), "{broken}");
    }
}
