//! Several outcomes over one axis: how likely each is at least an amount.

use super::histogram::across_ticks;
use super::line::{Place, line};
use super::{Scale, Tick};

/// Names stand on their curves at these heights, in percent from the top, so that no two are at one place.
const NAME_HEIGHTS: [f64; 4] = [16.0, 38.0, 60.0, 82.0];

/// Outcomes in bins of equal width, from 0 on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcomes<'a> {
    /// The width of a bin.
    pub width: f64,
    /// Outcomes in each bin.
    pub counts: &'a [u32],
    /// All outcomes, those beyond the last bin with them.
    pub total: f64,
}

/// What curves of several outcomes are drawn from; all places in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlayDrawing {
    /// Amounts to places.
    pub scale: Scale,
    /// Path of each curve.
    pub lines: Vec<String>,
    /// Where the name of each curve stands.
    pub names: Vec<Place>,
    /// Ticks along the amounts' axis.
    pub across: Vec<Tick>,
}

impl OverlayDrawing {
    /// Draws at most four outcomes over an axis that holds the bins of all of them, and this amount.
    pub fn new(outcomes: &[Outcomes], amount: f64) -> Self {
        let ends = outcomes.iter().map(|each| each.width * each.counts.len() as f64);
        let scale = Scale::to(ends.fold(1.1 * amount, f64::max));
        let curves: Vec<_> = outcomes.iter().map(|each| curve(each, scale)).collect();
        Self {
            scale,
            lines: curves.iter().map(|places| line(places)).collect(),
            names: curves
                .iter()
                .zip(NAME_HEIGHTS)
                .map(|(places, height)| at_height(places, height))
                .collect(),
            across: across_ticks(scale),
        }
    }
}

/// The share of outcomes from each edge of a bin on.
fn curve(outcomes: &Outcomes, scale: Scale) -> Vec<Place> {
    let mut left = outcomes.total;
    let mut places = vec![(0.0, 0.0)];
    for (bin, count) in outcomes.counts.iter().enumerate() {
        left -= f64::from(*count);
        let amount = outcomes.width * (bin + 1) as f64;
        places.push((scale.percent(amount), 100.0 - 100.0 * left / outcomes.total.max(1.0)));
    }
    places
}

/// Where a curve first comes down to a height, in percent from the top; its end where it does not.
fn at_height(places: &[Place], height: f64) -> Place {
    let Some(after) = places.iter().position(|(_, y)| *y >= height) else {
        return places.last().copied().unwrap_or_default();
    };
    let (to, from) = (places[after], places[after.saturating_sub(1)]);
    let share = if to.1 > from.1 { (height - from.1) / (to.1 - from.1) } else { 0.0 };
    (from.0 + share * (to.0 - from.0), height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_of_different_bins_share_an_axis() {
        let narrow = Outcomes { width: 10.0, counts: &[2, 4, 2], total: 10.0 };
        let wide = Outcomes { width: 25.0, counts: &[1, 3], total: 4.0 };
        let drawing = OverlayDrawing::new(&[narrow, wide], 20.0);
        assert_eq!(drawing.lines, ["M0 0L20 20L40 60L60 80", "M0 0L50 25L100 100"]);
        // 16 of the first 20 percent down, and 13 of the last 75.
        let [(x, _), (y, _)] = [drawing.names[0], drawing.names[1]];
        assert!((x - 16.0).abs() < 1e-9 && (y - (50.0 + 50.0 * 13.0 / 75.0)).abs() < 1e-9, "{x} {y}");
        assert!((drawing.scale.percent(20.0) - 40.0).abs() < 1e-9);
        assert_eq!(drawing.across.first().map(|tick| tick.value), Some(0.0));
    }

    #[test]
    fn the_axis_holds_an_amount_beyond_every_outcome() {
        let drawing = OverlayDrawing::new(&[Outcomes { width: 1.0, counts: &[4], total: 4.0 }], 100.0);
        assert_eq!(drawing.lines, ["M0 0L0.91 100"]);
        assert!((drawing.scale.percent(100.0) - 100.0 / 1.1).abs() < 1e-9);
        let nothing = OverlayDrawing::new(&[Outcomes { width: 0.0, counts: &[], total: 0.0 }], 0.0);
        assert_eq!((nothing.lines, nothing.names), (vec!["M0 0".to_owned()], vec![(0.0, 0.0)]));
    }
}
