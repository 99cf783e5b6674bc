//! Whole numbers that add up: a total divided by largest remainder.

use gyakusan_engine::math::sorted;

/// Two remainders that differ by less are equal; what is left of rounding decides nothing.
const EQUAL: f64 = 1e-9;

/// Divides a whole total in proportion to the parts. Every part is rounded down, and what is missing goes to those that
/// lost most; where equals compete, it is spread evenly among them from the first on, so that twenty deals of sixty equal
/// months come every third month. No number is a whole one or more away from its share. Parts are not negative; where all
/// are 0, so are the numbers; those of no number are none.
pub(super) fn apportion(total: f64, parts: &[f64]) -> Vec<f64> {
    let sum: f64 = parts.iter().sum();
    if sum <= 0.0 {
        return vec![0.0; parts.len()];
    }
    let shares: Vec<f64> = parts.iter().map(|part| total * (part / sum)).collect();
    // A share that rounding has left just below a whole number is that number.
    let mut whole: Vec<f64> = shares.iter().map(|share| (share + EQUAL).floor()).collect();
    let lost: Vec<f64> = shares.iter().zip(&whole).map(|(share, whole)| share - whole).collect();
    let missing = (total - whole.iter().sum::<f64>()).round().max(0.0).min(parts.len() as f64) as usize;
    if missing == 0 {
        return whole;
    }
    let order = sorted(&lost);
    let least = order[order.len() - missing];
    let competes = |lost: f64| (lost - least).abs() <= EQUAL;
    let certain = lost.iter().filter(|lost| **lost > least + EQUAL).count();
    let (seats, rivals) = (missing - certain, lost.iter().filter(|lost| competes(**lost)).count());
    let mut rival = 0;
    for (whole, lost) in whole.iter_mut().zip(&lost) {
        let served = if competes(*lost) {
            rival += 1;
            (rival - 1) * seats % rivals < seats
        } else {
            *lost > least
        };
        *whole += f64::from(u8::from(served));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_months_differ_by_one_and_take_turns() {
        let months = apportion(534.0, &[533.333_333_333_333_3 / 12.0; 12]);
        assert_eq!(months, [[45.0, 44.0]; 6].concat());
        assert_eq!(apportion(20.0, &[1.0 / 3.0; 60]), [[1.0, 0.0, 0.0]; 20].concat());
        assert_eq!(apportion(20.0, &[20.0 / 12.0; 12]), [[2.0, 1.0, 2.0]; 4].concat());
    }

    #[test]
    fn the_largest_remainders_are_rounded_up() {
        // Shares of 10: 1.66…, 3.33…, 5: one is missing, and the first has lost most.
        assert_eq!(apportion(10.0, &[1.0, 2.0, 3.0]), [2.0, 3.0, 5.0]);
        assert_eq!(apportion(7.0, &[0.0, 1.0]), [0.0, 7.0]);
        assert_eq!(apportion(0.0, &[0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(apportion(1.0, &[1e-12, 1e-12, 2e-12]), [0.0, 0.0, 1.0]);
    }

    #[test]
    fn any_parts_add_up_and_stay_within_one_of_their_share() {
        let mut state = 1_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / f64::from(1_u32 << 31)
        };
        for round in 0..2_000 {
            let parts: Vec<f64> = (0..=round % 60).map(|_| random() * random()).collect();
            let total = (random() * 10_f64.mul_add(random() * 1e5, 1.0)).round();
            let whole = apportion(total, &parts);
            let sum: f64 = parts.iter().sum();
            assert!((whole.iter().sum::<f64>() - total).abs() < 1e-6, "{total} {parts:?}");
            for (number, part) in whole.iter().zip(&parts) {
                assert!((number - total * part / sum).abs() < 1.0 + 1e-6, "{total} {parts:?}");
            }
        }
    }

    #[test]
    fn parts_add_up_and_stay_within_one_of_their_share() {
        for total in [0.0, 1.0, 533.0, 534.0, 1067.0] {
            let values = [0.9, 0.8, 1.0, 1.0, 0.7, 1.3, 1.0, 1.1, 0.8, 0.9, 1.1, 1.4];
            let parts = apportion(total, &values);
            assert!((parts.iter().sum::<f64>() - total).abs() < 1e-9);
            for (part, value) in parts.iter().zip(values) {
                assert!((part - value / 12.0 * total).abs() < 1.0, "{part}");
            }
        }
        assert_eq!(apportion(5.0, &[0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(apportion(10.0, &[1.0, 1.0, 1.0]), [4.0, 3.0, 3.0]);
    }
}
