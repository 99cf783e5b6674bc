//! Prints the report of a plan as one JSON object.
//!
//! ```text
//! cargo run --release -p gyakusan-engine --example simulate -- plan.json
//! cargo run --release -p gyakusan-engine --example simulate -- --tree-only --solve none -
//! ```
//!
//! `-` reads the plan from standard input; `--tree-only` leaves the simulation out; `--solve` overrides the plan's
//! `solve_for`. A plan with errors prints all of them on standard error, nothing on standard output, and ends with status 2.

use std::error::Error;
use std::io::Read;
use std::process::ExitCode;

use gyakusan_engine::plan::{Plan, SolveFor};
use gyakusan_engine::report::Report;

const USAGE: &str = "usage: simulate [--tree-only] [--solve QUANTITY] PLAN.json (or - for standard input)";

fn main() -> ExitCode {
    match report(std::env::args().skip(1)) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn report(arguments: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
    let request = Request::parse(arguments)?;
    let mut plan = Plan::from_json(&request.read()?)?;
    if let Some(quantity) = request.solve {
        plan = plan.edit(|document| document.solve_for = quantity)?;
    }
    let report = if request.tree_only { Report::of_tree(&plan)? } else { Report::of_plan(&plan)? };
    Ok(report.to_json())
}

/// What the command line asks for.
struct Request {
    path: String,
    tree_only: bool,
    solve: Option<SolveFor>,
}

impl Request {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut path, mut tree_only, mut solve) = (None, false, None);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--tree-only" => tree_only = true,
                "--solve" => {
                    let name = arguments.next().ok_or(USAGE)?;
                    let quantity = SolveFor::parse(&name);
                    solve =
                        Some(quantity.ok_or_else(|| format!("--solve {name}: expected {}", SolveFor::FORM))?);
                }
                option if option.starts_with("--") => {
                    return Err(format!("unknown option {option}\n{USAGE}"));
                }
                _ if path.is_some() => return Err(format!("one plan at a time\n{USAGE}")),
                _ => path = Some(argument),
            }
        }
        Ok(Self { path: path.ok_or(USAGE)?, tree_only, solve })
    }

    fn read(&self) -> Result<String, Box<dyn Error>> {
        if self.path == "-" {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            return Ok(text);
        }
        Ok(std::fs::read_to_string(&self.path).map_err(|error| format!("{}: {error}", self.path))?)
    }
}
