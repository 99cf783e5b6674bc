//! The table of the self-check: what is known, what was simulated, how far apart they lie.

use super::{CheckState, Finding, KnownFigure, SelfCheck, cases};
use crate::session::Session;
use crate::text::filled;
use crate::text::number::{exact_count, fine_count, rounded_count};

/// A case of the self-check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    /// What it is about, and how its answer is known.
    pub name: [String; 2],
    /// The known figure.
    pub exact: String,
    /// The simulated figure; empty before it is there.
    pub simulated: String,
    /// How far apart they lie, in standard errors.
    pub deviation: String,
    /// Whether they agree; `None` before that is known.
    pub holds: Option<bool>,
}

/// The self-check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckPanel {
    /// Every case, then the bits.
    pub rows: Vec<CheckRow>,
    /// How far it is.
    pub state: CheckState,
    /// Cases done and all of them.
    pub progress: [usize; 2],
    /// The state in a sentence.
    pub sentence: String,
}

impl Session {
    /// The self-check.
    pub fn check_panel(&self, check: &SelfCheck) -> CheckPanel {
        let words = &self.language.words().method().check;
        let mut rows = Vec::new();
        for (place, case) in cases().into_iter().enumerate() {
            let finding = check.findings.get(place).copied();
            let written = |value| written(case.figure, value);
            rows.push(CheckRow {
                name: words.name_of(&case.id).map(str::to_owned),
                exact: written(case.exact),
                simulated: finding.map(|finding| written(finding.simulated)).unwrap_or_default(),
                deviation: finding.map(deviation).unwrap_or_default(),
                holds: finding.map(Finding::holds),
            });
        }
        let [expected, found] = match check.bits {
            Some(bits) => bits.map(hexadecimal),
            None => [hexadecimal(gyakusan_engine::sim::DEFAULT_PLAN_FINGERPRINT), String::new()],
        };
        rows.push(CheckRow {
            name: words.name_of("bits").map(str::to_owned),
            exact: expected,
            simulated: found,
            deviation: String::new(),
            holds: check.bits.map(|[expected, found]| expected == found),
        });
        let progress = [check.findings.len() + usize::from(check.bits.is_some()), rows.len()];
        let sentence = match check.state {
            CheckState::Idle => String::new(),
            CheckState::Running => {
                filled(words.running, &progress.map(|count| count.to_string()).each_ref().map(String::as_str))
            }
            CheckState::Stopped => words.stopped.to_owned(),
            CheckState::Done => self.check_outcome(check),
        };
        CheckPanel { rows, state: check.state, progress, sentence }
    }
}

/// A figure as the table writes it: with more places than elsewhere, since small differences are what it is about.
fn written(figure: KnownFigure, value: f64) -> String {
    match figure {
        KnownFigure::Probability => [fine_count(100.0 * value).as_str(), "%"].concat(),
        KnownFigure::Mean => ["¥", &rounded_count(value)].concat(),
        KnownFigure::Variance { .. } => ["¥", &rounded_count(value.sqrt())].concat(),
        KnownFigure::Required { .. } => fine_count(value),
    }
}

/// A deviation with its sign, to one place.
fn deviation(finding: Finding) -> String {
    let deviation = finding.deviation();
    let sign = if deviation > 0.0 { "+" } else { "" };
    [sign, &exact_count(deviation)].concat()
}

/// Sixteen digits.
fn hexadecimal(bits: u64) -> String {
    let digit = |place: u32| char::from_digit((bits >> (60 - 4 * place)) as u32 & 15, 16).unwrap_or('0');
    (0..16).map(digit).collect()
}
