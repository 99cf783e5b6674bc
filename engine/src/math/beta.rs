//! The beta function's logarithm and the regularised incomplete beta function.

use super::double::Double;
use super::gamma::{Tails, ln_gamma};
use super::quadrature::integrate_fall;
use super::stirling::{
    STIRLING_FROM, excess, excess_double, ln_gamma_ratio, ln_gamma_ratio_over_power, stirling_error,
};
use super::{exp, expm1, is_shape, ln, pow};

/// When both shapes reach this the tails are integrated; below it the continued fraction is the quicker.
const QUADRATURE_FROM: f64 = 800.0;

/// More terms than any smaller shape below [`QUADRATURE_FROM`] needs.
const TERM_CAP: u32 = 5_000;

/// The natural logarithm of the beta function `B(a, b)`.
///
/// NaN when an argument is NaN or outside [`SMALLEST_SHAPE`](super::SMALLEST_SHAPE) to
/// [`LARGEST_SHAPE`](super::LARGEST_SHAPE). For shapes up to 1e9 the error is at most 1e-13 of the value, or 1e-13
/// where the value is below 1 (it has zeros). DLMF 5.12.1 and 5.11.1.
///
/// ```
/// use gyakusan_engine::math::ln_beta;
/// assert!((ln_beta(2.0, 3.0) + 12_f64.ln()).abs() < 1e-14);
/// ```
pub fn ln_beta(a: f64, b: f64) -> f64 {
    if !is_shape(a) || !is_shape(b) {
        return f64::NAN;
    }
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    if a < STIRLING_FROM {
        return ln_gamma(a) - ln_gamma_ratio(b, a);
    }
    let share = a / b;
    let peak = 0.5 * ln(std::f64::consts::TAU / a) + 0.5 * super::ln_1p(share);
    peak + stirling_excess(a, b) + a * ln(share / (1.0 + share)) - b * super::ln_1p(share)
}

/// The regularised incomplete beta function `I_x(a, b)`: the probability that a beta variable is at most `x`.
///
/// NaN when an argument is NaN, when a shape is outside [`SMALLEST_SHAPE`](super::SMALLEST_SHAPE) to
/// [`LARGEST_SHAPE`](super::LARGEST_SHAPE), or when `x` is outside 0 to 1. Relative error at most 1e-13 for shapes
/// from 1e-4 to 1e9 wherever the value is above 1e-300. DLMF 8.17.7 and 8.17.22; where both shapes are at least 800
/// the density is integrated.
///
/// ```
/// use gyakusan_engine::math::beta_i;
/// assert!((beta_i(2.0, 1.0, 0.3) - 0.09).abs() < 1e-16);
/// assert_eq!(beta_i(1e6, 1e6, 0.5), 0.5);
/// ```
pub fn beta_i(a: f64, b: f64, x: f64) -> f64 {
    if in_domain(a, b, x) { tails(a, b, Place::at(x)).lower } else { f64::NAN }
}

/// The complement `1 - I_x(a, b)`, with its own relative accuracy.
///
/// Domain, accuracy and source as for [`beta_i`]. With an `x` near 0 it is also the way to `I` at the argument
/// `1 - x`, which no `f64` holds: `I_(1-x)(a, b)` is `beta_i_complement(b, a, x)`.
///
/// ```
/// use gyakusan_engine::math::beta_i_complement;
/// assert!((beta_i_complement(1.0, 200.0, 0.5) / 6.223_015_277_861_142e-61 - 1.0).abs() < 1e-13);
/// ```
pub fn beta_i_complement(a: f64, b: f64, x: f64) -> f64 {
    if in_domain(a, b, x) { tails(a, b, Place::at(x)).upper } else { f64::NAN }
}

fn in_domain(a: f64, b: f64, x: f64) -> bool {
    is_shape(a) && is_shape(b) && (0.0..=1.0).contains(&x)
}

/// A point between 0 and 1 by its distances from both ends: the smaller an exact `f64`, the other its complement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) x: Double,
    pub(super) y: Double,
}

impl Place {
    /// The place at distance `x` from 0.
    pub(super) fn at(x: f64) -> Self {
        Self { x: Double::from(x), y: Double::sum(1.0, -x) }
    }

    /// The same place seen from the other end.
    pub(super) fn mirrored(self) -> Self {
        Self { x: self.y, y: self.x }
    }

    /// `b x - a y`, the signed distance from the mean times `a + b`, to far more than its own accuracy.
    fn beyond_mean(self, a: f64, b: f64) -> Double {
        Double::from(b) * self.x - Double::from(a) * self.y
    }
}

/// The tails at a place for shapes inside the domain; the density is `x^a y^b / B(a, b)`, the logit's.
pub(super) fn tails(a: f64, b: f64, place: Place) -> Tails {
    if place.x.hi <= 0.0 || place.y.hi <= 0.0 {
        return Tails::from_lower(if place.x.hi > 0.0 { 1.0 } else { 0.0 }, 0.0);
    }
    let beyond_mean = place.beyond_mean(a, b);
    let density = density(a, b, place, beyond_mean);
    // A symmetric distribution is halved at its centre exactly, where an integral only nearly says so.
    if a.total_cmp(&b).is_eq() && beyond_mean.hi == 0.0 {
        return Tails::from_lower(0.5, density);
    }
    let drift = beyond_mean.value();
    if a.min(b) >= QUADRATURE_FROM {
        integrated(a, b, place, density, drift)
    } else if place.x.hi * (a + b + 2.0) <= a + 1.0 {
        near_zero(a, b, place, density, drift)
    } else {
        near_zero(b, a, place.mirrored(), density, -drift).mirrored()
    }
}

/// `x^a y^b / B(a, b)`, by whichever of the shapes are large.
fn density(a: f64, b: f64, place: Place, beyond_mean: Double) -> f64 {
    match (a < STIRLING_FROM, b < STIRLING_FROM) {
        (true, true) => density_of_small(a, b, place),
        (true, false) => density_of_mixed(a, b, place),
        (false, true) => density_of_mixed(b, a, place.mirrored()),
        (false, false) => density_of_large(a, b, place, beyond_mean),
    }
}

fn density_of_small(a: f64, b: f64, place: Place) -> f64 {
    let gammas = libm::tgamma(1.0 + a + b) / (libm::tgamma(1.0 + a) * libm::tgamma(1.0 + b));
    let front = b / (a + b) * a * gammas;
    front * pow(place.x.value(), a) * pow(place.y.value(), b)
}

/// The density where only `b` is large: `Γ(a+b)/Γ(b)` is `(a+b)^a` times little, and that power joins `x^a`.
fn density_of_mixed(a: f64, b: f64, place: Place) -> f64 {
    let front = a / libm::tgamma(1.0 + a) * pow(place.x.value() * (a + b), a);
    let exponent = Double::from(b) * place.y.ln() + Double::from(ln_gamma_ratio_over_power(b, a));
    exponent.exp_times(front)
}

/// The density where both shapes are large, by its distance from the mean (Loader 2000).
fn density_of_large(a: f64, b: f64, place: Place, beyond_mean: Double) -> f64 {
    let peak = (a / (a + b) * b / std::f64::consts::TAU).sqrt() * exp(-stirling_excess(a, b));
    (-(distance(a, b, place.x, beyond_mean) + distance(b, a, place.y, -beyond_mean))).exp_times(peak)
}

/// `a` times `u - ln(1 + u)`, where `1 + u` is `x` over the mean `a/(a+b)`.
fn distance(a: f64, b: f64, x: Double, beyond_mean: Double) -> Double {
    let shape = Double::from(a);
    shape * excess_double(beyond_mean / shape, x * Double::sum(a, b) / shape)
}

/// What Stirling's formula leaves over of `B(a, b)`, as its logarithm.
fn stirling_excess(a: f64, b: f64) -> f64 {
    stirling_error(a) + stirling_error(b) - stirling_error(a + b)
}

/// The tail on the far side of the mode, from the density there and how it falls from the place on.
fn integrated(a: f64, b: f64, place: Place, density: f64, drift: f64) -> Tails {
    let slope = drift - (place.x.hi - place.y.hi);
    if slope < 0.0 {
        return integrated(b, a, place.mirrored(), density, -drift).mirrored();
    }
    let (x, y, left, right) = (place.x.hi, place.y.hi, a - 1.0, b - 1.0);
    let fall = |s: f64| left * excess(y * s) + right * excess((-x * s).max(-1.0)) + slope * s;
    let curvature = left * y * y + right * x * x;
    Tails::from_upper(density * integrate_fall(slope, curvature, fall), density)
}

/// The tails left of about the mean: the lower one, or where that is nearly the whole, the upper one.
fn near_zero(a: f64, b: f64, place: Place, density: f64, drift: f64) -> Tails {
    let lower = density / lower_fraction(a, b, place.x.hi, drift);
    if lower > 0.9 && a < 1.0 {
        Tails::from_upper(upper_near_zero(a, b, place.x.value()), density)
    } else {
        Tails::from_lower(lower, density)
    }
}

/// `x^a y^b / (B(a, b) I_x(a, b))` for `x` left of about the mean: the even part of the continued fraction
/// DLMF 8.17.22 (Didonato and Morris 1992), by Lentz's method. The drift is `b x - a y`.
fn lower_fraction(a: f64, b: f64, x: f64, drift: f64) -> f64 {
    let mut value = a * (1.0 - drift) / (a + 1.0);
    let mut numerator = value;
    let mut denominator = 0.0;
    for n in 1..TERM_CAP {
        let n = f64::from(n);
        let odd = a + 2.0 * n - 1.0;
        let bend = n * (b - n) * x / odd;
        let term = (a + n - 1.0) * (a + b + n - 1.0) * x / odd * bend;
        let partial = n + bend + (a + n) * (1.0 - drift + n * (2.0 - x)) / (odd + 2.0);
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

/// `1 - I_x(a, b)` for small `a` and `x`, without the 1 that would drown it: `1 - x^a/(a B(a, b))` as a whole, and
/// the remaining series of DLMF 8.17.7.
fn upper_near_zero(a: f64, b: f64, x: f64) -> f64 {
    let exponent = a * ln(x) + ln_gamma_ratio(b, a) - ln_gamma_ratio(1.0, a);
    let (mut sum, mut term) = (0.0, 1.0);
    for n in 1..TERM_CAP {
        let n = f64::from(n);
        term *= (n - b) * x / n;
        sum += term / (a + n);
        if term.abs() <= 0.1 * f64::EPSILON * sum.abs() {
            break;
        }
    }
    -expm1(exponent) - a * exp(exponent) * sum
}
