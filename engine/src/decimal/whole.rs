//! Whole numbers of any size, with what conversions between binary and decimal need.

/// Five to this power is the largest that a limb holds.
const LIMB_POWER: u32 = 13;

/// A whole number of any size: limbs of 32 bits, the least significant first and the last never 0.
#[derive(Debug, Default, Clone)]
pub(super) struct Whole(Vec<u32>);

impl From<u64> for Whole {
    fn from(number: u64) -> Self {
        let mut limbs = vec![number as u32, (number >> u32::BITS) as u32];
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Self(limbs)
    }
}

impl Whole {
    pub(super) fn bits(&self) -> i32 {
        self.0.last().map_or(0, |last| self.0.len() as u32 * u32::BITS - last.leading_zeros()).cast_signed()
    }

    pub(super) fn multiply_add(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= u32::BITS;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    pub(super) fn multiply_by_fives(&mut self, mut count: u32) {
        while count > 0 {
            let step = count.min(LIMB_POWER);
            self.multiply_add(5_u32.pow(step), 0);
            count -= step;
        }
    }

    /// Multiplies by two to the `by`; the number is not 0.
    pub(super) fn shift(&mut self, by: u32) {
        self.multiply_add(1 << (by % u32::BITS), 0);
        self.0.splice(..0, std::iter::repeat_n(0, (by / u32::BITS) as usize));
    }

    /// Adds another number.
    pub(super) fn add(&mut self, other: &Self) {
        let mut carry = 0;
        for place in 0..self.0.len().max(other.0.len()) {
            if place == self.0.len() {
                self.0.push(0);
            }
            carry += u64::from(self.0[place]) + u64::from(other.0.get(place).copied().unwrap_or(0));
            self.0[place] = carry as u32;
            carry >>= u32::BITS;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Whether this is at least the other.
    pub(super) fn reaches(&self, other: &Self) -> bool {
        let length = self.0.len().cmp(&other.0.len());
        length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_ge()
    }

    /// Takes off another number that this one reaches.
    pub(super) fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let (rest, first) = limb.overflowing_sub(other.0.get(place).copied().unwrap_or(0));
            let (rest, second) = rest.overflowing_sub(u32::from(borrow));
            *limb = rest;
            borrow = first || second;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}
