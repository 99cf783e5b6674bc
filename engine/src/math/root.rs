//! A root between two points where a function has different signs.

/// Steps that may interpolate; the rest halve.
const INTERPOLATING_STEPS: u32 = 60;

/// Enough halvings to take any two numbers to neighbours.
const STEP_CAP: u32 = INTERPOLATING_STEPS + 2_200;

/// Why [`find_root`] found none: the function's values at both ends, which have the same sign or are NaN.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoRoot {
    /// The value at the lower end.
    pub at_low: f64,
    /// The value at the upper end.
    pub at_high: f64,
}

impl std::fmt::Display for NoRoot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no change of sign between {} and {}", self.at_low, self.at_high)
    }
}

impl std::error::Error for NoRoot {}

/// A point between `low` and `high` at which `f` is 0 or changes its sign, to within `tolerance`.
///
/// `f` need neither rise nor fall throughout, but its values at the two ends must differ in sign (or one be 0);
/// where it is continuous the point is a root. The sign changes no farther from the point than `tolerance` plus four
/// times the spacing of the numbers there; a tolerance that is 0, negative or NaN asks for no more than that spacing.
/// `f` is evaluated at the ends and then mostly about ten times, at worst 2262 times.
///
/// Chandrupatla's method (1997): inverse quadratic interpolation where it is safe, else halving.
///
/// # Errors
///
/// [`NoRoot`] with the values at both ends when they have the same sign or one is NaN, or when an end is not
/// finite. Should `f` be NaN at a point between, the error holds the values nearest around it, one of them NaN.
///
/// ```
/// use gyakusan_engine::math::find_root;
/// let root = find_root(|x| x * x - 2.0, 0.0, 2.0, 1e-15)?;
/// assert!((root - 2_f64.sqrt()).abs() < 1e-15);
/// assert_eq!(find_root(|x| x * x + 1.0, 0.0, 2.0, 0.0).map_err(|e| e.at_high), Err(5.0));
/// # Ok::<(), gyakusan_engine::math::NoRoot>(())
/// ```
pub fn find_root(mut f: impl FnMut(f64) -> f64, low: f64, high: f64, tolerance: f64) -> Result<f64, NoRoot> {
    find(&mut f, low, high, tolerance)
}

/// The same for any function, compiled once.
fn find(f: &mut dyn FnMut(f64) -> f64, low: f64, high: f64, tolerance: f64) -> Result<f64, NoRoot> {
    let (left, right) = (Sample::of(f, low), Sample::of(f, high));
    if low.is_finite() && high.is_finite() && left.brackets(right) {
        narrow(f, left, right, tolerance)
    } else {
        Err(NoRoot { at_low: left.value, at_high: right.value })
    }
}

/// Draws two samples of different sign together until they are within the tolerance.
fn narrow(
    f: &mut dyn FnMut(f64) -> f64,
    mut newest: Sample,
    mut other: Sample,
    tolerance: f64,
) -> Result<f64, NoRoot> {
    let mut share = 0.5;
    for step in 0..STEP_CAP {
        let Some(point) = newest.between(other, share) else { break };
        let fresh = Sample::of(f, point);
        if fresh.value.is_nan() {
            return Err(NoRoot { at_low: fresh.value, at_high: other.value });
        }
        let previous = if fresh.brackets(newest) { std::mem::replace(&mut other, newest) } else { newest };
        newest = fresh;
        let margin = margin(newest, other, tolerance);
        if margin >= 0.5 {
            break;
        }
        let interpolated =
            if step < INTERPOLATING_STEPS { interpolate(newest, other, previous) } else { None };
        share = interpolated.unwrap_or(0.5).max(margin).min(1.0 - margin);
    }
    Ok(newest.closer_to_zero(other).at)
}

/// A point and the function's value there.
#[derive(Clone, Copy, Debug)]
struct Sample {
    at: f64,
    value: f64,
}

impl Sample {
    fn of(f: &mut dyn FnMut(f64) -> f64, at: f64) -> Self {
        Self { at, value: f(at) }
    }

    /// Whether the values differ in sign or one of them is 0, and neither is NaN.
    fn brackets(self, other: Self) -> bool {
        (self.value <= 0.0 && other.value >= 0.0) || (self.value >= 0.0 && other.value <= 0.0)
    }

    /// The point the given share of the way, or where that rounds to an end, the middle; none between neighbours
    /// or when a root is already at hand.
    fn between(self, other: Self, share: f64) -> Option<f64> {
        let (low, high) = (self.at.min(other.at), self.at.max(other.at));
        // Each end by its own share, since their difference may overflow.
        let points = [share, 0.5].map(|share| self.at * (1.0 - share) + other.at * share);
        let searching = self.value != 0.0 && other.value != 0.0;
        points.into_iter().find(|&point| searching && low < point && point < high)
    }

    fn closer_to_zero(self, other: Self) -> Self {
        if self.value.abs() <= other.value.abs() { self } else { other }
    }
}

/// How near to an end of the bracket the next point may come, as a share of the bracket; half or more means done.
fn margin(newest: Sample, other: Sample, tolerance: f64) -> f64 {
    let spacing = f64::EPSILON * newest.closer_to_zero(other).at.abs();
    (0.5 * tolerance.max(0.0) + spacing) / (newest.at - other.at).abs()
}

/// The share of the way at which the inverse parabola through three samples is 0, if it is monotone between them.
fn interpolate(newest: Sample, other: Sample, previous: Sample) -> Option<f64> {
    let (a, b, c) = (newest, other, previous);
    let xi = (a.at - b.at) / (c.at - b.at);
    let phi = (a.value - b.value) / (c.value - b.value);
    let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    let share = a.value / (b.value - a.value) * (c.value / (b.value - c.value))
        + (c.at - a.at) / (b.at - a.at) * (a.value / (c.value - a.value)) * (b.value / (c.value - b.value));
    (safe && share.is_finite()).then_some(share)
}
