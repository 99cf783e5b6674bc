//! The elementary functions.

use gyakusan_engine::math::{exp, expm1, ln, ln_1p, log10, pow};

use super::rows;

/// Checks a table of numbers, the `f64` nearest to the function's value and what that lacks in units of its last place.
fn check_ulps(table: &str, f: impl Fn(f64) -> f64, allowed: impl Fn(f64) -> f64) {
    let error = |row: &[f64]| {
        let ulp = row[1].abs().next_up() - row[1].abs();
        ((f(row[0]) - row[1]) / ulp - row[2]).abs()
    };
    let share = |row: &Vec<f64>| error(row) / allowed(row[1]);
    let worst = rows(table).max_by(|left, right| share(left).total_cmp(&share(right))).expect("a row");
    println!("worst {} ulp at {worst:?}", error(&worst));
    assert!(share(&worst) <= 1.0, "{} ulp at {worst:?}", error(&worst));
}

#[test]
fn exp_agrees_with_the_table() {
    check_ulps(include_str!("exp.csv"), exp, |value| if value.is_normal() { 0.55 } else { 0.8 });
}

#[test]
fn ln_agrees_with_the_table() {
    check_ulps(include_str!("ln.csv"), ln, |_| 0.55);
}

#[test]
fn ln_1p_agrees_with_the_table() {
    check_ulps(include_str!("ln_1p.csv"), ln_1p, |_| 0.75);
}

#[test]
fn exp_and_ln_are_exact_at_the_ends() {
    assert_eq!((exp(0.0), exp(-0.0), exp(5e-324), exp(-5e-324)), (1.0, 1.0, 1.0, 1.0));
    assert_eq!((exp(f64::INFINITY), exp(f64::NEG_INFINITY)), (f64::INFINITY, 0.0));
    assert_eq!((exp(f64::MAX), exp(f64::MIN)), (f64::INFINITY, 0.0));
    // The last arguments on this side of infinity and of 0, and those beyond.
    let (largest, smallest) = (709.782_712_893_384, -745.133_219_101_941_1);
    assert!(exp(largest) < f64::INFINITY && exp(largest.next_up()) == f64::INFINITY);
    assert_eq!((exp(smallest), exp(smallest.next_down())), (5e-324, 0.0));
    assert_eq!((ln(1.0).to_bits(), ln(f64::INFINITY)), (0, f64::INFINITY));
    assert_eq!((ln(0.0), ln(-0.0)), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    assert_eq!((ln_1p(f64::INFINITY), ln_1p(-1.0), ln_1p(-0.0)), (f64::INFINITY, f64::NEG_INFINITY, 0.0));
    assert!(ln_1p(f64::NAN).is_nan() && ln_1p((-1.0_f64).next_down()).is_nan());
    let outside = [-5e-324, -1.0, f64::MIN, f64::NEG_INFINITY, f64::NAN, -f64::NAN].map(ln);
    assert!(exp(f64::NAN).is_nan() && outside.iter().all(|value| value.is_nan()), "{outside:?}");
}

#[test]
fn exp_and_ln_do_not_fall() {
    // Neighbouring numbers at many places, and steps across the joints of the tables and of the ways to work them out.
    for place in 0..20_000 {
        let x = -746.0 + 1_457.0 * f64::from(place) / 20_000.0;
        assert!(exp(x) <= exp(x.next_up()) && exp(x) <= exp(x + 0.07), "{x}");
        let y = exp(x).max(5e-324);
        assert!(ln(y) <= ln(y.next_up()) && ln(y) <= ln(y * 1.07), "{y}");
        let z = 0.5 + f64::from(place) / 10_000.0;
        assert!(ln(z) <= ln(z.next_up()), "{z}");
    }
    for joint in [700.0_f64, -700.0, 709.78, -745.13] {
        assert!(exp(joint.next_down()) <= exp(joint) && exp(joint) <= exp(joint.next_up()), "{joint}");
    }
}

#[test]
fn elementary_functions_are_the_known_ones() {
    assert_eq!(
        (exp(0.0), expm1(0.0), ln(1.0), ln_1p(0.0), log10(100.0), pow(2.0, -2.0)),
        (1.0, 0.0, 0.0, 0.0, 2.0, 0.25)
    );
    assert!(exp(f64::NAN).is_nan() && ln(-1.0).is_nan() && pow(-8.0, 1.0 / 3.0).is_nan());
}
