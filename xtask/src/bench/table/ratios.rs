//! The promises that are ratios, and the one of memory.

use super::{super::case::Case, by_place, row, written};
use crate::{
    bench::{
        figures::Figures,
        runner::Place,
        verdict::{Promise, shown},
    },
    error::Error,
    promises,
};

const RUN: Case = Case::new("details", "bench");
const GOALS: Case = Case::new("goals", "bench");
const CHUNKS: Case = Case::new("chunks", "bench");
const FULL_RUN: Case = Case::new("details", "bench-full");

/// Where Wasm runs, and where anything does.
const WASM: [Place; 2] = [Place::Node, Place::Chromium];
const ALL: [Place; 3] = [Place::Native, Place::Node, Place::Chromium];

/// What is promised of a ratio: its name in the table, the name of its promise where it has one, the figures.
type Ratio = (&'static str, Option<&'static str>, Vec<(Place, f64)>, Promise);

fn ratios(figures: &Figures) -> [Ratio; 8] {
    let time = |place, case: &Case| figures.microseconds_per_trial(place, case);
    let to_native = |case: Case| each(&WASM, |place| Some(time(place, &case)? / time(Place::Native, &case)?));
    let peer_to_wasm = |peer: Option<f64>| each(&WASM, |place| Some(peer? / time(place, &RUN)?));
    [
        ("Wasm ÷ native, a run of bench.json", Some("wasm"), to_native(RUN), Promise::AtMost(1.5)),
        ("Wasm ÷ native, its goals alone", None, to_native(GOALS), Promise::AtMost(1.5)),
        ("Wasm ÷ native, its chunks", None, to_native(CHUNKS), Promise::AtMost(1.5)),
        ("Wasm ÷ native, a run of bench-full.json", None, to_native(FULL_RUN), Promise::AtMost(1.5)),
        (
            "NumPy vectorised ÷ Wasm",
            Some("numpy"),
            peer_to_wasm(figures.peer.vectorised),
            Promise::AtLeast(5.0),
        ),
        (
            "NumPy prospect by prospect ÷ Wasm",
            Some("prospects"),
            peer_to_wasm(figures.peer.per_prospect),
            Promise::AtLeast(50.0),
        ),
        (
            "bench-full.json ÷ bench.json, a run",
            Some("everything"),
            each(&ALL, |place| Some(time(place, &FULL_RUN)? / time(place, &RUN)?)),
            Promise::AtMost(4.0),
        ),
        (
            "MiB at most in use: 1,000,000 trials, odds, required volume",
            Some("memory"),
            each(&ALL, |place| figures.peak_mebibytes(place, &Case::memory())),
            Promise::AtMost(64.0),
        ),
    ]
}

/// Notes what was measured of what is promised.
pub(super) fn note(figures: &Figures) -> Result<(), Error> {
    for (_, name, places, promise) in ratios(figures) {
        let plain: Vec<_> = places.iter().map(|(_, figure)| *figure).collect();
        if let Some(name) = name.filter(|_| !plain.is_empty()) {
            promises::note(name, promise.verdict(&plain) == "met", &[by_place(&places, shown)])?;
        }
    }
    Ok(())
}

/// The table; a quick one has only what was measured.
pub(super) fn table(figures: &Figures, quick: bool) -> String {
    let mut rows = vec![row(&["promise", "figure", "promised", ""])];
    for (name, _, places, promise) in
        ratios(figures).into_iter().filter(|(_, _, places, _)| !quick || !places.is_empty())
    {
        let plain: Vec<_> = places.iter().map(|(_, figure)| *figure).collect();
        rows.push(row(&[name, &by_place(&places, shown), &promise.to_string(), promise.verdict(&plain)]));
    }
    written(&rows)
}

/// The figures of those places that have one.
fn each(places: &[Place], figure: impl Fn(Place) -> Option<f64>) -> Vec<(Place, f64)> {
    places.iter().filter_map(|place| Some((*place, figure(*place)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::figures::Sample;

    #[test]
    fn a_ratio_stands_beside_its_promise() {
        let mut figures = Figures::default();
        for (place, microseconds) in [(Place::Native, 1e5), (Place::Node, 1.4e5), (Place::Chromium, 1.6e5)] {
            let sample = Sample { microseconds, peak_bytes: 0, value: 1.0 };
            figures.add(place, &RUN, sample).expect("the same value");
        }
        figures.peer.vectorised = Some(8.0);
        let table = table(&figures, false);
        for line in [
            "| Wasm ÷ native, a run of bench.json | 1.40 (node), 1.60 (Chromium) | at most 1.5 | nearest |",
            "| NumPy vectorised ÷ Wasm | 5.71 (node), 5.00 (Chromium) | at least 5 | met |",
            "| NumPy prospect by prospect ÷ Wasm | – | at least 50 | not measured |",
        ] {
            assert!(table.contains(line), "{table}");
        }
    }
}
