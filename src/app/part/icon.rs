//! A drawing from the page's sprite.

use leptos::prelude::*;

/// A drawing that stands beside words and says nothing of its own; `symbol` is its id in index.html.
pub(in crate::app) fn icon(symbol: &'static str) -> AnyView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#{symbol}")></use></svg> }.into_any()
}
