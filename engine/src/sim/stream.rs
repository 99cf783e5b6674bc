//! Random numbers that depend on seed, trial and the quantity's name, and on nothing else.
//!
//! Each quantity of each trial reads its own stream. So a trial's draws do not depend on which worker runs it, on
//! what other quantities consumed, or on how many other quantities there are; scenarios share their luck.

use std::convert::Infallible;

use rand::TryRng;

/// The golden ratio in 64 bits: the step between the states of one stream.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
/// The step between trials: an odd number unrelated to [`STEP`], so that no trial of a run comes upon another's states: up
/// to 10⁷ trials lie at least 5 · 10¹⁴ steps apart.
const TRIAL_STEP: u64 = 0xD134_2543_DE82_EF95;

/// The streams of one quantity, one for each trial.
///
/// ```
/// use gyakusan_engine::sim::Quantity;
/// use rand::Rng;
///
/// let volume = Quantity::new(1, "volume:ads");
/// assert_eq!(volume.stream(7).next_u64(), volume.stream(7).next_u64());
/// assert_ne!(volume.stream(7).next_u64(), volume.stream(8).next_u64());
/// assert_ne!(volume.stream(7).next_u64(), Quantity::new(1, "volume:events").stream(7).next_u64());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Quantity {
    key: u64,
}

impl Quantity {
    /// The streams of the quantity with this name under a seed.
    pub fn new(seed: u64, name: &str) -> Self {
        // FNV-1a takes in the name byte by byte; the mixes around it make every bit of seed and name count.
        let hash = name.bytes().fold(mix(seed.wrapping_add(STEP)), |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
        Self { key: mix(hash) }
    }

    /// The stream of this quantity in one trial.
    pub fn stream(self, trial: u64) -> Stream {
        Stream { state: self.key.wrapping_add(trial.wrapping_mul(TRIAL_STEP)) }
    }
}

/// A sequence of random bits: `SplitMix64` from a start of its own.
///
/// `SplitMix64` (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014) has one word of state,
/// so that a fresh stream for each quantity of each trial costs nothing, where xoshiro256++ has four words to fill.
#[derive(Debug, Clone)]
pub struct Stream {
    state: u64,
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.advance() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.advance())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.advance().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

impl Stream {
    fn advance(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mix(self.state)
    }
}

/// The finaliser of `SplitMix64`, variant 13 of David Stafford's: a bijection in which every input bit moves half of the
/// output bits.
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use rand::Rng;

    use super::*;

    #[test]
    fn the_sequence_is_splitmix64s() {
        // The first outputs of the reference implementation (Vigna, splitmix64.c) from state 1234567.
        let mut stream = Stream { state: 1_234_567 };
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423_u64];
        for value in expected {
            assert_eq!(stream.next_u64(), value);
        }
    }

    #[test]
    fn starts_of_neighbouring_trials_share_no_bits() {
        let quantity = Quantity::new(1, "luck");
        let flips: u32 =
            (0..10_000).map(|t| (first(quantity, t) ^ first(quantity, t + 1)).count_ones()).sum();
        // 640,000 fair bits have a standard deviation of 400 around 320,000; five of them are allowed.
        assert!(flips.abs_diff(320_000) < 2_000, "{flips}");
    }

    #[test]
    fn every_seed_counts_to_its_last_bit() {
        let high = Quantity::new(1 << 40, "luck");
        assert_ne!(first(high, 0), first(Quantity::new(0, "luck"), 0));
    }

    fn first(quantity: Quantity, trial: u64) -> u64 {
        quantity.stream(trial).next_u64()
    }
}
