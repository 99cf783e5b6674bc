//! A sentence whose figures stand out.

use leptos::prelude::*;

use crate::text::{Piece, Sentence};

/// Shows a sentence: its answer as with a marker pen, its weighty figures bold.
#[component]
pub(in crate::app) fn SentenceText(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<Sentence>,
) -> impl IntoView {
    move || {
        let piece = |piece: &Piece| match piece.clone() {
            Piece::Plain(words) => words.into_any(),
            Piece::Answer(figure) => view! { <mark>{figure}</mark> }.into_any(),
            Piece::Strong(figure) => view! { <b>{figure}</b> }.into_any(),
        };
        sentence.with(|sentence| sentence.pieces().iter().map(piece).collect_view())
    }
}
