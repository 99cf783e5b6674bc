//! Columns: one bar a month, and whole counts that add up.

/// The heights of columns in percent of the highest; all 0 where no value is above 0.
///
/// ```
/// use gyakusan::chart::column_heights;
/// assert_eq!(column_heights(&[20.0, 40.0, 0.0]), [50.0, 100.0, 0.0]);
/// ```
pub fn column_heights(values: &[f64]) -> Vec<f64> {
    let scale = super::Scale::to(values.iter().copied().fold(0.0, f64::max));
    values.iter().map(|value| scale.percent(*value)).collect()
}

/// Whole numbers in the proportions of `values` that add up to `total`, a whole number: each is rounded down, and those
/// with the largest remainders get one more, earlier ones first.
///
/// ```
/// use gyakusan::chart::whole_parts;
/// assert_eq!(whole_parts(&[1.0, 1.0, 1.0], 10.0), [4.0, 3.0, 3.0]);
/// ```
pub fn whole_parts(values: &[f64], total: f64) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    if sum <= 0.0 {
        return vec![0.0; values.len()];
    }
    let exact: Vec<f64> = values.iter().map(|value| value / sum * total).collect();
    let mut parts: Vec<f64> = exact.iter().map(|part| part.floor()).collect();
    let mut left = total - parts.iter().sum::<f64>();
    while left >= 1.0 {
        let mut most = 0;
        for place in 1..parts.len() {
            // The dust of dividing is no remainder.
            if exact[place] - parts[place] > exact[most] - parts[most] + 1e-9 {
                most = place;
            }
        }
        parts[most] += 1.0;
        left -= 1.0;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_parts_add_up_and_stay_within_one() {
        for total in [0.0, 1.0, 533.0, 534.0, 1067.0] {
            let values = [0.9, 0.8, 1.0, 1.0, 0.7, 1.3, 1.0, 1.1, 0.8, 0.9, 1.1, 1.4];
            let parts = whole_parts(&values, total);
            assert!((parts.iter().sum::<f64>() - total).abs() < 1e-9);
            for (part, value) in parts.iter().zip(values) {
                assert!((part - value / 12.0 * total).abs() < 1.0, "{part}");
            }
        }
        assert_eq!(whole_parts(&[0.0, 0.0], 5.0), [0.0, 0.0]);
    }

    #[test]
    fn nothing_has_no_height() {
        assert_eq!(column_heights(&[0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(column_heights(&[]), [0.0; 0]);
    }
}
