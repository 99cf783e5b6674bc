//! A curve: a probability against an amount.

use super::histogram::across_ticks;
use super::line::{Place, line};
use super::{Scale, Tick};

/// From this probability on the curve says nothing new.
const HIGH: f64 = 0.97;

/// What a curve is drawn from; all places in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveDrawing {
    /// Path of the curve.
    pub line: String,
    /// Places of its points.
    pub places: Vec<Place>,
    /// Ticks along the amounts' axis.
    pub across: Vec<Tick>,
    /// Places of the amounts that are marked.
    pub marks: Vec<Place>,
}

impl CurveDrawing {
    /// Draws points of amount and probability in rising order, as far as there is something to see, and at least past
    /// the points that are marked.
    pub fn new(points: &[(f64, f64)], marks: &[(f64, f64)]) -> Self {
        let marked = marks.iter().map(|(amount, _)| *amount).fold(0.0, f64::max);
        let is_end = |(amount, probability): &(f64, f64)| *probability >= HIGH && *amount > 1.1 * marked;
        let count = points.iter().position(is_end).map_or(points.len(), |place| place + 1);
        let points = &points[..count];
        let scale = Scale::to(points.last().map_or(0.0, |(amount, _)| *amount));
        let place =
            |(amount, probability): &(f64, f64)| (scale.percent(*amount), 100.0 - 100.0 * probability);
        let places: Vec<_> = points.iter().map(place).collect();
        Self {
            line: line(&places),
            places,
            across: across_ticks(scale),
            marks: marks.iter().map(place).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_ends_where_nothing_new_comes() {
        let points = [(0.0, 0.0), (50.0, 0.4), (100.0, 0.98), (150.0, 0.99), (200.0, 1.0)];
        let curve = CurveDrawing::new(&points, &[(50.0, 0.4)]);
        assert_eq!(curve.line, "M0 100L50 60L100 2");
        assert_eq!(curve.marks, [(50.0, 60.0)]);
        let far = CurveDrawing::new(&points, &[(140.0, 0.985)]);
        assert_eq!(far.line, "M0 100L25 60L50 2L75 1L100 0");
    }

    #[test]
    fn a_curve_without_points_is_empty() {
        assert_eq!(CurveDrawing::new(&[], &[]).line, "");
    }
}
