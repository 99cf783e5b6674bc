//! What others see or recommend, known for the usual stages only.

use gyakusan_engine::plan::Stage;

use crate::session::Session;
use crate::text::number::rate_range;

/// What others see of a rate: a range, or a single figure that somebody recommends (both ends alike).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::session) struct Benchmark {
    pub(in crate::session) low: f64,
    pub(in crate::session) high: f64,
    /// Its place in the list of sources.
    source: usize,
}

/// The benchmark of the rate into the stage at a place; it counts from the usual stage before, and from no other.
pub(in crate::session) fn benchmark(stages: &[Stage], place: usize) -> Option<Benchmark> {
    let before = stages.get(place.checked_sub(1)?)?.id.as_str();
    let (low, high, source) = match (before, stages[place].id.as_str()) {
        ("lead" | "inquiry", "opportunity") => (0.11, 0.20, 0),
        ("opportunity", "won") => (0.15, 0.20, 1),
        ("mql", "sql") => (0.30, 0.30, 2),
        _ => return None,
    };
    Some(Benchmark { low, high, source })
}

/// The count a month that somebody recommends for a stage, and its source.
pub(in crate::session) fn recommended_count(stage: &Stage, session: &Session) -> Option<String> {
    let words = session.language.words().tree();
    let (count, source) = match stage.id.as_str() {
        "mql" => ("200", 3),
        "approach" => ("100", 1),
        _ => return None,
    };
    Some((words.recommended_count)(&session.counted(count), words.sources[source]))
}

impl Benchmark {
    /// The figure: 「11–20%」, 「推奨 30%」.
    pub(in crate::session) fn figure(self, session: &Session) -> String {
        let figure = rate_range(self.low, self.high).to_string();
        let words = session.language.words().tree();
        if self.low < self.high { figure } else { (words.recommended)(&figure) }
    }

    /// Who says so, and when.
    pub(in crate::session) fn source_name(self, session: &Session) -> &'static str {
        session.language.words().tree().sources[self.source]
    }

    /// Where it comes from, and what it depends on.
    pub(super) fn source(self, session: &Session) -> String {
        (session.language.words().tree().source)(self.source_name(session))
    }
}
