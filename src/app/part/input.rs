//! A field that is typed into: shows what is typed, changes the plan on each keystroke, is judged when left.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, HtmlInputElement, InputEvent};

use super::Icon;
use crate::session::Session;
use crate::session::panel::FieldPanel;

/// The input of a field. Enter and leaving write it in its normal form, Escape takes back what was typed, the arrow
/// keys move a number by steps. While an input method composes, nothing is read.
#[component]
pub(in crate::app) fn FieldInput(
    /// The session that is edited.
    session: RwSignal<Session>,
    /// The field as it is shown.
    #[prop(into)]
    panel: Signal<FieldPanel>,
    /// Its class in the style sheets.
    class: &'static str,
    /// Its id, where a label or test asks for it.
    #[prop(optional)]
    id: &'static str,
    /// The id of the element that shows its error.
    #[prop(into, optional)]
    error_id: String,
    /// Whether it holds a number, which the arrow keys can move.
    #[prop(default = true)]
    is_number: bool,
) -> impl IntoView {
    let field = move || panel.with_untracked(|panel| panel.field);
    let read = move |text: String| session.update(|session| session.type_into(field(), &text));
    let on_input = move |event: ev::Event| {
        let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if !composing {
            read(event_target_value(&event));
        }
    };
    let on_composed = move |event: CompositionEvent| read(event_target_value(&event));
    let on_key = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let steps = if event.shift_key() { 10.0 } else { 1.0 };
        match event.key().as_str() {
            "Enter" => session.update(|session| session.commit(field())),
            "Escape" => session.update(|session| session.restore(field())),
            "ArrowUp" if is_number => step(session, &event, field(), steps),
            "ArrowDown" if is_number => step(session, &event, field(), -steps),
            _ => {}
        }
    };
    let invalid = move || panel.with(|panel| panel.error.is_some());
    let described = move || invalid().then(|| error_id.clone());
    view! {
        <input
            class=class
            id=(!id.is_empty()).then_some(id)
            inputmode=is_number.then_some("decimal")
            autocomplete="off"
            prop:value=move || panel.with(|panel| panel.text.clone())
            size=move || is_number.then(|| panel.with(FieldPanel::width).to_string())
            aria-label=move || panel.with(|panel| panel.label.clone())
            aria-invalid=move || invalid().then_some("true")
            aria-describedby=described
            on:input=on_input
            on:compositionend=on_composed
            on:keydown=on_key
            on:focus=move |event| select_all(&event)
            on:blur=move |_| session.update(|session| session.commit(field()))
        />
    }
}

/// The sentence below a field that cannot be used; nothing while it can.
#[component]
pub(in crate::app) fn FieldError(
    /// The sentence.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// The id that the field is described by.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    move || {
        error.get().map(|sentence| {
            view! {
                <p class="field-error" id=id.clone() role="alert">
                    <Icon symbol="icon-warning"/>
                    <span>{sentence}</span>
                </p>
            }
        })
    }
}

fn step(session: RwSignal<Session>, event: &ev::KeyboardEvent, field: crate::session::Field, steps: f64) {
    event.prevent_default();
    session.update(|session| session.step(field, steps));
}

/// Selects the whole text, so that typing replaces it.
fn select_all(event: &ev::FocusEvent) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}
