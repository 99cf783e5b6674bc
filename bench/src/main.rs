//! The native program that `cargo xtask bench` asks: a request a line in, and out, after the line "run", its figures.

use std::fs;
use std::io::{self, BufRead};
use std::time::{Duration, Instant};

use gyakusan_bench::Bench;

fn main() -> io::Result<()> {
    let mut bench = Bench::default();
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line == "run" {
            let (time, value) = timed(|| bench.run());
            println!("{} {} {value}", time.as_secs_f64() * 1e6, peak_bytes());
        } else {
            println!("{}", bench.prepare(&line).err().unwrap_or_else(|| "ready".to_owned()));
        }
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "what is measured is time, and nothing is decided by it")]
fn timed(work: impl FnOnce() -> f64) -> (Duration, f64) {
    let start = Instant::now();
    let value = work();
    (start.elapsed(), value)
}

/// The most memory that this process ever had; 0 where the system does not say.
fn peak_bytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next());
    kilobytes.and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) * 1024
}
