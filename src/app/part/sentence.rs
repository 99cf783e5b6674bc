//! A sentence whose figures stand out.

use leptos::prelude::*;

use crate::text::{Piece, Sentence};

/// A sentence: its answer as with a marker pen, its weighty figures bold.
pub(in crate::app) fn sentence(sentence: &Sentence) -> AnyView {
    sentence.pieces().iter().map(piece).collect_view().into_any()
}

fn piece(piece: &Piece) -> AnyView {
    match piece.clone() {
        Piece::Plain(words) => words.into_any(),
        Piece::Answer(figure) => view! { <mark>{figure}</mark> }.into_any(),
        Piece::Strong(figure) => view! { <b>{figure}</b> }.into_any(),
    }
}
