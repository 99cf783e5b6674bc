//! The natural logarithm, from a table of reciprocals and a short polynomial.
//!
//! `x` is `2^k z` with `z` near 1, and where `1/c` is the table's reciprocal for `z`, the logarithm is
//! `k ln 2 + ln c + ln(1 + r)` with `r = z/c - 1` (Tang, Table-driven implementation of the logarithm function in IEEE
//! floating-point arithmetic, ACM Transactions on Mathematical Software 16 (1990) 378–400). The reciprocals are near the
//! middles of their intervals and chosen so that `ln c` is within 2^-68 of an `f64` (Gal, Computing elementary functions: a
//! new approach for achieving high accuracy and good performance, Lecture Notes in Computer Science 235 (1986) 1–16); the
//! interval around 1 has 1, so that there is nothing to cancel. The table and the polynomial come from
//! `tests/math/elementary.py`.

const SIGNIFICAND_BITS: u32 = 52;
const SMALLEST_NORMAL: u64 = 1 << SIGNIFICAND_BITS;
const INFINITY: u64 = 0x7FF << SIGNIFICAND_BITS;

/// The bits of the smallest `z`, 0.7083; the largest is just below its double. The interval around 1 reaches from it by
/// 1/96 in both directions.
const FIRST: u64 = 0x3FE6_AAAA_AAAA_AAAB;

/// `ln 2` in two parts; the first has 41 bits, so that its products with exponents are exact.
const LN_2: f64 = 0.693_147_180_560_117_7;
const LN_2_REST: f64 = -1.723_944_452_561_483_5e-13;

/// The natural logarithm of `x`.
pub(super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    if bits.wrapping_sub(SMALLEST_NORMAL) < INFINITY - SMALLEST_NORMAL {
        return of_normal(bits, 0.0, 0.0);
    }
    at_the_ends(x)
}

/// The natural logarithm of `1 + x`: that of the nearest `f64`, and what the rounding took away as a share of it.
pub(super) fn ln_1p(x: f64) -> f64 {
    let sum = 1.0 + x;
    if sum > 0.0 && sum < f64::INFINITY {
        // Exact while the sum has a digit for 1; later on there is nothing to see of it.
        let rest = x - (sum - 1.0);
        return of_normal(sum.to_bits(), 0.0, rest / sum);
    }
    at_the_ends(sum)
}

/// The logarithm of what is no positive normal number.
#[cold]
fn at_the_ends(x: f64) -> f64 {
    const DOUBLINGS: u32 = 54;
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if x == f64::INFINITY {
        f64::INFINITY
    } else if x > 0.0 {
        of_normal((x * (1_u64 << DOUBLINGS) as f64).to_bits(), f64::from(DOUBLINGS), 0.0)
    } else {
        f64::NAN
    }
}

/// The logarithm of a normal number of these bits that was doubled so many times, and a little more.
fn of_normal(bits: u64, doublings: f64, more: f64) -> f64 {
    const INTERVAL_BITS: u32 = SIGNIFICAND_BITS - RECIPROCALS.len().trailing_zeros();
    const UPPER_HALF: u64 = !0 << 27;
    let from_first = bits.wrapping_sub(FIRST);
    let exponent = from_first.cast_signed() >> SIGNIFICAND_BITS;
    let z_bits = bits.wrapping_sub(exponent.cast_unsigned() << SIGNIFICAND_BITS);
    let (reciprocal, ln_c) = RECIPROCALS[(from_first >> INTERVAL_BITS) as usize % RECIPROCALS.len()];

    // Both products are exact, the reciprocal having 24 bits, and so is the difference; the sum is left in two parts.
    let (z, z_high) = (f64::from_bits(z_bits), f64::from_bits(z_bits & UPPER_HALF));
    let (r_high, r_low) = (z_high * reciprocal - 1.0, (z - z_high) * reciprocal);
    let r = r_high + r_low;
    let r_rest = (r_high - r) + r_low;

    // Each sum's first term is the larger or 0, so that what the sum leaves over is exact (Dekker 1971).
    let octaves = exponent as i32;
    let octaves = f64::from(octaves) - doublings;
    let whole = octaves * LN_2;
    let table = whole + ln_c;
    let table_rest = (whole - table) + ln_c;
    let high = table + r;
    let high_rest = (table - high) + r;

    let square = r * r;
    let low_terms = -0.5 + r * 0.333_333_333_333_684_5;
    let middle_terms = -0.250_000_000_000_471_6 + r * 0.199_999_992_133_140_35;
    let high_terms =
        -0.166_666_657_794_908_86 + r * 0.142_910_176_342_611_8 + square * -0.125_052_645_009_951_64;
    let polynomial = square * (low_terms + square * (middle_terms + square * high_terms));
    high + (polynomial + (high_rest + (r_rest + (more + (table_rest + octaves * LN_2_REST)))))
}

/// `1/c` and `ln c` for each of the intervals between [`FIRST`] and its double, which are equally long in bits.
static RECIPROCALS: [(f64, f64); 32] = [
    (1.396_459_341_049_194_3, -0.333_939_991_084_291_9),
    (1.367_009_758_949_279_8, -0.312_625_696_669_717_1),
    (1.338_076_233_863_830_6, -0.291_232_936_064_903_25),
    (1.310_700_535_774_231, -0.270_561_754_412_815_4),
    (1.284_291_863_441_467_3, -0.250_207_487_413_446_3),
    (1.258_775_472_640_991_2, -0.230_139_401_303_470_5),
    (1.235_227_942_466_735_8, -0.211_255_521_848_191_66),
    (1.211_671_471_595_764_2, -0.192_000_787_863_098_24),
    (1.188_679_337_501_525_9, -0.172_842_890_420_056_6),
    (1.167_180_776_596_069_3, -0.154_591_248_416_437_12),
    (1.147_079_229_354_858_4, -0.137_218_911_049_229_43),
    (1.126_203_536_987_304_7, -0.118_852_274_472_149_95),
    (1.106_606_841_087_341_3, -0.101_298_433_540_606_58),
    (1.087_864_995_002_746_6, -0.084_217_055_259_094_62),
    (1.069_682_478_904_724_1, -0.067_361_855_748_036_94),
    (1.051_921_844_482_421_9, -0.050_618_819_238_617_77),
    (1.035_051_107_406_616_2, -0.034_450_804_635_050_21),
    (1.018_511_056_900_024_4, -0.018_341_812_688_658_31),
    (1.0, 0.0),
    (0.974_646_031_856_536_9, 0.025_680_918_150_513_5),
    (0.945_765_614_509_582_5, 0.055_760_505_418_049_756),
    (0.918_535_649_776_458_7, 0.084_974_562_041_013_81),
    (0.893_024_146_556_854_2, 0.113_141_658_653_901_29),
    (0.868_758_022_785_186_8, 0.140_690_647_285_129_6),
    (0.845_975_279_808_044_4, 0.167_265_139_887_882_64),
    (0.824_071_347_713_470_5, 0.193_498_165_790_195_2),
    (0.803_247_630_596_160_9, 0.219_092_230_761_872_56),
    (0.783_476_054_668_426_5, 0.244_014_779_658_926_4),
    (0.764_885_842_800_140_4, 0.268_028_681_388_629_6),
    (0.745_948_970_317_840_6, 0.293_098_085_517_741_36),
    (0.730_211_019_515_991_2, 0.314_421_718_781_630_7),
    (0.713_461_995_124_816_9, 0.337_626_108_901_113_94),
];
