//! 見通し: how likely, what it would take, how the outcomes are spread.

use leptos::prelude::*;

use super::histogram::HistogramFigure;
use super::run::RunBox;
use crate::app::edge::runner::Runner;
use crate::app::part::SentenceText;
use crate::session::Session;
use crate::session::panel::HistogramPanel;

/// The view of the odds.
#[component]
pub(super) fn OddsView(session: RwSignal<Session>, runner: Runner) -> impl IntoView {
    let odds = Memo::new(move |_| session.with(Session::odds));
    let headline = Signal::derive(move || odds.with(|odds| odds.headline.clone()));
    let lead = move || {
        odds.with(|odds| odds.lead.clone()).map(|lead| {
            view! { <p class="lead"><SentenceText sentence=Signal::stored(lead)/></p> }
        })
    };
    let histogram = Memo::new(move |_| odds.with(|odds| odds.histogram.clone()));
    let is_interim = Memo::new(move |_| odds.with(|odds| odds.is_interim));
    let has_histogram = Memo::new(move |_| histogram.with(Option::is_some));
    let figure = move || {
        has_histogram.get().then(|| {
            let panel = Memo::new(move |last: Option<&HistogramPanel>| {
                // Answers are never taken back, so the last one stands.
                let panel = histogram.get();
                panel
                    .or_else(|| last.cloned())
                    .unwrap_or_else(|| unreachable!("a figure is made for answers"))
            });
            view! { <HistogramFigure session panel is_interim/> }
        })
    };
    view! {
        <section class="view" aria-labelledby="odds-headline">
            <div class="view-head">
                <div>
                    <h1 class="headline" id="odds-headline"><SentenceText sentence=headline/></h1>
                    {lead}
                </div>
                <RunBox session odds runner/>
            </div>
            <div class="figures">{figure}</div>
        </section>
    }
}
