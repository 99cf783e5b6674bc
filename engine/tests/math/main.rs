//! The special functions against tables of 25 digits (`reference.py` writes them) and against their own laws.

mod elementary;
#[path = "../record/mod.rs"]
mod record;

use gyakusan_engine::math::{
    LARGEST_SHAPE, NoRoot, SMALLEST_SHAPE, beta_i, beta_i_complement, beta_i_inverse, exp, find_root,
    gamma_p, gamma_p_inverse, gamma_q, gamma_shortfall, ln_beta, ln_gamma, normal_cdf, normal_quantile, pow,
};

/// The relative error promised of the incomplete functions, for shapes from 1e-4 to 1e9.
const PROMISED: f64 = 1e-13;

/// The numbers of a table, without its header.
fn rows(table: &str) -> impl Iterator<Item = Vec<f64>> {
    table.lines().skip(1).map(|line| line.split(',').map(|field| field.parse().expect("a number")).collect())
}

/// Checks that the `error` of `f` against the column `value_at` is at most `allowed` in every row of a table.
fn check(
    table: &str,
    value_at: usize,
    f: impl Fn(&[f64]) -> f64,
    error: impl Fn(f64, f64) -> f64,
    allowed: f64,
) {
    let found = |row: Vec<f64>| (error(f(&row), row[value_at]), row);
    let worst = rows(table).map(found).max_by(|left, right| left.0.total_cmp(&right.0)).expect("a row");
    println!("worst {:e} of {allowed:e} at {:?}", worst.0, worst.1);
    assert!(worst.0 <= allowed, "{worst:?}");
    if allowed <= PROMISED {
        record::record("functions", &[rows(table).count().to_string()]);
    }
}

fn relative(actual: f64, expected: f64) -> f64 {
    ((actual - expected) / expected).abs()
}

/// Checks a table whose last columns are a probability, its exact quantile and the density there.
fn check_quantiles(table: &str, quantile: impl Fn(&[f64]) -> f64) {
    let mut worst = (0.0, Vec::new());
    for row in rows(table) {
        let [.., expected, density] = row[..] else { panic!("a short row") };
        let misplaced = (quantile(&row) - expected).abs();
        let ulps = misplaced / (expected.abs().next_up() - expected.abs());
        let share = (ulps / 2.0).min(misplaced * density / 1e-14);
        assert!(share <= 1.0, "{ulps} ulp, {:e} in probability at {row:?}", misplaced * density);
        if share > worst.0 {
            worst = (share, row);
        }
    }
    println!("worst {} of the promise at {:?}", worst.0, worst.1);
}

#[test]
fn ln_gamma_agrees_with_the_table() {
    let error =
        |actual: f64, expected: f64| if expected == 0.0 { actual.abs() } else { relative(actual, expected) };
    check(include_str!("ln_gamma.csv"), 1, |r| ln_gamma(r[0]), error, 1e-14);
}

#[test]
fn ln_beta_agrees_with_the_table() {
    let error = |actual: f64, expected: f64| (actual - expected).abs() / expected.abs().max(1.0);
    check(include_str!("ln_beta.csv"), 2, |r| ln_beta(r[0], r[1]), error, 1e-13);
}

#[test]
fn incomplete_gamma_agrees_with_the_table() {
    let table = include_str!("gamma.csv");
    check(table, 2, |r| gamma_p(r[0], r[1]), relative, PROMISED);
    check(table, 3, |r| gamma_q(r[0], r[1]), relative, PROMISED);
}

#[test]
fn gamma_shortfall_agrees_with_the_table() {
    let table = include_str!("gamma_shortfall.csv");
    for row in rows(table) {
        let error = (gamma_shortfall(row[0], row[1]) - row[2]).abs() / row[0].max(row[1]);
        assert!(error <= 1e-14, "{error:e} at {row:?}");
    }
}

#[test]
fn incomplete_beta_agrees_with_the_table() {
    let table = include_str!("beta.csv");
    check(table, 3, |r| beta_i(r[0], r[1], r[2]), relative, PROMISED);
    check(table, 4, |r| beta_i_complement(r[0], r[1], r[2]), relative, PROMISED);
}

#[test]
fn normal_agrees_with_the_table() {
    check(include_str!("normal.csv"), 1, |r| normal_cdf(r[0]), relative, 1e-14);
}

#[test]
fn quantiles_agree_with_the_tables() {
    check_quantiles(include_str!("normal_inverse.csv"), |r| normal_quantile(r[0]));
    check_quantiles(include_str!("gamma_inverse.csv"), |r| gamma_p_inverse(r[0], r[1]));
    check_quantiles(include_str!("beta_inverse.csv"), |r| beta_i_inverse(r[0], r[1], r[2]));
}

#[test]
fn normal_quantiles_of_the_lower_tail_are_relatively_exact() {
    let table = include_str!("normal_inverse.csv");
    let error = |actual: f64, expected: f64| if expected < 0.0 { relative(actual, expected) } else { 0.0 };
    check(table, 1, |r| normal_quantile(r[0]), error, 1e-15);
}

/// Numbers no caller means: the ends of the format, its special values, and shapes at the edge of the domain.
const HOSTILE: [f64; 24] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    -5e-324,
    -0.0,
    0.0,
    SMALLEST_SHAPE,
    1e-60,
    1e-4,
    0.1,
    0.5,
    1.0 - f64::EPSILON / 2.0,
    1.0,
    1.0 + f64::EPSILON,
    2.0,
    200.0,
    1e9,
    LARGEST_SHAPE,
    1e16,
    -1.0,
];

fn is_probability(p: f64) -> bool {
    (0.0..=1.0).contains(&p)
}

fn is_shape(a: f64) -> bool {
    (SMALLEST_SHAPE..=LARGEST_SHAPE).contains(&a)
}

#[test]
fn gamma_functions_answer_everything_and_nan_only_outside_their_domain() {
    for a in HOSTILE {
        assert_eq!(ln_gamma(a).is_nan(), a.is_nan() || a <= 0.0, "ln_gamma({a})");
        for x in HOSTILE {
            for value in [gamma_p(a, x), gamma_q(a, x)] {
                let expected = is_shape(a) && x >= 0.0;
                assert!(if expected { is_probability(value) } else { value.is_nan() }, "{value} at {a}, {x}");
            }
            let quantile = gamma_p_inverse(a, x);
            let expected = is_shape(a) && is_probability(x);
            assert!(if expected { quantile >= 0.0 } else { quantile.is_nan() }, "{quantile} at {a}, {x}");
        }
    }
}

#[test]
fn beta_functions_answer_everything_and_nan_only_outside_their_domain() {
    for a in HOSTILE {
        for b in HOSTILE {
            let shapes = is_shape(a) && is_shape(b);
            assert_eq!(ln_beta(a, b).is_finite(), shapes, "ln_beta({a}, {b})");
            for x in HOSTILE {
                let expected = shapes && is_probability(x);
                for value in [beta_i(a, b, x), beta_i_complement(a, b, x), beta_i_inverse(a, b, x)] {
                    assert!(
                        if expected { is_probability(value) } else { value.is_nan() },
                        "{value} at {a}, {b}, {x}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_normal_distribution_answers_everything() {
    for z in HOSTILE {
        let p = normal_cdf(z);
        assert!(if z.is_nan() { p.is_nan() } else { is_probability(p) }, "{p} at {z}");
        assert_eq!(normal_quantile(z).is_nan(), !is_probability(z), "quantile of {z}");
    }
    assert_eq!((normal_cdf(f64::NEG_INFINITY), normal_cdf(f64::INFINITY)), (0.0, 1.0));
    assert_eq!((normal_quantile(0.0), normal_quantile(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
}

#[test]
fn the_ends_are_exact() {
    for a in [1e-4, 1.0, 20.0, 1e9] {
        assert_eq!((gamma_p(a, 0.0), gamma_q(a, 0.0)), (0.0, 1.0));
        assert_eq!((gamma_p(a, f64::INFINITY), gamma_q(a, f64::INFINITY)), (1.0, 0.0));
        assert_eq!((gamma_p_inverse(a, 0.0), gamma_p_inverse(a, 1.0)), (0.0, f64::INFINITY));
        assert_eq!((beta_i(a, 3.0, 0.0), beta_i_complement(a, 3.0, 0.0)), (0.0, 1.0));
        assert_eq!((beta_i(a, 3.0, 1.0), beta_i_complement(a, 3.0, 1.0)), (1.0, 0.0));
        assert_eq!((beta_i_inverse(a, 3.0, 0.0), beta_i_inverse(a, 3.0, 1.0)), (0.0, 1.0));
    }
}

/// Shapes on both sides of every change of method.
const SHAPES: [f64; 13] = [1e-4, 0.03, 0.4, 1.0, 1.7, 9.5, 10.5, 80.0, 490.0, 510.0, 790.0, 810.0, 1e9];

/// Probabilities from the far lower to the near upper tail.
const LEVELS: [f64; 12] = [1e-290, 1e-60, 1e-20, 1e-9, 1e-3, 0.1, 0.4, 0.5, 0.6, 0.9, 0.999, 0.999_999_9];

#[test]
fn tails_are_complements() {
    for a in SHAPES {
        for p in LEVELS {
            let x = gamma_p_inverse(a, p);
            assert!((gamma_p(a, x) + gamma_q(a, x) - 1.0).abs() <= f64::EPSILON);
            for b in SHAPES {
                let x = beta_i_inverse(a, b, p);
                assert!((beta_i(a, b, x) + beta_i_complement(a, b, x) - 1.0).abs() <= f64::EPSILON);
            }
        }
    }
}

#[test]
fn the_beta_distribution_is_symmetric() {
    for a in SHAPES {
        assert!((beta_i(a, a, 0.5) - 0.5).abs() < 4e-15, "{} at {a}", beta_i(a, a, 0.5));
        for b in SHAPES {
            for x in [0.5, 0.625, 0.75, 1.0 - 1.0 / 1024.0] {
                let (left, right) = (beta_i(a, b, x), beta_i_complement(b, a, 1.0 - x));
                assert!((left - right).abs() <= 1e-13 * right, "{left} {right} at {a}, {b}, {x}");
            }
        }
    }
}

#[test]
fn distributions_do_not_fall() {
    for a in SHAPES {
        never_falls(|x| gamma_p(a, x), LEVELS.map(|p| gamma_p_inverse(a, p)));
        for b in SHAPES {
            never_falls(|x| beta_i(a, b, x), LEVELS.map(|p| beta_i_inverse(a, b, p)));
        }
    }
    never_falls(normal_cdf, LEVELS.map(normal_quantile));
}

/// Steps through the quantiles, which must not fall either, and through thirds between neighbours.
fn never_falls(f: impl Fn(f64) -> f64, quantiles: [f64; 12]) {
    for pair in quantiles.windows(2) {
        let (low, high) = (pair[0], pair[1]);
        assert!(low <= high, "{low} {high}");
        let third = (high - low) / 3.0;
        let values = [low, low + third, high - third, high].map(&f);
        assert!(
            values.is_sorted_by(|left, right| *left <= right * (1.0 + 1e-13)),
            "{values:?} from {low} to {high}"
        );
    }
}

#[test]
fn quantiles_invert_the_distributions() {
    for p in LEVELS {
        assert!(relative(normal_cdf(normal_quantile(p)), p) < 1e-12);
        for a in SHAPES {
            let x = gamma_p_inverse(a, p);
            assert!(
                inverts(gamma_p(a, x.next_down()), gamma_p(a, x), gamma_p(a, x.next_up()), p),
                "{x} at {a}, {p}"
            );
            for b in SHAPES {
                let x = beta_i_inverse(a, b, p);
                let [before, at, after] =
                    [x.next_down().max(0.0), x, x.next_up().min(1.0)].map(|x| beta_i(a, b, x));
                assert!(inverts(before, at, after, p), "{x} at {a}, {b}, {p}: {before} {at} {after}");
            }
        }
    }
}

/// Whether a distribution takes the value `p` at a point, or passes it within one step of the number format.
fn inverts(before: f64, at: f64, after: f64, p: f64) -> bool {
    // Where the quantile underflows or meets 1, the format has no number beyond the step.
    let passed = (before.is_nan() || before <= p) && p <= after;
    relative(at, p) < 1e-12 || passed
}

#[test]
fn a_far_tail_of_a_narrow_beta_is_found() {
    let x = beta_i_inverse(200.0, 2.0, 1e-60);
    assert!(relative(beta_i(200.0, 2.0, x), 1e-60) < 1e-12, "{x}");
}

/// A function with a root.
type Function = fn(f64) -> f64;

#[test]
fn roots_are_found_to_the_tolerance() {
    let cases: [(Function, f64, f64, f64); 7] = [
        (|x| x * x * x - 2.0 * x - 5.0, 2.0, 3.0, 2.094_551_481_542_326_6),
        (|x| exp(-x) - 1e-3, 0.0, 1e6, 6.907_755_278_982_137),
        (|x| x - 1e-9, -1.0, 1e9, 1e-9),
        (|x| if x < 0.3 { -1.0 } else { 1e9 }, 0.0, 1.0, 0.3),
        (|x| pow(x - 1.0, 9.0), 0.0, 5.0, 1.0),
        (|x| -x, f64::MIN, f64::MAX, 0.0),
        (|x| if x > 1.0 { 1e-300 * x } else { -1e300 }, -1e9, 1e9, 1.0),
    ];
    for (f, low, high, expected) in cases {
        for tolerance in [1e-3, 1e-9] {
            let found = find_root(f, low, high, tolerance).expect("a change of sign");
            assert!((found - expected).abs() <= tolerance, "{found} for {expected}");
            let backwards = find_root(f, high, low, tolerance).expect("a change of sign");
            assert!((backwards - expected).abs() <= tolerance, "{backwards} for {expected}");
        }
    }
}

#[test]
fn a_root_search_ends_whatever_the_function() {
    let mut evaluations = 0;
    let jump = find_root(
        |x| {
            evaluations += 1;
            if x <= 5e-324 { -1.0 } else { f64::INFINITY }
        },
        f64::MIN,
        f64::MAX,
        0.0,
    );
    assert!(
        jump.expect("a change of sign").abs() <= 1e-323 && evaluations <= 2_262,
        "{jump:?} after {evaluations}"
    );
    assert_eq!(find_root(|x| x + 3.0, 0.0, 1.0, 0.0), Err(NoRoot { at_low: 3.0, at_high: 4.0 }));
    assert!(find_root(|x| if x == 0.0 { -1.0 } else { f64::NAN }, 0.0, 1.0, 0.0).is_err());
    assert!(find_root(|x| if x > 0.4 && x < 1.0 { f64::NAN } else { x - 0.4 }, 0.0, 1.0, 0.0).is_err());
    assert!(find_root(|x| x, f64::NEG_INFINITY, 1.0, 0.0).is_err());
    assert!(find_root(|x| x, f64::NAN, 1.0, 0.0).is_err());
    assert_eq!(find_root(|x| x, 0.0, 1.0, f64::NAN), Ok(0.0));
    assert_eq!(find_root(|x| x - 1.0, 0.0, 1.0, 0.0), Ok(1.0));
}
