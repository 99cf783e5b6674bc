//! A scenario: a plan kept under a name, to be compared with the current one.

use gyakusan_engine::plan::Name;

use super::Document;

/// A document kept under a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What it is called; may be empty.
    pub name: Name,
    /// What was kept.
    pub document: Document,
}

impl Scenario {
    /// The most scenarios that are kept beside the current plan.
    pub const MAX: usize = 3;
}
