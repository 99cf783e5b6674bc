//! How long a step took, in words.

use std::{
    fmt,
    time::{Duration, Instant},
};

/// A running stopwatch; printed, it reads as "12.3 s" or "4 min 12 s".
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch {
    start: Instant,
}

impl Stopwatch {
    /// Starts to count.
    #[expect(
        clippy::disallowed_methods,
        reason = "the time a build takes is told to a person and decides nothing"
    )]
    pub(crate) fn start() -> Self {
        Self { start: Instant::now() }
    }
}

impl fmt::Display for Stopwatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_words(self.start.elapsed()))
    }
}

/// A length of time as a person says it: tenths below a minute, whole seconds above.
fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_times_have_tenths_and_long_ones_minutes() {
        assert_eq!(in_words(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(in_words(Duration::from_secs(252)), "4 min 12 s");
    }
}
