//! A number that stands for every bit of a run, so that two machines can tell whether they calculate alike.

use super::{Odds, Simulation, Trials, required_volume};

/// The fingerprint of `engine/plans/default.json`. It changes whenever the same plan and seed give other figures;
/// CHANGELOG.md then has a line.
pub const DEFAULT_PLAN_FINGERPRINT: u64 = 6_579_337_328_180_509_249;

/// Where a hash of bytes begins.
pub const HASH_START: u64 = 0xCBF2_9CE4_8422_2325;

/// A hash over the bits of every outcome and every answer of a run; 0 without any trial.
///
/// The trials have to be those of the whole plan for two fingerprints to be compared.
pub fn fingerprint(simulation: &Simulation, trials: &Trials) -> u64 {
    let Some(odds) = Odds::of(trials, simulation.target()) else { return 0 };
    let volume = format!("{:?}", required_volume(simulation, trials, 0.8));
    let details = trials.stages.iter().chain(&trials.months).flatten();
    let outcomes = trials.goals.iter().chain(&trials.multipliers).chain(details).chain(&odds.dots);
    let answers = [odds.probability, odds.mean, odds.sd, odds.p10, odds.p90];
    let numbers = outcomes.chain(&answers);
    let hash = numbers.fold(HASH_START, |hash, number| hash_on(hash, &number.to_bits().to_le_bytes()));
    hash_on(hash, volume.as_bytes())
}

/// FNV-1a over more bytes.
pub fn hash_on(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3))
}
