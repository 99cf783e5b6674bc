//! Poisson numbers of any mean, with nothing prepared between draws.
//!
//! A sampler that is made for one mean may set up tables; here every trial has a mean of its own.

use std::f64::consts::TAU;

use rand::Rng;

use super::normal::normal;
use crate::math::{exp, ln, ln_1p};

/// From this mean on [`from_normal`] holds.
const NORMAL_FROM: f64 = 10.0;

/// More than any count below [`NORMAL_FROM`] that 53 bits can tell from certainty.
const COUNT_CAP: u32 = 64;

/// A try is accepted more often than not, so this many refusals in a row do not occur.
pub(super) const TRY_CAP: u32 = 1000;

/// A number ~ Poisson(`mean`) for a finite mean; 0 where it is not positive or NaN.
///
/// It is exact up to the 53 bits of its uniforms. Above a mean of about 1e15, whose counts differ by less than the
/// last digits of a float, it is as close as a float can be.
///
/// From the same stream, a mean raised by a little mostly gives a count raised by about as much: below a mean of 10
/// the count never falls; from there on a try that is accepted for one mean and refused for the other makes it anew.
pub(super) fn poisson(rng: &mut impl Rng, mean: f64) -> f64 {
    if mean >= NORMAL_FROM {
        from_normal(rng, mean)
    } else if mean > 0.0 {
        by_inversion(uniform(rng), mean)
    } else {
        0.0
    }
}

/// The smallest count whose distribution function is above `uniform`, by going through the counts from 0.
fn by_inversion(uniform: f64, mean: f64) -> f64 {
    let (mut count, mut probability, mut rest) = (0, exp(-mean), uniform);
    while rest >= probability && count < COUNT_CAP {
        rest -= probability;
        count += 1;
        probability *= mean / f64::from(count);
    }
    f64::from(count)
}

/// A rounded-down normal number, made a Poisson number by refusing a few and drawing what it holds too little of from a double
/// exponential hat.
///
/// PD of J. H. Ahrens and U. Dieter, Computer generation of Poisson deviates from modified normal distributions, ACM Transactions
/// on Mathematical Software 8 (1982) 163–179. One in a hundred numbers needs a logarithm; the transformed rejection that stood here
/// before needed three for every fourth.
fn from_normal(rng: &mut impl Rng, mean: f64) -> f64 {
    let sd = mean.sqrt();
    let position = mean + sd * normal(rng);
    if position >= 0.0 {
        let count = position.floor();
        // From here on the normal law holds no more than its share.
        if count >= (mean - 1.1484).floor() {
            return count;
        }
        let (u, missing) = (uniform(rng), mean - count);
        if 6.0 * mean * mean * u >= missing * missing * missing {
            return count;
        }
        let (height, exponent) = normal_mass(mean, sd, count);
        if height * (1.0 - u) <= exp(ln_probability(mean, count) - exponent) {
            return count;
        }
    }
    from_hat(rng, mean, sd)
}

/// A number of those that the normal law holds too little of.
fn from_hat(rng: &mut impl Rng, mean: f64, sd: f64) -> f64 {
    for _ in 0..TRY_CAP {
        let (exponential, u) = (-ln(1.0 - uniform(rng)), 2.0 * uniform(rng) - 1.0);
        let place = 1.8 + if u < 0.0 { -exponential } else { exponential };
        if place <= -0.6744 {
            continue;
        }
        let count = (mean + sd * place).floor();
        let (height, exponent) = normal_mass(mean, sd, count);
        let lacking = exp(ln_probability(mean, count) + exponential) - height * exp(exponent + exponential);
        if 0.1069 / mean * u.abs() <= lacking {
            return count;
        }
    }
    mean.floor()
}

/// The probability of a count under the rounded-down normal law, as a factor and the exponent of another.
fn normal_mass(mean: f64, sd: f64, count: f64) -> (f64, f64) {
    let b1 = 1.0 / (24.0 * mean);
    let b2 = 0.3 * b1 * b1;
    let c3 = b1 * b2 / 7.0;
    let (c2, c1) = (b2 - 15.0 * c3, b1 - 6.0 * b2 + 45.0 * c3);
    let c0 = 1.0 - b1 + 3.0 * b2 - 15.0 * c3;
    let middle = (0.5 - mean + count) / sd;
    let x = middle * middle;
    ((((c3 * x + c2) * x + c1) * x + c0) / (TAU.sqrt() * sd), -0.5 * x)
}

/// How far a number between -½ and ½ is from the nearer of the two.
pub(super) fn edge_distance(u: f64) -> f64 {
    0.5 - u.abs()
}

/// The logarithm of the probability of `count`, without terms that grow with the mean and cancel.
///
/// Its error is about 1e-16 times the distance between `count` and the mean, and at most 1e-10 more.
fn ln_probability(mean: f64, count: f64) -> f64 {
    if count < 10.0 {
        return (1..=count as u32).map(|factor| ln(mean / f64::from(factor))).sum::<f64>() - mean;
    }
    let excess = mean - count;
    count * ln_1p(excess / count) - excess - 0.5 * ln(TAU * count) - stirling_error(count)
}

/// `ln n! - ((n + ½) ln n - n + ½ ln 2π)` to 1e-10 for `n` of 10 and more. DLMF 5.11.1.
pub(super) fn stirling_error(n: f64) -> f64 {
    let w = 1.0 / (n * n);
    (1.0 / 12.0 - w * (1.0 / 360.0 - w / 1_260.0)) / n
}

/// A uniform number of 53 bits, from 0 to just below 1.
pub(super) fn uniform(rng: &mut impl Rng) -> f64 {
    const LAST_BIT: f64 = 1.0 / (1_u64 << 53) as f64;
    (rng.next_u64() >> 11) as f64 * LAST_BIT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{gamma_q, ln_gamma};
    use crate::sim::{Quantity, Stream};

    const DRAWS: usize = 200_000;

    #[test]
    fn without_a_positive_mean_there_is_nothing() {
        for mean in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY, 1e-300] {
            assert!(poisson(&mut stream(mean), mean).abs() < 0.5, "{mean}");
        }
    }

    #[test]
    fn the_largest_means_end_too() {
        for mean in [1e15, 1e18, 1e34, 1e300] {
            let count = poisson(&mut stream(mean), mean);
            assert!((count - mean).abs() <= 10.0 * mean.sqrt() + 1e-15 * mean, "{mean}: {count}");
        }
        // An infinite mean has no Poisson number; what counts is that the answer comes.
        assert!(!poisson(&mut stream(0.0), f64::INFINITY).is_finite());
    }

    #[test]
    fn counts_are_distributed_as_the_incomplete_gamma_function_says() {
        // The bound of Dvoretzky, Kiefer and Wolfowitz that chance passes once in a million.
        let bound = (ln(2.0 / 1e-6) / (2.0 * DRAWS as f64)).sqrt();
        for mean in [0.1, 1.0, 5.0, 9.99, 10.0, 10.01, 20.0, 50.0, 150.0, 533.3, 1e4, 1e6] {
            let distance = distance(&sorted_draws(mean), mean);
            assert!(distance < bound, "{mean}: {distance} of {bound}");
        }
    }

    #[test]
    fn mean_and_variance_are_the_mean() {
        for mean in [0.1, 5.0, 9.99, 10.0, 20.0, 533.3, 1e6, 1e9, 1e12] {
            let draws = sorted_draws(mean);
            let offset = average(draws.iter().map(|count| count - mean));
            let variance = average(draws.iter().map(|count| (count - mean) * (count - mean)));
            // The fourth central moment is mean + 3 mean².
            let (error, variance_error) = (mean.sqrt(), (mean + 2.0 * mean * mean).sqrt());
            let root = (DRAWS as f64).sqrt();
            assert!(offset.abs() < 5.0 * error / root, "{mean}: {offset}");
            assert!((variance - mean).abs() < 5.0 * variance_error / root, "{mean}: {variance}");
        }
    }

    #[test]
    fn a_mean_raised_a_little_mostly_raises_the_count_a_little() {
        for mean in [2.0, 20.0, 533.3, 1e4, 1e6] {
            let quantity = Quantity::new(2, "poisson");
            let step = |trial| {
                poisson(&mut quantity.stream(trial), 1.01 * mean) - poisson(&mut quantity.stream(trial), mean)
            };
            let smooth =
                (0..10_000).filter(|&trial| (0.0..=0.02 * mean + 1.0).contains(&step(trial))).count();
            assert!(smooth > 9_000, "{mean}: {smooth}");
        }
    }

    #[test]
    fn below_ten_the_count_never_falls_with_the_mean() {
        for trial in 0..1_000 {
            let uniform = uniform(&mut Quantity::new(3, "poisson").stream(trial));
            let counts: Vec<_> =
                (1..100).map(|tenth| by_inversion(uniform, 0.1 * f64::from(tenth))).collect();
            assert!(counts.is_sorted(), "{uniform}");
        }
    }

    #[test]
    fn the_last_uniform_gives_a_count_in_the_tail() {
        let last = 1.0 - f64::EPSILON / 2.0;
        for (mean, largest) in [(1e-9, 2.0), (1.0, 20.0), (9.99, 64.0)] {
            let count = by_inversion(last, mean);
            assert!((1.0..=largest).contains(&count), "{mean}: {count}");
        }
    }

    #[test]
    fn probabilities_agree_with_the_gamma_function() {
        for mean in [10.0, 33.3, 150.0, 1000.0] {
            for count in (0..2_000).map(f64::from) {
                let expected = count * ln(mean) - mean - ln_gamma(count + 1.0);
                let found = ln_probability(mean, count);
                assert!((found - expected).abs() < 1e-10, "{mean}, {count}: {found}, {expected}");
            }
        }
    }

    #[test]
    fn probabilities_of_large_counts_do_not_cancel() {
        // mpmath 1.3, 50 digits.
        for (mean, count, expected) in [
            (1e6, 1_002_500.0, -10.950_341_419_078_6),
            (1e9, 999_850_000.0, -22.531_058_988_326_96),
            (1e12, 1_000_003_000_000.0, -19.234_446_091_173_53),
            (1e15, 999_999_900_000_000.0, -23.188_326_847_326_69),
        ] {
            let found = ln_probability(mean, count);
            assert!((found - expected).abs() < 1e-8, "{mean}, {count}: {found}");
        }
    }

    /// The largest distance between the distribution function of `draws` and that of Poisson(`mean`).
    ///
    /// The one is level between two draws and the other rises, so they are furthest apart at a draw or just below one.
    fn distance(draws: &[f64], mean: f64) -> f64 {
        let (mut below, mut furthest) = (0, 0.0_f64);
        for equal in draws.chunk_by(|a, b| a >= b) {
            let before = if equal[0] > 0.0 { gamma_q(equal[0], mean) } else { 0.0 };
            furthest = furthest.max((before - below as f64 / draws.len() as f64).abs());
            below += equal.len();
            let after = gamma_q(equal[0] + 1.0, mean);
            furthest = furthest.max((after - below as f64 / draws.len() as f64).abs());
        }
        furthest
    }

    fn sorted_draws(mean: f64) -> Vec<f64> {
        let mut stream = stream(mean);
        let mut draws: Vec<_> = (0..DRAWS).map(|_| poisson(&mut stream, mean)).collect();
        draws.sort_by(f64::total_cmp);
        draws
    }

    fn average(numbers: impl Iterator<Item = f64>) -> f64 {
        numbers.sum::<f64>() / DRAWS as f64
    }

    fn stream(mean: f64) -> Stream {
        Quantity::new(1, "poisson").stream(mean.to_bits())
    }
}
