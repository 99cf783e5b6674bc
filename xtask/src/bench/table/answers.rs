//! What each answer takes once the trials are there.

use super::{
    super::case::{ANSWERED, ANSWERS, Case},
    cell, row, written,
};
use crate::bench::{figures::Figures, runner::Place, verdict::Promise};

const PLACES: [Place; 2] = [Place::Native, Place::Node];

pub(super) fn table(figures: &Figures) -> String {
    let mut head = vec!["ms for the answer".to_owned()];
    let columns = || ANSWERED.into_iter().flat_map(|plan| PLACES.map(|place| (plan, place)));
    head.extend(columns().map(|(plan, place)| format!("{plan}.json, {}", place.name())));
    head.extend(row(&["promised", ""]));
    let mut rows = vec![head];
    for answer in ANSWERS {
        let times: Vec<_> =
            columns().map(|(plan, place)| figures.milliseconds(place, &Case::new(answer, plan))).collect();
        let mut cells = vec![answer.to_owned()];
        cells.extend(times.iter().map(|time| cell(*time)));
        let measured: Vec<_> = times.into_iter().flatten().collect();
        cells.extend(promise(answer).map_or_else(
            || row(&["", ""]),
            |promise| row(&[&promise.to_string(), promise.verdict(&measured)]),
        ));
        rows.push(cells);
    }
    written(&rows)
}

/// What is promised of an answer on the page, in milliseconds.
fn promise(answer: &str) -> Option<Promise> {
    match answer {
        "odds" => Some(Promise::AtMost(400.0)),
        "volume" => Some(Promise::AtMost(500.0)),
        "curve" | "shares" | "levers" => Some(Promise::AtMost(2000.0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::figures::Sample;

    #[test]
    fn every_answer_has_its_row() {
        let mut figures = Figures::default();
        let sample = Sample { microseconds: 12_340.0, peak_bytes: 0, value: 1.0 };
        figures.add(Place::Node, &Case::new("levers", "default"), sample).expect("a first value");
        let table = table(&figures);
        assert!(table.contains("| levers | – | – | – | 12.3 | at most 2000 | met |"), "{table}");
        assert!(table.contains("| measuring | – | – | – | – |  |  |"), "{table}");
    }
}
