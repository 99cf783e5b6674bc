//! A one-dimensional posterior, tabulated.
//!
//! The density is given up to a factor along a coordinate that has no ends: the log-odds of a rate, the logarithm of a
//! positive amount. There even a rate of evidence 0.1 has a smooth density with exponential tails. It is integrated over panels
//! that are a twelfth of the peak's width in its middle and grow outwards.

use crate::math;

/// How a coordinate becomes the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The coordinate is the log-odds of a rate.
    LogOdds,
    /// The coordinate is the logarithm of a positive amount.
    Logarithm,
}

/// A posterior distribution of one parameter.
///
/// Mean and variance are those of the density to about 1e−9 of themselves; distribution function and quantiles are
/// interpolated between the ends of panels, to about 1e−5 of probability.
///
/// ```
/// use gyakusan_engine::actuals::{Density, Scale};
/// use gyakusan_engine::math::ln_1p;
///
/// // Beta(3, 5) along the log-odds u: p³(1 − p)⁵ with p = 1/(1 + e⁻ᵘ).
/// let exp = gyakusan_engine::math::exp;
/// let density = Density::new(Scale::LogOdds, 0.0, &|u| -3.0 * ln_1p(exp(-u)) - 5.0 * ln_1p(exp(u))).expect("a density");
/// assert!((density.mean() - 3.0 / 8.0).abs() < 1e-9);
/// assert!((density.variance() - 15.0 / (64.0 * 9.0)).abs() < 1e-9);
/// assert!((density.quantile(0.05) - 0.128_76).abs() < 1e-5);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Density {
    scale: Scale,
    /// Ends of the panels along the coordinate, rising.
    ends: Vec<f64>,
    /// Logarithms of the density at the ends, less that of the peak.
    heights: Vec<f64>,
    /// Probability up to each end.
    below: Vec<f64>,
    /// Probability from each end on, apart from `below` so that it stays accurate where it is small.
    above: Vec<f64>,
    mean: f64,
    variance: f64,
}

/// Beyond this fall of its logarithm a density is over: e to the minus this is 1e−18.
const NEGLIGIBLE: f64 = 42.0;
/// Coordinates beyond this are the value's ends, as far as floats can tell.
const FURTHEST: f64 = 700.0;
/// Panels for one width of the peak, and how many of them before they grow.
const FINENESS: f64 = 12.0;
const FINE_PANELS: usize = 96;
const GROWTH: f64 = 1.1;
const PANEL_CAP: usize = 2000;

/// Nodes and weights of the 6-point Gauss–Legendre rule on [−1, 1]; each node stands for itself and its mirror (DLMF 3.5(v)).
const RULE: [(f64, f64); 3] = [
    (0.932_469_514_203_152, 0.171_324_492_379_170_35),
    (0.661_209_386_466_264_5, 0.360_761_573_048_138_6),
    (0.238_619_186_083_196_9, 0.467_913_934_572_691_05),
];

impl Density {
    /// Tabulates the density whose logarithm along the coordinate, up to a constant, is `ln_density`; the search for its
    /// peak begins at `start`.
    ///
    /// `None` where it is nowhere finite near `start`.
    pub fn new(scale: Scale, start: f64, ln_density: &dyn Fn(f64) -> f64) -> Option<Self> {
        let peak = peak(start, ln_density);
        let top = ln_density(peak);
        if !top.is_finite() {
            return None;
        }
        let fall = |u: f64| (ln_density(u) - top).max(-1e300);
        let mut left = panels(peak, -1.0, &fall);
        left.reverse();
        left.pop();
        left.extend(panels(peak, 1.0, &fall));
        Self::over(scale, left, &fall, peak)
    }

    fn over(scale: Scale, ends: Vec<f64>, fall: &dyn Fn(f64) -> f64, peak: f64) -> Option<Self> {
        let centre = value(scale, peak);
        let (mut masses, mut moments) = (Vec::with_capacity(ends.len()), [0.0; 2]);
        for pair in ends.windows(2) {
            let (middle, half) = (f64::midpoint(pair[0], pair[1]), 0.5 * (pair[1] - pair[0]));
            let mut mass = 0.0;
            for (node, weight) in
                RULE.into_iter().flat_map(|(node, weight)| [(node, weight), (-node, weight)])
            {
                let u = middle + half * node;
                let share = half * weight * math::exp(fall(u));
                let offset = value(scale, u) - centre;
                mass += share;
                moments[0] += share * offset;
                moments[1] += share * offset * offset;
            }
            masses.push(mass);
        }
        // What lies beyond the furthest coordinates counts with their values, which are the value's own ends.
        let last = masses.len() - 1;
        for (panel, end, inner) in [(0, ends[0], ends[1]), (last, ends[last + 1], ends[last])] {
            let (beyond, offset) = (beyond(end, inner, fall), value(scale, end) - centre);
            masses[panel] += beyond;
            moments[0] += beyond * offset;
            moments[1] += beyond * offset * offset;
        }
        let total: f64 = masses.iter().sum();
        if !(total > 0.0 && total.is_finite()) {
            return None;
        }
        let offset = moments[0] / total;
        Some(Self {
            scale,
            heights: ends.iter().map(|end| fall(*end)).collect(),
            below: sums(masses.iter(), total),
            above: sums(masses.iter().rev(), total).into_iter().rev().collect(),
            ends,
            mean: centre + offset,
            variance: (moments[1] / total - offset * offset).max(0.0),
        })
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The variance.
    pub fn variance(&self) -> f64 {
        self.variance
    }

    /// The value that the parameter lies below with a probability from 0 to 1.
    pub fn quantile(&self, probability: f64) -> f64 {
        self.at(probability, 1.0 - probability)
    }

    /// The value at Φ(z), accurate in both tails.
    pub fn at_normal(&self, z: f64) -> f64 {
        self.at(math::normal_cdf(z), math::normal_cdf(-z))
    }

    /// The value with these probabilities below and above it.
    fn at(&self, below: f64, above: f64) -> f64 {
        let last = self.ends.len() - 2;
        let panel = if below <= above {
            self.below.partition_point(|reached| *reached < below)
        } else {
            self.above.partition_point(|left| *left > above)
        };
        let panel = panel.saturating_sub(1).min(last);
        let mass = self.below[panel + 1] - self.below[panel];
        let part = if below <= above {
            (below - self.below[panel]) / mass
        } else {
            let mass = self.above[panel] - self.above[panel + 1];
            (self.above[panel] - above) / mass
        };
        let part = if part.is_nan() { 0.5 } else { part.max(0.0).min(1.0) };
        let share = share_of_panel(part, self.heights[panel + 1] - self.heights[panel]);
        let (low, high) = (self.ends[panel], self.ends[panel + 1]);
        value(self.scale, low + share * (high - low))
    }
}

/// The value at a coordinate.
fn value(scale: Scale, u: f64) -> f64 {
    match scale {
        Scale::LogOdds => 1.0 / (1.0 + math::exp(-u)),
        Scale::Logarithm => math::exp(u),
    }
}

/// The mass beyond an end where the density goes on falling evenly, as it does from inside; 0 where it is over.
fn beyond(end: f64, inner: f64, fall: &dyn Fn(f64) -> f64) -> f64 {
    let slope = (fall(inner) - fall(end)) / (end - inner).abs();
    if fall(end) > -NEGLIGIBLE && slope > 0.0 { math::exp(fall(end)) / slope } else { 0.0 }
}

/// How far into a panel this part of its probability reaches, where the logarithm of the density rises evenly by `rise`.
fn share_of_panel(part: f64, rise: f64) -> f64 {
    let rise = rise.max(-FURTHEST).min(FURTHEST);
    if rise.abs() < 1e-6 { part } else { math::ln_1p(part * math::expm1(rise)) / rise }
}

/// The sums up to each place, from 0 to 1.
fn sums<'a>(masses: impl Iterator<Item = &'a f64>, total: f64) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = vec![0.0];
    for mass in masses {
        sum += mass;
        sums.push(sum / total);
    }
    sums
}

/// The highest place: the best of a scan around `start`, then by golden sections between its neighbours.
fn peak(start: f64, ln_density: &dyn Fn(f64) -> f64) -> f64 {
    const STEPS: i32 = 200;
    let held = |u: f64| u.max(-FURTHEST).min(FURTHEST);
    // Near steps are a sixteenth, far ones grow to cover everything.
    let place = |step: i32| {
        let step = f64::from(step);
        held(start + step / 16.0 * (1.0 + step * step / 300.0))
    };
    let mut best = (0, f64::NEG_INFINITY);
    for step in -STEPS..=STEPS {
        let height = ln_density(place(step));
        if height > best.1 {
            best = (step, height);
        }
    }
    golden(place(best.0 - 1), place(best.0 + 1), ln_density)
}

pub(super) fn golden(mut low: f64, mut high: f64, ln_density: &dyn Fn(f64) -> f64) -> f64 {
    const SECTION: f64 = 0.618_033_988_749_894_9;
    let inner = |low: f64, high: f64| [high - SECTION * (high - low), low + SECTION * (high - low)];
    let [mut a, mut b] = inner(low, high);
    let (mut at_a, mut at_b) = (ln_density(a), ln_density(b));
    for _ in 0..48 {
        if at_a >= at_b {
            high = b;
            [a, b] = [inner(low, high)[0], a];
            [at_a, at_b] = [ln_density(a), at_a];
        } else {
            low = a;
            [a, b] = [b, inner(low, high)[1]];
            [at_a, at_b] = [at_b, ln_density(b)];
        }
    }
    f64::midpoint(low, high)
}

/// Ends of panels from the peak outwards, until the density is negligible.
fn panels(peak: f64, direction: f64, fall: &dyn Fn(f64) -> f64) -> Vec<f64> {
    let mut width = 1e-7;
    while fall(peak + direction * width) > -0.5 && width < 1.0 {
        width *= 1.5;
    }
    let (mut step, mut ends) = (width / FINENESS, vec![peak]);
    let mut reached = peak;
    while ends.len() < PANEL_CAP && reached.abs() < FURTHEST && fall(reached) > -NEGLIGIBLE {
        if ends.len() > FINE_PANELS {
            step *= GROWTH;
        }
        reached += direction * step;
        ends.push(reached);
    }
    // A density without any fall within reach has one panel at least.
    if ends.len() == 1 {
        ends.push(peak + direction * step);
    }
    ends
}
