//! The quantile of the normal distribution.

use super::ln;

/// The `z` at which [`normal_cdf`](super::normal_cdf) is `p`.
///
/// NaN for NaN and outside 0 to 1; infinite at 0 and 1. Relative error at most 1e-15 in the lower tail, and the
/// same everywhere in terms of `p`. The upper tail's quantile, with the lower one's accuracy for a small
/// probability `q`, is `-normal_quantile(q)`. Polynomials in the middle, Wichura's algorithm AS 241 (1988) in the tails.
///
/// ```
/// use gyakusan_engine::math::normal_quantile;
/// assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
/// assert_eq!(normal_quantile(0.5), 0.0);
/// ```
pub fn normal_quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    let w = 0.25 - from_middle * from_middle;
    if w > POLYNOMIALS_ABOVE { from_middle * over_distance(w) } else { in_the_tails(p) }
}

/// The polynomials reach to this product of both probabilities, which leaves three quantiles of a hundred to the tails.
const POLYNOMIALS_ABOVE: f64 = 1.0 / 64.0;

/// The quantile divided by the probability's distance from ½, by `w`, the product of the probabilities below and above.
///
/// As a function of `w` it has its only singularity at 0, so octaves of `w` are alike, and each half of one has a polynomial.
#[inline]
fn over_distance(w: f64) -> f64 {
    const HALF_OCTAVE: u32 = 51;
    const ABOVE: u64 = POLYNOMIALS_ABOVE.to_bits() >> HALF_OCTAVE;
    // The largest `w`, ¼, belongs to the interval below it.
    let interval = (w.to_bits() - 1) >> HALF_OCTAVE;
    let middle = f64::from_bits((interval << HALF_OCTAVE) | (1 << (HALF_OCTAVE - 1)));
    let c = &POLYNOMIALS[(interval - ABOVE) as usize % POLYNOMIALS.len()];
    let x = w - middle;
    let square = x * x;
    let fourth = square * square;
    let four = |from: usize| c[from] + c[from + 1] * x + square * (c[from + 2] + c[from + 3] * x);
    let upper = four(8) + fourth * (c[12] + c[13] * x);
    four(0) + fourth * (four(4) + fourth * upper)
}

fn in_the_tails(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p < 0.5 { -tail_magnitude(p) } else { tail_magnitude(1.0 - p) }
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

/// For each half octave of `w` from [`POLYNOMIALS_ABOVE`] to ¼ the coefficients by powers of its distance from the interval's
/// middle, from `tests/math/elementary.py`.
static POLYNOMIALS: [[f64; 14]; 8] = [
    [
        4.281_090_774_637_572,
        -35.656_189_255_165_316,
        880.471_416_119_427,
        -29_042.487_703_277_264,
        1_087_689.198_502_421_4,
        -43_708_816.493_804_93,
        1_836_634_692.417_968_8,
        -79_588_746_698.0,
        3_527_892_020_480.0,
        -159_068_593_913_856.0,
        7_225_841_972_936_704.0,
        -3.338_121_596_895_232e17,
        1.766_198_854_010_536e19,
        -8.309_237_013_990_647e20,
    ],
    [
        4.045_510_294_045_962,
        -25.726_250_879_423_34,
        459.112_134_670_272_1,
        -10_847.402_208_969_695,
        290_411.133_893_430_23,
        -8_337_386.214_721_68,
        250_230_566.007_812_5,
        -7_744_384_841.0,
        245_133_865_984.0,
        -7_893_443_346_432.0,
        257_252_804_001_792.0,
        -8_488_483_169_501_184.0,
        3.008_604_662_199_746_6e17,
        -1.010_129_248_921_531_2e19,
    ],
    [
        3.793_733_970_798_995,
        -18.118_322_806_155_074,
        229.667_645_189_221_28,
        -3_814.388_189_195_509_8,
        71_591.555_039_905_01,
        -1_439_559.098_928_928_4,
        30_250_118.467_163_086,
        -655_368_932.570_312_5,
        14_521_996_290.0,
        -327_301_352_192.0,
        7_431_849_377_792.0,
        -171_612_596_862_976.0,
        4_538_287_125_430_272.0,
        -1.067_225_499_618_508_8e17,
    ],
    [
        3.555_411_509_943_884_3,
        -12.950_375_050_785_798,
        119.118_157_413_464_36,
        -1_420.525_232_403_975_7,
        19_085.354_534_424_84,
        -274_398.923_102_855_7,
        4_120_708.744_354_248,
        -63_783_767.324_218_75,
        1_009_531_405.5,
        -16_252_566_208.0,
        264_803_778_560.0,
        -4_368_018_440_192.0,
        77_390_478_835_712.0,
        -1_298_901_189_525_504.0,
    ],
    [
        3.303_352_363_866_311_6,
        -9.015_921_135_150_782,
        59.140_870_659_654_27,
        -497.158_224_275_119_2,
        4_690.803_151_349_304,
        -47_289.358_228_743_076,
        497_585.255_659_580_23,
        -5_394_492.910_949_707,
        59_793_806.822_265_625,
        -673_980_712.0,
        7_652_575_544.0,
        -88_355_227_648.0,
        1_168_178_544_640.0,
        -13_734_126_813_184.0,
    ],
    [
        3.067_598_347_669_355_4,
        -6.365_242_975_128_436,
        30.399_190_164_456_627,
        -183.993_797_220_562_56,
        1_245.007_729_689_590_6,
        -8_985.652_946_323_156,
        67_628.973_443_031_31,
        -524_179.130_950_927_73,
        4_152_121.824_218_75,
        -33_443_356.875,
        272_555_968.0,
        -2_248_518_656.0,
        19_922_288_640.0,
        -167_197_540_352.0,
    ],
    [
        2.821_576_318_653_003,
        -4.367_653_235_900_988,
        14.919_122_098_170_39,
        -63.834_162_542_669_22,
        303.973_024_058_432_2,
        -1_540.664_599_798_154,
        8_133.839_015_349_746,
        -44_193.632_802_486_42,
        245_321.909_538_269_04,
        -1_384_192.026_367_187_5,
        7_864_725.156_25,
        -45_430_162.0,
        300_482_560.0,
        -1_766_921_728.0,
    ],
    [
        2.594_822_709_839_75,
        -3.038_176_971_526_457,
        7.571_031_908_518_258,
        -23.381_303_637_588_19,
        80.008_950_753_603_13,
        -290.768_466_221_168_64,
        1_099.352_820_783_853_5,
        -4_274.422_544_002_533,
        16_969.519_561_767_578,
        -68_461.745_605_468_75,
        279_348.781_25,
        -1_153_481.5,
        5_114_576.0,
        -21_475_840.0,
    ],
];
