//! A rail: benchmark, range and value of a number on one scale, and a handle to move it.

use leptos::prelude::*;

use super::{Shown, live, percent};
use crate::session::panel::RatePanel;
use crate::session::{Field, Session};

/// Steps of the handle from one end of the rail to the other.
const STEPS: f64 = 500.0;

/// The rail of the factor in a column of the tree.
pub(in crate::app) fn rail(session: RwSignal<Session>, shown: Shown, place: usize) -> AnyView {
    live(move || {
        shown
            .with(|shown| shown.tree.columns.get(place).map(|column| drawn(session, &column.rate)))
            .into_any()
    })
}

fn drawn(session: RwSignal<Session>, rate: &RatePanel) -> AnyView {
    let (rail, field) = (rate.rail, rate.field.field);
    let on_move = move |event| {
        if let Ok(place) = event_target_value(&event).parse::<u32>() {
            session.update(|session| session.move_to(field, value_at(field, f64::from(place), rail.end)));
        }
    };
    view! {
        <div class="rail">
            <svg class="rail-scale" aria-hidden="true">
                {block("rail-band", rail.band)}
                {block("rail-range", rail.range)}
            </svg>
            <input
                class="rail-input"
                type="range"
                min="0"
                max=STEPS as u32
                step="1"
                prop:value=(STEPS * rail.value / rail.end).round() as u32
                aria-label=rate.field.label.clone()
                aria-valuetext=format!("{}{}", rate.field.text, rate.field.unit)
                on:input=on_move
                on:change=move |_| session.update(|session| session.commit(field))
            />
        </div>
    }
    .into_any()
}

fn block(class: &'static str, place: Option<(f64, f64)>) -> Option<AnyView> {
    let (start, width) = place?;
    Some(view! { <rect class=class x=percent(start) width=percent(width)></rect> }.into_any())
}

/// The value at a step of the handle, without the dust that dividing leaves.
fn value_at(field: Field, place: f64, end: f64) -> f64 {
    let value = end * place / STEPS;
    match field {
        Field::Rate(_) => (value * 1e6).round() / 1e6,
        _ => value.round(),
    }
}
