//! The run box: how far the simulation is, its seed, stop and go on.

use leptos::prelude::*;

use crate::app::edge::runner::Runner;
use crate::app::part::{FieldError, FieldInput, Icon, SentenceText};
use crate::session::panel::OddsPanel;
use crate::session::{Run, Session};

/// The run box.
#[component]
pub(super) fn RunBox(session: RwSignal<Session>, odds: Memo<OddsPanel>, runner: Runner) -> impl IntoView {
    let words = move || session.with(|session| &session.language.words().run);
    let run = Memo::new(move |_| odds.with(|odds| odds.run.run));
    let state = Signal::derive(move || odds.with(|odds| odds.run.state.clone()));
    let seed = Memo::new(move |_| odds.with(|odds| odds.run.seed.clone()));
    let seed_error = Signal::derive(move || seed.with(|seed| seed.error.clone()));
    let button = move || match run.get() {
        Run::Done => None,
        Run::Running => Some(
            view! {
                <button class="button button-small" type="button" on:click=move |_| runner.set_stopped(true)>
                    {move || words().stop}
                </button>
            }
            .into_any(),
        ),
        Run::Stopped => Some(
            view! {
                <button class="link-button" type="button" on:click=move |_| runner.set_stopped(false)>
                    {move || words().resume}
                </button>
            }
            .into_any(),
        ),
    };
    let progress = move || {
        (run.get() == Run::Running).then(|| {
            view! {
                <progress
                    class="progress"
                    prop:value=move || f64::from(odds.with(|odds| odds.run.progress.0))
                    max=move || odds.with(|odds| odds.run.progress.1).to_string()
                    aria-label=move || words().progress
                ></progress>
            }
        })
    };
    let check = move || (run.get() == Run::Done).then(|| view! { <Icon symbol="icon-check"/> });
    let announced = move || if run.get() == Run::Running { "off" } else { "polite" };
    view! {
        <div class="run" role="status" aria-live=announced>
            <div class="run-line">
                <span class="run-state">{check}<SentenceText sentence=state/></span>
                {button}
            </div>
            {progress}
            <p class="run-note">
                {move || odds.with(|odds| odds.run.error.clone()).map(|error| format!("{error} ・ "))}
                <label>
                    {move || words().seed}
                    " "
                    <FieldInput session panel=seed class="cell-input run-seed" error_id="seed-error"/>
                </label>
            </p>
            <FieldError error=seed_error id="seed-error"/>
            {move || odds.with(|odds| odds.run.note).map(|note| view! { <p class="run-note">{note}</p> })}
        </div>
    }
}
