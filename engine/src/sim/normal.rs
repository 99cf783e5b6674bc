//! Standard normal numbers: the quantile of a uniform number, from a table.

use std::sync::LazyLock;

use rand::Rng;

use crate::math::normal_quantile;

/// Bits of a uniform number below the one that says on which side of 0 the normal number lies.
const TAIL_BITS: u32 = 52;
/// Intervals of the table in each octave of the tail's probability.
const INTERVAL_BITS: u32 = 4;
/// The octaves from the probability 2⁻⁵⁴, which half of the last bit stands for, to ½.
const OCTAVES: usize = TAIL_BITS as usize + 1;
/// Bits of a float below those that name its interval.
const PLACE_BITS: u32 = 52 - INTERVAL_BITS;
/// The interval of the smallest tail by the upper bits of a float: that of ½ units of the last bit.
const FIRST: u64 = 0.5_f64.to_bits() >> PLACE_BITS;

/// The cubics of every interval, by the powers of the place in it, from 0 to 1.
static TABLE: LazyLock<Vec<[f64; 4]>> = LazyLock::new(|| {
    let intervals = 0..(OCTAVES << INTERVAL_BITS) as u64;
    intervals.map(|interval| cubic(FIRST + interval)).collect()
});

/// A standard normal number: the quantile of one uniform number of 53 bits, so that it rises with that number. Its size is at
/// most 8.3.
///
/// Where the tail beyond the number has the probability p, the table has a cubic for each sixteenth of each octave of p, through
/// four exact quantiles. It is within 1e−7 of the exact quantile everywhere (4e−8 where |z| is below 3), far below anything that
/// a simulation could show.
#[inline]
pub(super) fn normal(rng: &mut impl Rng) -> f64 {
    let uniform = rng.next_u64() >> (63 - TAIL_BITS);
    let is_upper = uniform >> TAIL_BITS;
    // Above one half the tail is what is left to 1: the same bits the other way round.
    let tail = (uniform ^ is_upper.wrapping_neg()) & ((1 << TAIL_BITS) - 1);
    let bits = (tail.cast_signed() as f64 + 0.5).to_bits();
    let [c0, c1, c2, c3] = TABLE[((bits >> PLACE_BITS) - FIRST) as usize];
    let t = f64::from_bits((bits << INTERVAL_BITS) & MANTISSA | ONE) - 1.0;
    let lower = c0 + t * (c1 + t * (c2 + t * c3));
    f64::from_bits(lower.to_bits() ^ (is_upper << 63))
}

const MANTISSA: u64 = (1 << 52) - 1;
const ONE: u64 = 1.0_f64.to_bits();

/// The cubic through the quantiles at the ends of an interval and at its thirds.
fn cubic(interval: u64) -> [f64; 4] {
    /// The probability of one unit of the last bit.
    const UNIT: f64 = 0.5 / (1_u64 << TAIL_BITS) as f64;
    let ends = [interval, interval + 1].map(|interval| f64::from_bits(interval << PLACE_BITS) * UNIT);
    let at = |third: f64| normal_quantile((ends[0] * (3.0 - third) + ends[1] * third) / 3.0);
    let [q0, q1, q2, q3] = [at(0.0), at(1.0), at(2.0), at(3.0)];
    // Newton's divided differences at 0, ⅓, ⅔ and 1, multiplied out.
    let (d1, d2, d3) = (3.0 * (q1 - q0), 4.5 * (q2 - 2.0 * q1 + q0), 4.5 * (q3 - 3.0 * q2 + 3.0 * q1 - q0));
    [q0, d1 - d2 / 3.0 + d3 * 2.0 / 9.0, d2 - d3, d3]
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use rand::TryRng;

    use super::*;
    use crate::math::normal_cdf;

    /// Gives the same bits again and again.
    struct Fixed(u64);

    impl TryRng for Fixed {
        type Error = Infallible;

        fn try_next_u32(&mut self) -> Result<u32, Infallible> {
            Ok((self.0 >> 32) as u32)
        }

        fn try_next_u64(&mut self) -> Result<u64, Infallible> {
            Ok(self.0)
        }

        fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
            bytes.fill(0);
            Ok(())
        }
    }

    /// The normal number of a uniform number of 53 bits.
    fn at(uniform: u64) -> f64 {
        normal(&mut Fixed(uniform << 11))
    }

    /// Uniform numbers from every octave of the lower tail, many from each.
    fn uniforms() -> impl Iterator<Item = u64> {
        let octaves = (0..TAIL_BITS).map(|octave| 1_u64 << octave);
        octaves.flat_map(|low| (0..1000).map(move |part| low + (u128::from(low) * part / 1000) as u64))
    }

    #[test]
    fn numbers_are_the_quantiles_of_their_uniforms() {
        for uniform in uniforms() {
            let probability = (uniform as f64 + 0.5) / (1_u64 << 53) as f64;
            let (found, exact) = (at(uniform), normal_quantile(probability));
            let bound = if exact > -3.0 { 4e-8 } else { 1e-7 };
            assert!((found - exact).abs() < bound, "{uniform}: {found}, {exact}");
            assert!((normal_cdf(found) - probability).abs() < 1e-8, "{uniform}");
        }
        assert!((at(0) + 8.292).abs() < 1e-2);
    }

    #[test]
    fn numbers_rise_with_their_uniforms_and_the_sides_mirror_each_other() {
        let mut last = f64::NEG_INFINITY;
        for uniform in uniforms() {
            let number = at(uniform);
            assert!(number >= last - 1e-15, "{uniform}");
            last = number;
            let mirrored = at((1 << 53) - 1 - uniform);
            assert_eq!(mirrored.to_bits(), (-number).to_bits(), "{uniform}");
        }
        assert!((-1e-15..1e-6).contains(&at(1 << 52)) && (-1e-6..=0.0).contains(&at((1 << 52) - 1)));
    }
}
