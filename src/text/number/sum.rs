//! Adds up a number written in sections, such as 「2億3千500万」, while it is read from left to right.

use super::decimal::Decimal;

/// The sections read so far. Every step answers whether it may follow what came before.
#[derive(Debug)]
pub(super) struct Sum {
    /// Sections that have their large unit, 億 or 万.
    total: Decimal,
    /// What the next large unit will multiply: the 3千 of 「3千500万」.
    section: Decimal,
    /// Digits that no unit has followed yet.
    pending: Option<Decimal>,
    /// The last 千, 百 or 十 of this section; units must go down.
    small: i32,
    /// The last large unit; units must go down.
    large: i32,
}

impl Sum {
    /// Nothing read yet.
    pub(super) fn new() -> Self {
        Self {
            total: Decimal::default(),
            section: Decimal::default(),
            pending: None,
            small: i32::MAX,
            large: i32::MAX,
        }
    }

    /// Whether there is something for a large unit to multiply.
    pub(super) fn is_open(&self) -> bool {
        self.pending.is_some() || self.small != i32::MAX
    }

    /// Whether nothing has been read.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_open() && !self.has_large_unit()
    }

    /// Whether any unit has multiplied digits.
    pub(super) fn has_unit(&self) -> bool {
        self.small != i32::MAX || self.has_large_unit()
    }

    /// Whether digits were read last, without a unit so far.
    pub(super) fn ends_in_digits(&self) -> bool {
        self.pending.is_some()
    }

    /// Takes digits; they may not follow digits.
    pub(super) fn push_number(&mut self, number: Decimal) -> bool {
        if self.pending.is_some() {
            return false;
        }
        self.pending = Some(number);
        true
    }

    /// Takes 千, 百 or 十 as its power of ten; without digits before it, it stands for itself, as in 「千円」.
    pub(super) fn push_small(&mut self, power: i32) -> bool {
        if power >= self.small {
            return false;
        }
        let number = self.pending.take().unwrap_or_else(Decimal::one);
        self.section = self.section.plus(&number.shifted(power));
        self.small = power;
        true
    }

    /// Takes a unit that multiplies the section before it, as its power of ten.
    pub(super) fn push_large(&mut self, power: i32) -> bool {
        if power >= self.large {
            return false;
        }
        let section = self.close_section();
        self.total = self.total.plus(&section.shifted(power));
        self.large = power;
        true
    }

    /// The sum of all sections.
    pub(super) fn finish(mut self) -> Decimal {
        let section = self.close_section();
        self.total.plus(&section)
    }

    fn has_large_unit(&self) -> bool {
        self.large != i32::MAX
    }

    fn close_section(&mut self) -> Decimal {
        self.small = i32::MAX;
        let section = std::mem::take(&mut self.section);
        section.plus(&self.pending.take().unwrap_or_default())
    }
}
