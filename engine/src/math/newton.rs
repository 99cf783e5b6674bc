//! Quantiles by steps in the logarithm of a tail, where no start is too far away.

use super::gamma::Tails;
use super::ln;

/// Far more steps than the worst start needs.
const STEP_CAP: u32 = 200;

/// The longest step, so that a start where the tail is flat does not leap out of sight.
const LONGEST_STEP: f64 = 40.0;

/// A misfit of a tail's logarithm that one more step of third order reduces to rounding error.
const SMALL_MISFIT: f64 = 4e-6;

/// The tail a quantile is to be found for, by whichever of the two is the smaller.
#[derive(Clone, Copy, Debug)]
pub(super) enum Level {
    Lower(f64),
    Upper(f64),
}

impl Level {
    /// The level of probability `p`, as its complement when that is the smaller.
    pub(super) fn of(p: f64) -> Self {
        if p <= 0.5 { Self::Lower(p) } else { Self::Upper(1.0 - p) }
    }

    /// The tail here, the sign of its growth, and how far its logarithm is from the wanted one.
    fn misfit(self, tails: Tails) -> (f64, f64, f64) {
        let (tail, wanted, sign) = match self {
            Self::Lower(p) => (tails.lower, p, 1.0),
            Self::Upper(q) => (tails.upper, q, -1.0),
        };
        // Near the solution the quotient's excess over 1 is exact where a difference of logarithms is not.
        let relative = (tail - wanted) / wanted;
        (tail, sign, if relative.abs() < 0.1 { super::ln_1p(relative) } else { ln(tail) - ln(wanted) })
    }
}

/// Moves a place until its tail is the wanted one, by Halley's method in a coordinate `t` whose density is
/// log-concave, as `ln x` is for a gamma and the logit for a beta variable.
///
/// There the logarithm of each tail is concave, so that Newton's steps approach from one side from any start; the
/// bracket is for rounding alone. `look` gives the tails at a place and the density's logarithmic derivative,
/// `moved` the place a step in `t` further.
pub(super) fn refine<P: Copy>(
    level: Level,
    start: P,
    look: impl Fn(P) -> (Tails, f64),
    moved: impl Fn(P, f64) -> P,
) -> P {
    let mut place = start;
    let (mut below, mut above) = (f64::NEG_INFINITY, f64::INFINITY);
    for _ in 0..STEP_CAP {
        let (tails, bend) = look(place);
        let (tail, sign, misfit) = level.misfit(tails);
        if sign * misfit > 0.0 {
            above = 0.0;
        } else {
            below = 0.0;
        }
        let step = bracketed(halley_step(misfit, sign * tails.density / tail, bend, sign), below, above);
        place = moved(place, step);
        (below, above) = (below - step, above - step);
        if misfit.abs() < SMALL_MISFIT || above - below < 1e-17 {
            break;
        }
    }
    place
}

/// The step from the misfit `h` of a tail's logarithm, its slope, and the density's logarithmic derivative.
fn halley_step(misfit: f64, slope: f64, bend: f64, sign: f64) -> f64 {
    // A tail or density that has underflowed tells only the direction.
    if !(misfit.is_finite() && slope.abs() > f64::MIN_POSITIVE && slope.is_finite()) {
        return if sign * misfit > 0.0 { -LONGEST_STEP } else { LONGEST_STEP };
    }
    let newton = -misfit / slope;
    let correction = 0.5 * newton * (bend - slope);
    newton / (1.0 + correction).max(0.5).min(2.0)
}

/// The step if it is finite and stays inside the bracket, else half of the way to the end it would pass.
fn bracketed(step: f64, below: f64, above: f64) -> f64 {
    let step = if step.is_nan() { 0.0 } else { step.max(-LONGEST_STEP).min(LONGEST_STEP) };
    if step <= below {
        0.5 * below
    } else if step >= above {
        0.5 * above
    } else {
        step
    }
}
