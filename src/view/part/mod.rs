//! Small pieces that several views use.

mod bar;
mod choice;
mod department;
mod field;
mod form;
mod popover;
mod rail;
mod table;

pub(super) use bar::{bar, glyphs};
pub(super) use choice::{choice_box, choice_list};
pub(super) use department::{department, owner_glyph, owner_name, style_name};
pub(super) use field::{FieldLook, field_box, field_error, field_input, field_note};
pub(super) use form::{form_choice, form_grid, form_item, form_note, slider};
pub(super) use popover::{popover, popover_behind};
pub(super) use rail::rail;
pub(super) use table::{table_head, table_rows, wide_table};

use super::{Element, Node};
use crate::markup::{Text, classed, el};
use crate::text::{Piece, Sentence};

/// A drawing from the page's sprite, which stands beside words and says nothing of its own; `symbol` is its address in
/// index.html.
pub(super) fn icon(symbol: &'static str) -> Element {
    glyph("icon", symbol)
}

/// A drawing from the page's sprite in a class of its own.
pub(super) fn glyph(class: &'static str, symbol: impl Into<Text>) -> Element {
    classed("svg", class).at("aria-hidden", "true").with(el("use").at("href", symbol))
}

/// A sentence: its answer as with a marker pen, its weighty figures bold.
pub(super) fn sentence(sentence: &Sentence) -> impl Iterator<Item = Node> {
    sentence.pieces().iter().map(|piece| match piece.clone() {
        Piece::Plain(words) => words.into(),
        Piece::Answer(figure) => el("mark").with(figure).into(),
        Piece::Strong(figure) => el("b").with(figure).into(),
    })
}

/// A label, and the form it takes where space is short; the style sheet decides.
pub(super) fn long_or_short([long, short]: &[String; 2]) -> [Element; 2] {
    [classed("span", "label-long").with(long.clone()), classed("span", "label-short").with(short.clone())]
}

/// A button with words.
pub(super) fn button(class: &'static str) -> Element {
    classed("button", class).at("type", "button")
}

/// A place in percent, as attributes and custom properties take it.
pub(super) fn percent(place: f64) -> String {
    crate::chart::short(place) + "%"
}
