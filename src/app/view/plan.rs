//! 逆算: the finding, the tree, the channels.

use leptos::prelude::*;

use super::{channels, tree};
use crate::app::part::{Shown, live, sentence, text};
use crate::session::Session;
use crate::text::LegendWords;

/// The view of the plan.
pub(super) fn view(session: RwSignal<Session>, shown: Shown) -> AnyView {
    let is_narrow = Memo::new(move |_| shown.with(|shown| shown.tree.is_narrow));
    let body = move || {
        if is_narrow.get() {
            let table = channels::view(session, shown, "channels channels-below");
            view! { <div class="tree-scroll">{tree::view(session, shown, None)}</div>{table} }.into_any()
        } else {
            tree::view(session, shown, Some(channels::view(session, shown, "channels tree-channels")))
        }
    };
    view! {
        <section class="view" aria-labelledby="plan-headline">
            <div class="view-head">
                <div>
                    <h1 class="headline" id="plan-headline">
                        {live(move || shown.with(|shown| sentence(&shown.tree.headline)))}
                    </h1>
                    <p class="lead">{text(shown, |shown| shown.words.tree.lead.to_owned())}</p>
                </div>
                {live(move || legend(shown.with(|shown| &shown.words.tree.legend)))}
            </div>
            {live(body)}
        </section>
    }
    .into_any()
}

fn legend([given, computed, answer]: &'static [LegendWords; 3]) -> AnyView {
    view! {
        <ul class="legend">
            <li class="legend-given">{entry(given)}</li>
            <li class="legend-computed">{entry(computed)}</li>
            <li class="legend-answer">{entry(answer)}</li>
        </ul>
    }
    .into_any()
}

fn entry(words: &'static LegendWords) -> AnyView {
    let long = |words: &'static str| {
        (!words.is_empty()).then(|| view! { <span class="label-long">{words}</span> }.into_any())
    };
    view! { {long(words.before)}{words.always}{long(words.after)} }.into_any()
}
