//! 逆算: the finding, the tree, the channels.

use leptos::prelude::*;

use super::channels::Channels;
use super::tree::Tree;
use crate::app::part::SentenceText;
use crate::session::Session;
use crate::text::LegendWords;

/// The view of the plan.
#[component]
pub(super) fn PlanView(session: RwSignal<Session>) -> impl IntoView {
    let tree = Memo::new(move |_| session.with(Session::tree_panel));
    let headline = Signal::derive(move || tree.with(|tree| tree.headline.clone()));
    let words = move || session.with(|session| &session.language.words().tree);
    let is_narrow = Memo::new(move |_| tree.with(|tree| tree.is_narrow));
    view! {
        <section class="view" aria-labelledby="plan-headline">
            <div class="view-head">
                <div>
                    <h1 class="headline" id="plan-headline"><SentenceText sentence=headline/></h1>
                    <p class="lead">{move || words().lead}</p>
                </div>
                <ul class="legend">
                    <li class="legend-given">{move || legend(&words().given)}</li>
                    <li class="legend-computed">{move || legend(&words().computed)}</li>
                    <li class="legend-answer">{move || legend(&words().answer_legend)}</li>
                </ul>
            </div>
            {move || {
                if is_narrow.get() {
                    view! {
                        <div class="tree-scroll"><Tree session tree/></div>
                        <Channels session class="channels channels-below"/>
                    }
                        .into_any()
                } else {
                    view! { <Tree session tree/> }.into_any()
                }
            }}
        </section>
    }
}

fn legend(words: &'static LegendWords) -> impl IntoView {
    let long =
        |text: &'static str| (!text.is_empty()).then(|| view! { <span class="label-long">{text}</span> });
    view! { {long(words.before)}{words.always}{long(words.after)} }
}
