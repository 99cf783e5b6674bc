//! The run box: how far the simulation is, its seed, stop and go on.

use leptos::prelude::*;

use crate::app::edge::runner::Runner;
use crate::app::part::{Shown, attribute, field_error, field_input, icon, live, sentence, text};
use crate::session::panel::RunPanel;
use crate::session::{Field, Run, Session};
use crate::text::RunWords;

/// The run box.
pub(super) fn view(session: RwSignal<Session>, shown: Shown, runner: Runner) -> AnyView {
    let error_id = "seed-error";
    let is_running = move || shown.with(|shown| shown.odds.run.run == Run::Running);
    let announced = move || Some(if is_running() { "off" } else { "polite" }.to_owned());
    let notes = move || {
        shown.with(|shown| {
            let error = field_error(shown.odds.run.seed.error.as_ref(), error_id);
            let note = shown.odds.run.note.map(|note| view! { <p class="run-note">{note}</p> }.into_any());
            view! { {error}{note} }.into_any()
        })
    };
    view! {
        <div class="run" role="status" aria-live=attribute(announced)>
            {live(move || shown.with(|shown| state(&shown.odds.run, &shown.words.run, runner)))}
            <p class="run-note">
                {text(shown, |shown| shown.odds.run.error.clone().unwrap_or_default())}
                <label>
                    {text(shown, |shown| shown.words.run.seed.to_owned())}
                    " "
                    {field_input(session, Field::Seed, "cell-input run-seed", None, error_id.to_owned())}
                </label>
            </p>
            {live(notes)}
        </div>
    }
    .into_any()
}

fn state(run: &RunPanel, words: &'static RunWords, runner: Runner) -> AnyView {
    let check = (run.run == Run::Done).then(|| icon("icon-check"));
    view! {
        <div class="run-line">
            <span class="run-state">{check}{sentence(&run.state)}</span>
            {button(run.run, words, runner)}
        </div>
        {(run.run == Run::Running).then(|| progress(run, words))}
    }
    .into_any()
}

/// Stops a run, or goes on with a stopped one.
fn button(run: Run, words: &'static RunWords, runner: Runner) -> Option<AnyView> {
    let (class, name) = match run {
        Run::Done => return None,
        Run::Running => ("button button-small", words.stop),
        Run::Stopped => ("link-button", words.resume),
    };
    let press = move |_| runner.set_stopped(run == Run::Running);
    Some(view! { <button class=class type="button" on:click=press>{name}</button> }.into_any())
}

fn progress(run: &RunPanel, words: &'static RunWords) -> AnyView {
    let [done, all] = run.progress.map(|trials| trials.to_string());
    view! { <progress class="progress" value=done max=all aria-label=words.progress></progress> }.into_any()
}
