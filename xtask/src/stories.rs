//! Stories in browsers: all of them in Chromium, and in Firefox and `WebKit` those that show a page that works there.

use crate::{
    axe, browser::Browser, build, cache::Cache, engines::Engine, error::Error, process, promises, shots,
};
use std::{path::PathBuf, process::Command};

/// What is told in every engine: the answer on the keystroke and its odds, both languages, workers and none, what is saved,
/// the calculator inside other pages, and the check of the method with its fixed bits.
const EVERYWHERE: [&str; 11] = [
    "documents::a_plan_is_there_again_and_its_link_gives_the_same_digits",
    "embed::a_calculator_answers_alone_and_fits_every_width",
    "embed::a_number_is_typed_and_answered_and_goes_with_the_reader",
    "embed::a_sandbox_works_or_says_what_is_missing",
    "later::workers_answer_every_question_once_the_later_part_is_there",
    "method::a_reader_follows_the_own_figures_and_checks_this_machine",
    "reader::a_new_target_is_answered_on_the_keystroke_and_its_odds_are_the_engines",
    "reader::english_is_complete",
    "reader::the_page_opens_answered",
    "reader::typing_while_the_simulation_runs_ends_with_the_last_plans_figures",
    "reader::without_workers_the_same_figures_come",
];

/// More failures than these are no accident of a busy machine.
const MOST_TOLD_AGAIN: usize = 3;

/// Tells all stories in Chromium, and some in the other engines; where `needs_all`, an engine that is missing is an error.
pub(crate) fn stories(needs_all: bool) -> Result<(), Error> {
    let browser = Browser::ready()?;
    let axe = axe(needs_all)?;
    let told = tell(|names| {
        let mut skipped = vec!["--skip", shots::MODULE];
        if axe.is_none() {
            skipped.extend(["--skip", axe::MODULE]);
        }
        let mut cargo = cargo(names, &skipped);
        browser.announce_to(&mut cargo);
        cargo.envs(axe.as_ref().map(|path| (axe::VARIABLE, path)));
        cargo
    })?;
    promises::note("stories", true, &[told.to_string()])?;
    let mut elsewhere = 0;
    for engine in Engine::ALL {
        let ready = match engine.ready() {
            Ok(ready) => ready,
            Err(error) if needs_all => return Err(error),
            Err(error) => {
                println!("not told in {}: {error}", engine.name());
                continue;
            }
        };
        println!("--- in {}", engine.name());
        elsewhere += tell(|names| {
            if names.is_empty() {
                ready.around(&cargo(&EVERYWHERE.map(str::to_owned), &[]))
            } else {
                ready.around(&cargo(names, &[]))
            }
        })?;
    }
    if elsewhere == EVERYWHERE.len() * Engine::ALL.len() {
        promises::note("other_browsers", true, &[elsewhere.to_string()])?;
        promises::note("same_bits_elsewhere", true, &[Engine::ALL.len().to_string()])?;
    }
    Ok(())
}

/// Runs stories and counts them. A few that fail are told once more, alone, and named: a browser may falter on a busy machine,
/// and what fails twice fails.
fn tell(command: impl Fn(&[String]) -> Command) -> Result<usize, Error> {
    let first = process::tests(&mut command(&[]))?;
    let Some(error) = first.error else { return Ok(first.passed) };
    if first.failed.is_empty() || first.failed.len() > MOST_TOLD_AGAIN {
        return Err(error);
    }
    println!("told once more, alone: {}", first.failed.join(", "));
    let again = process::run_tests(&mut command(&first.failed))?;
    println!("passed only when told once more: {}", first.failed.join(", "));
    Ok(first.passed + again)
}

/// The source of axe-core; where it cannot be had and not everything is needed, its stories are left out.
fn axe(needs_all: bool) -> Result<Option<PathBuf>, Error> {
    match axe::ready(&Cache::of_user()?) {
        Err(error) if !needs_all => {
            println!("axe-core's rules are not asked: {error}");
            Ok(None)
        }
        found => found.map(Some),
    }
}

/// The stories with these names, one after the other; all where there are none.
fn cargo(names: &[String], options: &[&str]) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--package", "gyakusan", "--test", "stories", "--features", "stories", "--"]);
    cargo.args(options);
    if !names.is_empty() {
        cargo.arg("--exact").args(names);
    }
    cargo.env("GYAKUSAN_DIST", build::dist()).env(promises::VARIABLE, promises::notes());
    cargo
}
