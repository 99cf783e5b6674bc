//! Planted faults: the statistical tests of the engine are run on copies of it that are each wrong in one place.
//!
//! A test that nothing can fail shows nothing. Every fault here is one that a simulation may really have; all but one must be
//! caught, and by what the tests know from elsewhere: the tests of fixed bits, which any change fails, are left out.

use crate::{error::Error, process, promises, stopwatch::Stopwatch};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

/// How many faults may go unnoticed.
const MAY_SURVIVE: usize = 1;

/// The tests that have to notice, with their name, in the order in which they are tried.
const SUITES: [(&str, &[&str]); 4] = [
    ("known plans", &["--test", "ladder"]),
    ("actuals", &["--test", "actuals"]),
    (
        "answers, trees and properties",
        &[
            "--test",
            "answers",
            "--test",
            "tree",
            "--test",
            "golden",
            "--test",
            "scenarios",
            "--test",
            "tree_properties",
        ],
    ),
    ("tests of single files", &["--lib"]),
];

/// A mistake in one place of the engine.
struct Fault {
    name: &'static str,
    /// The file, from `engine/src`.
    file: &'static str,
    /// What stands there, exactly once.
    sound: &'static str,
    /// What stands there instead.
    faulty: &'static str,
}

const fn fault(name: &'static str, file: &'static str, sound: &'static str, faulty: &'static str) -> Fault {
    Fault { name, file, sound, faulty }
}

const FAULTS: [Fault; 37] = [
    fault(
        "alpha and beta swapped",
        "plan/stage.rs",
        "then_some((mean * evidence, (1.0 - mean) * evidence))",
        "then_some(((1.0 - mean) * evidence, mean * evidence))",
    ),
    fault(
        "alpha and beta one too high",
        "plan/stage.rs",
        "then_some((mean * evidence, (1.0 - mean) * evidence))",
        "then_some((mean * evidence + 1.0, (1.0 - mean) * evidence + 1.0))",
    ),
    fault(
        "rate used as scale",
        "sim/luck.rs",
        "self.spread_squared * gamma(rng, shape)",
        "gamma(rng, shape) / self.spread_squared",
    ),
    fault(
        "spread used as variance",
        "sim/luck.rs",
        "spread_squared: spread * spread",
        "spread_squared: spread",
    ),
    fault(
        "variance one percent too high",
        "sim/normal.rs",
        "let lower = c0 + t * (c1 + t * (c2 + t * c3));",
        "let lower = 1.005 * (c0 + t * (c1 + t * (c2 + t * c3)));",
    ),
    fault(
        "mean half a percent too high",
        "sim/luck.rs",
        "    poisson(rng, mean)",
        "    poisson(rng, mean * 1.005)",
    ),
    fault(
        "p05 and p95 swapped",
        "sim/odds.rs",
        "p05: quantile(&sorted, 0.05)",
        "p05: quantile(&sorted, 0.95)",
    ),
    fault(
        "quantile by floor",
        "sim/odds.rs",
        "(a * count as f64 - 1e-6).ceil()",
        "(a * count as f64 - 1e-6).floor()",
    ),
    fault(
        "one random stream shared by all chunks",
        "sim/mod.rs",
        "self.model.run(u64::from(trial), self.multiplier(), wanted, &mut outcome);\n            chunk.push",
        "self.model.run(u64::from(trial - first), self.multiplier(), wanted, &mut outcome);\n            chunk.push",
    ),
    fault(
        "last chunk dropped",
        "sim/mod.rs",
        "Fold::of((0..self.chunk_count()).map(",
        "Fold::of((0..self.chunk_count() - 1).map(",
    ),
    fault(
        "seed cut to 32 bits",
        "sim/stream.rs",
        "mix(seed.wrapping_add(STEP))",
        "mix(u64::from(seed as u32).wrapping_add(STEP))",
    ),
    fault("more than instead of at least", "tree/rounding.rs", "goal >= floor_of(target)", "goal > target"),
    fault(
        "delay off by a month",
        "flow/delay.rs",
        "let after = delay.after(months as f64);",
        "let after = delay.after(months as f64 - 1.0);",
    ),
    fault(
        "delay mass beyond the horizon added back",
        "sim/source.rs",
        "landed: arrivals.iter().map(|months| vec![months.iter().sum()]).collect()",
        "landed: arrivals.iter().map(|_| vec![inflow.monthly_entries.iter().sum()]).collect()",
    ),
    fault(
        "opening pipeline delayed by a month",
        "flow/delay.rs",
        "before = after;\n                [even, before.share]",
        "let opening = before.share;\n                before = after;\n                [even, opening]",
    ),
    fault(
        "seasonality not normalised",
        "flow/volume.rs",
        "|weight| weight / mean",
        "|weight| weight + 0.0 * mean",
    ),
    fault(
        "own rate ignored",
        "flow/rates.rs",
        "match own.get(&stage.id) {",
        "match own.get(&stage.id).filter(|_| false) {",
    ),
    fault(
        "one draw shared by all stages",
        "sim/parameters.rs",
        "rate(&parameter.source, parameter.rate)",
        "rate(\"rate\", parameter.rate)",
    ),
    fault(
        "opening customers spared churn in the first month",
        "sim/trial.rs",
        "opening.lose(&mut opening_stream, *churn);",
        "if month > 0 {\n                opening.lose(&mut opening_stream, *churn);\n            }",
    ),
    fault(
        "new customers churned in the month they are won",
        "sim/trial.rs",
        "new.join(won, value * self.deals.draw(&mut luck.fees.stream(trial), won));",
        "new.join(won, value * self.deals.draw(&mut luck.fees.stream(trial), won));\n                new.lose(&mut new_stream, *churn);",
    ),
    fault(
        "expansion before joining",
        "sim/trial.rs",
        "once += new.expand(&mut new_stream, *terms, *rate);",
        "let joined = if recurring { outcome.won.fixed[month] } else { 0.0 };\n                \
         new.join(-joined, 0.0);\n                once += new.expand(&mut new_stream, *terms, *rate);\n                \
         new.join(joined, 0.0);",
    ),
    fault("exit ARR without twelve", "flow/billing.rs", "|month| 12.0 * month.fees", "|month| month.fees"),
    fault(
        "market sign of churn",
        "sim/parameter.rs",
        "Self { sign: -1.0, ..self }",
        "Self { sign: 1.0, ..self }",
    ),
    fault(
        "log-normal mean not corrected",
        "sim/parameter.rs",
        "mu: math::ln(mean) - variance / 2.0",
        "mu: math::ln(mean) - variance * 0.0",
    ),
    fault(
        "Poisson by rounded normal",
        "sim/poisson.rs",
        "        from_normal(rng, mean)\n    } else if mean > 0.0 {\n        by_inversion(uniform(rng), mean)",
        "        from_normal(rng, mean)\n    } else if mean > 0.0 {\n        (mean + mean.sqrt() * normal(rng)).round().max(0.0)",
    ),
    fault(
        "required volume relative to the wrong base",
        "sim/trial.rs",
        "let floor = tree::floor_of(self.target) - fixed * value - from_customers;",
        "let floor = tree::floor_of(self.target) - from_customers;",
    ),
    fault(
        "levers solve the volume again",
        "sim/moved.rs",
        "moved = self.with_plan(quantity::with_value(&self.plan, &quantity, value))?;",
        "let solved = Solution::of(&quantity::with_value(&self.plan, &quantity, value));\n                \
         moved = solved.map_or(moved, |solution| Self::from(&solution));",
    ),
    fault("shares that do not add up to 1", "sim/variance.rs", "share: 1.0 - known", "share: 0.9 - known"),
    fault(
        "posterior ignoring age",
        "actuals/rates.rs",
        "|(age, count)| (age.share_passed(delay), *count)",
        "|(age, count)| (age.share_passed(delay).max(1.0), *count)",
    ),
    fault(
        "landing with p instead of p(1-F)/(1-pF)",
        "sim/source.rs",
        "rate_of_waiting(parameters.rates[step], std::mem::take(&mut passed_before))",
        "rate_of_waiting(parameters.rates[step], 0.0 * std::mem::take(&mut passed_before))",
    ),
    fault(
        "open prospects wait anew",
        "actuals/open.rs",
        "Age::Exact(age) => delay.share_beyond(age + months)",
        "Age::Exact(age) => delay.share_beyond(0.0 * age + months)",
    ),
    fault(
        "posterior that forgets what was known",
        "actuals/rates.rs",
        "let (passes, losses) = (a + self.passes, b + self.losses);",
        "let (passes, losses) = (0.01 * a + self.passes, 0.01 * b + self.losses);",
    ),
    fault(
        "delay measured as the mean of those seen",
        "actuals/delays.rs",
        "if self.cv <= 0.0 {",
        "if self.cv >= 0.0 {",
    ),
    fault(
        "volumes compared with the plan before it is solved",
        "actuals/amounts.rs",
        "let scale = if inflow.fixed { 1.0 } else { solution.multiplier };",
        "let scale = if inflow.fixed { 1.0 } else { 0.0 * solution.multiplier + 1.0 };",
    ),
    fault(
        "learned volume without overdispersion",
        "actuals/amounts.rs",
        "if overdispersion > 0.0 {",
        "if overdispersion > 9.0 {",
    ),
    fault(
        "landing without the revenue so far",
        "sim/trial.rs",
        "+ from_customers + self.so_far;",
        "+ from_customers + 0.0 * self.so_far;",
    ),
    fault(
        "still needed without the revenue so far",
        "sim/trial.rs",
        "let floor = floor - self.so_far;",
        "let floor = floor - 0.0 * self.so_far;",
    ),
];

/// Plants every fault and runs the tests on it.
pub(crate) fn faults() -> Result<(), Error> {
    let source = process::root().join("target").join("faults");
    copy_project(process::root(), &source)?;
    let mut survivors = Vec::new();
    for fault in &FAULTS {
        let stopwatch = Stopwatch::start();
        let caught = try_fault(fault, &source)?;
        let ending = caught.map_or_else(|| "NOT CAUGHT".to_owned(), |suite| format!("caught by {suite}"));
        println!("{}: {ending} ({stopwatch})", fault.name);
        if caught.is_none() {
            survivors.push(fault.name.to_owned());
        }
    }
    println!("{} of {} faults caught", FAULTS.len() - survivors.len(), FAULTS.len());
    if survivors.len() <= MAY_SURVIVE {
        promises::note(
            "faults",
            true,
            &[FAULTS.len() - survivors.len(), FAULTS.len()].map(|count| count.to_string()),
        )
    } else {
        Err(Error::Survivors { faults: survivors })
    }
}

/// Plants one fault, runs the suites until one fails, and mends it again; the suite that failed.
fn try_fault(fault: &Fault, source: &Path) -> Result<Option<&'static str>, Error> {
    let path = source.join("engine").join("src").join(fault.file);
    let sound = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
    if sound.matches(fault.sound).count() != 1 {
        return Err(Error::Missing {
            what: format!("the fault \"{}\" finds no single place in engine/src/{}", fault.name, fault.file),
            way_out: "bring it up to date in xtask/src/faults.rs".to_owned(),
        });
    }
    fs::write(&path, sound.replacen(fault.sound, fault.faulty, 1)).map_err(Error::io("writing", &path))?;
    require_build(fault, source)?;
    let caught = SUITES.into_iter().find(|(_, suite)| !passes(source, suite));
    fs::write(&path, sound).map_err(Error::io("writing", &path))?;
    Ok(caught.map(|(name, _)| name))
}

/// A fault that does not compile would be caught by every suite and show nothing.
fn require_build(fault: &Fault, source: &Path) -> Result<(), Error> {
    let mut cargo = copied_engine("check", source);
    let built = cargo.stderr(Stdio::null()).status();
    let built = built.map_err(Error::io("starting", "cargo"))?;
    if built.success() {
        return Ok(());
    }
    Err(Error::Missing {
        what: format!("the fault \"{}\" does not compile", fault.name),
        way_out: "mend it in xtask/src/faults.rs".to_owned(),
    })
}

fn passes(source: &Path, suite: &[&str]) -> bool {
    let mut cargo = copied_engine("test", source);
    let ended = cargo.args(suite).stdout(Stdio::null()).stderr(Stdio::null()).status();
    ended.is_ok_and(|status| status.success())
}

/// A command of cargo on the copied engine, built apart from the sound one: in the profile that builds soonest, as every fault is
/// built anew and most are caught within seconds.
fn copied_engine(command: &str, source: &Path) -> std::process::Command {
    let mut cargo = process::cargo();
    cargo.current_dir(source).args([command, "--package", "gyakusan-engine"]);
    // A million draws of each sampler tell a variance that is one percent too high.
    cargo.env("CARGO_TARGET_DIR", source.join("target")).env("GYAKUSAN_FULL_SAMPLERS", "1");
    cargo
}

/// Copies what the engine is built from.
fn copy_project(root: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).map_err(Error::io("making", to))?;
    for part in [
        "Cargo.toml",
        "Cargo.lock",
        "clippy.toml",
        "bench",
        "engine",
        "xtask",
        "src",
        "tests",
        ".cargo",
        "promises.json",
    ] {
        copy(&root.join(part), &to.join(part))?;
    }
    Ok(())
}

/// Copies a file or a directory; what has not changed keeps its time, so that nothing is built anew for it.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    if from.is_dir() {
        fs::create_dir_all(to).map_err(Error::io("making", to))?;
        for entry in fs::read_dir(from).map_err(Error::io("reading", from))? {
            let path: PathBuf = entry.map_err(Error::io("reading", from))?.path();
            let name = path.file_name().unwrap_or_default();
            copy(&path, &to.join(name))?;
        }
        return Ok(());
    }
    let content = fs::read(from).map_err(Error::io("reading", from))?;
    if fs::read(to).is_ok_and(|there| there == content) {
        return Ok(());
    }
    fs::write(to, content).map_err(Error::io("writing", to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_one_place_in_the_engine() {
        for fault in &FAULTS {
            let path = process::root().join("engine").join("src").join(fault.file);
            let text = fs::read_to_string(path).expect("a file of the engine");
            assert_eq!(text.matches(fault.sound).count(), 1, "{}", fault.name);
            assert_ne!(fault.sound, fault.faulty, "{}", fault.name);
        }
    }
}
