//! 見通し: how likely, what it would take, how the outcomes are spread.

use leptos::prelude::*;

use super::{histogram, run};
use crate::app::edge::runner::Runner;
use crate::app::part::{Shown, live, sentence};
use crate::session::Session;

/// The view of the odds.
pub(super) fn view(session: RwSignal<Session>, shown: Shown, runner: Runner) -> AnyView {
    let as_table = RwSignal::new(false);
    let figure =
        move || shown.with(|shown| histogram::view(&shown.odds, &shown.words.odds, as_table)).into_any();
    view! {
        <section class="view" aria-labelledby="odds-headline">
            <div class="view-head">
                <div>
                    <h1 class="headline" id="odds-headline">
                        {live(move || shown.with(|shown| sentence(&shown.odds.headline)))}
                    </h1>
                    <p class="lead">{live(move || shown.with(|shown| sentence(&shown.odds.lead)))}</p>
                </div>
                {run::view(session, shown, runner)}
            </div>
            <div class="figures">{live(figure)}</div>
        </section>
    }
    .into_any()
}
