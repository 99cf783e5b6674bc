//! A label with a short form for narrow screens.

use leptos::prelude::*;

/// Shows the long form, and the short one where space is short; the style sheet decides.
#[component]
pub(in crate::app) fn LongOrShort(
    /// The long and the short form.
    #[prop(into)]
    forms: Signal<(String, String)>,
) -> impl IntoView {
    view! {
        <span class="label-long">{move || forms.with(|(long, _)| long.clone())}</span>
        <span class="label-short">{move || forms.with(|(_, short)| short.clone())}</span>
    }
}
