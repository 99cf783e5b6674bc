//! A fan: how the quantiles of a sum spread from month to month.

use super::histogram::up_ticks;
use super::line::{Place, band, keep_apart, line};
use super::{Scale, Tick, short};

/// Labels at the ends of the fan keep this far apart, in percent of its height.
const LABEL_GAP: f64 = 13.0;

/// What a fan is drawn from; all places in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct FanDrawing {
    /// Path of the area from the 10 % to the 90 % quantile.
    pub outer: String,
    /// Path of the area from the 25 % to the 75 % quantile.
    pub inner: String,
    /// Path of the 10 % and the 90 % quantile.
    pub edges: String,
    /// Path of the median.
    pub middle: String,
    /// Path of the grid lines.
    pub grid: String,
    /// Ticks along the amounts' axis, the first one at 0.
    pub up: Vec<Tick>,
    /// Height of the target line.
    pub target: Option<f64>,
    /// Places of the months' ends.
    pub ends: Vec<f64>,
    /// Where the 90 %, the 50 % and the 10 % quantile of the last month are labelled.
    pub labels: [f64; 3],
}

impl FanDrawing {
    /// Draws the quantiles 10, 25, 50, 75 and 90 % of a sum at the end of each month; the sum starts at 0.
    pub fn new(months: &[[f64; 5]], target: Option<f64>) -> Self {
        let last = months.last().copied().unwrap_or_default();
        let highest = months.iter().map(|month| month[4]).fold(target.unwrap_or(0.0), f64::max);
        let scale = Scale::to(highest * 1.04);
        let up = |value: f64| 100.0 - scale.percent(value);
        let ends: Vec<_> = (1..=months.len()).map(|n| 100.0 * n as f64 / months.len() as f64).collect();
        let quantile = |which: usize| -> Vec<Place> {
            let places = ends.iter().zip(months).map(|(end, month)| (*end, up(month[which])));
            std::iter::once((0.0, 100.0)).chain(places).collect()
        };
        let ticks = up_ticks(highest).into_iter().map(|value| Tick { at: up(value), value });
        let ticks: Vec<_> = ticks.collect();
        let mut labels = [4, 2, 0].map(|which: usize| up(last[which]));
        keep_apart(&mut labels, LABEL_GAP, 97.0);
        Self {
            outer: band(&quantile(0), &quantile(4)),
            inner: band(&quantile(1), &quantile(3)),
            edges: line(&quantile(0)) + &line(&quantile(4)),
            middle: line(&quantile(2)),
            grid: lines_across(&ticks),
            target: target.filter(|target| *target > 0.0).map(up),
            up: ticks,
            ends,
            labels,
        }
    }
}

/// Grid lines at all ticks but the first.
pub(super) fn lines_across(ticks: &[Tick]) -> String {
    ticks.iter().skip(1).fold(String::new(), |path, tick| path + "M0 " + &short(tick.at) + "H100")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fan_opens_from_nothing_to_its_last_month() {
        let months = [[0.0, 10.0, 20.0, 30.0, 50.0], [20.0, 30.0, 50.0, 80.0, 100.0]];
        let fan = FanDrawing::new(&months, Some(80.0));
        assert_eq!(fan.middle, "M0 100L50 80.77L100 51.92");
        assert_eq!(fan.outer, "M0 100L50 51.92L100 3.85L100 80.77L50 100L0 100z");
        assert_eq!(fan.inner, "M0 100L50 71.15L100 23.08L100 71.15L50 90.38L0 100z");
        assert_eq!(fan.target.map(short).as_deref(), Some("23.08"));
        assert_eq!(fan.up.iter().map(|tick| tick.value as u32).collect::<Vec<_>>(), [0, 50, 100]);
    }

    #[test]
    fn nothing_to_show_is_a_line_on_the_floor() {
        let fan = FanDrawing::new(&[[0.0; 5]], Some(0.0));
        assert_eq!((fan.middle.as_str(), fan.target), ("M0 100L100 100", None));
        assert!(fan.labels[2] - fan.labels[1] >= LABEL_GAP - 1e-9);
    }
}
