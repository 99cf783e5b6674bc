//! What is measured: each piece of work as the line that asks for it.

use std::fmt;

/// How many trials everything rests on that does not say otherwise; the page's usual number.
pub(crate) const TRIALS: u32 = 100_000;

/// The trials, months, channels and stages that the bench plan is measured with to see how time grows.
pub(crate) const MORE_TRIALS: [u32; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
pub(crate) const MONTHS: [u32; 4] = [12, 24, 36, 60];
pub(crate) const CHANNELS: [u32; 5] = [1, 2, 4, 8, 12];
pub(crate) const STAGES: [u32; 4] = [3, 5, 8, 12];

/// The answers that rest on the trials, and the plans they are measured on.
pub(crate) const ANSWERS: [&str; 6] = ["odds", "volume", "curve", "shares", "measuring", "levers"];
pub(crate) const ANSWERED: [&str; 2] = ["bench", "default"];

/// One piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Case {
    work: &'static str,
    plan: &'static str,
    trials: u32,
    /// What is changed about the plan, and to which number.
    change: Option<(&'static str, u32)>,
}

impl Case {
    /// A piece of work on a plan as it is.
    pub(crate) const fn new(work: &'static str, plan: &'static str) -> Self {
        Self { work, plan, trials: TRIALS, change: None }
    }

    /// A whole run of the bench plan with a number of trials.
    pub(crate) const fn with_trials(trials: u32) -> Self {
        Self { trials, ..Self::new("details", "bench") }
    }

    /// A whole run of the bench plan with another number of something.
    pub(crate) const fn with(what: &'static str, number: u32) -> Self {
        Self { change: Some((what, number)), ..Self::new("details", "bench") }
    }

    /// A million trials with what is made of them.
    pub(crate) const fn memory() -> Self {
        Self { trials: 1_000_000, ..Self::new("memory", "bench") }
    }

    /// Arithmetic that never changes, beside which the rest is held.
    pub(crate) const fn yardstick() -> Self {
        Self::new("yardstick", "bench")
    }

    /// The cases of the table of single trials.
    pub(crate) const fn trial() -> [Self; 4] {
        [
            Self::new("details", "bench"),
            Self::new("goals", "bench"),
            Self::new("chunks", "bench"),
            Self::new("details", "bench-full"),
        ]
    }

    /// The cases of the table of growth.
    pub(crate) fn growth(full: bool) -> Vec<Self> {
        let trials = MORE_TRIALS.into_iter().filter(|trials| full || *trials <= 1_000_000);
        let months = MONTHS.map(|count| Self::with("months", count));
        let channels = CHANNELS.map(|count| Self::with("channels", count));
        let stages = STAGES.map(|count| Self::with("stages", count));
        trials.map(Self::with_trials).chain(months).chain(channels).chain(stages).collect()
    }

    /// The cases of the table of answers; those on one plan follow each other, as they rest on the same trials.
    pub(crate) fn answers() -> impl Iterator<Item = Self> {
        ANSWERED.into_iter().flat_map(|plan| ANSWERS.map(|answer| Self::new(answer, plan)))
    }

    /// How many trials the work is made of.
    pub(crate) fn trials(self) -> u32 {
        self.trials
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { work, plan, trials, change } = self;
        write!(f, "{work} {plan} trials={trials}")?;
        change.map_or(Ok(()), |(what, number)| write!(f, " {what}={number}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_asked_for_by_a_line() {
        assert_eq!(Case::new("odds", "default").to_string(), "odds default trials=100000");
        assert_eq!(Case::with("months", 24).to_string(), "details bench trials=100000 months=24");
        assert_eq!(Case::memory().to_string(), "memory bench trials=1000000");
    }

    #[test]
    fn ten_million_trials_are_for_who_asks() {
        let largest = |full| Case::growth(full).into_iter().map(Case::trials).max();
        assert_eq!([largest(false), largest(true)], [Some(1_000_000), Some(10_000_000)]);
    }
}
