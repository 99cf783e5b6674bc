//! What one trial costs.

use super::{super::case::Case, cell, row, written};
use crate::bench::{figures::Figures, peer::PeerFigures, runner::Place};

const ROWS: [(&str, Case); 4] = [
    ("bench.json: a run with goal, stage totals, months of the first 20,000", Case::new("details", "bench")),
    ("the goals alone, as levers use them", Case::new("goals", "bench")),
    ("the chunks of the page's workers: goals and thresholds", Case::new("chunks", "bench")),
    ("bench-full.json: a run with every mechanism, 24 months", Case::new("details", "bench-full")),
];

pub(super) fn table(figures: &Figures) -> String {
    let mut rows = vec![row(&["µs per trial", "native", "node", "Chromium"])];
    for (name, case) in ROWS {
        let places = [Place::Native, Place::Node, Place::Chromium];
        let cells = places.map(|place| cell(figures.microseconds_per_trial(place, &case)));
        rows.push(std::iter::once(name.to_owned()).chain(cells).collect());
    }
    if figures.peer != PeerFigures::default() {
        rows.extend(peer_rows(&figures.peer));
    }
    written(&rows)
}

fn peer_rows(peer: &PeerFigures) -> [Vec<String>; 2] {
    let absent = peer.absent.map(|reason| format!(" (not measured: {reason})")).unwrap_or_default();
    [
        ("bench.json in NumPy, vectorised, all months", peer.vectorised),
        ("bench.json in NumPy, prospect by prospect", peer.per_prospect),
    ]
    .map(|(name, figure)| row(&[&format!("{name}{absent}"), &cell(figure), "", ""]))
}
