//! The workbook: what a user notes beside the plan. The engine never reads it, so no note changes a figure of the tree.

use gyakusan_engine::plan::{Money, Owner};

use super::Agreement;

/// Notes beside the plan; whatever is not given is absent, not 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// People of each owner, 0 to [`Workbook::MAX_PEOPLE`], in the order of [`Owner::ALL`].
    pub people: [Option<u16>; Owner::ALL.len()],
    /// Revenue of the year before the period.
    pub last_year_revenue: Option<Money>,
    /// What the departments agree on.
    pub agreement: Agreement,
}

impl Workbook {
    /// The most people of one owner.
    pub const MAX_PEOPLE: u16 = 10_000;

    /// Whether it holds the same notes and the very same agreement; an equal agreement that was made anew counts as
    /// another one.
    pub fn is_same(&self, other: &Self) -> bool {
        self.people == other.people
            && self.last_year_revenue == other.last_year_revenue
            && self.agreement.is(&other.agreement)
    }

    /// The people of an owner, where given.
    pub fn people_of(&self, owner: Owner) -> Option<u16> {
        self.people[place(owner)]
    }

    /// Notes the people of an owner.
    pub fn set_people(&mut self, owner: Owner, people: Option<u16>) {
        self.people[place(owner)] = people;
    }
}

/// The place of an owner in [`Owner::ALL`].
fn place(owner: Owner) -> usize {
    Owner::ALL.iter().position(|(each, _)| *each == owner).unwrap_or(0)
}
