//! `e` to a power, from a table of powers of two and a short polynomial.
//!
//! `x` is `k ln 2 / 32 + r`, so that its power is `2^(k/32) e^r` (Tang, Table-driven implementation of the exponential
//! function in IEEE floating-point arithmetic, ACM Transactions on Mathematical Software 15 (1989) 144–157). The table and
//! the polynomial come from `tests/math/elementary.py`.

/// Up to this size of the argument the result, and whatever is added to it, is far from the ends of the normal numbers.
const ORDINARY_BELOW: f64 = 700.0;

/// From here on the result is infinite.
const INFINITE_FROM: f64 = 710.0;

/// Down to here the result is 0.
const ZERO_TO: f64 = -746.0;

const STEPS_PER_UNIT: f64 = 46.166_241_308_446_83;

/// `ln 2 / 32` in two parts; the first has 32 bits, so that its products with a number of steps are exact.
const STEP: f64 = 0.021_660_849_393_811_077;
const STEP_REST: f64 = -1.312_785_960_212_839e-12;

/// Added and subtracted again, it rounds to a whole number, which is left in the lowest bits meanwhile.
const ROUNDING: f64 = 6_755_399_441_055_744.0;

const SIGNIFICAND_BITS: u32 = 52;

/// The bits of a number of steps below those of whole octaves.
const STEP_BITS: u32 = POWERS.len().trailing_zeros();

/// `e` to the power `x`.
pub(super) fn exp(x: f64) -> f64 {
    if x.abs() < ORDINARY_BELOW {
        let (steps, power, excess) = reduced(x);
        // What is above the steps' own bits is shifted out.
        let scaled = f64::from_bits(power.to_bits().wrapping_add((steps >> STEP_BITS) << SIGNIFICAND_BITS));
        return scaled + scaled * excess;
    }
    at_the_ends(x)
}

/// Bits whose lowest ones are the number of steps in `x`, the table's power for the steps that make no octave, and how
/// much larger, as a share of it, the power is together with the rest of `x`.
#[inline]
fn reduced(x: f64) -> (u64, f64, f64) {
    let shifted = x * STEPS_PER_UNIT + ROUNDING;
    let steps = shifted.to_bits();
    let whole = shifted - ROUNDING;
    let r = (x - whole * STEP) - whole * STEP_REST;
    let (power, lacking) = POWERS[steps as usize % POWERS.len()];
    let square = r * r;
    let low = 0.5 + r * 0.166_666_666_665_260_14;
    let high = 0.041_666_666_666_446_375 + r * 0.008_333_367_992_126_701 + square * 0.001_388_893_643_441_138;
    (steps, power, (lacking + r) + square * (low + square * high))
}

/// `e` to a power that may be no normal number.
#[cold]
fn at_the_ends(x: f64) -> f64 {
    if x.is_nan() {
        return f64::NAN;
    }
    if x >= INFINITE_FROM {
        return f64::INFINITY;
    }
    if x <= ZERO_TO {
        return 0.0;
    }
    let (steps, power, excess) = reduced(x);
    let octaves = steps.wrapping_sub(ROUNDING.to_bits()).cast_signed() >> STEP_BITS;
    // In two factors neither of which is too large or too small; only the second product may round.
    let half = octaves / 2;
    (power + power * excess) * power_of_two(half) * power_of_two(octaves - half)
}

fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits((1_023 + exponent).cast_unsigned() << SIGNIFICAND_BITS)
}

/// `2^(i/32)` as the nearest `f64`, and what that lacks as a share of it.
static POWERS: [(f64, f64); 32] = [
    (1.0, 0.0),
    (1.021_897_148_654_116_6, 4.999_527_267_873_782_3e-17),
    (1.044_273_782_427_413_8, 8.188_436_907_696_772e-17),
    (1.067_140_400_676_823_7, -7.402_390_332_644_782e-17),
    (1.090_507_732_665_257_7, -2.794_531_099_581_387_7e-17),
    (1.114_386_742_595_892_4, 9.340_401_715_962_621e-17),
    (1.138_788_634_756_691_6, 7.825_229_179_914_128e-17),
    (1.163_724_858_777_577_5, 3.290_553_593_493_506e-17),
    (1.189_207_115_002_721, 3.348_829_460_264_602e-17),
    (1.215_247_359_980_469, -6.345_293_214_471_415e-17),
    (1.241_857_812_073_484, 3.751_339_516_799_845_3e-17),
    (1.269_050_957_191_733_2, 2.102_335_775_085_173_4e-18),
    (1.296_839_554_651_009_6, 1.956_984_921_336_335_5e-17),
    (1.325_236_643_159_741_3, -2.156_884_696_888_350_4e-17),
    (1.354_255_546_936_892_7, 5.686_640_394_686_471e-17),
    (1.383_909_881_963_832, -4.892_462_303_340_839e-17),
    (std::f64::consts::SQRT_2, -6.835_894_697_521_105e-17),
    (1.445_180_806_977_046_7, -2.092_510_192_897_023_6e-17),
    (1.476_826_145_939_499_3, -2.358_817_351_513_775_6e-17),
    (1.509_164_427_593_422_8, -6.735_605_996_566_196e-17),
    (1.542_210_825_407_940_7, 5.155_381_330_168_573_6e-17),
    (1.575_980_845_107_886_5, -6.432_368_201_449_157e-18),
    (1.610_490_331_949_254_3, 1.534_146_074_066_988_8e-17),
    (1.645_755_478_153_965, -6.152_847_328_855_238e-17),
    (1.681_792_830_507_429, 4.874_844_018_037_949_3e-17),
    (1.718_619_298_122_478, -1.077_087_095_728_568_3e-17),
    (1.756_252_160_373_299_5, 1.685_256_751_857_156e-17),
    (1.794_709_075_003_107_2, 1.015_761_910_347_357e-17),
    (1.834_008_086_409_342_4, 1.790_288_837_316_689_2e-17),
    (1.874_167_634_110_3, -3.267_514_297_328_189e-17),
    (1.915_206_561_397_147_4, -5.545_694_112_263_355e-17),
    (1.957_144_124_175_400_2, 4.578_043_673_320_042_5e-17),
];
