//! The elementary functions, under the names the rest of the engine calls them by.

use super::{exponential, logarithm};

/// `e` to the power `x`, within 0.55 ulp, and within 0.8 where the result is no normal number; NaN for NaN alone.
///
/// Infinite from 709.79 on, 0 below -745.14. Tang's method (1989) with a table of 32 powers of two.
///
/// ```
/// assert_eq!(gyakusan_engine::math::exp(0.0), 1.0);
/// ```
pub fn exp(x: f64) -> f64 {
    exponential::exp(x)
}

/// `e` to the power `x`, less 1, within 1 ulp also near 0; NaN for NaN alone. `libm::expm1`.
///
/// ```
/// assert_eq!(gyakusan_engine::math::expm1(1e-20), 1e-20);
/// ```
pub fn expm1(x: f64) -> f64 {
    libm::expm1(x)
}

/// The natural logarithm, within 0.55 ulp; minus infinity at 0, NaN for NaN and below 0.
///
/// Tang's method (1990) with a table of 32 reciprocals.
///
/// ```
/// assert_eq!(gyakusan_engine::math::ln(1.0), 0.0);
/// ```
pub fn ln(x: f64) -> f64 {
    logarithm::ln(x)
}

/// The natural logarithm of `1 + x`, within 0.75 ulp also near 0; minus infinity at -1, NaN for NaN and below -1.
///
/// It is [`ln`] of the rounded sum and what the rounding took away.
///
/// ```
/// assert_eq!(gyakusan_engine::math::ln_1p(1e-20), 1e-20);
/// ```
pub fn ln_1p(x: f64) -> f64 {
    logarithm::ln_1p(x)
}

/// The logarithm to base 10, within 2 ulp; minus infinity at 0, NaN for NaN and below 0. `libm::log10`.
///
/// ```
/// assert_eq!(gyakusan_engine::math::log10(1000.0), 3.0);
/// ```
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// `x` to the power `y`, within 1 ulp; NaN where IEEE 754's `pow` is: for NaN (but `pow(1, y)` and `pow(x, 0)`
/// are 1) and for negative `x` with a finite `y` that is no integer. `libm::pow`.
///
/// ```
/// assert_eq!(gyakusan_engine::math::pow(2.0, 10.0), 1024.0);
/// ```
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}
