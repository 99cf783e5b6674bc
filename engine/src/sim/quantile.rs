//! Quantiles of a Beta distribution as a function of a standard normal number, from a table.

use crate::math;

/// The largest |z| of a table; a standard normal number lies beyond with probability 1e−18.
const Z_MAX: f64 = 8.75;
/// How far the distribution function at a quantile may be off between the nodes.
const TOLERANCE: f64 = 1e-7;
/// Nodes for one unit of z: tried from coarse to fine.
const DENSITIES: [usize; 5] = [16, 32, 64, 128, 256];

/// The increasing function z ↦ F⁻¹(Φ(z)) of a Beta distribution F.
///
/// Between nodes it is a cubic through the four nearest, held between its two neighbours, so that it falls
/// nowhere by more than rounding.
/// |F(Q(z)) − Φ(z)| ≤ 1e−7 at the middle of every interval, checked when the table is made; where no table is that
/// fine (a distribution with almost all its mass at 0 and 1) every quantile is worked out on its own.
#[derive(Debug, Clone)]
pub(crate) struct QuantileTable {
    a: f64,
    b: f64,
    density: f64,
    /// The cubic of each interval, by the powers of the place in it, from 0 to 1. Empty where quantiles are worked out one by
    /// one.
    cubics: Vec<[f64; 4]>,
}

impl QuantileTable {
    /// The quantiles of Beta(a, b), both above 0.
    pub(crate) fn beta(a: f64, b: f64) -> Self {
        let tables = DENSITIES.iter().map(|&density| Self::with_density(a, b, density));
        let mut fine = tables.filter(Self::is_fine);
        fine.next().unwrap_or(Self { a, b, density: 0.0, cubics: Vec::new() })
    }

    /// The quantiles of another distribution, given at Φ(z), with sixteen nodes for one unit of z.
    pub(crate) fn tabulated(quantile: &dyn Fn(f64) -> f64) -> Self {
        Self::of_nodes(0.0, 0.0, DENSITIES[0], quantile)
    }

    /// Whether these are the quantiles of Beta(a, b), to the last bit.
    pub(crate) fn is_of(&self, a: f64, b: f64) -> bool {
        self.a.to_bits() == a.to_bits() && self.b.to_bits() == b.to_bits()
    }

    /// The quantile at Φ(z).
    #[inline]
    pub(crate) fn at(&self, z: f64) -> f64 {
        let position = (z + Z_MAX) * self.density;
        // Whatever lies before the first interval or beyond the last is held at its end.
        let place = (position as usize).min(self.cubics.len().saturating_sub(2));
        let (Some([c0, c1, c2, c3]), Some([next, ..])) = (self.cubics.get(place), self.cubics.get(place + 1))
        else {
            return beta_quantile(self.a, self.b, z);
        };
        let t = position - place as f64;
        (c0 + t * (c1 + t * (c2 + t * c3))).max(*c0).min(*next)
    }

    fn with_density(a: f64, b: f64, density: usize) -> Self {
        Self::of_nodes(a, b, density, &|z| beta_quantile(a, b, z))
    }

    fn of_nodes(a: f64, b: f64, density: usize, quantile: &dyn Fn(f64) -> f64) -> Self {
        let steps = (2.0 * Z_MAX) as usize * density + density / 2;
        // One node more on each side, so that the outermost intervals have four nodes too.
        let z = |node: usize| (node as f64 - 1.0) / density as f64 - Z_MAX;
        let nodes: Vec<_> = (0..=steps + 3).map(|node| quantile(z(node))).collect();
        Self { a, b, density: density as f64, cubics: nodes.windows(4).map(cubic).collect() }
    }

    fn is_fine(&self) -> bool {
        let middles = (0..self.cubics.len() - 1).map(|node| (node as f64 + 0.5) / self.density - Z_MAX);
        middles.into_iter().all(|z| {
            let found = math::beta_i(self.a, self.b, self.at(z));
            (found - math::normal_cdf(z)).abs() <= TOLERANCE
        })
    }
}

/// The cubic through four nodes, between the two in the middle.
fn cubic(nodes: &[f64]) -> [f64; 4] {
    let [before, low, high, after] = std::array::from_fn(|place| nodes[place]);
    let curvature = 0.5 * (before - 2.0 * low + high);
    let third = (after - before) / 6.0 + (low - high) / 2.0;
    [low, high - low - curvature - third, curvature, third]
}

/// The quantile of Beta(a, b) at Φ(z), from whichever tail is the shorter.
fn beta_quantile(a: f64, b: f64, z: f64) -> f64 {
    if z <= 0.0 {
        math::beta_i_inverse(a, b, math::normal_cdf(z))
    } else {
        1.0 - math::beta_i_inverse(b, a, math::normal_cdf(-z))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// a, b, z and the quantile, from `SciPy` 1.17.1: `beta.ppf(norm.cdf(z), a, b)`, above the median
    /// `beta.isf(norm.sf(z), a, b)`.
    #[expect(clippy::unreadable_literal, reason = "the figures stand as SciPy prints them")]
    const SCIPY: [(f64, f64, f64, f64); 25] = [
        (18.0, 102.0, -4.1, 0.04894972997054061),
        (18.0, 102.0, -1.0, 0.11759059371882889),
        (18.0, 102.0, 0.03, 0.14902845500444242),
        (18.0, 102.0, 2.2, 0.2284356811886249),
        (18.0, 102.0, 4.7, 0.3375771164205414),
        (20.0, 60.0, -4.1, 0.0912287364433831),
        (20.0, 60.0, -1.0, 0.20174093389629688),
        (20.0, 60.0, 0.03, 0.24936248030236394),
        (20.0, 60.0, 2.2, 0.36309176066839965),
        (20.0, 60.0, 4.7, 0.5056484079978031),
        (0.5, 0.5, -4.1, 1.0529204662632622e-09),
        (0.5, 0.5, -1.0, 0.060832954022950594),
        (0.5, 0.5, 0.03, 0.518792465211385),
        (0.5, 0.5, 2.2, 0.9995231127526449),
        (0.5, 0.5, 4.7, 0.9999999999958249),
        (2.0, 198.0, -4.1, 3.245039777835083e-05),
        (2.0, 198.0, -1.0, 0.0035613421497315122),
        (2.0, 198.0, 0.03, 0.008611820042762461),
        (2.0, 198.0, 2.2, 0.031033400858783988),
        (2.0, 198.0, 4.7, 0.07934455675546478),
        (100000.0, 300000.0, -4.1, 0.2471995345093997),
        (100000.0, 300000.0, -1.0, 0.2493153471841385),
        (100000.0, 300000.0, 0.03, 0.25002012330342127),
        (100000.0, 300000.0, 2.2, 0.2515078331152931),
        (100000.0, 300000.0, 4.7, 0.25322661947508474),
    ];

    #[test]
    fn quantiles_agree_with_scipy() {
        for (a, b, z, quantile) in SCIPY {
            let found = QuantileTable::beta(a, b).at(z);
            assert!((found - quantile).abs() < 1e-8, "Beta({a}, {b}) at {z}: {found}, expected {quantile}");
        }
    }

    #[test]
    fn tables_keep_mean_and_variance() {
        for (a, b) in [(18.0, 102.0), (20.0, 60.0), (2.0, 8.0), (1.2, 98.8), (3000.0, 1000.0), (1.0, 1.0)] {
            let table = QuantileTable::beta(a, b);
            let points: Vec<_> = (-800..=800).map(|place| f64::from(place) / 100.0).collect();
            let weights: Vec<_> = points.iter().map(|z| math::exp(-0.5 * z * z)).collect();
            let total: f64 = weights.iter().sum();
            let mean_of = |part: &dyn Fn(f64) -> f64| {
                points.iter().zip(&weights).map(|(z, weight)| weight * part(table.at(*z))).sum::<f64>()
                    / total
            };
            let (mean, variance) = (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1.0)));
            assert!((mean_of(&|rate| rate) - mean).abs() < 1e-6 * mean, "{a}, {b}");
            let spread = mean_of(&|rate| (rate - mean) * (rate - mean));
            assert!((spread - variance).abs() < 1e-6 * variance, "{a}, {b}: {spread} for {variance}");
        }
    }

    #[test]
    fn quantiles_do_not_fall() {
        for (a, b) in [(18.0, 102.0), (0.015, 0.085), (0.5, 0.5), (1e8, 9e8), (1.0, 1e6)] {
            let table = QuantileTable::beta(a, b);
            let mut last = 0.0;
            for step in 0..20_000 {
                let quantile = table.at(f64::from(step - 10_000) / 1000.0);
                assert!((last - 1e-12..=1.0).contains(&quantile), "Beta({a}, {b}): {quantile} after {last}");
                last = quantile;
            }
        }
    }
}
