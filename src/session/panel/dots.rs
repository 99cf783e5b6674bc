//! Twenty equally likely outcomes, each as a dot.

use gyakusan_engine::tree::reaches;

use crate::session::{Session, Summary};
use crate::text::filled;

/// Twenty equally likely outcomes from the least to the greatest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotsPanel {
    /// Whether each reaches the target.
    pub reached: Vec<bool>,
    /// How many do, in words.
    pub sentence: String,
    /// What a dot is, for those who reach and those who miss.
    pub legend: [&'static str; 2],
}

pub(super) fn panel(session: &Session, summary: &Summary) -> DotsPanel {
    let words = session.language.words().odds();
    let target = session.plan.goal.target.get();
    let reached: Vec<_> = summary.odds.dots.iter().map(|outcome| reaches(*outcome, target)).collect();
    let count = reached.iter().filter(|reached| **reached).count();
    DotsPanel {
        sentence: filled(words.dots, &[&count.to_string(), &reached.len().to_string()]),
        reached,
        legend: words.dots_legend,
    }
}
