//! What Stirling's formula leaves over: the pieces that make gamma functions of large numbers without cancellation.

use super::double::{Double, artanh_excess};
use super::ln_1p;

/// From here on Stirling's series is exact to the last bit.
pub(super) const STIRLING_FROM: f64 = 10.0;

/// `ln Γ(x) - ((x - ½) ln x - x + ½ ln 2π)` for `x` at or above [`STIRLING_FROM`]. DLMF 5.11.1.
pub(super) fn stirling_error(x: f64) -> f64 {
    1.0 / (12.0 * x) + beyond_first_term(x)
}

/// The growth of [`stirling_error`] from `b` to `b + a`, whose leading term is subtracted exactly.
fn stirling_error_growth(b: f64, a: f64) -> f64 {
    beyond_first_term(b + a) - beyond_first_term(b) - a / (12.0 * b * (b + a))
}

/// Stirling's series from its second term, `-1/(360 x³)`, on.
fn beyond_first_term(x: f64) -> f64 {
    const COEFFICIENTS: [f64; 7] = [
        -3_617.0 / 122_400.0,
        1.0 / 156.0,
        -691.0 / 360_360.0,
        1.0 / 1_188.0,
        -1.0 / 1_680.0,
        1.0 / 1_260.0,
        -1.0 / 360.0,
    ];
    let w = 1.0 / (x * x);
    COEFFICIENTS.iter().fold(0.0, |sum, c| sum * w + c) * w / x
}

/// `ln Γ(b + a) - ln Γ(b)` for positive `b` and `b + a`, with a relative error that stays small as `a` does.
///
/// Below [`STIRLING_FROM`] the recurrence `Γ(x+1) = x Γ(x)` lifts both arguments above it.
pub(super) fn ln_gamma_ratio(b: f64, a: f64) -> f64 {
    let (mut lifted, mut lift) = (b, 0.0);
    while lifted < STIRLING_FROM {
        lift += ln_1p(a / lifted);
        lifted += 1.0;
    }
    ln_gamma_ratio_large(lifted, a) + a * super::ln(lifted) - lift
}

/// `ln Γ(b + a) - ln Γ(b) - a ln b` for `b` at or above [`STIRLING_FROM`].
fn ln_gamma_ratio_large(b: f64, a: f64) -> f64 {
    let step = a / b;
    (a - 0.5) * ln_1p(step) - b * excess(step) + stirling_error_growth(b, a)
}

/// `Γ(b + a)/Γ(b) / (a + b)^a` as its logarithm, for `b` at or above [`STIRLING_FROM`] and `a` not much above it.
pub(super) fn ln_gamma_ratio_over_power(b: f64, a: f64) -> f64 {
    let step = a / b;
    -0.5 * ln_1p(step) - b * excess(step) + stirling_error_growth(b, a)
}

/// `s - ln(1 + s)` for `s > -1`, exact to a few ulp also near 0 where the two terms cancel.
pub(super) fn excess(s: f64) -> f64 {
    const COEFFICIENTS: [f64; 6] = [1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0];
    if s.abs() > 0.1 {
        return s - ln_1p(s);
    }
    let r = s / (2.0 + s);
    let w = r * r;
    r * (s - 2.0 * COEFFICIENTS.iter().fold(0.0, |sum, c| (sum + c) * w))
}

/// `s - ln(1 + s)` to about 1e-17 of itself, where `ratio` is `1 + s` computed without cancellation.
///
/// With `r = s/(2+s)` it is `r s - 2r (artanh(r)/r - 1)`, of which the second term is the smaller.
pub(super) fn excess_double(s: Double, ratio: Double) -> Double {
    if s.hi.abs() > 0.4 {
        return s - ratio.ln();
    }
    let r = s / (s + Double::from(2.0));
    r * s - Double::from(2.0 * r.hi * artanh_excess(r.hi * r.hi))
}
