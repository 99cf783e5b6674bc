//! Columns: one bar a month.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_no_height() {
        assert_eq!(column_heights(&[0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(column_heights(&[]), [0.0; 0]);
    }
}
