//! Binding: what the session shows, drawn anew where it changes.
//!
//! Each piece of the page is one closure from the panels to a view, and all closures are kept behind one pointer type.
//! With a closure type for each binding, as the framework offers it, the program would be twice as large.

use std::sync::Arc;

use leptos::prelude::*;

use crate::session::panel::Panels;

/// What the whole page shows, as plain data.
pub(in crate::app) type Shown = Memo<Panels>;

/// A view that is drawn anew whenever what it reads changes; elements that stay are kept.
pub(in crate::app) fn live(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    erased(Arc::new(draw))
}

fn erased(draw: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || draw()).into_any()
}

/// A text that follows the panels: a phrase or a figure.
pub(in crate::app) fn text(shown: Shown, of: fn(&Panels) -> String) -> AnyView {
    live(move || shown.with(of).into_any())
}

/// An attribute that follows what it reads; absent for `None`.
pub(in crate::app) fn attribute(
    of: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    let of: Arc<dyn Fn() -> Option<String> + Send + Sync> = Arc::new(of);
    derived(of)
}

fn derived(of: Arc<dyn Fn() -> Option<String> + Send + Sync>) -> Signal<Option<String>> {
    Signal::derive(move || of())
}
