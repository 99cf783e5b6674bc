//! What users do, told to the session. One listener for each kind of event serves the whole page.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Event, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, MouseEvent,
};

use super::edge::{agreement, later, library, picture, track};
use super::reading::{plot_around, reading};
use super::surface::Surface;
use crate::document::agreed::Place;
use crate::session::{Edit, Field, LaterPart, Press, Session, StageEdit};
use crate::view::Intent;

/// The kinds of event that the page listens to.
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
pub(super) fn listen(surface: &Rc<Surface>, session: RwSignal<Session>) {
    for kind in KINDS {
        let heard = Rc::clone(surface);
        let callback = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&heard, session, &event));
        let _ = surface.root().add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        callback.forget();
    }
}

/// Listens to what belongs to no element: the keys of undo and redo, and presses beside an open popover.
pub(super) fn listen_everywhere(surface: &Rc<Surface>, session: RwSignal<Session>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    for kind in ["click", "keydown"] {
        let heard = Rc::clone(surface);
        let callback =
            Closure::<dyn Fn(Event)>::new(move |event: Event| match event.dyn_ref::<KeyboardEvent>() {
                Some(event) if event.key() == "Escape" => escape(&heard, session, event),
                Some(event) => travel(&heard, session, event),
                None => {
                    close_popover(event.target().and_then(|target| target.dyn_into().ok()).as_ref());
                }
            });
        let _ = document.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
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
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let is_typing =
        session.with_untracked(|session| match target.and_then(|target| surface.intent_at(&target)) {
            Some(Intent::Type(field)) => session.is_typing(field),
            Some(Intent::Agree(place)) => session.is_writing(place),
            _ => false,
        });
    if is_typing {
        return;
    }
    event.prevent_default();
    session.update(|session| session.press(Press::Travel { back }));
}

/// Takes a name back that was not yet left, otherwise closes the open popover, otherwise the scenarios, unless a number is
/// being typed.
fn escape(surface: &Surface, session: RwSignal<Session>, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    match target.and_then(|target| surface.intent_at(&target)) {
        Some(Intent::Type(_)) => return,
        Some(Intent::Choose(_)) => {
            if let Some(input) = input_of(event)
                && input.value() != input.title()
            {
                return input.set_value(&input.title());
            }
        }
        _ => {}
    }
    if !close_popover(None) && session.with_untracked(|session| session.screen.compares) {
        session.update(|session| session.press(Press::Compare(false)));
        focus("compare");
    }
}

/// Closes the open popover unless a place lies in it; the focus goes back to what opens it if it was inside. Whether there
/// was one.
fn close_popover(place: Option<&web_sys::Node>) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let Ok(Some(popover)) = document.query_selector(".popover[open]") else { return false };
    if place.is_some_and(|place| popover.contains(Some(place))) {
        return true;
    }
    let _ = popover.remove_attribute("open");
    let inside = document.active_element().is_some_and(|active| popover.contains(Some(&active)));
    let opener = popover.first_element_child().and_then(|opener| opener.dyn_into::<HtmlElement>().ok());
    if let Some(opener) = opener.filter(|_| inside) {
        let _ = opener.focus();
    }
    true
}

fn hear(surface: &Surface, session: RwSignal<Session>, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok()) else {
        return;
    };
    // A pointer that only passes by asks for nothing outside of drawings.
    let plot = plot_around(&target);
    if event.type_().starts_with("pointer") && plot.is_none() {
        return;
    }
    let Some(intent) = surface.intent_at(&target) else { return };
    match intent {
        Intent::Type(field) => typed(session, field, event),
        Intent::Move(field, end) => moved(session, field, end, event),
        Intent::Choose(choice) if event.type_() == "change" => {
            if let Some(value) = chosen(event) {
                later::choose(session, choice, value);
            }
        }
        Intent::Agree(place) => agreed(session, place, event),
        Intent::OpenFile if event.type_() == "change" => open_file(session, event),
        Intent::Press(press) if event.type_() == "click" => pressed(session, press, event),
        Intent::Read(figure, points) => {
            if let Some(plot) = plot {
                reading(session, figure, points, &plot, event);
            }
        }
        Intent::Choose(_) | Intent::Press(_) | Intent::OpenFile => {}
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

/// What is typed into the agreement is noted at once, and judged once it is left; what is ticked or chosen is left at once.
fn agreed(session: RwSignal<Session>, place: Place, event: &Event) {
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    let ends = match event.type_().as_str() {
        "input" if !composing => false,
        "compositionend" => false,
        "change" => true,
        _ => return,
    };
    if let Some(text) = chosen(event) {
        agreement::write(session, place, text, ends);
    }
}

/// Opens a file that was chosen; the same one can be chosen again.
fn open_file(session: RwSignal<Session>, event: &Event) {
    let Some(input) = input_of(event) else { return };
    if let Some(file) = input.files().and_then(|files| files.get(0)) {
        let name = file.name();
        library::open_file(session, file.into(), name);
    }
    input.set_value("");
}

/// What was chosen from a list, or is a name; of a box that was ticked "true", of one that was cleared "false".
fn chosen(event: &Event) -> Option<String> {
    let target = event.target()?;
    // Lists and areas have the same properties as inputs, and nothing else that changes asks for its value.
    let input = target.unchecked_ref::<HtmlInputElement>();
    Some(if input.type_() == "checkbox" { input.checked().to_string() } else { input.value() })
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
            focus("main");
        }
        Press::Compare(false) => focus("compare"),
        Press::Copy(figure, form) => {
            let svg = later::picture(session, figure);
            let tell = move |outcome| {
                session.update(|session| session.screen.pictured = Some((figure, outcome)));
            };
            // A figure that is not there yet has no button for it.
            if let Some(svg) = svg {
                picture::copy(svg, form, figure.id(), tell);
            }
        }
        Press::Shelf(press) => later::shelve(session, press),
        Press::Export(press) => later::export(session, press),
        Press::Agree(press) => agreement::press(session, press),
        Press::Track(press) => track::press(session, press),
        Press::Edit(edit) => {
            // Without a pointer the button is pressed again on the stage that was moved, not on the one now at its place.
            match edit {
                Edit::Stage(StageEdit::MoveUp(place)) if mouse.detail() == 0 => {
                    focus_first(place.wrapping_sub(1), ["up", "down"]);
                }
                Edit::Stage(StageEdit::MoveDown(place)) if mouse.detail() == 0 => {
                    focus_first(place + 1, ["down", "up"]);
                }
                _ => {}
            }
            later::edit(session, edit);
        }
        _ => {}
    }
    session.update(|session| session.press(press));
}

/// Moves the focus to the first of these buttons of a stage that can be pressed.
fn focus_first(stage: usize, buttons: [&str; 2]) {
    for button in buttons {
        if let Some(button) = element(&format!("stage-{stage}-{button}"))
            && !button.has_attribute("disabled")
        {
            let _ = button.focus();
            return;
        }
    }
}

/// Moves the focus to the element with this id, where there is one.
pub(super) fn focus(id: &str) {
    if let Some(element) = element(id) {
        // What is a button or has a tab index can be focused.
        let _ = element.focus();
    }
}

pub(super) fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
