//! Prints the actuals of a simulated year of a plan: something to try a forecast with.
//!
//! ```text
//! cargo run --release -p gyakusan-engine --example history -- plan.json 2026-09 > actuals.json
//! cargo run --release -p gyakusan-engine --example history -- --seed 7 --months --losses plan.json 2026-09
//! ```
//!
//! The plan is solved, its uncertain parameters are drawn once, and every prospect goes its way with delays of its own;
//! what happens after the given month is not printed. `--seed` (1) chooses the year, `--months` counts by month and channel
//! instead of listing prospects, `--losses` says who is lost, `--means` leaves every parameter at its mean, `-` reads the plan
//! from standard input. The same plan, seed and options give the same bytes. Errors go to standard error, with status 2.

#[path = "history/generator.rs"]
mod generator;

use std::error::Error;
use std::io::Read;
use std::process::ExitCode;

use gyakusan_engine::plan::{Month, Plan};

const USAGE: &str =
    "usage: history [--seed N] [--months] [--losses] [--means] PLAN.json YYYY-MM (or - for standard input)";

fn main() -> ExitCode {
    match history(std::env::args().skip(1)) {
        Ok(actuals) => {
            println!("{actuals}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn history(mut arguments: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
    let (mut seed, mut by_month, mut with_losses, mut draw_parameters) = (1, false, false, true);
    let mut words = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => seed = arguments.next().ok_or(USAGE)?.parse()?,
            "--months" => by_month = true,
            "--losses" => with_losses = true,
            "--means" => draw_parameters = false,
            _ => words.push(argument),
        }
    }
    let [path, month] = &words[..] else { return Err(USAGE.into()) };
    let plan = Plan::from_json(&read(path)?)?;
    let as_of = Month::parse(month).ok_or_else(|| format!("{month}: expected {}", Month::FORM))?;
    if as_of < plan.period.start || as_of > plan.period.last() {
        return Err(format!("{as_of} is not within {} to {}", plan.period.start, plan.period.last()).into());
    }
    gyakusan_engine::tree::Tree::solve(&plan)?;
    let wanted = generator::Wanted { as_of, by_month, with_losses, draw_parameters };
    Ok(generator::history(&plan, seed, wanted).actuals.to_json())
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    Ok(std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?)
}
