//! A drawing from the page's sprite.

use leptos::prelude::*;

/// A drawing that stands beside words and says nothing of its own.
#[component]
pub(in crate::app) fn Icon(
    /// The id of the symbol in index.html.
    symbol: &'static str,
) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#{symbol}")></use></svg> }
}
