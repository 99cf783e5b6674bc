//! The state of the simulation.

use crate::text::Sentence;

/// The state of the simulation.
#[derive(Debug)]
pub struct RunWords {
    /// All trials are done: trials.
    pub done: fn(&str) -> String,
    /// Some are done: done, all.
    pub running: fn(&str, &str) -> Sentence,
    /// Names the progress bar.
    pub progress: &'static str,
    /// Stops.
    pub stop: &'static str,
    /// Stopped: trials.
    pub stopped: fn(&str) -> String,
    /// Goes on.
    pub resume: &'static str,
    /// Standard error: points.
    pub error: fn(&str) -> String,
    /// Names the seed.
    pub seed: &'static str,
    /// The browser runs no workers.
    pub no_workers: &'static str,
}

pub(super) const JA: RunWords = RunWords {
    done: |trials| format!("{trials}回 計算しました"),
    running: |done, all| Sentence::plain("計算中 ").strong(done).then(format!(" / {all}回")),
    progress: "計算の進み",
    stop: "中止",
    stopped: |trials| format!("{trials}回で止めました"),
    resume: "続きを計算する",
    error: |points| format!("確率の誤差 ±{points}"),
    seed: "乱数の種",
    no_workers: "このブラウザでは並列計算を使えないため、画面の合間に計算しています",
};

pub(super) const EN: RunWords = RunWords {
    done: |trials| format!("{trials} draws done"),
    running: |done, all| Sentence::plain("Running ").strong(done).then(format!(" / {all}")),
    progress: "Progress",
    stop: "Stop",
    stopped: |trials| format!("Stopped at {trials}"),
    resume: "Go on",
    error: |points| format!("Error of the chance ±{points}"),
    seed: "Seed",
    no_workers: "This browser runs no workers; the page calculates between its other tasks",
};
