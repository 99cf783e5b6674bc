//! The quantile of the beta distribution.

use super::beta::{Place, ln_beta, tails};
use super::newton::{Level, refine};
use super::{exp, expm1, is_shape, ln, normal_quantile};

/// The logarithm below which the leading term of `I_x(a, b)` is all of it.
const LEADING_TERM_ALONE: f64 = -600.0;

/// The logarithm of a distance from 1 that no `f64` shows.
const INVISIBLE: f64 = -60.0;

/// From this shape on the normal approximation is near enough in every tail.
const NEARLY_NORMAL: f64 = 50.0;

/// The `x` at which `I_x(a, b)` is `p`: the quantile of a beta variable.
///
/// NaN when an argument is NaN, when a shape is outside [`SMALLEST_SHAPE`](super::SMALLEST_SHAPE) to
/// [`LARGEST_SHAPE`](super::LARGEST_SHAPE), or when `p` is outside 0 to 1. 0 at 0 and 1 at 1, and also where the
/// quantile is nearer to them than any number. For shapes from 1e-4 to 1e9 within 2 ulp of the exact quantile, or
/// so close that `I` differs from `p` by at most 1e-14. Halley's method on the logarithm of the smaller tail, from
/// the approximation of Abramowitz and Stegun 26.5.22.
///
/// ```
/// use gyakusan_engine::math::{beta_i, beta_i_inverse};
/// let median = beta_i_inverse(20.0, 80.0, 0.5);
/// assert!((beta_i(20.0, 80.0, median) - 0.5).abs() < 1e-15);
/// ```
pub fn beta_i_inverse(a: f64, b: f64, p: f64) -> f64 {
    if !is_shape(a) || !is_shape(b) || !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p <= 0.0 || p >= 1.0 {
        return p;
    }
    match start(a, b, p) {
        Start::Near(logit) => {
            let look = |place: Place| (tails(a, b, place), -place.drift(a, b));
            refine(Level::of(p), Place::of_logit(logit), look, Place::moved).x.value()
        }
        Start::Exact(x) => x,
    }
}

/// Where to begin, or the quantile itself where it is next to an end.
enum Start {
    Near(f64),
    Exact(f64),
}

/// The normal approximation where both shapes have a peak and `p` is no far tail, else the leading term at the end
/// the quantile is nearer to.
fn start(a: f64, b: f64, p: f64) -> Start {
    let peaked = a >= 1.0 && b >= 1.0;
    if peaked && (p > 1e-9 || a.min(b) > NEARLY_NORMAL) {
        return Start::Near(normal_start(a, b, p));
    }
    if peaked || p * (a + b) <= b {
        let leading = leading_term(a, b, ln(p));
        if leading < LEADING_TERM_ALONE {
            Start::Exact(exp(leading))
        } else {
            Start::Near(logit_of(leading, a, b))
        }
    } else {
        let leading = leading_term(b, a, ln(1.0 - p));
        if leading < INVISIBLE { Start::Exact(1.0) } else { Start::Near(-logit_of(leading, b, a)) }
    }
}

/// `ln x` where `x^a / (a B(a, b))` is the tail of the given logarithm.
fn leading_term(a: f64, b: f64, ln_tail: f64) -> f64 {
    (ln_tail + ln(a) + ln_beta(a, b)) / a
}

/// The logit of `x` from `ln x`, held left of about the mean, beyond which the leading term says nothing.
fn logit_of(ln_x: f64, a: f64, b: f64) -> f64 {
    ln_x.min(ln((a + 1.0) / (b + 1.0)))
}

/// Abramowitz and Stegun 26.5.22, as a logit.
fn normal_start(a: f64, b: f64, p: f64) -> f64 {
    let z = normal_quantile(p);
    let (left, right) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
    let h = 2.0 / (left + right);
    let lambda = (z * z - 3.0) / 6.0;
    let w = -z * (h + lambda).max(0.0).sqrt() / h - (right - left) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
    ln(a / b) - 2.0 * w
}

impl Place {
    /// The place whose `x / y` has the given logarithm.
    fn of_logit(logit: f64) -> Self {
        let ratio = exp(-logit.abs());
        let near = Self::at(ratio / (1.0 + ratio));
        if logit <= 0.0 { near } else { near.mirrored() }
    }

    /// The place a step in the logit further, reckoned as an increment so that a small step rounds once.
    fn moved(self, step: f64) -> Self {
        if self.x.hi > 0.5 {
            return self.mirrored().moved_from_near_end(-step).mirrored();
        }
        self.moved_from_near_end(step)
    }

    fn moved_from_near_end(self, step: f64) -> Self {
        let (x, y, growth) = (self.x.hi, self.y.hi, expm1(step));
        let scale = 1.0 + x * growth;
        let near = x + x * (y * growth / scale);
        if near <= 0.5 { Self::at(near) } else { Self::at(y / scale).mirrored() }
    }

    /// `b x - a y`, minus the slope of the logit's log density.
    fn drift(self, a: f64, b: f64) -> f64 {
        b * self.x.hi - a * self.y.hi
    }
}
