//! Stories in browsers: all of them in Chromium, and in Firefox and `WebKitGTK` some, or all but those that cannot be told there.

use crate::{
    axe,
    browser::Browser,
    build,
    cache::Cache,
    engines::{Engine, Ready},
    error::Error,
    process, promises, shots,
    stopwatch::Stopwatch,
};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// What is told in every engine: the answer on the keystroke and its odds, both languages, workers and none, what is saved,
/// the calculator inside other pages, and the check of the method with its fixed bits.
const EVERYWHERE: [&str; 11] = [
    "documents::a_plan_is_there_again_and_its_link_gives_the_same_digits",
    "embed::a_calculator_answers_alone_and_fits_every_width",
    "embed::a_number_is_typed_and_answered_and_goes_with_the_reader",
    "embed::a_sandbox_works_or_says_what_is_missing",
    "later::workers_answer_every_question_once_the_later_part_is_there",
    SAME_BITS,
    "reader::a_new_target_is_answered_on_the_keystroke_and_its_odds_are_the_engines",
    "reader::english_is_complete",
    "reader::the_page_opens_answered",
    "reader::typing_while_the_simulation_runs_ends_with_the_last_plans_figures",
    "reader::without_workers_the_same_figures_come",
];

/// The story in which the page itself compares its results with the fixed bits.
const SAME_BITS: &str = "method::a_reader_follows_the_own_figures_and_checks_this_machine";

/// The story that measures how soon keys are on screen. It is told last and alone: beside another browser it would measure that
/// one too.
const MEASURED: &str = "lasting::keys_are_on_screen_soon_while_a_simulation_runs";

/// What cannot be told in an engine, and why; everything else is told there.
const NOT_TOLD: [(Engine, &str, &str); 16] = [
    (Engine::Firefox, "faults::without_scripts_the_method_and_the_example_read", NO_DEVTOOLS),
    (Engine::Firefox, "lasting::a_long_session_keeps_its_size", NO_DEVTOOLS),
    (Engine::Firefox, "lasting::calculators_that_come_and_go_leave_nothing", NO_DEVTOOLS),
    (Engine::Firefox, MEASURED, NO_DEVTOOLS),
    (Engine::Firefox, "lasting::nothing_moves_for_who_asked_for_rest", NO_DEVTOOLS),
    (Engine::Firefox, "lasting::the_focus_is_seen_in_forced_colours", NO_DEVTOOLS),
    (Engine::WebKit, "faults::without_scripts_the_method_and_the_example_read", NO_DEVTOOLS),
    (Engine::WebKit, "lasting::a_long_session_keeps_its_size", NO_DEVTOOLS),
    (Engine::WebKit, "lasting::calculators_that_come_and_go_leave_nothing", NO_DEVTOOLS),
    (Engine::WebKit, MEASURED, NO_DEVTOOLS),
    (Engine::WebKit, "lasting::nothing_moves_for_who_asked_for_rest", NO_DEVTOOLS),
    (Engine::WebKit, "lasting::the_focus_is_seen_in_forced_colours", NO_DEVTOOLS),
    (
        Engine::WebKit,
        "agree::long_texts_are_printed_on_two_pages_or_it_is_said_which_to_shorten",
        NO_PRINTING,
    ),
    (Engine::WebKit, "agree::what_is_agreed_prints_on_two_sheets_at_most", NO_PRINTING),
    (Engine::WebKit, "documents::the_printed_summary_is_one_page", NO_PRINTING),
    (Engine::WebKit, "planner::each_view_prints_on_one_page", NO_PRINTING),
];

const NO_DEVTOOLS: &str =
    "only Chromium's driver tells of memory and events, and sets what the system asks for";
const NO_PRINTING: &str = "its driver has no command that prints";

/// More failures than these are no accident of a busy machine.
const MOST_TOLD_AGAIN: usize = 3;

/// Tells all stories in Chromium, and some in the other engines; where `needs_all`, all there too, and an engine that is
/// missing is an error.
pub(crate) fn stories(needs_all: bool) -> Result<(), Error> {
    let browser = Browser::ready()?;
    let axe = axe(needs_all)?;
    let chromium = |names: &[String], options: &[&str]| {
        let mut skipped = vec!["--skip", shots::MODULE];
        if axe.is_none() {
            skipped.extend(["--skip", axe::MODULE]);
        }
        let mut cargo = cargo(names, &[&skipped[..], options].concat());
        browser.announce_to(&mut cargo);
        cargo.envs(axe.as_ref().map(|path| (axe::VARIABLE, path)));
        if needs_all {
            // The long stories are told at their full length.
            cargo.env("GYAKUSAN_FULL", "1");
        }
        cargo
    };
    let names = process::test_names(&mut chromium(&[], &["--list"]))?;
    are_known(&names)?;
    let in_chromium = tell(|names| chromium(names, &["--skip", MEASURED]))
        .and_then(|told| Ok(told + tell(|_| chromium(&[MEASURED.to_owned()], &[]))?))
        .and_then(|told| all_told("Chromium", told, names.len()))
        .and_then(|told| promises::note("stories", true, &[told.to_string()]));
    // Where all is asked for, what the others say is wanted too.
    let mut told_everywhere = if needs_all { in_chromium } else { Ok(in_chromium?) };
    let mut elsewhere = Vec::new();
    for engine in Engine::ALL {
        match engine.ready() {
            Err(error) if !needs_all => println!("not told in {}: {error}", engine.name()),
            ready => match ready.and_then(|ready| tell_in(engine, &ready, axe.as_deref(), needs_all, &names))
            {
                Ok(told) => elsewhere.push(told),
                Err(error) => {
                    println!("--- in {}: {error}", engine.name());
                    told_everywhere = told_everywhere.and(Err(error));
                }
            },
        }
    }
    told_everywhere?;
    if let [firefox, webkit] = elsewhere[..] {
        // What is compared in the story of the fixed bits is compared in each.
        promises::note("same_bits_elsewhere", true, &[elsewhere.len().to_string()])?;
        if needs_all {
            promises::note("other_browsers", true, &[format!("Firefox {firefox}, WebKit {webkit}")])?;
        }
    }
    Ok(())
}

/// Tells stories in another engine, and says what is not told there and why; how many were told.
fn tell_in(
    engine: Engine,
    ready: &Ready,
    axe: Option<&Path>,
    needs_all: bool,
    names: &[String],
) -> Result<usize, Error> {
    let stopwatch = Stopwatch::start();
    println!("--- in {}", engine.name());
    let left_out: Vec<_> = NOT_TOLD.iter().filter(|(where_, ..)| *where_ == engine).collect();
    let wanted: Vec<String> = if needs_all {
        let is_told = |name: &&String| left_out.iter().all(|(_, story, _)| story != name);
        names.iter().filter(is_told).cloned().collect()
    } else {
        EVERYWHERE.map(str::to_owned).to_vec()
    };
    let told = tell(|again| {
        let mut cargo = cargo(if again.is_empty() { &wanted } else { again }, &[]);
        cargo.envs(axe.map(|path| (axe::VARIABLE, path)));
        ready.announce_to(&mut cargo);
        cargo
    })?;
    let told = all_told(engine.name(), told, wanted.len())?;
    println!("--- {told} of {} stories told in {} in {stopwatch}", names.len(), engine.name());
    if needs_all {
        for (_, story, reason) in left_out {
            println!("not told in {}: {story}: {reason}", engine.name());
        }
    }
    Ok(told)
}

/// Every story that is named here is one: a name that was changed would be left out in silence.
fn are_known(names: &[String]) -> Result<(), Error> {
    let named = EVERYWHERE.into_iter().chain(NOT_TOLD.into_iter().map(|(_, story, _)| story));
    let unknown: Vec<_> = named.filter(|story| !names.iter().any(|name| name == story)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let finding = format!("these are no names of stories: {}", unknown.join(", "));
    Err(Error::Untold { finding })
}

/// How many stories were told, where that is as many as there are.
fn all_told(engine: &str, told: usize, wanted: usize) -> Result<usize, Error> {
    if told == wanted {
        return Ok(told);
    }
    Err(Error::Untold { finding: format!("{told} stories were told in {engine} instead of {wanted}") })
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
