//! Exact decimal numbers: what stands between typed digits and an `f64`, in both directions.

use gyakusan_engine::decimal::{from_decimal, to_decimal};

/// From this power of ten on, plain digits give way to "1e20".
const LONGEST_WHOLE: i32 = 20;

/// With more digits after the point than this, plain digits give way to "1e-41".
const LONGEST_FRACTION: i32 = 40;

/// A number in decimal digits: `digits` times ten to the `exponent`.
///
/// Always in its one normal form: the first and last digit are not 0, and zero has no digits, exponent 0 and
/// no minus sign; so equal numbers are equal values, and "-0" cannot be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i32,
}

impl Decimal {
    /// The number with these digits, each 0 to 9, the first the most significant.
    pub(super) fn new(mut digits: Vec<u8>, mut exponent: i32) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
            exponent += 1;
        }
        let zeros = digits.iter().take_while(|&&digit| digit == 0).count();
        digits.drain(..zeros);
        if digits.is_empty() { Self::default() } else { Self { negative: false, digits, exponent } }
    }

    /// The number one.
    pub(super) fn one() -> Self {
        Self::new(vec![1], 0)
    }

    /// The shortest decimal that reads back to this very `f64`, or nothing for infinities and NaN.
    ///
    /// It is the number a person would say was typed: 0.145, not the binary fraction just below it.
    pub(super) fn from_f64(value: f64) -> Option<Self> {
        let (digits, exponent) = to_decimal(value)?;
        Some(Self::new(digits.bytes().map(|digit| digit - b'0').collect(), exponent).signed(value < 0.0))
    }

    /// The nearest `f64`; infinite beyond its range.
    pub(super) fn to_f64(&self) -> f64 {
        let size = from_decimal(&self.plain_digits(), self.exponent);
        if self.negative { -size } else { size }
    }

    /// The number or its opposite; zero stays zero.
    pub(super) fn signed(mut self, negative: bool) -> Self {
        self.negative = negative && !self.digits.is_empty();
        self
    }

    /// Whether the number is below zero.
    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether the number is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of the first digit: 2 for 534, -1 for 0.5, the least `i32` for zero.
    pub(super) fn magnitude(&self) -> i32 {
        if self.is_zero() { i32::MIN } else { self.exponent + count(&self.digits) - 1 }
    }

    /// How many digits stand after the decimal point.
    pub(super) fn places(&self) -> i32 {
        (-self.exponent).max(0)
    }

    /// The number times ten to the `by`.
    pub(super) fn shifted(&self, by: i32) -> Self {
        let mut shifted = self.clone();
        if !self.is_zero() {
            shifted.exponent += by;
        }
        shifted
    }

    /// The sum of two numbers that are not negative.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let exponent = self.exponent.min(other.exponent);
        let (left, right) = (self.ascending_from(exponent), other.ascending_from(exponent));
        let mut digits = Vec::with_capacity(left.len().max(right.len()) + 1);
        let mut carry = 0;
        for place in 0..left.len().max(right.len()) {
            let sum = left.get(place).unwrap_or(&0) + right.get(place).unwrap_or(&0) + carry;
            digits.push(sum % 10);
            carry = sum / 10;
        }
        digits.push(carry);
        digits.reverse();
        Self::new(digits, exponent)
    }

    /// The nearest multiple of ten to the `place`; halves go away from zero, as people round.
    pub(super) fn rounded(&self, place: i32) -> Self {
        let dropped = place.saturating_sub(self.exponent);
        if dropped <= 0 {
            return self.clone();
        }
        let kept = self.digits.len().saturating_sub(dropped as usize);
        let first_dropped = if dropped as usize > self.digits.len() { 0 } else { self.digits[kept] };
        let floor = Self::new(self.digits[..kept].to_vec(), place);
        let nearest = if first_dropped >= 5 { floor.plus(&Self::one().shifted(place)) } else { floor };
        nearest.signed(self.negative)
    }

    /// The digits below and from the `place` on, as the numbers above and below it: 12345 at 3 is 12 and 345.
    pub(super) fn split(&self, place: i32) -> (Self, Self) {
        let below = place.saturating_sub(self.exponent).clamp(0, count(&self.digits));
        let (high, low) = self.digits.split_at(self.digits.len() - below as usize);
        let high_exponent = self.exponent + below - place;
        (Self::new(high.to_vec(), high_exponent), Self::new(low.to_vec(), self.exponent))
    }

    /// The size of the number with its thousands grouped, "1,234.5", or "1.5e300" where digits would run on;
    /// the sign is left to the caller, who knows what stands between it and the digits.
    pub(super) fn unsigned_text(&self) -> String {
        if self.is_zero() {
            return "0".to_owned();
        }
        if self.magnitude() >= LONGEST_WHOLE || self.places() > LONGEST_FRACTION {
            return self.scientific();
        }
        let digits = self.plain_digits();
        let point = self.magnitude() + 1;
        let whole = match point {
            ..=0 => "0".to_owned(),
            _ => grouped(&format!("{digits:0<width$}", width = point as usize)[..point as usize]),
        };
        match self.places() as usize {
            0 => whole,
            places => format!("{whole}.{:0>places$}", &digits[digits.len().saturating_sub(places)..]),
        }
    }

    fn scientific(&self) -> String {
        let digits = self.plain_digits();
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        format!("{first}{point}{rest}e{}", self.magnitude())
    }

    fn plain_digits(&self) -> String {
        let digits: String = self.digits.iter().map(|digit| char::from(b'0' + digit)).collect();
        if digits.is_empty() { "0".to_owned() } else { digits }
    }

    /// The digits from the one worth ten to the `exponent` upwards.
    fn ascending_from(&self, exponent: i32) -> Vec<u8> {
        let zeros = (self.exponent - exponent) as usize;
        let digits = self.digits.iter().rev();
        std::iter::repeat_n(&0, if self.is_zero() { 0 } else { zeros }).chain(digits).copied().collect()
    }
}

/// How many digits there are, in the type of exponents; far more than memory holds are as good as that many.
fn count(digits: &[u8]) -> i32 {
    i32::try_from(digits.len()).unwrap_or(i32::MAX)
}

/// The digits of a whole number with a comma before every third from the right.
fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
