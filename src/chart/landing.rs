//! A landing: a sum as it came up to now, the plan beside it, and the fan of what is to come.

use super::fan::lines_across;
use super::histogram::up_ticks;
use super::line::{Place, band, keep_apart, line};
use super::{Scale, Tick};

/// Labels at the ends of the fan keep this far apart, in percent of its height.
const LABEL_GAP: f64 = 13.0;

/// What a landing is drawn from; all places in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct LandingDrawing {
    /// Path of what came.
    pub actual: String,
    /// Path of the plan.
    pub plan: String,
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
    /// Heights of the plan at the months' ends.
    pub planned: Vec<f64>,
    /// The end of what came.
    pub now: Place,
    /// Where the 90 %, the 50 % and the 10 % quantile of the last month are labelled.
    pub labels: [f64; 3],
}

impl LandingDrawing {
    /// Draws a sum that starts at 0: at the end of each month so far, by the plan in every month, and the quantiles 10, 25,
    /// 50, 75 and 90 % at the end of each month to come.
    pub fn new(actual: &[f64], plan: &[f64], coming: &[[f64; 5]], target: Option<f64>) -> Self {
        let so_far = actual.last().copied().unwrap_or(0.0);
        let last = coming.last().copied().unwrap_or([so_far; 5]);
        let mut highest = target.unwrap_or(0.0).max(last[4]);
        for amount in actual.iter().chain(plan) {
            highest = highest.max(*amount);
        }
        let scale = Scale::to(highest * 1.04);
        let up = |value: f64| 100.0 - scale.percent(value);
        let count = actual.len() + coming.len();
        let at = |month: usize| 100.0 * month as f64 / count as f64;
        let path = |amounts: &[f64]| -> Vec<Place> {
            let mut places = vec![(0.0, 100.0)];
            places.extend(amounts.iter().enumerate().map(|(month, amount)| (at(month + 1), up(*amount))));
            places
        };
        let now = (at(actual.len()), up(so_far));
        let quantile = |which: usize| -> Vec<Place> {
            let mut places = vec![now];
            for (month, quantiles) in coming.iter().enumerate() {
                places.push((at(actual.len() + month + 1), up(quantiles[which])));
            }
            places
        };
        let ticks: Vec<_> =
            up_ticks(highest).into_iter().map(|value| Tick { at: up(value), value }).collect();
        let mut labels = [4, 2, 0].map(|which: usize| up(last[which]));
        keep_apart(&mut labels, LABEL_GAP, 97.0);
        let fan = |path: String| if coming.is_empty() { String::new() } else { path };
        Self {
            actual: line(&path(actual)),
            plan: line(&path(plan)),
            outer: fan(band(&quantile(0), &quantile(4))),
            inner: fan(band(&quantile(1), &quantile(3))),
            edges: fan(line(&quantile(0)) + &line(&quantile(4))),
            middle: fan(line(&quantile(2))),
            grid: lines_across(&ticks),
            target: target.filter(|target| *target > 0.0).map(up),
            up: ticks,
            ends: (1..=count).map(at).collect(),
            planned: plan.iter().map(|amount| up(*amount)).collect(),
            now,
            labels,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fan_opens_where_what_came_ends() {
        let coming = [[20.0, 25.0, 30.0, 40.0, 50.0], [30.0, 40.0, 60.0, 80.0, 100.0]];
        let drawing = LandingDrawing::new(&[10.0, 20.0], &[25.0, 50.0, 75.0, 100.0], &coming, Some(100.0));
        assert_eq!(drawing.actual, "M0 100L25 90.38L50 80.77");
        assert_eq!(drawing.plan, "M0 100L25 75.96L50 51.92L75 27.88L100 3.85");
        assert_eq!(drawing.middle, "M50 80.77L75 71.15L100 42.31");
        assert_eq!(drawing.outer, "M50 80.77L75 51.92L100 3.85L100 71.15L75 80.77L50 80.77z");
        assert_eq!(drawing.ends, [25.0, 50.0, 75.0, 100.0]);
    }

    #[test]
    fn a_period_that_is_over_has_no_fan() {
        let drawing = LandingDrawing::new(&[10.0, 20.0], &[10.0, 20.0], &[], None);
        assert_eq!([drawing.middle.as_str(), drawing.outer.as_str(), drawing.edges.as_str()], ["", "", ""]);
        assert_eq!(super::super::short(drawing.now.0), "100");
    }
}
