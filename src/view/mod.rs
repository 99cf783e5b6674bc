//! The screens: functions from the session to what is drawn, one screen a file, and the small pieces they share.
//!
//! A view arranges what the session's panels say; it calculates nothing and knows no browser.

mod agree;
mod author;
mod calendar;
mod channel_detail;
mod channels;
mod costs;
mod customers;
mod dots;
mod embed;
mod exports;
mod figure;
mod funnel;
mod histogram;
pub mod import;
mod later;
mod levers;
mod library;
mod market;
mod method;
mod notes;
mod odds;
mod part;
mod picture;
mod plan;
mod plot;
mod print;
mod run;
mod scenarios;
mod season;
mod settings;
mod shares;
mod shell;
mod stages;
mod strip;
mod track;
mod tree;

use crate::document::agreed::Place;
use crate::markup;
use crate::session::{Choice, Field, Figure, Press};

pub use agree::{agreement_page, checks_page, view as agreement};
pub use author::view as author;
pub use embed::view as embed;
pub use later::{Later, LaterView, later};
pub use method::view as method;
pub use picture::{picture, picture_of};
pub use print::print_page;
pub use scenarios::view as scenarios;
pub use shell::page;
pub use track::view as track;

/// A piece of the page.
pub type Node = markup::Node<Intent>;

/// An element of the page.
pub type Element = markup::Element<Intent>;

/// What an element asks for when it is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Intent {
    /// Typing into a field.
    Type(Field),
    /// Moving the handle of a field's rail; the value at the rail's end.
    Move(Field, f64),
    /// Choosing from a list, or ticking a box.
    Choose(Choice),
    /// A press.
    Press(Press),
    /// Choosing a file with a plan.
    OpenFile,
    /// Typing, choosing or ticking at a place of the agreement.
    Agree(Place),
    /// Reading a drawing point by point; how many points it has.
    Read(Figure, usize),
}

#[cfg(test)]
mod tests;
