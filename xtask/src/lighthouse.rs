//! Lighthouse's mobile preset, asked about the page and about a calculator inside another page.
//!
//! Its figures are noted with their promise. Its performance score is not a gate: it rests on how fast this machine is just
//! now, where a regression is found by ratios. The other three categories rest on the page alone, and have to be as promised.

use crate::{
    browser::Browser, cache::Cache, error::Error, host::Host, npm, npm::Package, process, promises, search,
};
use std::{fs, path::Path};

const VERSION: &str = "12.8.2";
/// Each page is loaded this often; the middle run counts.
const RUNS: usize = 3;
/// What was promised of every category, in percent.
const PROMISED: u32 = 98;

/// What Lighthouse says of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Scores {
    /// In percent: performance, accessibility, best practices, search engines.
    categories: [u32; 4],
    /// How far the layout shifted, and how long the page was blocked, as Lighthouse writes it.
    shift: String,
    blocked: String,
}

/// Asks Lighthouse about both pages, shows what it says, and notes it.
pub(crate) fn lighthouse() -> Result<(), Error> {
    let package = Package {
        name: "lighthouse",
        version: VERSION,
        use_of: "it measures how soon the page is there",
        way_out: "install Node.js",
        manifest: include_str!("../lighthouse/package.json"),
        lock: include_str!("../lighthouse/package-lock.json"),
        proof: "node_modules/lighthouse/cli/index.js",
    };
    let folder = package.ready(&Cache::of_user()?)?.join(npm::BIN);
    let program = search::in_directory(&folder, "lighthouse").ok_or_else(|| Error::Missing {
        what: format!("Lighthouse {VERSION} was installed without its program"),
        way_out: format!("remove {}", folder.display()),
    })?;
    let (browser, host) = (Browser::ready()?, Host::start()?);
    let mut found = Vec::new();
    for (name, query) in [("page", ""), ("embed", "?embed=1")] {
        let address = format!("{}{query}", host.address);
        let runs: Result<_, _> = (0..RUNS).map(|_| ask(&program, &browser, &address)).collect();
        let scores = middle(runs?);
        let Scores { categories: [speed, access, practices, search], shift, blocked } = &scores;
        println!("{name}: {speed} / {access} / {practices} / {search}, blocked {blocked}, shift {shift}");
        found.push(scores);
    }
    let is_kept = found.iter().all(Scores::are_as_promised);
    let figures: Vec<_> =
        found.iter().map(|scores| scores.categories.map(|score| score.to_string()).join(" / ")).collect();
    promises::note("lighthouse", is_kept, &figures)?;
    let short: Vec<_> = found
        .iter()
        .filter(|scores| scores.categories[1..].iter().any(|score| *score < PROMISED))
        .map(|scores| format!("{scores:?}"))
        .collect();
    if short.is_empty() { Ok(()) } else { Err(Error::Page { findings: short }) }
}

/// Loads a page once.
fn ask(program: &Path, browser: &Browser, address: &str) -> Result<Scores, Error> {
    let report = process::root().join("target").join("lighthouse.csv");
    let mut command = process::program(program);
    browser.announce_to_lighthouse(&mut command);
    command.arg(address).args(["--quiet", "--output=csv", "--output-path"]).arg(&report);
    process::run(&mut command)?;
    let text = fs::read_to_string(&report).map_err(Error::io("reading", &report))?;
    read(&text).ok_or_else(|| Error::Measured {
        finding: format!("Lighthouse says nothing of {address} that is known here"),
    })
}

impl Scores {
    fn are_as_promised(&self) -> bool {
        self.categories.iter().all(|score| *score >= PROMISED)
            && self.shift.trim_start_matches(['0', '.']).is_empty()
    }
}

/// The run with the middle performance; of the other categories, which do not vary, its own.
fn middle(mut runs: Vec<Scores>) -> Scores {
    runs.sort_by_key(|scores| scores.categories[0]);
    runs.swap_remove(runs.len() / 2)
}

/// Reads Lighthouse's table: lines of a category with its score, and of an audit with its score and its figure.
fn read(table: &str) -> Option<Scores> {
    let cells: Vec<Vec<&str>> =
        table.lines().map(|line| line.trim_matches('"').split("\",\"").collect()).collect();
    let category = |name: &str| {
        let line = cells.iter().find(|line| line.len() == 2 && line[0] == name)?;
        let score: f64 = line[1].parse().ok()?;
        Some((100.0 * score).round() as u32)
    };
    let audit = |name: &str| {
        let line = cells.iter().find(|line| line.len() > 3 && line[1] == name)?;
        Some(line[3].replace('\u{a0}', " "))
    };
    Some(Scores {
        categories: [
            category("performance")?,
            category("accessibility")?,
            category("best-practices")?,
            category("seo")?,
        ],
        shift: audit("cumulative-layout-shift")?,
        blocked: audit("total-blocking-time")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\"requestedUrl\",\"finalDisplayedUrl\"\n\"http://here/\",\"http://here/\"\n\n\
        category,score\n\"performance\",\"0.93\"\n\"accessibility\",\"1\"\n\"best-practices\",\"1\"\n\"seo\",\"0.98\"\n\n\
        category,audit,score,displayValue,description\n\
        \"performance\",\"total-blocking-time\",\"0.9\",\"200\u{a0}ms\",\"Sum, in milliseconds\"\n\
        \"performance\",\"cumulative-layout-shift\",\"1\",\"0.02\",\"Movement\"\n";

    #[test]
    fn the_table_is_read() {
        let scores = read(TABLE).expect("scores");
        assert_eq!(scores.categories, [93, 100, 100, 98]);
        assert_eq!((&*scores.shift, &*scores.blocked), ("0.02", "200 ms"));
        assert!(!scores.are_as_promised());
        let better = Scores { categories: [98, 100, 100, 98], shift: "0".to_owned(), ..scores.clone() };
        assert!(better.are_as_promised());
        assert_eq!(middle(vec![better.clone(), scores.clone(), better.clone()]), better);
        assert_eq!(read("category,score\n"), None);
    }
}
