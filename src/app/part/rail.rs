//! A rail: benchmark, range and value of a number on one scale, and a handle to move it.

use leptos::prelude::*;

use crate::session::panel::RatePanel;
use crate::session::{Field, Session};

/// Steps of the handle from one end of the rail to the other.
const STEPS: f64 = 500.0;

/// The rail of a rate or amount.
#[component]
pub(in crate::app) fn Rail(
    /// The session that is edited.
    session: RwSignal<Session>,
    /// The number with its rail.
    #[prop(into)]
    panel: Signal<RatePanel>,
) -> impl IntoView {
    let rail = Memo::new(move |_| panel.with(|panel| panel.rail));
    let label = Memo::new(move |_| panel.with(|panel| panel.field.label.clone()));
    let field = move || panel.with_untracked(|panel| panel.field.field);
    let on_move = move |event| {
        if let Ok(place) = event_target_value(&event).parse::<f64>() {
            let end = rail.with_untracked(|rail| rail.end);
            session.update(|session| session.move_to(field(), value_at(field(), place, end)));
        }
    };
    let block = |class: &'static str, place: Option<(f64, f64)>| {
        place.map(|(start, width)| view! { <rect class=class x=percent(start) width=percent(width)></rect> })
    };
    view! {
        <div class="rail">
            <svg class="rail-scale" aria-hidden="true">
                {move || block("rail-band", rail.get().band)}
                {move || block("rail-range", rail.get().range)}
            </svg>
            <input
                class="rail-input"
                type="range"
                min="0"
                max=STEPS.to_string()
                step="1"
                prop:value=move || place_of(rail.get().value, rail.get().end).to_string()
                aria-label=move || label.get()
                aria-valuetext=move || panel.with(|panel| format!("{}{}", panel.field.text, panel.field.unit))
                on:input=on_move
                on:change=move |_| session.update(|session| session.commit(field()))
            />
        </div>
    }
}

fn percent(place: f64) -> String {
    format!("{place:.2}%")
}

fn place_of(value: f64, end: f64) -> f64 {
    (STEPS * value / end).round()
}

/// The value at a step of the handle, without the dust that dividing leaves.
fn value_at(field: Field, place: f64, end: f64) -> f64 {
    let value = end * place / STEPS;
    match field {
        Field::Rate(_) => (value * 1e6).round() / 1e6,
        _ => value.round(),
    }
}
