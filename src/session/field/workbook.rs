//! Fields of the workbook. Each may be left empty: then nothing is noted.

use gyakusan_engine::plan::{Money, Owner, Plan};

use super::{Reads, currency, whole, within};
use crate::session::{Refusal, Workbook};
use crate::text::number::{Written, editable_count, editable_money};
use crate::text::{Language, Words};

/// A field of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookField {
    /// How many people an owner has.
    People(Owner),
    /// Revenue of the year before the period.
    LastYearRevenue,
}

impl WorkbookField {
    pub(super) fn reads(self, words: Words) -> Reads {
        match self {
            Self::People(_) => Reads::Count(words.fields().people_unit),
            Self::LastYearRevenue => Reads::Money,
        }
    }

    /// What is noted; `None` where nothing is.
    pub(in crate::session) fn value(self, workbook: &Workbook) -> Option<f64> {
        match self {
            Self::People(owner) => workbook.people_of(owner).map(f64::from),
            Self::LastYearRevenue => workbook.last_year_revenue.map(Money::get),
        }
    }

    /// Notes a number, or that nothing is known.
    pub(in crate::session) fn set(self, workbook: &mut Workbook, value: Option<f64>) -> Result<(), Refusal> {
        match self {
            Self::People(owner) => {
                let most = f64::from(Workbook::MAX_PEOPLE);
                let people = value.map(|value| whole(value, 0.0, most)).transpose()?;
                workbook.set_people(owner, people.map(|people| people as u16));
            }
            Self::LastYearRevenue => {
                workbook.last_year_revenue = value.map(|value| within(Money::new(value))).transpose()?;
            }
        }
        Ok(())
    }

    pub(super) fn label(self, words: Words) -> String {
        match self {
            Self::People(owner) => {
                let place = Owner::ALL.iter().position(|(each, _)| *each == owner).unwrap_or(0);
                (words.fields().people_of)(words.tree().departments[place])
            }
            Self::LastYearRevenue => words.fields().last_year.to_owned(),
        }
    }

    /// What is noted, as it is written for editing; no figures where nothing is.
    pub(in crate::session) fn editable(
        self,
        workbook: &Workbook,
        plan: &Plan,
        language: Language,
    ) -> Written {
        let value = self.value(workbook);
        let written = match self.reads(language.words()) {
            Reads::Count(unit) => {
                Written { number: editable_count(value.unwrap_or(0.0)), unit: unit.to_owned() }
            }
            _ => editable_money(value.unwrap_or(0.0), currency(plan), language),
        };
        if value.is_none() { Written { number: String::new(), ..written } } else { written }
    }
}
