//! Small pieces that several views use, and the ways to bind a panel to the document.

mod bind;
mod department;
mod icon;
mod input;
mod rail;
mod sentence;

pub(super) use bind::{Shown, attribute, live, text};
pub(super) use department::{department, style_name};
pub(super) use icon::icon;
pub(super) use input::{FieldLook, field_box, field_error, field_input};
pub(super) use rail::rail;
pub(super) use sentence::sentence;

use leptos::prelude::*;

/// A label, and the form it takes where space is short; the style sheet decides.
pub(super) fn long_or_short([long, short]: &[String; 2]) -> AnyView {
    view! {
        <span class="label-long">{long.clone()}</span>
        <span class="label-short">{short.clone()}</span>
    }
    .into_any()
}

/// A place in percent, as attributes and custom properties take it.
pub(super) fn percent(place: f64) -> String {
    crate::chart::short(place) + "%"
}
