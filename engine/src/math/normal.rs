//! The normal distribution and its quantile.

use super::double::Double;
use super::{exp, ln};

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

/// The `z` at which [`normal_cdf`] is `p`.
///
/// NaN for NaN and outside 0 to 1; infinite at 0 and 1. Relative error at most 1e-15 in the lower tail, and the
/// same everywhere in terms of `p`. The upper tail's quantile, with the lower one's accuracy for a small
/// probability `q`, is `-normal_quantile(q)`. Wichura's algorithm AS 241 (1988).
///
/// ```
/// use gyakusan_engine::math::normal_quantile;
/// assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
/// assert_eq!(normal_quantile(0.5), 0.0);
/// ```
pub fn normal_quantile(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        return from_middle * CENTRE.at(0.180_625 - from_middle * from_middle);
    }
    let tail = if from_middle < 0.0 { p } else { 1.0 - p };
    tail_magnitude(tail).copysign(from_middle)
}

/// The distance from 0 of the quantile that leaves the given probability beyond it.
fn tail_magnitude(tail: f64) -> f64 {
    if tail <= 0.0 {
        return f64::INFINITY;
    }
    let r = (-ln(tail)).sqrt();
    if r <= 5.0 { TAIL.at(r - 1.6) } else { FAR_TAIL.at(r - 5.0) }
}

/// A quotient of polynomials, coefficients from the highest power down.
struct Rational {
    numerator: [f64; 8],
    denominator: [f64; 8],
}

impl Rational {
    fn at(&self, x: f64) -> f64 {
        let value = |coefficients: &[f64; 8]| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
        value(&self.numerator) / value(&self.denominator)
    }
}

const CENTRE: Rational = Rational {
    numerator: [
        2_509.080_928_730_122_7,
        33_430.575_583_588_13,
        67_265.770_927_008_7,
        45_921.953_931_549_87,
        13_731.693_765_509_46,
        1_971.590_950_306_551_4,
        133.141_667_891_784_38,
        3.387_132_872_796_366_5,
    ],
    denominator: [
        5_226.495_278_852_545,
        28_729.085_735_721_943,
        39_307.895_800_092_71,
        21_213.794_301_586_597,
        5_394.196_021_424_751,
        687.187_007_492_057_9,
        42.313_330_701_600_91,
        1.0,
    ],
};

const TAIL: Rational = Rational {
    numerator: [
        7.745_450_142_783_414e-4,
        0.022_723_844_989_269_184,
        0.241_780_725_177_450_6,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    denominator: [
        1.050_750_071_644_416_8e-9,
        5.475_938_084_995_345e-4,
        0.015_198_666_563_616_457,
        0.148_103_976_427_480_08,
        0.689_767_334_985_1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
};

const FAR_TAIL: Rational = Rational {
    numerator: [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        0.001_242_660_947_388_078_4,
        0.026_532_189_526_576_124,
        0.296_560_571_828_504_87,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    denominator: [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_7e-5,
        7.868_691_311_456_133e-4,
        0.014_875_361_290_850_615,
        0.136_929_880_922_735_8,
        0.599_832_206_555_888,
        1.0,
    ],
};
