//! Bits to bytes and back, each bit in as little space as it is foreseeable.
//!
//! Every bit has a place, and the model of that place says how likely a one is, from the bits that stood there before. An
//! arithmetic coder turns the less foreseeable bits into bytes. Learning, writing and reading are one walk: the same
//! calls with the same places, so that a reader foresees exactly what the writer foresaw.
//!
//! Source: Matt Mahoney, "Adaptive weighing of context models for lossless data compression" (2005), whose coder and
//! counting models these are.

/// Models are found by a hash of their place; places that share one only foresee worse.
const MODELS_LOG2: u32 = 15;

/// A model follows the last bits more than those long before: it weighs them as if it had seen no more than this.
const MEMORY: u16 = 20;

/// A walk through more symbols than this is no document; it bounds time and memory whatever a link claims.
const MOST_SYMBOLS: u32 = 1 << 16;

/// A reader is this many bytes ahead of what it reads, so that it looks this far past the end and no further.
const AHEAD: u8 = 4;

/// How likely a one is at a place.
#[derive(Debug, Clone, Copy)]
struct Model {
    /// In parts of 2^16.
    one: u16,
    /// Bits seen, up to [`MEMORY`].
    seen: u16,
}

impl Model {
    fn learn(&mut self, bit: bool) {
        let aim = if bit { 65_535 } else { 0 };
        // The first bit moves the guess two thirds of the way, the n-th 1 ÷ (n + 1/2).
        let step = (aim - i32::from(self.one)) * 2 / (2 * i32::from(self.seen) + 3);
        // Neither bit ever becomes impossible.
        self.one = (i32::from(self.one) + step).max(32).min(65_504) as u16;
        self.seen = (self.seen + 1).min(MEMORY);
    }
}

/// What a walk does with its bits.
#[derive(Debug, Clone)]
enum Work<'a> {
    Learn,
    Write(Vec<u8>),
    Read { bytes: &'a [u8], ahead: u32, past: u8 },
}

/// The coder with its models.
#[derive(Debug, Clone)]
pub(super) struct Coder<'a> {
    work: Work<'a>,
    models: Vec<Model>,
    /// The interval that the bits so far leave.
    low: u32,
    high: u32,
    symbols: u32,
}

impl<'a> Coder<'a> {
    /// A coder that only learns.
    pub(super) fn new() -> Self {
        let models = vec![Model { one: 1 << 15, seen: 0 }; 1 << MODELS_LOG2];
        Self { work: Work::Learn, models, low: 0, high: u32::MAX, symbols: MOST_SYMBOLS }
    }

    /// From here on the bits become bytes.
    pub(super) fn write(&mut self) {
        self.work = Work::Write(Vec::new());
        self.symbols = MOST_SYMBOLS;
    }

    /// From here on the bits come out of bytes.
    pub(super) fn read(&mut self, bytes: &'a [u8]) {
        self.work = Work::Read { bytes, ahead: 0, past: 0 };
        self.symbols = MOST_SYMBOLS;
        for _ in 0..AHEAD {
            self.shift();
        }
    }

    /// The bytes that were written, in their shortest form.
    pub(super) fn finish(self) -> Vec<u8> {
        let Work::Write(mut bytes) = self.work else { return Vec::new() };
        // The first number of the interval that ends in the most zeros, which need not be written.
        let end = (0..=32).rev().map(|zeros| u64::from(self.low).next_multiple_of(1 << zeros));
        let end = end.filter(|end| *end <= u64::from(self.high)).map(|end| end as u32).next();
        let end = end.unwrap_or(self.low);
        let zeros = end.trailing_zeros() as usize / 8;
        bytes.extend(&end.to_be_bytes()[..usize::from(AHEAD) - zeros]);
        bytes
    }

    /// A number of `bits` bits at a place: the given one, or the one that is read. `None` where the walk is too long,
    /// or the bytes have come to their end.
    pub(super) fn symbol(&mut self, place: u32, bits: u32, given: u32) -> Option<u32> {
        self.symbols = self.symbols.checked_sub(1)?;
        let mut node = 1;
        for shift in (0..bits).rev() {
            let bit = self.bit(place, node, given >> shift & 1 == 1);
            node = node << 1 | u32::from(bit);
        }
        let is_past_end = matches!(self.work, Work::Read { past, .. } if past > AHEAD);
        (!is_past_end).then(|| node - (1 << bits))
    }

    /// One bit, which is symbol `node` of its place.
    fn bit(&mut self, place: u32, node: u32, given: bool) -> bool {
        let hash = mixed(place, node) >> (u32::BITS - MODELS_LOG2);
        let model = &mut self.models[hash as usize];
        let share = (u64::from(self.high - self.low) * u64::from(model.one)) >> 16;
        let middle = self.low + share as u32;
        let bit = match self.work {
            Work::Read { ahead, .. } => ahead <= middle,
            Work::Learn | Work::Write(_) => given,
        };
        model.learn(bit);
        if matches!(self.work, Work::Learn) {
            return bit;
        }
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.shift();
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
        }
        bit
    }

    /// Moves on by a byte.
    fn shift(&mut self) {
        match &mut self.work {
            Work::Learn => {}
            Work::Write(bytes) => bytes.push((self.low >> 24) as u8),
            Work::Read { bytes, ahead, past } => {
                // After the last byte follow zeros, which need not be written.
                let (next, rest) = bytes.split_first().unwrap_or((&0, &[]));
                *past = past.saturating_add(u8::from(bytes.is_empty()));
                *ahead = *ahead << 8 | u32::from(*next);
                *bytes = rest;
            }
        }
    }
}

/// A place inside a place.
pub(super) fn mixed(place: u32, inside: u32) -> u32 {
    let mixed = (place ^ inside.wrapping_mul(0x85EB_CA6B)).wrapping_mul(0x9E37_79B1);
    mixed ^ mixed >> 15
}
