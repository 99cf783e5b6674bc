//! Binomial numbers of any size, with nothing prepared between draws.

use std::f64::consts::TAU;

use rand::Rng;

use super::poisson::{TRY_CAP, edge_distance, stirling_error, uniform};
use crate::math::{exp, ln, ln_1p};

/// From this mean on the hat of [`by_rejection`] lies above the probabilities.
const REJECTION_FROM: f64 = 10.0;

/// More than any count of a mean below [`REJECTION_FROM`] that 53 bits can tell from certainty.
const COUNT_CAP: u32 = 64;

/// From this number on Stirling's series gives a factorial.
const STIRLING_FROM: f64 = 10.0;

/// How many of `count` independent trials succeed, each with this probability: a whole number from 0 to `count`.
///
/// `count` is whole, from 0 to 1e15; a probability outside 0 to 1, or NaN, counts as the nearer end, or 0.
pub(super) fn binomial(rng: &mut impl Rng, count: f64, probability: f64) -> f64 {
    if probability > 0.5 {
        return count - binomial(rng, count, 1.0 - probability);
    }
    let mean = count * probability;
    if mean >= REJECTION_FROM {
        by_rejection(rng, count, probability)
    } else if mean > 0.0 {
        by_inversion(uniform(rng), count, probability)
    } else {
        0.0
    }
}

/// Splits `count` among parts in proportion to their weights, each member on its own; the rest of `total_weight` is nobody's.
pub(super) fn multinomial<'a>(
    rng: &mut impl Rng,
    count: f64,
    weights: impl IntoIterator<Item = &'a f64>,
    total_weight: f64,
    mut part: impl FnMut(usize, f64),
) {
    let (mut left, mut weight_left) = (count, total_weight);
    for (place, weight) in weights.into_iter().enumerate() {
        // What is left of the weights may be rounding alone.
        let share = if *weight < weight_left { weight / weight_left } else { 1.0 };
        let drawn = if left > 0.0 && *weight > 0.0 { binomial(rng, left, share) } else { 0.0 };
        part(place, drawn);
        left -= drawn;
        weight_left -= weight;
    }
}

/// The smallest number whose distribution function is above `uniform`, by going through the numbers from 0.
fn by_inversion(uniform: f64, count: f64, probability: f64) -> f64 {
    let odds = probability / (1.0 - probability);
    let (mut number, mut rest) = (0, uniform);
    let mut mass = none(count, probability);
    while rest >= mass && number < COUNT_CAP && f64::from(number) < count {
        rest -= mass;
        mass *= odds * (count - f64::from(number)) / f64::from(number + 1);
        number += 1;
    }
    f64::from(number)
}

/// The probability that none of `count` succeeds, for a probability of at most a half.
fn none(count: f64, probability: f64) -> f64 {
    /// Up to here multiplying is quicker than logarithm and exponential, and exact enough: to 10⁻¹².
    const MULTIPLIED_TO: f64 = 4096.0;
    if count > MULTIPLIED_TO {
        return exp(count * ln_1p(-probability));
    }
    let (mut power, mut square, mut left) = (1.0, 1.0 - probability, count as u32);
    while left > 0 {
        if left % 2 == 1 {
            power *= square;
        }
        square *= square;
        left /= 2;
    }
    power
}

/// Transformed rejection, for means of 10 and more and probabilities up to a half.
///
/// BTRS of W. Hörmann, The generation of binomial random variates, Journal of Statistical Computation and Simulation 46
/// (1993) 101–110.
fn by_rejection(rng: &mut impl Rng, count: f64, probability: f64) -> f64 {
    let sd = (count * probability * (1.0 - probability)).sqrt();
    let b = 1.15 + 2.53 * sd;
    let a = -0.0873 + 0.0248 * b + 0.01 * probability;
    let centre = count * probability + 0.5;
    let sure = 0.92 - 4.2 / b;
    let alpha = (2.83 + 5.1 / b) * sd;
    let mode = ((count + 1.0) * probability).floor();
    for _ in 0..TRY_CAP {
        let (u, v) = (uniform(rng) - 0.5, uniform(rng));
        let us = edge_distance(u);
        let number = ((2.0 * a / us + b) * u + centre).floor();
        if us >= 0.07 && v <= sure {
            return number;
        }
        if !(0.0..=count).contains(&number) {
            continue;
        }
        let height = ln(v * alpha / (a / (us * us) + b));
        if height <= ln_mass_ratio(count, probability, mode, number) {
            return number;
        }
    }
    mode
}

/// The logarithm of the probability of `number` over that of the mode.
fn ln_mass_ratio(count: f64, probability: f64, mode: f64, number: f64) -> f64 {
    let odds = probability / (1.0 - probability);
    (number - mode) * ln(odds)
        + ln_factorial_ratio(mode, number)
        + ln_factorial_ratio(count - mode, count - number)
}

/// ln(`from`! / `to`!), without terms that grow with both and cancel.
fn ln_factorial_ratio(from: f64, to: f64) -> f64 {
    if from.min(to) < STIRLING_FROM {
        return ln_factorial(from) - ln_factorial(to);
    }
    let more = from - to;
    (to + 0.5) * ln_1p(more / to) + more * (ln(from) - 1.0) + stirling_error(from) - stirling_error(to)
}

/// ln(`number`!) for a whole number.
fn ln_factorial(number: f64) -> f64 {
    if number < STIRLING_FROM {
        return (2..=number as u32).map(|factor| ln(f64::from(factor))).sum();
    }
    (number + 0.5) * ln(number) - number + 0.5 * ln(TAU) + stirling_error(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{beta_i, ln_gamma};
    use crate::sim::{Quantity, Stream};

    const DRAWS: usize = 100_000;
    /// Counts and probabilities on both sides of every change of method, and at the ends.
    const POINTS: [(f64, f64); 16] = [
        (1.0, 0.5),
        (3.0, 0.01),
        (10.0, 0.3),
        (19.0, 0.5),
        (20.0, 0.5),
        (21.0, 0.49),
        (60.0, 0.012),
        (60.0, 0.17),
        (61.0, 0.83),
        (100.0, 0.999),
        (533.0, 0.15),
        (1e4, 0.25),
        (1e6, 1e-5),
        (1e6, 1.1e-5),
        (1e6, 0.4),
        (1e9, 0.012),
    ];

    #[test]
    fn ends_are_exact_and_hostile_probabilities_harmless() {
        for (probability, expected) in [(0.0, 0.0), (1.0, 7.0), (-1.0, 0.0), (f64::NAN, 0.0), (2.0, 7.0)] {
            assert_eq!(
                binomial(&mut stream(1.0), 7.0, probability).to_bits(),
                f64::to_bits(expected),
                "{probability}"
            );
        }
        assert_eq!(binomial(&mut stream(2.0), 0.0, 0.5).to_bits(), 0);
    }

    #[test]
    fn numbers_are_distributed_as_the_incomplete_beta_function_says() {
        // The bound of Dvoretzky, Kiefer and Wolfowitz that chance passes once in a million.
        let bound = (ln(2.0 / 1e-6) / (2.0 * DRAWS as f64)).sqrt();
        for (count, probability) in POINTS {
            let draws = sorted_draws(count, probability);
            let below = |number: f64| match number {
                ..0.0 => 0.0,
                _ if number >= count => 1.0,
                _ => beta_i(count - number, number + 1.0, 1.0 - probability),
            };
            let (mut before, mut furthest) = (0, 0.0_f64);
            for equal in draws.chunk_by(|a, b| a >= b) {
                furthest = furthest.max((below(equal[0] - 1.0) - before as f64 / DRAWS as f64).abs());
                before += equal.len();
                furthest = furthest.max((below(equal[0]) - before as f64 / DRAWS as f64).abs());
            }
            assert!(furthest < bound, "{count}, {probability}: {furthest} of {bound}");
        }
    }

    #[test]
    fn mean_and_variance_are_those_of_the_binomial() {
        for (count, probability) in POINTS {
            let draws = sorted_draws(count, probability);
            let (mean, variance) = (count * probability, count * probability * (1.0 - probability));
            let average = |part: &dyn Fn(f64) -> f64| {
                draws.iter().map(|number| part(*number)).sum::<f64>() / DRAWS as f64
            };
            let offset = average(&|number| number - mean);
            let spread = average(&|number| (number - mean) * (number - mean));
            let fourth =
                3.0 * variance * variance + variance * (1.0 - 6.0 * probability * (1.0 - probability));
            let root = (DRAWS as f64).sqrt();
            assert!(offset.abs() < 5.0 * variance.sqrt() / root, "{count}, {probability}: {offset}");
            let allowed = 5.0 * (fourth - variance * variance).max(0.0).sqrt() / root + 1e-9;
            assert!((spread - variance).abs() < allowed, "{count}, {probability}: {spread} for {variance}");
        }
    }

    #[test]
    fn factorials_agree_with_the_gamma_function() {
        for (from, to) in
            [(0.0, 9.0), (9.0, 11.0), (10.0, 10.0), (150.0, 3.0), (1000.0, 1100.0), (1e5, 99_000.0)]
        {
            let expected = ln_gamma(from + 1.0) - ln_gamma(to + 1.0);
            let found = ln_factorial_ratio(from, to);
            assert!((found - expected).abs() < 1e-9, "{from}, {to}: {found}, {expected}");
        }
    }

    #[test]
    fn parts_add_up_to_what_was_split() {
        let weights = [0.2, 0.0, 0.5, 0.3];
        let mut rng = stream(3.0);
        for count in [0.0, 1.0, 17.0, 4000.0] {
            let mut parts = [0.0; 4];
            multinomial(&mut rng, count, &weights, 1.0, |place, part| parts[place] = part);
            assert_eq!(parts.iter().sum::<f64>().to_bits(), f64::to_bits(count));
            assert_eq!(parts[1].to_bits(), 0);
        }
    }

    fn sorted_draws(count: f64, probability: f64) -> Vec<f64> {
        let mut rng = stream(count + probability);
        let mut draws: Vec<_> = (0..DRAWS).map(|_| binomial(&mut rng, count, probability)).collect();
        draws.sort_by(f64::total_cmp);
        draws
    }

    fn stream(key: f64) -> Stream {
        Quantity::new(1, "binomial").stream(key.to_bits())
    }
}
