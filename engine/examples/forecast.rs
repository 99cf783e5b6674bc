//! Prints what actuals say about a plan, and where it will land, as one JSON object.
//!
//! ```text
//! cargo run --release -p gyakusan-engine --example forecast -- plan.json actuals.json
//! ```
//!
//! `-` in place of one of the files reads standard input. A plan or actuals with errors print all of them on standard error,
//! nothing on standard output, and end with status 2.

use std::error::Error;
use std::io::Read;
use std::process::ExitCode;

use gyakusan_engine::actuals::Actuals;
use gyakusan_engine::plan::Plan;
use gyakusan_engine::report::Forecast;

const USAGE: &str = "usage: forecast PLAN.json ACTUALS.json (- for standard input)";

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    match forecast(&files) {
        Ok(forecast) => {
            println!("{forecast}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn forecast(files: &[String]) -> Result<String, Box<dyn Error>> {
    let [plan, actuals] = files else { return Err(USAGE.into()) };
    let plan = Plan::from_json(&read(plan)?)?;
    let actuals = Actuals::from_json(&read(actuals)?, &plan)?;
    Ok(Forecast::of(&plan, &actuals)?.to_json())
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    Ok(std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?)
}
