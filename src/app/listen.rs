//! What users do with fields, told to the session, on the page and in a calculator inside another page. One listener for each
//! kind of event serves everything that is drawn.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, Node};

use super::surface::Surface;
use crate::session::{Field, Session};
use crate::view::Intent;

/// What hears an event of an element that something can be done with: the element, and what is done with it.
pub(super) type Hear = fn(RwSignal<Session>, &Node, Intent, &Event);

/// The kinds of event that are listened to.
const KINDS: [&str; 10] = [
    "click",
    "input",
    "change",
    "compositionend",
    "keydown",
    "focusin",
    "focusout",
    "pointerdown",
    "pointermove",
    "pointerout",
];

/// Listens on the surface as long as the page lives.
pub(super) fn listen(surface: &Rc<Surface>, session: RwSignal<Session>, hear: Hear) {
    for kind in KINDS {
        let heard = Rc::clone(surface);
        keep_listening(surface.root(), kind, move |event| {
            let target = target_of(event);
            if let Some((target, intent)) =
                target.and_then(|target| Some((target.clone(), heard.intent_at(&target)?)))
            {
                hear(session, &target, intent, event);
            }
        });
    }
}

/// Listens to the keys of undo and redo, wherever they are pressed.
pub(super) fn listen_to_travel(surface: &Rc<Surface>, session: RwSignal<Session>) {
    let Some(document) = document() else { return };
    let heard = Rc::clone(surface);
    keep_listening(&document, "keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            travel(&heard, session, event);
        }
    });
}

/// Listens to a kind of event as long as the page lives.
pub(super) fn keep_listening(target: &EventTarget, kind: &str, heard: impl Fn(&Event) + 'static) {
    let callback = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
    callback.forget();
}

/// What is typed into fields, and moved along their rails.
pub(super) fn hear_fields(session: RwSignal<Session>, _: &Node, intent: Intent, event: &Event) {
    match intent {
        Intent::Type(field) => typed(session, field, event),
        Intent::Move(field, end) => moved(session, field, end, event),
        _ => {}
    }
}

/// The element that an event happened to.
pub(super) fn target_of(event: &Event) -> Option<Node> {
    event.target()?.dyn_into().ok()
}

/// The input that an event happened to.
pub(super) fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Moves the focus to the element with this id, where there is one.
pub(super) fn focus(id: &str) {
    if let Some(element) = element(id) {
        // What is a button or has a tab index can be focused.
        let _ = element.focus();
    }
}

pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Ctrl or Command with Z takes a change back, with Shift and Z or with Y does it again. In a field whose text is not yet in
/// its normal form the keys are the browser's.
fn travel(surface: &Surface, session: RwSignal<Session>, event: &KeyboardEvent) {
    let key = event.key();
    let back = match key.as_str() {
        "z" | "Z" => !event.shift_key(),
        "y" => false,
        _ => return,
    };
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let intent = target_of(event).and_then(|target| surface.intent_at(&target));
    let is_typing = session.with_untracked(|session| match intent {
        Some(Intent::Type(field)) => session.is_typing(field),
        Some(Intent::Agree(place)) => session.is_writing(place),
        _ => false,
    });
    if is_typing {
        return;
    }
    event.prevent_default();
    session.update(|session| session.travel(back));
}

/// Enter and leaving write a field in its normal form, Escape takes back what was typed, the arrow keys move a number by
/// steps. While an input method composes, nothing is read.
fn typed(session: RwSignal<Session>, field: Field, event: &Event) {
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    match event.type_().as_str() {
        "input" if !composing => read(session, field, event),
        "compositionend" => read(session, field, event),
        "focusin" => {
            // Typing replaces the whole text. It is selected from its end, as `WebKit` then selects it once more, sees a
            // change, and scrolls to where the Tab key led.
            if let Some(input) = input_of(event) {
                let _ = input.set_selection_range_with_direction(0, u32::MAX, "backward");
            }
        }
        "focusout" => session.update(|session| session.commit(field)),
        "keydown" => {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key(session, field, event);
            }
        }
        _ => {}
    }
}

fn read(session: RwSignal<Session>, field: Field, event: &Event) {
    if let Some(input) = input_of(event) {
        let text = input.value();
        session.update(|session| session.type_into(field, &text));
    }
}

fn key(session: RwSignal<Session>, field: Field, event: &KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    let steps = if event.shift_key() { 10.0 } else { 1.0 };
    match event.key().as_str() {
        "Enter" => session.update(|session| session.commit(field)),
        "Escape" => session.update(|session| session.restore(field)),
        "ArrowUp" if !field.is_name() => step(session, event, field, steps),
        "ArrowDown" if !field.is_name() => step(session, event, field, -steps),
        _ => {}
    }
}

fn step(session: RwSignal<Session>, event: &KeyboardEvent, field: Field, steps: f64) {
    event.prevent_default();
    session.update(|session| session.step(field, steps));
}

fn moved(session: RwSignal<Session>, field: Field, end: f64, event: &Event) {
    match event.type_().as_str() {
        "input" => {
            let place = input_of(event).and_then(|input| input.value().parse::<u32>().ok());
            if let Some(place) = place {
                session.update(|session| session.move_along(field, f64::from(place), end));
            }
        }
        "change" => session.update(|session| session.commit(field)),
        _ => {}
    }
}
