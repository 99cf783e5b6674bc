//! The search for a value at which the target is as likely as asked, by running trials again at other values.

use crate::math;

/// A value and the probability there.
pub(super) type Known = (f64, f64);

/// The value that brings the probability to the confidence, on the way from a known one to an end; else what the end gives.
///
/// Amounts go up by doubling, so that an end a thousand times as large is not the first try. What is known is not run again.
pub(super) fn search(
    mut probability: impl FnMut(f64) -> f64,
    start: Known,
    end: f64,
    confidence: f64,
    tolerance: f64,
) -> Result<f64, Known> {
    let is_reached = |known: Known| known.1 >= confidence;
    let rises = !is_reached(start);
    let (mut near, mut far) = (start, start);
    while far.0.total_cmp(&end).is_ne() && is_reached(far) != rises {
        near = far;
        let next = if end > 2.0 * far.0 { 2.0 * far.0 } else { end };
        far = (next, probability(next));
    }
    if is_reached(far) != rises {
        return Err(far);
    }
    let distance = |value: f64| {
        let known = [near, far].into_iter().find(|known| known.0.total_cmp(&value).is_eq());
        known.map_or_else(|| probability(value), |known| known.1) - confidence
    };
    let (low, high) = (near.0.min(far.0), near.0.max(far.0));
    Ok(math::find_root(distance, low, high, tolerance * high).unwrap_or(far.0))
}
