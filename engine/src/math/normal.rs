//! The normal distribution.

use super::double::Double;
use super::exp;

/// The probability that a standard normal variable is at most `z`.
///
/// NaN for NaN alone. Relative error at most 1e-14 wherever the value is above 1e-300. The upper tail, with the
/// same accuracy, is `normal_cdf(-z)`. DLMF 7.2.2, through `libm::erfc`.
///
/// ```
/// use gyakusan_engine::math::normal_cdf;
/// assert_eq!(normal_cdf(0.0), 0.5);
/// assert!((normal_cdf(-10.0) / 7.619_853_024_160_527e-24 - 1.0).abs() < 1e-14);
/// ```
pub fn normal_cdf(z: f64) -> f64 {
    const SQRT_HALF: Double = Double { hi: std::f64::consts::FRAC_1_SQRT_2, lo: -4.833_646_656_726_457e-17 };
    // Beyond 40 the tail is smaller than any number, and the product of the halves is not defined at infinity.
    let z = if z.abs() > 40.0 { 40_f64.copysign(z) } else { z };
    let scaled = Double::from(-z) * SQRT_HALF;
    // The far tail magnifies the rounding of its argument a thousandfold, which the derivative takes back.
    let slope = -std::f64::consts::FRAC_2_SQRT_PI * exp(-scaled.hi * scaled.hi);
    0.5 * (libm::erfc(scaled.hi) + slope * scaled.lo)
}
