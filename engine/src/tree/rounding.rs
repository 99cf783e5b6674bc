//! The rules that keep floating-point dust out of answers about people and targets.

/// A requirement in whole people: ⌈x − 1e−9·max(1, x)⌉, never below 0.
///
/// The allowance keeps 80.00000000000001 from asking for an 81st opportunity.
///
/// ```
/// use gyakusan_engine::tree::required_count;
/// assert_eq!(required_count(533.3), 534.0);
/// assert_eq!(required_count(80.00000000000001), 80.0);
/// assert_eq!(required_count(0.0), 0.0);
/// ```
pub fn required_count(expected: f64) -> f64 {
    // Adding zero turns the -0 of a rounded-up negative into 0.
    (expected - 1e-9 * expected.max(1.0)).ceil().max(0.0) + 0.0
}

/// The whole people in a count: ⌊x + 1e−9·max(1, x)⌋, the mirror image of [`required_count`].
///
/// The allowance keeps 27 deals whole where a product comes to 26.999999999999996.
///
/// ```
/// use gyakusan_engine::tree::whole_units;
/// assert_eq!(whole_units(9.375), 9.0);
/// assert_eq!(whole_units(26.999_999_999_999_996), 27.0);
/// ```
pub fn whole_units(expected: f64) -> f64 {
    (expected + 1e-9 * expected.max(1.0)).floor()
}

/// Whether a goal reaches a target: goal ≥ target·(1 − 1e−9).
///
/// The article's own product is 99,999,999.99999999; it reaches 100,000,000.
///
/// ```
/// use gyakusan_engine::tree::reaches;
/// assert!(reaches(99_999_999.999_999_99, 1e8));
/// assert!(!reaches(99_999_999.0, 1e8));
/// ```
pub fn reaches(goal: f64, target: f64) -> bool {
    goal >= floor_of(target)
}

/// The smallest goal that reaches the target.
pub(crate) fn floor_of(target: f64) -> f64 {
    target * (1.0 - 1e-9)
}
