//! What users do with the page's buttons, lists, drawings and files, told to the session.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Event, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, MouseEvent,
    Node,
};

use super::edge::{agreement, later, method, track};
use super::listen::{element, focus, hear_fields, input_of, keep_listening, target_of};
use super::reading::{plot_around, reading};
use super::surface::Surface;
use crate::document::agreed::Place;
use crate::session::{Edit, LaterPart, Press, Session, StageEdit};
use crate::view::Intent;

/// What is done with an element of the page.
pub(super) fn hear(session: RwSignal<Session>, target: &Node, intent: Intent, event: &Event) {
    match intent {
        Intent::Choose(choice) if event.type_() == "change" => {
            if let Some(value) = chosen(event) {
                later::choose(session, choice, value);
            }
        }
        Intent::Agree(place) => agreed(session, place, event),
        Intent::OpenFile if event.type_() == "change" => open_file(session, event),
        Intent::Press(press) if event.type_() == "click" => pressed(session, press, event),
        Intent::Read(figure, points) => {
            if let Some(plot) = plot_around(target) {
                reading(session, figure, points, &plot, event);
            }
        }
        Intent::Choose(_) | Intent::Press(_) | Intent::OpenFile => {}
        _ => hear_fields(session, target, intent, event),
    }
}

/// Listens to presses beside an open popover, and to the key that closes what is open.
pub(super) fn listen_to_closing(surface: &Rc<Surface>, session: RwSignal<Session>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let heard = Rc::clone(surface);
    keep_listening(&document, "keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.key() == "Escape") {
            escape(&heard, session, event);
        }
    });
    keep_listening(&document, "click", |event| {
        close_popover(target_of(event).as_ref());
    });
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

/// Takes a name back that was not yet left, otherwise closes the open popover, otherwise the scenarios, unless a number is
/// being typed.
fn escape(surface: &Surface, session: RwSignal<Session>, event: &KeyboardEvent) {
    match target_of(event).and_then(|target| surface.intent_at(&target)) {
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
fn close_popover(place: Option<&Node>) -> bool {
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
        later::open_file(session, file.into(), name);
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
        Press::Copy(figure, form) => later::copy(session, figure, form),
        Press::Shelf(press) => later::shelve(session, press),
        Press::Export(press) => later::export(session, press),
        Press::Agree(press) => agreement::press(session, press),
        Press::Method(press) => method::press(session, press),
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
