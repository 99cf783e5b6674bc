//! Gamma numbers, with nothing prepared between draws.

use rand::Rng;

use super::normal::normal;
use super::poisson::{TRY_CAP, uniform};
use crate::math::{ln, pow};

/// A number ~ Gamma(`shape`, 1) for a shape above 0; 0 for any other.
///
/// A slightly other shape mostly gives a slightly other number from the same stream. Marsaglia and Tsang, A simple method
/// for generating gamma variables, ACM Transactions on Mathematical Software 26 (2000) 363–372.
pub(super) fn gamma(rng: &mut impl Rng, shape: f64) -> f64 {
    if shape >= 1.0 {
        above_one(rng, shape)
    } else if shape > 0.0 {
        // A Gamma number of a shape that is larger by 1, times a power of a uniform number.
        let larger = above_one(rng, shape + 1.0);
        larger * pow(uniform(rng), 1.0 / shape)
    } else {
        0.0
    }
}

fn above_one(rng: &mut impl Rng, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    for _ in 0..TRY_CAP {
        let x = normal(rng);
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        let u = 1.0 - uniform(rng);
        if u < 1.0 - 0.0331 * x * x * x * x || ln(u) < 0.5 * x * x + d * (1.0 - v + ln(v)) {
            return d * v;
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::gamma_p;
    use crate::sim::{Quantity, Stream};

    const DRAWS: usize = 100_000;
    const SHAPES: [f64; 10] = [0.01, 0.3, 0.999, 1.0, 1.001, 2.78, 10.0, 300.0, 1e6, 1e15];

    /// The bound of Dvoretzky, Kiefer and Wolfowitz that chance passes once in a million.
    fn bound() -> f64 {
        (ln(2.0 / 1e-6) / (2.0 * DRAWS as f64)).sqrt()
    }

    fn distance(mut draws: Vec<f64>, below: impl Fn(f64) -> f64) -> f64 {
        draws.sort_by(f64::total_cmp);
        let count = draws.len() as f64;
        let distances = draws.iter().enumerate().map(|(place, draw)| {
            let p = below(*draw);
            (p - place as f64 / count).abs().max(((place + 1) as f64 / count - p).abs())
        });
        distances.fold(0.0, f64::max)
    }

    #[test]
    fn gamma_numbers_are_distributed_as_the_incomplete_gamma_function_says() {
        for shape in SHAPES {
            let mut rng = stream(shape);
            let draws: Vec<_> = (0..DRAWS).map(|_| gamma(&mut rng, shape)).collect();
            let found = distance(draws, |draw| gamma_p(shape, draw));
            assert!(found < bound(), "{shape}: {found} of {}", bound());
        }
    }

    #[test]
    fn mean_and_variance_are_the_shape() {
        for shape in SHAPES {
            let mut rng = stream(shape + 0.5);
            let draws: Vec<_> = (0..DRAWS).map(|_| gamma(&mut rng, shape)).collect();
            let average =
                |part: &dyn Fn(f64) -> f64| draws.iter().map(|draw| part(*draw)).sum::<f64>() / DRAWS as f64;
            let root = (DRAWS as f64).sqrt();
            assert!(average(&|draw| draw - shape).abs() < 5.0 * shape.sqrt() / root, "{shape}");
            // The fourth central moment is 3 shape² + 6 shape.
            let spread = average(&|draw| (draw - shape) * (draw - shape)) - shape;
            assert!(
                spread.abs() < 5.0 * (2.0 * shape * shape + 6.0 * shape).sqrt() / root,
                "{shape}: {spread}"
            );
        }
    }

    #[test]
    fn impossible_shapes_are_harmless() {
        for shape in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(gamma(&mut stream(0.0), shape).to_bits(), 0, "{shape}");
        }
        assert!(gamma(&mut stream(1.0), 1e300).is_finite());
    }

    fn stream(key: f64) -> Stream {
        Quantity::new(4, "gamma").stream(key.to_bits())
    }
}
