//! The gamma function's logarithm and the regularised incomplete gamma functions.

use super::double::Double;
use super::quadrature::integrate_fall;
use super::stirling::{STIRLING_FROM, excess, excess_double, ln_gamma_ratio, stirling_error};
use super::{exp, expm1, is_shape, ln, pow};

/// From this shape on the tails are integrated; below it the series and the fraction are the quicker.
const QUADRATURE_FROM: f64 = 500.0;

/// More terms than any shape below [`QUADRATURE_FROM`] needs.
const TERM_CAP: u32 = 5_000;

/// The natural logarithm of the gamma function, for `x > 0`.
///
/// NaN for NaN and for `x <= 0`; infinite at infinity. Relative error below 1e-14, also near the zeros 1 and 2.
/// `libm::lgamma`.
///
/// ```
/// use gyakusan_engine::math::ln_gamma;
/// assert!((ln_gamma(5.0) - 24_f64.ln()).abs() < 1e-14);
/// assert!(ln_gamma(0.0).is_nan());
/// ```
pub fn ln_gamma(x: f64) -> f64 {
    if x > 0.0 { libm::lgamma(x) } else { f64::NAN }
}

/// The regularised lower incomplete gamma function `P(a, x)`: the probability that a gamma variable of shape `a`
/// and scale 1 is at most `x`.
///
/// NaN when an argument is NaN, when `a` is outside [`SMALLEST_SHAPE`](super::SMALLEST_SHAPE) to
/// [`LARGEST_SHAPE`](super::LARGEST_SHAPE), or when `x < 0`. Relative error at most 1e-13 for `a` from 1e-4 to 1e9
/// wherever the value is above 1e-300. DLMF 8.7.1, 8.9.2; for `a >= 500` the density is integrated.
///
/// ```
/// use gyakusan_engine::math::gamma_p;
/// assert!((gamma_p(1.0, 2.0) - 0.864_664_716_763_387_3).abs() < 1e-15);
/// assert_eq!(gamma_p(3.0, 0.0), 0.0);
/// ```
pub fn gamma_p(a: f64, x: f64) -> f64 {
    if is_shape(a) && x >= 0.0 { tails(a, x).lower } else { f64::NAN }
}

/// The regularised upper incomplete gamma function `Q(a, x) = 1 - P(a, x)`, with its own relative accuracy.
///
/// Domain, accuracy and source as for [`gamma_p`].
///
/// ```
/// use gyakusan_engine::math::{exp, gamma_q};
/// assert!((gamma_q(1.0, 600.0) / exp(-600.0) - 1.0).abs() < 1e-14);
/// ```
pub fn gamma_q(a: f64, x: f64) -> f64 {
    if is_shape(a) && x >= 0.0 { tails(a, x).upper } else { f64::NAN }
}

/// The mean of max(x − X, 0) for a gamma variable X of shape `a` and scale 1: by how much X falls short of `x`.
///
/// It is the integral of [`gamma_p`] from 0 to `x`, (x − a)·P(a, x) + x^a e^−x / Γ(a).
///
/// NaN where [`gamma_p`] is. Absolute error at most 1e-14 of the larger of `a` and `x`, so that differences of neighbouring values, the
/// masses of a delay, are as exact as their size allows. DLMF 8.8.1 after integrating by parts.
///
/// ```
/// use gyakusan_engine::math::{exp, gamma_shortfall};
/// // An exponential time: x − 1 + e^−x.
/// assert!((gamma_shortfall(1.0, 2.0) - (1.0 + exp(-2.0))).abs() < 1e-15);
/// ```
pub fn gamma_shortfall(a: f64, x: f64) -> f64 {
    gamma_p_and_shortfall(a, x).1
}

/// [`gamma_p`] and [`gamma_shortfall`] at once, for little more than the price of one.
///
/// ```
/// use gyakusan_engine::math::{gamma_p, gamma_p_and_shortfall, gamma_shortfall};
/// assert_eq!(gamma_p_and_shortfall(2.5, 4.0), (gamma_p(2.5, 4.0), gamma_shortfall(2.5, 4.0)));
/// ```
pub fn gamma_p_and_shortfall(a: f64, x: f64) -> (f64, f64) {
    if !(is_shape(a) && x >= 0.0) {
        return (f64::NAN, f64::NAN);
    }
    let Tails { lower, density, .. } = tails(a, x);
    (lower, (x - a) * lower + density)
}

/// Both probabilities beside a point, each to relative accuracy, and the density in the point's own logarithm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tails {
    pub(super) lower: f64,
    pub(super) upper: f64,
    pub(super) density: f64,
}

impl Tails {
    pub(super) fn from_lower(lower: f64, density: f64) -> Self {
        let lower = lower.max(0.0).min(1.0);
        Self { lower, upper: 1.0 - lower, density }
    }

    pub(super) fn from_upper(upper: f64, density: f64) -> Self {
        Self::from_lower(upper, density).mirrored()
    }

    pub(super) fn mirrored(self) -> Self {
        Self { lower: self.upper, upper: self.lower, density: self.density }
    }
}

/// The tails at `x >= 0` for a shape inside the domain; the density is `x^a e^-x / Γ(a)`.
pub(super) fn tails(a: f64, x: f64) -> Tails {
    // Beyond a thousandfold shape (and 1e4) the upper tail is below the smallest number.
    if x <= 0.0 || x > 1e3 * a + 1e4 {
        return Tails::from_lower(if x > 0.0 { 1.0 } else { 0.0 }, 0.0);
    }
    let density = density(a, x);
    if a >= QUADRATURE_FROM {
        integrated(a, x, density)
    } else if x >= 1.1 && x >= a {
        Tails::from_upper(density * upper_fraction(a, x), density)
    } else {
        near_zero(a, x, density)
    }
}

/// `x^a e^-x / Γ(a)`: directly for small shapes, by its distance from the peak for large ones (Loader 2000).
fn density(a: f64, x: f64) -> f64 {
    if a < STIRLING_FROM {
        return Double::from(-x).exp_times(a * pow(x, a) / libm::tgamma(1.0 + a));
    }
    let shape = Double::from(a);
    let (ratio, distance) = (Double::from(x) / shape, Double::sum(x, -a) / shape);
    let peak = (a / std::f64::consts::TAU).sqrt() * exp(-stirling_error(a));
    (-(shape * excess_double(distance, ratio))).exp_times(peak)
}

/// The tail on the far side of the mode, from the density there and how it falls from `x` on.
fn integrated(a: f64, x: f64, density: f64) -> Tails {
    let power = a - 1.0;
    let slope = x - power;
    if slope >= 0.0 {
        let fall = |s: f64| power * excess(s) + slope * s;
        Tails::from_upper(density * integrate_fall(slope, power, fall), density)
    } else {
        let fall = |s: f64| power * excess(-s) - slope * s;
        Tails::from_lower(density * integrate_fall(-slope, power, fall), density)
    }
}

/// `Γ(a, x) / (x^a e^-x)` for `x >= max(a, 1)`, by the continued fraction DLMF 8.9.2 (Lentz's method).
fn upper_fraction(a: f64, x: f64) -> f64 {
    let mut partial = x + 1.0 - a;
    let mut numerator = f64::INFINITY;
    let mut denominator = 1.0 / partial;
    let mut value = denominator;
    for n in 1..TERM_CAP {
        let n = f64::from(n);
        let term = -n * (n - a);
        partial += 2.0;
        denominator = 1.0 / (partial + term * denominator);
        numerator = partial + term / numerator;
        let factor = numerator * denominator;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

/// The tails left of the mode or below 1.1: the lower one, or where that is most of the whole, the upper one.
fn near_zero(a: f64, x: f64, density: f64) -> Tails {
    let lower = density / a * lower_series(a, x);
    if lower > 0.7 {
        Tails::from_upper(upper_near_zero(a, x), density)
    } else {
        Tails::from_lower(lower, density)
    }
}

/// `1 + x/(a+1) + x²/((a+1)(a+2)) + ...`, DLMF 8.7.1.
fn lower_series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for n in 1..TERM_CAP {
        term *= x / (a + f64::from(n));
        sum += term;
        if term <= sum * (0.25 * f64::EPSILON) {
            break;
        }
    }
    sum
}

/// `Q(a, x)` for `x` up to 1.1 and small `a`, without the 1 that would drown it: `1 - x^a/Γ(1+a)` as a whole, and
/// the remaining alternating series of DLMF 8.7.1.
fn upper_near_zero(a: f64, x: f64) -> f64 {
    let exponent = a * ln(x) - ln_gamma_ratio(1.0, a);
    let (mut sum, mut term) = (0.0, 1.0);
    for n in 1..TERM_CAP {
        let n = f64::from(n);
        term *= -x / n;
        sum += term / (a + n);
        if term.abs() <= 0.1 * f64::EPSILON * sum.abs() {
            break;
        }
    }
    -expm1(exponent) - a * exp(exponent) * sum
}
