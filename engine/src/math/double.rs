//! Numbers of twice the precision, for the exponents: e^-690 is only as good as the 690 is.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::exp;

/// The unevaluated sum `hi + lo`, where `lo` is at most half an ulp of `hi` (Dekker 1971).
#[derive(Clone, Copy, Debug)]
pub(super) struct Double {
    pub(super) hi: f64,
    pub(super) lo: f64,
}

const LN_2: Double = Double { hi: std::f64::consts::LN_2, lo: 2.319_046_813_846_299_6e-17 };

impl Double {
    pub(super) const fn from(value: f64) -> Self {
        Self { hi: value, lo: 0.0 }
    }

    /// The exact sum of two numbers of any size (Knuth's two-sum).
    pub(super) fn sum(a: f64, b: f64) -> Self {
        let hi = a + b;
        let b_part = hi - a;
        Self { hi, lo: (a - (hi - b_part)) + (b - b_part) }
    }

    /// The exact product of two numbers below 1e300 (Dekker's, since fused multiplication is no IEEE basic).
    pub(super) fn product(a: f64, b: f64) -> Self {
        let hi = a * b;
        let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
        let lo = ((a_high * b_high - hi) + a_high * b_low + a_low * b_high) + a_low * b_low;
        Self { hi, lo }
    }

    /// The sum of two numbers of which the first is known to be the larger.
    fn renormalised(hi: f64, lo: f64) -> Self {
        let sum = hi + lo;
        Self { hi: sum, lo: lo - (sum - hi) }
    }

    pub(super) fn value(self) -> f64 {
        self.hi + self.lo
    }

    /// The natural logarithm of a positive number, to about 1e-18 of itself also near 1.
    ///
    /// With `m = (1+z)/(1-z)`, `ln m = 2 artanh z`; only the first term of that series needs both halves.
    pub(super) fn ln(self) -> Self {
        let (_, exponent) = libm::frexp(self.hi * std::f64::consts::SQRT_2);
        let halvings = exponent - 1;
        let scaled = Self { hi: libm::scalbn(self.hi, -halvings), lo: libm::scalbn(self.lo, -halvings) };
        let z = (scaled + Self::from(-1.0)) / (scaled + Self::from(1.0));
        let twice = Self { hi: 2.0 * z.hi, lo: 2.0 * z.lo };
        let rest = 2.0 * z.hi * artanh_excess(z.hi * z.hi);
        LN_2 * Self::from(f64::from(halvings)) + (twice + Self::from(rest))
    }

    /// `factor` times `e` to this number, multiplied in halves so that a large factor can meet a tiny power.
    pub(super) fn exp_times(self, factor: f64) -> f64 {
        let half = exp(0.5 * self.hi);
        factor * half * half * (1.0 + self.lo)
    }
}

/// `artanh(z)/z - 1` as a function of `w = z²`, for `|z|` up to 0.26.
pub(super) fn artanh_excess(w: f64) -> f64 {
    const COEFFICIENTS: [f64; 13] = [
        1.0 / 27.0,
        1.0 / 25.0,
        1.0 / 23.0,
        1.0 / 21.0,
        1.0 / 19.0,
        1.0 / 17.0,
        1.0 / 15.0,
        1.0 / 13.0,
        1.0 / 11.0,
        1.0 / 9.0,
        1.0 / 7.0,
        1.0 / 5.0,
        1.0 / 3.0,
    ];
    COEFFICIENTS.iter().fold(0.0, |sum, c| (sum + c) * w)
}

/// The upper and the lower half of a significand (Veltkamp's splitting).
fn split(a: f64) -> (f64, f64) {
    let shifted = a * 134_217_729.0;
    let high = shifted - (shifted - a);
    (high, a - high)
}

impl Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (high, low) = (Self::sum(self.hi, other.hi), Self::sum(self.lo, other.lo));
        let once = Self::renormalised(high.hi, high.lo + low.hi);
        Self::renormalised(once.hi, once.lo + low.lo)
    }
}

impl Neg for Double {
    type Output = Self;

    fn neg(self) -> Self {
        Self { hi: -self.hi, lo: -self.lo }
    }
}

impl Sub for Double {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = Self::product(self.hi, other.hi);
        Self::renormalised(product.hi, product.lo + (self.hi * other.lo + self.lo * other.hi))
    }
}

impl Div for Double {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let first = self.hi / other.hi;
        let remainder = self - other * Self::from(first);
        Self::renormalised(first, remainder.hi / other.hi)
    }
}
