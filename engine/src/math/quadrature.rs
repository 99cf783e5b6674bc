//! The tail of a smooth, log-concave density by Gauss-Legendre quadrature, whose cost no shape parameter changes.

use super::exp;

/// Nodes and weights of the 32-point Gauss-Legendre rule on [-1, 1]; each node stands for itself and its mirror.
/// Zeros of the Legendre polynomial (DLMF 3.5(v)), computed with 40 digits.
const RULE: [(f64, f64); 16] = [
    (0.997_263_861_849_481_6, 0.007_018_610_009_470_096),
    (0.985_611_511_545_268_4, 0.016_274_394_730_905_67),
    (0.964_762_255_587_506_4, 0.025_392_065_309_262_06),
    (0.934_906_075_937_739_7, 0.034_273_862_913_021_43),
    (0.896_321_155_766_052_1, 0.042_835_898_022_226_68),
    (0.849_367_613_732_57, 0.050_998_059_262_376_175),
    (0.794_483_795_967_942_4, 0.058_684_093_478_535_544),
    (0.732_182_118_740_289_7, 0.065_822_222_776_361_85),
    (0.663_044_266_930_215_2, 0.072_345_794_108_848_5),
    (0.587_715_757_240_762_3, 0.078_193_895_787_070_31),
    (0.506_899_908_932_229_4, 0.083_311_924_226_946_75),
    (0.421_351_276_130_635_33, 0.087_652_093_004_403_81),
    (0.331_868_602_282_127_67, 0.091_173_878_695_763_89),
    (0.239_287_362_252_137_06, 0.093_844_399_080_804_57),
    (0.144_471_961_582_796_5, 0.095_638_720_079_274_86),
    (0.048_307_665_687_738_32, 0.096_540_088_514_727_8),
];

/// The integrand is left out where it has fallen below e to the minus this.
const NEGLIGIBLE: f64 = 40.0;

/// `∫ e^(-fall(s)) ds` from 0 to infinity (or to where the fall is infinite), to about 1e-15 of itself.
///
/// `fall` is 0 at 0 and convex, there with the given slope (at least 0) and curvature (above 0).
pub(super) fn integrate_fall(slope: f64, curvature: f64, fall: impl Fn(f64) -> f64) -> f64 {
    let half = 0.5 * reach(slope, curvature, &fall);
    let sum: f64 = RULE
        .iter()
        .map(|&(node, weight)| weight * (exp(-fall(half * (1.0 - node))) + exp(-fall(half * (1.0 + node)))))
        .sum();
    half * sum
}

/// A place where the fall has become negligible, and not far beyond the first such place.
///
/// The parabola's own solution first; where the fall has less curvature further out, one secant step corrects it.
fn reach(slope: f64, curvature: f64, fall: impl Fn(f64) -> f64) -> f64 {
    let root = (slope * slope + 2.0 * curvature * NEGLIGIBLE).sqrt();
    let guess = 2.0 * NEGLIGIBLE / (slope + root);
    let reached = fall(guess);
    if reached < NEGLIGIBLE { guess * NEGLIGIBLE / reached } else { guess }
}
