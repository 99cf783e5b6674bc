//! The method: what is assumed, the formulas, where they come from, what they cannot say; the reader's plan worked through;
//! the self-check; the promises; accessibility.

mod en;
mod ja;

pub(super) use en::EN;
pub(super) use ja::JA;

/// The method page.
#[derive(Debug)]
pub struct MethodWords {
    /// Its headline, and the line below.
    pub headline: [&'static str; 2],
    /// Heads the model, and what it is in a few sentences.
    pub model: [&'static str; 2],
    /// The model, piece by piece.
    pub sections: [ModelSection; 6],
    /// Heads what the tool cannot say.
    pub limits_heading: &'static str,
    /// What it cannot say.
    pub limits: [&'static str; 8],
    /// Heads the sources.
    pub sources_heading: &'static str,
    /// Methods with where they are described.
    pub sources: [&'static str; 8],
    /// Heads the reader's plan worked through, and what it is.
    pub steps: [&'static str; 2],
    /// Heads one trial, and what it is.
    pub trial: [&'static str; 2],
    /// Columns: what is drawn, its law, its mean, the first trial.
    pub trial_columns: [&'static str; 4],
    /// Captions: what is not known, what luck gives.
    pub trial_tables: [&'static str; 2],
    /// Nothing is uncertain.
    pub all_known: &'static str,
    /// The law of a rate: α, β, evidence.
    pub beta: &'static str,
    /// The law of an amount or a factor: coefficient of variation.
    pub log_normal: &'static str,
    /// The laws of entries, of those who come on, of the amount.
    pub laws: [&'static str; 3],
    /// The first trial misses, or reaches: seed, amount, target.
    pub outcome: [&'static str; 2],
    /// All trials: how many, how many reach, the share, its standard error.
    pub share: &'static str,
    /// None or all of the trials reach it: how many, how many reach, percent within which the share is known.
    pub share_extreme: &'static str,
    /// The trials are not done.
    pub share_pending: &'static str,
    /// The self-check.
    pub check: SelfCheckWords,
    /// The promises.
    pub promises: PromiseWords,
    /// Accessibility.
    pub access: AccessWords,
}

/// A piece of the model.
#[derive(Debug)]
pub struct ModelSection {
    /// Heads it.
    pub heading: &'static str,
    /// Plain sentences.
    pub sentences: &'static str,
    /// Formulas, and each said in words. `_{…}` and `^{…}` stand lower and higher.
    pub formulas: &'static [[&'static str; 2]],
}

/// The self-check.
#[derive(Debug)]
pub struct SelfCheckWords {
    /// Heads it, and what it does.
    pub heading: [&'static str; 2],
    /// Starts it, starts it again, stops it.
    pub buttons: [&'static str; 3],
    /// Names its progress.
    pub progress: &'static str,
    /// It runs: done, all.
    pub running: &'static str,
    /// The reader stopped it.
    pub stopped: &'static str,
    /// All agree: how many, of how many.
    pub green: &'static str,
    /// Some do not: how many agree, of how many.
    pub red: &'static str,
    /// Columns: case, outcome, exact, simulated, standard errors.
    pub columns: [&'static str; 5],
    /// Says that a case agrees, and that it does not.
    pub outcomes: [&'static str; 2],
    /// Cases by their names: what each is about, how its answer is known.
    pub cases: [(&'static str, [&'static str; 2]); 15],
}

impl SelfCheckWords {
    /// What a case is about, and how its answer is known; empty for a name that is no case's.
    pub fn name_of(&self, id: &str) -> [&'static str; 2] {
        self.cases.iter().find(|(known, _)| *known == id).map_or(["", ""], |(_, name)| *name)
    }
}

/// The promises.
#[derive(Debug)]
pub struct PromiseWords {
    /// Heads them, and what they are.
    pub heading: [&'static str; 2],
    /// Columns: promise, figure, when.
    pub columns: [&'static str; 3],
    /// A promise is kept, is not, was not measured.
    pub verdicts: [&'static str; 3],
}

/// Accessibility.
#[derive(Debug)]
pub struct AccessWords {
    /// Heads it, and what is aimed at.
    pub heading: [&'static str; 2],
    /// Lists with their headings: what is met, what is known to be missing, how it was checked, which browsers.
    pub lists: [(&'static str, &'static [&'static str]); 4],
}
