//! A histogram as drawing: bars, grid, ticks, target line and percentiles.

use std::fmt::Write;

use super::fan::lines_across;
use super::{Scale, round_step, short};

/// The part of a bin's width that its bar takes.
const BAR: f64 = 0.84;
/// More ticks than a round step ever leaves on an axis.
const MAX_TICKS: u32 = 20;
/// About this many ticks along the axis.
const TICKS_ACROSS: f64 = 5.0;

/// A value on an axis and its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// Percent of the drawing: from the left, or from the top.
    pub at: f64,
    /// The value there.
    pub value: f64,
}

/// What a histogram is drawn from; all places in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct HistogramDrawing {
    /// Path of the bars below the target.
    pub missed: String,
    /// Path of the bars from the target on.
    pub reached: String,
    /// Path of the grid lines.
    pub grid: String,
    /// Ticks along the values' axis, the last one at its end.
    pub across: Vec<Tick>,
    /// Ticks along the shares' axis, the first one at 0.
    pub up: Vec<Tick>,
    /// Place of the target line; `None` where the target lies beyond the axis.
    pub target: Option<f64>,
    /// Where the share below the target is written; `None` where there is none.
    pub missed_label: Option<f64>,
    /// Where the share from the target on is written; `None` where there is none.
    pub reached_label: Option<f64>,
    /// Scale of the values' axis.
    pub scale: Scale,
}

impl HistogramDrawing {
    /// Draws bins of equal width that start at 0.
    ///
    /// `counts` are outcomes by bin and `total` all outcomes, those beyond the last bin included; the bins from
    /// `target_bin` on reach the target.
    ///
    /// ```
    /// use gyakusan::chart::HistogramDrawing;
    ///
    /// let drawing = HistogramDrawing::new(&[1, 3, 0, 4], 8, 10.0, 2);
    /// assert_eq!(drawing.target, Some(50.0));
    /// assert_eq!(drawing.reached.matches('M').count(), 1);
    /// ```
    pub fn new(counts: &[u32], total: u32, width: f64, target_bin: usize) -> Self {
        let scale = Scale::to(width * counts.len() as f64);
        let share = |count: u32| f64::from(count) / f64::from(total.max(1));
        let highest = counts.iter().map(|count| share(*count)).fold(0.0, f64::max);
        let up = up_ticks(highest);
        let top = highest * 1.02;
        let height = |value: f64| if top > 0.0 { 100.0 * value / top } else { 0.0 };
        let up: Vec<_> = up.into_iter().map(|value| Tick { at: 100.0 - height(value), value }).collect();
        let split = target_bin.min(counts.len());
        let bars = |range: std::ops::Range<usize>| bars(counts, range, |count| height(share(count)));
        let [missed_label, reached_label] = share_places(counts, split);
        Self {
            missed: bars(0..split),
            reached: bars(split..counts.len()),
            grid: lines_across(&up),
            across: across_ticks(scale),
            up,
            target: (target_bin <= counts.len()).then(|| scale.percent(width * target_bin as f64)),
            missed_label,
            reached_label,
            scale,
        }
    }
}

fn bars(counts: &[u32], range: std::ops::Range<usize>, height: impl Fn(u32) -> f64) -> String {
    let width = 100.0 / counts.len().max(1) as f64;
    let mut path = String::new();
    for bin in range.filter(|bin| counts[*bin] > 0) {
        let left = width * (bin as f64 + (1.0 - BAR) / 2.0);
        let top = 100.0 - height(counts[bin]);
        // Writing into a text cannot fail.
        let _ = write!(path, "M{} 100V{}h{}V100z", short(left), short(top), short(width * BAR));
    }
    path
}

/// Bars higher than this part of the highest one would stand behind a share written half-way up.
const TALL: f64 = 0.45;

/// Where the two shares are written: left of the tall bars and right of them, kept away from the edges.
fn share_places(counts: &[u32], split: usize) -> [Option<f64>; 2] {
    let highest = counts.iter().copied().max().unwrap_or(0);
    let tall = |count: &u32| f64::from(*count) > TALL * f64::from(highest);
    let percent = |bin: usize| 100.0 * bin as f64 / counts.len().max(1) as f64;
    let first_tall = counts.iter().position(tall).map_or(0.0, percent);
    let last_tall = counts.iter().rposition(tall).map_or(100.0, |bin| percent(bin + 1));
    let occurs = |bins: &[u32]| bins.iter().any(|count| *count > 0);
    [
        occurs(&counts[..split]).then(|| (first_tall / 2.0).max(6.0)),
        occurs(&counts[split..]).then(|| f64::midpoint(last_tall, 100.0).min(94.0)),
    ]
}

/// Ticks from 0 in round steps, at most four lines.
pub(super) fn up_ticks(highest: f64) -> Vec<f64> {
    if highest <= 0.0 {
        return vec![0.0];
    }
    let step = round_step(highest / 4.0);
    (0..=MAX_TICKS).map(|n| f64::from(n) * step).take_while(|value| *value <= highest).collect()
}

/// Ticks from 0 in round steps, and one at the end unless the last is near it.
pub(super) fn across_ticks(scale: Scale) -> Vec<Tick> {
    let step = round_step(scale.end() / TICKS_ACROSS * 0.8);
    let values =
        (0..=MAX_TICKS).map(|n| f64::from(n) * step).take_while(|value| *value <= scale.end() * (1.0 + 1e-9));
    values.map(|value| Tick { at: scale.percent(value), value }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_split_at_the_target_and_keep_their_proportion() {
        let drawing = HistogramDrawing::new(&[0, 2, 4, 2], 8, 5e6, 2);
        assert_eq!(drawing.missed, "M27 100V50.98h21V100z");
        assert_eq!(drawing.reached, "M52 100V1.96h21V100zM77 100V50.98h21V100z");
        assert_eq!(drawing.target, Some(50.0));
        let values: Vec<_> = drawing.up.iter().map(|tick| tick.value).collect();
        assert_eq!(values, [0.0, 0.2, 0.4]);
    }

    #[test]
    fn nothing_and_far_targets_have_a_drawing_too() {
        let empty = HistogramDrawing::new(&[0], 0, 1.0, 0);
        assert_eq!((empty.missed.as_str(), empty.reached.as_str(), empty.reached_label), ("", "", None));
        let far = HistogramDrawing::new(&[5, 5], 10, 1.0, 7);
        assert_eq!((far.target, far.reached.as_str()), (None, ""));
    }

    #[test]
    fn ticks_are_few_and_round() {
        for end in [1.0, 2.5e8, 37_000.0, 9.9e14] {
            let ticks = across_ticks(Scale::to(end));
            assert!((3..=8).contains(&ticks.len()), "{end}: {ticks:?}");
        }
    }
}
