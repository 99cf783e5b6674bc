//! Whole numbers that add up: a total divided by largest remainder.

/// Two remainders that differ by less are equal; what is left of rounding decides nothing.
const EQUAL: f64 = 1e-9;

/// Divides a whole total in proportion to the parts. Every part is rounded down, and what is missing goes to those that
/// lost most, of equals to the earlier; so no number is a whole one or more away from its share. Parts are not negative; where all are 0,
/// so are the numbers.
pub(super) fn apportion(total: f64, parts: &[f64]) -> Vec<f64> {
    let sum: f64 = parts.iter().sum();
    if sum <= 0.0 {
        return vec![0.0; parts.len()];
    }
    let shares: Vec<f64> = parts.iter().map(|part| total * (part / sum)).collect();
    // A share that rounding has left just below a whole number is that number.
    let mut whole: Vec<f64> = shares.iter().map(|share| (share + EQUAL).floor()).collect();
    let missing = (total - whole.iter().sum::<f64>()).round();
    let mut left = missing.max(0.0).min(parts.len() as f64) as usize;
    let mut served = vec![false; parts.len()];
    while left > 0 {
        let mut best = None;
        for (place, share) in shares.iter().enumerate().filter(|(place, _)| !served[*place]) {
            let remainder = share - whole[place];
            if best.is_none_or(|(_, most)| remainder > most + EQUAL) {
                best = Some((place, remainder));
            }
        }
        let Some((place, _)) = best else { break };
        served[place] = true;
        whole[place] += 1.0;
        left -= 1;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_months_differ_by_one_and_the_earlier_ones_have_more() {
        let months = apportion(534.0, &[533.333_333_333_333_3 / 12.0; 12]);
        assert_eq!(months[..6], [45.0; 6]);
        assert_eq!(months[6..], [44.0; 6]);
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
}
