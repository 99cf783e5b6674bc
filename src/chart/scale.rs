//! Scales: from a value to its place, and to round numbers for their ends and ticks.

/// A linear scale from 0 to an end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    end: f64,
}

impl Scale {
    /// A scale from 0 to `end`; an end that is not a positive number stands for 1.
    pub fn to(end: f64) -> Self {
        Self { end: if end > 0.0 && end.is_finite() { end } else { 1.0 } }
    }

    /// The value at the end.
    pub fn end(self) -> f64 {
        self.end
    }

    /// The place of a value in percent of the scale, kept within 0 to 100.
    ///
    /// ```
    /// use gyakusan::chart::Scale;
    /// assert_eq!(Scale::to(50.0).percent(20.0), 40.0);
    /// assert_eq!(Scale::to(50.0).percent(60.0), 100.0);
    /// ```
    pub fn percent(self, value: f64) -> f64 {
        (100.0 * value / self.end).max(0.0).min(100.0)
    }
}

/// The smallest of 1, 2, 4, 5, 6, 8 and 10 times a power of ten that is at least `value`; 1 for anything not positive.
///
/// ```
/// use gyakusan::chart::round_end;
/// assert_eq!(round_end(30.0), 40.0);
/// assert_eq!(round_end(9_000_000.0), 10_000_000.0);
/// ```
pub fn round_end(value: f64) -> f64 {
    round_up(value, &[1.0, 2.0, 4.0, 5.0, 6.0, 8.0, 10.0])
}

/// The smallest of 1, 2, 5 and 10 times a power of ten that is at least `value`; 1 for anything not positive.
pub fn round_step(value: f64) -> f64 {
    round_up(value, &[1.0, 2.0, 5.0, 10.0])
}

fn round_up(value: f64, digits: &[f64]) -> f64 {
    if !(value > 0.0 && value.is_finite()) {
        return 1.0;
    }
    let power = power_of_ten(value);
    // The allowance keeps 0.30000000000000004 from needing the next digit.
    let digit = digits.iter().find(|digit| **digit * power >= value * (1.0 - 1e-12));
    digit.map_or(value, |digit| digit * power)
}

/// The largest power of ten that is at most `value`, a positive number, by comparing rather than by a logarithm.
fn power_of_ten(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    while power > value {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_round_and_large_enough() {
        for (value, end) in
            [(0.3, 0.4), (0.3 + 1e-17, 0.4), (0.5, 0.5), (0.51, 0.6), (81.0, 100.0), (1.0, 1.0)]
        {
            assert!((round_end(value) - end).abs() < 1e-12, "{value}: {}", round_end(value));
        }
        for (value, step) in [(0.013, 0.02), (2.1, 5.0), (700.0, 1000.0), (0.0, 1.0), (f64::NAN, 1.0)] {
            assert!((round_step(value) - step).abs() < 1e-12 * step, "{value}: {}", round_step(value));
        }
    }
}
