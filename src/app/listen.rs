//! What users do, told to the session. One listener for each kind of event serves the whole page.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, InputEvent,
    KeyboardEvent, MouseEvent,
};

use super::surface::Surface;
use crate::session::{Field, LaterPart, Press, Session};
use crate::view::Intent;

/// Listens on the surface as long as the page lives.
pub(super) fn listen(surface: &Rc<Surface>, session: RwSignal<Session>) {
    for kind in ["click", "input", "change", "compositionend", "keydown", "focusin", "focusout"] {
        let heard = Rc::clone(surface);
        let callback = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&heard, session, &event));
        let _ = surface.root().add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        callback.forget();
    }
}

/// Asks for the later part of the program on the first sign that somebody uses the page.
pub(super) fn on_first_use(session: RwSignal<Session>) {
    let Some(window) = web_sys::window() else { return };
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    for kind in ["scroll", "focusin", "pointerdown", "keydown"] {
        let callback = Closure::<dyn Fn(Event)>::new(move |_| {
            if session.with_untracked(|session| session.screen.later == LaterPart::Absent) {
                session.update(|session| session.press(Press::Later));
            }
        });
        let listener = callback.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(kind, listener, &once);
        callback.forget();
    }
}

fn hear(surface: &Surface, session: RwSignal<Session>, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok()) else {
        return;
    };
    let Some(intent) = surface.intent_at(&target) else { return };
    match intent {
        Intent::Type(field) => typed(session, field, event),
        Intent::Move(field, end) => moved(session, field, end, event),
        Intent::Choose(choice) if event.type_() == "change" => {
            if let Some(value) = chosen(event) {
                session.update(|session| session.choose(choice, &value));
            }
        }
        Intent::Press(press) if event.type_() == "click" => pressed(session, press, event),
        Intent::Choose(_) | Intent::Press(_) | Intent::Read(..) => {}
    }
}

/// Enter and leaving write a field in its normal form, Escape takes back what was typed, the arrow keys move a number by
/// steps. While an input method composes, nothing is read.
fn typed(session: RwSignal<Session>, field: Field, event: &Event) {
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    match event.type_().as_str() {
        "input" if !composing => read(session, field, event),
        "compositionend" => read(session, field, event),
        "focusin" => {
            // Typing replaces the whole text.
            if let Some(input) = input_of(event) {
                input.select();
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

/// What was chosen from a list; of a box that was ticked "true", of one that was cleared "false".
fn chosen(event: &Event) -> Option<String> {
    let target = event.target()?;
    if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
        return Some(list.value());
    }
    target.dyn_ref::<HtmlInputElement>().map(|tick| tick.checked().to_string())
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
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

fn pressed(session: RwSignal<Session>, press: Press, event: &Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    match press {
        // A press for a new tab is the browser's.
        Press::Show(_) if mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() => return,
        Press::Show(_) => {
            event.prevent_default();
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        // The fragment of the address is the plan's and stays as it is.
        Press::SkipToMain => {
            event.prevent_default();
            focus_main();
        }
        _ => {}
    }
    session.update(|session| session.press(press));
}

/// Moves the focus past the top bar.
fn focus_main() {
    let document = web_sys::window().and_then(|window| window.document());
    let main = document.and_then(|document| document.get_element_by_id("main"));
    if let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
        // An element with a tab index can be focused.
        let _ = main.focus();
    }
}
