//! Numbers in order.

const DIGIT_BITS: usize = 8;
const DIGITS: usize = 64 / DIGIT_BITS;
const VALUES: usize = 1 << DIGIT_BITS;
const SIGN: u64 = 1 << 63;

/// The numbers from the smallest to the largest, in the order of [`f64::total_cmp`].
///
/// Radix sort from the lowest digit: a fixed number of passes over the keys, whatever their order. On a million goals it takes
/// as long as the standard library's sort, which is 5 KB of code that a page has to load.
///
/// ```
/// assert_eq!(gyakusan_engine::math::sorted(&[2.0, -1.0, 0.5]), [-1.0, 0.5, 2.0]);
/// ```
pub fn sorted(numbers: &[f64]) -> Vec<f64> {
    let mut keys: Vec<u64> = numbers.iter().map(|number| key(*number)).collect();
    let mut counts = [[0_usize; VALUES]; DIGITS];
    for key in &keys {
        for (digit, counts) in counts.iter_mut().enumerate() {
            counts[value(*key, digit)] += 1;
        }
    }
    let mut ordered = vec![0; keys.len()];
    for (digit, counts) in counts.iter_mut().enumerate() {
        if counts.contains(&keys.len()) {
            // Every key has the same digit here.
            continue;
        }
        let mut before = 0;
        for count in counts.iter_mut() {
            before += std::mem::replace(count, before);
        }
        for key in &keys {
            let place = &mut counts[value(*key, digit)];
            ordered[*place] = *key;
            *place += 1;
        }
        std::mem::swap(&mut keys, &mut ordered);
    }
    keys.into_iter().map(number).collect()
}

/// The bits of a number turned so that they are in its order.
fn key(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

fn number(key: u64) -> f64 {
    f64::from_bits(if key & SIGN == 0 { !key } else { key & !SIGN })
}

fn value(key: u64, digit: usize) -> usize {
    (key >> (digit * DIGIT_BITS)) as usize % VALUES
}

#[cfg(test)]
mod tests {
    use super::sorted;

    fn bits(numbers: &[f64]) -> Vec<u64> {
        numbers.iter().map(|number| number.to_bits()).collect()
    }

    #[test]
    fn the_order_is_that_of_the_standard_library() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for count in [0, 1, 2, 3, 20, 1000, 20_000] {
            let mut numbers: Vec<f64> = (0..count)
                .map(|place| {
                    state =
                        state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    // Any bits at all, ordinary sizes, and many equals.
                    match place % 3 {
                        0 => f64::from_bits(state ^ (state >> 29)),
                        1 => (state >> 11) as f64 / 1e15 - 4.0,
                        _ => f64::from((state >> 60) as u32),
                    }
                })
                .collect();
            numbers.extend([0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, f64::MIN_POSITIVE]);
            let radix = sorted(&numbers);
            numbers.sort_unstable_by(f64::total_cmp);
            assert_eq!(bits(&radix), bits(&numbers), "{count}");
        }
    }
}
